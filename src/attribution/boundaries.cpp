// Where one phrase ends because another begins: nouns beside each other, gaps, asides, names of outlets.
#include <algorithm>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

using detection::Known;
using language::CueForm;
using language::Form;
using text::CharClass;

/// Whether another noun phrase begins at `i` rather than one more word of the one before: an indefinite noun behind a
/// noun that is definite or a name ("the army | launch of ...", not "committee of launching").
bool Phrases::begins_phrase(std::uint32_t i) const {
    return i > 0 && begins_phrase(i, i - 1);
}

/// The same behind the word `before`, which a mark may part from it.
bool Phrases::begins_phrase(std::uint32_t i, std::uint32_t before) const {
    const bool event = has(i, Known::event_noun);
    if (article_.pack->subject_first) return false;
    if ((!event && !has(i, Known::common_noun)) || article_.tokens[i].definite) return false;
    if (article_.tokens[i].enclitic != language::Agreement{} && !event) return false;
    // حسن نصر الله
    if (has(i, Known::name) && i + 1 < article_.tokens.size() &&
        (has(i + 1, Known::deity) || has(i + 1, Known::name_tail)))
        return false;
    // النائب توفيق الجملي: a name that is an event as well, behind what people are called.
    if (has(i, Known::name) && article_.tokens[before].definite && i + 1 < article_.tokens.size() &&
        (has(before, Known::title) || has(before, Known::human_noun) || has(before, Known::role_noun)) &&
        (article_.tokens[i + 1].definite || article_.is(i + 1, language::Part::proper)))
        return false;
    if (article_.tokens[before].definite) return true;
    // أحدث دراسة علمية: an adjective before its noun.
    if (article_.is(before, language::Part::adjective) &&
        (before == 0 || !wordlike(before - 1) ||
         !article_.is(before - 1,
                      language::PartSet(language::Part::noun) | language::Part::adjective | language::Part::proper)))
        return false;
    if (detection::sound_plural(article_, before)) return true;
    // المشرف على برنامج إعداد القادة: more of what an office is concerned with.
    if (before > 1 && article_.is(before, language::Part::noun) && has(before - 1, Known::preposition) &&
        requires_preposition(before - 2, before - 1))
        return false;
    // سعد هايل السرور: a common word between names.
    const bool inside = i + 1 < article_.tokens.size() && article_.is(before, language::Part::proper) &&
                        article_.is(i + 1, language::Part::proper) && article_.tokens[i + 1].definite &&
                        !article_.tokens[i].proclitic && !has(i + 1, Known::place);
    if (!event) return (has(before, Known::name) && !inside) || has(before, Known::outlet);
    for (const Known known : {Known::preposition, Known::conjunction, Known::article, Known::organisation_noun,
                              Known::role_noun, Known::document_noun, Known::event_noun, Known::common_noun}) {
        if (has(before, known)) return false;
    }
    return true;
}

/// أعلنت حركة فتح | الانسحاب, أعلن حزب الله اللبناني | المشاركة: a definite event behind a subject that is complete.
bool Phrases::opens_event(std::uint32_t token) const {
    using language::Part;
    static const language::ClassSet bodies =
        language::set_of({Known::group_noun, Known::organisation_noun, Known::document_noun, Known::evidence,
                          Known::source_noun, Known::human_noun, Known::role_noun, Known::organisation, Known::name});
    if (!has(token, Known::event_noun) || article_.has(token, bodies) || !wordlike(token - 1)) return false;
    const std::uint32_t last = token - 1;
    if (article_.tokens[last].proclitic) return false;
    return has(last, Known::name) || has(last, Known::organisation) ||
           (article_.tokens[last].definite && article_.is(last, Part::adjective)) || article_.is(last, Part::proper);
}

