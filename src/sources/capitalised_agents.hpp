// Whom a mention means, in languages that write names with capitals.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// The agent whom `mention` means, if one is known.
[[nodiscard]] std::optional<AgentId> find_capitalised(const AgentTable& table, const Mention& mention);

/// The agent whom the mention's possessor names, or whom its possessive pronoun means.
[[nodiscard]] std::optional<AgentId> owner_of(const AgentTable& table, const Mention& mention);

}  // namespace rawi::sources
