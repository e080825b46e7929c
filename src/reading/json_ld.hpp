// schema.org articles in the JSON-LD of a page.
#pragma once

#include <optional>
#include <string_view>

#include "reading/input.hpp"

namespace rawi::reading {

/// The first article that `script` describes; none if it describes none or is not JSON.
[[nodiscard]] std::optional<Article> article_from_json_ld(std::string_view script);

}  // namespace rawi::reading
