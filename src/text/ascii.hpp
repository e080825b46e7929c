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

/// What names of elements and attributes begin with and go on with, in UTF-8 (XML 1.0, but for the letters that it
/// leaves out).
[[nodiscard]] constexpr bool begins_markup_name(char c) {
    return is_ascii_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}
[[nodiscard]] constexpr bool is_of_markup_name(char c) {
    return begins_markup_name(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// All of `text` so.
[[nodiscard]] inline std::string small_letters(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), small_letter);
    return small;
}

}  // namespace rawi::text
