// The files of tests/languages/odd, embedded in the tests as packs are embedded in the library.
#pragma once

#include <span>

#include "language/embedded.hpp"

namespace rawi::tests {

[[nodiscard]] std::span<const language::EmbeddedFile> odd_files() noexcept;

}  // namespace rawi::tests
