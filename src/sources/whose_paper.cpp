// Whose words a paper or a site holds: a ministry's statement, the minister's tweet, a report that a charity published,
// the web site of a club. The agent is whoever says so by it.
#include <algorithm>

#include "detection/noun_phrase.hpp"
#include "sources/mention_reader.hpp"

namespace rawi::sources {

using detection::Known;
using language::Part;

namespace {

constexpr std::uint32_t farthest_issued = 10;  // tokens from a paper to the word that says who put it out

}  // namespace

void MentionReader::narrow_to_author() {
    leave_shell();
    narrow_to_issuer();
    narrow_to_owner();
}

/// نص القرار: the decision.
void MentionReader::leave_shell() {
    static const language::ClassSet papers =
        language::set_of({Known::document_noun, Known::medium, Known::law, Known::authored});
    const std::uint32_t paper = head() + 1;
    if (paper < mention_.tokens.end && has(paper - 1, Known::shell) && article_.has(paper, papers))
        mention_.tokens.begin = paper;
}

/// الموقع الرسمي للنادي, صفحة الوزارة: the body whose it is.
void MentionReader::narrow_to_owner() {
    const std::uint32_t site = head();
    if (as_outlet_ || !has(site, Known::site)) return;
    std::uint32_t i = site + 1;
    while (i < mention_.tokens.end && is(i, Part::adjective)) ++i;
    const bool given = i < mention_.tokens.end && has(i, Known::address) && article_.tokens[i].proclitic;
    if (given) ++i;
    if (i >= mention_.tokens.end || (!given && i != site + 1)) return;
    // موقع المنبر is called so.
    const bool called = !given && article_.match(i, Known::outlet, mention_.tokens.end) != 0;
    if (called || !names_body(i)) return;
    mention_.tokens.begin = i;
    mention_.issued = true;
}

/// A ministry's statement, an outlet's report: the agent is the body that issued it.
void MentionReader::narrow_to_issuer() {
    const std::uint32_t limit = mention_.tokens.end;
    std::uint32_t paper = head();
    // آخر حصيلة: an adjective before its noun.
    if (article_.pack->heads_first && paper + 1 < limit && (is(paper, Part::adjective) || has(paper, Known::other)) &&
        !article_.tokens[paper].definite && (has(paper + 1, Known::evidence) || has(paper + 1, Known::document_noun)))
        ++paper;
    std::uint32_t described = paper;
    for (const Known known : {Known::document_noun, Known::medium, Known::evidence, Known::authored})
        described = std::max(described, paper + article_.match(paper, known, limit));
    if (described == paper) return;
    // Adjectives, then what says by whom: "an internal report (that) the charity published".
    while (described < limit && is(described, Part::adjective)) ++described;
    std::uint32_t i = behind_issued(described + (published(paper, described) ? 1 : 0));
    if (i >= limit) return;
    const bool talk = (detection::talk(article_, paper) && names_person(i)) || written_by(i, paper, described);
    if (!talk && !signed_by(i, paper) && !issued_by(i, paper, described)) {
        // التقرير السنوي الذي أصدره المكتب, التقرير «المنبر 2015» الصادر عن المكتب
        const std::uint32_t near = std::min(limit, described + farthest_issued);
        while (described < near && !says_put_out(described)) ++described;
        i = behind_issued(described);
        if (described == near || i >= limit || !issued_by(i, paper, described)) return;
    }
    mention_.tokens = strip({article_.opens(i - 1) == detection::none ? i : i - 1, limit});
    mention_.issued = !talk;
    // تقرير أصدره المكتب | عن أعماله
    for (std::uint32_t t = i + 1; has(i - 1, Known::issued) && t < mention_.tokens.end; ++t) {
        if (has(t, Known::topic)) mention_.tokens.end = t;
    }
    (void)bare(paper, mention_.paper_noun);
    for (const Known known : {Known::document_noun, Known::medium, Known::evidence}) {
        const auto agreement = language::parse_agreement(article_.value({paper, paper + 1}, known));
        if (agreement && *agreement != language::Agreement{}) mention_.paper = *agreement;
    }
}

/// Behind the words that say that a paper has been put out, and when: تقرير صادر أمس عن | المكتب, تقرير ل"| المكتب".
std::uint32_t MentionReader::behind_issued(std::uint32_t i) const {
    const std::uint32_t begin = i, limit = mention_.tokens.end;
    static const language::ClassSet skipped = language::set_of(
        {Known::preposition, Known::issued, Known::article, Known::weekday, Known::time, Known::month, Known::adverb});
    bool put_out = false;
    const auto day = [&](std::uint32_t t) { return put_out && article_.tokens[t].kind == text::CharClass::digit; };
    for (; i < limit && (article_.has(i, skipped) || day(i)); ++i) put_out = put_out || says_put_out(i);
    if (i < limit && i > begin && article_.opens(i) != detection::none) ++i;
    if (i < limit && article_.tokens[i].mark == '#') ++i;
    return i;
}

/// تقرير نشر في صحيفة المنبر is hers; a study that it published is not.
bool MentionReader::published(std::uint32_t paper, std::uint32_t verb) const {
    return (!article_.pack->heads_first || !has(paper, Known::evidence)) && verb + 2 < mention_.tokens.end &&
           has(verb + 1, Known::preposition) && (has(verb + 2, Known::outlet_noun) || has(verb + 2, Known::site)) &&
           article_.reads_as(verb, article_.pack->carrier);
}

/// Whether a body stands at `i` whose the paper is, or for a paper that only shows something another paper or a source.
bool MentionReader::issued_by(std::uint32_t i, std::uint32_t paper, std::uint32_t described) const {
    // البيانات الاقتصادية: a definite noun is completed by no other, only described.
    const bool complete = article_.pack->heads_first && article_.tokens[paper].definite && i == described;
    // تقارير في فرنسا: where they come from.
    const bool where = i > described && has(i - 1, Known::inside) && has(i, Known::place);
    // دراسة نشرتها المجلة, صور بثتها القناة: it has carried what others found.
    const bool outlet = has(i, Known::outlet_noun) || has(i, Known::collective_noun) ||
                        article_.match(i, Known::outlet, mention_.tokens.end) != 0;
    const bool carried =
        i > described && has(paper, Known::evidence) && outlet && article_.reads_as(i - 1, article_.pack->carries);
    if (names_body(i) && !complete && !where && !carried) return true;
    if (!article_.pack->heads_first || !has(paper, Known::evidence)) return false;
    // "The results of the study": the study; بيانات «المنبر», حصيلة من مصدر طبي
    const bool document = article_.tokens[i].definite && has(i, Known::document_noun);
    const bool quoted = i == described && article_.opens(i) != detection::none && holds_outlet(i);
    const bool source =
        i > described && article_.is_word(i - 1, article_.pack->name_link) && has(i, Known::source_noun);
    return document || quoted || source;
}

/// Whether a person stands at `i` whose the paper is, of which words up to `described` say what it is: تغريدة الوزير,
/// مقال جديد للكاتب; but رسالة للوزير is addressed to him.
bool MentionReader::written_by(std::uint32_t i, std::uint32_t paper, std::uint32_t described) const {
    if (!has(paper, Known::authored) || !names_person(i) || is(i, Part::adjective)) return false;
    if (i == described) return !article_.tokens[paper].definite;
    return i == described + 1 && has(described, Known::address) && article_.tokens[described].proclitic &&
           article_.value({paper, paper + 1}, Known::authored).empty();
}

/// صادر, but not the عن behind it.
bool MentionReader::says_put_out(std::uint32_t i) const {
    return has(i, Known::issued) && !has(i, Known::preposition);
}

/// بيان صادر عن | الوزير: whether a person stands at `i` who has put out the paper.
bool MentionReader::signed_by(std::uint32_t i, std::uint32_t paper) const {
    if (!article_.pack->heads_first || !has(paper, Known::authored) || !names_person(i) || is(i, Part::adjective))
        return false;
    std::uint32_t t = paper + 1;
    while (t < i && !says_put_out(t)) ++t;
    return t + 1 < i;
}

/// Whether an outlet is named between the mark and the end.
bool MentionReader::holds_outlet(std::uint32_t mark) const {
    for (std::uint32_t i = mark + 1; i < mention_.tokens.end; ++i) {
        if (article_.match(i, Known::outlet, mention_.tokens.end) != 0) return true;
    }
    return false;
}

}  // namespace rawi::sources
