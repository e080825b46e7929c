// Countries by their names.
#pragma once

#include <string>
#include <string_view>

namespace rawi::text {

/// What a country is called in a language: "SA" in "en" is Saudi Arabia. The code itself where nobody knows it.
[[nodiscard]] std::string country_name(std::string_view code, std::string_view language);

}  // namespace rawi::text
