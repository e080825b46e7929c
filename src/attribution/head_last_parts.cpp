// Noun phrases whose head stands last: the clauses and asides within them, and what opens a sentence before one.
#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

using detection::Known;
using language::Part;
using language::PartSet;
using text::CharClass;

namespace {

// In tokens.
constexpr std::uint32_t longest_aside = 26;
constexpr std::uint32_t longest_place = 5;  // of "Ohio", between commas
constexpr std::uint32_t longest_relative = 14;

}  // namespace

/// The relative pronoun whose clause holds `verb`, if the noun stands directly before it.
std::uint32_t Phrases::relative_before(std::uint32_t verb, std::uint32_t limit) const {
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
std::uint32_t Phrases::before_aside(std::uint32_t comma, std::uint32_t limit) const {
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
std::uint32_t Phrases::without_opening(std::uint32_t begin, std::uint32_t end) const {
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

/// Whether the words before `comma` belong to a participle, relative clause or, if `place` asks for it, preposition
/// behind another comma: ", speaking in Toledo", ", who lives in the capital", ", at a rally in Toledo".
bool Phrases::in_modifier(std::uint32_t comma, std::uint32_t reach, bool place) const {
    for (std::uint32_t t = comma; t-- > reach;) {
        if (is(t, CharClass::comma))
            return article_.is(t + 1, PartSet(Part::gerund) | Part::participle) || article_.opens_relative(t + 1) ||
                   (place && article_.is(t + 1, Part::preposition));
        if (!wordlike(t)) return false;
    }
    return false;
}

/// Whether the participle and what hangs on it belong to the noun before it: "released on Thursday", "filed by Smith",
/// "the lawyer representing the family", "people close to the talks".
bool Phrases::reduces(std::uint32_t token, std::uint32_t limit) const {
    if (token + 1 >= limit || !wordlike(token - 1)) return false;
    const bool behind_noun = article_.is(token - 1, Part::noun) && cue_at_[token] == none && wordlike(token + 1);
    if (behind_noun && article_.can_be(token, Part::adjective) &&
        article_.is(token, PartSet(Part::base) | Part::verb) &&
        article_.is(token + 1, PartSet(Part::preposition) | Part::to))
        return true;
    static const language::ClassSet people = language::set_of({Known::human_noun, Known::role_noun, Known::group_noun});
    static constexpr PartSet objects = PartSet(Part::determiner) | Part::proper | Part::preposition | Part::noun;
    if (behind_noun && article_.is(token, Part::gerund) && article_.has(token - 1, people) &&
        article_.is(token + 1, objects))
        return true;
    // "A complaint filed in court": what may be a verb is none behind a document.
    const bool sent = article_.is(token, Part::verb) && article_.can_be(token, Part::participle) &&
                      has(token - 1, Known::document_noun) && !finite_cue(token);
    if (!article_.is(token, Part::participle) && !sent) return false;
    return article_.is(token + 1, Part::preposition) || article_.match(token + 1, Known::time, limit) != 0 ||
           article_.match(token + 1, Known::weekday, limit) != 0;
}

/// Where the name begins that `who`, with a determiner, stands in apposition to, if it does.
std::uint32_t Phrases::apposed_name(TokenRange who, std::uint32_t limit) const {
    if (who.begin <= limit + 1 || !is(who.begin - 1, CharClass::comma) ||
        !article_.is(who.begin, language::Part::determiner) || !article_.is(who.begin - 2, language::Part::proper))
        return none;
    const std::uint32_t name = subject_begin(who.begin - 1, limit, true);
    return name != none && detection::only_names(article_, {name, who.begin - 1}) ? name : none;
}

}  // namespace rawi::attribution
