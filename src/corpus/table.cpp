#include "corpus/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "text/characters.hpp"
#include "text/csv.hpp"
#include "text/width.hpp"

namespace rawi::corpus {
namespace {

constexpr std::size_t widest_text = 32;  // columns of the terminal

std::string measure(double value) {
    std::string text = fmt::format("{:.6f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string csv_of(const Cell& cell) {
    return cell.kind == Cell::Kind::text ? text::csv_cell(cell.text) : text_of(cell);
}

/// The last words, as many as half a column holds: those who are named stand behind their offices.
std::string_view last_words(std::string_view text) {
    std::string_view last;
    for (std::size_t space = text.rfind(' '); space != std::string_view::npos && space != 0;
         space = text.rfind(' ', space - 1)) {
        const std::string_view more = text.substr(space + 1);
        if (text::display_width(more) > widest_text / 2) break;
        last = more;
    }
    return last;
}

/// As it is shown: harmless, and what is wider than the widest column cut in its middle.
std::string shown(const Cell& cell) {
    std::string text = text::printable(text_of(cell));
    if (text::display_width(text) <= widest_text) return text;
    const std::string_view last = last_words(text);
    const std::size_t left = widest_text - 1 - (last.empty() ? 0 : text::display_width(last) + 2);
    std::string cut(text::wrap(text, left).front());
    return last.empty() ? cut + "…" : cut.append(" … ").append(last);
}

}  // namespace

std::string text_of(const Cell& cell) {
    switch (cell.kind) {
        case Cell::Kind::text: return cell.text;
        case Cell::Kind::count: return std::to_string(cell.count);
        case Cell::Kind::measure: return measure(cell.measure);
        case Cell::Kind::nothing: break;
    }
    return {};
}

void write_csv(std::ostream& out, const Table& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) out << (i == 0 ? "" : ",") << table.columns[i];
    out << "\r\n";
    for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) out << (i == 0 ? "" : ",") << csv_of(row[i]);
        out << "\r\n";
    }
}

void write_text(std::ostream& out, const Table& table, std::size_t most_rows) {
    const std::size_t rows = most_rows == 0 ? table.rows.size() : std::min(most_rows, table.rows.size());
    std::vector<std::vector<std::string>> lines;
    auto& head = lines.emplace_back();
    for (const std::string_view column : table.columns) head.emplace_back(column);
    for (std::size_t i = 0; i < rows; ++i) {
        auto& line = lines.emplace_back();
        for (const Cell& cell : table.rows[i]) line.push_back(shown(cell));
    }
    std::vector<std::size_t> widths(table.columns.size(), 0);
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], text::display_width(line[i]));
    }
    out << table.about << "\n";
    for (std::size_t number = 0; number < lines.size(); ++number) {
        std::string text;
        for (std::size_t i = 0; i < lines[number].size(); ++i) {
            const std::string& cell = lines[number][i];
            const std::string padding(widths[i] - text::display_width(cell), ' ');
            const bool right = number > 0 && table.rows[number - 1][i].kind != Cell::Kind::text;
            text.append("  ").append(right ? padding + cell : cell + padding);
        }
        text.erase(text.find_last_not_of(' ') + 1);
        out << text << "\n";
    }
    if (rows < table.rows.size()) out << "  ... and " << table.rows.size() - rows << " more\n";
}

}  // namespace rawi::corpus
