#include "corpus/trace_reports.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "corpus/likeness.hpp"

namespace rawi::corpus {
namespace {

bool stands_in(const TracedClaim& inner, const TracedClaim& outer) {
    return std::ranges::find(inner.outer, outer.claim) != inner.outer.end();
}

/// Whether the article reports the words once, by both.
bool same_report(const TracedClaim& kept, const TracedClaim& other) {
    if (stands_in(kept, other) || stands_in(other, kept)) return true;
    if (!kept.in_title && other.in_title) return true;  // a headline tells in short what the text tells
    return kept.shown.similarity > 0 && other.shown.similarity == 0;
}

void take_in(TracedClaim& kept, const TracedClaim& other) {
    for (const TraceStation& station : other.shown.path) {
        if (station.outlet.empty() || station.outlet == other.shown.outlet) continue;
        if (std::ranges::find(kept.credited, station.outlet, &TraceStation::outlet) == kept.credited.end())
            kept.credited.push_back(station);
    }
    kept.shown.from_elsewhere = kept.shown.from_elsewhere || other.shown.from_elsewhere;
}

/// The claims of one article. `model`: words of the claim that the others are compared with, so that of claims within
/// one another it is the like one that stays.
void reduce(std::vector<TracedClaim*>& claims, std::span<const std::uint64_t> model,
            std::span<const std::uint64_t> asked) {
    std::map<const TracedClaim*, std::tuple<bool, bool, bool, double, double, std::size_t>> nearness;
    for (const TracedClaim* claim : claims) {
        const double to_asked = likeness(asked, claim->words).similarity();
        nearness[claim] = {!claim->in_title && claim->shown.similarity > 0,  // the text's before the headline's
                           claim->shown.carries,
                           to_asked == 1,  // the very claim that was asked for
                           likeness(model, claim->words).similarity(),
                           to_asked,
                           claim->shown.path.size()};
    }
    std::ranges::stable_sort(
        claims, [&](const TracedClaim* a, const TracedClaim* b) { return nearness.at(a) > nearness.at(b); });
    std::vector<TracedClaim*> kept;
    for (TracedClaim* claim : claims) {
        const auto same =
            std::ranges::find_if(kept, [&](const TracedClaim* each) { return same_report(*each, *claim); });
        if (same == kept.end())
            kept.push_back(claim);
        else
            take_in(**same, *claim);
    }
    claims = std::move(kept);
}

}  // namespace

void keep_one_of_each_report(std::vector<TracedClaim>& claims, std::span<const std::uint64_t> asked) {
    if (claims.empty()) return;
    std::map<std::int64_t, std::vector<TracedClaim*>> articles;
    for (TracedClaim& claim : claims) articles[claim.article].push_back(&claim);
    const std::int64_t earliest = claims[earliest_of(claims)].article;
    auto& first = articles.at(earliest);
    reduce(first, asked, asked);
    const std::vector<std::uint64_t> model = first.front()->words;
    std::vector<const TracedClaim*> kept;
    for (auto& [article, its] : articles) {
        if (article != earliest) reduce(its, model, asked);
        kept.insert(kept.end(), its.begin(), its.end());
    }
    std::ranges::sort(kept);
    std::vector<TracedClaim> left;
    for (TracedClaim& claim : claims) {
        if (std::ranges::binary_search(kept, &claim)) left.push_back(std::move(claim));
    }
    claims = std::move(left);
}

}  // namespace rawi::corpus
