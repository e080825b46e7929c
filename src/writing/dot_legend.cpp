// The legend: only of what occurs. It stands below the picture as the graph's own label, where it can cover nothing.
#include <algorithm>
#include <ranges>
#include <utility>

#include "writing/dot_drawing.hpp"
#include "writing/dot_text.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t most_entries_a_row = 6;

std::string in_quotes(std::string_view value) {
    return '"' + xml_text(value) + '"';
}

std::string font(const Theme& theme, std::string_view element, std::string_view text, std::string_view size) {
    return "<FONT POINT-SIZE=" + in_quotes(theme.value({element}, "fontsize", size)) +
           " COLOR=" + in_quotes(theme.value({element}, "fontcolor", "#000000")) + ">" + std::string(text) + "</FONT>";
}

/// "rounded,filled,dashed" of a node as the STYLE of a cell, which knows no "filled".
std::string cell_style(std::string_view style) {
    std::string kept;
    for (const auto part : std::views::split(style, ',')) {
        const std::string word(part.begin(), part.end());
        if (word != "rounded" && word != "dashed" && word != "dotted") continue;
        if (!kept.empty()) kept += ',';
        kept += word;
    }
    return kept.empty() ? "" : " STYLE=" + in_quotes(kept);
}

std::string attribute(const Look& look, std::string_view name, std::string_view otherwise) {
    const auto found = look.find(name);
    return found == look.end() ? std::string(otherwise) : found->second;
}

Look look_of(const Theme& theme, const Layers& layers) {
    Look look;
    for (const std::string_view layer : layers) {
        for (auto& [name, value] : theme.look({layer})) look[name] = value;
    }
    return look;
}

std::string node_swatch(const Look& look) {
    return "<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD FIXEDSIZE=\"TRUE\" "
           "WIDTH=\"24\" "
           "HEIGHT=\"12\" COLOR=" +
           in_quotes(attribute(look, "color", "#000000")) +
           " BGCOLOR=" + in_quotes(attribute(look, "fillcolor", "#ffffff")) + cell_style(attribute(look, "style", "")) +
           "></TD></TR></TABLE>";
}

/// A line and the head of an arrow. Heads are characters, since a table has no arrows.
std::string edge_swatch(const Look& look, bool right_to_left) {
    const std::string colour = in_quotes(attribute(look, "color", "#000000"));
    const std::string head = attribute(look, "arrowhead", "normal");
    std::string sign = right_to_left ? "◀" : "▶";
    if (head == "empty") sign = right_to_left ? "◁" : "▷";
    if (head == "vee") sign = right_to_left ? "❮" : "❯";
    if (head == "box") sign = "■";
    if (head == "dot") sign = "●";
    const std::string line =
        "<TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD FIXEDSIZE=\"TRUE\" "
        "WIDTH=\"20\" "
        "HEIGHT=\"5\" BORDER=\"1\" SIDES=\"B\" COLOR=" +
        colour + cell_style(attribute(look, "style", "")) +
        "></TD></TR><TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"20\" HEIGHT=\"5\"></TD></TR></TABLE></TD>";
    const std::string arrow = "<TD><FONT POINT-SIZE=\"7\" COLOR=" + colour + ">" + sign + "</FONT></TD>";
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR>" +
           (right_to_left ? arrow + line : line + arrow) + "</TR></TABLE>";
}

std::string entry_cell(const LegendEntry& entry, const Theme& theme, bool right_to_left) {
    const std::string words = "<TD>" + font(theme, "legend", html_text(entry.words, right_to_left), "9") + "</TD>";
    const Look look = look_of(theme, entry.layers);
    const std::string swatch =
        "<TD>" + (entry.is_edge ? edge_swatch(look, right_to_left) : node_swatch(look)) + "</TD>";
    return "<TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"3\"><TR>" +
           (right_to_left ? words + swatch : swatch + words) + "</TR></TABLE></TD>";
}

std::string row(std::vector<std::string> cells, bool right_to_left) {
    if (right_to_left) std::ranges::reverse(cells);
    std::string line = "<TR><TD><TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"6\"><TR>";
    for (const std::string& cell : cells) line += cell;
    return line + "</TR></TABLE></TD></TR>";
}

/// Rows of about the same number: a short row would be stretched to the width of a long one.
std::vector<std::vector<std::string>> even_rows(std::vector<std::string> cells) {
    const std::size_t count = (cells.size() + most_entries_a_row - 1) / most_entries_a_row;
    std::vector<std::vector<std::string>> rows(count);
    for (std::size_t index = 0; index < cells.size(); ++index) {
        rows[index * count / cells.size()].push_back(std::move(cells[index]));
    }
    return rows;
}

}  // namespace

std::string footer(const Drawing& drawing, const Theme& theme, bool with_title) {
    std::string rows;
    if (with_title && !drawing.title.empty()) {
        rows += "<TR><TD>" + font(theme, "title", html_text(drawing.title, drawing.right_to_left), "14") + "</TD></TR>";
    }
    for (const bool edges : {false, true}) {
        std::vector<std::string> cells;
        for (const LegendEntry& entry : drawing.legend) {
            if (entry.is_edge == edges) cells.push_back(entry_cell(entry, theme, drawing.right_to_left));
        }
        for (auto& line : even_rows(std::move(cells))) rows += row(std::move(line), drawing.right_to_left);
    }
    for (const std::string& note : drawing.notes) {
        rows += "<TR><TD>" + font(theme, "legend", html_text(note, drawing.right_to_left), "9") + "</TD></TR>";
    }
    if (rows.empty()) return {};
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"1\" CELLSPACING=\"0\">" + rows + "</TABLE>";
}

}  // namespace rawi::writing
