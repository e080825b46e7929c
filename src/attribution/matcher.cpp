#include "attribution/matcher.hpp"

#include <algorithm>
#include <utility>

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Element;
using language::Node;
using language::Role;
using language::Row;
using text::CharClass;

namespace {

constexpr int most_steps = 4000;
constexpr std::uint32_t longest_gap = 45;  // tokens

}  // namespace

TokenRange Match::captured(language::Role role) const {
    for (const Capture& capture : captures) {
        if (capture.role == role) return capture.tokens;
    }
    return {};
}

Match Matcher::match(const CueToken& cue, TokenRange limits, std::uint32_t sentence) {
    sentence_ = sentence;
    cue_ = &cue;
    limits_ = limits;
    const language::Presence before = presence({limits.begin, cue.tokens.begin});
    const language::Presence behind = presence({cue.tokens.end, limits.end});
    // Inside a quotation a form that can be the first person's (اعتقد) is that.
    text::ShortList<const CueForm*, 8> readings;
    const bool quoted = article_.tokens[cue.tokens.begin].quotation != none;
    const auto first_person = [quoted](const CueForm& form) {
        return quoted && form.agreement.person == language::Person::first;
    };
    for (const CueForm& form : cue.readings()) {
        if (first_person(form)) readings.push_back(&form);
    }
    std::reverse(readings.begin(), readings.end());
    const std::uint32_t own_words = readings.size();
    for (const CueForm& form : cue.readings()) {
        if (!first_person(form)) readings.push_back(&form);
    }
    // What opens a quotation has nobody else's words before it: there it is nothing else.
    if (quoted && cue.tokens.begin > 0 && article_.opens(cue.tokens.begin - 1) != none && article_.pack->heads_first &&
        own_words != 0)
        readings.truncate(own_words);
    // كتبت is mine or hers.
    const bool mine = quoted &&
                      std::ranges::any_of(cue.readings(), [](const CueForm& form) { return form.or_first; }) &&
                      extents_.tells_of_self(cue.tokens.begin);
    for (const CueForm* reading : readings) {
        CueForm form = *reading;
        if (mine && form.or_first)
            form.agreement = {.person = language::Person::first, .number = language::Number::singular};
        form.passive = form.passive || written_passive(cue, form);
        form_ = &form;
        std::uint64_t own = 0;
        for (const language::WordId word : article_.pack->lemmas[form.lemma].prepositions)
            own |= language::Presence::bit_of(word);
        for (const std::uint32_t r : article_.pack->rules_of_lemma[form.lemma]) {
            const language::Rule& rule = article_.pack->rules[r];
            if (!rule.on.allow(form) || !rule.needs_right.met_by(behind, own) || !rule.needs_left.met_by(before, own))
                continue;
            if (!rule.right.empty() && !opens(rule.right.front().row_opening, cue.tokens.end)) continue;
            captures_.truncate(0);
            budget_ = most_steps;
            Match result{.rule = &rule, .form = form, .extent = cue.tokens};
            const auto right_side = [&](std::uint32_t left) {
                const auto accept = [&, left](std::uint32_t right) {
                    if (rule.agree && !agrees(form)) return false;
                    if (rule.of.any() && !source_holds(rule.of)) return false;
                    if (!source_speaks(rule)) return false;
                    if (article_.pack->subject_first && !content_says()) return false;
                    if (article_.pack->subject_first && !number_fits(form)) return false;
                    result.extent = {left, right};
                    return true;
                };
                return sequence(rule.right, 0, cue.tokens.end, Direction::forward, accept);
            };
            if (!sequence(rule.left, 0, cue.tokens.begin, Direction::backward, right_side)) continue;
            complete_source();
            result.captures = captures_;
            return result;
        }
    }
    return {};
}

