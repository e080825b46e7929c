// Letters, digits and blanks of what is ASCII by its standard: header fields, tags, file extensions.
#pragma once

#include <algorithm>
#include <cstddef>
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

[[nodiscard]] constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

/// What names of elements and attributes begin with and go on with, in UTF-8 (XML 1.0, but for the letters that it
/// leaves out).
[[nodiscard]] constexpr bool begins_markup_name(char c) {
    return is_ascii_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}
[[nodiscard]] constexpr bool is_of_markup_name(char c) {
    return begins_markup_name(c) || is_ascii_digit(c) || c == '-' || c == '.';
}

/// All of `text` so.
[[nodiscard]] inline std::string small_letters(std::string_view text) {
    std::string small(text);
    std::transform(small.begin(), small.end(), small.begin(), small_letter);
    return small;
}

/// Without `blanks` at its ends.
[[nodiscard]] constexpr std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r\n\f\v") {
    const std::size_t begin = text.find_first_not_of(blanks);
    return begin == std::string_view::npos ? text.substr(0, 0)
                                           : text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// Whether `words` stand in a row in `all`, in both of which there is one space between words.
[[nodiscard]] constexpr bool stand_in(std::string_view words, std::string_view all) {
    if (words.empty()) return false;
    for (std::size_t at = all.find(words); at != std::string_view::npos; at = all.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        if ((at == 0 || all[at - 1] == ' ') && (end == all.size() || all[end] == ' ')) return true;
    }
    return false;
}

}  // namespace rawi::text
