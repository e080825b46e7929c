// The themes of `graphs/themes/`, as they were on disk when rawi was built.
#pragma once

#include <span>

#include "language/embedded.hpp"

namespace rawi::writing {

/// Every file below `graphs/themes/`, sorted by name; the folder of all is "themes".
[[nodiscard]] std::span<const language::EmbeddedFile> embedded_themes() noexcept;

}  // namespace rawi::writing
