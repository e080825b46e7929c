// Letters of names that are ASCII by their standards: header fields, tags, file extensions.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace rawi::text {

/// A to Z as a to z, whatever the locale; all other bytes stay as they are.
[[nodiscard]] constexpr char small_letter(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
[[nodiscard]] constexpr bool is_ascii_letter(char c) {
    return small_letter(c) >= 'a' && small_letter(c) <= 'z';
}

/// All of `text` so.
[[nodiscard]] inline std::string small_letters(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), small_letter);
    return small;
}

}  // namespace rawi::text
