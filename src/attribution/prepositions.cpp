// What prepositions behind a noun phrase open: circumstances of the saying, or more of the phrase.
#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Part;
using text::CharClass;

/// Whether what the preposition opens is a circumstance of the speaking, not a part of the name: in a statement, on
/// Monday, to the newspaper.
bool Phrases::adjunct_follows(std::uint32_t preposition, std::uint32_t limit) const {
    std::uint32_t i = preposition + 1;
    // "A transcript of the show"
    if (article_.pack->subject_first && article_.is_word(preposition, article_.pack->name_link)) return false;
    if (i < limit && has(i, Known::article)) ++i;
    if (i >= limit) return true;
    for (const Known known : {Known::medium, Known::channel, Known::time, Known::weekday, Known::month}) {
        // الرئيس التنفيذي لتويتر: nobody speaks "to" a medium.
        const bool office = article_.pack->heads_first &&
                            (has(preposition, Known::address) || links_office(preposition)) &&
                            (known == Known::medium || known == Known::channel);
        if (!office && article_.match(i, known, limit) != 0) return true;
    }
    if (is(i, CharClass::digit) && i + 1 < limit && article_.match(i + 1, Known::month, limit) != 0) return true;
    // دراسة | في عام 2009
    if (has(i, Known::time_noun) && i + 1 < limit && is(i + 1, CharClass::digit)) return true;
    // في برنامج "حقائق", لبرنامج "حقائق"
    const bool broadcast = has(i, Known::entitled) && cue_at_[i] != none && !article_.tokens[i].definite;
    if (const std::uint32_t q = i + 1 < limit ? article_.opens(i + 1) : none;
        article_.pack->heads_first && broadcast && q != none) {
        // المشرف العام لبرنامج "حقائق" نايف السالم: an office, and who holds it.
        const std::uint32_t behind = article_.quotations[q].close + 1;
        if (!has(preposition, Known::address) || behind >= limit || !article_.is(behind, Part::proper)) return true;
    }
    if (!has(preposition, Known::address)) return false;
    if (article_.pack->names_capitalised && capitalised_outlet_end(i, limit) != none) return true;
    if (article_.opens(i) != none || is(i, CharClass::open_bracket)) return true;
    for (const Known known : {Known::outlet, Known::outlet_noun, Known::collective_noun}) {
        const std::uint32_t outlet = article_.match(i, known, limit);
        // المدير العام لبي بي سي، فلان, المنسق العام للشبكة، فلان: the office is there.
        const bool office = known != Known::collective_noun && i + outlet + 2 < limit &&
                            is(i + outlet, CharClass::comma) && article_.is(i + outlet + 1, Part::proper) &&
                            article_.is(i + outlet + 2, Part::proper);
        if (outlet != 0 && !office) return true;
    }
    return false;
}

/// المسؤول عن الدراسة, المعنية بحرية الرأي: whether the preposition is that of the word before it.
bool Phrases::requires_preposition(std::uint32_t word, std::uint32_t preposition) const {
    const std::string_view required = article_.value({word, word + 1}, Known::requiring);
    if (required.empty()) return false;
    const std::string_view here = article_.pack->lexicon.text(article_.tokens[preposition].word);
    const language::Pieces all = language::split(required, " ");
    return std::ranges::find(all, here) != all.end();
}

/// المكلفة بالإعلام في الشركة سلمى الوادي, المشرف على الدراسة، الدكتور سليم الوادي: whether an office stands there, and
/// behind what it is concerned with the name of who holds it.
bool Phrases::name_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const {
    static const language::ClassSet outer = language::set_of({Known::instrument, Known::outer_preposition});
    constexpr std::uint32_t farthest = 10;
    if (!article_.has(preposition, outer) || has(preposition, Known::address)) return false;
    if (begin + 1 != preposition || !article_.tokens[begin].definite || article_.is(begin, Part::verb)) return false;
    const std::uint32_t end = std::min(limit, preposition + farthest);
    for (std::uint32_t i = preposition + 1; i < end; ++i) {
        const bool comma = is(i, CharClass::comma);
        if (comma && i + 1 < end && (has(i + 1, Known::title) || has(i + 1, Known::name))) continue;
        if (!wordlike(i) || closed_word(i) || finite_cue(i)) return false;
        const bool name = article_.is(i, Part::proper) && has(i, Known::name);
        if (i > preposition + 1 && name && !has(i - 1, Known::preposition)) return true;
        if (!has(i, Known::preposition) &&
            !article_.is(i, language::PartSet(Part::noun) | Part::adjective | Part::proper))
            return false;
    }
    return false;
}

/// اعترفت الدولة | بالقدس عاصمة, but أفادت السفارة بالقاهرة أن: where no clause follows, the place is what is spoken
/// of.
bool Phrases::place_spoken_of(std::uint32_t preposition, std::uint32_t limit) const {
    if (!has(preposition + 1, Known::place) && !has(preposition + 1, Known::place_noun)) return false;
    for (std::uint32_t i = preposition + 2; i < limit && !is(i, CharClass::terminator); ++i) {
        if (has(i, Known::complementiser) || is(i, CharClass::colon) || article_.opens(i) != none) return false;
    }
    return true;
}

