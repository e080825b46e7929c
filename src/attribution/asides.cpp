// What stands between marks or behind one and belongs to the noun before it.
#include "attribution/extents.hpp"

namespace rawi::attribution {

using detection::Known;
using language::Part;
using language::PartSet;
using text::CharClass;

/// بأن القوات، التي تقدمت، | من المتوقع أن: whether the comma closes what stands beside the noun that the clause has
/// begun with, which has no verb yet.
bool Extents::closes_aside(std::uint32_t begin, std::uint32_t comma) const {
    std::uint32_t opening = comma;
    while (opening > begin && !is(opening - 1, CharClass::comma)) --opening;
    if (opening > begin + 1 && has(opening, Known::relative)) {
        bool noun = true;
        for (std::uint32_t i = begin; i + 1 < opening; ++i) noun = noun && wordlike(i) && !article_.is(i, Part::verb);
        if (noun) return true;
    }
    return parted_subject(begin, comma);
}

/// أن الحركة، وفي حال مشاركتها، | ستقترح أسماء, إن العجز - وهو كبير - | من المتوقع أن يزيد: whether nothing but a noun
/// phrase stands before the first mark of the clause, and another mark closes what parts it from its verb.
bool Extents::parted_subject(std::uint32_t begin, std::uint32_t mark) const {
    const auto parts = [&](std::uint32_t i) {
        return is(i, CharClass::comma) || (is(i, CharClass::dash) && article_.tokens[i].space_before);
    };
    std::uint32_t first = begin;
    while (first < mark && wordlike(first) && !article_.is(first, Part::verb)) ++first;
    if (first == begin || first + 2 >= mark || !parts(first) || !wordlike(first + 1)) return false;
    static const language::ClassSet opens = language::set_of({Known::relative, Known::conjunction, Known::preposition});
    if (is(first, CharClass::comma) && !article_.has(first + 1, opens)) return false;
    return head_first_end(begin, first, true) == first && !article_.is(first - 1, Part::adjective);
}

/// Whether a noun without an article stands shortly before the comma: a verb can tell more of it.
bool Extents::unknown_noun_before(std::uint32_t comma) const {
    constexpr std::uint32_t reach = 12;  // tokens
    for (std::uint32_t i = comma; i-- > 0 && i + reach > comma;) {
        if (is(i, CharClass::comma) || is(i, CharClass::terminator) || article_.is(i, Part::verb)) return false;
        if (!wordlike(i) || article_.tokens[i].definite || article_.tokens[i].enclitic != language::Agreement{})
            continue;
        if (article_.is(i, Part::adjective)) return true;
        const bool owned = wordlike(i + 1) && (article_.tokens[i + 1].definite || article_.is(i + 1, Part::proper) ||
                                               article_.is(i + 1, Part::noun));
        if (article_.is(i, Part::noun) && !owned && !has(i, Known::time) && !has(i, Known::time_noun)) return true;
    }
    return false;
}

/// خطط وبرامج تهدف إلى: things without an article on both sides of a conjunction, of which a verb tells more.
bool Extents::unnamed_things(std::uint32_t before, std::uint32_t behind) const {
    static const language::ClassSet speakers = language::set_of(
        {Known::human_noun, Known::role_noun, Known::group_noun, Known::source_noun, Known::organisation_noun,
         Known::document_noun, Known::evidence, Known::quantifier, Known::collective_noun, Known::outlet_noun});
    const auto unnamed = [&](std::uint32_t i) {
        return !article_.tokens[i].definite && article_.tokens[i].enclitic == language::Agreement{};
    };
    return article_.pack->heads_first && article_.is(behind, Part::noun) && unnamed(behind) &&
           !article_.has(behind, speakers) && article_.is(before, PartSet(Part::noun) | Part::adjective) &&
           unnamed(before);
}

/// أعلن المعهد منحة، | تحمل اسم الراحلة: behind a comma a verb that tells more of the noun before it, where no subject
/// of its own follows.
bool Extents::tells_of_noun(std::uint32_t token, std::uint32_t limit) const {
    std::uint32_t verb = token;
    while (verb < limit && (has(verb, Known::auxiliary) || has(verb, Known::negation))) ++verb;
    if (verb >= limit || !wordlike(verb) || !article_.is(verb, Part::verb)) return false;
    if (!unknown_noun_before(token - 1) || article_.match(token, Known::refers_back, limit) != 0) return false;
    if (attached_object(verb)) return true;
    const std::uint32_t next = verb + 1;
    if (next >= limit || !wordlike(next)) return false;
    // يتم بموجبها المضي: its pronoun means the noun.
    if (article_.tokens[next].enclitic != language::Agreement{} || has(next, Known::resumptive)) return true;
    static const language::ClassSet speakers =
        language::set_of({Known::human_noun, Known::role_noun, Known::title, Known::organisation, Known::state});
    return !article_.tokens[next].definite && !article_.has(next, speakers) && !has(next, Known::complementiser) &&
           !article_.is(next, PartSet(Part::proper) | Part::pronoun);
}

}  // namespace rawi::attribution
