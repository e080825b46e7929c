// Who has words from whom without saying so: the same as by comparing all with all, and in little time.
#include "corpus/trace_credit.hpp"

#include <catch2/catch.hpp>
#include <random>

#include "corpus/likeness.hpp"

using namespace rawi;
using corpus::TracedClaim;

namespace {

/// By what is said of `find_uncredited`, each claim with each before.
std::string same_words_as(const std::vector<TracedClaim>& claims, std::size_t later) {
    const TracedClaim& claim = claims[later];
    if (!claim.moment || !claim.credited.empty()) return {};
    for (std::size_t i = 0; i < later; ++i) {
        const TracedClaim& other = claims[i];
        if (!other.moment || other.shown.outlet == claim.shown.outlet) continue;
        if (!text::known_earlier(*other.moment, *claim.moment)) continue;
        const double shorter = static_cast<double>(std::min(claim.words.size(), other.words.size()));
        const double longer = static_cast<double>(std::max(claim.words.size(), other.words.size()));
        if (shorter < 6 || 2 * shorter < 0.8 * (shorter + longer)) continue;
        const auto how = corpus::likeness(other.words, claim.words);
        if (how.shared >= 6 && how.similarity() >= 0.8) return other.shown.id;
    }
    return {};
}

/// Claims with words that a few texts have in common, changed here and there.
std::vector<TracedClaim> made(std::mt19937& random, std::size_t count, std::size_t longest) {
    const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
    std::vector<std::vector<std::uint64_t>> texts(3);
    for (auto& words : texts) {
        for (std::size_t i = 1 + below(longest); i > 0; --i) words.push_back(1 + below(longest));
    }
    std::vector<TracedClaim> claims(count);
    for (std::size_t i = 0; i < count; ++i) {
        TracedClaim& claim = claims[i];
        claim.shown.id = std::to_string(i);
        claim.shown.outlet = "outlet " + std::to_string(below(3));
        claim.words = texts[below(texts.size())];
        for (std::size_t changes = below(longest / 6 + 3); changes > 0; --changes) {
            const auto at = claim.words.begin() + static_cast<std::ptrdiff_t>(below(claim.words.size()));
            if (below(3) == 0)
                claim.words.insert(at, 1 + below(2 * longest));
            else if (below(2) == 0 && claim.words.size() > 1)
                claim.words.erase(at);
            else
                *at = 1 + below(2 * longest);
        }
        if (below(12) != 0) {
            const bool exact = below(3) != 0;
            const auto hours = static_cast<std::int64_t>(i / 4);
            claim.moment = text::Moment{3600 * (exact ? hours : hours / 24 * 24), exact};
        }
        if (below(8) == 0) claim.credited.push_back({.name = "Reuters", .outlet = "reuters"});
    }
    std::ranges::stable_sort(claims, {}, [](const TracedClaim& claim) {
        return std::pair(!claim.moment, claim.moment ? claim.moment->seconds : 0);
    });
    return claims;
}

}  // namespace

TEST_CASE("who credits nobody is found as by comparing each claim with each before") {
    std::mt19937 random(20190828);
    std::size_t marked = 0;
    for (const std::size_t longest : {8U, 8U, 12U, 12U, 20U, 20U, 40U, 40U, 90U, 500U}) {
        const std::vector<TracedClaim> before = made(random, 200, longest);
        std::vector<TracedClaim> claims = before;
        corpus::find_uncredited(claims);
        for (std::size_t i = 0; i < claims.size(); ++i) {
            INFO(longest << ", claim " << i);
            const std::string same = same_words_as(before, i);
            CHECK(claims[i].shown.same_words_as == same);
            CHECK(claims[i].shown.uncredited == !same.empty());
            marked += same.empty() ? 0 : 1;
        }
    }
    CHECK(marked > 200);
    CHECK(marked < 1800);
}

TEST_CASE("who credits nobody, and who is credited and not here, is found in little time among very many claims") {
    constexpr std::size_t many = 30'000;  // with work for each pair of claims this test would take minutes
    std::vector<TracedClaim> claims(many);
    for (std::size_t i = 0; i < many; ++i) {
        TracedClaim& claim = claims[i];
        claim.shown.id = std::to_string(i);
        claim.shown.outlet = "outlet " + std::to_string(i);
        claim.moment = text::Moment{static_cast<std::int64_t>(i), true};
        for (std::uint64_t word = 0; word < 22; ++word) claim.words.push_back(word < 15 ? word : 100 * (i + 1) + word);
        if (i % 2 == 1)
            claim.credited.push_back({.name = "wire", .kind = AgentKind::outlet, .outlet = "wire " + claim.shown.id});
    }
    claims.back().credited.clear();
    claims.back().words = claims.front().words;
    corpus::find_uncredited(claims);
    CHECK(std::ranges::count_if(claims, [](const TracedClaim& claim) { return claim.shown.uncredited; }) == 1);
    CHECK(claims.back().shown.same_words_as == "0");
    const auto missing = corpus::find_missing(claims, {{"wire 3", 7}});
    REQUIRE(missing.size() == many / 2 - 1);
    CHECK(missing[1].outlet == "wire 3");
    CHECK(missing[1].articles == 7);
    REQUIRE(missing[1].sought.size() == 1);
    CHECK(missing[1].sought[0].credited_in == std::vector<std::string>{"3"});
}