language::Presence Matcher::presence(TokenRange range) const {
    language::Presence found;
    const language::Lexicon& lexicon = article_.pack->lexicon;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const detection::Token& token = article_.tokens[i];
        found.marks |= 1u << static_cast<unsigned>(token.kind);
        found.quotation = found.quotation || token.quotation != none;
        if (token.kind == CharClass::letter) found.parts = found.parts | token.part;
        if (token.word == language::unknown_word) continue;
        found.classes |= lexicon.classes(token.word);
        found.words |= language::Presence::bit_of(token.word);
        if (const language::WordId bare = lexicon.bare(token.word); bare != language::unknown_word)
            found.words |= language::Presence::bit_of(bare);
        for (std::size_t p = token.phrases; p < article_.phrases.size() && article_.phrases[p].token == i; ++p)
            found.classes |= article_.phrases[p].phrase->classes;
    }
    return found;
}

/// Matches the nodes from `index` on, then the rest. What they captured is forgotten if that fails.
bool Matcher::sequence(const Row& nodes, std::size_t index, std::uint32_t at, Direction direction, Then then) {
    const std::uint32_t captured = captures_.size();
    const auto forget = [&] {
        captures_.truncate(captured);
        return false;
    };
    for (; index < nodes.size(); ++index) {
        const Node& node = nodes[index];
        const bool optional = node.repeat == '?' || node.repeat == '*';
        if (node.element == Element::gap && node.repeat == '1') {
            if (--budget_ < 0) return forget();
            const std::uint32_t before = captures_.size();
            const auto rest = [&, index, at, before](std::uint32_t next) {
                capture(node, at, next, direction);
                if (sequence(nodes, index + 1, next, direction, then)) return true;
                captures_.truncate(before);
                return false;
            };
            const bool ahead = direction == Direction::forward && index + 1 < nodes.size();
            return gap(at, ahead ? nodes[index + 1].row_opening : 0, rest) || forget();
        }
        if (node.element == Element::group && direction == Direction::forward && !opens(node.opening, at)) {
            if (optional) continue;
            return forget();
        }
        if (!simple(node)) {
            const auto rest = [&, index](std::uint32_t next) {
                return sequence(nodes, index + 1, next, direction, then);
            };
            return repeat(node, at, false, direction, rest) || forget();
        }
        if (node.repeat == '*' || node.repeat == '+') return many(nodes, index, at, false, direction, then) || forget();
        if (--budget_ < 0) return forget();
        const std::uint32_t next = step(node, at, direction);
        if (next == none && node.repeat == '1') return forget();
        if (next == none) continue;
        const std::uint32_t before = captures_.size();
        capture(node, at, next, direction);
        if (node.repeat == '1') {
            at = next;
            continue;
        }
        if (sequence(nodes, index + 1, next, direction, then)) return true;
        captures_.truncate(before);
    }
    return then(at) || forget();
}

/// A simple node that may come several times: as often as it can, then fewer times, until the rest matches.
bool Matcher::many(const Row& nodes, std::size_t index, std::uint32_t at, bool again, Direction direction, Then then) {
    const Node& node = nodes[index];
    if (--budget_ < 0) return false;
    const std::uint32_t next = step(node, at, direction);
    if (next != none && next != at) {
        const std::uint32_t captured = captures_.size();
        capture(node, at, next, direction);
        if (many(nodes, index, next, true, direction, then)) return true;
        captures_.truncate(captured);
    }
    return (again || node.repeat == '*') && sequence(nodes, index + 1, at, direction, then);
}

std::uint32_t Matcher::step(const Node& node, std::uint32_t at, Direction direction) {
    return direction == Direction::forward ? forward(node, at) : backward(node, at);
}

void Matcher::capture(const Node& node, std::uint32_t at, std::uint32_t next, Direction direction) {
    if (node.role == Role::none) return;
    const TokenRange range = direction == Direction::forward ? TokenRange{at, next} : TokenRange{next, at};
    captures_.push_back({node.role, node.contact, range, node.element});
}

