// What a written form is made of, whatever stands around it: particles written in one word with it, the word, an
// attached pronoun, an ending that is a token of its own.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "language/pack.hpp"

namespace rawi::detection {

/// Proclitics of a form, then its stem, then perhaps a suffix.
struct Division {
    static constexpr std::size_t most_proclitics = 4;
    static constexpr std::uint8_t no_suffix = 0xFF;
    static constexpr std::uint8_t no_proclitic = 0xFF;

    language::WordId word = language::unknown_word;          ///< of the stem
    std::array<std::uint8_t, most_proclitics> proclitics{};  ///< places in the pack's list, in the order of the text
    std::uint8_t proclitic_count = 0;
    std::uint8_t suffix = no_suffix;  ///< place in the pack's list
    /// Place of the proclitic behind which the form, though known whole, is a verb in the past tense: ورد is و + رد.
    std::uint8_t before_verb = no_proclitic;
    bool definite = false;  ///< the stem carries the attached article
    bool assimilated = false;  ///< the last proclitic has taken the article's first letter: للمجلس is ل + المجلس
    bool unsplit = false;  ///< neither known whole nor behind proclitics: what stands before it may ask for one
    language::Agreement enclitic;

    friend bool operator==(const Division&, const Division&) = default;
};

/// Takes a word in normal form apart where the rest is a word that the pack knows. What is ambiguous is left alone.
[[nodiscard]] Division divide(const language::Pack& pack, std::string_view normal);

/// The form as one token, nothing split off: for numbers, and for what a proclitic that was asked for leaves.
[[nodiscard]] Division undivided(const language::Pack& pack, std::string_view normal);

/// The normal form of the stem of an assimilated form: `level`, its letters from the last proclitic on.
[[nodiscard]] std::string assimilated_stem(const language::Pack& pack, const language::Proclitic& proclitic,
                                           std::string_view level);

/// Whether `normal` has the letters that a stem has at least: two.
[[nodiscard]] bool is_stem(std::string_view normal) noexcept;

}  // namespace rawi::detection
