// The legend: only of what occurs. It stands below the picture as the graph's own label, where it can cover nothing.
#include <algorithm>
#include <utility>
#include <vector>

#include "text/width.hpp"
#include "writing/dot_drawing.hpp"
#include "writing/dot_text.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t most_entries_a_row = 7;
constexpr std::size_t note_columns = 110;

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
    while (!style.empty()) {
        const std::string_view word = style.substr(0, style.find(','));
        style.remove_prefix(std::min(style.size(), word.size() + 1));
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

/// The character that looks like a shape which a cell cannot have; empty for a box.
std::string_view sign_of(std::string_view shape) {
    if (shape == "ellipse" || shape == "oval") return "⬭";
    if (shape == "circle") return "○";
    if (shape == "house") return "⌂";
    if (shape == "diamond") return "◇";
    if (shape == "hexagon") return "⬡";
    return {};
}

/// The sign of a shape on a patch of the shape's colour, which has an outline only where that of the shape is broken.
std::string sign_swatch(const Look& look, std::string_view sign) {
    const std::string colour = " COLOR=" + in_quotes(attribute(look, "color", "#000000"));
    const std::string style = cell_style(attribute(look, "style", ""));
    const std::string border = style.empty() ? "0" : "1";
    return "<TABLE BORDER=\"0\" CELLBORDER=" + in_quotes(border) +
           " CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD WIDTH=\"24\" HEIGHT=\"12\"" + colour +
           " BGCOLOR=" + in_quotes(attribute(look, "fillcolor", "#ffffff")) + style + "><FONT POINT-SIZE=\"13\"" +
           colour + ">" + std::string(sign) + "</FONT></TD></TR></TABLE>";
}

std::string node_swatch(const Look& look) {
    if (const std::string_view sign = sign_of(attribute(look, "shape", "box")); !sign.empty())
        return sign_swatch(look, sign);
    const std::string colour = " COLOR=" + in_quotes(attribute(look, "color", "#000000"));
    const bool twice = attribute(look, "peripheries", "1") != "1";
    const std::string frame = twice ? "BORDER=\"1\" CELLSPACING=\"1\" STYLE=\"rounded\"" + colour
                                    : std::string("BORDER=\"0\" CELLSPACING=\"0\"");
    return "<TABLE " + frame +
           " CELLBORDER=\"1\" CELLPADDING=\"0\"><TR><TD FIXEDSIZE=\"TRUE\" WIDTH=\"24\" HEIGHT=\"12\"" + colour +
           " BGCOLOR=" + in_quotes(attribute(look, "fillcolor", "#ffffff")) + cell_style(attribute(look, "style", "")) +
           "></TD></TR></TABLE>";
}

/// A line and the head of an arrow. Heads are characters, since a table has no arrows.
std::string edge_swatch(const Look& look, bool points_left) {
    const std::string colour = in_quotes(attribute(look, "color", "#000000"));
    const std::string head = attribute(look, "arrowhead", "normal");
    std::string sign = points_left ? "◀" : "▶";
    if (head == "empty") sign = points_left ? "◁" : "▷";
    if (head == "vee") sign = points_left ? "❮" : "❯";
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
           (points_left ? arrow + line : line + arrow) + "</TR></TABLE>";
}

/// Three cells: the sample, its words and a gap. They stand in one grid with all others, because Graphviz stretches
/// nested tables to the size of their cell, which would part them.
std::string entry_cells(const LegendEntry& entry, const Theme& theme, const Drawing& drawing) {
    const bool right_to_left = drawing.right_to_left;
    const Look look = theme.look(entry.layers);
    const std::string swatch =
        "<TD>" + (entry.is_edge ? edge_swatch(look, right_to_left != entry.against_the_flow) : node_swatch(look)) +
        "</TD>";
    const std::string words = std::string(right_to_left ? "<TD ALIGN=\"RIGHT\">" : "<TD ALIGN=\"LEFT\">") +
                              font(theme, "legend", html_text(entry.words, right_to_left), "9") + "</TD>";
    const std::string gap = "<TD WIDTH=\"6\"></TD>";
    return right_to_left ? gap + words + swatch : swatch + words + gap;
}

std::string row(std::vector<std::string> entries, std::size_t columns, bool right_to_left) {
    entries.resize(columns, "<TD></TD><TD></TD><TD></TD>");
    if (right_to_left) std::ranges::reverse(entries);
    std::string line = "<TR>";
    for (const std::string& entry : entries) line += entry;
    return line + "</TR>";
}

std::size_t rows_for(std::size_t entries) {
    return (entries + most_entries_a_row - 1) / most_entries_a_row;
}

/// Nodes above, edges below, in columns; as few rows as can be, as evenly filled as can be.
std::string legend(const Drawing& drawing, const Theme& theme) {
    std::vector<std::string> nodes;
    std::vector<std::string> edges;
    for (const LegendEntry& entry : drawing.legend) {
        (entry.is_edge ? edges : nodes).push_back(entry_cells(entry, theme, drawing));
    }
    std::size_t columns = 0;
    for (const auto* entries : {&nodes, &edges}) {
        if (const std::size_t rows = rows_for(entries->size()); rows > 0) {
            columns = std::max(columns, (entries->size() + rows - 1) / rows);
        }
    }
    std::string rows;
    for (const auto* entries : {&nodes, &edges}) {
        for (std::size_t begin = 0; begin < entries->size(); begin += columns) {
            const auto first = entries->begin() + static_cast<std::ptrdiff_t>(begin);
            const auto last =
                entries->begin() + static_cast<std::ptrdiff_t>(std::min(begin + columns, entries->size()));
            rows += row({first, last}, columns, drawing.right_to_left);
        }
    }
    if (rows.empty()) return {};
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"5\">" + rows + "</TABLE>";
}

/// Lines of at most `note_columns`: a long caption must not make a wide picture. They end at blanks only, as long as a
/// word is no longer than a line: a command is copied, and an option that is cut is none.
std::vector<std::string_view> lines_of(std::string_view note) {
    std::vector<std::string_view> lines;
    std::size_t begin = 0;  // of the line
    std::size_t end = 0;    // of the last word that it holds
    const auto finish = [&] {
        for (const std::string_view piece : text::wrap(note.substr(begin, end - begin), 2 * note_columns))
            lines.push_back(piece);
    };
    while (end < note.size()) {
        const std::size_t next = std::min(note.find(' ', end + 1), note.size());
        if (end > begin && text::display_width(note.substr(begin, next - begin)) > note_columns) {
            finish();
            begin = end + 1;  // behind the blank
        }
        end = next;
    }
    if (end > begin) finish();
    return lines;
}

/// A note that begins with words from left to right, such as a command, is read so to its end, whatever it quotes.
std::string wrapped(std::string_view note) {
    const std::string clean = cleaned(note);
    const bool right_to_left = begins_right_to_left(clean);
    std::string lines;
    for (const std::string_view line : lines_of(clean)) {
        if (!lines.empty()) lines += "<BR/>";
        lines += html_line(line, right_to_left);
    }
    return lines;
}

}  // namespace

std::string footer(const Drawing& drawing, const Theme& theme, bool with_title) {
    std::string rows;
    if (with_title && !drawing.title.empty()) {
        rows += "<TR><TD>" + font(theme, "title", html_text(drawing.title, drawing.right_to_left), "14") + "</TD></TR>";
    }
    if (const std::string table = legend(drawing, theme); !table.empty()) rows += "<TR><TD>" + table + "</TD></TR>";
    for (const std::string& note : drawing.notes) {
        rows += "<TR><TD>" + font(theme, "legend", wrapped(note), "9") + "</TD></TR>";
    }
    if (rows.empty()) return {};
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLPADDING=\"1\" CELLSPACING=\"0\">" + rows + "</TABLE>";
}

}  // namespace rawi::writing
