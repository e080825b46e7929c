// Whom a mention means, of the agents that the article has spoken of.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// The agent whom `mention` means, if one is known.
[[nodiscard]] std::optional<AgentId> find_agent(const AgentTable& table, const Mention& mention);

/// The agent of an outlet in the list of outlets, or of a name: `words` are all of it, `own` those that stand in no
/// other outlet's of its kind.
[[nodiscard]] std::optional<AgentId> find_outlet(const AgentTable& table, std::string_view key, const Words& words,
                                                 const Words& own = {});

}  // namespace rawi::sources
