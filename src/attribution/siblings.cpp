// Where a clause ends because another cue begins one beside it.
#include "attribution/extents.hpp"

#include <algorithm>

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Form;
using text::CharClass;

/// Whether "to" and a verb stand shortly before `token`.
bool Extents::holds_infinitive(std::uint32_t begin, std::uint32_t token) const {
    constexpr std::uint32_t reach = 8;
    for (std::uint32_t i = token; i-- > begin && i + reach > token;) {
        if (article_.is(i, language::PartSet(language::Part::to) | language::Part::modal)) return true;
    }
    return false;
}

/// Whether a noun phrase that can name a speaker stands at `token`, where subjects follow their verbs.
bool Extents::subject_follows(std::uint32_t token, std::uint32_t limit) const {
    if (token + 1 < limit && article_.tokens[token].mark == '#') ++token;
    if (!article_.pack->heads_first || token >= limit || !wordlike(token)) return false;
    if (!article_.is(token, language::PartSet(language::Part::noun) | language::Part::proper)) return false;
    if (detection::oblique_people(article_, token)) return false;  // ونقل المسنين إلى المركز
    const std::uint32_t end = head_first_end(token, limit, true);
    return end != none && can_speak({token, end});
}

/// What stands before a cue that may open a clause beside the content it stands in.
Extents::Joint Extents::joint_before(std::uint32_t token, std::uint32_t begin, std::uint32_t limit) const {
    std::uint32_t before = token - 1;
    // "And has repeatedly said", but not "or flatly contradicted".
    if (article_.pack->subject_first && before > begin + 1 && has(before, Known::adverb) &&
        has(before - 1, Known::auxiliary) && !article_.is(before - 1, language::Part::modal))
        --before;
    // ", and then pointed out".
    if (article_.pack->subject_first && before > begin + 2 && has(before, Known::adverb) &&
        has(before - 1, Known::conjunction) && is(before - 2, CharClass::comma))
        --before;
    while (before > begin && has(before, Known::auxiliary)) --before;
    // "If the team decides": such a clause belongs to the content.
    if (article_.pack->heads_first && has(before, Known::dependent)) return {.before = before, .dependent = true};
    const bool conjoined =
        has(before, Known::conjunction) || has(before, Known::subordinator) || says_also(token, limit);
    if (conjoined && before > begin) --before;
    const bool comma = is(before, CharClass::comma) || is(before, CharClass::dash) || article_.closes(before) != none;
    return {.before = before, .conjoined = conjoined, .comma = comma};
}

bool Extents::sibling(std::uint32_t token, std::uint32_t begin, std::uint32_t limit, const CueForm& form) const {
    const CueToken& other = cues_[cue_at_[token]];
    if (!other.live || token <= begin) return false;
    const Joint joint = joint_before(token, begin, limit);
    if (joint.dependent) return false;
    for (const CueForm& reading : other.readings()) {
        switch (reading.form) {
            case Form::participle:
            case Form::gerund:
                if (participle_beside(token, reading, joint, {begin, limit}, form)) return true;
                break;
            case Form::finite:
                if (verb_beside(token, reading, joint, {begin, limit}, form)) return true;
                break;
            case Form::particle:
                if (const auto beside = particle_beside(token, reading, joint, {begin, limit})) return *beside;
                break;
            default: break;
        }
    }
    return false;
}

/// Whether what one verb tells of can be whoever speaks by another: where verbs stand before their subjects they are
/// singular whatever the subject.
bool Extents::same_speaker(const CueForm& other, const CueForm& form) const {
    language::Agreement speaker = form.agreement;
    if (article_.pack->heads_first) speaker.number = language::Number::any;
    return agree(other.agreement, speaker);
}

bool Extents::participle_beside(std::uint32_t token, const CueForm& reading, const Joint& joint, TokenRange content,
                                const CueForm& form) const {
    // أكثر مما كان متوقعا, أن القرية مهددة بالغرق: a predicate.
    if (article_.pack->heads_first && (has(token - 1, Known::auxiliary) || predicate(content.begin, token)))
        return false;
    return (joint.comma || joint.conjoined || (article_.pack->free_participles && opens_content(token, content.end))) &&
           same_speaker(reading, form);
}

