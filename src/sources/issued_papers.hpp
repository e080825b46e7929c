// The papers of the agents, as the table of agents knows them: who puts them out, and whose they are.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// وجاء في البيان: the latest speaker, if it is a body and what is spoken of is such as bodies put out.
[[nodiscard]] std::optional<AgentId> announcer(const AgentTable& table, const Mention& mention);

/// "The statement", and where heads stand first هذا البيان, البيان الذي نشر أمس, المسح: the latest who has put out a
/// paper that is called so.
[[nodiscard]] std::optional<AgentId> issuer_of(const AgentTable& table, const Mention& mention);

/// Its site, its statement: a paper with a pronoun that says whose it is.
[[nodiscard]] bool own_paper(const Article& article, const Mention& mention);

/// Whoever the pronoun of such a paper means: of those known to be of its gender the latest, else the latest that fits.
[[nodiscard]] std::optional<AgentId> owner_of_paper(const AgentTable& table, const Mention& mention);

}  // namespace rawi::sources
