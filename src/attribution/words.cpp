// What single words show, and short stretches of them.
#include "attribution/words.hpp"

#include <algorithm>

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Form;
using language::Part;
using language::PartSet;
using text::CharClass;

namespace {

constexpr std::uint32_t opening_reach = 6;  // tokens behind a cue in which its own content begins

}  // namespace

TokenRange Words::trim(TokenRange range) const {
    const auto loose = [&](std::uint32_t t) {
        return is(t, CharClass::comma) || is(t, CharClass::terminator) || is(t, CharClass::colon) ||
               is(t, CharClass::newline) ||
               (is(t, CharClass::dash) && (article_.tokens[t].space_before || t + 1 >= article_.tokens.size() ||
                                           article_.tokens[t + 1].space_before)) ||
               (is(t, CharClass::quote) && article_.opens(t) == none && article_.closes(t) == none);
    };
    // "He had done so": what stands before a full stop or a dash opens no clause.
    const auto closes = [&](std::uint32_t t) {
        return article_.pack->subject_first && t + 1 < article_.tokens.size() &&
               (is(t + 1, CharClass::terminator) || is(t + 1, CharClass::dash)) &&
               article_.can_be(t, language::Part::adverb);
    };
    const auto shorten = [&] {
        while (!range.empty() &&
               (loose(range.end - 1) || has(range.end - 1, Known::conjunction) ||
                (has(range.end - 1, Known::subordinator) && !closes(range.end - 1)) ||
                (article_.pack->heads_first && range.size() > 1 && has(range.end - 1, Known::relative))))
            --range.end;
        while (!range.empty() && loose(range.begin)) ++range.begin;
    };
    shorten();
    // "(According to Smith, it was late.)": a closing bracket at the end without an opening one.
    if (range.empty() || !is(range.end - 1, CharClass::close_bracket)) return range;
    std::uint32_t opening = range.begin;
    while (opening < range.end && !is(opening, CharClass::open_bracket)) ++opening;
    if (opening < range.end) return range;
    while (!range.empty() && is(range.end - 1, CharClass::close_bracket)) {
        --range.end;
        shorten();
    }
    return range;
}

/// Whether what is said there is said by no verb: قوله, بقوله.
bool Words::noun_of_saying(std::uint32_t token) const {
    return cue_at_[token] != none && std::ranges::all_of(cues_[cue_at_[token]].readings(), [](const CueForm& reading) {
               return reading.form == Form::noun || reading.form == Form::particle;
           });
}

/// Whether what the cue at `token` takes follows at once.
bool Words::opens_content(std::uint32_t token, std::uint32_t limit) const {
    const CueToken& cue = cues_[cue_at_[token]];
    for (std::uint32_t i = cue.tokens.end; i < limit && i < cue.tokens.end + opening_reach; ++i) {
        if (has(i, Known::complementiser) || is(i, CharClass::colon) || article_.opens(i) != none) return true;
        for (const CueForm& reading : cue.readings()) {
            const auto& own = article_.pack->lemmas[reading.lemma].prepositions;
            if (std::find(own.begin(), own.end(), article_.tokens[i].word) != own.end()) return true;
        }
    }
    return false;
}

bool Words::wordlike(std::uint32_t token) const {
    return is(token, CharClass::letter) || is(token, CharClass::digit);
}

bool Words::finite_cue(std::uint32_t token) const {
    const std::uint32_t c = cue_at_[token];
    if (c == none || !cues_[c].live) return false;
    // في إجابته: behind a preposition stands no verb with a pronoun.
    if (article_.pack->heads_first && token > 0 && cues_[c].tokens.size() == 1 &&
        article_.is(token - 1, Part::preposition) && attached_object(token))
        return false;
    bool clause = true;
    bool participle = true;
    for (const CueForm& reading : cues_[c].readings()) {
        participle = participle && reading.form == Form::participle;
        // في إجابته على السؤال: a question, and nobody is asked.
        if (reading.form == Form::particle && article_.pack->heads_first && article_.is(token, Part::noun)) {
            clause = false;
            continue;
        }
        // What only names an outlet on the way ("on CNN") stops nothing where subjects stand first.
        if (reading.form == Form::particle)
            return !article_.pack->subject_first ||
                   (article_.pack->lemmas[reading.lemma].flag_bits & article_.pack->carrier) == 0;
        clause = clause && (reading.form == Form::finite || reading.form == Form::participle);
    }
    // "A memorandum" (مذكرة) reminds of something only where that follows.
    if (participle && article_.pack->free_participles &&
        !opens_content(token, static_cast<std::uint32_t>(article_.tokens.size())))
        return false;
    // Where words are tagged well enough to tell: a noun that looks like a verb of saying (تعليق) is none.
    // So is an adjective: من أبرز الخبراء.
    return clause && !article_.is(token, PartSet(Part::noun) | Part::proper) &&
           (participle || !article_.pack->heads_first || !article_.is(token, Part::adjective));
}

