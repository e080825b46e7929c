// What else a sentence holds beside the clause that is a content: clauses around it, verbs that are theirs, words of
// others.
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

constexpr language::PartSet finite =
    language::PartSet(language::Part::verb) | language::Part::auxiliary | language::Part::modal;

constexpr std::uint32_t longest_opening = 200;      // tokens between the beginning of a clause and a cue in it
constexpr std::uint32_t longest_subordinator = 12;  // tokens

}  // namespace

/// Whether somebody speaks in the clause behind a semicolon.
bool Extents::others_speak(std::uint32_t begin, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 12;  // tokens of a subject
    for (std::uint32_t i = begin + 1; i < limit && i < begin + longest; ++i) {
        if (article_.tokens[i].mark == ';' || is(i, CharClass::quote)) return false;
        if (speaks(i)) return true;
    }
    return false;
}

/// "..., and Smith said it was late": behind the comma somebody speaks, in a clause beside the content.
bool Extents::another_speaks(std::uint32_t comma, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 12;  // tokens of a subject
    const std::uint32_t first = comma + 2;
    if (first + 1 >= limit || !has(comma + 1, Known::conjunction)) return false;
    for (std::uint32_t i = first; i < limit && i < first + longest; ++i) {
        if (is(i, CharClass::comma) || is(i, CharClass::quote)) return false;
        if (!article_.is(i, language::Part::verb)) continue;
        std::uint32_t verb = i;
        while (verb > first && (has(verb - 1, Known::auxiliary) || has(verb - 1, Known::adverb))) --verb;
        return speaks(i) && subject_begin(verb, first, false) == first && can_speak({first, verb});
    }
    return false;
}

/// "... and he said it was late": the same without a comma, where it is a pronoun that speaks.
bool Extents::pronoun_speaks(std::uint32_t conjunction, std::uint32_t limit) const {
    if (conjunction + 2 >= limit || !wordlike(conjunction) || !has(conjunction, Known::conjunction) ||
        !has(conjunction + 1, Known::pronoun))
        return false;
    std::uint32_t verb = conjunction + 2;
    while (verb < limit && (has(verb, Known::auxiliary) || has(verb, Known::adverb))) ++verb;
    // "And he told the truth" goes on with what was said.
    return verb + 1 < limit && speaks(verb) &&
           (has(verb + 1, Known::complementiser) || article_.opens(verb + 1) != none ||
            predicate_follows(verb + 1, limit));
}

/// "China is growing by 6 percent, | while others grow by 2": figures stand on both sides of what sets one clause
/// against the other, and nobody else speaks.
bool Extents::compares_figures(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 60;  // tokens of a clause
    if (!has(token, Known::subordinator)) return false;
    const auto figure = [&](std::uint32_t i) {
        return is(i, CharClass::digit) && i + 1 < limit && has(i + 1, Known::share);
    };
    bool before = false;
    for (std::uint32_t i = token; i-- > begin && i + longest > token && !before;) before = figure(i);
    bool behind = false;
    for (std::uint32_t i = token + 1; before && i < std::min(limit, token + longest); ++i) {
        if (is(i, CharClass::terminator)) break;
        if (cue_at_[i] != none && finite_cue(i)) return false;
        behind = behind || figure(i);
    }
    return behind;
}

/// Whether a verb stands in the stretch, so that it can be a clause.
bool Extents::says_something(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t i = begin; i < end; ++i) {
        if (wordlike(i) && article_.is(i, PartSet(Part::verb) | Part::base | Part::auxiliary | Part::modal))
            return true;
    }
    return false;
}

Extents::Around Extents::around(std::uint32_t begin, const CueToken& cue, const CueForm& form) const {
    const bool subject_first = article_.pack->subject_first;
    Around found{.fronted = subject_first ? in_fronted_clause(cue) : behind_subordinator(cue),
                 .relative = in_relative_clause(cue),
                 .aside = subject_first && form.form == Form::finite && in_clause_aside(cue)};
    for (std::uint32_t t = cue.tokens.end; t < begin; ++t) found.fronted = found.fronted && !is(t, CharClass::comma);
    return found;
}

