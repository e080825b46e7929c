// Noun phrases whose head stands last, read from their first word to their last: objects, hearers, and speakers behind
// their verb.
#include "attribution/phrases.hpp"
#include "detection/enumeration.hpp"

namespace rawi::attribution {

using detection::Known;
using language::Part;
using language::PartSet;
using text::CharClass;

/// Each of `mark`, `word` and what they ask moves on behind what belongs to the phrase, or stops.
class Phrases::HeadLastForwardReader {
public:
    HeadLastForwardReader(const Phrases& phrases, std::uint32_t begin, std::uint32_t limit, bool core)
        : in_(phrases), article_(phrases.article_), begin_(begin), limit_(limit), core_(core), at_(begin) {}

    /// Behind the phrase; `none` where there is none.
    std::uint32_t run() {
        if (begin_ + 1 < limit_ && in_.is(begin_, CharClass::digit) && in_.has(begin_ + 1, Known::month))
            return none;  // a date
        if (const auto members = detection::enumeration(article_, begin_, limit_); !members.empty())
            return members.back().end;
        while (at_ < limit_ && !done_) {
            if (in_.wordlike(at_))
                word();
            else
                mark();
        }
        while (at_ > begin_ && dangles(at_ - 1) && !stands_outside(at_ - 1)) --at_;
        return words_ == 0 || at_ == begin_ ? none : at_;
    }

private:
    void stop() { done_ = true; }
    void skip() { ++at_; }
    void take() {
        ++at_;
        ++words_;
    }
    /// Goes on at `end`, if there is one.
    void jump(std::uint32_t end) {
        if (end == none) return stop();
        at_ = end;
    }
    [[nodiscard]] bool word_touches() const {
        return at_ + 1 < limit_ && in_.wordlike(at_ + 1) && !article_.tokens[at_].space_before;
    }
    /// "A man standing outside", before a mark.
    [[nodiscard]] bool stands_outside(std::uint32_t preposition) const {
        return preposition > begin_ && article_.can_be(preposition, Part::adverb) &&
               article_.is(preposition - 1, PartSet(Part::gerund) | Part::participle) &&
               (preposition + 1 >= limit_ || !in_.wordlike(preposition + 1));
    }
    [[nodiscard]] bool dangles(std::uint32_t last) const {
        return in_.has(last, Known::preposition) || in_.has(last, Known::conjunction) ||
               in_.is(last, CharClass::comma) || in_.has(last, Known::weekday);
    }

    void mark() {
        if (const std::uint32_t q = article_.opens(at_); q != none) return quotation(article_.quotations[q]);
        if (in_.is(at_, CharClass::open_bracket)) return jump(words_ == 0 ? none : in_.bracket_end(at_, limit_));
        if (in_.is(at_, CharClass::comma))
            return jump(core_ || words_ == 0 ? none : in_.apposition_end(at_ + 1, limit_));
        if (words_ == 0) return stop();
        const bool hyphen = in_.is(at_, CharClass::dash) || article_.tokens[at_].mark == '/';
        const bool dot = in_.is(at_, CharClass::terminator);  // of an initial or an abbreviation
        const bool whose = article_.is(at_, Part::genitive);  // "the voters' minds"
        if (whose || ((hyphen || dot) && word_touches())) return skip();
        stop();
    }

    void quotation(const detection::Quotation& quotation) {
        if (!quotation.closed || quotation.close >= limit_ || quotation.inner().size() > longest_quoted_name)
            return stop();
        at_ = quotation.close + 1;
        ++words_;
    }

    void word() {
        // "an official who asked not to be named", without a relative pronoun.
        if (const std::uint32_t n = article_.match(at_, Known::anonymous, limit_); n > 1 && words_ != 0) {
            at_ += n;
            return stop();
        }
        if (article_.opens_relative(at_)) {
            if (core_ || words_ == 0 || in_.is(at_ - 1, CharClass::comma)) return stop();
            at_ = in_.relative_end(at_ + 1, limit_);
            return;
        }
        if (ends_phrase()) return stop();
        if (in_.has(at_, Known::conjunction)) return joins_noun() ? skip() : stop();
        if (!core_ && words_ != 0) at_ = in_.issuer_behind_time(at_, limit_);
        if (in_.has(at_, Known::preposition)) return governs_noun() || stands_outside(at_) ? skip() : stop();
        if (times_clause()) return stop();
        if (in_.has(at_, Known::pronoun) && !article_.is(at_, Part::determiner) && !counts()) {
            if (words_ == 0) take();
            return stop();
        }
        if (words_ != 0 && in_.begins_phrase(at_)) return stop();
        take();
    }

    /// Verbs, and what else no noun phrase goes on with.
    [[nodiscard]] bool ends_phrase() const {
        if (!participle() && !in_.closing_noun(begin_, at_, limit_) && (in_.stops_phrase(at_) || in_.finite_cue(at_)))
            return true;
        // Behind a noun a determiner begins another phrase: "called the plan | a mistake".
        return words_ != 0 && article_.is(at_, Part::determiner) &&
               article_.is(at_ - 1, PartSet(Part::noun) | Part::proper);
    }

