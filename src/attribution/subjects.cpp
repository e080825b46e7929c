// Subjects that stand before their verb. Read from the verb to the left: words that no closed class stops, noun phrases
// joined by prepositions, relative clauses and participles that belong to the noun, asides between commas.
#include <algorithm>

#include "attribution/subjects.hpp"

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Form;
using language::Part;
using language::PartSet;
using text::CharClass;

namespace {

constexpr std::uint32_t longest_relative = 14;    // words back to its pronoun
constexpr std::uint32_t longest_parenthesis = 9;  // words of ", Smith said" before the verb

}  // namespace

/// "A judge, in response to a request, ordered": the subject, without the aside that says when or why.
TokenRange Subjects::without_circumstance(TokenRange subject) const {
    subject = trim(subject);
    if (!article_.pack->subject_first) return subject;
    for (std::uint32_t i = subject.begin + 1; i + 1 < subject.end; ++i) {
        if (is(i, CharClass::comma) && article_.is(i + 1, Part::preposition) &&
            !article_.is_word(i + 1, article_.pack->name_link) && i + 2 < subject.end && !article_.tokens[i + 2].upper)
            return trim({subject.begin, i});
    }
    return subject;
}

/// The first word of the verb at `verb`: "| has also been", "Smith | on Monday attacked".
std::uint32_t Subjects::first_of_verb(std::uint32_t verb, std::uint32_t limit) const {
    static const language::ClassSet times = language::set_of({Known::time, Known::weekday});
    std::uint32_t first = verb;
    while (first > limit) {
        if (has(first - 1, Known::auxiliary) || has(first - 1, Known::adverb) || has(first - 1, Known::negation)) {
            --first;
            continue;
        }
        const std::uint32_t length = article_.match_back(first, times, limit);
        if (length == 0 || first - length <= limit) break;
        first -= length;
        if (first > limit + 1 && has(first - 1, Known::preposition)) --first;
    }
    return first;
}

/// Whether the words are a pronoun that is no object there: he, they; "it" may be one.
bool Subjects::nominative(std::uint32_t begin, std::uint32_t end) const {
    if (begin + 1 != end || !has(begin, Known::pronoun)) return false;
    const auto agreement = language::parse_agreement(article_.value({begin, end}, Known::pronoun));
    return agreement && (agreement->gender != language::Gender::any || agreement->person == language::Person::first ||
                         agreement->number == language::Number::plural);
}

TokenRange Subjects::subject_of(std::uint32_t verb, std::uint32_t limit) const {
    const bool conjoined = verb > limit && (has(verb - 1, Known::conjunction) || has(verb, Known::conjunction) ||
                                            has(verb - 1, Known::subordinator) || has(verb, Known::subordinator));
    // "They are saying" has its subject beside it.
    const bool participle = article_.is(verb, Part::gerund) && (verb == limit || !has(verb - 1, Known::auxiliary));
    TokenRange found;
    for (std::uint32_t t = verb; t-- > limit;) {
        if (const std::uint32_t q = article_.closes(t); q != none && is(t, CharClass::quote)) {
            if (article_.quotations[q].open <= limit) return {};
            t = article_.quotations[q].open;
            continue;
        }
        if (!verbal(t) || adjectival(t, limit)) continue;
        const std::uint32_t first = first_of_verb(t, limit);
        const std::uint32_t begin = subject_begin(first, limit, false);
        if (begin == none) {
            t = first;
            continue;
        }
        if (found.empty()) found = trim({begin, first});
        // "Smith welcomed the news that Jones would go, saying": the clause belongs to a noun, and the subject is that
        // of the verb around it. So it is for "Smith left after Jones came, saying".
        const bool depends = begin > limit + 1 && wordlike(begin - 2) && !conjoined &&
                             ((has(begin - 1, Known::complementiser) && article_.is(begin - 2, Part::noun)) ||
                              (participle && article_.is(begin - 1, Part::subordinator)));
        if (depends) {
            t = begin - 1;
            continue;
        }
        // "Smith left a meeting planned for Monday, saying": what stands right behind a verb is its object.
        if (participle && begin > limit + 1 && wordlike(begin - 1) && verbal(begin - 1) &&
            (wordlike(begin - 2) || !speaks(begin - 1)) && !nominative(begin, first)) {
            t = begin;
            continue;
        }
        // "Refused to say who Smith would like but said": the subject is that of the clause around.
        if (begin == limit || !conjoined || !has(begin - 1, Known::relative) || has(begin - 1, Known::complementiser))
            return found.begin == begin ? found : trim({begin, first});
        t = begin;
    }
    return found;
}

