#include "detection/article.hpp"

#include <algorithm>

namespace rawi::detection {

std::uint32_t Article::match_phrase(std::uint32_t token, const language::ClassSet& classes,
                                    std::uint32_t limit) const noexcept {
    std::uint32_t longest = 0;
    for (std::size_t i = tokens[token].phrases; i < phrases.size() && phrases[i].token == token; ++i) {
        const language::Phrase& phrase = *phrases[i].phrase;
        if (phrase.length > longest && token + phrase.length <= limit && (phrase.classes & classes).any())
            longest = phrase.length;
    }
    return longest == 0 && token < limit && has(token, classes) ? 1 : longest;
}

std::uint32_t Article::match_back(std::uint32_t token, const language::ClassSet& classes,
                                  std::uint32_t limit) const noexcept {
    std::uint32_t longest = 0;
    constexpr std::uint32_t reach = 6;  // words that a phrase matched backwards may have
    for (std::uint32_t length = 1; length <= reach && token >= limit + length; ++length) {
        if (match(token - length, classes, token) == length) longest = length;
    }
    return longest;
}

bool Article::can_be(std::uint32_t token, language::Part part) const {
    if (tokens[token].word == language::unknown_word) return false;
    return std::ranges::any_of(pack->part_model.options(pack->lexicon.brief(tokens[token].word).parts),
                               [part](const language::PartOption& option) { return option.part == part; });
}

bool Article::reads_as(std::uint32_t token, std::uint64_t flags, std::optional<language::Form> form) const {
    if (tokens[token].word == language::unknown_word) return false;
    return std::ranges::any_of(pack->lexicon.word(tokens[token].word).readings, [&](const language::CueForm& reading) {
        return (!form || reading.form == *form) && (pack->lemmas[reading.lemma].flag_bits & flags) != 0;
    });
}

std::string_view Article::value(TokenRange entry, Known known) const {
    const auto in = [known](const auto& values) -> std::string_view {
        for (const auto& [id, value] : values) {
            if (id == static_cast<language::ClassId>(known)) return value;
        }
        return {};
    };
    if (entry.empty()) return {};
    const Token& first = tokens[entry.begin];
    // What has a value is of the class.
    const auto of_class = [&](language::WordId word) {
        return pack->lexicon.classes(word).test(language::index_of(known));
    };
    if (entry.size() == 1 && (of_class(first.word) || of_class(pack->lexicon.bare(first.word)))) {
        const language::Word& word = pack->lexicon.word(first.word);
        const std::string_view found = in(word.values);
        return found.empty() ? in(pack->lexicon.word(word.bare).values) : found;
    }
    for (std::size_t i = first.phrases; i < phrases.size() && phrases[i].token == entry.begin; ++i) {
        if (phrases[i].phrase->length != entry.size()) continue;
        if (const std::string_view found = in(phrases[i].phrase->values); !found.empty()) return found;
    }
    return {};
}

bool Article::in_capitals(std::uint32_t token) const {
    if (tokens[token].kind != CharClass::letter) return false;
    const std::string_view word = document->text(tokens[token].span);
    std::uint32_t letters = 0;
    for (std::uint32_t i = 0; i < word.size();) {
        const char32_t c = text::next_code_point(word, i);
        if (text::class_of(c) != CharClass::letter) continue;
        if (!text::is_upper(c)) return false;
        ++letters;
    }
    return letters > 1;
}

std::uint32_t Article::opens(std::uint32_t token) const noexcept {
    if (token >= tokens.size()) return none;
    const std::uint32_t q = tokens[token].quotation;
    return q != none && quotations[q].open == token ? q : none;
}

std::uint32_t Article::closes(std::uint32_t token) const noexcept {
    if (token >= tokens.size()) return none;
    const std::uint32_t q = tokens[token].quotation;
    return q != none && quotations[q].closed && quotations[q].close == token ? q : none;
}

std::size_t Article::line_of(std::uint32_t token) const {
    const auto behind = std::upper_bound(lines.begin(), lines.end(), token,
                                         [](std::uint32_t t, const Line& line) { return t < line.tokens.begin; });
    return behind == lines.begin() ? 0 : static_cast<std::size_t>(behind - lines.begin() - 1);
}

Article detect(const Document& document, const language::Pack& pack) {
    Article article;
    article.document = &document;
    article.pack = &pack;
    segment(article);
    mark_publisher(article);
    pair_quotations(article);
    split_lines(article);
    split_sentences(article);
    tag_parts(article);
    learn_names(article);
    return article;
}

}  // namespace rawi::detection
