#include "attribution/matcher.hpp"

#include <algorithm>

namespace rawi::attribution {

using detection::Known;
using language::Conditions;
using language::CueForm;
using language::Element;
using language::Node;
using language::Role;
using text::CharClass;

namespace {

constexpr int most_steps = 4000;
constexpr std::uint32_t longest_gap = 45;     // tokens
constexpr std::uint32_t longest_outlet = 9;   // tokens of a name
constexpr std::uint32_t shortest_speech = 4;  // words in a quotation; shorter ones are names

}  // namespace

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
    for (const CueForm* reading : readings) {
        const CueForm& form = *reading;
        form_ = &form;
        std::uint64_t own = 0;
        for (const language::WordId word : article_.pack->lemmas[form.lemma].prepositions)
            own |= language::Presence::bit_of(word);
        for (const std::uint32_t r : article_.pack->rules_of_lemma[form.lemma]) {
            const language::Rule& rule = article_.pack->rules[r];
            if (!rule.on.allow(form) || !rule.needs_right.met_by(behind, own) || !rule.needs_left.met_by(before, own))
                continue;
            if (!begins(rule.right, cue.tokens.end)) continue;
            captures_.truncate(0);
            budget_ = most_steps;
            Match result{.rule = &rule, .form = form, .extent = cue.tokens};
            const auto right_side = [&](std::uint32_t left) {
                const auto accept = [&, left](std::uint32_t right) {
                    if (rule.agree && !agrees(form)) return false;
                    if (rule.of.any() && !source_holds(rule.of)) return false;
                    if (!source_speaks()) return false;
                    if (article_.pack->subject_first && !content_says()) return false;
                    if (article_.pack->subject_first && !number_fits(form)) return false;
                    result.extent = {left, right};
                    return true;
                };
                return sequence(rule.right, 0, cue.tokens.end, Direction::forward, accept);
            };
            if (!sequence(rule.left, 0, cue.tokens.begin, Direction::backward, right_side)) continue;
            result.captures = captures_;
            return result;
        }
    }
    return {};
}

