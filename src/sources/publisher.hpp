// Who published and carried the article, and which agents the analysis keeps.
#pragma once

#include <vector>

#include "sources/agent_table.hpp"
#include "sources/sources.hpp"

namespace rawi::sources {

/// The outlets that a byline or credit names.
[[nodiscard]] std::vector<Mention> outlets_in(const Article& article, TokenRange range);

/// Adds the article's outlet to the agents: the one given with it, else the one that its byline names, else an unknown
/// one.
[[nodiscard]] AgentId add_publisher(const Article& article, AgentTable& table);

/// The outlets that carried the article by its byline, in the text or beside it, and by its end credits; the publisher
/// is none of them.
void find_carriers(const Article& article, AgentTable& table, Sources& sources);

/// Agents that neither speak nor pass on are no agents of the analysis: drops them.
void keep_those_who_speak(Sources& sources);

}  // namespace rawi::sources
