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

constexpr std::uint32_t longest_subject = 40;
constexpr std::uint32_t longest_aside = 26;
constexpr std::uint32_t longest_relative = 14;
constexpr std::uint32_t longest_quoted_name = 9;
constexpr std::uint32_t longest_parenthesis = 9;  // words of ", Smith said" before the verb

}  // namespace

/// Whether the word is a verb here.
bool Extents::verbal(std::uint32_t token) const {
    static constexpr PartSet verbs = PartSet(Part::verb) | Part::base | Part::participle |
                                               Part::gerund | Part::auxiliary | Part::modal;
    return wordlike(token) && article_.is(token, verbs);
}

/// A participle that stands for an adjective ("the proposed law") or opens a noun ("the fundraising email").
bool Extents::adjectival(std::uint32_t token, std::uint32_t limit) const {
    if (!article_.is(token, PartSet(Part::participle) | Part::gerund) || token + 1 >= article_.tokens.size())
        return false;
    if (!article_.is(token + 1, PartSet(Part::noun) | Part::proper | Part::adjective)) return false;
    return token > limit && article_.is(token - 1, PartSet(Part::determiner) | Part::adjective | Part::number |
                                                       Part::genitive | Part::preposition | Part::conjunction);
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
        const bool dash = is(comma, CharClass::dash);
        if (!is(t, dash ? CharClass::dash : CharClass::comma) || (dash && !article_.tokens[t].space_before)) continue;
        if (t == limit || t + 1 == comma || has(t + 1, Known::conjunction)) return none;
        const std::uint32_t head = subject_begin(t, limit, true);
        // "Smith, D-Calif., chairman of the panel, said": what stands between is an aside too.
        if (head != none && head > limit && is(head - 1, CharClass::comma) && t - head <= 3 &&
            (article_.tokens[t - 1].mark == '.' || is(head, CharClass::digit)))
            continue;
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

/// Reads a noun phrase whose head stands last from its last word to its first.
class Extents::HeadLastReader {
public:
    HeadLastReader(const Extents& extents, std::uint32_t end, std::uint32_t limit, bool core)
        : in_(extents), article_(extents.article_), end_(end), limit_(limit), core_(core), begin_(end) {
        antecedent_ = relative_at(end) || (end < article_.tokens.size() && in_.is(end, CharClass::comma) && relative_at(end + 1));
    }

    std::uint32_t run() {
        while (begin_ > limit_ && !done_) {
            const std::uint32_t t = begin_ - 1;
            if (in_.wordlike(t))
                word(t);
            else
                mark(t);
        }
        if (failed_ && boundary_ == none) return none;
        if (failed_ || (begin_ < end_ && is(begin_, Part::preposition) && boundary_ != none)) begin_ = boundary_;
        const std::uint32_t first = in_.without_opening(begin_, end_);
        return words_ == 0 || first >= end_ ? none : first;
    }

private:
    [[nodiscard]] bool relative_at(std::uint32_t token) const {
        return token < article_.tokens.size() && in_.has(token, Known::relative) && article_.is(token, Part::relative);
    }
    [[nodiscard]] bool is(std::uint32_t token, PartSet parts) const { return article_.is(token, parts); }
    [[nodiscard]] bool nominal_before(std::uint32_t token) const {
        if (token <= limit_) return false;
        const std::uint32_t t = token - 1;
        if (!in_.wordlike(t))
            return in_.is(t, CharClass::close_bracket) || article_.closes(t) != none || in_.is(t, CharClass::symbol) ||
                   in_.is(t, CharClass::apostrophe) || in_.is(t, CharClass::terminator);
        return is(t, PartSet(Part::noun) | Part::proper | Part::number | Part::pronoun | Part::determiner | Part::adjective);
    }

    [[nodiscard]] bool time_before(std::uint32_t token) const {
        static const language::ClassSet times = language::set_of({Known::time, Known::weekday});
        return article_.match_back(token, times, limit_) != 0;
    }
    /// "Those said", "many say".
    [[nodiscard]] bool stands_alone(std::uint32_t token) const {
        if (in_.has(token, Known::pronoun)) return true;
        const auto agreement = language::parse_agreement(article_.value({token, token + 1}, Known::article));
        return agreement && agreement->number == language::Number::plural;
    }

    void stop() { done_ = true; }
    void fail() { done_ = failed_ = true; }
    void take(std::uint32_t token) {
        begin_ = token;
        ++words_;
    }

    void mark(std::uint32_t t) {
        if (const std::uint32_t q = article_.closes(t); q != none && in_.is(t, CharClass::quote)) {
            const detection::Quotation& quotation = article_.quotations[q];
            if (quotation.open < limit_ || quotation.inner().size() > longest_quoted_name ||
                in_.is(t - 1, CharClass::comma) || in_.is(t - 1, CharClass::terminator))
                return stop();
            return take(quotation.open);
        }
        if (in_.is(t, CharClass::close_bracket)) {
            std::uint32_t open = t;
            while (open > limit_ && !in_.is(open, CharClass::open_bracket) && t - open < 14) --open;
            if (!in_.is(open, CharClass::open_bracket)) return stop();
            begin_ = open;
            return;
        }
        if (in_.is(t, CharClass::comma)) return comma(t);
        const bool inside = !article_.tokens[t].space_before && t > limit_ && in_.wordlike(t - 1);
        const bool genitive = in_.is(t, CharClass::apostrophe) && inside && words_ != 0;
        const bool hyphen = (in_.is(t, CharClass::dash) || article_.tokens[t].mark == '/') && inside && words_ != 0;
        // "Smith -- who lost the election -- said"
        if (in_.is(t, CharClass::dash) && !inside && words_ == 0 && !core_) return comma(t);
        if (genitive) opened_ = false;
        if (!(inside && article_.abbreviates(t)) && !genitive && !hyphen && !in_.is(t, CharClass::symbol)) return stop();
        begin_ = t;
    }

    void comma(std::uint32_t t) {
        // "Smith, Jones and Doe said"
        if (words_ != 0 && joint_ != none && !core_ && nominal_before(t) && names(begin_)) {
            begin_ = t;
            opened_ = false;
            listed_ = true;
            return;
        }
        if (words_ != 0 || core_) return stop();
        const std::uint32_t head = in_.before_aside(t, limit_);
        if (head == none) return fail();
        begin_ = head;
        words_ = 1;
        done_ = aside_ = true;
    }
    [[nodiscard]] bool names(std::uint32_t token) const { return is(token, Part::proper); }

    void word(std::uint32_t t) {
        const Part part = article_.tokens[t].part;
        if (words_ == 0 && time_before(begin_) && begin_ != end_) return stop();
        switch (part) {
            case Part::noun:
            case Part::proper:
            case Part::number: return noun(t);
            case Part::adjective:
                if (opened_) return before_verb(t);
                return take(t);
            case Part::genitive:
                if (words_ == 0) return fail();
                opened_ = false;
                begin_ = t;
                return;
            case Part::determiner: return determiner(t);
            case Part::pronoun:
                // "Smith himself said"
                if (words_ == 0 && in_.has(t, Known::same) && nominal_before(t)) {
                    begin_ = t;
                    return;
                }
                if (words_ == 0) take(t);
                return stop();
            case Part::preposition: return preposition(t);
            case Part::conjunction: return conjunction(t);
            case Part::adverb:
                if (words_ == 0 && in_.has(t, Known::article) && nominal_before(t)) return determiner(t);
                if (!opened_ && words_ != 0 && is(begin_, PartSet(Part::adjective) | Part::number)) {
                    begin_ = t;
                    return;
                }
                return stop();
            case Part::participle:
            case Part::gerund:
                if (words_ != 0 && !opened_ && in_.adjectival(t, limit_)) return take(t);
                return verb(t);
            case Part::verb:
            case Part::base: return verb(t);
            case Part::relative:
                if (words_ == 0) return fail();
                return stop();
            default:
                if (in_.has(t, Known::preposition) && begin_prepositional()) return fail();
                return stop();
        }
    }
    void before_verb(std::uint32_t) { stop(); }

    void noun(std::uint32_t t) {
        // Behind a determiner only another phrase can stand.
        if (opened_) return stop();
        // "At a meeting with the board Smith said": what follows a noun that is no title is a phrase of its own.
        if (words_ != 0 && boundary_ == none && is(t, Part::noun) && names(begin_) && !in_.has(t, Known::human_noun) &&
            !in_.has(t, Known::role_noun) && !in_.has(t, Known::title))
            boundary_ = begin_;
        if (words_ == 0 && begin_ == end_ && article_.match(t, Known::time, end_) != 0) return fail();
        take(t);
    }
    [[nodiscard]] bool names_somebody() const {
        for (std::uint32_t i = begin_; i < end_; ++i) {
            if (is(i, Part::preposition)) return false;
            if (in_.has(i, Known::human_noun) || in_.has(i, Known::role_noun)) return true;
        }
        return is(end_ - 1, Part::proper);
    }

    void determiner(std::uint32_t t) {
        if (words_ == 0) {
            // "Those said", "many say" stand alone, "they all said" behind a phrase; other determiners need a noun.
            if (nominal_before(t) && !is(t - 1, PartSet(Part::number) | Part::determiner)) {
                begin_ = t;
                return;
            }
            if (!stands_alone(t)) return fail();
            take(t);
            return stop();
        }
        begin_ = t;
        opened_ = true;
    }

    void preposition(std::uint32_t t) {
        if (words_ == 0) return fail();
        // "With the help of his children, who said": the antecedent is the nearest one who can speak.
        if (antecedent_ && !core_ && names_somebody()) return stop();
        if (!nominal_before(t) || time_before(t)) {
            // "In a later interview said" has no subject; "worked with Smith, who said" has an antecedent.
            const std::uint32_t behind = t > limit_ ? t - 1 : t;
            if (t > limit_ && in_.wordlike(behind) && in_.verbal(behind) && !core_) {
                begin_ = t;
                return verb(behind);
            }
            return antecedent_ || core_ || opens_clause(t) ? stop() : fail();
        }
        begin_ = t;
        opened_ = false;
    }
    /// Whether the preposition is a subordinator as well: "as polls show".
    [[nodiscard]] bool opens_clause(std::uint32_t token) const {
        const language::PartModel& model = article_.pack->part_model;
        return std::ranges::any_of(model.options(article_.pack->parts[article_.tokens[token].word]),
                                   [](const language::PartOption& option) { return option.part == Part::subordinator; });
    }
    [[nodiscard]] bool begin_prepositional() const { return begin_ < end_ && is(begin_, Part::preposition); }

    void conjunction(std::uint32_t t) {
        if (words_ == 0) return fail();
        if (!nominal_before(t)) return stop();
        joint_ = t;
        opened_ = false;
        begin_ = t;
    }

    /// A verb: of a relative clause, of a participle that belongs to the noun before it, or of a clause that ends here.
    void verb(std::uint32_t t) {
        // "All the experts I asked said"
        if (!core_ && t > limit_ + 1 && is(t - 1, Part::pronoun) && in_.wordlike(t - 2) && is(t - 2, Part::noun)) {
            begin_ = t - 1;
            opened_ = false;
            return;
        }
        if (words_ == 0) return fail();
        if (core_) return stop();
        if (const std::uint32_t relative = in_.relative_before(t, limit_); relative != none) {
            begin_ = relative;
            opened_ = false;
            return;
        }
        const bool reduced = is(t, PartSet(Part::participle) | Part::gerund) && nominal_before(t) &&
                             (begin_prepositional() || article_.match(begin_, Known::time, end_) != 0 ||
                              in_.has(begin_, Known::weekday) || is(t, Part::gerund));
        if (reduced) {
            begin_ = t;
            opened_ = false;
            return;
        }
        // "He likes tea and Smith said": the object before the conjunction belongs to that verb.
        if (joint_ != none && !antecedent_) {
            begin_ = joint_ + 1;
        } else if (begin_prepositional()) {
            if (!antecedent_) return fail();
        }
        stop();
    }

    const Extents& in_;
    const Article& article_;
    std::uint32_t end_;
    std::uint32_t limit_;
    bool core_;
    std::uint32_t begin_;
    std::uint32_t words_ = 0;
    std::uint32_t joint_ = none;  ///< the last conjunction passed
    std::uint32_t boundary_ = none;  ///< where a name begins behind a noun that it may not belong to
    bool opened_ = false;         ///< a determiner has opened the phrase: before it only a preposition or conjunction goes on
    bool antecedent_ = false;     ///< a relative clause follows
    bool listed_ = false;
    bool aside_ = false;
    bool done_ = false;
    bool failed_ = false;
};

std::uint32_t Extents::subject_begin(std::uint32_t end, std::uint32_t limit, bool core) const {
    if (end <= limit) return none;
    return HeadLastReader(*this, end, std::max(limit, end > longest_subject ? end - longest_subject : 0), core).run();
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
    static constexpr PartSet verbs = PartSet(Part::verb) | Part::base | Part::auxiliary | Part::modal;
    static constexpr PartSet nominal = PartSet(Part::noun) | Part::proper | Part::pronoun | Part::number |
                                       Part::determiner | Part::adjective | Part::gerund;
    bool relative = false;    // the first verb behind a relative pronoun belongs to its clause
    bool infinitive = false;  // so does the one behind "to"
    bool subject = false;
    for (std::uint32_t i = begin; i < limit; ++i) {
        if (is(i, CharClass::terminator) && !article_.abbreviates(i)) return false;
        if (is(i, CharClass::comma) || is(i, CharClass::colon)) return false;
        if (!wordlike(i)) continue;
        if (has(i, Known::relative) && article_.is(i, Part::relative)) {
            relative = subject;
            continue;
        }
        if (article_.is(i, Part::to)) {
            infinitive = true;
            continue;
        }
        // "He's", "it'll": subject and verb in one; "provisions that he thought would help": the subject stands before.
        if (i == begin && (article_.is(i, PartSet(Part::modal) | Part::verb) ||
                           (article_.is(i, Part::auxiliary) && (contracted(i) || relative_before(i, 0) != none))))
            return true;
        const bool past = article_.is(i, Part::participle) && i + 1 < limit && wordlike(i + 1) &&
                          article_.is(i + 1, PartSet(Part::noun) | Part::determiner | Part::pronoun | Part::proper);
        if (article_.is(i, nominal)) subject = true;
        if ((!article_.is(i, verbs) && !past) || !subject) continue;
        if (!relative && !infinitive) return true;
        if (infinitive)
            infinitive = false;
        else
            relative = false;
    }
    return false;
}

/// "He's": an apostrophe inside the word.
bool Extents::contracted(std::uint32_t token) const {
    return article_.normal_of(token).find('\'') != std::string_view::npos;
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
