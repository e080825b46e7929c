// Where a subject ends that stands behind its verb: before the verb's own preposition, its object, an event.
#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

using detection::Known;
using text::CharClass;

/// Where the verb's own preposition ends its subject: `limit` if nowhere before.
std::uint32_t Phrases::own_preposition(std::uint32_t begin, std::uint32_t limit, const language::Lemma& lemma) const {
    const auto own = [&](std::uint32_t token) {
        return std::ranges::find(lemma.prepositions, article_.tokens[token].word) != lemma.prepositions.end();
    };
    const auto own_follows = [&](std::uint32_t token, bool attached) {
        for (std::uint32_t i = token + 1; i < limit && i < token + longest_phrase; ++i) {
            if (is(i, CharClass::comma) || is(i, CharClass::terminator) || has(i, Known::complementiser)) return false;
            if (own(i) && (attached || !article_.tokens[i].proclitic)) return true;
        }
        return false;
    };
    // أعلن النائب عن الحزب، سالم الحداد، أن: what was announced stands behind the office.
    const auto clause_follows = [&](std::uint32_t token) {
        for (std::uint32_t i = token + 1; i < limit && i < token + longest_phrase; ++i) {
            if (is(i, CharClass::terminator) || is(i, CharClass::newline) || finite_cue(i)) return false;
            if (has(i, Known::complementiser)) return !has(i - 1, Known::preposition);
        }
        return false;
    };
    for (std::uint32_t i = begin; i < limit && i < begin + longest_phrase; ++i) {
        if (!own(i)) continue;
        if (i > begin && has(i - 1, Known::quantifier)) continue;  // عدد من الباعة
        if (odd_surname(begin, i, limit) != 0) continue;
        // مبعوث الأمم المتحدة إلى ليبيا غسان سلامة: an office for a country, and the name of who holds it.
        if (i + 2 < limit && has(i + 1, Known::place) && article_.is(i + 2, language::Part::proper) &&
            !has(i + 2, Known::place))
            continue;
        // دعا الأمين العام لاتحاد الأطباء الحكومة إلى: where a full preposition follows, the attached one is the
        // office's.
        if (article_.tokens[i].proclitic && own_follows(i, false)) continue;
        // نددت المنظمات المعنية | بالهجوم, but نددت اللجنة المعنية بالسلام بالهجوم and المكلفة بالاتصال
        if (i > begin && requires_preposition(i - 1, i)) {
            // أعلن النائب عن الكتلة انسحابه
            const bool body =
                i + 1 < limit && article_.has(i + 1, detection::body_nouns()) && !has(i + 1, Known::event_noun);
            if (body || name_follows(begin, i, limit) || own_follows(i, true) || clause_follows(i)) continue;
            return i;
        }
        // A particle that is attached may belong to the subject's own name (the government of the province), unless an
        // event follows it.
        if (!article_.tokens[i].proclitic || i + 1 >= limit || has(i + 1, Known::event_noun) ||
            has(i + 1, Known::complementiser) || article_.opens(i + 1) != none || place_spoken_of(i, limit))
            return i;
    }
    return limit;
}

/// قال المهندس محمد العمرة لوكالة الأنباء إن: whether the verb takes nothing but what is said, and a clause with "that"
/// follows, so that no noun behind its subject is an object or begins the clause. Verbs that take no clause without it
/// have objects now and then (لفت الوزير النظر إلى أن).
bool Phrases::only_clause_follows(std::uint32_t begin, std::uint32_t limit, const language::Lemma& lemma) const {
    using language::Takes;
    constexpr std::uint32_t reach = 40;  // tokens
    if (!lemma.takes_any(static_cast<std::uint16_t>(Takes::clause)) || !lemma.only_says()) return false;
    for (std::uint32_t i = begin; i < limit && i < begin + reach; ++i) {
        if (is(i, CharClass::terminator) || is(i, CharClass::newline) || is(i, CharClass::colon) || finite_cue(i))
            return false;
        if (has(i, Known::complementiser)) return i > begin;
    }
    return false;
}

