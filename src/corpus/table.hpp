// A table with named columns, and the ways to write one.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rawi::corpus {

/// Nothing, a text, a count, or a measure.
struct Cell {
    enum class Kind : std::uint8_t { nothing, text, count, measure };

    Cell() = default;
    Cell(std::string value) : kind(Kind::text), text(std::move(value)) {}  // NOLINT: a cell is its value
    Cell(std::uint64_t value) : kind(Kind::count), count(value) {}         // NOLINT
    Cell(double value) : kind(Kind::measure), measure(value) {}            // NOLINT

    Kind kind = Kind::nothing;
    std::string text;
    std::uint64_t count = 0;
    double measure = 0;
};

struct Table {
    std::string_view name;
    std::string_view about;  ///< one line for people
    std::vector<std::string_view> columns;
    std::vector<std::vector<Cell>> rows;
};

/// RFC 4180 with cells as `text::csv_cell` makes them; lines end in CRLF.
void write_csv(std::ostream& out, const Table& table);

/// As wide as its longest cells, at most `most_rows` rows (0: all); texts are cut where they are longer than a column.
void write_text(std::ostream& out, const Table& table, std::size_t most_rows);

/// A number in the shortest form that reads back the same, with at most six digits behind the point.
[[nodiscard]] std::string text_of(const Cell& cell);

}  // namespace rawi::corpus
