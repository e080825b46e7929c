// "The Ohio senator and presidential candidate": two offices of one.
#include "sources/capitalised_phrase.hpp"

namespace rawi::sources {

using detection::Known;
using language::Part;

/// "The mayor and police chief" may be two; one who was something else before, or who runs for something, is one.
bool CapitalisedPhrase::second_office(std::uint32_t conjunction) const {
    static const language::ClassSet people =
        language::set_of({Known::role_noun, Known::human_noun, Known::title, Known::contender});
    const TokenRange tokens = mention_.tokens;
    const auto one = [&](std::uint32_t head) {
        return article_.has(head, people) && !article_.pack->lexicon.brief(article_.tokens[head].word).several;
    };
    if (!has(conjunction, Known::conjunction) || !has(tokens.begin, Known::definite) ||
        conjunction < tokens.begin + 2 || !one(conjunction - 1))
        return false;
    std::uint32_t end = conjunction + 1;
    while (end < tokens.end && article_.tokens[end].kind == text::CharClass::letter && !has(end, Known::preposition) &&
           !has(end, Known::relative)) {
        if (is(end, Part::determiner)) return false;
        ++end;
    }
    if (end == conjunction + 1) return false;
    return has(conjunction + 1, Known::former) || (has(end - 1, Known::contender) && one(end - 1));
}

}  // namespace rawi::sources
