// What belongs to a noun phrase whose head stands first, and where one that ends somewhere begins.
#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

using detection::Known;
using language::Part;
using text::CharClass;

/// الـ«سي إن إن»: whether nothing but the article stands before what is marked.
bool Phrases::article_before_marks(std::uint32_t begin, std::uint32_t limit) const {
    return begin + 1 < limit && article_.is_word(begin, article_.pack->article) &&
           !article_.tokens[begin + 1].space_before && article_.opens(begin + 1) != none;
}

/// صحيفة «المنبر» | الصادرة يوم الجمعة: whether the phrase closes with a word that says no more than what stands behind
/// it, when the paper came out.
bool Phrases::issued_on_day(TokenRange phrase, std::uint32_t limit) const {
    static const language::ClassSet when =
        language::set_of({Known::time, Known::weekday, Known::time_noun, Known::day_offset});
    const std::uint32_t last = phrase.end - 1;
    return phrase.size() > 1 && phrase.end < limit && has(last, Known::issued) && article_.tokens[last].definite &&
           !article_.is(last, Part::proper) &&
           (article_.has(phrase.end, when) || article_.match(phrase.end, when, limit) != 0);
}

/// وقال «اتحاد المزارعين في الوادي» إن: the name of a body in quotation marks, without a verb, before what is said of
/// it or said by it.
bool Phrases::body_in_marks(const detection::Quotation& quotation) const {
    const TokenRange inner = quotation.inner();
    if (!article_.has(inner.begin, detection::body_nouns()) || article_.has(inner.begin, Known::complementiser))
        return false;
    for (std::uint32_t i = inner.begin; i < inner.end; ++i) {
        if (wordlike(i) && article_.is(i, language::PartSet(Part::verb) | Part::auxiliary)) return false;
    }
    std::uint32_t behind = quotation.close + 1;
    if (behind < article_.tokens.size() && is(behind, CharClass::comma)) ++behind;
    return behind < article_.tokens.size() && wordlike(behind) &&
           (has(behind, Known::relative) || has(behind, Known::complementiser) || has(behind, Known::preposition));
}

bool Phrases::tells_something(const detection::Quotation& quotation) const {
    const TokenRange inner = quotation.inner();
    if (!quotation.closed || inner.size() < 2) return false;
    bool clause = has(inner.begin, Known::definite) || has(inner.begin, Known::pronoun);  // هذا قرار صعب
    for (std::uint32_t i = inner.begin; i < inner.end; ++i) {
        if (!wordlike(i)) continue;
        if (article_.tokens[i].upper) return false;  // a foreign name
        const bool verb = article_.tokens[i].word != language::unknown_word &&
                          article_.is(i, language::PartSet(Part::verb) | Part::auxiliary);
        // لا أبدا; but غير مقنعة
        const bool denies = has(i, Known::negation) && !(i + 1 < inner.end && article_.is(i + 1, Part::adjective));
        clause = clause || verb || denies;
    }
    return clause;
}

bool Phrases::says_also(std::uint32_t token, std::uint32_t limit) const {
    if (!article_.pack->heads_first || !has(token - 1, Known::clause_turn) || attached_object(token)) return false;
    constexpr std::uint32_t reach = 8;  // tokens
    for (std::uint32_t i = token + 1; i < limit && i < token + reach; ++i) {
        if (has(i, Known::complementiser) || is(i, CharClass::colon)) return true;
        if (is(i, CharClass::comma) || is(i, CharClass::terminator)) return false;
    }
    return false;
}

