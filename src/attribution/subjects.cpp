// Subjects that stand before their verb. Read from the verb to the left: words that no closed class stops, noun phrases
// joined by prepositions, relative clauses and participles that belong to the noun, asides between commas.
#include <algorithm>

#include "attribution/extents.hpp"

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Form;
using text::CharClass;

namespace {

constexpr std::uint32_t longest_subject = 40;
constexpr std::uint32_t longest_aside = 26;
constexpr std::uint32_t longest_relative = 14;
constexpr std::uint32_t longest_quoted_name = 9;
constexpr std::uint32_t longest_parenthesis = 9;  // words of ", Smith said" before the verb

}  // namespace

/// Whether the word is a verb here.
bool Extents::verbal(std::uint32_t token) const {
    using language::Part;
    static constexpr language::PartSet verbs = language::PartSet(Part::verb) | Part::base | Part::participle |
                                               Part::gerund | Part::auxiliary | Part::modal;
    return wordlike(token) && article_.is(token, verbs);
}

/// A participle that stands for an adjective: "the proposed law".
bool Extents::adjectival(std::uint32_t token, std::uint32_t limit) const {
    return token > limit && !has(token, Known::auxiliary) && !has(token, Known::negation) &&
           (has(token - 1, Known::article) || has(token - 1, Known::possessive) || has(token - 1, Known::preposition) ||
            article_.normal_of(token - 1) == article_.pack->genitive);
}

/// The relative pronoun whose clause holds `verb`, if the noun stands directly before it.
std::uint32_t Extents::relative_before(std::uint32_t verb, std::uint32_t limit) const {
    const std::uint32_t reach = std::max(limit, verb > longest_relative ? verb - longest_relative : 0);
    for (std::uint32_t t = verb; t-- > reach;) {
        if (!wordlike(t)) return none;
        if (!has(t, Known::relative)) continue;
        if (t == limit || !wordlike(t - 1) || cue_at_[t - 1] != none || verbal(t - 1) ||
            has(t - 1, Known::preposition) || has(t - 1, Known::adverb))
            return none;
        return t;
    }
    return none;
}

/// Before the aside that `comma` closes: "Smith, a spokesman for the campaign, said".
std::uint32_t Extents::before_aside(std::uint32_t comma, std::uint32_t limit) const {
    const std::uint32_t reach = std::max(limit, comma > longest_aside ? comma - longest_aside : 0);
    for (std::uint32_t t = comma; t-- > reach;) {
        if (const std::uint32_t q = article_.closes(t); q != none) {
            if (article_.quotations[q].open <= reach) return none;
            t = article_.quotations[q].open;
            continue;
        }
        if (is(t, CharClass::quote) || is(t, CharClass::colon)) return none;
        if (!is(t, CharClass::comma)) continue;
        if (t == limit || t + 1 == comma || has(t + 1, Known::conjunction)) return none;
        const std::uint32_t head = subject_begin(t, limit, true);
        // "Smith, D-Calif., chairman of the panel, said": an aside before the aside.
        return head == none && is(t - 1, CharClass::comma) ? none : head;
    }
    return none;
}

/// What a noun phrase cannot begin with belongs to what stands before it.
std::uint32_t Extents::without_opening(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t i = begin;
    while (i < end) {
        std::uint32_t skip = 0;
        if (has(i, Known::conjunction) || has(i, Known::preposition) || has(i, Known::adverb) ||
            has(i, Known::subordinator))
            skip = 1;
        for (const Known known : {Known::time, Known::speaker_switch})
            skip = std::max(skip, article_.match(i, known, end));
        if (skip == 0 || i + skip >= end) break;
        i += skip;
    }
    return i;
}

