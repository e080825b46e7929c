// Mentions become agents: whom each means, made if nobody fits, and what it adds to what is known.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// The agent whom `mention` means, made if nobody fits. Null for a pronoun that nobody fits.
std::optional<AgentId> resolve(AgentTable& table, const Mention& mention);
/// The same where it is known to be `agent`, if there is one.
std::optional<AgentId> resolve(AgentTable& table, const Mention& mention, std::optional<AgentId> agent);

/// The same for a mention that says nothing here: it adds to nobody's name.
std::optional<AgentId> meet(AgentTable& table, const Mention& mention);

/// Where heads stand first: the body in the description of a person (مدير شركة المرسى) is spoken of as well.
void meet_body(AgentTable& table, const Mention& person);

}  // namespace rawi::sources
