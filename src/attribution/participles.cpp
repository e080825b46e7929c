// Whose a participle is, where subjects stand before their verbs: "Smith left, | saying that", "voters | saying that",
// "With traders | citing the drought", "Citing a rule, | the minister left".
#include "attribution/subjects.hpp"

namespace rawi::attribution {

using detection::Known;
using language::Part;
using language::PartSet;
using text::CharClass;

namespace {

constexpr std::uint32_t longest_opening = 12;  // tokens of a phrase before the participle that opens its sentence

}  // namespace

TokenRange Subjects::doer_of(std::uint32_t gerund, std::uint32_t limit) const {
    if (!article_.pack->subject_first || gerund <= limit || !article_.is(gerund, Part::gerund)) return {};
    std::uint32_t behind = gerund;
    while (behind > limit && wordlike(behind - 1) &&
           (has(behind - 1, Known::negation) ||
            (article_.is(behind - 1, Part::adverb) && !has(behind - 1, Known::preposition))))
        --behind;
    if (behind == limit) return {};
    // "She's always calling him": subject and verb in one word.
    if (has(behind - 1, Known::contracted)) return {behind - 1, behind};
    if (const TokenRange beside = doer_beside(gerund, limit); !beside.empty()) return beside;
    if (has(behind - 1, Known::ground)) return blamed(behind - 1, limit);
    if (wordlike(behind - 1)) return described(behind, limit);
    return is(behind - 1, CharClass::comma) || is(behind - 1, CharClass::dash) ? interrupted(behind - 1, limit)
                                                                               : TokenRange{};
}

/// "Voters saying that", "a nod to the official proposing it": people right before the participle.
TokenRange Subjects::described(std::uint32_t end, std::uint32_t limit) const {
    static const language::ClassSet speakers =
        language::set_of({Known::human_noun, Known::role_noun, Known::group_noun, Known::source_noun});
    const std::uint32_t last = end - 1;
    static const language::ClassSet others = language::set_of(
        {Known::outlet, Known::channel, Known::medium, Known::place, Known::weekday, Known::month, Known::time});
    const bool named = article_.is(last, Part::proper) && !article_.has(last, others);
    if (!named && (!article_.is(last, Part::noun) || !article_.has(last, speakers))) return {};
    static constexpr PartSet parts =
        PartSet(Part::noun) | Part::proper | Part::adjective | Part::determiner | Part::number | Part::genitive;
    std::uint32_t begin = last;
    const auto inside = [&](std::uint32_t t) {
        return wordlike(t) ? article_.is(t, parts) : article_.abbreviates(t) && !article_.tokens[t].space_before;
    };
    while (begin > limit && inside(begin - 1)) --begin;
    // "A group of voters"
    if (begin > limit && article_.is_word(begin - 1, article_.pack->name_link)) {
        const std::uint32_t whole = subject_begin(end, limit, true);
        if (whole != none && whole < begin) begin = whole;
    }
    // "Met Smith promising", "wrote to them saying": beside an object and those spoken to it is the verb's subject.
    static const language::ClassSet openers = language::set_of({Known::conjunction, Known::subordinator});
    static const language::ClassSet elsewhere =
        language::set_of({Known::address, Known::adjunct, Known::inside, Known::meanwhile});
    if (begin > limit && wordlike(begin - 1) && !article_.has(begin - 1, openers) &&
        (!has(begin - 1, Known::preposition) || article_.has(begin - 1, elsewhere)))
        return {};
    return trim({begin, end});
}

/// "Mocked Smith for saying that", "blasted him for calling it": whom the verb before `ground` has for its object.
TokenRange Subjects::blamed(std::uint32_t ground, std::uint32_t limit) const {
    const std::uint32_t begin = subject_begin(ground, limit, true);
    if (begin == none || begin <= limit || !wordlike(begin - 1) || !verbal(begin - 1)) return {};
    const TokenRange object = trim({begin, ground});
    const bool pronoun = object.size() == 1 && has(object.begin, Known::pronoun);
    return pronoun || article_.is(object.end - 1, Part::proper) ||
                   article_.has(object.end - 1, language::set_of({Known::human_noun, Known::role_noun}))
               ? object
               : TokenRange{};
}

/// "But Smith, citing the rule, left": the subject stands before the comma, its verb behind another.
TokenRange Subjects::interrupted(std::uint32_t comma, std::uint32_t limit) const {
    const std::uint32_t begin = subject_begin(comma, limit, false);
    if (begin == none || begin >= comma || has(begin, Known::preposition)) return {};
    // "Smith pointed to the map, saying": no phrase alone.
    for (std::uint32_t t = begin; t < comma && !article_.opens_relative(t); ++t) {
        if (verbal(t) && !adjectival(t, begin)) return {};
    }
    // "While Smith, citing the rule, left", but "while head of state, saying".
    if (begin > limit && wordlike(begin - 1) &&
        (has(begin - 1, Known::subordinator) || article_.is(begin - 1, Part::subordinator)))
        return article_.is(comma - 1, Part::proper) ? trim({begin, comma}) : TokenRange{};
    for (std::uint32_t t = begin; t-- > limit;) {
        const bool opener = has(t, Known::conjunction) || article_.is(t, Part::adverb) || !wordlike(t);
        if ((begin - t == 1 && !opener) || (verbal(t) && !adjectival(t, limit))) return {};
    }
    return trim({begin, comma});
}

TokenRange Subjects::doer_beside(std::uint32_t gerund, std::uint32_t limit) const {
    for (const bool core : {false, true}) {
        std::uint32_t begin = subject_begin(gerund, limit, core);
        // The preposition may have been read as a part of the phrase.
        for (std::uint32_t i = begin == none ? gerund : begin; i + 1 < gerund; ++i) {
            if (i > begin && is(i, CharClass::comma)) break;
            if (has(i, Known::meanwhile)) begin = i + 1;
        }
        if (begin != none && begin > limit && begin < gerund && has(begin - 1, Known::meanwhile) &&
            (begin < limit + 2 || !wordlike(begin - 2)))
            return trim({begin, gerund});
    }
    // "Smith said it was late, while Jones hit back, saying that": of the clause set against the one before.
    const TokenRange beside = is(gerund - 1, CharClass::comma) ? subject_of(gerund, limit) : TokenRange{};
    if (!beside.empty() && beside.begin > limit + 2 && has(beside.begin - 1, Known::subordinator) &&
        is(beside.begin - 2, CharClass::comma))
        return beside;
    return {};
}

TokenRange Subjects::doer_behind(std::uint32_t gerund, std::uint32_t end, TokenRange sentence) const {
    if (!article_.pack->subject_first || !opens_with(gerund, sentence.begin)) return {};
    std::uint32_t i = end;
    while (i < sentence.end && is(i, CharClass::quote)) ++i;
    std::uint32_t last = i;
    while (last > gerund && is(last - 1, CharClass::quote)) --last;
    const bool inside = is(last - 1, CharClass::comma);  // ,"
    const bool outside = i < sentence.end && is(i, CharClass::comma);
    if (!inside && !outside) return {};
    if (outside) ++i;
    const std::uint32_t behind = phrase_end(i, sentence.end, true);
    return behind == none ? TokenRange{} : TokenRange{i, behind};
}

bool Subjects::behind_clause(std::uint32_t gerund, std::uint32_t limit) const {
    if (!article_.pack->subject_first || !article_.is(gerund, Part::gerund) ||
        (!has(limit, Known::subordinator) && !has(limit, Known::adjunct)))
        return false;
    const TokenRange last = subject_of(gerund, limit);
    return !last.empty() && last.begin > limit + 1 && is(last.begin - 1, CharClass::comma);
}

/// "While saying", "in addition to saying", "one month after saying", "now, after saying": whether the participle
/// belongs to a phrase that opens the sentence.
bool Subjects::opens_with(std::uint32_t gerund, std::uint32_t begin) const {
    if (gerund == begin) return true;
    if (gerund - begin > longest_opening) return false;
    std::uint32_t link = gerund;
    while (link > begin && article_.is(link - 1, Part::adverb) && !has(link - 1, Known::preposition)) --link;
    if (link > begin && !has(link - 1, Known::preposition) && !has(link - 1, Known::subordinator) &&
        !has(link - 1, Known::adjunct) && !article_.is(link - 1, Part::to))
        return false;
    for (std::uint32_t t = begin; t + 1 < link; ++t) {
        const bool adverb = is(t, CharClass::comma) && t == begin + 1;
        if ((!wordlike(t) && !adverb) || verbal(t) || has(t, Known::pronoun)) return false;
    }
    return true;
}

/// "In an | interview with CNN", but "before an | interview", "after cancelling an | interview": whether the sentence
/// opens with a preposition of place or time and nothing stands between it and the medium that takes it elsewhere.
bool Subjects::fronted(TokenRange before) const {
    static constexpr PartSet elsewhere = PartSet(Part::verb) | Part::gerund | Part::preposition;
    if (before.empty() || !has(before.begin, Known::occasion)) return false;
    for (std::uint32_t i = before.begin + 1; i < before.end; ++i) {
        if (!wordlike(i) || article_.is(i, elsewhere)) return false;
    }
    return true;
}

/// Whose appearance it is: "Smith appeared on CNN", "Smith, appearing on CNN, ...", "Appearing on CNN, Smith ...",
/// "In an interview with CNN, Smith ...".
TokenRange Subjects::who_appears(TokenRange phrase, TokenRange sentence) const {
    std::uint32_t at = phrase.begin;
    // أجرت صحيفة المنبر لقاء مع | سالم الحداد
    if (article_.pack->heads_first && phrase.end < sentence.end && has(phrase.end - 1, Known::preposition)) {
        const std::uint32_t end = head_first_end(phrase.end, sentence.end, true);
        return end == none || !can_speak({phrase.end, end}) ? TokenRange{} : trim({phrase.end, end});
    }
    const bool within = fronted({sentence.begin, at});
    const bool opening = at == sentence.begin && (article_.is(at, Part::gerund) || has(at, Known::preposition));
    if (article_.pack->subject_first && (opening || within)) {
        std::uint32_t i = phrase.end;
        // The comma may stand inside a programme's closing mark.
        const bool inside = is(i - 1, CharClass::quote) && is(i - 2, CharClass::comma);
        while (!inside && i < sentence.end && !is(i, CharClass::comma)) {
            // "In an interview with CNN Paul Stone laughed at Anna Moore, the mayor": the comma closes something else.
            // But "an interview with CNN published Wednesday, Stone".
            if (within && article_.is(i, Part::verb) && !(i + 1 < sentence.end && has(i + 1, Known::weekday)))
                return {};
            ++i;
        }
        while (i < sentence.end && !is(i, CharClass::letter)) ++i;
        const std::uint32_t end = i < sentence.end ? phrase_end(i, sentence.end, true) : none;
        return end == none ? TokenRange{} : TokenRange{i, end};
    }
    if (article_.pack->subject_first && article_.is(at, PartSet(Part::verb) | Part::gerund)) {
        while (at > sentence.begin && (has(at - 1, Known::adverb) || has(at - 1, Known::auxiliary))) --at;
        std::uint32_t begin = phrase_begin(at, sentence.begin, false);
        if (begin == none && at > sentence.begin && is(at - 1, CharClass::comma))
            begin = phrase_begin(--at, sentence.begin, false);
        if (begin != none) return trim({begin, at});
    }
    return subject_of(phrase.begin, sentence.begin);
}

}  // namespace rawi::attribution