/// Whether the nodes can match at all at `at`, as far as their first one shows without much work.
bool Matcher::begins(const Nodes& nodes, std::uint32_t at) {
    if (nodes.empty() || (nodes.front().repeat != '1' && nodes.front().repeat != '+')) return true;
    switch (nodes.front().element) {
        case Element::words:
        case Element::word_class:
        case Element::part:
        case Element::own:
        case Element::mark:
        case Element::quotation:
        case Element::any:
        case Element::number: return forward(nodes.front(), at) != none;
        default: return true;
    }
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
bool Matcher::sequence(const Nodes& nodes, std::size_t index, std::uint32_t at, Direction direction, Then then) {
    const std::uint32_t captured = captures_.size();
    const auto forget = [&] {
        captures_.truncate(captured);
        return false;
    };
    for (; index < nodes.size(); ++index) {
        const Node& node = nodes[index];
        if (!simple(node)) {
            const auto rest = [&, index](std::uint32_t next) {
                return sequence(nodes, index + 1, next, direction, then);
            };
            return repeat(node, at, false, direction, rest) || forget();
        }
        if (node.repeat == '*' || node.repeat == '+')
            return many(nodes, index, at, false, direction, then) || forget();
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
bool Matcher::many(const Nodes& nodes, std::size_t index, std::uint32_t at, bool again, Direction direction,
                   Then then) {
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

/// The same for a node that can match in several ways.
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
    if (node.element == Element::gap) return gap(at, with_role);
    if (node.element == Element::look) {
        const auto seen = [](std::uint32_t) { return true; };
        const bool found = sequence(node.alternatives.front(), 0, at, direction, seen);
        captures_.truncate(captured);
        return found != node.negative && then(at);
    }
    return std::any_of(node.alternatives.begin(), node.alternatives.end(), [&](const Nodes& alternative) {
        return sequence(alternative, 0, at, direction, with_role);
    });
}

bool Matcher::own_preposition(std::uint32_t token) const {
    // "Criticised him over his call for a ban": the preposition is that of the noun before it.
    if (article_.pack->subject_first && token > 0 && cue_at_[token - 1] != none && &cues_[cue_at_[token - 1]] != cue_) {
        for (const CueForm& reading : cues_[cue_at_[token - 1]].readings()) {
            const std::vector<language::WordId>& nouns = article_.pack->lemmas[reading.lemma].prepositions;
            if (reading.form == language::Form::noun &&
                std::any_of(nouns.begin(), nouns.end(), [&](language::WordId word) { return word_is(token, word); }))
                return false;
        }
    }
    const std::vector<language::WordId>& own = article_.pack->lemmas[form_->lemma].prepositions;
    return std::any_of(own.begin(), own.end(), [&](language::WordId word) { return word_is(token, word); });
}

/// The shortest stretch behind which the rest matches.
bool Matcher::gap(std::uint32_t at, Then then) {
    const std::uint32_t limit = std::min(limits_.end, at + longest_gap);
    while (true) {
        if (then(at)) return true;
        if (at >= limit || --budget_ < 0) return false;
        // What the cue's own preposition brings is its content, whatever complementiser stands farther off.
        if (article_.pack->heads_first && at + 1 < limit && article_.has(at + 1, Known::event_noun) &&
            own_preposition(at))
            return false;
        const std::uint32_t next = extents_.skip(at, limit);
        if (next == none) return false;
        at = next;
    }
}

bool Matcher::word_is(std::uint32_t token, language::WordId word) const {
    const language::WordId here = article_.tokens[token].word;
    return here == word || (here != language::unknown_word && article_.pack->lexicon.bare(here) == word);
}

std::uint32_t Matcher::reading_at(std::uint32_t token, const Conditions& conditions) const {
    const std::uint32_t c = cue_at_[token];
    if (c == none || cues_[c].tokens.end > limits_.end) return none;
    for (const CueForm& form : cues_[c].readings()) {
        if (conditions.allow(form) && conditions.allow(article_.pack->lemmas[form.lemma])) return cues_[c].tokens.end;
    }
    return none;
}

/// Whether a quotation is long enough for speech, or stands where only speech does; a short one is a name.
bool Matcher::is_speech(const detection::Quotation& quotation) const {
    const std::uint32_t open = quotation.open;
    if (open > 0 && article_.tokens[open - 1].kind == CharClass::colon) return true;
    if (open > 0 && article_.has(open - 1, Known::outlet_noun)) return false;
    // What closes the sentence is speech, unless it completes a noun (the film "...").
    const std::uint32_t behind = quotation.close + 1;
    const bool closes = behind >= limits_.end || article_.tokens[behind].kind == CharClass::terminator;
    if (closes && article_.pack->heads_first && open > 0 && quotation.inner().size() > 1 && cue_at_[open - 1] == none &&
        !(article_.is(open - 1, language::Part::noun) && !article_.tokens[open - 1].definite))
        return true;
    std::uint32_t words = 0;
    for (std::uint32_t i = open + 1; i < quotation.close && words < shortest_speech; ++i) {
        if (article_.tokens[i].kind == CharClass::letter && article_.tokens[i].span.size() > 4) ++words;
    }
    return words >= shortest_speech;
}

std::uint32_t Matcher::forward(const Node& node, std::uint32_t at) {
    if (node.element == Element::end) {
        while (at < limits_.end && (article_.tokens[at].kind == CharClass::terminator ||
                                    article_.tokens[at].kind == CharClass::close_bracket))
            ++at;
        return at >= limits_.end ? at : none;
    }
    if (at >= limits_.end) return none;
    switch (node.element) {
        case Element::words:
            for (const language::WordId word : node.words) {
                if (at >= limits_.end || !word_is(at, word)) return none;
                ++at;
            }
            return at;
        case Element::word_class: {
            const std::uint32_t length = article_.match(at, node.classes, limits_.end);
            return length == 0 ? none : at + length;
        }
        case Element::part: return letter(at) && article_.is(at, node.parts) ? at + 1 : none;
        case Element::noun_phrase: return extents_.phrase_end(at, limits_.end, false);
        case Element::core_phrase: return extents_.phrase_end(at, limits_.end, true);
        case Element::subject: return extents_.subject_end(at, limits_.end, article_.pack->lemmas[form_->lemma]);
        case Element::headline:
            return article_.lines[article_.sentences[sentence_].line].kind == detection::LineKind::title ? at : none;
        case Element::outlet: return extents_.outlet_end(at, limits_.end);
        case Element::speech:
        case Element::quotation: {
            const std::uint32_t q = article_.opens(at);
            if (q == none) return none;
            const detection::Quotation& quotation = article_.quotations[q];
            if (at > 0 && article_.has(at - 1, Known::entitled) &&
                article_.tokens[at - 1].enclitic == language::Agreement{})
                return none;
            if (node.element == Element::speech && !is_speech(quotation)) return none;
            return std::min(quotation.close + (quotation.closed ? 1 : 0), limits_.end);
        }
        case Element::clause: {
            const std::uint32_t end = extents_.clause_end(at, limits_.end, *cue_, *form_);
            return end > at ? end : none;
        }
        case Element::phrase: {
            if (article_.tokens[at].kind == CharClass::comma) return none;
            const std::uint32_t end = extents_.content_phrase_end(at, limits_.end, *cue_, *form_);
            return end > at ? end : none;
        }
        case Element::own: return own_preposition(at) ? at + 1 : none;
        case Element::reading: return reading_at(at, node.conditions);
        case Element::any: return letter(at) ? at + 1 : none;
        case Element::capital: return article_.tokens[at].upper ? at + 1 : none;
        case Element::definite: return article_.tokens[at].definite ? at + 1 : none;
        case Element::predicate: return extents_.predicate_follows(at, limits_.end) ? at : none;
        case Element::number: return article_.tokens[at].kind == CharClass::digit ? at + 1 : none;
        case Element::mark: return article_.tokens[at].kind == node.mark ? at + 1 : none;
        case Element::start: return at == limits_.begin ? at : none;
        default: return none;
    }
}

std::uint32_t Matcher::backward(const Node& node, std::uint32_t at) {
    if (node.element == Element::start) {
        std::uint32_t i = at;
        while (i > limits_.begin && article_.has(i - 1, Known::conjunction)) --i;
        return i == limits_.begin ? i : none;
    }
    if (node.element == Element::headline) return forward(node, at);
    if (at <= limits_.begin) return none;
    switch (node.element) {
        case Element::words: {
            const auto length = static_cast<std::uint32_t>(node.words.size());
            if (at < limits_.begin + length) return none;
            for (std::uint32_t i = 0; i < length; ++i) {
                if (!word_is(at - length + i, node.words[i])) return none;
            }
            return at - length;
        }
        case Element::word_class: {
            const std::uint32_t length = article_.match_back(at, node.classes, limits_.begin);
            return length == 0 ? none : at - length;
        }
        case Element::part: return letter(at - 1) && article_.is(at - 1, node.parts) ? at - 1 : none;
        case Element::subject:
        case Element::noun_phrase: return extents_.phrase_begin(at, limits_.begin, false);
        case Element::core_phrase: return extents_.phrase_begin(at, limits_.begin, true);
        case Element::quotation: {
            const std::uint32_t q = article_.closes(at - 1);
            return q == none ? none : std::max(article_.quotations[q].open, limits_.begin);
        }
        case Element::outlet:  // the longest name that reaches just so far
            for (std::uint32_t b = std::max(limits_.begin, at > longest_outlet ? at - longest_outlet : 0); b < at;
                 ++b) {
                if (extents_.outlet_end(b, at) == at) return b;
            }
            return none;
        case Element::sentence:
        case Element::clause: {
            const std::uint32_t begin = extents_.sentence_begin(at, limits_.begin);
            return form_->form == language::Form::particle ? extents_.last_relative(begin, at) : begin;
        }
        case Element::any: return letter(at - 1) ? at - 1 : none;
        case Element::capital: return article_.tokens[at - 1].upper ? at - 1 : none;
        case Element::definite: return article_.tokens[at - 1].definite ? at - 1 : none;
        case Element::number: return article_.tokens[at - 1].kind == CharClass::digit ? at - 1 : none;
        case Element::mark: return article_.tokens[at - 1].kind == node.mark ? at - 1 : none;
        case Element::reading:
            for (std::uint32_t length = 1; length <= 4 && at >= limits_.begin + length; ++length) {
                if (reading_at(at - length, node.conditions) == at) return at - length;
            }
            return none;
        default: return none;
    }
}

}  // namespace rawi::attribution
