// How far clauses and phrases reach as contents.
#include "attribution/extents.hpp"

#include <algorithm>

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Form;
using text::CharClass;

namespace {

constexpr char32_t reversed_semicolon = 0x061B;  // of scripts that run from right to left

constexpr std::uint32_t shortest_whole = 6;  // tokens of a quotation that is a clause

}  // namespace

std::uint32_t Extents::clause_end(std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                                  const CueForm& form) const {
    const Clause clause = clause_from(begin, limit, cue, form);
    Step step{.at = begin};
    while (!step.ends && step.at < clause.limit) step = next_step(clause, step.at);
    return trim({begin, step.at}).end;
}

Extents::Clause Extents::clause_from(std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                                     const CueForm& form) const {
    Clause clause{
        .begin = begin, .limit = limit, .whole = limit, .cue = cue, .form = form, .around = around(begin, cue, form)};
    if (!article_.pack->subject_first) return clause;
    if (form.form == Form::noun && opens_sentence(cue.tokens.begin))
        clause.limit = std::min(clause.limit, main_verb(begin, clause.limit));
    if (form.form == Form::finite && belongs_to_subject(cue))
        clause.limit = std::min(clause.limit, behind_subject(begin, clause.limit));
    return clause;
}

Extents::Step Extents::next_step(const Clause& clause, std::uint32_t i) const {
    if (const Step quoted = past_quotation(clause, i); quoted.at != none) return quoted;
    if (const Step enclosed = past_bracket(clause, i); enclosed.at != none) return enclosed;
    // "and has also said", ولا أظن
    if (cue_at_[i] != none && sibling(i, clause.begin, clause.limit, clause.form))
        return {.at = before_conjunction(i, clause.begin), .ends = true};
    if (semicolon_ends(i, clause.limit)) return {.at = i, .ends = true};
    if (i == clause.begin) return {.at = i + 1};
    if (const Step turn = at_clause_stop(clause, i); turn.at != none) return turn;
    if (article_.match(i, Known::clause_end, clause.limit) != 0) {
        // "... , speaking | on condition of anonymity", "..., and an official, who spoke | on condition ..."
        const bool anonymous = article_.match(i, Known::anonymous, clause.limit) > 1;
        return {.at = anonymous ? before_aside_with(i, clause.begin) : i, .ends = true};
    }
    const bool ends =
        article_.match(i, Known::background, clause.limit) != 0 || other_speaks(i, clause.begin, clause.limit) ||
        other_clause_begins(clause, i) ||
        (is(i, CharClass::comma) && goes_on_behind(clause.around, {clause.begin, i}, clause.limit, clause.whole));
    return {.at = ends ? i : i + 1, .ends = ends};
}

/// Behind the quotation that opens at `i`: the clause ends there if all of it was quoted and no more comes.
Extents::Step Extents::past_quotation(const Clause& clause, std::uint32_t i) const {
    const std::uint32_t q = article_.opens(i);
    if (q == none || !article_.quotations[q].closed || article_.quotations[q].close >= clause.limit) return {};
    const bool all = i == clause.begin && article_.quotations[q].inner().size() >= shortest_whole;
    const std::uint32_t behind = article_.quotations[q].close + 1;
    const bool inner_comma = article_.pack->subject_first && is(behind - 2, CharClass::comma);
    // "...", including: what is quoted goes on behind the comma.
    const bool more = article_.pack->heads_first && behind + 1 < clause.limit &&
                      article_.match(behind + 1, Known::phrase_more, clause.limit) > 1;
    const bool whole = all && !more && behind < clause.limit && (is(behind, CharClass::comma) || inner_comma);
    // He called it a "shame," Smith said.
    return {.at = behind, .ends = whole || (inner_comma && speaker_follows(behind - 1, clause.limit))};
}

/// Behind the bracket that opens at `i`; before it where somebody else makes a remark in it that does not end here.
Extents::Step Extents::past_bracket(const Clause& clause, std::uint32_t i) const {
    if (!is(i, CharClass::open_bracket)) return {};
    if (const std::uint32_t close = bracket_end(i, clause.limit); close != none) return {.at = close};
    std::uint32_t closing = i + 1;
    while (closing < clause.limit && !is(closing, CharClass::close_bracket)) ++closing;
    if (!article_.pack->subject_first || i == clause.begin || closing != clause.limit) return {};
    return {.at = i, .ends = true};
}

