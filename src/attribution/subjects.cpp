// Subjects that stand before their verb. Read from the verb to the left: words that no closed class stops, noun phrases
// joined by prepositions, relative clauses and participles that belong to the noun, asides between commas.
#include <algorithm>

#include "attribution/extents.hpp"

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Form;
using language::Part;
using language::PartSet;
using text::CharClass;

namespace {

constexpr std::uint32_t longest_aside = 26;
constexpr std::uint32_t longest_place = 5;  // tokens of "Ohio", between commas
constexpr std::uint32_t longest_relative = 14;
constexpr std::uint32_t longest_parenthesis = 9;  // words of ", Smith said" before the verb

}  // namespace

/// Whether the word is a verb here.
bool Extents::verbal(std::uint32_t token) const {
    static constexpr PartSet verbs =
        PartSet(Part::verb) | Part::base | Part::participle | Part::gerund | Part::auxiliary | Part::modal;
    if (!wordlike(token) || !article_.is(token, verbs)) return false;
    // "Radio host Jane Doe": a noun for people before a name is that noun.
    const bool title = token > 0 && token + 1 < article_.tokens.size() && !article_.tokens[token].upper &&
                       (has(token, Known::human_noun) || has(token, Known::role_noun)) &&
                       article_.is(token + 1, Part::proper) && wordlike(token - 1) &&
                       article_.is(token - 1, PartSet(Part::noun) | Part::adjective | Part::proper | Part::determiner);
    return !title;
}