/// A node that may stand several times, or not at all: as often as `then` goes on behind it.
bool Matcher::repeat(const Node& node, std::uint32_t at, bool again, Direction direction, Then then) {
    const bool many = node.repeat == '*' || node.repeat == '+';
    const bool optional = node.repeat == '?' || node.repeat == '*';
    if (--budget_ < 0) return false;
    if (!again || many) {
        const auto more = [&](std::uint32_t next) {
            if (many && next == at) return false;
            return many ? repeat(node, next, true, direction, then) : then(next);
        };
        if (once(node, at, direction, more)) return true;
    }
    return (optional || again) && then(at);
}

/// Matches such a node one time at `at`, then the rest. What it captured is forgotten if the rest fails.
bool Matcher::once(const Node& node, std::uint32_t at, Direction direction, Then then) {
    const std::uint32_t captured = captures_.size();
    const auto with_role = [&](std::uint32_t next) {
        capture(node, at, next, direction);
        if (then(next)) return true;
        captures_.truncate(captured);
        return false;
    };
    if (node.element == Element::gap) return gap(at, 0, with_role);
    if (node.element == Element::look) {
        const auto seen = [](std::uint32_t) { return true; };
        const bool found = sequence(node.rows().front(), 0, at, direction, seen);
        captures_.truncate(captured);
        return found != node.negative && then(at);
    }
    return std::ranges::any_of(node.rows(), [&](const Row& alternative) {
        const bool fits =
            direction == Direction::backward || alternative.empty() || opens(alternative.front().row_opening, at);
        return fits && sequence(alternative, 0, at, direction, with_role);
    });
}

/// أشار إلى شروط القبول: whether behind the preposition at `at` stands a noun that can be what is said, and not how,
/// when, where or to whom it is (على هامش المؤتمر).
bool Matcher::brings_noun(std::uint32_t at) const {
    static const language::ClassSet circumstances =
        language::set_of({Known::adjunct, Known::subordinator, Known::adverb});
    static const language::ClassSet others = language::set_of(
        {Known::medium, Known::channel, Known::adjunct, Known::time, Known::weekday, Known::day_offset, Known::place,
         Known::human_noun, Known::group_noun, Known::role_noun, Known::outlet_noun, Known::outlet,
         Known::document_noun, Known::organisation_noun, Known::organisation, Known::time_noun, Known::place_noun});
    const std::uint32_t noun = at + 1;
    return article_.is(noun, language::Part::noun) && article_.tokens[noun].enclitic == language::Agreement{} &&
           !article_.tokens[at].proclitic && cue_at_[noun] == none &&
           article_.match(at, circumstances, limits_.end) < 2 && article_.match(noun, others, limits_.end) == 0;
}

/// The shortest stretch behind which the rest matches, which begins with `opening`.
bool Matcher::gap(std::uint32_t at, std::uint32_t opening, Then then) {
    const std::uint32_t limit = std::min(limits_.end, at + longest_gap);
    while (true) {
        if (opens(opening, at)) {
            const std::uint32_t outer = std::exchange(gap_end_, at);
            const bool matched = then(at);
            gap_end_ = outer;
            if (matched) return true;
        }
        if (at >= limit || --budget_ < 0) return false;
        // What the cue's own preposition brings is its content, whatever complementiser stands farther off.
        if (article_.pack->heads_first && at + 1 < limit && own_preposition(at) &&
            (article_.has(at + 1, Known::event_noun) || brings_noun(at)))
            return false;
        // أعلنت القيادة استشهاده، داعية الله | بأن يرحمه: what is prayed for.
        if (article_.pack->heads_first && at > cue_->tokens.end && article_.has(at, Known::deity) &&
            cue_at_[at - 1] != none)
            return false;
        // وحول ما ذكر في البيان | فإن العمل مستمر: what is so, and not that it is so.
        if (at + 1 < limit && article_.has(at, Known::clause_conjunction) &&
            article_.has(at + 1, Known::complementiser))
            return false;
        const std::uint32_t next = extents_.skip(at, limit);
        if (next == none) return false;
        at = next;
    }
}

}  // namespace rawi::attribution
