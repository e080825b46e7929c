// Text on a screen of fixed columns: how wide it is, where it breaks, and what of it is safe to show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace rawi::text {

/// How many columns a terminal gives `text`: combining marks and invisible characters 0, East Asian wide ones and emoji
/// 2, all others (Arabic among them) 1. Controls count 0; pass `text` through `printable` first.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// Breaks `text` into lines of at most `width` columns (at least 1), where Unicode allows a line to break; a word that
/// is longer than a line is cut between user-perceived characters. The lines are views of `text` without the white
/// space at their ends; there is at least one.
[[nodiscard]] std::vector<std::string_view> wrap(std::string_view text, std::size_t width);

/// `text` as one line that can do no harm on a terminal: white space and line ends become single spaces, controls
/// become escapes such as `\x1B`, bidi embeddings, overrides and isolates become `\u202E`, malformed UTF-8 becomes
/// U+FFFD.
[[nodiscard]] std::string printable(std::string_view text);

/// Whether a character in it is written from right to left.
[[nodiscard]] bool has_right_to_left(std::string_view text);

}  // namespace rawi::text
