#include "writing/report_figures.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <sstream>

#include "writing/dot.hpp"

namespace rawi::writing {
namespace {

/// The value of an attribute of the root element; `svg` begins with it.
std::string attribute(std::string_view svg, std::string_view name) {
    const std::string_view root = svg.substr(0, svg.find('>'));
    const std::string mark = std::string(name) + "=\"";
    const std::size_t at = root.find(mark);
    if (at == std::string_view::npos) return {};
    const std::size_t begin = at + mark.size();
    return std::string(root.substr(begin, root.find('"', begin) - begin));
}

}  // namespace

std::string report_picture(const ProvenanceGraph& graph, const Words& words, std::size_t most_nodes) {
    DrawingOptions options;
    options.with_title = false;  // the page says it
    options.with_links = false;  // a click keeps a path lit; the page links to the articles elsewhere
    options.picture.most_nodes = most_nodes;
    std::ostringstream drawn;
    write_picture(drawn, graph, options);
    const std::string whole = std::move(drawn).str();
    const std::size_t root = whole.find("<svg");
    const std::size_t inside = whole.find("<desc>");
    if (root == std::string::npos || inside == std::string::npos) return {};
    const std::string_view svg = std::string_view(whole).substr(root);
    const std::string name = html(words["paths_hint"]);
    // One that is neither tall nor broad is shown whole beside the text; another would be too small to read, and
    // scrolls.
    constexpr int tall = 480;
    constexpr int broad = 1000;
    constexpr double readable = 0.65;  // of its own size
    std::string height = attribute(svg, "height");
    std::string width = attribute(svg, "width");
    std::string css = "diagram";
    if (std::atoi(width.c_str()) > broad) {
        css += " broad";
        for (std::string* side : {&width, &height}) *side = decimal(readable * std::atof(side->c_str()), 0) + "pt";
    } else if (std::atoi(height.c_str()) <= tall) {
        css += " fits";
    }
    return "<div class=\"frame\" role=\"group\" tabindex=\"0\" aria-label=\"" + name + "\">\n<svg class=\"" + css +
           "\" role=\"img\" aria-label=\"" + name + "\" viewBox=\"" + attribute(svg, "viewBox") + "\" width=\"" +
           width + "\" height=\"" + height +
           "\" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">\n" +
           whole.substr(inside) + "</div>\n";
}

std::string decimal(double value, int digits) {
    std::array<char, 64> text;
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed, digits).ptr;
    return {text.data(), end};
}

std::string number_cell(std::string_view number) {
    return "<td class=\"n\">" + std::string(number) + "</td>";
}

std::string share_cell(std::size_t part, std::size_t whole, std::string_view css) {
    const double share = whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
    const std::string percent = decimal(100 * share, 0);
    return "<td class=\"share " + std::string(css) + "\" data-value=\"" + decimal(share, 6) + "\">" + percent +
           " %<svg width=\"60\" height=\"9\" viewBox=\"0 0 60 9\" aria-hidden=\"true\"><rect class=\"bar-back\" "
           "width=\"60\" "
           "height=\"9\"/><rect class=\"bar-front\" width=\"" +
           decimal(60 * share, 1) + "\" height=\"9\"/></svg></td>";
}

std::string report_part(std::string_view css, const std::string& heading, const std::string& note,
                        const std::string& content) {
    return "<div class=\"part " + std::string(css) + "\">\n<h2>" + html(heading) + "</h2>\n" +
           (note.empty() ? "" : "<p class=\"note\">" + html(note) + "</p>\n") + content + "</div>\n";
}

void FigureList::add(std::string_view css, const std::string& name, const std::string& value) {
    out_ += "<div class=\"" + std::string(css) + "\"><dt>" + html(name) + "</dt><dd>" + html(value) + "</dd></div>\n";
}

}  // namespace rawi::writing
