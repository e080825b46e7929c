// Tables: articles with their text, or what is known of articles that come from elsewhere.
#pragma once

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

    [[nodiscard]] bool has(Part part) const { return !columns_[static_cast<std::size_t>(part)].empty(); }

    /// The field of `row` for that part, of several columns the first by name that is not empty; empty if there is
    /// none.
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
    std::array<std::vector<Column>, parts> columns_;  ///< those that may hold a part, the one to take first
};

/// Whether `head` begins a table that says something of articles by their address without giving their text, as Media
/// Cloud's do.
[[nodiscard]] bool is_table_about_articles(std::string_view head);

}  // namespace rawi::reading