/// Whether behind the comma that closes `clause` the clause around it goes on; `whole`: the end of all of it.
bool Extents::goes_on_behind(const Around& around, TokenRange clause, std::uint32_t limit, std::uint32_t whole) const {
    const std::uint32_t comma = clause.end;
    if (around.relative && goes_on_around(comma + 1, limit)) return true;
    if (around.fronted) {
        const bool main = article_.pack->subject_first ? main_clause_follows(comma, whole)
                                                       : comma + 1 < limit && article_.is(comma + 1, Part::verb) &&
                                                             subject_follows(comma + 2, limit);
        if (main) return true;
    }
    return around.aside && says_something(clause.begin, comma) &&
           (goes_on_around(comma + 1, limit) || main_clause_follows(comma, whole));
}

/// "While Smith said it was late, ...": the cue stands in a clause that opens the sentence and is not its main one.
bool Extents::in_fronted_clause(const CueToken& cue) const {
    std::uint32_t first = cue.tokens.begin;
    while (first > 0 && !is(first - 1, CharClass::terminator) && !is(first - 1, CharClass::newline) &&
           !is(first - 1, CharClass::quote) && !is(first - 1, CharClass::colon)) {
        if (--first + longest_opening < cue.tokens.begin) return false;
        if (is(first, CharClass::comma)) return article_.is(first + 1, Part::subordinator);
    }
    while (first < cue.tokens.begin && has(first, Known::conjunction)) ++first;
    return article_.is(first, PartSet(Part::subordinator) | Part::preposition | Part::gerund | Part::participle) &&
           !article_.is(cue.tokens.begin, Part::preposition);
}

/// Where the verb of the sentence stands whose subject holds the content that begins at `begin`. "The man who revealed
/// the plan regrets it": where there is but one verb, it is that of the sentence, and the content has none.
std::uint32_t Extents::behind_subject(std::uint32_t begin, std::uint32_t limit) const {
    const std::uint32_t verb = main_verb(begin, limit);
    if (verb != limit || !article_.is(begin, PartSet(Part::determiner) | Part::genitive)) return verb;
    for (std::uint32_t i = begin + 2; i < limit; ++i) {
        if (wordlike(i) && article_.is(i, PartSet(Part::relative) | Part::subordinator)) break;
        if (wordlike(i) && article_.is(i, finite)) return i;
    }
    return limit;
}

/// "The man who claimed he was a doctor pleaded guilty": the cue stands in a relative clause without commas, of what
/// opens the sentence.
bool Extents::belongs_to_subject(const CueToken& cue) const {
    std::uint32_t i = cue.tokens.begin;
    while (i > 0 && wordlike(i - 1) && (has(i - 1, Known::auxiliary) || has(i - 1, Known::adverb))) --i;
    return i > 1 && wordlike(i - 1) && wordlike(i - 2) && article_.opens_relative(i - 1) &&
           !has(i - 1, Known::complementiser) && opens_sentence(i - 1);
}

/// "The law, although it says that, is old": the cue stands in a clause of its own inside another. "As they move to
/// Ohio, a state that she hoped to carry, he left": in one that belongs to a noun set off by commas.
bool Extents::in_clause_aside(const CueToken& cue) const {
    std::uint32_t first = cue.tokens.begin;
    std::uint32_t relative = none;
    while (first > 0 && !is(first - 1, CharClass::comma)) {
        --first;
        if (!wordlike(first) || first + longest_subordinator < cue.tokens.begin) return false;
        if (has(first, Known::relative)) relative = first;
    }
    if (first == 0) return false;
    if (article_.is(first, Part::subordinator)) return true;
    return relative != none && relative > first && !says_something(first, relative);
}

