// What Graphviz' SVG lacks: a title and a description that screen readers read, tooltips of several lines, keys for
// scripts. Only what stands in markup that Graphviz itself made is replaced, found by the ids that we gave.
#include <algorithm>
#include <charconv>

#include "writing/dot_graphviz.hpp"
#include "writing/dot_text.hpp"

namespace rawi::writing {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
    return ' ' + std::string(name) + "=\"" + xml_text(value) + '"';
}

std::string title_element(std::string_view text) {
    return "<title>" + xml_text(text) + "</title>";
}

/// Graphviz paints "transparent", which is no paint in SVG 1.1: word processors that keep to it draw black.
std::string with_plain_paint(std::string_view tag) {
    constexpr std::string_view unknown = "=\"transparent\"";
    std::string plain;
    for (std::size_t found = 0; (found = tag.find(unknown)) != std::string_view::npos;) {
        plain += std::string(tag.substr(0, found)) + "=\"none\"";
        tag.remove_prefix(found + unknown.size());
    }
    return plain += tag;
}

class Finisher {
public:
    Finisher(std::string_view svg, const Drawing& drawing) : rest_(svg), drawing_(drawing) {}

    std::string finish() {
        out_.reserve(rest_.size() * 2);
        out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
        skip_to("<svg");
        open_root();
        while (!rest_.empty()) {
            const std::size_t next = rest_.find('<');
            out_ += rest_.substr(0, next);
            if (next == std::string_view::npos) break;
            rest_.remove_prefix(next);
            if (rest_.starts_with("<!--")) {
                skip_past("-->");
                if (rest_.starts_with('\n')) rest_.remove_prefix(1);
            } else if (rest_.starts_with("<g id=\"")) {
                open_group();
            } else {
                out_ += with_plain_paint(take_past(">"));
            }
        }
        return std::move(out_);
    }

private:
    void skip_to(std::string_view mark) { rest_.remove_prefix(std::min(rest_.find(mark), rest_.size())); }

    std::string_view take_past(std::string_view mark) {
        const std::size_t found = rest_.find(mark);
        const std::size_t end = found == std::string_view::npos ? rest_.size() : found + mark.size();
        const std::string_view taken = rest_.substr(0, end);
        rest_.remove_prefix(end);
        return taken;
    }

    void skip_past(std::string_view mark) { (void)take_past(mark); }

    void open_root() {
        std::string_view tag = take_past(">");
        tag.remove_suffix(1);
        out_ += tag;
        // What holds links must let readers of it in.
        const bool has_links =
            std::ranges::any_of(drawing_.nodes, [](const DrawnNode& node) { return !node.url.empty(); });
        out_ += attribute("role", has_links ? "graphics-document document" : "img") +
                attribute("aria-label", drawing_.title);
        if (!drawing_.language.empty()) out_ += attribute("xml:lang", drawing_.language);
        out_ += ">\n" + title_element(drawing_.title) + "\n<desc>" + xml_text(drawing_.description) + "</desc>";
    }

    /// `<g id="n3" class="node person">` and the `<title>n3</title>` that follows.
    void open_group() {
        const std::string_view tag = take_past(">");
        const std::size_t begin = std::string_view("<g id=\"").size();
        const std::string_view id = tag.substr(begin, tag.find('"', begin) - begin);
        std::string_view others = tag.substr(begin + id.size() + 1);
        others.remove_suffix(1);
        out_ += "<g" + std::string(others);
        std::size_t number = 0;
        const bool numbered =
            id.size() > 1 && std::from_chars(id.data() + 1, id.data() + id.size(), number).ec == std::errc();
        std::string title;
        if (numbered && id.front() == 'n' && number < drawing_.nodes.size()) {
            out_ += attribute("data-key", drawing_.nodes[number].key);
            title = title_element(drawing_.nodes[number].tooltip);
        } else if (numbered && id.front() == 'e' && number < drawing_.edges.size()) {
            const DrawnEdge& edge = drawing_.edges[number];
            out_ += attribute("data-from", drawing_.nodes[edge.from].key) +
                    attribute("data-to", drawing_.nodes[edge.to].key);
            title = title_element(edge.tooltip);
        }
        out_ += '>';
        if (rest_.starts_with("\n<title>")) {
            skip_past("</title>");
            if (!title.empty()) out_ += '\n' + title;
        }
    }

    std::string_view rest_;
    const Drawing& drawing_;
    std::string out_;
};

}  // namespace

std::string finished_svg(std::string_view svg, const Drawing& drawing) {
    return Finisher(svg, drawing).finish();
}

}  // namespace rawi::writing
