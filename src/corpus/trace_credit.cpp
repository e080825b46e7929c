#include "corpus/trace_credit.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <unordered_map>

#include "corpus/likeness.hpp"
#include "corpus/words.hpp"

namespace rawi::corpus {
namespace {

using Words = std::vector<std::uint64_t>;

constexpr std::size_t fewest_words = 6;
constexpr double nearly_the_same = 0.8;

/// The fewest words that claims of so many share in order where they are nearly the same.
constexpr std::size_t needed(std::size_t one, std::size_t other) {
    return (2 * (one + other) + 4) / 5;
}

bool same_words(const Words& one, const Words& other) {
    const std::size_t shorter = std::min(one.size(), other.size());
    const std::size_t longer = std::max(one.size(), other.size());
    if (2.0 * static_cast<double>(shorter) < nearly_the_same * static_cast<double>(shorter + longer)) return false;
    const Likeness how = likeness(one, other);
    return how.shared >= fewest_words && how.similarity() >= nearly_the_same;
}

/// Other outlets that the article has the words from.
std::vector<TraceStation> credited_by(const TracedClaim& claim) {
    std::vector<TraceStation> outlets = claim.credited;
    for (const TraceStation& station : claim.shown.path) {
        if (station.outlet.empty() || station.outlet == claim.shown.outlet) continue;
        if (std::ranges::find(outlets, station.outlet, &TraceStation::outlet) == outlets.end())
            outlets.push_back(station);
    }
    return outlets;
}

/// The first of some claims: as many as it takes to tell which of them is the first of another outlet that is known to
/// be earlier than a later claim. Among times of day, and among days, the first one is earlier if any is.
class Firsts {
public:
    explicit Firsts(const std::vector<TracedClaim>& claims) : claims_(&claims) {}

    /// Claims come in order of time.
    void add(std::size_t claim) {
        auto& [first, other] = by_precision_[at(claim).moment->exact ? 1 : 0];
        if (!first)
            first = claim;
        else if (!other && at(claim).shown.outlet != at(*first).shown.outlet)
            other = claim;
    }

    [[nodiscard]] std::optional<std::size_t> before(std::size_t later) const {
        std::optional<std::size_t> found;
        for (const auto& [first, other] : by_precision_) {
            const auto earlier = first && at(*first).shown.outlet == at(later).shown.outlet ? other : first;
            if (!earlier || !text::known_earlier(*at(*earlier).moment, *at(later).moment)) continue;
            if (!found || *earlier < *found) found = earlier;
        }
        return found;
    }

private:
    [[nodiscard]] const TracedClaim& at(std::size_t claim) const { return (*claims_)[claim]; }

    const std::vector<TracedClaim>* claims_;
    std::array<std::pair<std::optional<std::size_t>, std::optional<std::size_t>>, 2> by_precision_;
};

/// The words of each claim, the rarest before, the second time that one stands in a claim being another word than the
/// first.
class RarestFirst {
public:
    explicit RarestFirst(const std::vector<TracedClaim>& claims) {
        for (const TracedClaim& claim : claims) {
            for (const std::uint64_t word : counted(claim.words)) ++times_[word];
        }
    }

    [[nodiscard]] Words operator()(const Words& claim) const {
        Words words = counted(claim);
        std::ranges::sort(words, {}, [this](std::uint64_t word) { return std::pair(times_.at(word), word); });
        return words;
    }

private:
    static Words counted(const Words& claim) {
        Words words(claim.begin(), claim.begin() + static_cast<std::ptrdiff_t>(std::min(claim.size(), most_compared)));
        std::ranges::sort(words);
        std::uint64_t before = 0;
        std::uint64_t repeated = 0;
        for (std::uint64_t& word : words) {
            repeated = word == before ? repeated + 1 : 0;
            before = word;
            if (repeated > 0) word = mixed(word + repeated);
        }
        return words;
    }

    std::unordered_map<std::uint64_t, std::size_t> times_;
};

/// Claims by their words, to look up those that are nearly the same without comparing all with all. Where two share as
/// many words as they need to, the rarest word that they share has that many behind it in both (prefix filtering:
/// Chaudhuri, Ganti & Kaushik 2006, "A primitive operator for similarity joins in data cleaning"; by place in the
/// claim: Xiao et al. 2008, "Efficient similarity joins for near duplicate detection"). Nothing is missed.
class SameWords {
public:
    explicit SameWords(const std::vector<TracedClaim>& claims) : claims_(claims), rarest_first_(claims) {}

    /// Claims come in order of time.
    void add(std::size_t claim) {
        const Words& words = claims_[claim].words;
        const auto [known, is_new] = numbers_.try_emplace(words, groups_.size());
        if (is_new) {
            groups_.push_back({&words, Firsts(claims_)});
            put(rarest_first_(words), known->second);
        }
        groups_[known->second].firsts.add(claim);
    }

