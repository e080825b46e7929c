// Whom a definite description means that says no more than what kind he is of: the source, the official, the
// newspaper, the prince, the latter.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// "The senator": of those with a name who spoke or were subjects the latest whom nothing speaks against.
[[nodiscard]] std::optional<AgentId> latest_person(const AgentTable& table, const Mention& mention);

/// Of those who spoke the latest of the kind that the mention refers to.
[[nodiscard]] std::optional<AgentId> latest_of_kind(const AgentTable& table, const Mention& mention);

/// المصدر: whoever spoke last; but المصادر are no newspaper and no one person.
[[nodiscard]] std::optional<AgentId> latest_source(const AgentTable& table, const Mention& mention);

/// "The latter": the person whom the text has mentioned last, in words that agree.
[[nodiscard]] std::optional<AgentId> last_mentioned(const AgentTable& table, const Mention& latter);

/// "The prince": the latest spoken of who has been called so, by a title that is no part of the name.
[[nodiscard]] std::optional<AgentId> titled(const AgentTable& table, const Mention& mention);

/// سموه: the latest of those who spoke or were spoken of who has such a title or office; or else the first who is met
/// with the title, or with the office.
[[nodiscard]] std::optional<AgentId> addressed(const AgentTable& table, const Mention& mention);

/// "In a statement to the newspaper", where no other outlet has been named: the one that publishes the article.
[[nodiscard]] std::optional<AgentId> own_outlet(const AgentTable& table, const Mention& mention);

}  // namespace rawi::sources