/// Whether what stands behind the semicolon at `i` is said against the clause or by others.
bool Extents::semicolon_ends(std::uint32_t i, std::uint32_t limit) const {
    if (article_.pack->subject_first && article_.tokens[i].mark == ';' && others_speak(i, limit)) return true;
    if (!article_.pack->heads_first || article_.tokens[i].mark != reversed_semicolon || i + 1 >= limit) return false;
    return (has(i + 1, Known::conjunction) && has(i + 1, Known::subordinator)) ||
           article_.match(i + 1, Known::subordinator, limit) > 1;  // "; but"
}

/// At what ends a clause behind a comma or a conjunction, unless it opens an aside within the clause, which goes on.
Extents::Step Extents::at_clause_stop(const Clause& clause, std::uint32_t i) const {
    if (!is(i - 1, CharClass::comma) && !has(i - 1, Known::conjunction)) return {};
    if (!stops_clause(i, clause.limit)) return {};
    if (article_.pack->subject_first && has(i, Known::relative) && !says_something(clause.begin, i)) return {};
    // "That what he told the FBI, which was true, is consistent"
    if (const std::uint32_t behind = aside_clause_end(clause.begin, i, clause.limit); behind != none)
        return {.at = behind};
    if (compares_figures(clause.begin, i, clause.limit)) return {.at = i + 1};
    return {.at = i, .ends = true};
}

/// Whether another clause begins at `i`: that of others, or of the sentence around.
bool Extents::other_clause_begins(const Clause& clause, std::uint32_t i) const {
    const std::uint32_t limit = clause.limit;
    if (article_.pack->heads_first && is(i - 1, CharClass::comma) &&
        (others_begin(i, limit) || others_answer(i, limit) || asked_of_topic(i, limit)))
        return true;
    if (!article_.pack->subject_first) return false;
    if (ends_before_verb(i, limit, clause.cue, clause.form)) return true;
    // A credit opens its sentence for all that follows.
    return clause.form.form != Form::particle &&
           ((is(i, CharClass::comma) && another_speaks(i, limit)) || pronoun_speaks(i, limit));
}