/// A participle that stands for an adjective ("the proposed law") or opens a noun ("the fundraising email").
bool Extents::adjectival(std::uint32_t token, std::uint32_t limit) const {
    if (!article_.is(token, PartSet(Part::participle) | Part::gerund) || token + 1 >= article_.tokens.size())
        return false;
    if (!article_.is(token + 1, PartSet(Part::noun) | Part::proper | Part::adjective)) return false;
    if (token == limit || !wordlike(token - 1)) return article_.is(token, Part::participle) || cue_at_[token] == none;
    // "A visibly shaken Smith said"
    if (article_.is(token - 1, Part::adverb) && token > limit + 1 && article_.is(token - 2, Part::determiner))
        return true;
    return article_.is(token - 1, PartSet(Part::determiner) | Part::adjective | Part::number | Part::genitive |
                                      Part::preposition | Part::conjunction);
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

/// "A judge, in response to a request, ordered": the subject, without the aside that says when or why.
TokenRange Extents::without_circumstance(TokenRange subject) const {
    subject = trim(subject);
    if (!article_.pack->subject_first) return subject;
    for (std::uint32_t i = subject.begin + 1; i + 1 < subject.end; ++i) {
        if (is(i, CharClass::comma) && article_.is(i + 1, Part::preposition) &&
            !article_.is_word(i + 1, article_.pack->name_link) && i + 2 < subject.end && !article_.tokens[i + 2].upper)
            return trim({subject.begin, i});
    }
    return subject;
}

/// Whether the words before `comma` belong to a participle, relative clause or, if `place` asks for it, preposition
/// behind another comma: ", speaking in Toledo", ", who lives in the capital", ", at a rally in Toledo".
bool Extents::in_modifier(std::uint32_t comma, std::uint32_t reach, bool place) const {
    for (std::uint32_t t = comma; t-- > reach;) {
        if (is(t, CharClass::comma))
            return article_.is(t + 1, PartSet(Part::gerund) | Part::participle) || article_.opens_relative(t + 1) ||
                   (place && article_.is(t + 1, Part::preposition));
        if (!wordlike(t)) return false;
    }
    return false;
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
        const bool dash = is(comma, CharClass::dash);
        if (!is(t, dash ? CharClass::dash : CharClass::comma) || (dash && !article_.tokens[t].space_before)) continue;
        if (dash && t + 1 == comma) continue;  // "--"
        if (t == limit || t + 1 == comma || (!dash && has(t + 1, Known::conjunction))) return none;
        // "Smith, speaking in Toledo, Ohio, said", "the head of a firm, who left Acme, a bank, said": what a clause or
        // a place behind a comma says is inside the aside.
        if (!dash && wordlike(t - 1) && article_.is(t - 1, Part::proper) &&
            in_modifier(t, reach, comma - t <= longest_place))
            continue;
        // "Smith, who left Aurora, Colorado, in July 2012, said"
        const bool state = !dash && t > limit + 2 && is(t - 2, CharClass::comma) && wordlike(t - 1) &&
                           article_.is(t - 1, Part::proper) && article_.is(t + 1, Part::preposition) &&
                           in_modifier(t - 2, reach, false);
        if (state) continue;
        // "Smith, meanwhile, who lives there, said"
        if (!dash && t > limit + 1 && is(t - 2, CharClass::comma) &&
            (has(t - 1, Known::adverb) || has(t - 1, Known::speaker_switch)))
            continue;
        const std::uint32_t head = subject_begin(t, limit, true);
        // "Smith, D-Calif., chairman of the panel, said": what stands between is an aside too.
        if (head != none && head > limit && is(head - 1, CharClass::comma) && t - head <= 5 &&
            (article_.tokens[t - 1].mark == '.' || is(head, CharClass::digit) ||
             (head + 1 == t && article_.normal_of(head).find('-') == 1)))
            continue;
        // "Smith, president of the club, a group of investors, said"
        if (!dash && head != none && head > limit + 1 && is(head - 1, CharClass::comma) &&
            article_.is(head - 2, Part::proper) && (has(head, Known::role_noun) || has(head, Known::human_noun)))
            continue;
        // "Jane Smith, the mayor of the town, who had left, said": the name stands before both asides.
        if (const std::uint32_t name = head == none ? none : apposed_name({head, t}, limit); name != none) return name;
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

/// The first word of the verb at `verb`: "| has also been", "Smith | on Monday attacked".
std::uint32_t Extents::first_of_verb(std::uint32_t verb, std::uint32_t limit) const {
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
bool Extents::nominative(std::uint32_t begin, std::uint32_t end) const {
    if (begin + 1 != end || !has(begin, Known::pronoun)) return false;
    const auto agreement = language::parse_agreement(article_.value({begin, end}, Known::pronoun));
    return agreement && (agreement->gender != language::Gender::any || agreement->person == language::Person::first ||
                         agreement->number == language::Number::plural);
}

TokenRange Extents::subject_of(std::uint32_t verb, std::uint32_t limit) const {
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

bool Extents::ends_before_verb(std::uint32_t token, std::uint32_t limit, const CueToken& cue,
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
bool Extents::speaker_follows(std::uint32_t token, std::uint32_t limit) const {
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

bool Extents::has_flag(std::uint32_t token, std::uint64_t flag, Form form) const {
    const std::uint32_t c = cue_at_[token];
    return c != none && std::ranges::any_of(cues_[c].readings(), [&](const CueForm& reading) {
               return reading.form == form && (article_.pack->lemmas[reading.lemma].flag_bits & flag) != 0;
           });
}

bool Extents::predicate_follows(std::uint32_t begin, std::uint32_t limit) const {
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

/// Whether the object of a verb before it begins at `token`: "allocated | the money", "$26 million", "more than half".
bool Extents::has_object(std::uint32_t token) const {
    static constexpr PartSet nominal =
        PartSet(Part::noun) | Part::determiner | Part::pronoun | Part::proper | Part::adjective | Part::number;
    if (!wordlike(token)) return is(token, CharClass::digit) || is(token, CharClass::symbol);
    return article_.is(token, nominal) || has(token, Known::quantifier) || has(token, Known::article);
}

/// Whether the clause that the words before `verb` belong to is a relative one: "which, he said, has increased".
bool Extents::behind_relative(std::uint32_t verb) const {
    for (std::uint32_t t = verb; t-- > 0 && t + longest_relative > verb && wordlike(t);) {
        if (article_.opens_relative(t)) return true;
    }
    return false;
}

/// "It actively investigated", "Smith also believed": what looks like a participle is the verb where an adverb stands
/// between it and a subject without a determiner.
bool Extents::behind_adverb(std::uint32_t participle, std::uint32_t begin) const {
    std::uint32_t t = participle;
    while (t > begin && article_.is(t - 1, Part::adverb)) --t;
    return t != participle && t > begin && article_.is(t - 1, PartSet(Part::pronoun) | Part::proper | Part::noun);
}

/// Behind the aside that `comma` opens; `none` where no other comma closes it soon.
std::uint32_t Extents::behind_aside(std::uint32_t comma, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 28;  // tokens
    for (std::uint32_t i = comma + 1; i + 1 < limit && i < comma + longest; ++i) {
        if (is(i, CharClass::comma)) return i + 1;
        if (is(i, CharClass::terminator) && !article_.abbreviates(i)) return none;
        if (is(i, CharClass::quote) || is(i, CharClass::colon)) return none;
    }
    return none;
}

/// Behind the aside that a dash opens; `none` where no other dash closes it in the sentence.
std::uint32_t Extents::behind_dash(std::uint32_t dash, std::uint32_t limit) const {
    for (std::uint32_t i = dash + 1; i < limit; ++i) {
        if (is(i, CharClass::dash) && article_.tokens[i].space_before) return i + 1;
        if (is(i, CharClass::terminator) && !article_.abbreviates(i)) return none;
    }
    return none;
}

/// A form of a verb of saying that may stand behind what is said.
bool Extents::speaks(std::uint32_t token) const {
    return has_flag(token, article_.pack->speech);
}

}  // namespace rawi::attribution