bool Words::stops_phrase(std::uint32_t token) const {
    if (article_.pack->subject_first) {
        return has(token, Known::np_stop) || has(token, Known::complementiser) || has(token, Known::subordinator) ||
               has(token, Known::adjunct) || has(token, Known::negation) || verbal(token);
    }
    return has(token, Known::np_stop) || has(token, Known::complementiser) || has(token, Known::subordinator) ||
           has(token, Known::adjunct) ||
           (has(token, Known::verb) && !article_.tokens[token].definite && !in_name(token)) ||
           has(token, Known::negation) || has(token, Known::auxiliary);
}

std::uint32_t Words::bracket_end(std::uint32_t open, std::uint32_t limit) const {
    for (std::uint32_t i = open + 1; i < limit && i < open + 14; ++i) {
        if (is(i, CharClass::close_bracket)) return i + 1;
    }
    return none;
}

/// Whether a participle with a content of its own stands at `token`: "..., saying that".
bool Words::opens_participle(std::uint32_t token, std::uint32_t limit) const {
    if (!article_.pack->free_participles || cue_at_[token] == none) return false;
    const bool participle = std::ranges::all_of(
        cues_[cue_at_[token]].readings(), [](const CueForm& reading) { return reading.form == Form::participle; });
    return participle && opens_content(token, limit);
}

/// نقلت عن الوزير | قوله إن: a noun for what somebody says, and the clause.
bool Words::words_told(std::uint32_t token, std::uint32_t limit) const {
    if (cue_at_[token] == none || token + 1 >= limit) return false;
    const bool speech = is(token + 1, CharClass::colon) || article_.opens(token + 1) != none;
    if ((!speech && !has(token + 1, Known::complementiser)) || !takes_clause(cues_[cue_at_[token]])) return false;
    return noun_of_saying(token);
}

/// وهي مهددة, أن القرية الساحلية مهددة: whether the participle is what a pronoun, or the subject that a particle brings
/// to `begin`, is said to be.
bool Words::predicate(std::uint32_t begin, std::uint32_t participle) const {
    if (has(participle - 1, Known::pronoun)) return true;
    if (begin == 0 || begin == participle || !has(begin - 1, Known::complementiser)) return false;
    for (std::uint32_t i = begin; i < participle; ++i) {
        const bool adjective = article_.is(i, Part::adjective) && article_.tokens[i].definite;
        if (!adjective && !article_.is(i, PartSet(Part::noun) | Part::proper)) return false;
    }
    return true;
}

/// Whether anything that the word can be as a cue takes a clause; who has got a copy says nothing by that.
bool Words::takes_clause(const CueToken& cue) const {
    return std::ranges::any_of(cue.readings(), [&](const CueForm& reading) {
        return article_.pack->lemmas[reading.lemma].takes_any(static_cast<std::uint16_t>(language::Takes::that));
    });
}

bool Words::begins_noun(std::uint32_t token) const {
    return article_.is(token, PartSet(Part::noun) | Part::proper | Part::adjective);
}

/// Whether a pronoun is attached to the verb, which then takes up a noun before it.
bool Words::attached_object(std::uint32_t token) const {
    if (article_.tokens[token].enclitic != language::Agreement{}) return true;
    const std::vector<language::CueForm>& readings = article_.pack->lexicon.word(article_.tokens[token].word).readings;
    return std::any_of(readings.begin(), readings.end(), [](const language::CueForm& form) { return form.has_object; });
}

/// A word that no noun phrase holds, whatever its part of speech.
bool Words::closed_word(std::uint32_t token) const {
    return has(token, Known::np_stop) || has(token, Known::complementiser) || has(token, Known::subordinator) ||
           has(token, Known::adjunct);
}

