// The words of a claim as they are compared with those of others.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rawi/span.hpp"

namespace rawi::language {
class Pack;
}

namespace rawi::text {
struct RawTokens;
}

namespace rawi::corpus {

/// One word as it is compared.
struct Word {
    Span span;              ///< in the text that was given
    std::string normal;     ///< normal form
    std::string bare;       ///< the same without what is written in one word with it: particles and the article
    bool frequent = false;  ///< a function word, which says nothing of what a text is about
    bool hedge = false;
};

/// Reads words with the help of a language's pack: folds their spellings (hamza, marks, case, digits), takes off
/// attached particles and articles (والحكومة is حكومة), tells function words. A number is read as what it means:
/// "1,200" is 1200, and "77.8 percent" one word, 77.8%. A language without a pack has none of these but the folding and
/// the numbers.
class WordReader {
public:
    explicit WordReader(std::string_view language);

    [[nodiscard]] std::vector<Word> read(std::string_view text) const;

    /// The bare forms of all words but the frequent ones, one space between them: what claims are compared by.
    [[nodiscard]] std::string key(std::string_view text) const;

    /// The name of somebody as `language::plain_name`, with a conjunction joined to the word behind it where it is
    /// written so: و تقنية is وتقنية.
    [[nodiscard]] std::string name_key(std::string_view name) const;

    [[nodiscard]] bool right_to_left() const noexcept;

    /// nullptr where the language has no pack.
    [[nodiscard]] const language::Pack* pack() const noexcept { return pack_; }

private:
    template <class Visit>
    void each_word(std::string_view text, Visit&& visit) const;
    [[nodiscard]] std::size_t behind_percent(const text::RawTokens& raw, std::size_t token) const;
    [[nodiscard]] bool attached_conjunction(std::string_view normal) const;
    [[nodiscard]] bool frequent(std::string_view normal) const;
    [[nodiscard]] std::string bare(std::string_view normal) const;

    const language::Pack* pack_;
    std::vector<std::string> attached_;  // particles and the article
};

/// The reader for a language; made once, shared by all threads.
[[nodiscard]] const WordReader& words_in(std::string_view language);

/// Which of the built-in languages `text` is in.
[[nodiscard]] std::string language_of(std::string_view text);

/// A stable hash of each word in a key.
[[nodiscard]] std::vector<std::uint64_t> hashes_of(std::string_view key);

/// Eight bytes at a time, multiplied and folded as in FNV-1a, with a final mix; the same on every machine.
[[nodiscard]] std::uint64_t hash_of(std::string_view bytes, std::uint64_t seed = 0) noexcept;

/// Scatters the bits of a number (the finaliser of SplitMix64, Steele et al. 2014).
[[nodiscard]] std::uint64_t mixed(std::uint64_t value) noexcept;

}  // namespace rawi::corpus
