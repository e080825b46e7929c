#include "attribution/phrases.hpp"

#include <algorithm>

namespace rawi::attribution {

using detection::Known;
using language::Form;
using language::Part;
using language::PartSet;
using text::CharClass;

namespace {

constexpr std::uint32_t longest_apposition = 16;
constexpr std::uint32_t nearby = 3;  // tokens to the clause of a verb that has other senses too

}  // namespace

std::uint32_t Phrases::relative_end(std::uint32_t begin, std::uint32_t limit) const {
    for (std::uint32_t i = begin; i < limit; ++i) {
        if (const std::uint32_t q = article_.opens(i); q != none) {
            // One that closes the sentence is what is said.
            const std::uint32_t close = article_.quotations[q].close;
            if (close + 1 >= limit || is(close + 1, CharClass::terminator)) return i;
            i = close;
            continue;
        }
        if (is(i, CharClass::comma) || is(i, CharClass::colon) || is(i, CharClass::terminator)) return i;
        if (i > begin && (opens_participle(i, limit) || words_told(i, limit))) return i;
        // محافظ فر إلى وجهة مجهولة | فيما أكد سكان أن
        if (i > begin && has(i, Known::subordinator) && article_.match(i, Known::clause_turn, limit) != 0) return i;
        // تقرير نشرته الوكالة | نقلا عن خبراء: whom the outlet quotes.
        if (article_.pack->heads_first && i > begin && has_flag(i, article_.pack->quoting, Form::particle)) return i;
        // "Two deputies who were there | to the paper": the one spoken to belongs to the verb around; but نشر على
        // الموقع الإلكتروني لصحيفة.
        const bool site =
            i > begin + 1 && article_.is(i - 1, language::Part::adjective) && has(i - 2, Known::outlet_noun);
        if (article_.pack->heads_first && i > begin && !site && has(i, Known::address) &&
            article_.tokens[i].proclitic && i + 1 < limit &&
            (article_.opens(i + 1) != none || article_.match(i + 1, Known::outlet, limit) != 0 ||
             article_.match(i + 1, Known::outlet_noun, limit) != 0))
            return i;
        if (has(i, Known::complementiser) && i > begin + 1) {
            // The complementiser belongs to the main cue, unless a cue of the relative clause's own stands before it.
            for (std::uint32_t j = begin; j < i; ++j) {
                if (cue_at_[j] == none || !cues_[cue_at_[j]].live || !takes_clause(cues_[cue_at_[j]])) continue;
                // A verb with other senses takes only what stands near: الذي تعرض لحريق منذ يومين | إن.
                if (article_.pack->heads_first && i > j + nearby && has_flag(j, article_.pack->noisy)) continue;
                // بيان نشرته الوكالة أن: what is published is the statement.
                if (!attached_object(j) || has(i - 1, Known::preposition)) return relative_end(i + 1, limit);
            }
            return i;
        }
    }
    return limit;
}

/// جدد الوزير، بعد اللقاء، التمسك: the name of an event, which describes nobody.
bool Phrases::names_deed(std::uint32_t token, std::uint32_t limit) const {
    static const language::ClassSet persons = language::set_of(
        {Known::human_noun, Known::role_noun, Known::title, Known::name, Known::group_noun, Known::organisation_noun,
         Known::collective_noun, Known::outlet_noun, Known::document_noun, Known::medium, Known::source_noun});
    return has(token, Known::event_noun) && !article_.has(token, persons) && !article_.is(token, Part::proper) &&
           article_.match(token, Known::outlet, limit) == 0 && article_.match(token, Known::organisation, limit) == 0;
}

/// After a comma: a noun phrase up to the next comma, or up to what opens the content.
std::uint32_t Phrases::apposition_end(std::uint32_t begin, std::uint32_t limit) const {
    static const language::ClassSet times = language::set_of({Known::time, Known::weekday});
    const bool heads_first = article_.pack->heads_first;
    // وسائل إعلام، بينها وكالة الأنباء
    begin += begin < limit ? article_.match(begin, Known::including, limit) : 0;
    // طبيبة من المدينة، وتدعى منى حداد،
    if (begin + 2 < limit && has(begin, Known::conjunction) && has(begin + 1, Known::naming) &&
        article_.is(begin + 2, Part::proper))
        begin += 2;
    if (begin >= limit || !begins_apposition(begin, limit)) return none;
    const std::uint32_t end = apposed_words_end(begin, limit);
    // Read towards its verb, the phrase may be closed by the comma before that.
    const bool over = heads_first &&
                      (limit >= article_.tokens.size() || is(limit, CharClass::newline));  // a line without a full stop
    // أما سلمى الحداد، الباحثة في المعهد | فتشير
    const bool so = heads_first && !over && has(limit, Known::clause_conjunction) && article_.tokens[limit].proclitic;
    const bool closed = end == limit && (over || so || (limit < article_.tokens.size() && is(limit, CharClass::comma)));
    if (end == none || (end >= limit && !closed)) return office_aside_end(begin, limit);
    if (end >= article_.tokens.size() || is(end, CharClass::newline) || (closed && so)) return end;
    // Another comma closes it, or what opens the clause.
    if (is(end, CharClass::comma) || has(end, Known::complementiser) || is(end, CharClass::colon) ||
        article_.opens(end) != none || is(end, CharClass::terminator))
        return end;
    // اللواء سالم الوادي | الأحد
    if (heads_first && (has(begin, Known::title) || article_.is(begin, Part::proper)) &&
        article_.match(end, times, limit) != 0)
        return end;
    return has(end, Known::preposition) ? end : office_aside_end(begin, limit);
}

/// Whether what stands behind a comma can tell who somebody is: no verb, no time, nothing that goes on with the
/// sentence.
bool Phrases::begins_apposition(std::uint32_t begin, std::uint32_t limit) const {
    static const language::ClassSet times = language::set_of({Known::time, Known::weekday});
    static const language::ClassSet asides = language::set_of({Known::speaker_switch, Known::adverb});
    const bool relative = article_.pack->subject_first && article_.opens_relative(begin);
    if ((stops_phrase(begin) && !relative) || finite_cue(begin) || cue_at_[begin] != none) return false;
    if (has(begin, Known::conjunction) || (has(begin, Known::preposition) && !house_follows(begin, limit)))
        return false;
    if (article_.match(begin, times, limit) != 0 || article_.match(begin, asides, limit) > 1) return false;
    if (!article_.pack->heads_first) return true;
    const bool accusative =
        wordlike(begin) && !article_.is(begin, Part::proper) && detection::accusative(article_, begin);
    return !accusative && !has(begin, Known::definite) && !names_deed(begin, limit) && !tells_how(begin, limit);
}

/// Where the words end that begin so: a relative clause, or a phrase with the one that completes it.
std::uint32_t Phrases::apposed_words_end(std::uint32_t begin, std::uint32_t limit) const {
    if (has(begin, Known::relative)) return relative_end(begin + 1, limit);
    const std::uint32_t phrase = begin + (has(begin, Known::preposition) ? 1 : 0);
    const std::uint32_t end = phrase_end(phrase, std::min(limit, begin + longest_apposition), true);
    // العميد المتقاعد الذي فر إلى الخارج
    const bool person = has(begin, Known::human_noun) || has(begin, Known::role_noun);
    if (article_.pack->heads_first && person && end != none && end < limit && has(end, Known::relative) &&
        !has(end, Known::subordinator))
        return relative_end(end + 1, limit);
    return end;
}

/// سلمى الحداد، أستاذة الاقتصاد في جامعة المرسى، إن: behind a name an office between commas, whatever it is made of,
/// where nobody else is named behind it.
std::uint32_t Phrases::office_aside_end(std::uint32_t begin, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 24;  // tokens
    static constexpr PartSet others = PartSet(Part::verb) | Part::auxiliary | Part::pronoun;
    static const language::ClassSet offices = language::set_of({Known::role_noun, Known::human_noun, Known::title});
    static const language::ClassSet clauses =
        language::set_of({Known::complementiser, Known::relative, Known::subordinator});
    if (!article_.pack->heads_first || begin < 2 || !is(begin - 1, CharClass::comma) ||
        !article_.is(begin - 2, Part::proper) || !article_.has(begin, offices))
        return none;
    const std::uint32_t reach = std::min(limit, begin + longest);
    for (std::uint32_t i = begin + 1; i + 1 < reach; ++i) {
        if (is(i, CharClass::comma)) {
            // سالم الحداد، مدير الشركة، ونائبه: a list, as it is where another name follows.
            const bool list =
                has(i + 1, Known::conjunction) || article_.has(i + 1, offices) || article_.is(i + 1, Part::proper);
            return list ? none : i;
        }
        if (is(i, CharClass::open_bracket)) {
            if (const std::uint32_t close = bracket_end(i, reach); close != none) i = close - 1;
            continue;
        }
        const bool mark = article_.opens(i) != none || article_.closes(i) != none;
        if (!mark && (!wordlike(i) || article_.is(i, others) || article_.has(i, clauses))) return none;
    }
    return none;
}

/// قالت سلمى، محاطة بأنصارها، إن: an indefinite adjective with its preposition behind the comma says how somebody is,
/// not who.
bool Phrases::tells_how(std::uint32_t token, std::uint32_t limit) const {
    return token > 1 && wordlike(token) && article_.is(token, PartSet(Part::adjective) | Part::participle) &&
           !article_.tokens[token].definite && !has(token, Known::role_noun) && !has(token, Known::human_noun) &&
           token + 2 < limit && has(token + 1, Known::preposition) && article_.is(token - 2, Part::proper) &&
           !article_.has(token + 2, detection::body_nouns()) && !has(token + 2, Known::place);
}

/// "On a conference call that", "on the "Today" show": what looks like a base form behind one noun, before what no verb
/// stands before, is the head of the phrase.
bool Phrases::closing_noun(std::uint32_t begin, std::uint32_t i, std::uint32_t limit) const {
    if (i == begin || !article_.is(i, Part::base) || !article_.can_be(i, Part::noun)) return false;
    const std::uint32_t before = i - 1;
    const bool several = article_.pack->lexicon.brief(article_.tokens[before].word).several;
    if (article_.closes(before) == none && (!article_.is(before, Part::noun) || several)) return false;
    const std::uint32_t behind = i + 1;
    return behind >= limit || !wordlike(behind) || has(behind, Known::complementiser) ||
           article_.match(behind, Known::time, limit) != 0 || has(behind, Known::weekday);
}

std::uint32_t Phrases::find_phrase_end(std::uint32_t begin, std::uint32_t limit, bool core) const {
    return article_.pack->heads_first ? head_first_end(begin, limit, core) : head_last_end(begin, limit, core);
}

std::uint32_t Phrases::phrase_begin(std::uint32_t end, std::uint32_t limit, bool core) const {
    if (end <= limit) return none;
    if (article_.pack->subject_first) return subject_begin(end, limit, core);
    if (has(end - 1, Known::conjunction)) return none;  // "and said": the subject is dropped
    return head_first_begin(end, limit, core);
}

}  // namespace rawi::attribution
