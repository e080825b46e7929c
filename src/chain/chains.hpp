// Speakers and relays to chains: speaker → relays → publisher, with how each hop is known.
#pragma once

#include <vector>

#include "attribution/finding.hpp"
#include "rawi/attribution.hpp"
#include "sources/sources.hpp"

namespace rawi::chain {

struct Chain {
    std::vector<AgentId> agents;
    std::vector<Hop> hops;
    bool inherited = false;
};

/// One chain for each finding.
[[nodiscard]] std::vector<Chain> build_chains(const detection::Article& article, const attribution::Findings& findings,
                                              const sources::Sources& sources);

}  // namespace rawi::chain
