// What Graphviz' SVG lacks: a title and a description that screen readers read, tooltips of several lines, keys for
// scripts. Only what stands in markup that Graphviz itself made is replaced, found by the ids that we gave.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "writing/dot_graphviz.hpp"
#include "writing/dot_text.hpp"
#include "writing/exchange.hpp"

namespace rawi::writing {
namespace {

std::string attribute(std::string_view name, std::string_view value) {
    std::string text = ' ' + std::string(name) + "=\"";
    append_xml(text, value);
    return text += '"';
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
        gather_halves();
        open_root();
        while (!rest_.empty()) {
            const std::size_t next = rest_.find('<');
            out_ += rest_.substr(0, next);
            if (next == std::string_view::npos) break;
            rest_.remove_prefix(next);
            if (rest_.starts_with("<!--")) {
                skip_past("-->");
                if (rest_.starts_with('\n')) rest_.remove_prefix(1);
            } else if (rest_.starts_with(group_)) {
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
        if (is_language_tag(drawing_.language)) out_ += attribute("xml:lang", drawing_.language);
        out_ += ">\n" + title_element(drawing_.title) + "\n<desc>" + xml_text(drawing_.description) + "</desc>";
    }

    /// "n3" of `<g id="n3" class="node person">`.
    static std::string_view id_of(std::string_view tag) {
        const std::size_t begin = group_.size();
        return tag.substr(begin, tag.find('"', begin) - begin);
    }

    /// 3, if `id` is "n3" and `letter` is 'n'.
    static std::optional<std::size_t> number_of(std::string_view id, char letter, std::size_t all) {
        std::size_t number = 0;
        if (!id.starts_with(letter)) return {};
        const auto [end, error] = std::from_chars(id.data() + 1, id.data() + id.size(), number);
        if (error != std::errc() || end != id.data() + id.size() || number >= all) return {};
        return number;
    }

    /// Second halves of lines that have words between: what is drawn in the groups "h3", to go into "e3".
    void gather_halves() {
        const std::string_view svg = rest_;
        for (skip_to(group_); !rest_.empty(); skip_to(group_)) {
            const auto number = number_of(id_of(take_past(">")), 'h', drawing_.edges.size());
            if (!number) continue;
            skip_past("</title>\n");
            second_half_.emplace(*number, rest_.substr(0, rest_.find(group_end_)));
        }
        rest_ = svg;
    }

    /// `<g id="n3" class="node person">` and the `<title>n3</title>` that follows.
    void open_group() {
        const std::string_view tag = take_past(">");
        const std::string_view id = id_of(tag);
        if (number_of(id, 'h', drawing_.edges.size())) {
            skip_past(group_end_);
            if (rest_.starts_with('\n')) rest_.remove_prefix(1);
            return;
        }
        std::string_view others = tag.substr(group_.size() + id.size() + 1);
        others.remove_suffix(1);
        const auto words = number_of(id, 'l', drawing_.edges.size());
        const auto heading = number_of(id, 'f', drawing_.nodes.size() + 1);  // of a frame; they count from 1
        out_ += "<g" + (words     ? std::string(" class=\"label\"")
                        : heading ? std::string(" class=\"frame\"")
                                  : std::string(others));
        std::string title;
        const auto line = number_of(id, 'e', drawing_.edges.size());
        if (const auto node = number_of(id, 'n', drawing_.nodes.size())) {
            out_ += attribute("data-key", drawing_.nodes[*node].key);
            title = title_element(drawing_.nodes[*node].tooltip);
        } else if (line || words) {
            const DrawnEdge& edge = drawing_.edges[line ? *line : *words];
            out_ += attribute("data-from", drawing_.nodes[edge.from].key) +
                    attribute("data-to", drawing_.nodes[edge.to].key);
            title = title_element(edge.tooltip);
        }
        out_ += '>';
        if (rest_.starts_with("\n<title>")) {
            skip_past("</title>");
            if (!title.empty()) out_ += '\n' + title;
        }
        if (!line) return;
        if (const auto half = second_half_.find(*line); half != second_half_.end()) {
            out_ += rest_.substr(0, rest_.find(group_end_));
            out_ += half->second;
            skip_to(group_end_);
        }
    }

    static constexpr std::string_view group_ = "<g id=\"";
    static constexpr std::string_view group_end_ = "</g>";

    std::string_view rest_;
    const Drawing& drawing_;
    std::map<std::size_t, std::string_view> second_half_;
    std::string out_;
};

}  // namespace

std::string finished_svg(std::string_view svg, const Drawing& drawing) {
    return Finisher(svg, drawing).finish();
}

}  // namespace rawi::writing
