// What is an address in the web.
#pragma once

#include <string_view>

namespace rawi::reading {

[[nodiscard]] inline bool is_address(std::string_view text) noexcept {
    return text.starts_with("http://") || text.starts_with("https://");
}

}  // namespace rawi::reading
