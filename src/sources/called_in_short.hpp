// Whom an office or a body means that is called otherwise than before: by its country's adjective, by its field alone.
#pragma once

#include <utility>
#include <vector>

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// وزير الداخلية البحريني of فلان وزير الداخلية في البحرين: the only one here who holds the office, of the country
/// itself or by its adjective.
[[nodiscard]] std::optional<AgentId> holder_of_office(const AgentTable& table, const Mention& mention);

/// الرئيس الأمريكي, where the article has spoken of Trump by his name alone, and of nobody else so: who holds an office
/// for a country is known to all readers.
[[nodiscard]] std::optional<AgentId> named_before(const AgentTable& table, const Mention& mention);

/// "كوكاكولا said", then الشركة: a body that has been called by its name alone, where none has been called so.
[[nodiscard]] std::optional<AgentId> body_by_name(const AgentTable& table, const Mention& mention);

/// What a body is for, behind the nouns that say what it is: الطيران المدني of الهيئة العامة للطيران المدني.
[[nodiscard]] Words field_of(const Article& article, const Mention& mention);

/// "المركزي" of البنك المركزي: a body by its field alone, behind its name.
[[nodiscard]] std::optional<AgentId> called_by_field(const AgentTable& table, const Mention& mention);

/// «الأرصاد» in the headline, هيئة الأرصاد below it: those whom the headline calls by what a body is for, each with the
/// body that is named below.
[[nodiscard]] std::vector<std::pair<AgentId, AgentId>> bodies_of_headline(const AgentTable& table);

}  // namespace rawi::sources