bool Extents::verb_beside(std::uint32_t token, const CueForm& reading, const Joint& joint, TokenRange content,
                          const CueForm& form) const {
    if (reading.future) return false;  // وسيعلن: one more thing that is said to come
    // قال إن المصاب واحد، وأسأل الله: the speaker in his own words.
    if (article_.pack->heads_first && !reading.past && reading.agreement.person == language::Person::first &&
        form.agreement.person != language::Person::first)
        return false;
    const auto [begin, limit] = content;
    const std::uint32_t behind = cues_[cue_at_[token]].tokens.end;
    const std::uint64_t flags = article_.pack->lemmas[reading.lemma].flag_bits;
    // ، ليرد عليه سالم: what comes of it in turn.
    if (article_.pack->heads_first && article_.is(token - 1, language::Part::particle) && token > begin + 1 &&
        is(token - 2, CharClass::comma) && (flags & article_.pack->answers) != 0 &&
        subject_follows(behind < limit && has(behind, Known::resumptive) ? behind + 1 : behind, limit))
        return true;
    // What was asked ends where somebody answers.
    if ((flags & article_.pack->answers) != 0 &&
        (article_.pack->lemmas[form.lemma].flag_bits & article_.pack->asks) != 0)
        return true;
    // "A plan to stand up and defend": one more infinitive.
    if (article_.pack->subject_first && joint.conjoined && article_.is(token, language::Part::base) &&
        holds_infinitive(begin, token))
        return false;
    if ((flags & article_.pack->noisy) != 0 && !opens_content(token, limit)) return false;  // in its everyday sense
    // A credit has no verb with which another could go on.
    const bool verbal = form.form != Form::particle || article_.pack->subject_first || opens_content(token, limit);
    // وقد نقلت إلى المستشفى, وتداولها الناس: carried, and nobody's words.
    const bool carried = (flags & (article_.pack->transmits | article_.pack->carrier)) != 0 &&
                         article_.pack->heads_first && !opens_content(token, limit);
    const bool goes_on = verbal && !carried && same_speaker(reading, form);
    // One that has a subject of its own speaks for that, whoever spoke before.
    if (joint.conjoined && (goes_on || subject_follows(behind, limit))) return true;
    return joint.comma && article_.is(token, language::Part::verb) && subject_follows(behind, limit) &&
           (joint.conjoined || !closes_aside(begin, joint.before));
}

/// Empty where the particle does not tell.
std::optional<bool> Extents::particle_beside(std::uint32_t token, const CueForm& reading, const Joint& joint,
                                             TokenRange content) const {
    if ((article_.pack->lemmas[reading.lemma].flag_bits & article_.pack->credit) != 0)
        return credits_somebody(token, content.end);
    if (!joint.comma || article_.pack->subject_first) return std::nullopt;
    // ، عبر تخصيص ممرات: by what means something was done, unless it is where it was said (عبر صفحته).
    if (!joint.conjoined && (article_.pack->lemmas[reading.lemma].flag_bits & article_.pack->carrier) != 0 &&
        article_.is(token, language::Part::preposition))
        return carried_by(token, content.end);
    if (closes_aside(content.begin, joint.before)) return std::nullopt;
    return !has(token, Known::clause_turn) || stops_clause(token, content.end);
}

/// Before the conjunction or comma, the auxiliaries and adverbs that belong to a verb; the verb where there is none.
std::uint32_t Extents::before_conjunction(std::uint32_t verb, std::uint32_t begin) const {
    std::uint32_t i = verb;
    if (i > begin + 1 && article_.tokens[i - 1].proclitic && article_.is(i - 1, language::Part::particle)) --i;  // ليرد
    const auto turns = [this](std::uint32_t t) { return article_.pack->heads_first && has(t, Known::clause_turn); };
    while (i > begin + 1 && !turns(i - 1) && (has(i - 1, Known::auxiliary) || has(i - 1, Known::adverb))) --i;
    const bool joined = i > begin && (has(i - 1, Known::conjunction) || has(i - 1, Known::subordinator) ||
                                      is(i - 1, CharClass::comma) || turns(i - 1));
    return joined ? i - 1 : verb;
}

}  // namespace rawi::attribution