/// Whether the object begins behind a subject that is complete: a country (اتهم الوزير | إيران), a body (دعا ناشطون |
/// السلطات).
bool Phrases::opens_object(std::uint32_t token, std::uint32_t limit) const {
    using language::Part;
    const bool bracket = is(token - 1, CharClass::close_bracket);  // ميتا (Meta) | الموظفين
    if (!wordlike(token - 1) && article_.closes(token - 1) == none && !bracket) return false;
    const bool complete = bracket || article_.tokens[token - 1].definite || article_.closes(token - 1) != none ||
                          detection::sound_plural(article_, token - 1) || has(token - 1, Known::organisation) ||
                          article_.tokens[token - 1].word == language::unknown_word ||
                          article_.is(token - 1, language::PartSet(Part::proper) | Part::adjective);
    if (!complete || article_.is(token - 1, Part::preposition)) return false;
    // شركة أرامكو السعودية
    if (token > 1 && article_.tokens[token].definite && article_.can_be(token, Part::adjective) &&
        !article_.tokens[token - 1].definite && article_.has(token - 2, detection::body_nouns()))
        return false;
    if (has(token, Known::state) && article_.is(token, Part::proper))
        return !article_.tokens[token].definite || !article_.tokens[token - 1].definite;
    // دعا أردوغان | الولايات المتحدة
    if (article_.is(token - 1, Part::proper) && !has(token - 1, Known::place) &&
        article_.match(token, Known::state, limit) > 1)
        return true;
    // أبلغت طوكيو | منظمة التجارة
    if (has(token - 1, Known::state) && article_.is(token - 1, Part::proper) && has(token, Known::organisation_noun) &&
        !has(token, Known::human_noun))
        return true;
    // اتهم المتحدث باسم الجيش الحكومي | المتمردين
    if (article_.tokens[token].definite && oblique({token, token + 1}) &&
        (bracket || article_.is(token - 1, Part::proper) || (token > 1 && has(token - 2, Known::lineage)) ||
         (article_.tokens[token - 1].definite && article_.is(token - 1, Part::adjective))))
        return true;
    return article_.tokens[token].definite && article_.is(token, Part::noun) &&
           (has(token, Known::group_noun) || has(token, Known::organisation_noun)) && !has(token, Known::human_noun) &&
           !has(token, Known::role_noun);
}

/// Behind an aside between dashes that begins at `dash`: قال فلان -في مقابلة أمس- إن. Behind the dash alone where none
/// closes it.
std::uint32_t Phrases::aside_end(std::uint32_t dash, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 16;
    if (!article_.tokens[dash].space_before) return dash + 1;
    for (std::uint32_t i = dash + 1; i < limit && i < dash + longest; ++i) {
        if (is(i, CharClass::terminator) || is(i, CharClass::colon) || is(i, CharClass::newline)) break;
        if (is(i, CharClass::dash) && !article_.tokens[i].space_before) return i + 1;
    }
    return dash + 1;
}

std::uint32_t Phrases::credit_end(std::uint32_t at, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 16;  // tokens
    const bool aside = is(at, CharClass::comma);
    const std::uint32_t first = aside ? at + 1 : at;
    if (first >= limit || cue_at_[first] == none) return none;
    const auto credits = [](const CueForm& reading) { return reading.form == Form::particle; };
    if (std::ranges::none_of(cues_[cue_at_[first]].readings(), credits)) return none;
    // نقلا عن: whom the speaker has it from.
    if (has_flag(first, article_.pack->quoting, Form::particle)) return none;
    const std::uint32_t verb = cues_[cue_at_[first]].tokens.end;
    if (!aside && (verb >= limit || !article_.is(verb, language::Part::verb) ||
                   !has_flag(first, article_.pack->credit, Form::particle)))
        return none;
    for (std::uint32_t i = first + 1; i + 2 < limit && i < first + longest; ++i) {
        if (is(i, CharClass::terminator) || is(i, CharClass::newline) || is(i, CharClass::colon)) return none;
        if (const std::uint32_t q = aside ? none : article_.opens(i); q != none) {
            if (!article_.quotations[q].closed || article_.quotations[q].inner().size() > longest_quoted_name)
                return none;
            i = article_.quotations[q].close;
            continue;
        }
        if (!aside && has(i, Known::complementiser)) return has(i - 1, Known::preposition) ? i - 1 : i;
        if (!is(i, CharClass::comma)) continue;
        const std::uint32_t said = has(i + 1, Known::preposition) ? i + 2 : i + 1;
        return aside && has(said, Known::complementiser) ? i : none;
    }
    return none;
}

