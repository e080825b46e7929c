#include "corpus/person_names.hpp"

#include <algorithm>
#include <utility>

#include "corpus/words.hpp"
#include "provenance/names.hpp"
#include "text/ascii.hpp"

namespace rawi::corpus {
std::string squeezed(std::string_view name) {
    std::string all(name);
    std::erase(all, ' ');
    return all;
}

std::string PersonName::shortest() const {
    return own.size() >= 2 ? provenance::joined(own, " ") : all;
}

PersonName read_person(std::string_view name, std::string_view language) {
    const WordReader& words = words_in(language);
    PersonName person;
    person.plain = words.name_key(name);
    person.squeezed = squeezed(person.plain);
    person.all = person.plain;
    if (words.pack() == nullptr) return person;
    provenance::PersonWords read = provenance::person_words(name, *words.pack());
    person.own = std::move(read.own);
    person.joined = provenance::joined(person.own, {});
    if (!read.without_initials.empty()) person.all = std::move(read.without_initials);
    return person;
}

bool one_speaker(const PersonName& one, const PersonName& other) {
    if (one.plain.empty() || other.plain.empty()) return one.plain == other.plain;
    if (text::stand_in(one.plain, other.plain) || text::stand_in(other.plain, one.plain)) return true;
    if (one.squeezed == other.squeezed) return true;
    if (one.own.empty() || other.own.empty()) return false;
    if (one.joined == other.joined) return true;
    std::size_t shared = 0;
    bool family_name = false;
    for (const sources::NameWord& word : one.own) {
        if (std::ranges::find(other.own, word.text, &sources::NameWord::text) == other.own.end()) continue;
        ++shared;
        family_name = family_name || !word.given;
    }
    return family_name || shared >= 2 || (shared > 0 && shared == std::min(one.own.size(), other.own.size()));
}

}  // namespace rawi::corpus
