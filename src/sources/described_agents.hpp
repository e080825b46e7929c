// Whom an office, a surname or a description means that is no name known in full, where heads stand first.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// A state by its capital, a highness by the form of address, and whoever issued the statement that is spoken of.
[[nodiscard]] std::optional<AgentId> find_office(const AgentTable& table, const Mention& mention);

/// فوكس of نيكي فوكس: what is listed as an outlet's name, where the article has named a person so and no such outlet.
[[nodiscard]] std::optional<AgentId> surname_of_outlet(const AgentTable& table, const Mention& mention);

/// حماس of حركة المقاومة الإسلامية (حماس), لافارج of شركة "لافارج هولسيم": a body by its other name, or by the first
/// word of its own.
[[nodiscard]] std::optional<AgentId> called_otherwise(const AgentTable& table, const Mention& mention);

/// ميتشيل of مايك ميتشل, ريجي of ريجيكامب: a name alone that the article spells in two ways, or cuts short. Of names
/// that the pack lists one letter tells two people apart: سالم, سليم. A name of two words need not stand alone: الفنان
/// سالم الحداد is المخرج الليبي سالم الحداد.
[[nodiscard]] std::optional<AgentId> spelled_otherwise(const AgentTable& table, const Mention& mention);

/// القاضي, then القاضي سالم الحداد: the latest one who has been called by nothing but that title.
[[nodiscard]] std::optional<AgentId> titled_before(const AgentTable& table, const Mention& mention);

/// المبعوث الأممي, الرئيس الأميركي: an office with an adjective is held by the only one here who has been called so.
[[nodiscard]] std::optional<AgentId> only_one_called(const AgentTable& table, const Mention& mention);

/// المحقق مولر, شاكيري المولود في كوسوفو: a surname and an office or what else describes somebody, whom only one here
/// can be.
[[nodiscard]] std::optional<AgentId> only_one_surnamed(const AgentTable& table, const Mention& mention);

}  // namespace rawi::sources