std::uint32_t Phrases::skip(std::uint32_t at, std::uint32_t limit) const {
    if (at >= limit || has(at, Known::complementiser) || is(at, CharClass::colon) || is(at, CharClass::newline))
        return none;
    if (is(at, CharClass::terminator) && article_.tokens[at].space_before) return none;
    // Nor is one that a preposition governs: without that, before that (من دون أن).
    if (at + 1 < limit && has(at + 1, Known::complementiser) && has(at, Known::preposition) &&
        !has(at, Known::resumptive) && article_.tokens[at].enclitic == language::Agreement{})
        return none;
    // The "that" of a conjunction (إلا أن, provided that) is not the cue's, nor is that of another verb (يجب أن).
    for (const Known known : {Known::anonymous, Known::subordinator, Known::holds_that}) {
        if (const std::uint32_t n = article_.match(at, known, limit); n > 1) return at + n;
    }
    if (const std::uint32_t q = article_.opens(at); q != none) {
        const detection::Quotation& quotation = article_.quotations[q];
        if (!quotation.closed || quotation.close >= limit || quotation.inner().size() > longest_quoted_name)
            return none;
        return quotation.close + 1;
    }
    if (is(at, CharClass::open_bracket)) {
        const std::uint32_t close = bracket_end(at, limit);
        return close == none ? at + 1 : close;
    }
    if (is(at, CharClass::dash)) return aside_end(at, limit);
    if (const std::uint32_t end = credit_end(at, limit); end != none) return end;
    // A cue that takes what follows keeps it from the one before.
    if (finite_cue(at) && (at == 0 || !has(at - 1, Known::relative) || has(at - 1, Known::subordinator))) {
        for (const CueForm& reading : cues_[cue_at_[at]].readings()) {
            // Of the verbs that carry words no participle does so: مبينا أن.
            const bool carrier = (article_.pack->lemmas[reading.lemma].flag_bits & article_.pack->carrier) != 0 &&
                                 (reading.form != Form::participle || !article_.pack->free_participles);
            // متهما الحكومة بالإهمال: what it takes is no clause.
            const bool other =
                reading.form == Form::participle && article_.pack->free_participles &&
                article_.pack->lemmas[reading.lemma].takes_any(static_cast<std::uint16_t>(language::Takes::object));
            if (!carrier && !other && !reading.has_object && reading.form != Form::particle) return none;
        }
    }
    return at + 1;
}

/// The head of a noun phrase, by which it is judged whether it can speak: the first noun, or where heads stand last the
/// one before what a preposition or comma adds. What is sure to speak without one: a name in quotation marks, a number
/// of people, "someone familiar with the matter".
Phrases::Head Phrases::head_of(TokenRange phrase) const {
    using language::Part;
    static constexpr language::PartSet nominal = language::PartSet(Part::noun) | Part::proper;
    const bool first = article_.pack->heads_first;
    Head head;
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
        const bool found = head.token != none;
        if (article_.opens(i) != none) return {.speaks = true};
        if (!wordlike(i)) {
            if (found) break;
            continue;
        }
        if (found && (has(i, Known::preposition) || has(i, Known::relative))) break;
        // "A man | arrested last week"
        if (found && !first && head.token + 1 == i && article_.is(i, Part::participle) && i + 1 < phrase.end) break;
        if (!found && !first && article_.is(i, Part::pronoun) && has(i, Known::indefinite_pronoun))
            return {.speaks = true};
        if (!found && has(i, Known::same)) continue;  // نفس الصحيفة
        // لأن عددا من الخبراء
        const bool accusative =
            first && i > 0 && (has(i - 1, Known::complementiser) || has(i - 1, Known::accusative_subject));
        if (const std::uint32_t many = found || !accusative ? 0 : article_.match(i, Known::quantifier, phrase.end);
            many > 1 && has(i + many - 1, Known::preposition)) {
            i += many - 1;
            continue;
        }
        if (!found && has(i, Known::quantifier)) {
            if (has(i, Known::group_noun)) return {.speaks = true};  // a group of people, or a firm called so
            continue;
        }
        // "An executive familiar with the talks": an adjective elsewhere.
        const bool person = !first && article_.is(i, Part::adjective) && has(i, Known::human_noun) &&
                            i + 1 < phrase.end && !article_.is(i + 1, nominal);
        if (!person && !article_.is(i, nominal)) {
            if (found && first) break;
            continue;
        }
        head.token = i;
        if (first) break;
    }
    return head;
}

const language::ClassSet& silent_nouns() {
    static const language::ClassSet silent =
        language::set_of({Known::thing_noun, Known::time_noun, Known::place_noun, Known::event_noun});
    return silent;
}

