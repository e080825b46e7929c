#include "text/csv.hpp"

#include <algorithm>
#include <array>

namespace rawi::text {
namespace {

bool opens_formula(std::string_view text) {
    constexpr std::string_view marks = "=+-@\t\r\n";
    // Their wide forms, which some spreadsheets take for them.
    constexpr std::array<std::string_view, 4> wide{"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return !text.empty() && (marks.find(text.front()) != std::string_view::npos ||
                             std::ranges::any_of(wide, [&](std::string_view mark) { return text.starts_with(mark); }));
}

}  // namespace

std::string csv_cell(std::string_view text) {
    std::string plain(text);
    // Controls mean nothing in a table, and a terminal that shows it obeys them.
    std::erase_if(plain, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
    if (opens_formula(plain)) plain.insert(plain.begin(), '\'');
    if (plain.find_first_of(",\"\r\n") == std::string::npos) return plain;
    std::string quoted = "\"";
    for (const char c : plain) quoted.append(c == '"' ? 2 : 1, c);
    return quoted += '"';
}

}  // namespace rawi::text