std::uint32_t Extents::subject_begin(std::uint32_t end, std::uint32_t limit, bool core) const {
    if (end <= limit) return none;
    limit = std::max(limit, end > longest_subject ? end - longest_subject : 0);
    std::uint32_t i = end;
    std::uint32_t words = 0;
    std::uint32_t joint = none;  // the last conjunction passed
    bool opened = false;  // a determiner has opened the phrase: before it only a preposition or conjunction can go on
    while (i > limit) {
        const std::uint32_t t = i - 1;
        if (const std::uint32_t q = article_.closes(t); q != none && is(t, CharClass::quote)) {
            const detection::Quotation& quotation = article_.quotations[q];
            if (quotation.open < limit || quotation.inner().size() > longest_quoted_name ||
                is(t - 1, CharClass::comma) || is(t - 1, CharClass::terminator))
                break;
            i = quotation.open;
            ++words;
            continue;
        }
        if (is(t, CharClass::close_bracket)) {
            std::uint32_t open = t;
            while (open > limit && !is(open, CharClass::open_bracket) && t - open < 14) --open;
            if (!is(open, CharClass::open_bracket)) break;
            i = open;
            continue;
        }
        if (is(t, CharClass::comma)) {
            if (words != 0 || core) break;
            return before_aside(t, limit);
        }
        if (!wordlike(t)) {
            const bool inside = !article_.tokens[t].space_before && t > limit && wordlike(t - 1);
            const bool initial = article_.tokens[t].mark == '.' && inside &&
                                 (has(t - 1, Known::title) || has(t - 1, Known::abbreviation) ||
                                  article_.tokens[t - 1].span.size() == 1);
            const bool genitive = is(t, CharClass::apostrophe) && inside && words != 0;
            const bool hyphen = is(t, CharClass::dash) && inside && words != 0;
            const bool sign = is(t, CharClass::symbol);
            if (!initial && !genitive && !hyphen && !sign) break;
            i = t;
            continue;
        }
        if (has(t, Known::pronoun) && !has(t, Known::article)) {
            if (words == 0) i = t, ++words;
            break;
        }
        if (words == 0 && (has(t, Known::article) || has(t, Known::preposition) || has(t, Known::conjunction) ||
                           has(t, Known::possessive))) {
            // "Those said", "many say" stand alone; other determiners need a noun.
            if (!has(t, Known::article) ||
                (t > limit && wordlike(t - 1) && !has(t - 1, Known::complementiser) && !has(t - 1, Known::conjunction)))
                return none;
            if (!has(t, Known::pronoun)) return none;
            i = t;
            words = 1;
            break;
        }
        if (opened && !has(t, Known::preposition) && !has(t, Known::conjunction) && !has(t, Known::article)) break;
        const bool noun = cue_at_[t] != none && article_.pack->nominal != 0 &&
                          (words == 0 || has(i, Known::preposition)) && nominal(t);
        if (!noun && (stops_phrase(t) || finite_cue(t) || has(t, Known::relative)) && !adjectival(t, limit) &&
            !has(t, Known::article)) {
            if (words == 0 || core || !verbal(t)) break;
            if (const std::uint32_t relative = relative_before(t, limit); relative != none) {
                i = relative;
                opened = false;
                continue;
            }
            const bool reduced = !has(t, Known::auxiliary) &&
                                 (has(i, Known::preposition) || article_.match(i, Known::time, end) != 0) &&
                                 t > limit && wordlike(t - 1) && !stops_phrase(t - 1) && !has(t - 1, Known::pronoun) &&
                                 !finite_cue(t - 1);
            if (reduced) {
                i = t;
                opened = false;
                continue;
            }
            // "He likes tea and Smith said": the object before the conjunction belongs to that verb.
            if (joint != none)
                i = joint + 1;
            else if (has(i, Known::preposition))
                return none;
            break;
        }
        if (has(t, Known::conjunction)) {
            if (t == limit || !wordlike(t - 1) || verbal(t - 1)) break;
            joint = t;
            opened = false;
        } else if (has(t, Known::preposition)) {
            opened = false;
        } else {
            ++words;
            if (has(t, Known::article) || has(t, Known::possessive)) opened = true;
        }
        i = t;
    }
    i = without_opening(i, end);
    return words == 0 || i >= end ? none : i;
}

TokenRange Extents::subject_of(std::uint32_t verb, std::uint32_t limit) const {
    for (std::uint32_t t = verb; t-- > limit;) {
        if (const std::uint32_t q = article_.closes(t); q != none && is(t, CharClass::quote)) {
            if (article_.quotations[q].open <= limit) return {};
            t = article_.quotations[q].open;
            continue;
        }
        if (!verbal(t) || adjectival(t, limit)) continue;
        // The first word of the verb: "has also been".
        std::uint32_t first = t;
        while (first > limit &&
               (has(first - 1, Known::auxiliary) || has(first - 1, Known::adverb) || has(first - 1, Known::negation)))
            --first;
        const std::uint32_t begin = subject_begin(first, limit, false);
        if (begin != none) return trim({begin, first});
        t = first;
    }
    return {};
}

