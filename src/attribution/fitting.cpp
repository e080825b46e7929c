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
            (capture.tokens.begin >= cue_->tokens.end || !article_.has(capture.tokens.begin, Known::pronoun)))
            return false;
        if (capture.tokens.begin >= cue_->tokens.end && extents_.oblique(capture.tokens)) return false;
        // كما أنها طالبت المملكة: the complementiser's pronoun is the subject, and the noun behind the verb is none.
        if (capture.tokens.begin >= cue_->tokens.end && behind_pronoun()) return false;
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

/// Whether the cue stands right behind its own subject, a pronoun that a complementiser may bear: هي تحذر, أنه قد أبلغ.
bool Matcher::behind_pronoun() const {
    std::uint32_t i = cue_->tokens.begin;
    while (i > limits_.begin && (article_.has(i - 1, Known::auxiliary) || article_.has(i - 1, Known::negation))) --i;
    if (i == limits_.begin || !letter(i - 1)) return false;
    const auto pronoun =
        article_.has(i - 1, Known::complementiser)
            ? article_.tokens[i - 1].enclitic
            : language::parse_agreement(article_.value({i - 1, i}, Known::pronoun)).value_or(language::Agreement{});
    return article_.pack->heads_first && pronoun.person == language::Person::third;
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

/// بحسب الوكالة | التي أشارت إلى أن: the relative clause in which the one who is credited says something more.
void Matcher::leave_out_what_they_say() {
    for (Capture& capture : captures_) {
        if (capture.role != Role::source) continue;
        for (std::uint32_t i = capture.tokens.begin + 1; i + 1 < capture.tokens.end; ++i) {
            if (!article_.has(i, Known::relative) || cue_at_[i + 1] == none || !extents_.says_that(i + 1, limits_.end))
                continue;
            capture.tokens.end = article_.tokens[i - 1].kind == CharClass::comma ? i - 1 : i;
            break;
        }
    }
}

/// قال بدر | العساكر إن, قال رئيس اللجنة | المنظمة للمهرجان سالم الحداد: between a subject and what it says can only
/// stand more of its name, where the verb has no object and no word tells when, where or how.
void Matcher::complete_source() {
    if (article_.pack->heads_first && form_->form == language::Form::particle) leave_out_what_they_say();
    const bool object =
        article_.pack->lemmas[form_->lemma].takes_any(static_cast<std::uint16_t>(language::Takes::object));
    if (!article_.pack->heads_first || form_->form != language::Form::finite || (object && !form_->has_object)) return;
    Capture* source = nullptr;
    const Capture* content = nullptr;
    for (Capture& capture : captures_) {
        if (capture.role == Role::content) {
            if (content != nullptr) return;
            content = &capture;
        } else if (capture.role == Role::source) {
            source = &capture;
        } else if (capture.tokens.begin >= cue_->tokens.end) {
            return;
        }
    }
    if (source == nullptr || content == nullptr || source->tokens.begin < cue_->tokens.end ||
        content->tokens.begin <= source->tokens.end)
        return;
    std::uint32_t end = content->tokens.begin;
    if (content->element == Element::phrase) {
        // أكد السفير | المعلمي حرص المملكة: the surname before what is stressed.
        const TokenRange rest{source->tokens.end, end};
        if (surname(source->tokens, rest)) source->tokens.end = rest.end;
        return;
    }
    if (!article_.has(end, Known::complementiser)) --end;
    if (!article_.has(end, Known::complementiser) && article_.tokens[end].kind != CharClass::colon) return;
    if (article_.tokens[end - 1].proclitic || own_preposition(end - 1)) --end;
    const TokenRange rest{source->tokens.end, end};
    if (rest.end > rest.begin && rest_of_name(rest)) source->tokens.end = rest.end;
}

/// Whether nothing but a surname, or what stands for one, parts somebody from what is said.
bool Matcher::surname(TokenRange somebody, TokenRange rest) const {
    static const language::ClassSet people =
        language::set_of({Known::name, Known::title, Known::role_noun, Known::human_noun});
    constexpr std::uint32_t longest = 2;  // tokens
    if (rest.size() > longest || !holds(article_, {somebody.end - 1, somebody.end}, people)) return false;
    for (std::uint32_t i = rest.begin; i < rest.end; ++i) {
        if (!article_.tokens[i].definite) return false;
    }
    return rest_of_name(rest);
}

/// Whether the word can be more of the phrase that ends before it: no everyday noun without the article, the object of
/// the verb (رفض الكرملين | إشارات بأنه), unless a title or a noun that waits for it stands there (الدكتور سفر بن
/// عبدالله).
bool Matcher::goes_on(std::uint32_t word, bool last) const {
    using language::Part;
    static const language::ClassSet people =
        language::set_of({Known::name, Known::role_noun, Known::title, Known::human_noun});
    const detection::Token& before = article_.tokens[word - 1];
    if (last && !article_.tokens[word].definite && article_.has(word, Known::document_noun)) return false;
    // مدير المستشفى | إقدام مجيد الكرخي: a given name that is a common noun.
    if (before.definite && !last && !article_.tokens[word].definite && article_.is(word + 1, Part::proper) &&
        article_.has(word + 1, Known::name))
        return true;
    if (article_.tokens[word].definite || article_.tokens[word].word == language::unknown_word ||
        !article_.is(word, Part::noun) || article_.has(word, people) || article_.has(word - 1, Known::title) ||
        article_.has(word - 1, Known::lineage))
        return true;
    return !before.definite && (last || article_.is(word - 1, Part::noun));
}

/// Whether nothing but nouns, their adjectives and what they belong to stands in `rest`, and nobody who is spoken to.
bool Matcher::rest_of_name(TokenRange rest) const {
    constexpr std::uint32_t longest = 12;  // tokens
    using language::Part;
    static const language::ClassSet no_name = language::set_of(
        {Known::time,           Known::weekday,  Known::month,   Known::day_offset, Known::time_noun,
         Known::adverb,         Known::adjunct,  Known::pronoun, Known::relative,   Known::resumptive,
         Known::subordinator,   Known::negation, Known::deity,   Known::same,       Known::clause_conjunction,
         Known::speaker_switch, Known::medium,   Known::outlet,  Known::channel,    Known::blessing});
    static const language::ClassSet hearers =
        language::set_of({Known::human_noun, Known::role_noun, Known::title, Known::name, Known::group_noun,
                          Known::outlet_noun, Known::collective_noun, Known::source_noun});
    static constexpr language::PartSet nominal = language::PartSet(Part::noun) | Part::adjective | Part::proper;
    if (rest.size() > longest) return false;
    for (std::uint32_t i = rest.begin; i < rest.end; ++i) {
        const detection::Token& token = article_.tokens[i];
        if (token.mark == '#' || article_.joins_words(i)) continue;
        if (!letter(i) || article_.match(i, no_name, rest.end) != 0) return false;
        const bool last = i + 1 == rest.end;
        if (article_.has(i, Known::preposition)) {
            // للمهرجان, بالبلدية: what the office is for; but قال للوزير and قال بثقة.
            if (last || !token.proclitic || article_.has(i + 1, hearers) || !article_.is(i + 1, nominal)) return false;
            const bool body = article_.has(i + 1, detection::body_nouns()) || article_.has(i + 1, Known::place);
            if (!article_.tokens[i + 1].definite && !body && (i + 2 >= rest.end || !article_.tokens[i + 2].definite))
                return false;
            continue;
        }
        if (article_.has(i, Known::conjunction)) {
            const bool place = !last && article_.has(i + 1, Known::place);
            if (last || (!place && (i == rest.begin || !article_.is(i + 1, nominal)))) return false;
            continue;
        }
        if (i == rest.begin && !goes_on(i, last)) return false;
        if ((!article_.is(i, nominal) && !article_.has(i, Known::place)) || token.enclitic != language::Agreement{} ||
            cue_at_[i] != none || extents_.noun_of_saying(i) || detection::accusative(article_, i) ||
            detection::oblique_people(article_, i))
            return false;
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
