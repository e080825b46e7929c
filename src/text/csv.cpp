#include "text/csv.hpp"

#include <algorithm>
#include <array>

#include "text/json_text.hpp"
#include "text/utf8.hpp"

namespace rawi::text {
namespace {

constexpr unsigned next_line = 0x85, line_separator = 0x2028, paragraph_separator = 0x2029;

bool opens_formula(std::string_view text) {
    constexpr std::string_view marks = "=+-@\t\r\n";
    // Their wide forms, which some spreadsheets take for them.
    constexpr std::array<std::string_view, 4> wide{"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
    return !text.empty() && (marks.find(text.front()) != std::string_view::npos ||
                             std::ranges::any_of(wide, [&](std::string_view mark) { return text.starts_with(mark); }));
}

}  // namespace

std::string csv_cell(std::string_view text) {
    std::string plain;
    plain.reserve(text.size() + 1);
    // Controls mean nothing in a table, and a terminal that shows it obeys them; nor has it an escape for them.
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        const std::size_t length = byte < 0x80 ? 1 : std::max<std::size_t>(sequence_length(text, at), 1);
        const std::string_view character = text.substr(at, length);
        at += length;
        if (length == 1) {
            const bool control = (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F;
            if (!control) plain += character;
            continue;
        }
        const unsigned obeyed = obeyed_by_terminals(character);
        if (obeyed == 0) plain += character;
        if (obeyed == next_line || obeyed == line_separator || obeyed == paragraph_separator) plain += ' ';
    }
    if (opens_formula(plain)) plain.insert(plain.begin(), '\'');
    if (plain.find_first_of(",\"\r\n") == std::string::npos) return plain;
    std::string quoted = "\"";
    for (const char c : plain) quoted.append(c == '"' ? 2 : 1, c);
    return quoted += '"';
}

}  // namespace rawi::text