bool Extents::ends_before_verb(std::uint32_t token, std::uint32_t limit, const CueToken& cue,
                               const CueForm& form) const {
    const detection::Token& mark = article_.tokens[token];
    if (mark.kind == CharClass::colon) return token + 1 < limit && article_.opens(token + 1) != none;
    if (mark.mark == ';') return form.form == Form::noun;
    if (mark.kind == CharClass::dash && mark.space_before) {
        // The second dash of an aside that holds the cue.
        const std::uint32_t reach = cue.tokens.begin > longest_subject ? cue.tokens.begin - longest_subject : 0;
        for (std::uint32_t t = cue.tokens.begin; t-- > reach;) {
            if (is(t, CharClass::terminator) || is(t, CharClass::newline)) return false;
            if (is(t, CharClass::dash) && article_.tokens[t].space_before) return true;
        }
        return false;
    }
    if (mark.kind != CharClass::comma) return false;
    // ", Smith said." or ", said Smith."
    std::uint32_t t = token + 1;
    while (t < limit && t < token + longest_parenthesis && wordlike(t) && !speaks(t)) {
        if (stops_phrase(t) && !has(t, Known::auxiliary) && !has(t, Known::pronoun)) return false;
        ++t;
    }
    if (t >= limit || !speaks(t) || (t > token + 1 && has(t - 1, Known::conjunction))) return false;
    const std::uint32_t behind = cues_[cue_at_[t]].tokens.end;
    if (t == token + 1)
        return behind < limit && wordlike(behind) && !has(behind, Known::complementiser) &&
               article_.tokens[behind].upper;
    return behind >= limit || is(behind, CharClass::comma) || is(behind, CharClass::terminator) ||
           has(behind, Known::preposition) || article_.match(behind, Known::time, limit) != 0;
}

bool Extents::predicate_follows(std::uint32_t begin, std::uint32_t limit) const {
    bool relative = false;  // the first verb behind a relative pronoun belongs to its clause
    for (std::uint32_t i = begin; i < limit; ++i) {
        if (const std::uint32_t q = article_.opens(i); q != none && i > begin) {
            if (article_.quotations[q].close >= limit) return false;
            i = article_.quotations[q].close;
            continue;
        }
        if (is(i, CharClass::comma) || is(i, CharClass::terminator) || is(i, CharClass::colon)) return false;
        if (has(i, Known::relative)) relative = true;
        if (has(i, Known::pronoun) && i == begin && i + 1 < limit && wordlike(i + 1) && !has(i + 1, Known::preposition))
            return true;
        if (!verbal(i) || (has(i, Known::preposition) && !has(i, Known::auxiliary)) || adjectival(i, begin)) continue;
        if (i == begin) return false;
        // A past form behind a noun may be a participle: "the votes cast in Ohio".
        const bool participle = !has(i, Known::auxiliary) && i + 1 < limit &&
                                (has(i + 1, Known::preposition) || has(i + 1, Known::complementiser));
        if (participle) continue;
        if (!relative) return true;
        relative = false;
    }
    return false;
}

/// A form of a verb of saying that may stand behind what is said.
bool Extents::speaks(std::uint32_t token) const {
    const std::uint32_t c = cue_at_[token];
    return c != none && std::ranges::any_of(cues_[c].readings(), [&](const CueForm& reading) {
               return reading.form == Form::finite &&
                      (article_.pack->lemmas[reading.lemma].flag_bits & article_.pack->speech) != 0;
           });
}

/// A form that is a noun as well as a verb: "reports", "claims".
bool Extents::nominal(std::uint32_t token) const {
    const std::uint32_t c = cue_at_[token];
    return c != none && std::ranges::any_of(cues_[c].readings(), [&](const CueForm& reading) {
               return !reading.past && reading.form != Form::gerund &&
                      (article_.pack->lemmas[reading.lemma].flag_bits & article_.pack->nominal) != 0;
           });
}

}  // namespace rawi::attribution