/// Whether the preposition behind somebody who is described from `begin` tells of the saying: to whom (للصحفيين),
/// where (في كتابها) or of what (عن فيلمه).
bool Phrases::tells_of_saying(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const {
    const std::uint32_t noun = preposition + 1;
    if (noun >= limit) return false;
    const auto holds = [&](Known known) {
        for (std::uint32_t i = begin; i < preposition; ++i) {
            if (has(i, known)) return true;
        }
        return false;
    };
    if (has(preposition, Known::address)) return has(noun, Known::hearer_noun) && !holds(Known::association);
    if (has(preposition, Known::inside)) {
        return article_.tokens[noun].enclitic != language::Agreement{} && !has(noun, Known::organisation_noun) &&
               !has(noun, Known::group_noun) && !has(noun, Known::place_noun);
    }
    return has(preposition, Known::topic) && !has(preposition - 1, Known::event_noun) && !holds(Known::representing);
}

/// قالت مصادر | للجزيرة إن, لمراسل الجزيرة: a preposition before an outlet whose name is a common word, and behind it
/// what was said, or before the outlet's reporter.
bool Phrases::told_to_outlet(std::uint32_t preposition, std::uint32_t limit) const {
    const std::uint32_t name = preposition + 1;
    if (!has(preposition, Known::address) || name >= limit || preposition == 0) return false;
    if (has(name, Known::journalist) && name + 1 < limit &&
        (outlet_end(name + 1, limit) != none || has(name + 1, Known::outlet_common)))
        return true;
    const std::uint32_t length = article_.match(name, Known::outlet_common, limit);
    const std::uint32_t behind = name + length;
    if (length == 0 || behind >= article_.tokens.size() || has(preposition - 1, Known::survey)) return false;
    return !wordlike(behind) || has(behind, Known::complementiser) ||
           article_.match(behind, Known::time, static_cast<std::uint32_t>(article_.tokens.size())) != 0;
}

/// الباحث الرئيسي في الدراسة فلان: whether a document stands there, and behind it the name of who has to do with it.
bool Phrases::author_follows(std::uint32_t preposition, std::uint32_t limit) const {
    const std::uint32_t noun = preposition + 1;
    return noun + 1 < limit && has(preposition, Known::inside) && has(noun, Known::document_noun) &&
           article_.tokens[noun].definite && article_.is(noun + 1, Part::proper) && !has(noun + 1, Known::place);
}

/// In an apposition, behind a name or before one: whether a quoted name that is no outlet's stands behind a word that
/// is no name, so that the office is there: المدير العام لـ«بيرسون», المؤسس المشارك لـ«بيرسون»، سالم الحداد.
bool Phrases::office_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit, bool core) const {
    if (preposition + 2 >= limit || preposition == 0) return false;
    const std::uint32_t q = article_.opens(preposition + 1);
    if (q == none || article_.is(preposition - 1, Part::proper) ||
        article_.match(preposition + 2, Known::outlet, limit) != 0 ||
        article_.match(preposition + 2, Known::outlet_common, limit) != 0)
        return false;
    std::uint32_t behind = article_.quotations[q].close + 1;
    if (behind < limit && is(behind, CharClass::comma)) ++behind;
    const bool name = behind < limit && wordlike(behind) && article_.is(behind, Part::proper);
    return core || article_.is(begin, Part::proper) || name;
}

/// Between an office and the body it speaks for: متحدث باسم الوزارة.
bool Phrases::links_office(std::uint32_t preposition) const {
    return !article_.pack->office_link.empty() && has(preposition, Known::preposition) &&
           article_.pack->lexicon.text(article_.tokens[preposition].word) == article_.pack->office_link;
}

/// Whether the phrase is a document and the preposition says whose: تقرير لوكالة الأنباء; or it closes with a site:
/// تقرير على الموقع الإلكتروني لصحيفة المنبر.
bool Phrases::issuer_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const {
    if (!has(preposition, Known::address)) return false;
    std::uint32_t noun = preposition - 1;
    while (noun > begin && wordlike(noun) && article_.is(noun, Part::adjective)) --noun;
    const bool owned = has(noun, Known::site) || (noun == begin && has(begin, Known::document_noun));
    return owned && outlet_end(preposition + 1, limit) != none;
}

/// بيان على الموقع الرسمي للشركة: whether the phrase is a paper, and the preposition puts it on a site that is
/// somebody's.
bool Phrases::site_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const {
    std::uint32_t i = preposition + 1;
    if ((!has(begin, Known::document_noun) && !has(begin, Known::medium)) || i >= limit || !has(i, Known::site))
        return false;
    do ++i;
    while (i < limit && wordlike(i) && article_.is(i, Part::adjective));
    return i + 1 < limit && has(i, Known::address) && article_.tokens[i].proclitic;
}

