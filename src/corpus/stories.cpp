// Shared stories: claims that repeat one another, who had them first, and how long the others took.
#include <algorithm>
#include <map>
#include <span>
#include <unordered_map>

#include "corpus/groups.hpp"
#include "corpus/reliance_scan.hpp"

namespace rawi::corpus {
namespace {

constexpr double hour = 3600;
constexpr std::int64_t day = 86400;

/// How much later the one is; whole days where one of them is known by its day only.
std::int64_t delay(text::Moment first, text::Moment later) {
    if (first.exact && later.exact) return later.seconds - first.seconds;
    const auto whole = [](std::int64_t seconds) { return (seconds - (seconds % day + day) % day) / day; };
    return (whole(later.seconds) - whole(first.seconds)) * day;
}

double median(std::vector<double>& values) {
    std::ranges::sort(values);
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

/// When each outlet first had the story.
using Story = std::map<std::uint32_t, std::optional<text::Moment>>;

void count_story(const Story& story, std::vector<RelianceScan::Outlet>& outlets,
                 std::map<std::uint32_t, std::vector<double>>& delays) {
    std::optional<std::pair<std::uint32_t, text::Moment>> first;
    for (const auto& [outlet, moment] : story) {
        ++outlets[outlet].counted.stories;
        if (moment && (!first || moment->seconds < first->second.seconds)) first = {outlet, *moment};
    }
    if (!first) return;
    // The first one is only known to be so if all others were later and their dates are known.
    bool alone = true;
    for (const auto& [outlet, moment] : story) {
        if (outlet == first->first) continue;
        if (!moment) {
            alone = false;
            continue;
        }
        const std::int64_t late = delay(first->second, *moment);
        alone = alone && late > 0;
        delays[outlet].push_back(static_cast<double>(late) / hour);
    }
    if (alone) ++outlets[first->first].counted.first;
}

}  // namespace

std::size_t count_stories(std::span<const std::pair<std::int64_t, std::int64_t>> links,
                          const std::vector<StoryClaim>& claims, std::vector<RelianceScan::Outlet>& outlets) {
    std::unordered_map<std::int64_t, std::size_t> index;
    for (std::size_t i = 0; i < claims.size(); ++i) index.emplace(claims[i].number, i);
    Groups groups(claims.size());
    for (std::size_t i = 0; i < claims.size(); ++i) {
        // Only what these claims repeat: the links of a whole corpus would be gone through for each of its days.
        auto link =
            std::ranges::lower_bound(links, claims[i].number, {}, &std::pair<std::int64_t, std::int64_t>::first);
        for (; link != links.end() && link->first == claims[i].number; ++link) {
            if (const auto other = index.find(link->second); other != index.end()) groups.join(i, other->second);
        }
    }
    std::map<std::size_t, Story> stories;
    for (std::size_t i = 0; i < claims.size(); ++i) {
        const auto [place, is_new] = stories[groups.of(i)].try_emplace(claims[i].outlet, claims[i].moment);
        std::optional<text::Moment>& known = place->second;
        if (!is_new && claims[i].moment && (!known || claims[i].moment->seconds < known->seconds))
            known = claims[i].moment;
    }
    std::size_t shared = 0;
    std::map<std::uint32_t, std::vector<double>> delays;
    for (const auto& [group, story] : stories) {
        if (story.size() < 2) continue;
        ++shared;
        count_story(story, outlets, delays);
    }
    for (auto& [outlet, values] : delays) outlets[outlet].counted.median_delay = median(values);
    return shared;
}

}  // namespace rawi::corpus