bool Subjects::thing_speaks(const Finding& finding) const {
    if (!article_.pack->subject_first || finding.source.empty() || finding.form.form == Form::particle) return false;
    const bool shows = (finding.lemma->flag_bits & article_.pack->shows) != 0;
    return !can_speak(finding.source, shows, (finding.rule->of & silent_nouns()).any());
}

bool Subjects::said_by_somebody(const Finding& finding) const {
    if (finding.quoted) return true;
    const TokenRange said = finding.content.front();
    for (std::uint32_t i = said.begin; i < said.end; ++i) {
        if (article_.opens(i) != none) return true;
    }
    return finding.form.form != Form::infinitive && finding.form.form != Form::noun && said.begin > 0 &&
           has(said.begin - 1, Known::complementiser);
}

bool Subjects::ends_before_verb(std::uint32_t token, std::uint32_t limit, const CueToken& cue,
                                const CueForm& form) const {
    const detection::Token& mark = article_.tokens[token];
    if (mark.kind == CharClass::colon) return token + 1 < limit && article_.opens(token + 1) != none;
    if (mark.mark == ';') return form.form == Form::noun;
    if (mark.kind == CharClass::dash && mark.space_before) {
        // A single dash opens an afterthought; of two the first opens an aside, unless the aside holds the cue.
        const std::uint32_t reach = cue.tokens.begin > longest_subject ? cue.tokens.begin - longest_subject : 0;
        for (std::uint32_t t = cue.tokens.begin; t-- > reach;) {
            if (is(t, CharClass::terminator) || is(t, CharClass::newline)) break;
            if (is(t, CharClass::dash) && article_.tokens[t].space_before) return true;
        }
        for (std::uint32_t t = cue.tokens.end; t < token; ++t) {
            if (is(t, CharClass::dash) && article_.tokens[t].space_before) return false;
        }
        for (std::uint32_t t = token + 1; t < limit; ++t) {
            if (is(t, CharClass::dash) && article_.tokens[t].space_before) return false;
        }
        // What only goes on from the words before belongs to them.
        return token + 1 < limit && wordlike(token + 1) &&
               !article_.is(token + 1, PartSet(Part::gerund) | Part::participle | Part::preposition | Part::adverb) &&
               !has(token + 1, Known::conjunction);
    }
    return mark.kind == CharClass::comma && speaker_follows(token, limit);
}

/// ", Smith said." or ", said Smith."
bool Subjects::speaker_follows(std::uint32_t token, std::uint32_t limit) const {
    std::uint32_t t = token + 1;
    // ", a poll found."
    const auto finds = [&](std::uint32_t i) {
        return i > token + 1 && has_flag(i, article_.pack->shows) &&
               (i + 1 >= limit || is(i + 1, CharClass::terminator));
    };
    while (t < limit && t < token + longest_parenthesis && wordlike(t) && !speaks(t) && !finds(t)) {
        if (stops_phrase(t) && !has(t, Known::auxiliary) && !has(t, Known::pronoun)) return false;
        ++t;
    }
    if (t < limit && finds(t)) return true;
    if (t >= limit || !speaks(t) || (t > token + 1 && has(t - 1, Known::conjunction))) return false;
    const std::uint32_t behind = cues_[cue_at_[t]].tokens.end;
    if (t == token + 1)
        return behind < limit && wordlike(behind) && !has(behind, Known::complementiser) &&
               article_.tokens[behind].upper;
    if (behind >= limit || is(behind, CharClass::comma) || is(behind, CharClass::terminator) ||
        has(behind, Known::preposition) || article_.match(behind, Known::time, limit) != 0)
        return true;
    // ", Smith told CNN on Thursday."
    return has_flag(t, article_.pack->hearer) && article_.tokens[behind].upper && !has(behind, Known::complementiser);
}

