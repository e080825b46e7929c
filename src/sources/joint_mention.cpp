#include "sources/joint_mention.hpp"

#include "detection/noun_phrase.hpp"

namespace rawi::sources {

using detection::Known;
using text::CharClass;

/// Whether the conjunction joins another one: not one more adjective (العقاري والمصرفي), and beside a person no
/// thing, which is one more of what he has to do with (مدير إدارة العلاقات والاتصال).
bool JointMention::joins(std::uint32_t conjunction) const {
    static const language::ClassSet people =
        language::set_of({Known::human_noun, Known::role_noun, Known::title, Known::name, Known::source_noun});
    static const language::ClassSet bodies =
        language::set_of({Known::group_noun, Known::organisation_noun, Known::organisation, Known::outlet_noun,
                          Known::outlet, Known::collective_noun, Known::state});
    const std::uint32_t next = conjunction + 1;
    if (next >= phrase_.end || article_.is(next, language::Part::adjective)) return false;
    if (article_.has(conjunction, Known::clause_conjunction)) return false;  // فلورانس: a particle that is none
    if (completes(conjunction)) return false;
    // فلان وزير التجارة والصناعة, فلان أخصائي سلامة وحوادث الطيران: somebody stands before it, and no name behind.
    // Nor behind a body: وزارة التجارة والصناعة.
    // Nor is the body somebody beside its own star: نجم النادي ومنتخب بلاده.
    const bool body = article_.has(phrase_.begin, Known::organisation_noun);
    bool one = body;
    for (std::uint32_t i = phrase_.begin; i < conjunction && !one; ++i)
        one = article_.has(i, Known::human_noun) || article_.has(i, Known::role_noun);
    return !one || !article_.is(next, language::Part::noun) ||
           ((article_.has(next, people) || (body && article_.has(next, bodies))) &&
            !article_.has(next, Known::thing_noun) && !article_.has(next, Known::event_noun));
}

/// مدير المشروع للزائرين والحجاج, مدير السياحة في أريحا والأغوار: whether what stands behind the conjunction is one
/// more of what the head's preposition governs, not somebody beside the head.
bool JointMention::completes(std::uint32_t conjunction) const {
    bool governed = false;
    for (std::uint32_t i = phrase_.begin + 1; i < conjunction; ++i) {
        if (article_.tokens[i].kind == CharClass::comma) governed = false;
        governed = governed || article_.has(i, Known::preposition);
    }
    if (!governed) return false;
    const std::uint32_t next = conjunction + 1;
    if (article_.has(next, Known::place)) return article_.has(conjunction - 1, Known::place);
    if (article_.has(next, Known::title) || article_.is(next, language::Part::proper)) return false;
    if (!article_.is(next, language::Part::noun)) return false;
    static const language::ClassSet speakers =
        language::set_of({Known::human_noun, Known::role_noun, Known::source_noun, Known::outlet, Known::outlet_noun,
                          Known::organisation, Known::organisation_noun, Known::group_noun});
    if (!article_.has(next, speakers)) return true;
    const auto several = [this](std::uint32_t i) {
        return article_.tokens[i].definite && detection::plural_people(article_, i);
    };
    return several(next) && several(conjunction - 1);
}

/// "The club's president and member of the council, Hamad": two offices and one name behind a comma are one
/// person's.
bool JointMention::one_person(std::uint32_t conjunction) const {
    const auto office = [this](std::uint32_t i) {
        const auto agreement = language::parse_agreement(article_.value({i, i + 1}, Known::human_noun));
        return (article_.has(i, Known::role_noun) || article_.has(i, Known::human_noun)) &&
               (!agreement || agreement->number != language::Number::plural);
    };
    if (conjunction + 1 >= core_end_ || !office(conjunction + 1)) return false;
    // "Hamad, the president of the club and a member of the council".
    if (article_.is(phrase_.begin, language::Part::proper) || article_.has(phrase_.begin, Known::title)) {
        for (std::uint32_t i = phrase_.begin + 1; i < conjunction; ++i) {
            if (office(i) && !article_.has(i, Known::title)) return true;
        }
    }
    if (!office(phrase_.begin)) return false;
    if (one_name_closes(conjunction)) return true;
    std::uint32_t comma = conjunction + 1;
    while (comma < core_end_ && article_.tokens[comma].kind != CharClass::comma) ++comma;
    for (std::uint32_t i = comma + 1; i < core_end_; ++i) {
        if (article_.has(i, Known::conjunction)) return false;
    }
    return comma + 1 < core_end_ &&
           (article_.is(comma + 1, language::Part::proper) || article_.has(comma + 1, Known::title));
}

/// الكاتب والمحلل فلان: whether nobody is named before the conjunction and a name closes what stands behind it,
/// unless a pronoun there turns back to the first (الرئيس ووزير خارجيته فلان).
bool JointMention::one_name_closes(std::uint32_t conjunction) const {
    const auto person = [this](std::uint32_t i) {
        return article_.is(i, language::Part::proper) && !article_.has(i, Known::place) &&
               !article_.has(i, Known::organisation) && !article_.has(i, Known::state);
    };
    for (std::uint32_t i = phrase_.begin; i < conjunction; ++i) {
        if (person(i)) return false;
    }
    for (std::uint32_t i = conjunction + 1; i < core_end_; ++i) {
        if (article_.tokens[i].enclitic != language::Agreement{} || article_.tokens[i].kind == CharClass::comma)
            return false;
        if (article_.has(i, Known::title) || (person(i) && article_.has(i, Known::name))) return true;
    }
    return false;
}

}  // namespace rawi::sources
