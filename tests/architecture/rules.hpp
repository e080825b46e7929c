// The rules of the house, as far as they show in the text of a source file: who may include whom, and what may not
// stand in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rawi::tests {

/// The rules that `text`, the file at `path` (relative to the source directory, with '/'), breaks. One line each,
/// "path:line: why".
[[nodiscard]] std::vector<std::string> broken_rules(std::string_view path, std::string_view text);

}  // namespace rawi::tests