    /// The first claim of another outlet that is known to be earlier and has nearly the same words.
    [[nodiscard]] std::optional<std::size_t> before(std::size_t later) const {
        const Words& words = claims_[later].words;
        std::vector<std::pair<std::size_t, std::size_t>> candidates;  // the claim and its group
        for (const std::size_t group : near(rarest_first_(words))) {
            if (const auto earlier = groups_[group].firsts.before(later)) candidates.emplace_back(*earlier, group);
        }
        std::ranges::sort(candidates);
        const auto found = std::ranges::find_if(
            candidates, [&](const auto& candidate) { return same_words(*groups_[candidate.second].words, words); });
        return found == candidates.end() ? std::nullopt : std::optional(found->first);
    }

private:
    struct Group {  // of claims with the very same words
        const Words* words;
        Firsts firsts;
    };
    struct Posting {
        std::size_t place;
        std::size_t group;
    };

    void put(const Words& rarest, std::size_t group) {
        const std::size_t size = rarest.size();
        const std::size_t shortest = (2 * size + 2) / 3;  // that may be nearly the same
        for (std::size_t place = 0; place + needed(size, shortest) <= size; ++place)
            postings_[rarest[place]][size].push_back({place, group});
    }

    [[nodiscard]] std::set<std::size_t> near(const Words& rarest) const {
        std::set<std::size_t> groups;
        for (std::size_t place = 0; place < rarest.size(); ++place) {
            const auto known = postings_.find(rarest[place]);
            if (known == postings_.end()) continue;
            for (const auto& [size, postings] : known->second) {
                const std::size_t shared = needed(rarest.size(), size);
                if (place + shared > rarest.size()) continue;
                for (const Posting& posting : postings) {
                    if (posting.place + shared <= size) groups.insert(posting.group);
                }
            }
        }
        return groups;
    }

    const std::vector<TracedClaim>& claims_;
    RarestFirst rarest_first_;
    std::map<Words, std::size_t> numbers_;
    std::vector<Group> groups_;
    std::unordered_map<std::uint64_t, std::map<std::size_t, std::vector<Posting>>> postings_;  // by word, then size
};

}  // namespace

void find_uncredited(std::vector<TracedClaim>& claims) {
    SameWords earlier(claims);
    Firsts any(claims);
    for (std::size_t i = 0; i < claims.size(); ++i) {
        TracedClaim& claim = claims[i];
        if (!claim.moment || claim.words.size() < fewest_words) continue;
        if (any.before(i) && credited_by(claim).empty()) {
            if (const auto same = earlier.before(i)) {
                claim.shown.uncredited = true;
                claim.shown.same_words_as = claims[*same].shown.id;
            }
        }
        any.add(i);
        earlier.add(i);
    }
}

std::vector<MissingLink> find_missing(const std::vector<TracedClaim>& claims,
                                      const std::map<std::string, std::size_t>& articles) {
    std::set<std::string_view> here;
    for (const TracedClaim& claim : claims) here.insert(claim.shown.outlet);
    std::vector<MissingLink> missing;
    std::map<std::string, std::size_t> places;
    std::map<std::pair<std::size_t, Words>, std::size_t> statements;  // of an outlet, by their words
    const auto take = [&](const TracedClaim& claim) {
        for (const TraceStation& station : credited_by(claim)) {
            if (here.contains(station.outlet)) continue;
            const auto [place, is_new] = places.try_emplace(station.outlet, missing.size());
            if (is_new) {
                const auto its = articles.find(station.outlet);
                missing.push_back({.outlet = station.outlet,
                                   .name = station.name,
                                   .sought = {},
                                   .articles = its == articles.end() ? 0 : its->second});
            }
            auto& sought = missing[place->second].sought;
            const auto [statement, is_other] =
                statements.try_emplace(std::pair(place->second, claim.words), sought.size());
            if (is_other) {
                // Claims come in order of time: the first one that credits it says by when it was out.
                sought.push_back({.words = claim.shown.content,
                                  .no_later_than = claim.moment ? text::day_of(*claim.moment) : std::string(),
                                  .credited_in = {}});
            }
            sought[statement->second].credited_in.push_back(claim.shown.id);
        }
    };
    for (const bool carrying : {true, false}) {
        for (const TracedClaim& claim : claims) {
            if (claim.shown.carries == carrying) take(claim);
        }
    }
    return missing;
}

}  // namespace rawi::corpus

namespace rawi {

std::size_t MissingLink::credits() const {
    std::size_t count = 0;
    for (const SoughtStatement& statement : sought) count += statement.credited_in.size();
    return count;
}

}  // namespace rawi