bool Subjects::predicate_follows(std::uint32_t begin, std::uint32_t limit) const {
    static constexpr PartSet verbs = PartSet(Part::verb) | Part::base | Part::auxiliary | Part::modal;
    static constexpr PartSet nominal = PartSet(Part::noun) | Part::proper | Part::pronoun | Part::number |
                                       Part::determiner | Part::adjective | Part::gerund;
    bool relative = false;    // the first verb behind a relative pronoun belongs to its clause
    bool infinitive = false;  // so does the one behind "to"
    bool subject = false;
    for (std::uint32_t i = begin; i < limit; ++i) {
        if (is(i, CharClass::terminator) && !article_.abbreviates(i)) return false;
        if (is(i, CharClass::comma) && subject) {
            if (const std::uint32_t last = list_end(i, limit); last != none) {
                i = last - 1;
                continue;
            }
            // "Smith, 32, was": an aside between the subject and its verb.
            const std::uint32_t verb = behind_aside(i, limit);
            return verb != none && article_.is(verb, verbs);
        }
        if (is(i, CharClass::comma) || is(i, CharClass::colon)) return false;
        if (is(i, CharClass::dash) && article_.tokens[i].space_before && subject) {
            const std::uint32_t behind = behind_dash(i, limit);
            if (behind == none) return false;
            i = behind - 1;
            continue;
        }
        if (!wordlike(i)) continue;
        if (article_.opens_relative(i)) {
            relative = subject;
            continue;
        }
        if (article_.is(i, Part::to)) {
            infinitive = true;
            continue;
        }
        // "He's", "it'll": subject and verb in one; "provisions that he thought would help": the subject stands before.
        if (i == begin && (article_.is(i, PartSet(Part::modal) | Part::verb) ||
                           (article_.is(i, Part::auxiliary) &&
                            (article_.has_apostrophe(i) || relative_before(i, 0) != none || behind_relative(i)))))
            return true;
        const bool past = article_.is(i, Part::participle) && (i == begin || !article_.is(i - 1, Part::auxiliary)) &&
                          ((i + 1 < limit && has_object(i + 1)) || behind_adverb(i, begin));
        if (i == begin && past && behind_relative(i)) return true;  // "whom many believe betrayed the club"
        if (article_.is(i, nominal)) subject = true;
        const bool helps = article_.is(i, Part::negation) && has(i, Known::auxiliary);  // doesn't
        if ((!article_.is(i, verbs) && !past && !helps) || !subject) continue;
        if (!relative && !infinitive) return true;
        if (infinitive)
            infinitive = false;
        else
            relative = false;
    }
    return false;
}

/// Whether the clause that the words before `verb` belong to is a relative one: "which, he said, has increased".
bool Subjects::behind_relative(std::uint32_t verb) const {
    for (std::uint32_t t = verb; t-- > 0 && t + longest_relative > verb && wordlike(t);) {
        if (article_.opens_relative(t)) return true;
    }
    return false;
}

/// "It actively investigated", "Smith also believed": what looks like a participle is the verb where an adverb stands
/// between it and a subject without a determiner.
bool Subjects::behind_adverb(std::uint32_t participle, std::uint32_t begin) const {
    std::uint32_t t = participle;
    while (t > begin && article_.is(t - 1, Part::adverb)) --t;
    return t != participle && t > begin && article_.is(t - 1, PartSet(Part::pronoun) | Part::proper | Part::noun);
}

/// Behind the aside that `comma` opens; `none` where no other comma closes it soon.
std::uint32_t Subjects::behind_aside(std::uint32_t comma, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 28;  // tokens
    for (std::uint32_t i = comma + 1; i + 1 < limit && i < comma + longest; ++i) {
        if (is(i, CharClass::comma)) return i + 1;
        if (is(i, CharClass::terminator) && !article_.abbreviates(i)) return none;
        if (is(i, CharClass::quote) || is(i, CharClass::colon)) return none;
    }
    return none;
}

/// Behind the aside that a dash opens; `none` where no other dash closes it in the sentence.
std::uint32_t Subjects::behind_dash(std::uint32_t dash, std::uint32_t limit) const {
    for (std::uint32_t i = dash + 1; i < limit; ++i) {
        if (is(i, CharClass::dash) && article_.tokens[i].space_before) return i + 1;
        if (is(i, CharClass::terminator) && !article_.abbreviates(i)) return none;
    }
    return none;
}

}  // namespace rawi::attribution
