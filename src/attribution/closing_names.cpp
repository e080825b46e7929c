// Names that look like something else, or that nobody has listed, where what is said follows them: what stands between
// an office or a given name and "that" is who holds it.
#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

using detection::Known;
using language::Part;
using text::CharClass;

/// Whether what is said begins at `i`, with or without a comma before it.
bool Phrases::clause_begins(std::uint32_t i) const {
    const auto there = [&](std::uint32_t token) { return token < article_.tokens.size(); };
    if (there(i) && is(i, CharClass::comma)) ++i;
    return there(i) && wordlike(i) && has(i, Known::complementiser) && !article_.tokens[i].proclitic &&
           !article_.tokens[i - 1].proclitic;
}

/// قالت وكالة الأنباء "وام"، أمس الأربعاء، إن: whether nothing but an aside between commas stands before what is said.
bool Phrases::clause_behind_aside(std::uint32_t i, std::uint32_t limit) const {
    constexpr std::uint32_t longest_aside = 14;  // tokens
    if (i >= limit || !is(i, CharClass::comma)) return false;
    for (const std::uint32_t end = std::min(limit, i + longest_aside); i < end; ++i) {
        const std::uint32_t said = i + 1 < limit && has(i, Known::preposition) ? i + 1 : i;
        if (is(i - 1, CharClass::comma) && has(said, Known::complementiser)) return true;
        if (is(i, CharClass::terminator) || is(i, CharClass::newline) || finite_cue(i)) return false;
    }
    return false;
}

/// The number of words from `i` on that close the name of the one whom the phrase from `begin` on describes; 0 where
/// they are no name.
std::uint32_t Phrases::closing_name(std::uint32_t begin, std::uint32_t i, std::uint32_t limit) const {
    if (i <= begin || i >= limit || !wordlike(i) || !wordlike(i - 1) || article_.tokens[i].proclitic ||
        has(begin, Known::organisation_noun))
        return 0;
    if (clause_begins(i + 1)) return closing_surname(begin, i) ? 1 : 0;
    const std::uint32_t words = clause_begins(i + 2) ? 2 : clause_begins(i + 3) ? 3 : 0;
    return words != 0 && i + words <= limit && name_of_office(begin, i, words) ? words : 0;
}

/// Where what stands behind the comma ends that tells who the one is whom the phrase from `office` on describes.
std::uint32_t Phrases::apposed_end(std::uint32_t office, std::uint32_t begin, std::uint32_t limit) const {
    static const language::ClassSet offices = language::set_of({Known::role_noun, Known::title});
    bool nameless =
        article_.has(office, offices) && !article_.pack->lexicon.brief(article_.tokens[office].word).several;
    for (std::uint32_t i = office + 1; nameless && i + 1 < begin; ++i) {
        nameless = !is(i, CharClass::comma) && !has(i, Known::relative) &&
                   !(article_.is(i, Part::proper) && has(i, Known::name) && !has(i, Known::place));
    }
    const std::uint32_t end = nameless ? apposed_name(begin, limit) : none;
    return end != none ? end : apposition_end(begin, limit);
}

/// قال وزير الصحة، مات هانكوك، إن, رد الرئيس، حسن روحاني قائلا: behind an office two words or more up to what is said
/// are its holder's name, whatever part of speech they look like, if one of them can be nothing but a name.
std::uint32_t Phrases::apposed_name(std::uint32_t begin, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 4;  // words
    static const language::ClassSet closed =
        language::set_of({Known::complementiser, Known::subordinator, Known::relative,  Known::pronoun,
                          Known::negation,       Known::auxiliary,    Known::adverb,    Known::adjunct,
                          Known::time,           Known::weekday,      Known::month,     Known::quantifier,
                          Known::possessing,     Known::np_stop,      Known::role_noun, Known::hearer_noun,
                          Known::group_noun,     Known::outlet_noun,  Known::outlet,    Known::document_noun,
                          Known::medium,         Known::channel,      Known::state,     Known::organisation_noun});
    // قوله, قائلا
    const auto tells_saying = [this](std::uint32_t i) {
        return cue_at_[i] != none &&
               ((noun_of_saying(i) && attached_object(i)) ||
                std::ranges::any_of(cues_[cue_at_[i]].readings(), [](const language::CueForm& reading) {
                    return reading.form == language::Form::participle;
                }));
    };
    std::uint32_t words = 0;
    bool name = false;
    std::uint32_t i = begin;
    for (; i < limit && wordlike(i) && words <= longest; ++i) {
        const detection::Token& token = article_.tokens[i];
        // براد, فلورانس: a particle that is none.
        const bool split = i > begin && !token.space_before;
        if (i == begin && has(i, Known::title)) continue;
        if (clause_begins(i) || tells_saying(i)) break;
        if (finite_cue(i) || article_.has(i, closed)) return none;
        if (!split) ++words;
        name = name || token.word == language::unknown_word ||
               (article_.is(i, Part::proper) && !token.definite && (i == begin || !has(i, Known::place)));
    }
    if (words < 2 || words > longest || !name || i >= article_.tokens.size()) return none;
    const bool comma = is(i, CharClass::comma);
    // كما قال الوزير، يريد سالم أن: but a verb's subject is followed by no comma.
    if (!comma && article_.is(begin, Part::verb)) return none;
    const std::uint32_t said = comma ? i + 1 : i;
    if (said >= article_.tokens.size()) return none;
    return clause_begins(said) || tells_saying(said) || (!comma && is(i, CharClass::colon)) ? i : none;
}

