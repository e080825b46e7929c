// Whom a description means, in languages that write names with capitals and put heads last.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// Descriptions: the same words; a definite one means the latest who has been described by its head.
[[nodiscard]] std::optional<AgentId> find_described(const AgentTable& table, const Mention& mention);

/// "The cautious candidate", "the Utah Republican": one whom nobody has called so yet may be any person.
[[nodiscard]] bool may_mean_anybody(const Article& article, const Mention& mention);

}  // namespace rawi::sources