bool Phrases::tells_of_self(std::uint32_t verb) const {
    const std::uint32_t q = article_.tokens[verb].quotation;
    if (q == none) return false;
    const auto may_be_she = [this](std::uint32_t noun) {
        const language::Agreement known = agreement_of(article_, {noun, noun + 1});
        return known.gender != language::Gender::masculine || known.number == language::Number::plural;
    };
    const language::PartSet nominal = language::PartSet(Part::noun) | Part::proper | Part::determiner;
    // أعلنت | الحكومة, أكدت لي | السلطات
    std::uint32_t next = verb + 1;
    while (wordlike(next) && has(next, Known::preposition) && article_.tokens[next].enclitic != language::Agreement{})
        ++next;
    if (wordlike(next) && article_.is(next, nominal) && article_.tokens[next].quotation == q && may_be_she(next))
        return false;
    // Back to where the sentence opens: whether anything stands there that she can be.
    bool she = false;
    bool governed = false;  // behind a preposition, or behind a verb as its object
    bool opens = true;
    const std::uint32_t begin = article_.quotations[q].inner().begin;
    std::uint32_t first = verb;
    while (first > begin && !is(first - 1, CharClass::terminator)) --first;
    for (std::uint32_t i = first; i < verb; ++i) {
        if (!wordlike(i)) {
            governed = governed && !is(i, CharClass::comma);
            continue;
        }
        opens = opens && (has(i, Known::adverb) || has(i, Known::auxiliary) || has(i, Known::conjunction));
        const language::Agreement attached = article_.tokens[i].enclitic;
        const bool speaker = attached.person == language::Person::first;
        if (attached != language::Agreement{} && !speaker && !article_.is(i, Part::noun)) she = true;  // لكنها
        if (has(i, Known::pronoun) || has(i, Known::relative)) she = true;
        if (has(i, Known::preposition))
            governed = true;
        else if (has(i, Known::conjunction) || has(i, Known::complementiser) || article_.is(i, Part::verb))
            governed = false;
        else if (article_.is(i, nominal) && !governed && !has(i, Known::time) && may_be_she(i))
            she = true;
    }
    // مضيفا أن بلاده | "شددت": the subject stands before the mark.
    constexpr std::uint32_t reach = 12;  // tokens
    for (std::uint32_t i = begin - 1; first == begin && i-- > 0 && i + reach > begin && !is(i, CharClass::colon);) {
        if (has(i, Known::complementiser)) return false;
        if (is(i, CharClass::terminator) || (cue_at_[i] != none && article_.is(i, Part::verb))) break;
    }
    // What a sentence behind another goes on with may be somebody else's: وأضافت.
    return !she && (first == begin || !opens || first == verb);
}

/// غاريث لي, جاستن ويلبي, يان ليكون: how many tokens of a surname stand at `token` that look like words of another
/// kind, behind a given name that has no surname yet and before what goes on with a name or follows it; else 0.
std::uint32_t Phrases::odd_surname(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
    if (token == begin || token >= limit) return 0;
    const std::uint32_t given = token - 1;
    static const language::ClassSet no_person = language::set_of(
        {Known::place, Known::state, Known::organisation, Known::outlet, Known::outlet_common, Known::deity});
    if (!wordlike(given) || !article_.is(given, Part::proper) || article_.tokens[given].definite ||
        article_.has(given, no_person) || (given > begin && article_.has(given - 1, no_person)))
        return 0;
    const bool second = given > begin && article_.is(given - 1, Part::proper);  // جان ايف | لو دريان
    std::uint32_t length = 0;
    if (has(token, Known::odd_surname)) {
        length = 1;
    } else if (article_.tokens[token].proclitic && token + 1 < limit && !article_.tokens[token + 1].space_before &&
               article_.is(token + 1, language::PartSet(Part::verb) | Part::auxiliary) && !finite_cue(token + 1)) {
        length = 2;
    }
    const std::uint32_t behind = token + length;
    if (length == 0 || behind >= article_.tokens.size()) return 0;
    static const language::ClassSet next = language::set_of({Known::complementiser, Known::clause_conjunction});
    const bool office = wordlike(behind) && has(behind, Known::role_noun) && !article_.tokens[behind].definite;
    const bool name = length == 1 && wordlike(behind) && article_.is(behind, Part::proper);
    if (second && !name) return 0;
    return office || name || is(behind, CharClass::comma) || is(behind, CharClass::colon) ||
                   article_.opens(behind) != none || article_.has(behind, next)
               ? length
               : 0;
}

