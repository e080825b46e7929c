// Tables: articles with their text, or what is known of articles that come from elsewhere.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/json_names.hpp"

namespace rawi::reading {

/// Which column of a table holds which part of an article.
class CsvColumns {
public:
    CsvColumns() = default;
    explicit CsvColumns(std::vector<std::string> header);

    [[nodiscard]] bool has(Part part) const { return columns_[static_cast<std::size_t>(part)].has_value(); }

    /// The field of `row` for that part; empty if there is none.
    [[nodiscard]] std::string value(Part part, const std::vector<std::string>& row) const;

    [[nodiscard]] std::size_t count() const { return header_.size(); }

    /// For messages: the header, in quotation marks.
    [[nodiscard]] std::string names() const;

private:
    struct Column {
        std::size_t place;
        std::size_t name;  ///< in the table of names
    };

    std::vector<std::string> header_;
    std::array<std::optional<Column>, kParts> columns_;
};

/// Whether `head` begins a table that says something of articles by their address without giving their text, as Media
/// Cloud's do.
[[nodiscard]] bool is_table_about_articles(std::string_view head);

}  // namespace rawi::reading
