// All words that a pack knows, with their classes and readings, and the phrases made of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/classes.hpp"
#include "language/cues.hpp"
#include "language/parts.hpp"

namespace rawi::language {

/// A word in normal form. Word 0 is the unknown one.
struct Word {
    std::uint32_t text_begin = 0, text_end = 0;  ///< into the lexicon's arena
    ClassSet classes;
    std::vector<CueForm> readings;  ///< single-word cues
    std::vector<std::pair<ClassId, std::string>>
        values;                 ///< of its entries: the key of an outlet, the number of a month
    std::uint32_t phrases = 0;  ///< node of the phrase trie, 0: no phrase begins with it
    WordId bare =
        unknown_word;      ///< without its attached article, or a paper without the accusative, where both are known
    bool spelled = false;  ///< written with just some letters it is another word
};

/// What is asked of every word of an article, small and apart from the rest of it: most words have nothing more to
/// tell, and these few bytes of all words stay in the processor's cache where the words themselves do not.
struct Brief {
    std::uint32_t classes : 25 = 0;  ///< place in the lexicon's list of different sets
    bool cued : 1 = false;           ///< it has readings
    bool leads : 1 = false;          ///< a phrase begins with it
    bool bared : 1 = false;          ///< it is known without its article too
    bool with_article : 1 = false;   ///< it is listed with the attached article (or none is attached in its language)
    bool accusative : 1 = false;     ///< it carries the accusative ending, and is listed without it too
    bool several : 1 = false;        ///< several people: a human noun of the plural
    bool spelled : 1 = false;        ///< written with just some letters it is another word
    PartOptions parts;               ///< what it can be; none where nothing is tagged
};

/// Several words in a row that form a unit.
struct Phrase {
    std::uint8_t length = 0;
    ClassSet classes;
    std::vector<CueForm> readings;
    std::vector<std::pair<ClassId, std::string>> values;
};

class Lexicon {
public:
    Lexicon();

    /// `normal` must be in normal form. Returns the id of the word, which is made if need be.
    WordId add_word(std::string_view normal);
    [[nodiscard]] Word& change(WordId word) { return words_[word]; }
    /// Its text, before `freeze`.
    [[nodiscard]] std::string_view text_added(WordId word) const { return written(words_[word]); }

    /// A word of a phrase that is written with an attached pronoun, whichever: جانبه in من جانبه, which من جانب is not.
    [[nodiscard]] static WordId with_pronoun(WordId word) noexcept { return word | pronoun_bit; }
    /// The phrase `words` (two or more), made if need be.
    Phrase& add_phrase(std::span<const WordId> words);

    /// The word, if it has been added.
    [[nodiscard]] WordId find(std::string_view normal) const noexcept;
    [[nodiscard]] const Word& word(WordId id) const noexcept { return words_[id]; }
    [[nodiscard]] std::string_view text(WordId id) const noexcept {
        const auto [begin, end] = places_[id];
        return std::string_view(arena_).substr(begin, end - begin);
    }
    [[nodiscard]] const Brief& brief(WordId id) const noexcept { return briefs_[id]; }
    [[nodiscard]] const ClassSet& classes(WordId id) const noexcept { return classes_[briefs_[id].classes]; }
    /// Whether the word, in normal form, has the class by itself, not as a part of a phrase.
    [[nodiscard]] bool has(std::string_view normal, Known known) const noexcept {
        return classes(find(normal)).test(index_of(known));
    }
    /// The same word without its attached article, where both are known.
    [[nodiscard]] WordId bare(WordId id) const noexcept { return briefs_[id].bared ? words_[id].bare : unknown_word; }
    [[nodiscard]] std::size_t size() const noexcept { return words_.size() - 1; }
    /// Behind `freeze`.
    void set_parts(WordId id, PartOptions parts) noexcept { briefs_[id].parts = parts; }

    /// The trie node behind `node` by `word`; 0 if none.
    [[nodiscard]] std::uint32_t follow(std::uint32_t node, WordId word) const noexcept;
    /// The phrase that ends in `node`, or nullptr.
    [[nodiscard]] const Phrase* phrase_at(std::uint32_t node) const noexcept;

    /// To be called once when all is added. A word that ends in `accusative_ending` and
    /// stands here without it too is an accusative. A word that begins with `attached_article` (ال; empty where
    /// articles stand apart) inherits the classes of the word without it.
    void freeze(std::string_view attached_article, std::string_view accusative_ending);

private:
    static constexpr WordId pronoun_bit = 0x80000000u;  // of a word within a phrase
    [[nodiscard]] static std::uint8_t tag_of(std::uint64_t hash) noexcept {
        return static_cast<std::uint8_t>(hash >> 56 | 1u);
    }
    [[nodiscard]] static std::uint64_t edge_key(std::uint32_t node, WordId word) noexcept {
        return static_cast<std::uint64_t>(node) << 32 | word;
    }
    [[nodiscard]] std::uint64_t edge_slot(std::uint64_t key) const noexcept {
        return (key * 0x9E3779B97F4A7C15u >> 32) & edge_mask_;
    }

    [[nodiscard]] std::string_view written(const Word& word) const {
        return std::string_view(arena_).substr(word.text_begin, word.text_end - word.text_begin);
    }

    // The steps of `freeze`.
    void link_behind_article(std::string_view article);
    void link_accusatives(std::string_view ending);
    [[nodiscard]] WordId without_ending(const Word& word, std::string_view ending) const;
    [[nodiscard]] bool of_several(const Word& word) const;
    void make_briefs(std::string_view attached_article, std::string_view accusative_ending);
    void make_edges();

    void enter(WordId id) noexcept;
    void widen_table();

    std::string arena_;  // texts of the words, a NUL behind each, which no normal form holds
    std::vector<Word> words_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> places_;  // of each word in the arena, filled by freeze
    std::vector<Brief> briefs_;                                    // of each word, filled by freeze
    std::vector<ClassSet> classes_;                                // the different ones, filled by freeze
    std::vector<Phrase> phrases_;                                  // phrase of each trie node, length 0: none
    std::vector<std::pair<std::uint64_t, std::uint32_t>> edges_;  // (node, word) -> node, open addressing; node 0: none
    std::uint64_t edge_mask_ = 0;
    std::unordered_map<std::uint64_t, std::uint32_t> added_edges_;  // until freeze
    // Words by hash, open addressing. Most words that are looked up are not there (what would be left without a
    // particle), and a byte of the hash, 0 for an empty slot, shows it without a look at more.
    std::vector<std::uint8_t> tags_;
    std::vector<std::pair<std::uint32_t, WordId>> slots_;  // where its text begins in the arena, the word
    std::uint64_t mask_ = 0;
};

}  // namespace rawi::language
