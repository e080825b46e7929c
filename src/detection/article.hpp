// An article as the later rooms see it: tokens with their words, quotations, lines and sentences.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/pack.hpp"
#include "rawi/document.hpp"
#include "text/tokens.hpp"

namespace rawi::detection {

using language::Known;
using language::WordId;
using text::CharClass;

/// Half-open range of indices into `Article::tokens`.
struct TokenRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    [[nodiscard]] bool empty() const noexcept { return begin >= end; }
    [[nodiscard]] std::uint32_t size() const noexcept { return empty() ? 0 : end - begin; }
    [[nodiscard]] bool contains(TokenRange other) const noexcept { return begin <= other.begin && other.end <= end; }
    [[nodiscard]] bool contains(std::uint32_t token) const noexcept { return begin <= token && token < end; }
    [[nodiscard]] bool overlaps(TokenRange other) const noexcept { return begin < other.end && other.begin < end; }
    friend bool operator==(TokenRange, TokenRange) = default;
};

inline constexpr std::uint32_t none = 0xFFFFFFFF;

/// A word (or the proclitic split off it), a number or a mark.
struct Token {
    Span span;
    std::uint32_t normal_begin = 0, normal_end = 0;  ///< into `Article::normal`
    char32_t mark = 0;
    WordId word = language::unknown_word;
    CharClass kind = CharClass::letter;
    language::Part part = language::Part::mark;  ///< what it most likely is here
    bool space_before = false;
    bool upper = false;
    bool definite = false;           ///< carries the attached article
    bool proclitic = false;          ///< written in one word with the next token
    language::Agreement enclitic;    ///< of an attached pronoun on a noun
    std::uint32_t quotation = none;  ///< the innermost quotation around it; its marks belong to it
    std::uint32_t phrases = none;    ///< first of its entries in `Article::phrases`
};

/// A phrase of the lexicon that begins at a token.
struct PhraseMatch {
    std::uint32_t token = 0;
    const language::Phrase* phrase = nullptr;
    std::uint32_t node = 0;
};

struct Quotation {
    std::uint32_t open = none;   ///< the mark's token
    std::uint32_t close = none;  ///< the closing mark's token; where it is missing, the end of the line
    std::uint32_t parent = none;
    bool closed = false;
    [[nodiscard]] TokenRange inner() const noexcept { return {open + 1, close}; }
};

enum class LineKind : std::uint8_t { title, body, byline, credit, label, furniture };

struct Line {
    TokenRange tokens;  ///< without the line's end
    LineKind kind = LineKind::body;
};

struct Sentence {
    TokenRange tokens;  ///< with its closing marks
    std::uint32_t line = 0;
};

struct Article {
    const Document* document = nullptr;
    const language::Pack* pack = nullptr;
    std::string normal;
    std::vector<Token> tokens;
    std::vector<PhraseMatch> phrases;
    std::vector<std::shared_ptr<const language::Phrase>> publisher_names;  ///< of `phrases` those that no list holds
    std::vector<Quotation> quotations;
    std::vector<Line> lines;
    std::vector<Sentence> sentences;
    TokenRange dateline;              ///< place and agency before the first sentence, or a line of their own
    std::vector<TokenRange> credits;  ///< bylines and end credits

