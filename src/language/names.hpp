// The names of the enumerations' values, as they stand in packs, in JSON and on the screen, and the way back.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "language/reference.hpp"
#include "rawi/agent.hpp"
#include "rawi/attribution.hpp"

namespace rawi::language {

/// The value that is called `name` (by `name_of`, where there is one); nothing where there is none. Defined for
/// AgentKind, ContentType, Contact, Stance, Flag and Reference.
template <class Enum>
[[nodiscard]] std::optional<Enum> from_name(std::string_view name) noexcept;

/// All of them, in the order of the values. Defined for the same.
template <class Enum>
[[nodiscard]] std::span<const std::string_view> names_of() noexcept;

}  // namespace rawi::language
