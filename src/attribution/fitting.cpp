// What a match must meet besides its pattern: agreement of source and cue, a source that can speak, a content that says
// something.
#include <algorithm>

#include "attribution/matcher.hpp"
#include "detection/noun_phrase.hpp"

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Element;
using language::Role;
using text::CharClass;

language::Agreement agreement_of(const Article& article, TokenRange phrase) {
    static constexpr Known classes[] = {Known::pronoun,           Known::role_noun,    Known::source_noun,
                                        Known::organisation_noun, Known::outlet_noun,  Known::document_noun,
                                        Known::collective_noun,   Known::organisation, Known::name};
    if (const auto counted = detection::counted_agreement(article, phrase);
        counted && (article.pack->heads_first || *counted != language::Agreement{}))
        return *counted;
    for (std::uint32_t i = phrase.begin; i < phrase.end && i < phrase.begin + 3; ++i) {
        // الضيف من لندن: what a preposition brings in is not the head.
        if (i > phrase.begin && article.pack->heads_first && article.has(i, Known::preposition)) break;
        // راعي الكنيسة: one that is known for a human being agrees for itself.
        if (i == phrase.begin + 1 && article.pack->heads_first) {
            const auto person = language::parse_agreement(article.value({phrase.begin, i}, Known::human_noun));
            if (person && *person != language::Agreement{}) return *person;
        }
        for (const Known known : classes) {
            const std::uint32_t length = article.match(i, known, phrase.end);
            if (length == 0) continue;
            if (const auto agreement = language::parse_agreement(article.value({i, i + length}, known)))
                return *agreement;
        }
    }
    // Of people in general only the head tells: مسلحون, but وحدات حماية الشعب.
    return language::parse_agreement(article.value({phrase.begin, phrase.begin + 1}, Known::human_noun))
        .value_or(language::Agreement{});
}

/// Whether the phrase closes with a name that is not known for a man's.
bool Matcher::ends_with_name(TokenRange phrase) const {
    bool named = false;
    for (std::uint32_t i = phrase.begin + 1; i < phrase.end; ++i) {
        if (!article_.is(i, language::Part::proper) || article_.has(i, Known::place)) continue;
        const auto agreement = language::parse_agreement(article_.value({i, i + 1}, Known::name));
        if (!named && agreement && agreement->gender == language::Gender::masculine) return false;
        named = true;
    }
    return named;
}

bool Matcher::written_passive(const CueToken& cue, const CueForm& form) const {
    if (!cue.passive_vowel || form.form != language::Form::finite) return false;
    return form.past || (article_.pack->lemmas[form.lemma].flag_bits & article_.pack->unrounded) != 0;
}

bool Matcher::agrees(const CueForm& form) const {
    for (const Capture& capture : captures_) {
        if (capture.role != Role::source) continue;
        // "I announce": a noun behind it is no subject.
        if (article_.pack->heads_first && form.agreement.person == language::Person::first &&
            capture.tokens.begin >= cue_->tokens.end)
            return false;
        if (capture.tokens.begin >= cue_->tokens.end && extents_.oblique(capture.tokens)) return false;
        if (article_.pack->heads_first && stands_apart(capture.tokens)) return false;
        language::Agreement subject = agreement_of(article_, capture.tokens);
        // "The star, which he said ...": the relative pronoun agrees with the noun before it, and the verb does not.
        if (const std::uint32_t t = cue_->tokens.begin;
            t > 0 && capture.tokens.end < t && article_.has(t - 1, Known::relative)) {
            const auto relative = language::parse_agreement(article_.value({t - 1, t}, Known::relative));
            if (relative) subject.gender = relative->gender;
        }
        // Offices are masculine even when a woman holds them: the name tells, where there is one.
        if (article_.pack->heads_first && form.agreement.gender == language::Gender::feminine &&
            subject.gender == language::Gender::masculine && ends_with_name(capture.tokens))
            subject.gender = language::Gender::any;
        // A woman's surname may be a man's name: قالت زايد.
        if (article_.pack->heads_first &&
            (capture.tokens.size() == 1 || article_.has(capture.tokens.begin, Known::lineage)) &&
            article_.is(capture.tokens.begin, language::Part::proper) &&
            !article_.has(capture.tokens.begin, Known::organisation))
            subject.gender = language::Gender::any;
        // A verb that stands before its subject is singular whatever the subject's number.
        if (capture.tokens.begin >= cue_->tokens.end) {
            const bool several =
                form.agreement.number == language::Number::plural || form.agreement.number == language::Number::dual;
            if (several && article_.pack->heads_first && form.form == language::Form::finite) return false;
            subject.number = language::Number::any;
        }
        return language::agree(form.agreement, subject);
    }
    return true;
}

/// "In an interview with the American network, the general said": what a comma parts from a verb that has a subject
/// behind it is none, unless the comma closes an aside.
bool Matcher::stands_apart(TokenRange subject) const {
    const std::uint32_t comma = subject.end;
    if (comma >= cue_->tokens.begin || article_.tokens[comma].kind != CharClass::comma ||
        article_.has(comma + 1, Known::relative) || !extents_.subject_follows(cue_->tokens.end, limits_.end))
        return false;
    if (subject.begin > 0 && article_.has(subject.begin - 1, Known::complementiser)) return false;
    for (std::uint32_t i = subject.begin; i < subject.end; ++i) {
        const CharClass kind = article_.tokens[i].kind;
        if (kind == CharClass::comma || kind == CharClass::dash || article_.has(i, Known::relative)) return false;
    }
    return true;
}

