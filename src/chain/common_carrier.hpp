// The outlet that has made an article or told its story, if there is one: what the text gives no path for came through
// it too (GUIDE, "The chain").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "attribution/finding.hpp"
#include "chain/path.hpp"
#include "sources/sources.hpp"

namespace rawi::chain {

struct CommonCarrier {
    std::optional<AgentId> agent;
    bool made = false;       ///< several sources spoke to it: an agency, whose article it is
    std::uint32_t from = 0;  ///< the sentence that credits it first
};

/// `paths`: one for each attribution of `findings`, as the text states it.
[[nodiscard]] CommonCarrier find_common_carrier(const detection::Article& article,
                                                const attribution::Findings& findings, const sources::Sources& sources,
                                                const std::vector<Path>& paths);

/// Whether the sentence is of the headline or among the first three of the body.
[[nodiscard]] bool in_lead_sentence(const detection::Article& article, std::uint32_t sentence);

}  // namespace rawi::chain
