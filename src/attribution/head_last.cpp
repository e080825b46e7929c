// Noun phrases whose head stands last, read from their last word to their first.
#include <algorithm>

#include "attribution/head_last_tokens.hpp"
#include "detection/enumeration.hpp"

namespace rawi::attribution {

/// Reads a noun phrase whose head stands last from its last word to its first.
class Phrases::HeadLastReader : HeadLastTokens {
public:
    HeadLastReader(const Phrases& phrases, std::uint32_t end, std::uint32_t limit, bool core)
        : HeadLastTokens(phrases, end, limit),
          core_(core),
          begin_(end),
          antecedent_(relative_at(end) ||
                      (end < article_.tokens.size() &&
                       (in_.is(end, CharClass::comma) || in_.is(end, CharClass::dash)) && relative_at(end + 1))) {}

    std::uint32_t run() {
        while (begin_ > limit_ && !done_) {
            const std::uint32_t t = begin_ - 1;
            if (in_.wordlike(t))
                word(t);
            else
                mark(t);
        }
        if (failed_ && boundary_ == none) return none;
        if (failed_ || (begin_prepositional() && boundary_ != none)) begin_ = boundary_;
        if (body_ != none && begin_ < body_ && !people_in({begin_, body_})) begin_ = body_;
        std::uint32_t first = in_.without_opening(begin_, end_);
        // "Last year's FBI statistics": opened by a time, without what ties it to the noun.
        while (first < end_ && (is(first, Part::genitive) || in_.is(first, CharClass::apostrophe))) ++first;
        if (words_ == 0 || first >= end_) return none;
        return antecedent_ && !core_ ? name_before(first) : first;
    }

private:
    void stop() { done_ = true; }
    void fail() { done_ = failed_ = true; }
    void take(std::uint32_t token) {
        begin_ = token;
        ++words_;
    }

