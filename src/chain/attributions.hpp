// Findings, speakers and chains to the attributions of an analysis.
#pragma once

#include <vector>

#include "attribution/finding.hpp"
#include "chain/chains.hpp"
#include "rawi/attribution.hpp"
#include "sources/sources.hpp"

namespace rawi::chain {

/// One attribution for each finding, with its chain; what is nobody's statement (the publisher's own voice, what
/// somebody does within the words that are quoted of them) is left out.
[[nodiscard]] std::vector<Attribution> make_attributions(const detection::Article& article,
                                                         const attribution::Findings& findings,
                                                         const sources::Sources& sources, std::vector<Chain> chains);

}  // namespace rawi::chain