/// الدكتور سمير بن كريم | توكل، أن, الناقد سمير | الجمل إن: behind the given name of somebody with a title or an
/// office.
bool Phrases::closing_surname(std::uint32_t begin, std::uint32_t i) const {
    // Who is told, and when: أبلغ الدكتور سمير الوزارة أن, قال الدكتور سمير الخميس إن.
    static const language::ClassSet others = language::set_of(
        {Known::role_noun,    Known::human_noun,  Known::title,       Known::group_noun,  Known::organisation_noun,
         Known::organisation, Known::outlet_noun, Known::outlet,      Known::hearer_noun, Known::deity,
         Known::weekday,      Known::day_offset,  Known::preposition, Known::pronoun,     Known::relative,
         Known::adverb,       Known::quantifier,  Known::place,       Known::state,       Known::month});
    const std::uint32_t given = i - 1;
    if (given <= begin || !article_.is(given, Part::proper) || !has(given, Known::name) || article_.has(i, others) ||
        noun_of_saying(i) || detection::oblique_people(article_, i))
        return false;
    std::uint32_t before = given;
    bool father = false;  // سمير بن كريم
    while (before > begin && (article_.is(before, Part::proper) || has(before, Known::lineage))) {
        father = father || has(before, Known::lineage);
        --before;
    }
    static const language::ClassSet offices = language::set_of({Known::title, Known::role_noun});
    const bool closed = article_.tokens[i].definite || (father && is(i + 1, CharClass::comma) && !finite_cue(i));
    return closed && wordlike(before) && article_.has(before, offices);
}

/// المتحدثة باسم البيت الأبيض | ساره ساندرز إن: behind an office that nobody is named for.
bool Phrases::name_of_office(std::uint32_t begin, std::uint32_t i, std::uint32_t words) const {
    static const language::ClassSet people = language::set_of({Known::role_noun, Known::title});
    static const language::ClassSet closed =
        language::set_of({Known::preposition, Known::conjunction, Known::complementiser, Known::subordinator,
                          Known::relative,    Known::pronoun,     Known::negation,       Known::auxiliary,
                          Known::adverb,      Known::adjunct,     Known::time,           Known::weekday,
                          Known::month,       Known::article,     Known::quantifier,     Known::same,
                          Known::possessing,  Known::deity,       Known::np_stop,        Known::human_noun,
                          Known::hearer_noun, Known::role_noun,   Known::title,          Known::organisation_noun,
                          Known::group_noun,  Known::outlet_noun, Known::outlet,         Known::document_noun,
                          Known::medium,      Known::state,       Known::place});
    const bool complete = article_.tokens[i - 1].definite || has(i - 1, Known::place);
    if (!complete || !article_.has(begin, people) || article_.pack->lexicon.brief(article_.tokens[begin].word).several)
        return false;
    for (std::uint32_t t = begin; t < i; ++t) {
        if (is(t, CharClass::comma) || has(t, Known::relative) || (article_.is(t, Part::proper) && has(t, Known::name)))
            return false;
    }
    bool unlisted = false;
    for (std::uint32_t t = i; t < i + words; ++t) {
        const detection::Token& token = article_.tokens[t];
        const bool new_word = token.word == language::unknown_word;
        // أوليه, ساره: what nobody has listed may look like another word with a pronoun.
        const bool odd = t == i && token.enclitic != language::Agreement{};
        if (!wordlike(t) || token.proclitic || article_.has(t, closed) || finite_cue(t) || noun_of_saying(t) ||
            detection::accusative(article_, t) || (article_.is(t, Part::verb) && !new_word && !odd))
            return false;
        if (t == i && (token.definite || !(new_word || odd || has(t, Known::name)))) return false;
        unlisted = unlisted || new_word || (t > i && has(t, Known::name));
    }
    return unlisted || has(i, Known::name);
}

}  // namespace rawi::attribution
