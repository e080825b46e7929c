// What in a capitalised phrase is a person's own name: not the office before it, nor where somebody is from.
#include "sources/capitalised_phrase.hpp"

namespace rawi::sources {

using detection::Known;
using language::Part;

void CapitalisedPhrase::without_roles() {
    if (mention_.name.empty()) return;
    std::uint32_t begin = mention_.name.begin;
    // "American Civil Liberties Union": what closes with a body is that body's name.
    if (article_.match(begin, Known::organisation, mention_.name.end) == mention_.name.size() ||
        article_.match(begin, Known::outlet, mention_.name.end) == mention_.name.size() ||
        has(mention_.name.end - 1, Known::organisation_noun))
        return;
    for (std::uint32_t i = begin + 1; i < mention_.name.end; ++i) {
        if (inside_body(i)) return;
    }
    const bool body = body_of_something();  // "the Observatory for Human Rights"
    bool given = false;
    for (std::uint32_t i = begin; i + 1 < mention_.name.end; ++i) {
        // Behind a given name nothing is a role, unless it is no name as it is written: "Virginia professor".
        given = given || (is(i, Part::proper) && has(i, Known::name) && !has(i, Known::role_noun));
        if (given && article_.tokens[i].upper) continue;
        if (has(i, Known::role_noun) || (!body && has(i, Known::human_noun) && !has(i, Known::name))) begin = i + 1;
    }
    if (begin == mention_.name.begin) return;
    while (begin < mention_.name.end && !capital(begin)) ++begin;
    mention_.name.begin = begin;
}

void CapitalisedPhrase::without_place() {
    for (std::uint32_t i = mention_.name.begin + 1; i < mention_.name.end; ++i) {
        if (!has(i, Known::preposition)) continue;
        if (body_goes_on(i) || !names_person({mention_.name.begin, i})) return;  // "the Abu Dhabi Fund for Development"
        mention_.name.end = i;
        return;
    }
}

/// Whether what stands before "of" is somebody's name: a given name opens it, or it is several words that mean nothing
/// and of which none is a body's: "Holger Keel of Acme", but "the Chamber of Commerce".
bool CapitalisedPhrase::names_person(TokenRange name) const {
    static const language::ClassSet bodies =
        language::set_of({Known::organisation_noun, Known::group_noun, Known::organisation, Known::outlet_word,
                          Known::outlet, Known::place, Known::state, Known::role_noun, Known::document_noun});
    if (has(name.begin, Known::name)) return true;
    if (as_outlet_) return false;
    // "Sen. Banks of Ohio"
    const bool stop = name.begin > rest_ + 1 && article_.tokens[name.begin - 1].mark == '.';
    const bool titled = name.begin > rest_ && has(name.begin - (stop ? 2 : 1), Known::title);
    std::uint32_t words = titled ? 1 : 0;
    for (std::uint32_t i = name.begin; i < name.end; ++i) {
        if (!wordlike(i)) continue;
        const bool means = article_.can_be(i, Part::noun) || article_.can_be(i, Part::adjective);
        if (article_.has(i, bodies) || (means && !titled)) return false;
        ++words;
    }
    return words > 1;
}

}  // namespace rawi::sources