    void mark(std::uint32_t t) {
        if (const std::uint32_t q = article_.closes(t); q != none && in_.is(t, CharClass::quote)) {
            const detection::Quotation& quotation = article_.quotations[q];
            // "Jane Roe, host of "The Late Show," said": an aside that is closed within a name's marks.
            if (words_ == 0 && !core_ && quotation.open > limit_ && in_.is(t - 1, CharClass::comma) &&
                quotation.inner().size() <= longest_quoted_name && in_.wordlike(quotation.open - 1) &&
                !is(quotation.open - 1, PartSet(Part::auxiliary) | Part::modal) &&
                !in_.has(quotation.open - 1, Known::auxiliary) &&
                (end_ >= article_.tokens.size() || !in_.has(end_, Known::relative))) {
                if (const std::uint32_t head = in_.before_aside(quotation.open, limit_); head != none) {
                    begin_ = head;
                    words_ = 1;
                    return stop();
                }
            }
            if (quotation.open < limit_ || quotation.inner().size() > longest_quoted_name ||
                speaks(quotation.inner()) || in_.is(t - 1, CharClass::comma) || in_.is(t - 1, CharClass::terminator))
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
        if (!(inside && article_.abbreviates(t)) && !genitive && !hyphen && !in_.is(t, CharClass::symbol))
            return stop();
        begin_ = t;
    }

    void comma(std::uint32_t t) {
        if (words_ != 0 && joint_ != none && enumerated(t)) return;
        // "A tall, quiet man said", but "for the poor, new rules".
        if (words_ != 0 && !opened_ && t > limit_ + 1 && is(t - 2, Part::determiner) &&
            (t == limit_ + 2 || !is(t - 3, Part::preposition)) &&
            is(begin_, PartSet(Part::adjective) | Part::participle) && in_.more_adjectives(t, end_))
            return take(t);
        if (words_ != 0 || core_) return stop();
        const std::uint32_t head = in_.before_aside(t, limit_);
        if (head == none) return fail();
        begin_ = head;
        words_ = 1;
        done_ = true;
    }
    /// "Smith, Jones and Doe said", "Smith, Jones, and Doe said": takes the enumeration that the comma is a part of.
    bool enumerated(std::uint32_t comma) {
        const auto first = core_ ? none : detection::enumeration_begin(article_, comma, {limit_, end_});
        if (first == none) return false;
        take(first);
        done_ = first == limit_ || !is(first - 1, Part::preposition);  // else whose somebody is
        opened_ = false;
        return true;
    }

    void word(std::uint32_t t) {
        const Part part = article_.tokens[t].part;
        if (words_ == 0 && time_before(begin_) && begin_ != end_) return stop();
        if (words_ != 0 && names(begin_) && dates_clause(t)) return stop();
        if (words_ != 0 && article_.match(t, Known::role_noun, end_) > 1) return take(t);  // press secretary
        switch (part) {
            case Part::noun:
            case Part::proper:
            case Part::number: return noun(t);
            case Part::adjective:
                if (opened_) return stop();
                return take(t);
            case Part::genitive:
                // "Sainsbury's said": a name that is somebody's.
                if (words_ == 0 && (t <= limit_ || !names(t - 1) || !detection::said(article_, end_))) return fail();
                opened_ = false;
                begin_ = t;
                return;
            case Part::determiner: return determiner(t);
            case Part::pronoun: return pronoun(t);
            case Part::preposition:
                if (words_ == 0 && article_.can_be(t, Part::adverb) && closes_relative(t)) return;
                return preposition(t);
            case Part::conjunction: return conjunction(t);
            case Part::adverb: return adverb(t);
            case Part::participle:
            case Part::gerund:
                if (words_ != 0 && !opened_ && in_.adjectival(t, limit_)) return take(t);
                // "The director for dredging"
                if (words_ == 0 && part == Part::gerund && t > limit_ + 1 && is(t - 1, Part::preposition) &&
                    nominal_before(t - 1))
                    return take(t);
                return verb(t);
            case Part::verb:
            case Part::base: return verb(t);
            case Part::relative:
                if (words_ == 0) return fail();
                return stop();
            case Part::auxiliary:
                // "A woman who had been a guard said": what somebody was closes a relative clause.
                if (const std::uint32_t relative = core_ || words_ == 0 ? none : in_.relative_before(t, limit_);
                    relative != none && is(relative, Part::relative))
                    return verb(t);
                return stop();
            default:
                if (in_.has(t, Known::preposition) && begin_prepositional()) return fail();
                return stop();
        }
    }

    void pronoun(std::uint32_t t) {
        // "Smith himself said"
        if (words_ == 0 && in_.has(t, Known::same) && nominal_before(t)) return void(begin_ = t);
        if (words_ == 0 && article_.can_be(t, Part::adverb) && closes_relative(t)) return;
        // "Someone in the audience said"
        if (in_.has(t, Known::indefinite_pronoun) && begin_prepositional()) {
            take(t);
            return stop();
        }
        // "he and Smith said"
        if (words_ == 0 || (joint_ == begin_ && (t == limit_ || !in_.wordlike(t - 1)))) take(t);
        // "A source close to him said"
        if (words_ == 1 && begin_ == t && !core_ && governed(t)) return;
        return stop();
    }

    void adverb(std::uint32_t t) {
        // "Some said", "most of the voters said"
        if (in_.has(t, Known::indefinite_pronoun) && (words_ == 0 || begin_prepositional())) {
            take(t);
            return stop();
        }
        if (words_ == 0 && in_.has(t, Known::article) && nominal_before(t)) return determiner(t);
        if (words_ == 0 && closes_relative(t)) return;
        if (!opened_ && words_ != 0 && is(begin_, PartSet(Part::adjective) | Part::number | Part::participle)) {
            begin_ = t;
            return;
        }
        return stop();
    }

    /// "A woman who lives nearby said", "a man waiting outside said": the adverb closes a relative clause, or what is
    /// left of one, which is passed over.
    bool closes_relative(std::uint32_t adverb) {
        if (core_ || adverb <= limit_ + 1 || !in_.wordlike(adverb - 1)) return false;
        if (in_.cue_at_[adverb - 1] == none && is(adverb - 1, PartSet(Part::gerund) | Part::participle) &&
            nominal_before(adverb - 1) && in_.has(adverb - 2, Known::human_noun)) {
            begin_ = adverb - 1;
            opened_ = false;
            return true;
        }
        // "Somebody who was there said"
        const bool there = is(adverb, Part::pronoun);
        if (!in_.verbal(adverb - 1) || (!there && is(adverb - 1, PartSet(Part::auxiliary) | Part::modal))) return false;
        const std::uint32_t relative = in_.relative_before(adverb - 1, limit_);
        if (relative == none || !is(relative, Part::relative)) return false;
        begin_ = relative;
        opened_ = false;
        return true;
    }

    void noun(std::uint32_t t) {
        // Behind a determiner only another phrase can stand.
        if (opened_) return stop();
        // "At a meeting with the board Smith said": what follows a noun that is no title is a phrase of its own.
        if (words_ != 0 && boundary_ == none && is(t, Part::noun) && names(begin_) && !in_.has(t, Known::human_noun) &&
            !in_.has(t, Known::role_noun) && !in_.has(t, Known::title))
            boundary_ = begin_;
        if (words_ == 0 && begin_ == end_ && article_.match(t, Known::time, end_) != 0) {
            // "The groups who wrote to her on Thursday say": when they did so.
            const std::uint32_t relative = core_ ? none : in_.relative_before(t, limit_);
            if (relative == none || !is(relative, Part::relative)) return fail();
            begin_ = relative;
            return;
        }
        take(t);
    }
    [[nodiscard]] bool names_somebody() const {
        for (std::uint32_t i = begin_; i < end_; ++i) {
            if (is(i, Part::preposition) && !inside_body(i)) return false;
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

    /// "About half of the voters", "at least 4 in 10": how many there are, nearly.
    [[nodiscard]] bool approximates(std::uint32_t preposition) const {
        const auto counts = [&](std::uint32_t i) {
            return i < end_ && (is(i, Part::number) || in_.has(i, Known::quantifier));
        };
        if (counts(begin_)) return article_.can_be(preposition, Part::adverb);
        return article_.can_be(begin_, Part::adverb) && counts(begin_ + 1);
    }

    void preposition(std::uint32_t t) {
        if (words_ == 0) return fail();
        // "In response to | Smith's claim": whose it is, unless by "of".
        if (core_ && end_ < article_.tokens.size() && is(end_, Part::genitive) &&
            !article_.is_word(t, article_.pack->name_link))
            return stop();
        if (!core_ && approximates(t) && !nominal_before(t)) {
            if (article_.can_be(begin_, Part::adverb)) ++begin_;  // "least"
            return stop();
        }
        // "He resigned after the paper said": a clause opens there, unless it goes with a participle before it.
        if (!core_ && in_.has(t, Known::adjunct) && opens_clause(t) && t > limit_ && !is(t - 1, Part::participle) &&
            !in_.has(begin_, Known::weekday) && article_.match(begin_, Known::time, end_) == 0) {
            if (boundary_ != none) begin_ = boundary_;
            return stop();
        }
        // "With the help of his children, who said": the antecedent is the nearest one who can speak.
        if (antecedent_ && !core_ && names_somebody() && !of_somebody(t) && !inside_body(t)) {
            if (!who_is_none_of({begin_, end_})) return stop();
            if (body_ == none) body_ = begin_;
        }
        // "Sources close to the club": an adjective behind its noun; "four out of 10 voters".
        const bool out_of = t > limit_ + 1 && is(t - 1, Part::adverb) && is(t - 2, Part::number);
        if (t > limit_ + 1 && in_.wordlike(t - 1) && !nominal_before(t) && nominal_before(t - 1) &&
            (out_of ? is(begin_, Part::number) : article_.can_be(t - 1, Part::adjective))) {
            begin_ = t - 1;
            opened_ = false;
            return;
        }
        // "A statement released Monday by the council said"
        if (const std::uint32_t time = t - time_length(t);
            time < t && time > limit_ && !core_ && participial(time - 1)) {
            begin_ = time;
            return;
        }
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
    [[nodiscard]] bool begin_prepositional() const { return begin_ < end_ && is(begin_, Part::preposition); }

    void conjunction(std::uint32_t t) {
        // "Somebody who lives there and who asked not to be named": two relative clauses.
        if (words_ == 0 && begin_ < end_ && relative_at(begin_) && !core_) {
            const std::uint32_t relative = in_.relative_before(t, limit_);
            if (relative == none || !is(relative, Part::relative)) return fail();
            begin_ = relative;
            return;
        }
        if (words_ == 0) return fail();
        if (t > limit_ && in_.is(t - 1, CharClass::comma) && enumerated(t - 1)) return;
        if (!nominal_before(t)) return stop();
        joint_ = t;
        opened_ = false;
        begin_ = t;
    }

    /// Whether the verb is a participle that belongs to the noun before it: "a suit filed by Smith said", "a letter
    /// sent to the council said".
    [[nodiscard]] bool participial(std::uint32_t verb) const {
        if (!nominal_before(verb)) return false;
        if (is(verb, PartSet(Part::participle) | Part::gerund)) return true;
        return is(verb, Part::verb) && article_.can_be(verb, Part::participle) &&
               (in_.has(begin_, Known::issued) || in_.has(verb - 1, Known::document_noun));
    }

    /// A verb: of a relative clause, of a participle that belongs to the noun before it, or of a clause that ends here.
    void verb(std::uint32_t t) {
        // "Other refugee advocates said": of two verbs side by side the first is a noun where it can be one.
        if (words_ == 0 && begin_ == end_ && !core_ && is(t, PartSet(Part::verb) | Part::base) &&
            article_.can_be(t, Part::noun) && (in_.has(t, Known::human_noun) || in_.has(t, Known::document_noun)) &&
            t > limit_ && in_.wordlike(t - 1) && is(t - 1, PartSet(Part::noun) | Part::adjective | Part::determiner))
            return take(t);
        // "All the experts I asked said"
        if (!core_ && t > limit_ + 1 && is(t - 1, Part::pronoun) && in_.wordlike(t - 2) && is(t - 2, Part::noun)) {
            begin_ = t - 1;
            opened_ = false;
            return;
        }
        // "A report published (on) Wednesday said"; "those surveyed said": the first of two verbs is a participle.
        if (words_ == 0 && begin_ == end_ && !core_ && is(t, PartSet(Part::participle) | Part::verb) &&
            nominal_before(t) && (time_follows() || modifies(t))) {
            begin_ = t;
            return;
        }
        if (core_) return words_ == 0 ? fail() : stop();
        // "Democrats trying to win the seat say": an infinitive of a participle that belongs to the noun before it.
        if (is(t, Part::base) && t > limit_ + 2 && is(t - 1, Part::to) && is(t - 2, Part::gerund) &&
            nominal_before(t - 2)) {
            begin_ = t - 2;
            opened_ = false;
            return;
        }
        // "An official who asked not to be named said": the clause ends in its verb.
        const std::uint32_t relative = in_.relative_before(t, limit_);
        if (words_ == 0 && (relative == none || !is(relative, Part::relative))) return fail();
        if (relative != none) {
            begin_ = relative;
            opened_ = false;
            return;
        }
        const bool reduced =
            participial(t) && (begin_prepositional() || article_.match(begin_, Known::time, end_) != 0 ||
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

    bool core_;
    std::uint32_t begin_;
    std::uint32_t words_ = 0;
    std::uint32_t joint_ = none;     ///< the last conjunction passed
    std::uint32_t boundary_ = none;  ///< where a name begins behind a noun that it may not belong to
    bool opened_ = false;  ///< a determiner has opened the phrase: before it only a preposition or conjunction goes on
    bool antecedent_ = false;    ///< a relative clause follows
    std::uint32_t body_ = none;  ///< where a body or place begins that "who" does not take up
    bool done_ = false;
    bool failed_ = false;
};
std::uint32_t Phrases::subject_begin(std::uint32_t end, std::uint32_t limit, bool core) const {
    if (end <= limit) return none;
    return HeadLastReader(*this, end, std::max(limit, end > longest_subject ? end - longest_subject : 0), core).run();
}

}  // namespace rawi::attribution
