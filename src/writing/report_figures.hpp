// What the figures of reports are made of: the diagram, bars, numbers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "rawi/graph.hpp"
#include "writing/report.hpp"

namespace rawi::writing {

/// The picture of the graph in a frame that scrolls, without title; the script finds its nodes by their keys.
[[nodiscard]] std::string report_picture(const ProvenanceGraph& graph, const Words& words, std::size_t most_nodes);

/// `value` with that many digits behind the point, whatever the locale.
[[nodiscard]] std::string decimal(double value, int digits);

/// "37 %" of `part` in `whole`, right-aligned in a cell with a bar of that length; the value sorts.
[[nodiscard]] std::string share_cell(std::size_t part, std::size_t whole, std::string_view css);

/// A cell with a number.
[[nodiscard]] std::string number_cell(std::string_view number);

/// A part of a page: a heading and, if it has one, a note, above `content`.
[[nodiscard]] std::string report_part(std::string_view css, const std::string& heading, const std::string& note,
                                      const std::string& content);

/// The figures at the head of a report, one after the other.
class FigureList {
public:
    void add(std::string_view css, const std::string& name, const std::string& value);
    [[nodiscard]] std::string written() const { return "<dl class=\"figures\">\n" + out_ + "</dl>\n"; }

private:
    std::string out_;
};

}  // namespace rawi::writing
