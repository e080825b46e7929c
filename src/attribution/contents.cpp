// How far clauses and phrases reach as contents.
#include "attribution/extents.hpp"

#include <algorithm>

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Form;
using text::CharClass;

namespace {

constexpr std::uint32_t shortest_whole = 6;  // tokens of a quotation that is a clause

}  // namespace

/// Whether what the cue at `token` takes follows at once.
bool Extents::opens_content(std::uint32_t token, std::uint32_t limit) const {
    const CueToken& cue = cues_[cue_at_[token]];
    for (std::uint32_t i = cue.tokens.end; i < limit && i < cue.tokens.end + 4; ++i) {
        if (has(i, Known::complementiser) || is(i, CharClass::colon) || article_.opens(i) != none) return true;
        for (const CueForm& reading : *cue.readings) {
            const auto& own = article_.pack->lemmas[reading.lemma].prepositions;
            if (std::find(own.begin(), own.end(), article_.tokens[i].word) != own.end()) return true;
        }
    }
    return false;
}

/// Whether a noun phrase that can name a speaker stands at `token`, where subjects follow their verbs.
bool Extents::subject_follows(std::uint32_t token, std::uint32_t limit) const {
    if (!article_.pack->heads_first || token >= limit || !wordlike(token)) return false;
    if (!article_.is(token, language::PartSet(language::Part::noun) | language::Part::proper)) return false;
    const std::uint32_t end = head_first_end(token, limit, true);
    return end != none && can_speak({token, end});
}

bool Extents::sibling(std::uint32_t token, std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                      const CueForm& form) const {
    const CueToken& other = cues_[cue_at_[token]];
    (void)cue;
    if (!other.live || token <= begin) return false;
    std::uint32_t before = token - 1;
    bool conjoined = false, comma = false;
    while (before > begin && has(before, Known::auxiliary)) --before;
    if (has(before, Known::conjunction) || has(before, Known::subordinator)) {
        conjoined = true;
        if (before > begin) --before;
    }
    comma = is(before, CharClass::comma) || is(before, CharClass::dash) || article_.closes(before) != none;
    for (const CueForm& reading : *other.readings) {
        const language::Lemma& lemma = article_.pack->lemmas[reading.lemma];
        switch (reading.form) {
            case Form::participle:
            case Form::gerund:
                if ((comma || conjoined || (article_.pack->free_participles && opens_content(token, limit))) &&
                    agree(reading.agreement, form.agreement))
                    return true;
                break;
            case Form::finite: {
                // A verb before its subject is singular whatever the subject; one that has a subject of its own speaks
                // for that.
                language::Agreement speaker = form.agreement;
                if (article_.pack->heads_first) speaker.number = language::Number::any;
                const bool everyday = (lemma.flag_bits & article_.pack->noisy) != 0 && !opens_content(token, limit);
                if (conjoined && !everyday && (agree(reading.agreement, speaker) || subject_follows(other.tokens.end, limit)))
                    return true;
                break;
            }
            case Form::particle:
                if ((comma && !article_.pack->subject_first) || (lemma.flag_bits & article_.pack->credit) != 0)
                    return true;
                break;
            default: break;
        }
    }
    return false;
}

std::uint32_t Extents::clause_end(std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                                  const CueForm& form) const {
    std::uint32_t i = begin;
    while (i < limit) {
        if (const std::uint32_t q = article_.opens(i);
            q != none && article_.quotations[q].closed && article_.quotations[q].close < limit) {
            const bool whole = i == begin && article_.quotations[q].inner().size() >= shortest_whole;
            i = article_.quotations[q].close + 1;
            if (whole && i < limit && is(i, CharClass::comma)) break;  // all of the clause was quoted
            continue;
        }
        if (is(i, CharClass::open_bracket)) {
            const std::uint32_t close = bracket_end(i, limit);
            if (close != none) {
                i = close;
                continue;
            }
        }
        if (cue_at_[i] != none && sibling(i, begin, limit, cue, form)) break;
        if (i > begin && has(i, Known::clause_stop) && (is(i - 1, CharClass::comma) || has(i - 1, Known::conjunction)))
            break;
        if (i > begin && article_.match(i, Known::background, limit) != 0) break;
        if (i > begin && is(i - 1, CharClass::comma) && article_.match(i, Known::speaker_switch, limit) > 1) break;
        if (article_.pack->subject_first && i > begin && ends_before_verb(i, limit, cue, form)) break;
        ++i;
    }
    return trim({begin, i}).end;
}

/// Behind a comma a phrase goes on with what can only hang on it: a preposition, or one more noun.
bool Extents::phrase_goes_on(std::uint32_t comma, std::uint32_t limit) const {
    std::uint32_t i = comma + 1;
    if (i >= limit) return false;
    if (has(i, Known::clause_stop) || (i + 1 < limit && has(i + 1, Known::complementiser))) return false;
    if (has(i, Known::preposition) || article_.match(i, Known::adjunct, limit) != 0) return true;
    if (!has(i, Known::conjunction) || !article_.tokens[i].proclitic || i + 1 >= limit) return false;
    ++i;
    if (has(i, Known::preposition)) return true;
    if (stops_phrase(i) || cue_at_[i] != none || has(i, Known::pronoun)) return false;
    return has(i, Known::event_noun) || article_.tokens[i].definite;
}

std::uint32_t Extents::content_phrase_end(std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                                          const CueForm& form) const {
    const std::uint32_t clause = clause_end(begin, limit, cue, form);
    for (std::uint32_t i = begin; i < clause; ++i) {
        if (const std::uint32_t q = article_.opens(i);
            q != none && article_.quotations[q].closed && article_.quotations[q].close < clause) {
            i = article_.quotations[q].close;
        } else if (is(i, CharClass::comma) && !phrase_goes_on(i, clause)) {
            return trim({begin, i}).end;
        }
    }
    return clause;
}

std::uint32_t Extents::sentence_begin(std::uint32_t end, std::uint32_t limit) const {
    std::uint32_t i = limit;
    while (i < end && (has(i, Known::conjunction) || is(i, CharClass::comma) || is(i, CharClass::dash) ||
                       is(i, CharClass::terminator)))
        ++i;
    if (i < end) {
        if (const std::uint32_t n = article_.match(i, Known::speaker_switch, end); n != 0) {
            i += n;
            while (i < end && is(i, CharClass::comma)) ++i;
        }
    }
    return i < end ? i : none;
}

TokenRange Extents::trim(TokenRange range) const {
    const auto loose = [&](std::uint32_t t) {
        return is(t, CharClass::comma) || is(t, CharClass::terminator) || is(t, CharClass::colon) ||
               is(t, CharClass::newline) || (is(t, CharClass::dash) && article_.tokens[t].space_before) ||
               (is(t, CharClass::quote) && article_.opens(t) == none && article_.closes(t) == none);
    };
    while (!range.empty() &&
           (loose(range.end - 1) || has(range.end - 1, Known::conjunction) || has(range.end - 1, Known::subordinator)))
        --range.end;
    while (!range.empty() && loose(range.begin)) ++range.begin;
    return range;
}

}  // namespace rawi::attribution