/// Whether what stands behind a conjunction can be one more noun phrase beside the one before it.
bool Words::joins(std::uint32_t token) const {
    if (!wordlike(token) && article_.opens(token) == none) return false;
    if (stops_phrase(token) || has(token, Known::preposition) || has(token, Known::pronoun)) return false;
    if (article_.opens(token) != none) return true;
    return article_.is(token, language::PartSet(Part::noun) | Part::proper | Part::determiner | Part::number) ||
           (article_.is(token, Part::adjective) &&
            (article_.tokens[token].definite || (token > 1 && article_.is(token - 2, Part::adjective))));
}

/// Whether a clause can begin at `token`: where verbs come first, a noun phrase before its verb stands at the very
/// beginning. What stands behind a verb, a preposition or a noun belongs to that.
bool Words::opens_clause(std::uint32_t token) const {
    const std::uint32_t before = token - 1;
    if (!wordlike(before)) return true;
    if (has(before, Known::complementiser) || has(before, Known::subordinator) || has(before, Known::conjunction))
        return !has(before, Known::relative);
    return has(before, Known::auxiliary) ||
           article_.is(before, language::PartSet(Part::adverb) | Part::particle | Part::subordinator);
}

/// Whether somebody's name, or a word for people, stands at `token`.
bool Words::people(std::uint32_t token) const {
    static const language::ClassSet nouns =
        language::set_of({Known::human_noun, Known::role_noun, Known::title, Known::source_noun});
    static const language::ClassSet others = language::set_of(
        {Known::place, Known::state, Known::outlet, Known::organisation, Known::month, Known::weekday});
    if (!wordlike(token) || article_.is(token, language::Part::adjective)) return false;
    return article_.has(token, nouns) || (article_.is(token, language::Part::proper) && !article_.has(token, others) &&
                                          !article_.tokens[token].definite);
}

/// Whether the word is a verb here.
bool Words::verbal(std::uint32_t token) const {
    static constexpr PartSet verbs =
        PartSet(Part::verb) | Part::base | Part::participle | Part::gerund | Part::auxiliary | Part::modal;
    if (!wordlike(token) || !article_.is(token, verbs)) return false;
    // "Radio host Jane Doe": a noun for people before a name is that noun.
    const bool title = token > 0 && token + 1 < article_.tokens.size() && !article_.tokens[token].upper &&
                       (has(token, Known::human_noun) || has(token, Known::role_noun)) &&
                       article_.is(token + 1, Part::proper) && wordlike(token - 1) &&
                       article_.is(token - 1, PartSet(Part::noun) | Part::adjective | Part::proper | Part::determiner);
    return !title;
}

/// A participle that stands for an adjective ("the proposed law") or opens a noun ("the fundraising email").
bool Words::adjectival(std::uint32_t token, std::uint32_t limit) const {
    if (!article_.is(token, PartSet(Part::participle) | Part::gerund) || token + 1 >= article_.tokens.size())
        return false;
    if (!article_.is(token + 1, PartSet(Part::noun) | Part::proper | Part::adjective)) return false;
    if (token == limit || !wordlike(token - 1)) return article_.is(token, Part::participle) || cue_at_[token] == none;
    // "A visibly shaken Smith said"
    if (article_.is(token - 1, Part::adverb) && token > limit + 1 && article_.is(token - 2, Part::determiner))
        return true;
    return article_.is(token - 1, PartSet(Part::determiner) | Part::adjective | Part::number | Part::genitive |
                                      Part::preposition | Part::conjunction);
}

bool Words::has_flag(std::uint32_t token, std::uint64_t flag, Form form) const {
    const std::uint32_t c = cue_at_[token];
    return c != none && std::ranges::any_of(cues_[c].readings(), [&](const CueForm& reading) {
               return reading.form == form && (article_.pack->lemmas[reading.lemma].flag_bits & flag) != 0;
           });
}

/// Whether the object of a verb before it begins at `token`: "allocated | the money", "$26 million", "more than half".
bool Words::has_object(std::uint32_t token) const {
    static constexpr PartSet nominal =
        PartSet(Part::noun) | Part::determiner | Part::pronoun | Part::proper | Part::adjective | Part::number;
    if (!wordlike(token)) return is(token, CharClass::digit) || is(token, CharClass::symbol);
    return article_.is(token, nominal) || has(token, Known::quantifier) || has(token, Known::article);
}

/// A form of a verb of saying that may stand behind what is said.
bool Words::speaks(std::uint32_t token) const {
    return has_flag(token, article_.pack->speech);
}

}  // namespace rawi::attribution
