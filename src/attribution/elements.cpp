// What single elements of a pattern match: words, classes, marks, noun phrases, quotations.
#include <algorithm>

#include "attribution/matcher.hpp"

namespace rawi::attribution {

using detection::Known;
using language::Conditions;
using language::CueForm;
using language::Element;
using language::Node;
using text::CharClass;

namespace {

constexpr std::uint32_t longest_outlet = 9;   // tokens of a name
constexpr std::uint32_t shortest_speech = 4;  // words in a quotation; shorter ones are names

}  // namespace

bool Matcher::own_preposition(std::uint32_t token) const {
    const auto among = [&](const std::vector<language::WordId>& words) {
        return std::any_of(words.begin(), words.end(), [&](language::WordId word) { return word_is(token, word); });
    };
    if (!among(article_.pack->lemmas[form_->lemma].prepositions)) return false;
    // "Criticised him over his call for a ban": the preposition is that of the noun before it.
    if (article_.pack->subject_first && token > 0 && cue_at_[token - 1] != none && &cues_[cue_at_[token - 1]] != cue_) {
        for (const CueForm& reading : cues_[cue_at_[token - 1]].readings()) {
            if (reading.form == language::Form::noun && among(article_.pack->lemmas[reading.lemma].prepositions))
                return false;
        }
    }
    // أفاد بيان صادر عن الجيش: the preposition is that of the word before it.
    return !article_.pack->heads_first || token == 0 || !article_.has(token, Known::topic) ||
           !article_.has(token - 1, Known::issued);
}

/// Whether what has this opening can begin to match at `at`, forward.
bool Matcher::opens(std::uint32_t opening, std::uint32_t at) const {
    const language::Opening& wanted = article_.pack->openings[opening];
    if (wanted.anything) return true;
    if (at >= limits_.end) return false;
    const detection::Token& token = article_.tokens[at];
    if (wanted.has(token.kind) || (article_.pack->lexicon.classes(token.word) & wanted.classes).any()) return true;
    if (token.phrases != none && article_.match(at, wanted.classes, limits_.end) != 0) return true;
    if (token.kind == CharClass::letter && wanted.parts.has(token.part)) return true;
    if ((wanted.capital && token.upper) || (wanted.definite && token.definite)) return true;
    if ((wanted.reading && cue_at_[at] != none) || (wanted.quotation && article_.opens(at) != none)) return true;
    const auto here = [&](language::WordId word) { return word_is(at, word); };
    return std::any_of(wanted.words.begin(), wanted.words.end(), here) || (wanted.own && own_preposition(at));
}

/// Whether a preposition that is not the cue's stands before `at`: "did not rule out, in a call to the paper, a loan".
bool Matcher::governed(std::uint32_t at) const {
    return article_.pack->heads_first && at > cue_->tokens.end && !own_preposition(at - 1) &&
           (article_.has(at - 1, Known::preposition) || article_.has(at - 1, Known::adjunct)) &&
           !article_.has(at - 1, Known::resumptive);
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

/// دعا الحكومة | إلى الحوار: the object ends before the cue's own preposition, which might belong to it otherwise.
std::uint32_t Matcher::core_limit(const Node& node, std::uint32_t at) const {
    constexpr std::uint32_t farthest = 12;
    if (node.role != language::Role::object || !article_.pack->heads_first) return limits_.end;
    std::uint32_t attached = none;  // the last that a word before it requires too: طالب الجهات المعنية | بوقفة
    for (std::uint32_t i = at + 1; i < limits_.end && i < at + farthest && letter(i); ++i) {
        if (!own_preposition(i)) continue;
        if (!article_.tokens[i].proclitic) return i;
        if (attached != none || article_.has(i - 1, Known::requiring)) attached = i;
    }
    return attached == none ? limits_.end : attached;
}

/// في بيان "...": whether a medium stands before `at` that has no title, as a report or a film has.
bool Matcher::untitled_medium(std::uint32_t at) const {
    static const language::ClassSet media = language::set_of({Known::medium});
    const std::uint32_t length = article_.match_back(at, media, limits_.begin);
    if (length == 0) return false;
    const std::string_view key = article_.value({at - length, at}, Known::medium);
    return article_.pack->written_media.contains(key) || article_.pack->live_media.contains(key);
}

/// Whether a quotation is long enough for speech, or stands where only speech does; a short one is a name.
bool Matcher::is_speech(const detection::Quotation& quotation) const {
    static const language::ClassSet people =
        language::set_of({Known::human_noun, Known::role_noun, Known::title, Known::name});
    const std::uint32_t open = quotation.open;
    if (open > 0 && article_.tokens[open - 1].kind == CharClass::colon) return true;
    // صحيفة "المنبر" is called so; للصحيفة "..." was told it.
    if (open > 0 && article_.has(open - 1, Known::outlet_noun) &&
        (!article_.tokens[open - 1].definite || quotation.inner().size() < shortest_speech))
        return false;
    // What ends with a full stop of its own is a sentence.
    if (quotation.inner().size() > 3 && article_.tokens[quotation.close - 1].mark == '.' &&
        !article_.abbreviates(quotation.close - 1))
        return true;
    // What closes the sentence is speech, unless it completes a noun (the film "...").
    const std::uint32_t behind = quotation.close + 1;
    const bool closes = behind >= limits_.end || article_.tokens[behind].kind == CharClass::terminator;
    if (closes && article_.pack->heads_first && open > 0 && quotation.inner().size() > 1 && cue_at_[open - 1] == none &&
        (!article_.is(open - 1, language::Part::noun) || article_.tokens[open - 1].definite || untitled_medium(open)))
        return true;
    // Nobody is called "that he is proud".
    if (article_.pack->heads_first && quotation.inner().size() > 1 && article_.has(open + 1, Known::complementiser))
        return true;
    // أعلنت "رابطة المزارعين في الوادي" عن: one that speaks or is spoken to.
    if (article_.pack->heads_first && open > 0 && !article_.has(open - 1, Known::preposition) &&
        extents_.body_in_marks(quotation))
        return false;
    // هتف المتظاهرون "لن نركع" و"كفى"
    const bool behind_speaker =
        open > 0 && !article_.has(open - 1, detection::body_nouns()) &&
        (cue_at_[open - 1] != none || article_.has(open - 1, people) || article_.is(open - 1, language::Part::proper));
    if (article_.pack->heads_first && behind_speaker && extents_.tells_something(quotation)) return true;
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
        case Element::core_phrase: return extents_.phrase_end(at, core_limit(node, at), true);
        case Element::subject: return extents_.subject_end(at, limits_.end, article_.pack->lemmas[form_->lemma]);
        case Element::headline:
            return article_.lines[article_.sentences[sentence_].line].kind == detection::LineKind::title ? at : none;
        case Element::outlet: return extents_.outlet_end(at, limits_.end);
        case Element::speech:
        case Element::quotation: {
            const std::uint32_t q = article_.opens(at);
            if (q == none) return none;
            const detection::Quotation& quotation = article_.quotations[q];
            // برنامج "حقائق": a title is nothing that is said.
            if (node.role != language::Role::none && at > 0 && article_.has(at - 1, Known::entitled) &&
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
            if (article_.tokens[at].kind == CharClass::comma || (gap_end_ == at && governed(at))) return none;
            const std::uint32_t end = extents_.content_phrase_end(at, limits_.end, *cue_, *form_);
            return end > at ? end : none;
        }
        case Element::own: return own_preposition(at) ? at + 1 : none;
        case Element::reading: return reading_at(at, node.conditions);
        case Element::any: return letter(at) ? at + 1 : none;
        case Element::capital: return article_.tokens[at].upper ? at + 1 : none;
        case Element::capitals: return article_.in_capitals(at) ? at + 1 : none;
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
        case Element::speech:
        case Element::quotation: {
            const std::uint32_t q = article_.closes(at - 1);
            if (q != none && node.element == Element::speech && !is_speech(article_.quotations[q])) return none;
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
        case Element::capitals: return article_.in_capitals(at - 1) ? at - 1 : none;
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
