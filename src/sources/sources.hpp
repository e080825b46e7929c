// Findings to agents: which noun phrases, pronouns and dropped subjects mean the same one.
#pragma once

#include <optional>
#include <vector>

#include "attribution/finding.hpp"
#include "rawi/agent.hpp"
#include "rawi/document.hpp"
#include "sources/mention.hpp"

namespace rawi::sources {

/// Who speaks in a finding, and who passes on.
struct Speakers {
    std::optional<AgentId> source;
    std::vector<std::optional<AgentId>> relays;  ///< parallel to `Finding::relays`
    bool dropped = false;                        ///< known by agreement alone
};

struct Sources {
    std::vector<Agent> agents;
    AgentId publisher{};
    std::vector<AgentId> carriers;  ///< agencies credited for the whole article, besides the publisher
    std::vector<TokenRange> carrier_phrases;
    std::vector<Speakers> speakers;  ///< parallel to the findings
};

[[nodiscard]] Sources find_sources(const Article& article, const attribution::Findings& findings);

}  // namespace rawi::sources
