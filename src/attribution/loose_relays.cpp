#include "attribution/loose_relays.hpp"

#include "detection/article.hpp"

namespace rawi::attribution {
namespace {

using detection::Known;
using detection::none;
using language::Part;
using language::PartSet;
using text::CharClass;

constexpr std::uint32_t longest_aside = 4;      // tokens between a comma and who carried the words
constexpr std::uint32_t longest_remainder = 3;  // and behind those: yesterday

/// Where verbs come first an aside behind a comma has no verb of its own to end the content before it.
std::uint32_t comma_before(const Article& article, const Relay& relay, TokenRange content) {
    for (std::uint32_t t = relay.phrase.begin; t > content.begin && t + longest_aside > relay.phrase.begin; --t) {
        if (article.tokens[t].kind == CharClass::comma) return t;
    }
    return none;
}

/// Where subjects come first: "in an interview with CNN", "on Friday's broadcast of CNN's morning show", a preposition
/// and a noun phrase of the occasion. Behind a verb of saying it belongs to that ("what he said in an interview").
std::uint32_t occasion_begin(const Article& article, const Relay& relay, TokenRange content) {
    static constexpr PartSet inside =
        PartSet(Part::determiner) | Part::adjective | Part::noun | Part::proper | Part::genitive;
    std::uint32_t t = relay.phrase.begin;
    if (!article.is(t, PartSet(Part::noun) | Part::proper) && !article.can_be(t, Part::noun)) return none;
    while (t > content.begin && t + longest_aside > relay.phrase.begin && article.is(t - 1, inside)) --t;
    if (t <= content.begin + 1 || t == relay.phrase.begin || !article.has(t - 1, Known::preposition)) return none;
    const std::uint32_t preposition = t - 1;
    return article.reads_as(preposition - 1, article.pack->speech) ? none : preposition;
}

/// Behind the times that stand behind `token`: on Monday, earlier this week.
std::uint32_t behind_times(const Article& article, std::uint32_t token, std::uint32_t limit) {
    static const language::ClassSet times = language::set_of({Known::time, Known::weekday});
    while (token < limit) {
        std::uint32_t length = article.match(token, times, limit);
        if (length == 0 && article.has(token, Known::preposition) && token + 1 < limit &&
            article.match(token + 1, times, limit) != 0)
            length = 1;
        if (length == 0) return token;
        token += length;
    }
    return token;
}

}  // namespace

std::optional<ClosedContent> closed_content(const Article& article, std::span<Finding> here, const Relay& relay) {
    const bool aside = article.pack->heads_first;
    if (!aside && !article.pack->subject_first) return std::nullopt;
    std::optional<ClosedContent> innermost;
    for (Finding& finding : here) {
        const TokenRange content = finding.content.back();
        if (!content.contains(relay.phrase)) continue;
        // «... رغم أنه نشر في صحيفته»: how something else was passed on, in somebody's own words.
        const std::uint32_t quotation = article.tokens[relay.phrase.begin].quotation;
        if (aside && quotation != none && article.tokens[finding.anchor()].quotation != quotation) continue;
        if (aside ? content.end > relay.phrase.end + longest_remainder
                  : behind_times(article, relay.phrase.end, content.end) < content.end)
            continue;
        const std::uint32_t cut =
            aside ? comma_before(article, relay, content) : occasion_begin(article, relay, content);
        if (cut == none || (!aside && finding.anchor() > cut)) continue;
        if (innermost && innermost->finding->content.back().begin >= content.begin) continue;
        innermost = {&finding, cut};
        if (aside) break;
    }
    return innermost;
}

}  // namespace rawi::attribution