    /// "Audio provided to The Times", "a lawsuit filed by Smith", "the proposed law".
    [[nodiscard]] bool participle() const {
        if (!core_ && words_ != 0 && in_.reduces(at_, limit_)) return true;
        return article_.is(at_, PartSet(Part::participle) | Part::gerund) &&
               (in_.adjectival(at_, begin_) || (words_ == 0 && at_ + 1 < limit_ && in_.begins_noun(at_ + 1)));
    }

    [[nodiscard]] bool joins_noun() const {
        const std::uint32_t behind = at_ + 1;
        return words_ != 0 && behind < limit_ && !in_.stops_phrase(behind) && in_.cue_at_[behind] == none &&
               !in_.has(behind, Known::preposition);
    }

    [[nodiscard]] bool governs_noun() const {
        if (words_ == 0 || in_.adjunct_follows(at_, limit_)) return false;
        if (article_.match(at_, Known::adverb, limit_) > 1 || article_.match(at_, Known::time, limit_) > 1)
            return false;
        return at_ + 1 < limit_ && !in_.stops_phrase(at_ + 1);
    }

    /// A time, but for one that something is of: "in Saturday's Times", "a Wednesday editorial".
    [[nodiscard]] bool times_clause() const {
        if (at_ > begin_ && at_ + 1 < limit_ && in_.has(at_ - 1, Known::article) && in_.begins_noun(at_ + 1))
            return false;
        if (at_ + 1 < limit_ && article_.is(at_ + 1, Part::genitive)) return false;
        return article_.match(at_, Known::time, limit_) != 0 || article_.match(at_, Known::weekday, limit_) != 0;
    }

    /// "One of the men", "one resident".
    [[nodiscard]] bool counts() const {
        const std::uint32_t behind = at_ + 1;
        if (behind >= limit_) return false;
        return article_.is_word(behind, article_.pack->name_link) ||
               (in_.wordlike(behind) && article_.is(behind, PartSet(Part::noun) | Part::adjective)) ||
               (in_.has(at_, Known::indefinite_pronoun) && in_.has(behind, Known::preposition));
    }

    const Phrases& in_;
    const Article& article_;
    const std::uint32_t begin_;
    const std::uint32_t limit_;
    const bool core_;  ///< without what is added behind the head: appositions, relative clauses
    std::uint32_t at_;
    std::uint32_t words_ = 0;
    bool done_ = false;
};
std::uint32_t Phrases::head_last_end(std::uint32_t begin, std::uint32_t limit, bool core) const {
    return HeadLastForwardReader(*this, begin, limit, core).run();
}

/// "A long, costly campaign", "a kind, loving and admirable person": whether the comma stands between adjectives of one
/// noun that follows.
bool Phrases::more_adjectives(std::uint32_t comma, std::uint32_t limit) const {
    using language::Part;
    using language::PartSet;
    static constexpr PartSet describing = PartSet(Part::adjective) | Part::participle | Part::gerund | Part::adverb;
    constexpr std::uint32_t longest = 6;  // tokens
    const std::uint32_t before = comma - 1;
    const bool opened = comma > 1 && wordlike(before) && article_.is(comma - 2, Part::determiner);
    if (comma == 0 || !(article_.is(before, Part::adjective) || (opened && article_.can_be(before, Part::adjective))))
        return false;
    const std::uint32_t first = comma + 1;
    for (std::uint32_t i = first; i < limit && i < first + longest; ++i) {
        if (is(i, text::CharClass::comma) || has(i, detection::Known::conjunction)) {
            if (i == first) return false;
        } else if (!wordlike(i)) {
            return false;
        } else if (i > first && article_.is(i, Part::noun)) {
            return true;
        } else if (!article_.is(i, describing) && !article_.can_be(i, Part::adjective)) {
            return i > first && article_.can_be(i, Part::noun);  // "a long, hard look"
        }
    }
    return false;
}

/// End of a list whose first comma is given: "Rice, Rhodes and Panetta |".
std::uint32_t Phrases::list_end(std::uint32_t comma, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 24;
    static constexpr PartSet parts =
        PartSet(Part::noun) | Part::proper | Part::number | Part::determiner | Part::adjective | Part::genitive;
    if (comma == 0 || comma + 1 >= limit || !wordlike(comma + 1) ||
        article_.tokens[comma - 1].part != article_.tokens[comma + 1].part)
        return none;
    bool joined = false;
    std::uint32_t i = comma;
    for (; i < limit && i < comma + longest; ++i) {
        if (is(i, CharClass::comma)) {
            if (joined) return none;
        } else if (wordlike(i) && has(i, Known::conjunction)) {
            joined = true;
        } else if (!wordlike(i) || !article_.is(i, parts)) {
            break;
        }
    }
    return joined && i < limit && !has(i - 1, Known::conjunction) ? i : none;
}

}  // namespace rawi::attribution
