// What a mention adds to what is known of the agent whom it means.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// The agent is spoken of by the mention: words, descriptions, kind, agreement, and the name if it is a fuller one.
void learn(AgentTable& table, AgentId id, const Mention& mention);

/// The same for nothing but a body's own name and its other one; what has been taken for a person by its name alone is
/// that body.
void learn_own_name(AgentTable& table, AgentId id, const Mention& mention);

/// What speaks is a person unless more is known.
void learn_that_speaks(AgentTable& table, AgentId id);

/// A verb of this agreement has had the agent as its subject: it tells a woman whom her office (وزير) does not.
void learn_voice(AgentTable& table, AgentId id, language::Agreement verb);

}  // namespace rawi::sources
