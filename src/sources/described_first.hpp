// Who is described before anybody is named (a headline's "expert", "a minister"), and named when he goes on.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// The only one who speaks in the headline by an office or a description, where `mention`, who speaks first below it,
/// may be meant: "former official: ...", then "Jane Doe, once a coordinator, said".
[[nodiscard]] std::optional<AgentId> announced(const AgentTable& table, const Mention& mention);

/// "An official said. Jane Doe went on": the only one who has spoken so far, if described without a name, by words that
/// the named one may be described by, or by none but a name behind a verb that `continues` what was said.
[[nodiscard]] std::optional<AgentId> described_first(const AgentTable& table, const Mention& mention, bool continues);

}  // namespace rawi::sources