    [[nodiscard]] std::string_view normal_of(std::uint32_t token) const noexcept {
        const Token& t = tokens[token];
        return std::string_view(normal).substr(t.normal_begin, t.normal_end - t.normal_begin);
    }
    /// Whether the token is `setting`, a word of the pack's, or ends in it. A pack may leave such a setting empty: then
    /// nothing is or does, not even a mark, whose normal form is empty.
    [[nodiscard]] bool is_word(std::uint32_t token, std::string_view setting) const noexcept {
        return !setting.empty() && normal_of(token) == setting;
    }
    [[nodiscard]] bool ends_in(std::uint32_t token, std::string_view setting) const noexcept {
        return !setting.empty() && normal_of(token).ends_with(setting);
    }
    [[nodiscard]] const language::ClassSet& classes(std::uint32_t token) const noexcept {
        return pack->lexicon.classes(tokens[token].word);
    }
    [[nodiscard]] bool has(std::uint32_t token, Known known) const noexcept {
        return classes(token)[language::index_of(known)];
    }
    /// Whether it has one of them.
    [[nodiscard]] bool has(std::uint32_t token, const language::ClassSet& any_of) const noexcept {
        return (classes(token) & any_of).any();
    }
    /// Whether the token is one of `parts` here.
    [[nodiscard]] bool is(std::uint32_t token, language::PartSet parts) const noexcept {
        return parts.has(tokens[token].part);
    }
    /// Whether it can be `part` elsewhere, as the pack knows the word.
    [[nodiscard]] bool can_be(std::uint32_t token, language::Part part) const;
    /// Whether the word can be a form of a cue that has one of the flags: any form, or the one given.
    [[nodiscard]] bool reads_as(std::uint32_t token, std::uint64_t flags,
                                std::optional<language::Form> form = std::nullopt) const;
    [[nodiscard]] Span span_of(TokenRange range) const noexcept {
        return range.empty() ? Span{} : Span{tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
    }
    /// Whether the word, of two letters or more, is written in capitals throughout.
    [[nodiscard]] bool in_capitals(std::uint32_t token) const;
    /// How many tokens from `token` on form an entry of one of `classes`, the longest; 0 if none.
    [[nodiscard]] std::uint32_t match(std::uint32_t token, const language::ClassSet& classes,
                                      std::uint32_t limit) const noexcept {
        if (tokens[token].phrases == none) return token < limit && has(token, classes) ? 1 : 0;
        return match_phrase(token, classes, limit);
    }
    [[nodiscard]] std::uint32_t match(std::uint32_t token, Known known, std::uint32_t limit) const noexcept {
        if (tokens[token].phrases == none) return token < limit && has(token, known) ? 1 : 0;
        language::ClassSet classes;
        classes.set(language::index_of(known));
        return match_phrase(token, classes, limit);
    }
    /// The same where a phrase begins at `token`.
    [[nodiscard]] std::uint32_t match_phrase(std::uint32_t token, const language::ClassSet& classes,
                                             std::uint32_t limit) const noexcept;
    /// The same for entries that end before `token`.
    [[nodiscard]] std::uint32_t match_back(std::uint32_t token, const language::ClassSet& classes,
                                           std::uint32_t limit) const noexcept;
    /// The value of the entry of class `known` that these tokens form; empty if it has none.
    [[nodiscard]] std::string_view value(TokenRange entry, Known known) const;
    /// Whether `token` is the opening (closing) mark of a quotation, and of which.
    [[nodiscard]] std::uint32_t opens(std::uint32_t token) const noexcept;
    [[nodiscard]] std::uint32_t closes(std::uint32_t token) const noexcept;
    /// Whether the full stop at `dot` belongs to the abbreviation or initial before it.
    [[nodiscard]] bool abbreviates(std::uint32_t dot) const;
    /// The place in `lines` of the line that holds the token.
    [[nodiscard]] std::size_t line_of(std::uint32_t token) const;
    [[nodiscard]] bool in_headline(std::uint32_t token) const {
        return !lines.empty() && lines[line_of(token)].kind == LineKind::title;
    }
    /// A word that opens a relative clause, and does so here: "that" is one in "the man that left" only.
    [[nodiscard]] bool opens_relative(std::uint32_t token) const {
        return is(token, language::Part::relative) && has(token, Known::relative);
    }
    /// "He's", "it'll", "Smith's": of an auxiliary it shows that the subject is in the word. Wider than the class
    /// `contracted`, which lists pronouns of people.
    [[nodiscard]] bool has_apostrophe(std::uint32_t token) const {
        return normal_of(token).find('\'') != std::string_view::npos;
    }
    /// Whether a line stands at `token` that joins two words to one hashtag.
    [[nodiscard]] bool joins_words(std::uint32_t token) const {
        return tokens[token].mark == '_' && token > 0 && token + 1 < tokens.size() && !tokens[token].space_before &&
               !tokens[token + 1].space_before && tokens[token + 1].kind == CharClass::letter;
    }
};

/// Reads the tokens of `document` and finds words, quotations, lines and sentences.
[[nodiscard]] Article detect(const Document& document, const language::Pack& pack);

/// Whether token `i` is a past form of a verb of saying: "said". In learned_names.cpp.
[[nodiscard]] bool said(const Article& article, std::uint32_t i);

// The steps of `detect`, each in a file of its own.
void segment(Article& article);          ///< segment.cpp: words and clitics
void mark_publisher(Article& article);   ///< publisher_name.cpp: the publisher's name, if no list holds it
void pair_quotations(Article& article);  ///< quotations.cpp
void split_lines(Article& article);      ///< lines.cpp: furniture, bylines, datelines, credits
void split_sentences(Article& article);  ///< sentences.cpp
void tag_parts(Article& article);        ///< tagging.cpp
void learn_names(Article& article);      ///< learned_names.cpp: surnames that are common words

}  // namespace rawi::detection
