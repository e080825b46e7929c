// How concentrated or diverse the sources of an outlet are, with intervals. docs/measures.md gives formulas and
// sources.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "rawi/reliance.hpp"

namespace rawi::corpus {

/// The four measures of a distribution: how many claims each source has. Sources with none do not count.
struct DiversityValues {
    double hhi = 0;
    double shannon = 0;
    double simpson = 0;
    double gini = 0;
};

[[nodiscard]] DiversityValues diversity_of(std::span<const std::uint32_t> counts);

/// The sources of one article's claims: (source, claims), sources numbered from 0.
using ArticleCounts = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// The measures over all claims of `articles`, with 95 % percentile intervals from `replicates` bootstrap samples.
/// Articles are drawn with replacement, each with all its claims, since the claims of one article do not stand for
/// themselves (cluster bootstrap: Davison & Hinkley 1997, "Bootstrap methods and their application", 3.8). The same
/// articles give the same intervals on every machine.
[[nodiscard]] Diversity diversity_of(std::span<const ArticleCounts> articles, std::uint32_t sources,
                                     std::uint32_t replicates);

}  // namespace rawi::corpus
