#include "corpus/diversity.hpp"

#include <algorithm>
#include <cmath>

#include "corpus/words.hpp"

namespace rawi::corpus {
namespace {

/// SplitMix64: the same numbers everywhere, unlike the distributions of <random>.
class Random {
public:
    /// Below `end`. The bias of this way is below end / 2^32.
    std::uint32_t below(std::uint32_t end) {
        state_ += 0x9E3779B97F4A7C15U;
        return static_cast<std::uint32_t>(((mixed(state_) >> 32) * end) >> 32);
    }

private:
    std::uint64_t state_ = 0x7261776900000001U;
};

/// The 2.5th and 97.5th percentile, by linear interpolation between closest ranks (Hyndman & Fan 1996, type 7), less
/// the bias that the samples show: a sample repeats articles, and so looks more concentrated than what it is drawn
/// from.
Interval interval_of(double value, std::vector<double>& samples) {
    Interval interval{.value = value, .low = value, .high = value};
    if (samples.empty()) return interval;
    std::ranges::sort(samples);
    const auto at = [&](double share) {
        const double place = share * static_cast<double>(samples.size() - 1);
        const auto below = static_cast<std::size_t>(place);
        const std::size_t above = std::min(below + 1, samples.size() - 1);
        return samples[below] + (place - static_cast<double>(below)) * (samples[above] - samples[below]);
    };
    double bias = -value;
    for (const double sample : samples) bias += sample / static_cast<double>(samples.size());
    interval.low = std::clamp(at(0.025) - bias, 0.0, 1.0);
    interval.high = std::clamp(at(0.975) - bias, 0.0, 1.0);
    return interval;
}

}  // namespace

DiversityValues diversity_of(std::span<const std::uint32_t> counts) {
    // How many sources have one claim, two claims, ...: thousands of samples are measured, and this needs no sorting.
    std::vector<std::uint32_t> sources_with;
    for (const std::uint32_t count : counts) {
        if (count >= sources_with.size()) sources_with.resize(count + 1, 0);
        ++sources_with[count];
    }
    double claims = 0;
    double sources = 0;
    double squares = 0;
    double pairs = 0;    // of claims with the same source
    double ranked = 0;   // claims, weighted by the rank of their source
    double entropy = 0;  // in the sum of count log(count)
    for (std::size_t count = 1; count < sources_with.size(); ++count) {
        const auto those = static_cast<double>(sources_with[count]);
        const auto each = static_cast<double>(count);
        ranked += each * (those * sources + those * (those + 1) / 2);  // ranks sources+1 ... sources+those
        claims += those * each;
        sources += those;
        squares += those * each * each;
        pairs += those * each * (each - 1);
        entropy += those * each * std::log(each);
    }
    DiversityValues values;
    if (sources == 0) return values;
    values.hhi = squares / (claims * claims);
    values.shannon = sources > 1 ? (std::log(claims) - entropy / claims) / std::log(sources) : 0;
    values.simpson = claims > 1 ? 1 - pairs / (claims * (claims - 1)) : 0;
    values.gini = 2 * ranked / (sources * claims) - (sources + 1) / sources;
    return values;
}

Diversity diversity_of(std::span<const ArticleCounts> articles, std::uint32_t sources, std::uint32_t replicates) {
    std::vector<std::uint32_t> counts(sources, 0);
    for (const ArticleCounts& article : articles) {
        for (const auto& [source, claims] : article) counts[source] += claims;
    }
    const DiversityValues found = diversity_of(counts);
    Diversity diversity;
    diversity.sources =
        static_cast<std::uint32_t>(std::ranges::count_if(counts, [](std::uint32_t count) { return count > 0; }));
    std::vector<double> hhi, shannon, simpson, gini;
    Random random;
    const auto draws = static_cast<std::uint32_t>(articles.size());
    for (std::uint32_t replicate = 0; replicate < replicates && draws > 0; ++replicate) {
        std::ranges::fill(counts, 0);
        for (std::uint32_t draw = 0; draw < draws; ++draw) {
            for (const auto& [source, claims] : articles[random.below(draws)]) counts[source] += claims;
        }
        const DiversityValues sample = diversity_of(counts);
        hhi.push_back(sample.hhi);
        shannon.push_back(sample.shannon);
        simpson.push_back(sample.simpson);
        gini.push_back(sample.gini);
    }
    diversity.hhi = interval_of(found.hhi, hhi);
    diversity.shannon = interval_of(found.shannon, shannon);
    diversity.simpson = interval_of(found.simpson, simpson);
    diversity.gini = interval_of(found.gini, gini);
    return diversity;
}

}  // namespace rawi::corpus