/// Things and events say nothing; figures and pictures show.
bool Matcher::source_speaks(const language::Rule& rule) const {
    const std::uint64_t flags = article_.pack->lemmas[form_->lemma].flag_bits;
    if ((flags & article_.pack->stipulates) != 0) return true;
    const bool shows = form_->form == language::Form::particle ||
                       (article_.pack->lemmas[form_->lemma].flag_bits & article_.pack->shows) != 0;
    const bool things = (rule.of & silent_nouns()).any();
    return std::all_of(captures_.begin(), captures_.end(), [&](const Capture& capture) {
        return capture.role != Role::source || extents_.can_speak(capture.tokens, shows, things);
    });
}

/// "More recently, Smith said": what stands before the speaker is no content unless it has a verb or words quoted.
bool Matcher::content_says() const {
    using language::Part;
    using language::PartSet;
    static constexpr PartSet verbs =
        PartSet(Part::verb) | Part::base | Part::participle | Part::auxiliary | Part::modal;
    const Capture* only = nullptr;
    for (const Capture& capture : captures_) {
        if (capture.role != Role::content) continue;
        if (only != nullptr) return true;  // the clause goes on behind the speaker
        only = &capture;
    }
    if (only == nullptr || only->element != Element::sentence || only->tokens.begin >= cue_->tokens.begin) return true;
    for (std::uint32_t i = only->tokens.begin; i < only->tokens.end; ++i) {
        if (article_.opens(i) != none || (letter(i) && article_.is(i, verbs))) return true;
    }
    return false;
}

bool Matcher::source_holds(const language::ClassSet& classes) const {
    return std::any_of(captures_.begin(), captures_.end(), [&](const Capture& capture) {
        return capture.role == Role::source && holds(article_, capture.tokens, classes);
    });
}

/// Person and number of a noun phrase whose head stands last: "the president's critics".
language::Agreement Matcher::number_of(TokenRange phrase) const {
    static constexpr Known classes[] = {Known::pronoun,           Known::role_noun,   Known::source_noun,
                                        Known::organisation_noun, Known::outlet_noun, Known::document_noun,
                                        Known::collective_noun};
    std::uint32_t head = phrase.begin;
    bool joined = false;
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        if (article_.tokens[i].kind == CharClass::comma || article_.has(i, Known::relative)) break;
        if (i > phrase.begin && article_.has(i, Known::preposition)) {
            if (article_.has(i - 1, Known::quantifier)) continue;  // "a majority of voters say"
            break;
        }
        if (article_.has(i, Known::conjunction)) joined = true;
        if (article_.tokens[i].kind == CharClass::letter) head = i;
    }
    bool counted = false;
    for (std::uint32_t i = phrase.begin; i < head; ++i) counted = counted || article_.has(i, Known::preposition);
    if (joined) return {.number = language::Number::plural};
    if (article_.has(head, Known::share)) return {};  // "a mere 9 percent say"
    if (const auto determiner =
            language::parse_agreement(article_.value({phrase.begin, phrase.begin + 1}, Known::article));
        !counted && determiner && determiner->number != language::Number::any) {
        return *determiner;
    }
    for (const Known known : classes) {
        for (std::uint32_t begin = head + 1; begin-- > phrase.begin && begin + 3 > head;) {
            if (article_.match(begin, known, head + 1) != head + 1 - begin) continue;
            if (const auto agreement = language::parse_agreement(article_.value({begin, head + 1}, known)))
                return *agreement;
        }
    }
    const std::string_view ending = article_.pack->plural_ending;
    const std::string_view word = article_.normal_of(head);
    if (!ending.empty() && word.ends_with(ending) && word.size() > ending.size() + 2) {
        return {.number = language::Number::plural};
    }
    if (!joined && article_.is(head, language::Part::proper) && !word.ends_with(ending))
        return {.number = language::Number::singular};
    return {};
}

/// "The government say", "the RCMP say": a body may be many. Not where it is made to say something ("let the council
/// say"), nor where the verb can be a noun ("the state claims").
bool Matcher::may_be_many(TokenRange phrase) const {
    static constexpr language::PartSet verbs = language::PartSet(language::Part::verb) | language::Part::base |
                                               language::Part::auxiliary | language::Part::modal |
                                               language::Part::gerund;
    static const language::ClassSet bodies =
        language::set_of({Known::organisation_noun, Known::organisation, Known::place, Known::state});
    const std::uint32_t head = phrase.end - 1;
    if (phrase.end != cue_->tokens.begin || article_.can_be(phrase.end, language::Part::noun) ||
        (phrase.begin > limits_.begin && article_.is(phrase.begin - 1, verbs)))
        return false;
    return article_.has(head, bodies) || (article_.in_capitals(head) && !article_.in_headline(head));
}

bool Matcher::number_fits(const CueForm& form) const {
    using language::Number;
    if (form.form != language::Form::finite || form.past || form.agreement.number == Number::any) return true;
    std::uint32_t before = cue_->tokens.begin;
    const auto has = [this](std::uint32_t token, Known known) { return article_.has(token, known); };
    while (before > limits_.begin && !has(before - 1, Known::auxiliary) &&
           (has(before - 1, Known::adverb) || has(before - 1, Known::negation)))
        --before;
    if (before > limits_.begin && has(before - 1, Known::auxiliary)) return true;  // "does not think"
    for (const Capture& capture : captures_) {
        if (capture.role != Role::source || capture.tokens.begin >= cue_->tokens.begin) continue;
        language::Agreement subject = number_of(capture.tokens);
        if (subject.person == language::Person::first || subject.person == language::Person::second)
            subject.number = Number::plural;
        if (form.agreement.number == Number::plural)
            return subject.number != Number::singular || may_be_many(capture.tokens);
        return subject.number != Number::plural || article_.tokens[capture.tokens.begin].upper;
    }
    return true;
}

}  // namespace rawi::attribution
