// What the tokens around a noun phrase tell whose head stands last, however much of it has been read.
#pragma once

#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

class Phrases::HeadLastTokens {
protected:
    using CharClass = text::CharClass;
    using Known = detection::Known;
    using Part = language::Part;
    using PartSet = language::PartSet;

    HeadLastTokens(const Phrases& phrases, std::uint32_t end, std::uint32_t limit)
        : in_(phrases), article_(phrases.article_), end_(end), limit_(limit) {}

    [[nodiscard]] bool relative_at(std::uint32_t token) const {
        return token < article_.tokens.size() && article_.opens_relative(token);
    }

    [[nodiscard]] bool is(std::uint32_t token, PartSet parts) const { return article_.is(token, parts); }

    [[nodiscard]] bool names(std::uint32_t token) const { return is(token, Part::proper); }

    [[nodiscard]] bool nominal_before(std::uint32_t token) const {
        if (token <= limit_) return false;
        const std::uint32_t t = token - 1;
        if (!in_.wordlike(t))
            return in_.is(t, CharClass::close_bracket) || article_.closes(t) != none || in_.is(t, CharClass::symbol) ||
                   in_.is(t, CharClass::apostrophe) || in_.is(t, CharClass::terminator);
        static constexpr PartSet nominal =
            PartSet(Part::noun) | Part::proper | Part::number | Part::pronoun | Part::determiner | Part::adjective;
        return is(t, nominal) || in_.has(t, Known::indefinite_pronoun);  // most of them
    }

    [[nodiscard]] std::uint32_t time_length(std::uint32_t token) const {
        static const language::ClassSet times = language::set_of({Known::time, Known::weekday});
        return article_.match_back(token, times, limit_);
    }

    [[nodiscard]] bool time_before(std::uint32_t token) const { return time_length(token) != 0; }
    /// "On Monday | Smith said", "in March | Smith said", but not "the Sunday Courier".
    [[nodiscard]] bool dates_clause(std::uint32_t day) const {
        return day > limit_ && (in_.has(day, Known::weekday) || in_.has(day, Known::month)) &&
               is(day - 1, Part::preposition) && article_.normal_of(day - 1) != article_.pack->name_link;
    }

    [[nodiscard]] bool time_follows() const {
        std::uint32_t i = end_;
        if (i + 1 < article_.tokens.size() && in_.has(i, Known::preposition)) ++i;
        return i < article_.tokens.size() && (article_.match(i, Known::time, i + 4) != 0 || in_.has(i, Known::weekday));
    }

    /// "Those said", "many say".
    [[nodiscard]] bool stands_alone(std::uint32_t token) const {
        if (in_.has(token, Known::pronoun) || in_.has(token, Known::indefinite_pronoun)) return true;
        const auto agreement = language::parse_agreement(article_.value({token, token + 1}, Known::article));
        return agreement && agreement->number == language::Number::plural;
    }

    /// Whether what is quoted has a verb, and is no name: "Time is money".
    [[nodiscard]] bool speaks(TokenRange quoted) const {
        for (std::uint32_t i = quoted.begin; i < quoted.end; ++i) {
            if (in_.wordlike(i) && !article_.tokens[i].upper &&
                is(i, PartSet(Part::auxiliary) | Part::modal | Part::verb))
                return true;
        }
        return false;
    }

    /// Whether the preposition is a subordinator as well: "as polls show".
    [[nodiscard]] bool opens_clause(std::uint32_t token) const { return article_.can_be(token, Part::subordinator); }

    /// "The Board of Elections, which said"
    [[nodiscard]] bool inside_body(std::uint32_t preposition) const {
        return in_.has(preposition, Known::body_link) && preposition > limit_ &&
               article_.tokens[preposition - 1].upper && in_.has(preposition - 1, Known::organisation_noun);
    }
    /// "The ranking member on the Harbour Committee, | who said", "a teacher from Ohio | who said": whether the phrase,
    /// which a relative pronoun for people follows, is a body or a place.
    [[nodiscard]] bool who_is_none_of(TokenRange phrase) const {
        static const language::ClassSet bodies = language::set_of(
            {Known::place, Known::state, Known::organisation, Known::organisation_noun, Known::outlet});
        return for_people() && detection::holds(article_, phrase, bodies) && !people_in(phrase);
    }
    [[nodiscard]] bool people_in(TokenRange phrase) const {
        static const language::ClassSet people =
            language::set_of({Known::human_noun, Known::role_noun, Known::name, Known::title});
        return detection::holds(article_, phrase, people);
    }
    /// "Joe Stone, 32, | a teacher who said": where the name begins that a description, from `begin` on, stands
    /// behind; `begin` if there is none.
    [[nodiscard]] std::uint32_t name_before(std::uint32_t begin) const {
        if (!for_people() || !in_.has(begin, Known::article) || begin < limit_ + 2) return begin;
        std::uint32_t end = begin - 1;
        if (!in_.is(end, CharClass::comma)) return begin;
        if (end > limit_ + 2 && in_.is(end - 1, CharClass::digit) && in_.is(end - 2, CharClass::comma)) end -= 2;
        std::uint32_t first = end;
        while (first > limit_ && in_.wordlike(first - 1) && is(first - 1, Part::proper) &&
               article_.tokens[first - 1].upper && !in_.has(first - 1, Known::place))
            --first;
        return first < end && (end - first > 1 || first == limit_) && people_in({first, end}) ? first : begin;
    }
    [[nodiscard]] bool for_people() const {
        const std::uint32_t relative = relative_at(end_) ? end_ : end_ + 1;
        return article_.value({relative, relative + 1}, Known::relative) == "person";
    }
    /// "The mayor of Austin, who said", "Senator Smith of Texas, who said"; but "the head of the agency, which said".
    [[nodiscard]] bool of_somebody(std::uint32_t preposition) const {
        if (preposition <= limit_ || !in_.wordlike(preposition - 1) ||
            article_.normal_of(preposition) != article_.pack->name_link || !for_people())
            return false;
        const std::uint32_t last = preposition - 1;
        if (!names(last)) return in_.has(last, Known::human_noun) || in_.has(last, Known::role_noun);
        const auto called = [&](std::uint32_t i) {
            return i > limit_ && (in_.has(i, Known::name) || in_.has(i, Known::title));
        };
        if (called(last)) return true;
        if (last < limit_ + 2) return false;  // nothing that could be a name stands before it
        return called(last - 1) || (in_.is(last - 1, CharClass::terminator) && called(last - 2));
    }

    /// "Close to him", "around them".
    [[nodiscard]] bool governed(std::uint32_t pronoun) const {
        return pronoun > limit_ + 1 && in_.wordlike(pronoun - 1) && is(pronoun - 1, Part::preposition) &&
               in_.wordlike(pronoun - 2) &&
               (nominal_before(pronoun - 1) || article_.can_be(pronoun - 2, Part::adjective));
    }

    /// "Those surveyed say", but "he helped write", "the voters whom the paper asked said".
    [[nodiscard]] bool modifies(std::uint32_t participle) const {
        return article_.can_be(participle, Part::participle) && end_ < article_.tokens.size() &&
               (!is(end_, Part::base) || in_.has(participle - 1, Known::article)) &&
               in_.relative_before(participle, limit_) == none;
    }

    const Phrases& in_;
    const Article& article_;
    std::uint32_t end_;    ///< of the phrase
    std::uint32_t limit_;  ///< it begins there or behind it
};

}  // namespace rawi::attribution
