// Which of the names that articles give are those of one person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sources/person_name.hpp"

namespace rawi::corpus {

/// How an article calls somebody: "Foreign Minister Dr. Adam Novak".
struct PersonName {
    std::string plain;  ///< all of it, as `WordReader::name_key`
    /// The name itself, without offices, titles and initials: adam novak for "Foreign Minister Adam B. Novak"; empty
    /// where none is seen.
    std::vector<sources::NameWord> own;
    std::string squeezed;  ///< `plain` without its spaces
    std::string joined;    ///< the words of `own` without spaces between them
    std::string all;       ///< every word, without initials behind a name; letters of other initials (J.K.) stand apart

    /// The name itself if it has two words or more, else all of it.
    [[nodiscard]] std::string shortest() const;
};

[[nodiscard]] PersonName read_person(std::string_view name, std::string_view language);

/// Whether two who are said to have said the same words are one: their names are the same, the one is a part of the
/// other, or they share more than a given name. For people in general that is too much.
[[nodiscard]] bool one_speaker(const PersonName& one, const PersonName& other);

/// Without its spaces, which are set differently within names: عبد الرحمن, عبدالرحمن.
[[nodiscard]] std::string squeezed(std::string_view name);

}  // namespace rawi::corpus