/// قال مسؤولون | كبار في المدينة إن: nouns behind the subject of such a verb are more of it. `end` where there is none.
std::uint32_t Phrases::subject_runs_on(std::uint32_t end, std::uint32_t limit) const {
    using language::Part;
    constexpr std::uint32_t longest_rest = 5;  // tokens
    static constexpr language::PartSet nominal = language::PartSet(Part::noun) | Part::proper | Part::adjective;
    static const language::ClassSet others =
        language::set_of({Known::preposition, Known::time, Known::weekday, Known::month, Known::adverb, Known::adjunct,
                          Known::speaker_switch, Known::subordinator, Known::relative, Known::complementiser});
    std::uint32_t i = end;
    while (i < limit && i < end + longest_rest && wordlike(i) && cue_at_[i] == none && !article_.has(i, others) &&
           !detection::accusative(article_, i) && (article_.is(i, nominal) || has(i, Known::lineage)))
        ++i;
    if (i == end || i + 1 >= limit || article_.match(i - 1, others, limit) != 0) return end;
    const bool closed = is(i, CharClass::colon) || is(i, CharClass::comma) || article_.match(i, others, limit) != 0;
    return closed ? i : end;
}

std::uint32_t Phrases::subject_end(std::uint32_t begin, std::uint32_t limit, const language::Lemma& lemma) const {
    if (begin + 1 < limit && is(begin, CharClass::digit) && has(begin + 1, Known::event_noun)) return none;  // 14 cases
    // "Launch of ..." begins what is announced; a movement or a leadership, which is a body too, announces.
    // So does a study, which is also what somebody does, and who is called Hope.
    static const language::ClassSet speaking = language::set_of(
        {Known::group_noun, Known::document_noun, Known::evidence, Known::source_noun, Known::human_noun});
    if (begin < limit && has(begin, Known::event_noun) && !article_.has(begin, speaking) &&
        !article_.is(begin, language::Part::proper) && !article_.tokens[begin].definite)
        return none;
    const std::uint32_t read = phrase_end(begin, own_preposition(begin, limit, lemma), false);
    if (read == none) return none;
    // Behind what a phrase of its own ends before: وزير الدفاع | أوليه سينغوبوف أن.
    if (const std::uint32_t name = article_.pack->heads_first ? closing_name(begin, read, limit) : 0; name != 0)
        return read + name;
    const bool says = article_.pack->heads_first && only_clause_follows(begin, limit, lemma);
    const std::uint32_t end = says ? subject_runs_on(read, limit) : read;
    const bool object = lemma.takes_any(static_cast<std::uint16_t>(language::Takes::object));
    const bool phrase = lemma.takes_any(static_cast<std::uint16_t>(language::Takes::phrase));
    std::uint32_t names = 0;
    for (std::uint32_t i = wordlike(begin) ? begin + 1 : begin; i < end; ++i) {
        // أعلن «طيران ناس», أعلن #تحالف_القوى: a name, whatever its words mean elsewhere; but الحكومة العراقية "دحر"
        // التنظيم and البعض "سباق" are not named so.
        if (const std::uint32_t q = article_.opens(i); q != none && article_.quotations[q].closed) {
            const std::uint32_t behind = article_.quotations[q].close + 1;
            const bool governs = article_.quotations[q].inner().size() == 1 && behind < end && wordlike(behind) &&
                                 !has(behind, Known::event_noun);
            const bool other = i > begin && begins_phrase(i + 1, i - 1) && (governs || has(i - 1, Known::quantifier));
            if (other) return i;
            i = article_.quotations[q].close;
            continue;
        }
        if (article_.tokens[i].mark == '#') {
            while (i + 2 < end && article_.joins_words(i + 2)) i += 2;
            ++i;
            continue;
        }
        if (is(i, CharClass::open_bracket)) {
            if (const std::uint32_t close = bracket_end(i, end); close != none) i = close;
            if (i >= end) break;
        }
        if (article_.match(i, Known::anonymous, end) > 1) break;  // طلب عدم ذكر اسمه: no event told of
        // الفريق أول عبد الفتاح
        if (const std::uint32_t title = article_.match(i, Known::title, end); title > 1) {
            i += title - 1;
            continue;
        }
        // الذي أصيب إصابة طفيفة: the object of the relative clause's own verb.
        const bool inside = i >= begin + 2 && has(i - 2, Known::relative) && article_.is(i - 1, language::Part::verb);
        if (!inside && !says && begins_phrase(i)) return i;
        // أشار أحمد الهبوب | إلى القضية: no event is the object of a verb that takes none.
        if (!says && phrase && article_.tokens[i].definite && i > begin + 1 && opens_event(i)) return i;
        if (object && object_begins(begin, i, end, names)) return i;
        names = !article_.tokens[i].definite && has(i, Known::name) ? names + 1 : 0;
    }
    return end;
}

}  // namespace rawi::attribution