/// Where the clause around another one that begins at `token` goes on: behind the comma that closes it, with a verb.
/// The other is a relative one, or parts the subject from its first verb: "the plan, while expensive, | would work".
std::uint32_t Extents::aside_clause_end(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const {
    const bool parts = token > begin + 1 && (has(token, Known::subordinator) || has(token, Known::preposition)) &&
                       !says_something(begin, token);
    if (!article_.pack->subject_first || !(parts || article_.opens_relative(token))) return none;
    const std::uint32_t behind = behind_aside(token, limit);
    return behind != none && goes_on_around(behind, limit) ? behind : none;
}

/// Whether what stands behind a comma opens a clause beside the content. "As" that a complementiser follows goes on
/// (كما أن), and so does what turns a clause where nobody speaks behind it.
bool Extents::stops_clause(std::uint32_t token, std::uint32_t limit) const {
    if (const std::uint32_t turn = article_.match(token, Known::clause_turn, limit); turn != 0) {
        std::uint32_t verb = token + turn;
        while (verb < limit && (has(verb, Known::auxiliary) || has(verb, Known::adverb))) ++verb;
        return verb >= limit || cue_at_[verb] != none;
    }
    const std::uint32_t length = article_.match(token, Known::clause_stop, limit);
    if (length == 0 || article_.match(token, Known::phrase_more, limit) > length) return false;
    // ", but “it was late”": words of the same speaker.
    if (article_.pack->subject_first && token + length < limit && article_.opens(token + length) != none) return false;
    if (token + length >= limit || !has(token + length, Known::complementiser)) return true;
    // ", but that he would": more of what was said.
    return !article_.pack->heads_first &&
           !article_.is(token + length, language::PartSet(language::Part::subordinator) | language::Part::relative);
}

/// "Tea, coffee | and milk": nothing but noun phrases up to a conjunction and one more.
bool Extents::list_goes_on(std::uint32_t begin, std::uint32_t limit) const {
    using language::Part;
    using language::PartSet;
    static constexpr PartSet nominal = PartSet(Part::noun) | Part::proper | Part::adjective | Part::determiner |
                                       Part::number | Part::genitive | Part::mark | Part::preposition | Part::adverb;
    for (std::uint32_t i = begin; i < limit; ++i) {
        if (wordlike(i) && has(i, Known::conjunction))
            return i > begin && i + 1 < limit && article_.is(i + 1, nominal) && !main_clause_follows(i, limit);
        if (!wordlike(i) && article_.tokens[i].kind != CharClass::comma && !article_.abbreviates(i)) return false;
        if (!article_.is(i, nominal)) return false;
    }
    return false;
}

/// Behind a comma a phrase goes on with what can only hang on it: a preposition, or one more noun.
bool Extents::phrase_goes_on(std::uint32_t comma, std::uint32_t limit) const {
    std::uint32_t i = comma + 1;
    if (i >= limit) return false;
    if (article_.pack->subject_first && list_goes_on(i, limit)) return true;
    using language::Part;
    using language::PartSet;
    if (article_.pack->subject_first && more_adjectives(comma, limit)) return true;
    // "A small lead over Smith, 46 percent to 44 percent".
    if (article_.pack->subject_first && is(i, CharClass::digit) && i + 1 < limit && has(i + 1, Known::share))
        return i + 2 >= limit ||
               !article_.is(i + 2, language::PartSet(Part::verb) | Part::base | Part::auxiliary | Part::modal);
    if (has(i, Known::clause_stop) || (i + 1 < limit && has(i + 1, Known::complementiser))) return false;
    if (has(i, Known::preposition) || article_.match(i, Known::adjunct, limit) != 0) return true;
    if (article_.match(i, Known::phrase_more, limit) != 0) return true;
    if (article_.pack->heads_first &&
        ((has(i, Known::relative) && !relative_tells(i, limit)) || name_aside(comma, limit) || tells_of_noun(i, limit)))
        return true;
    if (!has(i, Known::conjunction) || i + 1 >= limit ||
        (article_.pack->subject_first && !article_.tokens[i].proclitic))
        return false;
    ++i;
    if (has(i, Known::preposition)) return true;
    if (stops_phrase(i) || cue_at_[i] != none || has(i, Known::pronoun)) return false;
    // وجود أخطاء، وتداولها في الأسواق: a noun whose pronoun means one before it
    const bool possessed = article_.tokens[i - 1].proclitic && article_.is(i, Part::noun) &&
                           article_.tokens[i].enclitic != language::Agreement{};
    return has(i, Known::event_noun) || article_.tokens[i].definite || possessed;
}

/// ، الذي سبق أن اعترف بأنه: whether the relative clause has a verb of saying, as what the article tells beside it.
bool Extents::relative_tells(std::uint32_t relative, std::uint32_t limit) const {
    std::uint32_t verb = relative + 1;
    while (verb < limit && (has(verb, Known::auxiliary) || has(verb, Known::complementiser))) ++verb;
    return verb < limit && cue_at_[verb] != none && finite_cue(verb) && opens_content(verb, limit);
}

/// Whether the conjunction joins a clause, not one more noun phrase: a verb follows, or a noun phrase with its verb.
bool Extents::opens_other_clause(std::uint32_t conjunction, std::uint32_t limit) const {
    // كل ما يسيء أو يضر: what is joined as one of two things stands in the clause that the first stands in.
    if (has(conjunction, Known::alternative)) return false;
    std::uint32_t i = conjunction + 1;
    while (i < limit && (has(i, Known::auxiliary) || has(i, Known::negation))) ++i;
    if (i >= limit || !wordlike(i)) return false;
    // What can be one more event is one: "a halt to the fighting and a cut of troops" (ووقف, وخفض).
    if (has(i, Known::event_noun) && cue_at_[i] == none) return false;
    if (article_.is(i, language::PartSet(language::Part::verb) | language::Part::pronoun)) return true;
    // مرجعية مهنية وأخلاقية تنظم العلاقة, مناطق نجران وتبوك تمتد إلى: one more of the same kind.
    const std::uint32_t before = conjunction - 1;
    if (i == conjunction + 1 && before > 0 &&
        ((article_.is(before, language::Part::adjective) && article_.is(i, language::Part::adjective) &&
          article_.tokens[before].definite == article_.tokens[i].definite) ||
         (has(before, Known::place) && has(i, Known::place)) || unnamed_things(before, i)))
        return false;
    const std::uint32_t end = head_first_end(i, limit, true);
    return end != none && end < limit && wordlike(end) && article_.is(end, language::Part::verb) &&
           !attached_object(end);
}

std::uint32_t Extents::content_phrase_end(std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                                          const CueForm& form) const {
    const std::uint32_t clause = clause_end(begin, limit, cue, form);
    // أهمية أن يبقى الباب مفتوحا، وأن يعود الجميع: a noun and its clause reach as far as a clause.
    if (article_.pack->heads_first && begin + 1 < clause && has(begin + 1, Known::complementiser) &&
        !awaited(begin + 1, cue))
        return clause;
    const bool subject = article_.pack->heads_first && form.form == Form::noun && cue.tokens.begin > 0 &&
                         has(cue.tokens.begin - 1, Known::complementiser);
    const bool fronted = article_.pack->heads_first && (behind_subordinator(cue) || in_relative_clause(cue));
    for (std::uint32_t i = begin; i < clause; ++i) {
        if (const std::uint32_t q = article_.opens(i);
            q != none && article_.quotations[q].closed && article_.quotations[q].close < clause) {
            i = article_.quotations[q].close;
            // A comma inside the closing mark stands for one behind it.
            const bool lists =
                i + 1 < clause && (article_.opens(i + 1) != none ||
                                   (article_.is(i + 1, language::Part::determiner) && !has(i + 1, Known::definite)));
            if (article_.pack->subject_first && is(i - 1, CharClass::comma) && !lists && !phrase_goes_on(i, clause))
                return trim({begin, i + 1}).end;
            continue;
        }
        if (article_.pack->heads_first && i > begin && (carried_by(i, clause) || awaited(i, cue)))
            return trim({begin, i}).end;
        // يكشف سبب غيابه: أصبت
        if (article_.pack->heads_first && i > begin && is(i, CharClass::colon) && article_.in_headline(i))
            return trim({begin, i}).end;
        // أن دعوات المستوطنين لاقتحام المسجد | تشكل تصعيدا: behind what a noun takes, the verb of the clause around.
        if (subject && i > begin + 1 && sentence_goes_on(i)) return trim({begin, i}).end;
        // نفت وجود خلاف، وأن الوفد غادر: behind a noun the verb goes on with a clause.
        if (article_.pack->heads_first && i > begin && joins_clause(i, clause) && takes_clause(cue)) return clause;
        const bool closes =
            is(i, CharClass::comma) && (!phrase_goes_on(i, clause) || (fronted && tells_of_noun(i + 1, clause)));
        const bool subordinate = article_.pack->subject_first && i > begin &&
                                 article_.is(i, language::Part::subordinator) && !has(i, Known::complementiser);
        const bool conjoined = article_.pack->heads_first && i > begin && has(i, Known::conjunction);
        // حذر من التوترات | في حين سلط الضوء على القطاع, وصفه بالجاحد | وذلك بعد الحفل
        const Known turn = has(i, Known::conjunction) ? Known::clause_stop : Known::clause_turn;
        if (article_.pack->heads_first && i > begin && article_.match(i, turn, clause) > 1) return trim({begin, i}).end;
        if (closes || subordinate || (conjoined && opens_other_clause(i, clause))) return trim({begin, i}).end;
    }
    return clause;
}

std::uint32_t Extents::sentence_begin(std::uint32_t end, std::uint32_t limit) const {
    // "(the number is closer to 15, according to Smith)": what stands before the bracket is not of it.
    std::uint32_t closed = 0;
    for (std::uint32_t t = end; t-- > limit;) {
        if (is(t, CharClass::close_bracket)) ++closed;
        if (is(t, CharClass::open_bracket) && closed-- == 0) {
            limit = t + 1;
            break;
        }
    }
    std::uint32_t i = limit;
    while (i < end && (has(i, Known::conjunction) || is(i, CharClass::comma) || is(i, CharClass::dash) ||
                       is(i, CharClass::terminator)))
        ++i;
    // من جانبه، غير أن الوفد غادر: the sentence opens with what ties it to the one before.
    static const language::ClassSet openings = language::set_of({Known::speaker_switch, Known::connective});
    for (std::uint32_t n = 0; i < end && (n = article_.match(i, openings, end)) != 0;) {
        i += n;
        while (i < end && (is(i, CharClass::comma) || has(i, Known::conjunction))) ++i;
    }
    return i < end ? i : none;
}

std::uint32_t Extents::last_relative(std::uint32_t begin, std::uint32_t end) const {
    if (begin == none || !article_.pack->subject_first) return begin;
    for (std::uint32_t t = end; t-- > begin + 1;) {
        if (!is(t, CharClass::comma) || t + 1 >= end) continue;
        const bool relative = article_.opens_relative(t + 1);
        return relative ? t + 1 : begin;
    }
    return begin;
}

}  // namespace rawi::attribution
