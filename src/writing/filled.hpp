// Sentences with places for what is counted or named: "{} of {} articles".
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace rawi::writing {

/// `pattern` with each "{}" in turn replaced by a value; values that find no place are left out.
[[nodiscard]] inline std::string filled(std::string pattern, std::initializer_list<std::string_view> values) {
    std::size_t at = 0;
    for (const std::string_view value : values) {
        at = pattern.find("{}", at);
        if (at == std::string::npos) break;
        pattern.replace(at, 2, value);
        at += value.size();
    }
    return pattern;
}

}  // namespace rawi::writing