/// Whether "of" and a body stand there: فلان من جمعية الصيادين.
bool Phrases::house_follows(std::uint32_t preposition, std::uint32_t limit) const {
    const std::uint32_t noun = preposition + 1;
    if (noun >= limit || !article_.is_word(preposition, article_.pack->name_link)) return false;
    for (const Known known : {Known::organisation_noun, Known::group_noun, Known::organisation}) {
        if (article_.match(noun, known, limit) != 0) return true;
    }
    return false;
}

/// مركز الملك سالم | للأعمال الإنسانية, مراسل بي بي سي | للشؤون الأمنية: the name before `preposition` is that of a
/// body or of a reporter's outlet, which a thing behind it goes on with, and nobody whom something is told.
bool Phrases::names_body(std::uint32_t begin, std::uint32_t preposition) const {
    static const language::ClassSet hearers =
        language::set_of({Known::human_noun, Known::role_noun, Known::hearer_noun, Known::outlet, Known::outlet_noun,
                          Known::outlet_common, Known::collective_noun, Known::time, Known::journalist});
    const std::uint32_t thing = preposition + 1;
    // شركة المرسى | لصناعة السفن
    const bool construct = thing + 1 < article_.tokens.size() && has(thing, Known::event_noun) &&
                           article_.tokens[thing + 1].definite && article_.is(thing + 1, Part::noun);
    if (thing >= article_.tokens.size() || (!article_.tokens[thing].definite && !construct) ||
        article_.is(thing, Part::proper) || article_.has(thing, hearers))
        return false;
    std::uint32_t i = preposition;
    while (i > begin && !has(i - 1, Known::journalist) &&
           (article_.is(i - 1, Part::proper) || has(i - 1, Known::title) || has(i - 1, Known::role_noun)))
        --i;
    return i > begin && i < preposition &&
           (has(i - 1, Known::association) || has(i - 1, Known::organisation_noun) || has(i - 1, Known::journalist));
}

/// Whether nothing but the words of a name stands there.
bool Phrases::bare_name(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t) {
        if (wordlike(t) && !article_.is(t, Part::proper)) return false;
    }
    return true;
}

/// "Announced the fall of the town | in a tweet": how it was announced is no part of it.
bool Phrases::carried_by(std::uint32_t preposition, std::uint32_t limit) const {
    if (!has(preposition, Known::preposition) || preposition + 1 >= limit) return false;
    if (article_.match(preposition + 1, Known::channel, limit) != 0) return true;
    const std::uint32_t medium = article_.match(preposition + 1, Known::medium, limit);
    const std::string_view key =
        medium == 0 ? std::string_view{} : article_.value({preposition + 1, preposition + 1 + medium}, Known::medium);
    return article_.pack->written_media.contains(key);
}

/// "Data released (on) Friday | by the council": where "by" stands behind a time that begins at `token`, behind a
/// participle; else `token` itself.
std::uint32_t Phrases::issuer_behind_time(std::uint32_t token, std::uint32_t limit) const {
    static const language::ClassSet times = language::set_of({Known::time, Known::weekday});
    if (!wordlike(token - 1) || !article_.is(token - 1, language::PartSet(Part::participle) | Part::verb)) return token;
    std::uint32_t i = has(token, Known::preposition) ? token + 1 : token;
    const std::uint32_t time = i;
    for (std::uint32_t length = 1; length != 0 && i < limit; i += length) length = article_.match(i, times, limit);
    const bool by = i > time && i < limit && has(i, Known::preposition) && article_.match(i, Known::issued, limit) != 0;
    return by ? i : token;
}

/// Whether "according to" is followed by somebody to whom words can be credited: "according to plan" says nothing.
bool Phrases::credits_somebody(std::uint32_t token, std::uint32_t limit) const {
    if (!article_.pack->heads_first) return true;
    std::uint32_t i = cues_[cue_at_[token]].tokens.end;
    if (i >= limit) return true;
    // انتصر الجيش -بحسب زعمه- في المعركة: by the words of the speaker, whose clause goes on.
    if (token > 0 && is(token - 1, CharClass::dash) && i + 2 < limit && is(i + 1, CharClass::dash) &&
        article_.tokens[i].enclitic != language::Agreement{})
        return false;
    if (const std::uint32_t named = i + (has(i, Known::preposition) ? 1 : 0);
        named < limit && (has(named, Known::wish) || has(named, Known::plan)))
        return false;  // on whose invitation, by which plan
    if (cue_at_[i] != none || article_.match(i, Known::adverb, limit) != 0) return true;  // according to what X said
    for (const CueForm& reading : cues_[cue_at_[token]].readings()) {
        if ((article_.pack->lemmas[reading.lemma].flag_bits & article_.pack->clausal) != 0) return false;
    }
    if (has(i, Known::preposition)) ++i;
    // تسير وفق القضاء: how something is done.
    if (token > 0 && wordlike(token - 1) && article_.is(token - 1, language::Part::verb) && cue_at_[token - 1] == none)
        return false;
    const std::uint32_t end = i >= limit ? none : head_first_end(i, limit, true);
    return end != none && can_speak({i, end});
}

}  // namespace rawi::attribution