/// The same where verbs come first: فيما أكدت المصادر أن التشكيلة جاهزة، أبدى التيار تشاؤمه.
bool Extents::behind_subordinator(const CueToken& cue) const {
    std::uint32_t first = cue.tokens.begin;
    while (first > 0 && wordlike(first - 1)) {
        if (--first + longest_subordinator < cue.tokens.begin) return false;
    }
    const bool opens = first == 0 || is(first - 1, CharClass::terminator) || is(first - 1, CharClass::newline);
    if (article_.tokens[first].proclitic && has(first, Known::conjunction)) ++first;  // وبعد أن أعلن
    const std::uint32_t length = opens ? article_.match(first, Known::subordinator, cue.tokens.begin) : 0;
    return length != 0 && first + length == cue.tokens.begin;
}

/// Whether no verb stands in the sentence before `token`; not so where the sentence begins far away.
bool Extents::opens_sentence(std::uint32_t token) const {
    for (std::uint32_t i = token; i-- > 0;) {
        if (i + longest_opening < token) return false;
        if ((is(i, CharClass::terminator) && !article_.abbreviates(i)) || is(i, CharClass::newline)) return true;
        if (is(i, CharClass::quote) || (wordlike(i) && article_.is(i, finite))) return false;
    }
    return true;
}

/// "His claim that it lasts five years | rests on little": the second verb of what opens the sentence is that of the
/// sentence; those behind relative pronouns and conjunctions have clauses of their own. `limit` if there is none.
std::uint32_t Extents::main_verb(std::uint32_t begin, std::uint32_t limit) const {
    static constexpr PartSet group =
        finite | PartSet(Part::participle) | Part::adverb | Part::negation | Part::base | Part::gerund;
    std::uint32_t inner = 1;  // verbs still to come in the clause and those inside it
    for (std::uint32_t i = begin; i < limit; ++i) {
        if (!wordlike(i)) continue;
        if (article_.is(i, PartSet(Part::relative) | Part::subordinator)) ++inner;
        if (!article_.is(i, finite) || has(i - 1, Known::conjunction)) continue;
        if (inner-- == 0) return i;
        // "Should be closed | were": behind a participle another verb begins.
        const auto ends = [&](std::uint32_t last) {
            return article_.is(last, Part::participle) && article_.is(last + 1, PartSet(Part::auxiliary) | Part::modal);
        };
        while (i + 1 < limit && wordlike(i + 1) && article_.is(i + 1, group) && !ends(i)) ++i;
    }
    return limit;
}

/// "Smith, who says it was late, left": the verb behind the comma is that of the clause around.
bool Extents::in_relative_clause(const CueToken& cue) const {
    std::uint32_t i = cue.tokens.begin;
    while (i > 0 && wordlike(i - 1) && (has(i - 1, Known::auxiliary) || has(i - 1, Known::adverb))) --i;
    // "The pier, which Smith said was safe, was closed"
    if (article_.pack->subject_first && i > 1 && wordlike(i - 1) && !has(i - 1, Known::relative)) {
        const std::uint32_t subject = subject_begin(i, 0, true);
        if (subject != none) i = subject;
    }
    return i > 1 && wordlike(i - 1) && has(i - 1, Known::relative) && !has(i - 1, Known::complementiser) &&
           (is(i - 2, CharClass::comma) || article_.pack->heads_first);
}

/// Whether the clause around a relative one goes on at `token`: with its verb, or with what that says.
bool Extents::goes_on_around(std::uint32_t token, std::uint32_t limit) const {
    if (token >= limit || !wordlike(token) || has(token, Known::conjunction)) return false;
    if (article_.pack->heads_first && has(token, Known::complementiser)) return true;
    return article_.is(token, language::PartSet(Part::verb) | Part::modal | Part::auxiliary);
}

/// ", which the ministry denied" (وهو ما تنفيه الوزارة): what somebody says about all of the content.
bool Extents::others_answer(std::uint32_t token, std::uint32_t limit) const {
    if (token + 3 >= limit || !has(token, Known::conjunction) || !has(token + 1, Known::pronoun) ||
        !article_.is(token + 2, language::Part::relative))
        return false;
    return cue_at_[token + 3] != none && finite_cue(token + 3) && attached_object(token + 3);
}

