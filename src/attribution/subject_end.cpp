// Where a subject ends that stands behind its verb: before the verb's own preposition, its object, an event.
#include <algorithm>

#include "attribution/extents.hpp"

namespace rawi::attribution {

using detection::Known;
using text::CharClass;

/// Where the verb's own preposition ends its subject: `limit` if nowhere before.
std::uint32_t Extents::own_preposition(std::uint32_t begin, std::uint32_t limit, const language::Lemma& lemma) const {
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
            if (name_follows(begin, i, limit) || own_follows(i, true)) continue;
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

/// Whether the object of a verb that has one begins at `i`, inside the phrase from `begin` to `end` that begins with
/// its subject. `names`: how many names without the article stand right before.
bool Extents::object_begins(std::uint32_t begin, std::uint32_t i, std::uint32_t end, std::uint32_t names) const {
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
    // Behind a name of two words or more a definite noun is the object: "described Layla Darwish | the film as".
    return names >= 2 && definite && !has(i, Known::name) && !has(i, Known::name_tail) && !has(i, Known::role_noun) &&
           !has(i, Known::deity);
}

std::uint32_t Extents::subject_end(std::uint32_t begin, std::uint32_t limit, const language::Lemma& lemma) const {
    if (begin + 1 < limit && is(begin, CharClass::digit) && has(begin + 1, Known::event_noun)) return none;  // 14 cases
    // "Launch of ..." begins what is announced; a movement or a leadership, which is a body too, announces.
    // So does a study, which is also what somebody does, and who is called Hope.
    static const language::ClassSet speaking = language::set_of(
        {Known::group_noun, Known::document_noun, Known::evidence, Known::source_noun, Known::human_noun});
    if (begin < limit && has(begin, Known::event_noun) && !article_.has(begin, speaking) &&
        !article_.is(begin, language::Part::proper) && !article_.tokens[begin].definite)
        return none;
    const std::uint32_t end = phrase_end(begin, own_preposition(begin, limit, lemma), false);
    if (end == none) return none;
    const bool object = lemma.takes_any(static_cast<std::uint16_t>(language::Takes::object));
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
        if (!inside && begins_phrase(i)) return i;
        if (article_.tokens[i].definite && i > begin + 1 && opens_event(i)) return i;
        if (object && object_begins(begin, i, end, names)) return i;
        names = !article_.tokens[i].definite && has(i, Known::name) ? names + 1 : 0;
    }
    return end;
}

}  // namespace rawi::attribution
