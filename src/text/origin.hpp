// Where an article comes from whose id was made, told without the name of the file.
#pragma once

#include <string>
#include <string_view>

namespace rawi::text {

/// A print of `Metadata::origin`, the same for the same file and line; of standard input, and of what is a print, the
/// origin itself. What is saved or kept of an article may be handed on, and names of folders are nobody's business.
[[nodiscard]] std::string print_of_origin(std::string_view origin);

}  // namespace rawi::text