/// Whether a verb stands at `token` that no relative pronoun or other particle ties to the noun before
/// it, which has the article.
bool Extents::sentence_goes_on(std::uint32_t token) const {
    return article_.is(token, language::Part::verb) && wordlike(token - 1) && article_.tokens[token - 1].definite &&
           article_.is(token - 1, language::PartSet(language::Part::noun) | language::Part::adjective) &&
           !has(token - 1, Known::relative) && !attached_object(token);
}

/// Whether "and that" stands at `token`, or behind the comma there; وإن كان is "although".
bool Extents::joins_clause(std::uint32_t token, std::uint32_t limit) const {
    if (is(token, CharClass::comma)) ++token;
    if (token + 2 >= limit || !has(token, Known::conjunction) || !has(token + 1, Known::complementiser)) return false;
    return article_.match(token, Known::phrase_more, limit) != 0 &&
           (!has(token + 2, Known::auxiliary) || has(token + 2, Known::negation));
}

/// ", but others say that", "، وكان الوزير قد أعلن أن": a subject and its verb of saying behind the word that sets them
/// against the content.
bool Extents::others_begin(std::uint32_t token, std::uint32_t limit) const {
    if (token + 1 < limit && has(token, Known::conjunction) && article_.tokens[token].proclitic) ++token;  // ولكنه
    if (has(token, Known::complementiser) || has(token, Known::dependent)) return false;
    const bool had =
        token > 0 && has(token - 1, Known::conjunction) && has(token, Known::auxiliary) && !has(token, Known::negation);
    const std::uint32_t subject = token + (had ? 1 : article_.match(token, Known::subordinator, limit));
    if (subject == token || subject >= limit) return false;
    // "But it insists that": the subject is written in one word with the last of the conjunction (بيد أنها).
    const bool attached = article_.tokens[subject - 1].enclitic != language::Agreement{};
    if (!attached && !begins_noun(subject)) return false;
    std::uint32_t verb = attached ? subject : head_first_end(subject, limit, true);
    while (had && verb != none && verb < limit && has(verb, Known::auxiliary)) ++verb;
    return verb != none && verb < limit && cue_at_[verb] != none && finite_cue(verb) &&
           article_.is(verb, language::Part::verb) && opens_content(verb, limit);
}

/// ، وعن مستواه قال المدرب: "and of his form the coach said": what the next words are about, and whose they are.
bool Extents::asked_of_topic(std::uint32_t token, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 14;  // tokens of a topic
    if (token + 2 >= limit || !has(token, Known::conjunction)) return false;
    const bool topic = has(token + 1, Known::topic);
    for (std::uint32_t i = token + 2; topic && i < limit && i < token + longest; ++i) {
        if (!wordlike(i) && article_.opens(i) == none && article_.closes(i) == none) return false;
        if (cue_at_[i] == none || !finite_cue(i)) continue;
        return article_.is(i, Part::verb) && !has(i - 1, Known::relative) &&
               subject_follows(cues_[cue_at_[i]].tokens.end, limit);
    }
    return false;
}

/// Behind the comma: a subject and its verb.
bool Extents::main_clause_follows(std::uint32_t comma, std::uint32_t limit) const {
    static constexpr PartSet nominal = PartSet(Part::noun) | Part::proper | Part::adjective | Part::determiner |
                                       Part::number | Part::genitive | Part::pronoun | Part::mark;
    static constexpr PartSet verbs = PartSet(Part::verb) | Part::base | Part::auxiliary | Part::modal;
    std::uint32_t i = comma + 1;
    while (i < limit && wordlike(i) && article_.is(i, Part::adverb)) ++i;
    const std::uint32_t first = i;
    if (i >= limit || !wordlike(i) || !article_.is(i, nominal)) return false;
    while (i < limit && !is(i, CharClass::comma) && article_.is(i, nominal | Part::preposition | Part::adverb)) ++i;
    return i > first && i < limit && wordlike(i) && article_.is(i, verbs);
}

