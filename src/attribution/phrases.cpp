// Noun phrases whose head stands first, forwards and backwards.
#include <algorithm>

#include "attribution/extents.hpp"

namespace rawi::attribution {

using detection::HeadFirstPhrase;
using detection::Known;
using language::Part;
using text::CharClass;

namespace {

constexpr std::uint32_t longest_epithet = 3;  // words in quotation marks behind a name

}  // namespace

std::uint32_t Extents::head_first_end(std::uint32_t begin, std::uint32_t limit, bool core) const {
    limit = std::min(limit, begin + longest_phrase);
    std::uint32_t i = begin;
    std::uint32_t words = 0;
    HeadFirstPhrase phrase(article_, begin);
    if (begin + 1 < limit && is(begin, CharClass::digit) && has(begin + 1, Known::month)) return none;  // a date
    // أعلنت خلاله, تصف نفسها: a pronoun with its preposition, or one that refers back, names nobody.
    const bool itself = begin < limit && has(begin, Known::same) &&
                        (begin + 1 >= limit || !article_.is(begin + 1, language::PartSet(Part::noun) | Part::proper));
    const bool prepositional = begin < limit && has(begin, Known::resumptive) && !article_.tokens[begin].definite;
    if (prepositional || itself) return none;
    // "20 in the hundred of the pupils"
    if (begin + 1 < limit && is(begin, CharClass::digit)) {
        const auto percent = [&](std::uint32_t t) {
            return article_.tokens[t].mark == '%' || article_.normal_of(t).ends_with('%') ||
                   article_.normal_of(t).ends_with("\u066A");
        };
        const std::uint32_t share = percent(begin + 1) ? 1 : article_.match(begin + 1, Known::share, limit);
        if (share != 0 || percent(begin)) {
            i = begin + 1 + share;
            words = 1;
            phrase.named();
        }
    }
    while (i < limit) {
        if (const std::uint32_t q = article_.opens(i); q != none) {
            const detection::Quotation& quotation = article_.quotations[q];
            if (!quotation.closed || quotation.close >= limit || quotation.inner().size() > longest_quoted_name) break;
            // Nor does a phrase begin with more of them, unless an outlet is called so.
            if (words == 0 && quotation.inner().size() > longest_epithet &&
                article_.match(i + 1, Known::outlet, quotation.close) == 0 && !body_in_marks(quotation, limit))
                break;
            // Behind a complete phrase words in quotation marks are speech, unless they are few and the phrase goes on.
            const std::uint32_t behind = quotation.close + 1;
            // So are more of them behind a word that nobody has listed, which is a name.
            const bool name = words == 1 && (article_.tokens[i - 1].word == language::unknown_word ||
                                             (article_.tokens[i - 1].definite && has(i - 1, Known::name)));
            if (name && !has(i - 1, Known::preposition) && quotation.inner().size() > longest_epithet &&
                (behind >= limit || !wordlike(behind) || has(behind, Known::conjunction)))
                break;
            if (words != 0 && !phrase.open() && !has(i - 1, Known::preposition) &&
                (quotation.inner().size() > longest_epithet || behind >= limit || !wordlike(behind)))
                break;
            // ندد الوزير | بـ"مجزرة ارتكبها الجيش": more words behind its preposition are none of a name.
            if (words != 0 && has(i - 1, Known::instrument) && quotation.inner().size() > longest_epithet) break;
            phrase.named();
            i = quotation.close + 1;
            // أبلغ "الوطن" | المتحدث الرسمي: whom it was told to, and who told it.
            if (words == 0 && i < limit && article_.tokens[i].definite && has(i, Known::role_noun) &&
                article_.match(begin + 1, Known::outlet, i) != 0)
                break;
            ++words;
            continue;
        }
        if (is(i, CharClass::open_bracket)) {
            const std::uint32_t close = words == 0 ? none : bracket_end(i, limit);
            if (close == none) break;
            i = close;
            continue;
        }
        if (is(i, CharClass::comma) || is(i, CharClass::dash)) {
            if (const std::uint32_t end = core || words == 0 ? none : nominal_clause_end(i, limit); end != none) {
                i = end;
                continue;
            }
        }
        if (is(i, CharClass::comma)) {
            const std::uint32_t end = core || words == 0 ? none : apposition_end(i + 1, limit);
            if (end == none) break;
            i = end;
            continue;
        }
        // Of a hashtag: #وزارة_الصحة.
        if (i + 1 < limit && (article_.tokens[i].mark == '#' || article_.joins_words(i))) {
            ++i;
            continue;
        }
        if (!wordlike(i)) {
            // Hyphens and dots inside names: initials and abbreviations.
            bool inside = words != 0 && i + 1 < limit && wordlike(i + 1) && !article_.tokens[i].space_before;
            if (inside && is(i, CharClass::terminator))
                inside = !article_.tokens[i + 1].space_before || article_.abbreviates(i) || has(i - 1, Known::title);
            // المهندس/ سالم الحداد
            const bool slash = inside && article_.tokens[i].mark == '/' && has(i - 1, Known::title);
            if (!inside || (!is(i, CharClass::terminator) && !is(i, CharClass::dash) && !slash)) break;
            // يسعى -وفق الكاتب- إلى: the dash that closes an aside.
            if (is(i, CharClass::dash) && article_.tokens[i + 1].space_before &&
                (has(i + 1, Known::preposition) || article_.tokens[i + 1].proclitic))
                break;
            phrase.named();
            ++i;
            continue;
        }
        // The words of an outlet's name are nothing else: the بي of بي بي سي is no "in me".
        if (const std::uint32_t n = article_.match(i, Known::outlet, limit);
            n > 1 && (words == 0 || has(i - 1, Known::outlet_noun))) {
            phrase.named();
            i += n;
            words += n;
            continue;
        }
        // "An official who asked not to be named", without a relative pronoun.
        if (const std::uint32_t n = article_.match(i, Known::anonymous, limit); n > 1 && words != 0) {
            i += n;
            break;
        }
        if (has(i, Known::relative) && !has(i, Known::subordinator)) {
            if (core || words == 0) break;
            const std::uint32_t end = relative_end(i + 1, limit);
            if (end == i + 1) break;
            i = end;
            continue;
        }
        // "Smith, and he is a spokesman for the army".
        if (const std::uint32_t end = core || words == 0 ? none : nominal_clause_end(i, limit); end != none) {
            i = end;
            break;
        }
        // "A study (that) the university carried out": a clause without a relative pronoun.
        if (article_.is(i, language::PartSet(Part::verb) | Part::auxiliary) && words != 0 && !core &&
            phrase.indefinite() &&
            (attached_object(i) || has(i, Known::issued) || (i + 1 < limit && has(i + 1, Known::resumptive)) ||
             (phrase.person() && !finite_cue(i) && !has(i, Known::event_noun)))) {
            i = relative_end(i, limit);
            continue;
        }
        // ناجية تدعى هدى
        if (has(i, Known::naming) && words != 0 && (phrase.indefinite() || phrase.person()) && i + 1 < limit &&
            (article_.is(i + 1, Part::proper) || article_.opens(i + 1) != none)) {
            ++i;
            phrase.again();
            continue;
        }
        // عن سالم الحداد | قوله اليوم
        if (words != 0 && noun_of_saying(i) && attached_object(i) && !has(i - 1, Known::preposition)) break;
        if (finite_cue(i) || (words != 0 && words_told(i, limit)) ||
            (words == 0 && article_.is(i, Part::adverb) && has(i, Known::adverb)))
            break;
        if (closed_word(i) || article_.match(i, Known::adjunct, limit) > 1 ||
            article_.match(i, Known::subordinator, limit) > 1 || article_.match(i, Known::speaker_switch, limit) > 1 ||
            article_.match(i, Known::adverb, limit) > 1)
            break;
        if (has(i, Known::conjunction) && words != 0 && i + 2 < limit && has(i + 1, Known::naming) &&
            article_.is(i + 2, Part::proper)) {  // أحد السكان ويدعى فلان
            i += 2;
            phrase.again();
            continue;
        }
        if (has(i, Known::conjunction)) {
            // مايكل فرومان: behind a given name stands a surname, whatever it begins with.
            const bool surname =
                i > begin + 1 && has(i - 1, Known::name) &&
                (!article_.is(i - 2, Part::proper) || (has(i - 2, Known::name) && !has(i + 1, Known::name)));
            // نادي فيد: a noun that waits for another goes on.
            if (words == 0 || i + 1 >= limit || !joins(i + 1) ||
                (has(i, Known::clause_conjunction) && !surname && !phrase.open()))
                break;
            phrase.again();
            ++i;
            continue;
        }
        // ماجد النجار لاعب وسط الاتحاد: an office of several words, behind a name too.
        static const language::ClassSet offices = language::set_of({Known::role_noun, Known::title});
        const bool may_begin = words == 0 || article_.is(i - 1, Part::proper);
        if (const std::uint32_t n = may_begin ? article_.match(i, offices, limit) : 0; n > 1) {
            i += n;
            phrase.office(article_.tokens[i - 1].definite);
            words += n;
            continue;
        }
        // قال الوزير | للإعلام, but وكالة الشرق للإعلام
        if (const std::uint32_t n = article_.match(i, Known::outlet_tail, limit);
            n != 0 && words != 0 &&
            (!phrase.person() || detection::holds(article_, {begin, i}, detection::body_nouns()))) {
            phrase.named();
            i += n;
            continue;
        }
        // الناطقة باسمها
        if (words != 0 && phrase.person() && links_office(i) && article_.tokens[i].enclitic != language::Agreement{}) {
            ++i;
            continue;
        }
        // نحو 157 شركة: about so many of them.
        if (words == 0 && i == begin && has(i, Known::quantifier) && i + 1 < limit &&
            (is(i + 1, CharClass::digit) || article_.is(i + 1, Part::number))) {
            ++i;
            continue;
        }
        if (words == 0 && is(i, CharClass::digit) && i + 1 < limit && wordlike(i + 1) &&
            (article_.has(i + 1, detection::body_nouns()) || has(i + 1, Known::human_noun) ||
             has(i + 1, Known::role_noun))) {
            ++i;
            continue;
        }
        if (has(i, Known::preposition)) {
            if (words == 0 || ends_before(i, {begin, limit}, phrase, core)) break;
            phrase.governed();
            ++i;
            continue;
        }
        if (article_.match(i, Known::time, limit) != 0 || article_.match(i, Known::weekday, limit) != 0) break;
        if (has(i, Known::pronoun)) {
            if (words == 0) ++i, ++words;
            break;
        }
        if (words != 0 && phrase.person() && opens_other_person({begin, i}, limit)) break;
        if (!phrase.accept(i)) break;
        ++i;
        ++words;
    }
    while (i > begin && (has(i - 1, Known::preposition) || has(i - 1, Known::conjunction) ||
                         is(i - 1, CharClass::comma) || has(i - 1, Known::weekday))) {
        --i;
    }
    return words == 0 || i == begin || (!phrase.headed() && !has(begin, Known::pronoun)) ? none : i;
}

/// وقال «اتحاد المزارعين في الوادي» إن: the name of a body in quotation marks, without a verb, before what is said of
/// it or said by it.
bool Extents::body_in_marks(const detection::Quotation& quotation, std::uint32_t limit) const {
    const TokenRange inner = quotation.inner();
    if (!article_.has(inner.begin, detection::body_nouns()) || article_.has(inner.begin, Known::complementiser))
        return false;
    for (std::uint32_t i = inner.begin; i < inner.end; ++i) {
        if (wordlike(i) && article_.is(i, language::PartSet(Part::verb) | Part::auxiliary)) return false;
    }
    std::uint32_t behind = quotation.close + 1;
    if (behind < limit && is(behind, CharClass::comma)) ++behind;
    return behind < limit && wordlike(behind) &&
           (has(behind, Known::relative) || has(behind, Known::complementiser) || has(behind, Known::preposition));
}

/// سأل النجار | الرئيس الحداد، انتقد سالم النجار | رئيس البلدية كريم الحداد: behind the name of a person stands an
/// office with a name of its own.
bool Extents::opens_other_person(TokenRange before, std::uint32_t limit) const {
    const std::uint32_t i = before.end;
    const auto name = [&](std::uint32_t t) { return article_.is(t, Part::proper) && has(t, Known::name); };
    if (!wordlike(i) || !article_.is(i - 1, Part::proper) || (!has(i, Known::role_noun) && !has(i, Known::title)))
        return false;
    if (article_.tokens[i].definite) return i + 1 < limit && name(i + 1) && detection::only_names(article_, before);
    if (!name(i - 1) && (before.size() < 2 || !name(i - 2))) return false;
    // Whose lawyer or widow somebody is (محامي الرئيس السابق سالم الحداد) belongs to the name before.
    const auto person = [&](std::uint32_t t) {
        return article_.is(t, Part::noun) &&
               (has(t, Known::human_noun) || has(t, Known::role_noun) || has(t, Known::title)) &&
               !article_.pack->lexicon.brief(article_.tokens[t].word).several;
    };
    std::uint32_t behind = i + 1;
    while (behind < limit && wordlike(behind) && !has(behind, Known::name) && !person(behind) &&
           article_.is(behind, language::PartSet(Part::noun) | Part::adjective))
        ++behind;
    return behind > i + 1 && behind < limit && article_.tokens[behind - 1].definite && name(behind);
}

/// Whether a pronoun is attached to the verb, which then takes up a noun before it.
bool Extents::attached_object(std::uint32_t token) const {
    if (article_.tokens[token].enclitic != language::Agreement{}) return true;
    const std::vector<language::CueForm>& readings = article_.pack->lexicon.word(article_.tokens[token].word).readings;
    return std::any_of(readings.begin(), readings.end(), [](const language::CueForm& form) { return form.has_object; });
}

/// A word that no noun phrase holds, whatever its part of speech.
bool Extents::closed_word(std::uint32_t token) const {
    return has(token, Known::np_stop) || has(token, Known::complementiser) || has(token, Known::subordinator) ||
           has(token, Known::adjunct);
}

/// End of "and he is ...", a clause without a verb that says what somebody is; with the comma or dash that opens it.
std::uint32_t Extents::nominal_clause_end(std::uint32_t begin, std::uint32_t limit) const {
    std::uint32_t i = begin;
    if (i < limit && (is(i, CharClass::comma) || is(i, CharClass::dash))) ++i;
    if (i + 2 >= limit || !has(i, Known::conjunction) || !has(i + 1, Known::pronoun)) return none;
    if (!has(i + 2, Known::human_noun) && !has(i + 2, Known::role_noun) && !has(i + 2, Known::preposition)) return none;
    std::uint32_t noun = has(i + 2, Known::preposition) ? i + 3 : i + 2;
    // وهو من أبرز الخبراء: a superlative stands before its noun.
    if (noun + 1 < limit && article_.is(noun, Part::adjective) && article_.tokens[noun + 1].definite) ++noun;
    std::uint32_t end = noun >= limit ? none : head_first_end(noun, limit, true);
    if (end != none && end < limit && is(end, CharClass::dash)) ++end;
    return end;
}

/// Whether what stands behind a conjunction can be one more noun phrase beside the one before it.
bool Extents::joins(std::uint32_t token) const {
    if (!wordlike(token) && article_.opens(token) == none) return false;
    if (stops_phrase(token) || has(token, Known::preposition) || has(token, Known::pronoun)) return false;
    if (article_.opens(token) != none) return true;
    return article_.is(token, language::PartSet(Part::noun) | Part::proper | Part::determiner | Part::number) ||
           (article_.is(token, Part::adjective) &&
            (article_.tokens[token].definite || (token > 1 && article_.is(token - 2, Part::adjective))));
}

/// Whether a clause can begin at `token`: where verbs come first, a noun phrase before its verb stands at the very
/// beginning. What stands behind a verb, a preposition or a noun belongs to that.
bool Extents::opens_clause(std::uint32_t token) const {
    const std::uint32_t before = token - 1;
    if (!wordlike(before)) return true;
    if (has(before, Known::complementiser) || has(before, Known::subordinator) || has(before, Known::conjunction))
        return !has(before, Known::relative);
    return has(before, Known::auxiliary) ||
           article_.is(before, language::PartSet(Part::adverb) | Part::particle | Part::subordinator);
}

/// Whether the relative pronoun can mean the phrase: they agree.
bool Extents::taken_up(TokenRange phrase, std::uint32_t relative) const {
    const auto pronoun = language::parse_agreement(article_.value({relative, relative + 1}, Known::relative));
    language::Agreement noun = agreement_of(article_, phrase);
    if (noun.number == language::Number::singular && pronoun && pronoun->number == language::Number::plural)
        return false;
    noun.number = language::Number::any;
    return !pronoun || language::agree(*pronoun, noun);
}

/// Whether a noun phrase can begin at `token`: no word before it takes it in.
bool Extents::opens_phrase(std::uint32_t token) const {
    static constexpr language::PartSet nominal =
        language::PartSet(Part::noun) | Part::adjective | Part::proper | Part::determiner | Part::number;
    const std::uint32_t before = token - 1;
    if (!wordlike(before)) return true;
    // Behind a noun that says nothing itself: "the face | of the coach".
    return !article_.is(before, nominal) || (article_.is(before, Part::noun) && !can_speak({before, token}));
}

/// The noun phrase that ends before `end`: the longest one that reaches just so far.
std::uint32_t Extents::head_first_begin(std::uint32_t end, std::uint32_t limit, bool core) const {
    limit = std::max(limit, end > longest_phrase ? end - longest_phrase : 0);
    std::uint32_t first = end;
    // Back to what no noun phrase holds.
    while (first > limit) {
        const std::uint32_t t = first - 1;
        if (const std::uint32_t q = article_.closes(t); q != none) {
            if (article_.quotations[q].open < limit || article_.quotations[q].inner().size() > longest_quoted_name)
                break;
            first = article_.quotations[q].open;
            continue;
        }
        if (is(t, CharClass::colon) || is(t, CharClass::terminator) || is(t, CharClass::newline)) break;
        if (core && is(t, CharClass::comma)) break;
        if (wordlike(t) && (has(t, Known::complementiser) || (finite_cue(t) && article_.is(t, Part::verb)))) break;
        first = t;
    }
    // What a relative pronoun takes up need open no clause: "in the face of the coach who said".
    const std::uint32_t behind = end < article_.tokens.size() && is(end, CharClass::comma) ? end + 1 : end;
    const bool antecedent =
        core && behind < article_.tokens.size() && has(behind, Known::relative) && !has(behind, Known::subordinator);
    if (antecedent) {
        for (std::uint32_t begin = end; begin-- > first;) {
            // انتقد سالم | الوزير علي عمر الذي: a name behind the office that stands behind a name.
            const bool office = begin > limit && begin + 1 < end && article_.tokens[begin].definite &&
                                (has(begin, Known::role_noun) || has(begin, Known::title)) &&
                                article_.is(begin - 1, Part::proper) && article_.is(begin + 1, Part::proper);
            if ((!wordlike(begin) && article_.opens(begin) == none) ||
                (begin > limit && !opens_phrase(begin) && !office))
                continue;
            if (has(begin, Known::preposition) || head_first_end(begin, end, true) != end) continue;
            // منظمة التعاون الإسلامي التي: an adjective belongs to the noun before it.
            if (begin > limit && article_.is(begin, Part::adjective) && wordlike(begin - 1) &&
                article_.is(begin - 1, language::PartSet(Part::noun) | Part::adjective | Part::proper))
                continue;
            if (can_speak({begin, end}) && taken_up({begin, end}, behind)) return begin;
        }
    }
    for (std::uint32_t begin = first; begin < end; ++begin) {
        if (!wordlike(begin) && article_.opens(begin) == none) continue;
        if (begin > limit && article_.opens(begin) == none && wordlike(begin) && has(begin, Known::preposition))
            continue;
        if (begin > limit && !opens_clause(begin)) continue;
        // برامج تنموية وفكرية: one more adjective begins no phrase.
        if (begin > limit && has(begin - 1, Known::conjunction) && article_.is(begin, Part::adjective) &&
            !article_.tokens[begin].definite)
            continue;
        // An accusative is a subject only behind the complementiser, and behind لكن.
        if (wordlike(begin) && detection::accusative(article_, begin) &&
            (begin == limit || !(has(begin - 1, Known::complementiser) || has(begin - 1, Known::accusative_subject))))
            continue;
        if (head_first_end(begin, end, core) == end) return begin;
    }
    return none;
}

}  // namespace rawi::attribution
