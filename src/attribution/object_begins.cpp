// Where the object of a verb begins that stands right behind its subject, with no preposition between them.
#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

using detection::Known;

/// دعا خبير اقتصادي | الحكومة, وصف مصدر مطلع | القرار: what an adjective describes and nothing defines is completed by
/// nothing definite behind the adjective, if that is one of belonging or describes a source. But مدير عام الشركة,
/// مصدر رفيع المستوى.
bool Phrases::described_indefinite(std::uint32_t begin, std::uint32_t i) const {
    static const language::ClassSet heads = language::set_of(
        {Known::human_noun, Known::role_noun, Known::source_noun, Known::group_noun, Known::organisation_noun});
    if (i < begin + 2 || article_.tokens[i - 1].definite || article_.tokens[begin].definite ||
        !article_.has(begin, heads) || !article_.can_be(i - 1, language::Part::adjective) || has(i - 1, Known::name) ||
        has(i, Known::title) || has(i, Known::name) ||
        !article_.is(i, language::PartSet(language::Part::noun) | language::Part::proper))
        return false;
    if (!article_.tokens[i].definite && !has(i, Known::state)) return false;
    return (has(begin, Known::source_noun) && i == begin + 2 && !has(i, Known::thing_noun)) ||
           article_.ends_in(i - 1, article_.pack->sound_plural) ||
           std::ranges::any_of(article_.pack->origin_endings,
                               [&](const std::string& ending) { return article_.ends_in(i - 1, ending); });
}

/// دعت واشنطن | المواطنين, دعت صحيفة "الغد" | أصحاب العقارات: people are no more of a name.
bool Phrases::people_behind_name(std::uint32_t i) const {
    using language::Part;
    const bool definite = article_.tokens[i - 1].definite;
    const bool unlisted = !definite && article_.tokens[i - 1].word == language::unknown_word;
    const bool state = has(i - 1, Known::state);
    const bool named =
        unlisted || article_.closes(i - 1) != none || (has(i - 1, Known::organisation) && !definite) ||
        (article_.is(i - 1, Part::proper) && (state || (!definite && !article_.can_be(i - 1, Part::adjective))));
    // قادة العالم, قادة وزعماء العالم
    const std::uint32_t last = i + 2 < article_.tokens.size() && has(i + 1, Known::conjunction) ? i + 2 : i;
    const bool whole = article_.tokens[i].definite ||
                       (last + 1 < article_.tokens.size() && wordlike(last + 1) && article_.tokens[last + 1].definite);
    // أمرت السعودية والبحرين | القطريين
    const bool others = article_.tokens[i].definite && state && article_.can_be(i, Part::adjective) &&
                        article_.ends_in(i, article_.pack->oblique_plural);
    return named && whole && (others || article_.pack->lexicon.brief(article_.tokens[i].word).several) &&
           !has(i, Known::title) && article_.is(i, language::PartSet(Part::noun) | Part::adjective);
}

/// نصح الخبراء | المستخدمين, طالب فضيلته | الخطيب, دعا البعض | رئيس التحرير, دعا الحداد | الصين, دعت القناة | الفيفا,
/// حمل النقابي | وزير التعليم: whether what stands right behind the first word of a subject cannot be a part of its
/// name.
bool Phrases::another_beside(std::uint32_t begin) const {
    using language::Part;
    const std::uint32_t i = begin + 1;
    const detection::Token& first = article_.tokens[begin];
    const bool definite = article_.tokens[i].definite;
    const bool named =
        !article_.has(begin, detection::body_nouns()) && (article_.is(begin, Part::proper) || has(begin, Known::name));
    // What described the experts would be no oblique plural.
    if (definite && (first.definite || named) && detection::oblique_people(article_, i)) return true;
    // أبلغت ماي | وزراءها
    if (named && article_.tokens[i].enclitic != language::Agreement{} && article_.is(i, Part::noun) &&
        !has(i, Known::same) && !has(i, Known::quantifier))
        return true;
    const bool whole = first.enclitic != language::Agreement{} || (first.definite && some_of(begin));
    if (whole && article_.is(i, Part::noun)) return true;
    const bool surname = (article_.is(begin, Part::proper) || has(begin, Known::name)) && !has(begin, Known::state) &&
                         !has(begin, Known::place);
    if (definite && surname && has(i, Known::state)) return true;
    if (definite && first.definite && article_.has(begin, detection::body_nouns()) && has(i, Known::organisation) &&
        article_.is(i, Part::proper))
        return true;
    return !definite && has(i, Known::role_noun) && first.definite && has(begin, Known::human_noun) &&
           !has(begin, Known::role_noun) && !has(begin, Known::title) && !surname;
}

/// بعض, البعض, أحد, عدد من
bool Phrases::some_of(std::uint32_t token) const {
    return has(token, Known::indefinite_pronoun) || has(token, Known::quantifier) || has(token, Known::article);
}

