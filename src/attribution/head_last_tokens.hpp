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
    /// "The mayor of Austin, who said", "Senator Smith of Texas, who said"; but "the head of the agency, which said".
    [[nodiscard]] bool of_somebody(std::uint32_t preposition) const {
        const std::uint32_t relative = relative_at(end_) ? end_ : end_ + 1;
        if (preposition <= limit_ || !in_.wordlike(preposition - 1) ||
            article_.normal_of(preposition) != article_.pack->name_link ||
            article_.value({relative, relative + 1}, Known::relative) != "person")
            return false;
        const std::uint32_t last = preposition - 1;
        if (!names(last)) return in_.has(last, Known::human_noun) || in_.has(last, Known::role_noun);
        const auto called = [&](std::uint32_t i) {
            return i > limit_ && (in_.has(i, Known::name) || in_.has(i, Known::title));
        };
        return called(last) || called(last - 1) || (in_.is(last - 1, CharClass::terminator) && called(last - 2));
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