/// سأل النجار | الرئيس الحداد، انتقد سالم النجار | رئيس البلدية كريم الحداد: behind the name of a person stands an
/// office with a name of its own.
bool Phrases::opens_other_person(TokenRange before, std::uint32_t limit) const {
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

/// End of "and he is ...", a clause without a verb that says what somebody is; with the comma or dash that opens it.
std::uint32_t Phrases::nominal_clause_end(std::uint32_t begin, std::uint32_t limit) const {
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

/// Whether the relative pronoun can mean the phrase: they agree.
bool Phrases::taken_up(TokenRange phrase, std::uint32_t relative) const {
    const auto pronoun = language::parse_agreement(article_.value({relative, relative + 1}, Known::relative));
    language::Agreement noun = agreement_of(article_, phrase);
    if (noun.number == language::Number::singular && pronoun && pronoun->number == language::Number::plural)
        return false;
    noun.number = language::Number::any;
    return !pronoun || language::agree(*pronoun, noun);
}

/// Whether a noun phrase can begin at `token`: no word before it takes it in.
bool Phrases::opens_phrase(std::uint32_t token) const {
    static constexpr language::PartSet nominal =
        language::PartSet(Part::noun) | Part::adjective | Part::proper | Part::determiner | Part::number;
    const std::uint32_t before = token - 1;
    if (!wordlike(before)) return true;
    // Behind a noun that says nothing itself: "the face | of the coach".
    return !article_.is(before, nominal) || (article_.is(before, Part::noun) && !can_speak({before, token}));
}

/// The noun phrase that ends before `end`: the longest one that reaches just so far.
std::uint32_t Phrases::head_first_begin(std::uint32_t end, std::uint32_t limit, bool core) const {
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
        // دراسة نشرتها المجلة | أظهرت: the verb of a clause without a relative pronoun, which belongs to its noun.
        const bool bare = !core && has(t, Known::issued) && attached_object(t) && t > limit && wordlike(t - 1) &&
                          !article_.tokens[t - 1].definite && begins_noun(t - 1);
        if (wordlike(t) && (has(t, Known::complementiser) || (finite_cue(t) && article_.is(t, Part::verb) && !bare)))
            break;
        first = t;
    }
    // What a relative pronoun takes up need open no clause: "in the face of the coach who said". Behind "and" (والذي)
    // it may take up what stands further up, so that only people are meant.
    const auto size = static_cast<std::uint32_t>(article_.tokens.size());
    std::uint32_t behind = end < size && is(end, CharClass::comma) ? end + 1 : end;
    const bool joined = behind < size && has(behind, Known::conjunction);
    if (joined) ++behind;
    const bool antecedent = core && behind < size && has(behind, Known::relative) && !has(behind, Known::subordinator);
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
            if (joined && !people(begin)) continue;
            if (can_speak({begin, end}) && taken_up({begin, end}, behind)) return begin;
        }
    }
    for (std::uint32_t begin = first; begin < end; ++begin) {
        if (!wordlike(begin) && article_.opens(begin) == none) continue;
        if (begin > limit && article_.opens(begin) == none && wordlike(begin) && has(begin, Known::preposition))
            continue;
        if (begin > limit && !opens_clause(begin)) continue;
        // وثائق من شركة "المرسى" | البحرية: an adjective behind a name in quotation marks.
        if (begin > limit && article_.closes(begin - 1) != none && article_.is(begin, Part::adjective)) continue;
        // برامج تنموية وفكرية: one more adjective begins no phrase.
        if (begin > limit && has(begin - 1, Known::conjunction) && article_.is(begin, Part::adjective) &&
            !article_.tokens[begin].definite)
            continue;
        // An accusative is a subject only behind the complementiser, and behind لكن.
        if (wordlike(begin) && detection::accusative(article_, begin) &&
            (begin == 0 || !(has(begin - 1, Known::complementiser) || has(begin - 1, Known::accusative_subject))))
            continue;
        if (head_first_end(begin, end, core) == end) return begin;
    }
    return none;
}

}  // namespace rawi::attribution