/// Whether the word names somebody, or tells who somebody is; no place and no body.
bool Phrases::names_person(std::uint32_t token) const {
    static const language::ClassSet holders =
        language::set_of({Known::title, Known::role_noun, Known::human_noun, Known::name, Known::given_name});
    if (has(token, Known::place) || has(token, Known::state) || article_.has(token, detection::body_nouns()))
        return false;
    return article_.has(token, holders) ||
           (article_.is(token, language::Part::proper) && !article_.tokens[token].definite);
}

/// اتهمت تركيا | غولن, اتهمت إسرائيل | ثلاثة أشخاص, اتهم أحد النواب | سالم, اتهم المحتجون | الرئيس: who cannot be a
/// part of the name of a state, of some or of several people that stand before.
bool Phrases::another_behind(std::uint32_t begin, std::uint32_t i) const {
    using language::Part;
    const bool beside = i == begin + 1;
    if (has(begin, Known::state)) return beside && (names_person(i) || article_.is(i, Part::number));
    if (beside && another_beside(begin)) return true;
    const bool definite = article_.tokens[i].definite;
    if (i == begin + 2 && some_of(begin)) {
        // طالب بعض المستخدمين | الوزير
        if (definite && detection::oblique_people(article_, i - 1) && has(i, Known::role_noun)) return true;
        if (article_.tokens[i - 1].definite && article_.is(i, Part::proper)) return names_person(i);
    }
    if (!beside || !article_.tokens[begin].definite || article_.is(begin, Part::proper) ||
        !article_.ends_in(begin, article_.pack->sound_plural))
        return false;
    // المحتجون السلميون, الأطباء المقيمون: what describes them is no singular and no person.
    const bool people =
        article_.pack->lexicon.brief(article_.tokens[i].word).several && !article_.can_be(i, Part::adjective);
    return definite ? people || has(i, Known::role_noun) || has(i, Known::title) || has(i, Known::state)
                    : names_person(i);
}

/// اتهمت المعارضة | أردوغان, اتهمت وزارة العدل | سالم, اتهمت النيابة في بوليفيا | تشافيز: somebody's name behind that
/// of a body. But مكتب رئيسة الوزراء سلمى الحداد, a body of somebody who has a name.
bool Phrases::person_behind_body(std::uint32_t begin, std::uint32_t i) const {
    if (!article_.has(begin, detection::body_nouns()) || has(begin, Known::human_noun)) return false;
    const bool somewhere = has(i - 1, Known::place) && i > begin + 2 && has(i - 2, Known::preposition);
    const bool complete = article_.tokens[i - 1].definite && !article_.is(i - 1, language::Part::proper);
    if (!complete && !somewhere) return false;
    for (std::uint32_t t = begin + 1; t < i; ++t) {
        if (has(t, Known::role_noun) || has(t, Known::human_noun) || has(t, Known::title)) return false;
    }
    return names_person(i) && !article_.tokens[i].definite && !has(i, Known::role_noun) && !has(i, Known::human_noun);
}

/// Whether the object of a verb that has one begins at `i`, inside the phrase from `begin` to `end` that begins with
/// its subject. `names`: how many names without the article stand right before.
bool Phrases::object_begins(std::uint32_t begin, std::uint32_t i, std::uint32_t end, std::uint32_t names) const {
    const bool definite = article_.tokens[i].definite;
    // محررون في رويترز: what a preposition governs is no outlet spoken to.
    if (article_.match(i, Known::outlet, end) != 0 && !has(i - 1, Known::outlet_noun) &&
        !has(i - 1, Known::preposition) && article_.opens(i - 1) == none)
        return true;
    if (opens_object(i, end)) return true;
    // أبلغ الأحمر | الرئيس: a surname alone and the office of another.
    if (i == begin + 1 && definite && has(i, Known::role_noun) && article_.tokens[begin].definite &&
        article_.is(begin, language::Part::proper))
        return true;
    if (described_indefinite(begin, i) || people_behind_name(i) || another_behind(begin, i) ||
        person_behind_body(begin, i))
        return true;
    // حث الأحمر | الحداد: two surnames are not one; but الحبيب الصيد, whose first is a given name.
    const auto surname = [&](std::uint32_t token) {
        return article_.tokens[token].definite && has(token, Known::name) && article_.is(token, language::Part::proper);
    };
    if (i == begin + 1 && surname(begin) && surname(i) && !has(begin, Known::given_name) &&
        article_.value({begin, begin + 1}, Known::name).empty())
        return true;
    // Behind a name of two words or more a definite noun is the object: "described Layla Darwish | the film as".
    return names >= 2 && definite && !has(i, Known::name) && !has(i, Known::name_tail) && !has(i, Known::role_noun) &&
           !has(i, Known::deity);
}

}  // namespace rawi::attribution