bool Phrases::can_speak(TokenRange phrase, bool shows, bool things) const {
    const auto [head, certain] = head_of(phrase);
    if (certain || head == none) return true;
    if (article_.pack->heads_first) {
        // اختتم حديثه بقوله: what somebody says, and not who.
        if (phrase.size() == 1 && !article_.tokens[head].definite && detection::talk(article_, head)) return false;
        // سائلا المولى أن: whom one prays to says nothing.
        if (has(head, Known::deity) && head > 0 && cue_at_[head - 1] != none &&
            !article_.is(head - 1, language::Part::verb))
            return false;
        // نشرت صورا قالت إنها: a paper in the accusative is no subject.
        if (!shows && phrase.size() == 1 && has(head, Known::document_noun) && detection::accusative(article_, head))
            return false;
        // حيث كتب مهاجما الهيئة: nor is what tells how somebody says it.
        const bool how = detection::written_accusative(article_, article_.tokens[head]) ||
                         (article_.is(head, language::Part::adjective) && detection::accusative(article_, head));
        if (phrase.begin > 0 && how && !detection::counted(article_, head) && !has(head, Known::document_noun) &&
            !has(phrase.begin - 1, Known::complementiser) && !has(phrase.begin - 1, Known::accusative_subject))
            return false;
        // ويؤكد قوله «...»: his words, which nobody else says.
        if (article_.tokens[head].enclitic != language::Agreement{} && noun_of_saying(head)) return false;
    }
    if (article_.is(head, language::Part::proper) || in_name(head)) return true;
    // لائحة الاتهام: no statute, but what is laid before a court.
    if (has(head, Known::law) && article_.match(head, Known::document_noun, phrase.end) < 2) return things;
    static const language::ClassSet speaking = language::set_of(
        {Known::human_noun, Known::group_noun, Known::role_noun, Known::source_noun, Known::organisation_noun,
         Known::outlet_noun, Known::collective_noun, Known::document_noun, Known::outlet, Known::organisation,
         Known::name, Known::title, Known::anaphor, Known::pronoun});
    if (article_.match(head, speaking, phrase.end) != 0) return true;
    if (shows && has(head, Known::evidence)) return true;
    const language::Lexicon& lexicon = article_.pack->lexicon;
    const language::ClassSet& classes = lexicon.classes(article_.tokens[head].word);
    return things || (classes & silent_nouns()).none();
}

bool Phrases::oblique(TokenRange phrase) const {
    std::uint32_t head = phrase.begin;
    while (head + 1 < phrase.end && !wordlike(head)) ++head;
    return detection::oblique_people(article_, head);
}

std::uint32_t Phrases::outlet_end(std::uint32_t begin, std::uint32_t limit) const {
    std::uint32_t i = begin;
    if (i < limit && has(i, Known::article)) ++i;
    if (i >= limit) return none;
    if (const std::uint32_t q = article_.opens(i); q != none) {
        const detection::Quotation& quotation = article_.quotations[q];
        if (!quotation.closed || quotation.close >= limit || quotation.inner().size() > longest_quoted_name)
            return none;
        return quotation.close + 1;
    }
    if (is(i, CharClass::open_bracket)) return bracket_end(i, limit);
    if (article_.match(i, Known::outlet_noun, limit) != 0 || article_.match(i, Known::collective_noun, limit) != 0) {
        const std::uint32_t end = phrase_end(begin, limit, true);
        // "Told local newspaper The Daily Sentinel"
        const bool names = article_.pack->names_capitalised && end != none && end + 1 < limit &&
                           has(end, Known::article) && article_.tokens[end].upper && article_.tokens[end + 1].upper &&
                           !has(end - 1, Known::collective_noun);
        return names ? name_end(end, limit) : end;
    }
    if (article_.pack->names_capitalised) {
        std::uint32_t end = capitalised_outlet_end(i, limit);
        if (end == none) end = described_outlet_end(i, limit);
        // "Told The Observer": listed with its article.
        const std::uint32_t listed = end == none && i > begin ? article_.match(begin, Known::outlet, limit) : 0;
        const std::uint32_t behind = begin + listed;
        if (listed < 2 || !article_.tokens[i].upper || (behind < limit && article_.tokens[behind].upper)) return end;
        return behind < limit ? behind + article_.match(behind, Known::outlet_noun, limit) : behind;
    }
    const std::uint32_t name = article_.match(i, Known::outlet, limit);
    if (name == 0) return none;
    i += name;
    // A nationality or language behind the name: رويترز البريطانية.
    while (i < limit && article_.tokens[i].definite && wordlike(i) && !stops_phrase(i) && cue_at_[i] == none &&
           !has(i, Known::time) && !has(i, Known::weekday))
        ++i;
    return i;
}

TokenRange Phrases::one_sentence(std::uint32_t cue, TokenRange limits) const {
    const auto boundary = [&](std::uint32_t i) {
        const detection::Token& next = article_.tokens[i + 1];
        return is(i, CharClass::terminator) && next.space_before && (next.upper || next.kind != CharClass::letter) &&
               !has(i - 1, Known::title) && !has(i - 1, Known::abbreviation);
    };
    for (std::uint32_t i = cue; i-- > limits.begin + 1;) {
        if (!boundary(i)) continue;
        limits.begin = i + 1;
        break;
    }
    for (std::uint32_t i = cue; i + 1 < limits.end; ++i) {
        if (!boundary(i)) continue;
        limits.end = i + 1;
        break;
    }
    return limits;
}

}  // namespace rawi::attribution
