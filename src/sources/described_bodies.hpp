// Which body, outlet, poll or pair a definite description means, in languages that write names with capitals: "the
// company", "the newspaper", "the two".
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// "The company": of the bodies with a name that have spoken, or that a speaker belongs to, the one of which the text
/// spoke last. What is called a university is no company; a group may be anything.
[[nodiscard]] std::optional<AgentId> latest_body(const AgentTable& table, const Mention& mention);

/// "The newspaper": the outlet named last before it. An agency is called so.
[[nodiscard]] std::optional<AgentId> outlet_before(const AgentTable& table, const Mention& mention);

/// The poll met last.
[[nodiscard]] std::optional<AgentId> latest_survey(const AgentTable& table);

/// The latest who have been named together.
[[nodiscard]] std::optional<AgentId> latest_joint(const AgentTable& table);

}  // namespace rawi::sources
