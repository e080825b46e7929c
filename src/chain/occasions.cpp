#include "chain/occasions.hpp"

#include <algorithm>
#include <string_view>

#include "attribution/circumstances.hpp"
#include "detection/noun_phrase.hpp"

namespace rawi::chain {

using attribution::Finding;
using detection::Article;
using detection::Known;

bool other_interview(const Article& article, const Finding& finding) {
    const std::string_view medium = attribution::medium_key(article, finding.medium);
    if (!article.pack->subject_first || !finding.relays.empty() || !article.pack->live_media.contains(medium))
        return false;
    constexpr std::uint32_t reach = 4;  // words between the determiner and the noun
    const std::uint32_t end = finding.medium.end;
    for (std::uint32_t t = end; t-- > 0 && t + reach + 2 > end;) {
        if (article.has(t, Known::definite)) return false;
        if (article.has(t, Known::article) || article.has(t, Known::possessive)) return true;
    }
    return false;
}

bool told_inquirers(const Article& article, const Finding& finding) {
    if (finding.object.empty() || finding.lemma == nullptr || (finding.lemma->flag_bits & article.pack->hearer) == 0)
        return false;
    return holds(article, finding.object, Known::inquirer);
}

bool written(const Article& article, const Finding& finding) {
    const bool writes = finding.lemma != nullptr && (finding.lemma->flag_bits & article.pack->writes) != 0;
    const std::string_view medium = attribution::medium_key(article, finding.medium);
    return writes || (!medium.empty() && !article.pack->live_media.contains(medium));
}

bool in_print(const Article& article, const Finding& finding) {
    return article.pack->subject_first &&
           (written(article, finding) || std::ranges::any_of(finding.relays, [](const attribution::Relay& relay) {
                return relay.contact == Contact::written;
            }));
}

bool owned_noun(const Article& article, const Finding& finding) {
    const detection::TokenRange owner = finding.source;
    return article.pack->subject_first && finding.form.form == language::Form::noun && !owner.empty() &&
           owner.end <= finding.anchor() &&
           (article.has(owner.begin, Known::possessive) || article.is(owner.end, language::Part::genitive));
}

bool other_day(const Article& article, detection::TokenRange when, detection::TokenRange other) {
    if (when.empty()) return false;
    const auto value = [&](detection::TokenRange range, Known known) -> std::string_view {
        for (std::uint32_t t = range.begin; t < range.end; ++t) {
            if (const std::uint32_t n = article.match(t, known, range.end); n != 0)
                return article.value({t, t + n}, known);
        }
        return {};
    };
    const std::string_view month = value(when, Known::month);
    if (other.empty()) return !month.empty();
    const std::string_view weekday = value(when, Known::weekday);
    const std::string_view other_weekday = value(other, Known::weekday);
    return month != value(other, Known::month) ||
           (!weekday.empty() && !other_weekday.empty() && weekday != other_weekday);
}

bool goes_on(const Article& article, const attribution::Findings& findings, const sources::Sources& sources,
             std::size_t before, std::size_t i) {
    constexpr std::size_t near = 2;  // lines: a paragraph, and an empty one
    const std::vector<Finding>& all = findings.attributions;
    const std::size_t from = article.line_of(all[before].anchor());
    const std::size_t to = article.line_of(all[i].anchor());
    if (from == to) return true;
    if (!article.pack->heads_first || to > from + near) return false;
    for (std::size_t between = before; between < i; ++between) {
        const std::optional<AgentId> other = sources.speakers[between].source;
        if (all[between].parent == detection::none && other && other != sources.speakers[i].source) return false;
    }
    return true;
}

std::optional<std::size_t> told_on(const Article& article, const attribution::Findings& findings,
                                   const sources::Sources& sources, std::size_t i) {
    const std::vector<Finding>& all = findings.attributions;
    const Finding& finding = all[i];
    if (finding.source.empty() || finding.lemma == nullptr || i == 0 ||
        (finding.lemma->flag_bits & article.pack->continues) == 0)
        return std::nullopt;
    const Finding& before = all[i - 1];
    const bool same = sources.speakers[i - 1].source == sources.speakers[i].source &&
                      article.line_of(before.anchor()) == article.line_of(finding.anchor());
    if (!same || before.parent == detection::none) return std::nullopt;
    const auto teller = sources.speakers[before.parent].source;
    return teller && teller != sources.speakers[i].source ? std::optional(i - 1) : std::nullopt;
}

}  // namespace rawi::chain
