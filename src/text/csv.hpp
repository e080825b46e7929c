// Cells of comma-separated values.
#pragma once

#include <string>
#include <string_view>

namespace rawi::text {

/// `text` as a cell: RFC 4180, quotation marks doubled; without NUL, which ends a cell for many readers. What begins
/// with = + - @ (wide ones as well) or with a control character, which a spreadsheet would run as a formula, quotation
/// marks or not, gets an apostrophe before it (OWASP, "CSV injection").
[[nodiscard]] std::string csv_cell(std::string_view text);

}  // namespace rawi::text
