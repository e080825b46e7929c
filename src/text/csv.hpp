// Cells of comma-separated values.
#pragma once

#include <string>
#include <string_view>

namespace rawi::text {

/// `text`, valid UTF-8, as a cell: RFC 4180, quotation marks doubled; without controls and what reorders text (bidi
/// embeddings, overrides, isolates), by which a cell would show what it does not hold; line separators of Unicode are
/// spaces. What begins with = + - @ (wide ones as well) or with white space that a spreadsheet passes over, which it
/// would run as a formula, quotation marks or not, gets an apostrophe before it (OWASP, "CSV injection").
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace rawi::text
