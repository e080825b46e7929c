// What a cue takes from outside its own clause: where verbs come before their subjects, the subject of the clause that
// one without a subject goes on from ("rejected | the minister | the apology, saying that"; "the army | put out a
// statement in which it said"); and the words on the line below a colon.
#include <algorithm>

#include "attribution/subjects.hpp"

namespace rawi::attribution {

using detection::Known;
using language::Part;
using language::PartSet;
using text::CharClass;

namespace {

constexpr std::uint32_t longest_owner = 14;     // tokens of a noun phrase
constexpr std::uint32_t longest_document = 14;  // tokens of what is said of a document before its verb
constexpr std::uint32_t longest_way = 120;      // tokens between a cue and the clause that it goes on from

/// Whether an attribution beside the one at `cue` has the token in its content: its subject is another's.
bool told(std::span<const Finding> findings, std::uint32_t token, std::uint32_t cue) {
    for (const Finding& finding : findings) {
        if (finding.holds(token) && !finding.holds(cue)) return true;
    }
    return false;
}

}  // namespace

TokenRange Subjects::continued_subject(const Finding& finding, TokenRange scope, std::span<const Finding> near) const {
    const std::uint32_t cue = finding.anchor();
    scope.begin = std::max(scope.begin, cue > longest_way ? cue - longest_way : 0);
    if (const TokenRange whose = whose_statements(finding.cue.front(), scope.begin); !whose.empty()) return whose;
    for (std::uint32_t verb = cue; verb-- > scope.begin;) {
        if (!wordlike(verb) || !article_.is(verb, Part::verb) || has(verb, Known::auxiliary)) continue;
        if (article_.tokens[verb].quotation != article_.tokens[cue].quotation || told(near, verb, cue)) continue;
        // موجة اعتقالات نددت بها المنظمة داعية, حرب تشنها السلطات على ما تعتبره وكرا: of whatever clause, the subject
        // right before the participle, or of the verb that the one behind "what" hangs on.
        const bool what = cue > scope.begin && has(cue - 1, Known::free_relative) && finding.form.has_object &&
                          finding.parent == none;
        const bool relative = verb > scope.begin && has(verb - 1, Known::relative);
        if (what || (finding.form.form == language::Form::participle && wordlike(cue - 1) && !relative)) {
            const TokenRange beside = subject_behind(verb, cue);
            if (!beside.empty() && (what || beside.end == cue) &&
                language::agree(agreement_of(article_, beside), finding.form.agreement))
                return beside;
        }
        if (relative) {
            if (const TokenRange who = who_does(verb, finding, scope.begin); !who.empty()) return who;
            continue;
        }
        const std::uint32_t opens = subordinator_from(scope.begin, verb);
        // Whom "after he had accompanied the general, he said" speaks of is not in its first clause; but ليرد عليه |
        // الوزير | قائلا: who answers says it. "While" (في حين) is no "when" (حين).
        if (verb > scope.begin && has(verb - 1, Known::dependent) && opens < 2) {
            const TokenRange beside = subject_behind(verb, cue);
            if (!beside.empty() && beside.end == cue) return beside;
            continue;
        }
        // حيث يشكل الأمن ركيزة، مبينا: nor is he in a clause that only gives a reason.
        if (verb > scope.begin && has(verb - 1, Known::subordinator) && cue_at_[verb] == none &&
            finding.form.form == language::Form::participle && is(cue - 1, CharClass::comma) && opens == 0)
            continue;
        std::uint32_t first = verb;
        while (first > scope.begin && (has(first - 1, Known::auxiliary) || has(first - 1, Known::negation))) --first;
        const bool when = first > scope.begin && (has(first - 1, Known::time) || has(first - 1, Known::time_noun));
        if (first == scope.begin || opens_clause(first) || opens > 0 || when || opens_by_formula(scope.begin, first)) {
            const TokenRange behind = subject_behind(verb, cue);
            if (!behind.empty()) return behind;
        }
        // في المدينة قرب الحدود: behind a noun what may be a preposition is one.
        if (first > scope.begin && opens_predicate(first) && !has(verb, Known::preposition)) {
            const std::uint32_t begin = head_first_begin(first, scope.begin, false);
            if (begin != none) {
                const TokenRange before = trim({begin, first});
                if (!before.empty() && can_speak(before)) return before;
            }
        }
    }
    return {};
}

/// ومن جهته | قدم الوزير شكره: whether nothing but formulas and times stands between `begin` and the verb.
bool Subjects::opens_by_formula(std::uint32_t begin, std::uint32_t verb) const {
    while (begin < verb) {
        const std::uint32_t words = wordlike(begin) ? detection::aside_words(article_, begin, verb) : 0;
        if (words == 0 && wordlike(begin) && !has(begin, Known::conjunction)) return false;
        begin += std::max(words, 1U);
    }
    return true;
}

/// في حين أبدى سالم إعجابه، مفيدا: the words of the subordinator that alone stands between `begin` and the verb; 0 if
/// there is none, or more.
std::uint32_t Subjects::subordinator_from(std::uint32_t begin, std::uint32_t verb) const {
    while (begin < verb && wordlike(begin) && has(begin, Known::conjunction)) ++begin;
    const std::uint32_t words = begin < verb ? article_.match(begin, Known::subordinator, verb) : 0;
    return begin + words == verb ? words : 0;
}

/// رئيس الجمعية الذي أشاد بالمشاركة واعتبرها مميزة: whom the relative pronoun before `verb` takes up, if he says
/// something by that verb and goes on at the cue.
TokenRange Subjects::who_does(std::uint32_t verb, const Finding& finding, std::uint32_t limit) const {
    const std::uint32_t cue = finding.anchor();
    const auto pronoun = language::parse_agreement(article_.value({verb - 1, verb}, Known::relative));
    if (!pronoun || !language::agree(*pronoun, finding.form.agreement) || !has(cue - 1, Known::conjunction) ||
        !article_.pack->lexicon.brief(article_.tokens[verb].word).cued || attached_object(verb) ||
        !subject_behind(verb, cue).empty())
        return {};
    // الكلام الذي أدلى به وفسر على أنه: what is taken up by a pronoun is no subject.
    for (std::uint32_t i = verb + 1; i < cue; ++i) {
        if (has(i, Known::resumptive)) return {};
    }
    std::uint32_t end = verb - 1;
    while (end > limit && (is(end - 1, CharClass::comma) || has(end - 1, Known::conjunction))) --end;
    const std::uint32_t begin = end > limit ? head_first_begin(end, limit, true) : none;
    if (begin == none) return {};
    const TokenRange who = trim({begin, end});
    return !who.empty() && can_speak(who, true) ? who : TokenRange{};
}

/// بعث رسالة بالبريد الإلكتروني تقول إن ...: only what has no article takes a clause without a relative pronoun.
TokenRange Subjects::document_before(const Finding& finding, std::uint32_t limit) const {
    const std::uint32_t cue = finding.anchor();
    // Of a statement "that he put out" or "in which he said" another speaks.
    if (finding.form.form != language::Form::finite || finding.form.has_object || has(cue, Known::issued) ||
        (cue + 1 < article_.tokens.size() && has(cue + 1, Known::resumptive)))
        return {};
    std::uint32_t end = cue;
    while (end > limit && (has(end - 1, Known::auxiliary) || has(end - 1, Known::negation))) --end;
    if (end == limit || has(end - 1, Known::conjunction)) return {};
    const auto indefinite = [&](std::uint32_t noun) {
        if (article_.tokens[noun].definite || article_.tokens[noun].enclitic != language::Agreement{}) return false;
        const std::uint32_t next = noun + 1;
        return next == end || is(next, CharClass::comma) || has(next, Known::preposition) ||
               (article_.is(next, PartSet(Part::adjective) | Part::participle) && !article_.tokens[next].definite);
    };
    for (std::uint32_t i = end; i-- > limit && end - i <= longest_document;) {
        if (is(i, CharClass::comma) && i + 1 == end) continue;
        if (!wordlike(i) && !is(i, CharClass::digit) && !is(i, CharClass::dash)) return {};
        if (article_.is(i, Part::verb) || has(i, Known::complementiser) || has(i, Known::relative) ||
            has(i, Known::subordinator) || article_.tokens[i].quotation != article_.tokens[cue].quotation)
            return {};
        if (!has(i, Known::document_noun) || !indefinite(i)) continue;
        // "In a statement to the paper he said", "in a new book he said": where it was said.
        const bool governed = i > limit && has(i - 1, Known::preposition);
        const bool fronted = governed && (i - 1 == limit || !wordlike(i - 2) || has(i - 2, Known::conjunction));
        if (fronted || (governed && article_.match(i, Known::medium, end) != 0)) return {};
        const auto noun = language::parse_agreement(article_.value({i, i + 1}, Known::document_noun));
        return noun && language::agree(*noun, finding.form.agreement) ? trim({i, end}) : TokenRange{};
    }
    return {};
}

/// تصريحات للوزير قال فيها, تصريحات الوزير التي قال فيها: whose they are, where a pronoun behind the verb takes up the
/// remarks.
TokenRange Subjects::whose_statements(TokenRange cue, std::uint32_t limit) const {
    if (cue.end >= article_.tokens.size() || !has(cue.end, Known::resumptive)) return {};
    const bool relative = cue.begin > limit && has(cue.begin - 1, Known::relative);
    const std::uint32_t end = relative ? cue.begin - 1 : cue.begin;
    for (std::uint32_t begin = end; begin > limit; --begin) {
        if (end - begin > longest_owner) break;
        const bool given = begin > limit + 1 && has(begin - 1, Known::address);
        const std::uint32_t noun = begin - (given ? 2 : 1);
        if ((!given && !relative) || cue_at_[noun] == none || !detection::talk(article_, noun)) continue;
        if (relative && article_.tokens[noun].enclitic != language::Agreement{}) return {};  // تصريحاته الأخيرة التي
        if (head_first_end(begin, end, false) == end) return {begin, end};
    }
    return {};
}

/// استقالت بعد فترة وجيزة | رئيسة الأكاديمية, قام بزيارة إليها | الوزير: the speaker who stands behind the circumstance
/// that begins at `begin`, where no noun before it takes it up; else `none`.
std::uint32_t Subjects::behind_circumstance(std::uint32_t begin, std::uint32_t limit) const {
    constexpr std::uint32_t longest = 8;  // tokens of a circumstance
    static const language::ClassSet somebody =
        language::set_of({Known::role_noun, Known::title, Known::human_noun, Known::source_noun});
    if (!has(begin, Known::preposition) && !has(begin, Known::adjunct)) return none;
    for (std::uint32_t i = begin + 1; i < limit && i < begin + longest; ++i) {
        if (!wordlike(i) || cue_at_[i] != none || article_.is(i, Part::verb) || has(i, Known::conjunction) ||
            has(i, Known::complementiser) || has(i, Known::relative))
            return none;
        const bool indefinite = article_.is(i - 1, Part::adjective) && !article_.tokens[i - 1].definite;
        const bool apart = indefinite || has(i - 1, Known::resumptive) || has(i - 1, Known::time) ||
                           has(i - 1, Known::weekday) || has(i - 1, Known::place);
        const bool own = article_.tokens[i].enclitic != language::Agreement{};  // سلامة اليمن | وشعبها
        if (apart && !own && article_.has(i, somebody) && !article_.is(i, Part::adjective)) return i;
    }
    return none;
}

/// The noun phrase directly behind the verb, unless it can only be its object.
TokenRange Subjects::subject_behind(std::uint32_t verb, std::uint32_t limit) const {
    std::uint32_t begin = verb + 1;
    // رد عليه الوزير, دافع عنه البعض الآخر, but سجل عليه هدفا
    static const language::ClassSet people =
        language::set_of({Known::role_noun, Known::title, Known::human_noun, Known::source_noun, Known::group_noun,
                          Known::organisation_noun, Known::article});
    const std::uint32_t behind = begin + 1;
    if (behind < limit && has(begin, Known::resumptive)) {
        const bool person = article_.is(behind, Part::proper)
                                ? has(behind, Known::name) && !article_.tokens[behind].definite
                                : article_.tokens[behind].definite && article_.has(behind, people);
        if (person || article_.reads_as(verb, article_.pack->answers)) begin = behind;
    }
    // علق، سالم الحداد، على الخبر
    if (begin + 1 < limit && is(begin, CharClass::comma) && article_.is(begin + 1, Part::proper)) ++begin;
    if (begin >= limit || (!wordlike(begin) && article_.opens(begin) == none)) return {};
    if (const std::uint32_t subject = behind_circumstance(begin, limit); subject != none) begin = subject;
    if (has(begin, Known::preposition) || has(begin, Known::pronoun) || has(begin, Known::deity) ||
        stops_phrase(begin) || article_.is(begin, Part::number) || detection::accusative(article_, begin) ||
        detection::oblique_people(article_, begin))
        return {};
    // ألقى | كلمة: nor does what is put out say anything, but by its own verb (كشفت دراسة, صدر بيان).
    if (has(begin, Known::document_noun) && !article_.tokens[begin].definite && cue_at_[verb] == none &&
        !has(verb, Known::issued))
        return {};
    // لم يخف | فرحته: what he feels or does is the object.
    static const language::ClassSet his_people = language::set_of(
        {Known::human_noun, Known::role_noun, Known::group_noun, Known::organisation_noun, Known::source_noun,
         Known::collective_noun, Known::title, Known::document_noun, Known::outlet_noun, Known::outlet});
    if (article_.tokens[begin].enclitic != language::Agreement{} && article_.is(begin, Part::noun) &&
        !article_.has(begin, his_people))
        return {};
    std::uint32_t end = head_first_end(begin, limit, false);
    if (end == none) return {};
    // Behind the comma that closes an apposition stands the object.
    std::uint32_t commas = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
        if (is(i, CharClass::comma) && ++commas == 2) end = i;
    }
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        const bool superlative = i == begin + 1 && article_.is(begin, Part::adjective);  // أكثر التهديدات
        if (!superlative && opens_thing(i)) end = i;
    }
    // What the verb governs follows its subject; no preposition but "of" (مدير عام للجمعية, عدد كبير من الناس) is the
    // subject's own.
    for (std::uint32_t i = begin + 1; i < end; ++i) {
        const bool many =
            has(begin, Known::quantifier) && i <= begin + 2 && article_.is_word(i, article_.pack->name_link);
        const bool of =
            many || (has(i, Known::address) && !(article_.is(i - 1, Part::proper) && !has(i - 1, Known::place)));
        if (has(i, Known::preposition) && !of && !links_office(i)) end = i;
    }
    const TokenRange phrase = trim({begin, end});
    return !phrase.empty() && can_speak(phrase) ? phrase : TokenRange{};
}

/// انتقدت حركة حماس | القرار: a definite thing behind words that no noun completes.
bool Subjects::opens_thing(std::uint32_t token) const {
    static const language::ClassSet things = silent_nouns() | language::set_of({Known::document_noun, Known::law});
    static const language::ClassSet somebody =
        language::set_of({Known::human_noun, Known::role_noun, Known::group_noun, Known::organisation_noun,
                          Known::source_noun, Known::name, Known::title, Known::organisation, Known::outlet});
    if (!wordlike(token) || !article_.tokens[token].definite || !article_.is(token, Part::noun) ||
        (!article_.has(token, things) && !detection::talk(article_, token)) || article_.has(token, somebody) ||
        !wordlike(token - 1) || has(token - 1, Known::preposition))
        return false;
    return article_.tokens[token - 1].definite || detection::sound_plural(article_, token - 1) ||
           article_.is(token - 1, PartSet(Part::proper) | Part::adjective);
}

/// Whether the verb at `token` can stand behind its subject.
bool Subjects::opens_predicate(std::uint32_t token) const {
    return !wordlike(token - 1) || article_.is(token - 1, PartSet(Part::noun) | Part::proper | Part::adjective);
}

}  // namespace rawi::attribution
