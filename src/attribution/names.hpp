// The names of the enumerations' values, as they stand in JSON and on the screen, and the way back.
#pragma once

#include <optional>
#include <string_view>

#include "rawi/agent.hpp"
#include "rawi/attribution.hpp"

namespace rawi::attribution {

/// The value that `name_of` calls `name`; nothing where there is none. Defined for AgentKind, ContentType, Contact,
/// Stance and Flag.
template <class Enum>
[[nodiscard]] std::optional<Enum> from_name(std::string_view name) noexcept;

}  // namespace rawi::attribution
