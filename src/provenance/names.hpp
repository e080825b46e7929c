// What agents are called: which of many names one is known by, and which of the words in a name are a person's own.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sources/person_name.hpp"

namespace rawi::provenance {

/// How often somebody is called by each name.
using NameCounts = std::map<std::string, std::size_t, std::less<>>;

/// Articles call one agent by many names: the most common one, of equals the shortest; empty where there is none.
[[nodiscard]] std::string most_common(const NameCounts& names);

/// The words of a name as an article gives it: "Foreign Minister Dr. Adam B. Novak".
struct PersonWords {
    std::vector<sources::NameWord> own;  ///< the name itself, as `sources::person_name`: adam novak
    /// Every word, without initials behind a name; letters of other initials (J.K.) stand apart. Empty where there are
    /// no initials, or where letters are not told from particles by capitals.
    std::string without_initials;
};

[[nodiscard]] PersonWords person_words(std::string_view name, const language::Pack& pack);

/// The words with `between` them.
[[nodiscard]] std::string joined(std::span<const sources::NameWord> words, std::string_view between);

/// The code of the pack that is built in for a language: "ar" for "ar-EG"; empty where there is none.
[[nodiscard]] std::string_view built_in_code(std::string_view language);

/// That pack, which lasts as long as the program; nullptr where there is none.
[[nodiscard]] const language::Pack* built_in_pack(std::string_view language);

}  // namespace rawi::provenance
