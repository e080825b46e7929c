// Whom a pronoun or a dropped subject can mean: of those who spoke or were spoken of, the latest that fits.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// The latest speaker that `agreement` fits.
[[nodiscard]] std::optional<AgentId> latest(const AgentTable& table, language::Agreement agreement);

/// The latest outlet that spoke or passed on, besides the publisher, that `agreement` fits.
[[nodiscard]] std::optional<AgentId> latest_outlet(const AgentTable& table, language::Agreement agreement);

/// The latest speaker or subject whom a pronoun of that agreement can mean that stands at the token `at`; `papers`:
/// whether that can be a document.
[[nodiscard]] std::optional<AgentId> antecedent(const AgentTable& table, language::Agreement agreement,
                                                std::uint32_t at, bool papers = true);

/// Where the paragraph begins that stands `count` paragraphs before the one of `at`.
[[nodiscard]] std::uint32_t paragraphs_before(const Article& article, std::uint32_t at, int count);

}  // namespace rawi::sources