/// قال المحامي متهما الإدارة بالإهمال إن القضية خاسرة: "that" belongs to a verb before `cue` whose clause has not
/// begun.
bool Extents::awaited(std::uint32_t token, const CueToken& cue) const {
    constexpr std::uint32_t reach = 12;  // tokens before the cue
    // أشار المحامي، متهما الإدارة بالإهمال، إلى أن; بعد أن is "after".
    const bool governed = article_.is(token, Part::preposition) && token + 1 < article_.tokens.size() &&
                          has(token + 1, Known::complementiser);
    if (!governed && (!has(token, Known::complementiser) || article_.is(token - 1, Part::preposition))) return false;
    if (cue_at_[token - 1] != none) return false;
    const std::uint32_t begin = cue.tokens.begin;
    for (std::uint32_t t = begin; t-- > 0 && t + reach >= begin;) {
        if (has(t, Known::complementiser) || is(t, CharClass::terminator) || is(t, CharClass::newline) ||
            is(t, CharClass::comma))
            return false;
        if (cue_at_[t] == none) continue;
        return std::ranges::any_of(cues_[cue_at_[t]].readings(), [&](const language::CueForm& reading) {
            const language::Lemma& lemma = article_.pack->lemmas[reading.lemma];
            const bool own =
                std::ranges::find(lemma.prepositions, article_.tokens[token].word) != lemma.prepositions.end();
            return reading.form == Form::finite && (own || !governed) &&
                   (lemma.flag_bits & article_.pack->noisy) == 0 &&
                   lemma.takes_any(static_cast<std::uint16_t>(language::Takes::that));
        });
    }
    return false;
}

/// Where the aside begins that holds the token, or the noun phrase behind a conjunction that it belongs to; the token
/// itself where no comma stands near before it.
std::uint32_t Extents::before_aside_with(std::uint32_t token, std::uint32_t begin) const {
    constexpr std::uint32_t reach = 4, longest_noun = 8;  // tokens
    static constexpr PartSet nouns =
        PartSet(Part::noun) | Part::proper | Part::adjective | Part::determiner | Part::number;
    std::uint32_t comma = token;
    while (comma > begin && comma + reach > token && !is(comma, CharClass::comma)) --comma;
    if (!is(comma, CharClass::comma)) return token;
    std::uint32_t noun = comma;
    while (noun > begin && noun + longest_noun > comma && wordlike(noun - 1) && article_.is(noun - 1, nouns)) --noun;
    return noun > begin + 1 && noun < comma && has(noun - 1, Known::conjunction) ? noun - 1 : comma;
}

/// الفريق جاهز، | من جهته, الفريق جاهز، | وبدوره أكد اللاعب: whether another one has his say behind the comma.
bool Extents::other_speaks(std::uint32_t i, std::uint32_t begin, std::uint32_t limit) const {
    const std::uint32_t n = article_.match(i, Known::speaker_switch, limit);
    if (n == 0) return false;
    const bool conjoined = article_.pack->heads_first && i > begin + 1 && has(i - 1, Known::conjunction);
    if (!is(i - (conjoined ? 2 : 1), CharClass::comma)) return false;
    return (n > 1 && !conjoined) || (i + n < limit && finite_cue(i + n));
}

/// توقيف مساعد الرئيس، سالم الحداد (26 عاما)، في باريس: whether nothing but somebody's name stands behind the comma, up
/// to the next mark.
bool Extents::name_aside(std::uint32_t comma, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 5;
    static const language::ClassSet others =
        language::set_of({Known::place, Known::state, Known::weekday, Known::month, Known::time});
    std::uint32_t i = comma + 1;
    while (i < limit && article_.is(i, Part::proper) && !article_.has(i, others)) ++i;
    const std::uint32_t words = i - comma - 1;
    if (words == 0 || words > longest || !has(comma + 1, Known::name)) return false;
    return i == limit || is(i, CharClass::comma) || is(i, CharClass::open_bracket) || is(i, CharClass::terminator);
}

}  // namespace rawi::attribution
