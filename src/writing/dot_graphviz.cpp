#include "writing/dot_graphviz.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>
#include <ostream>
#include <vector>

#include "rawi/error.hpp"
#include "writing/dot_ids.hpp"
#include "writing/dot_text.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

std::mutex& graphviz_mutex() {
    static std::mutex mutex;
    return mutex;
}

std::string& collected() {
    static std::string text;
    return text;
}

int collect(char* message) {
    collected() += message;
    return 0;
}

/// cgraph's interface is older than `const`; it copies what it is given.
char* c_string(const std::string& text) {
    return const_cast<char*>(text.c_str());
}

int append_to_string(void* channel, const char* text) {
    static_cast<std::string*>(channel)->append(text);
    return 0;
}

int flush_nothing(void* /*channel*/) {
    return 0;
}

class Maker {
public:
    Maker(const Drawing& drawing, const Theme& theme, const DrawingOptions& options, Purpose purpose)
        : drawing_(drawing), theme_(theme), options_(options), purpose_(purpose), behind_(drawing.nodes.size()) {
        for (const std::size_t node : drawing.behind_days) behind_[node] = true;
        for (const DrawnEdge& edge : drawing.edges) {
            if (!edge.gathered) most_claims_ = std::max(most_claims_, edge.claims);
            if (!edge.label.empty()) ++lines_with_words_;
        }
    }

    CGraph make() {
        static Agdisc_t discipline{&AgMemDisc, sequential_ids(), &AgIoDisc};
        graph_.reset(agopen(c_string("provenance"), Agdirected, &discipline));
        if (!graph_) throw Error("Graphviz cannot make a graph: " + collected());
        set_defaults();
        add_nodes();
        add_edges();
        add_days();
        set_title_and_footer();
        return std::move(graph_);
    }

private:
    void graph_attribute(const std::string& name, const std::string& value) {
        agattr(graph_.get(), AGRAPH, c_string(name), c_string(value));
    }

    void set(void* object, const std::string& name, const std::string& value) {
        agsafeset(object, c_string(name), c_string(value), c_string(""));
    }

    void set_html(void* object, const std::string& name, const std::string& value) {
        char* text = agstrdup_html(graph_.get(), c_string(value));
        agsafeset(object, c_string(name), text, c_string(""));
        agstrfree(graph_.get(), text);
    }

    void set_defaults() {
        for (const auto& [name, value] : theme_.look({"graph"})) graph_attribute(name, value);
        graph_attribute("linelength", "0");  // else cgraph breaks long lines, between any two bytes
        graph_attribute("rankdir", drawing_.right_to_left ? "RL" : "LR");
        graph_attribute("outputorder", "edgesfirst");  // a line never crosses words
        graph_attribute("ranksep", between_columns());
        if (options_.picture.layout == Layout::spread) {
            graph_attribute("layout", "sfdp");
            graph_attribute("overlap", "prism");
            // Straight lines run behind boxes that they have nothing to do with; curves round the boxes take 25 s for
            // 400 of them, words on lines among them.
            constexpr std::size_t most_with_curves = 150;
            const std::size_t boxes = drawing_.nodes.size() + lines_with_words_;
            graph_attribute("splines", boxes <= most_with_curves ? "true" : "line");
            graph_attribute("sep", "+12");  // points between boxes
        }
        if (purpose_ == Purpose::picture && options_.format == PictureFormat::png)
            graph_attribute("dpi", std::to_string(options_.picture.dpi));
        for (const auto& [kind, element] : {std::pair(AGNODE, "node"), std::pair(AGEDGE, "edge")}) {
            agattr(graph_.get(), kind, c_string("fontname"),
                   c_string(theme_.value({"graph", element}, "fontname", "sans-serif")));
            for (const auto& [name, value] : theme_.look({element}))
                agattr(graph_.get(), kind, c_string(name), c_string(value));
        }
        agattr(graph_.get(), AGNODE, c_string("label"), c_string(""));
    }

    /// What the layers above the first set. The first is the default of all.
    void set_look(void* object, const Layers& layers) {
        for (const auto& [name, value] : theme_.look({layers.begin() + 1, layers.end()})) set(object, name, value);
    }

    void add_nodes() {
        Agraph_t* inner = graph_.get();
        if (options_.picture.layout == Layout::ranked) {
            inner = title_ = agsubg(graph_.get(), c_string("cluster_title"), 1);
        }
        homes_.reserve(drawing_.nodes.size());
        std::map<std::string, Agraph_t*> frames;
        for (std::size_t index = 0; index < drawing_.nodes.size(); ++index) {
            const DrawnNode& drawn = drawing_.nodes[index];
            Agraph_t* home = inner;
            if (!drawn.frame.empty() && options_.picture.layout == Layout::ranked) {
                Agraph_t*& frame = frames[drawn.frame];
                if (frame == nullptr) frame = add_frame(inner, drawn.frame, frames.size());
                home = frame;
            }
            const std::string name = 'n' + std::to_string(index);
            Agnode_t* node = agnode(home, c_string(name), 1);
            nodes_.push_back(node);
            homes_.push_back(home);
            set_look(node, drawn.layers);
            set(node, "label", drawn.label);
            if (!drawn.url.empty()) set(node, "URL", drawn.url);
            describe(node, name, drawn.tooltip, drawn.css, !drawn.url.empty());
        }
    }

    Agraph_t* add_frame(Agraph_t* inner, const std::string& words, std::size_t number) {
        Agraph_t* frame = agsubg(inner, c_string("cluster_" + std::to_string(number)), 1);
        for (const auto& [name, value] : theme_.look({"cluster"})) set(frame, name, value);
        set(frame, "label", "");         // in DOT a frame would inherit what is set for the title around it
        set(frame, "peripheries", "1");  // that, too
        add_heading(frame, words, number);
        return frame;
    }

    /// The words on a frame are its first node: lines keep clear of nodes, but run across the label of a cluster.
    void add_heading(Agraph_t* frame, const std::string& words, std::size_t number) {
        const std::string name = 'f' + std::to_string(number);
        Agnode_t* heading = agnode(frame, c_string(name), 1);
        show_words_alone(heading, theme_.look({"cluster"}));
        set(heading, "label", dot_label(words, {40, 1, drawing_.right_to_left}));
        describe(heading, name, words, "frame", false);
    }

    /// A node of words on the paper, without a box.
    void show_words_alone(Agnode_t* words, const Look& look) {
        for (const auto* const attribute : {"fontname", "fontsize", "fontcolor"}) {
            if (const auto found = look.find(attribute); found != look.end()) set(words, attribute, found->second);
        }
        set(words, "shape", "plaintext");
        set(words, "style", "filled");
        set(words, "fillcolor", theme_.value({"graph"}, "bgcolor", "#ffffff"));
        set(words, "width", "0");
        set(words, "height", "0");
        set(words, "margin", "0.04,0.02");
    }

    /// The words of a line are a node between its two halves. The label of an edge stands beside the line, where it may
    /// belong to another one just as well; `spread` puts it below boxes and other lines; and where both ends are in one
    /// column, Graphviz moves the nodes of the column to make room for it and afterwards frees them where they were
    /// (`make_vn_slot` in its lib/dotgen/flat.c).
    void add_edges() {
        for (std::size_t index = 0; index < drawing_.edges.size(); ++index) {
            const DrawnEdge& drawn = drawing_.edges[index];
            const std::string number = std::to_string(index);
            Agnode_t* from = nodes_.at(drawn.from);
            Agnode_t* to = nodes_.at(drawn.to);
            const std::string_view towards = drawn.against_the_flow ? "back" : "forward";
            if (!drawn.label.empty()) {
                Agnode_t* words = add_words(drawn, number);
                add_line(from, words, 'e' + number, drawn, drawn.against_the_flow ? towards : "none");
                add_line(words, to, 'h' + number, drawn, drawn.against_the_flow ? "none" : towards);
                continue;
            }
            Agedge_t* edge = add_line(from, to, 'e' + number, drawn, towards);
            if (lines_with_words_ > 0) set(edge, "minlen", "2");  // as far as the lines with words
        }
    }

    Agedge_t* add_line(Agnode_t* from, Agnode_t* to, const std::string& name, const DrawnEdge& drawn,
                       std::string_view direction) {
        Agedge_t* edge = agedge(graph_.get(), from, to, c_string(name), 1);
        set_look(edge, drawn.layers);
        if (drawn.claims > 1) {
            const double width = width_of(drawn);
            set(edge, "penwidth", rounded(width));
            set(edge, "arrowsize", rounded(head_of(drawn, width)));
        }
        if (direction != "forward") set(edge, "dir", std::string(direction));
        // What stands behind the days does not push those of the days who have words from it behind it.
        if (behind_[drawn.from] && !behind_[drawn.to]) set(edge, "constraint", "false");
        if (direction == "back") set(edge, "arrowtail", theme_.value({"edge"}, "arrowhead", "normal"));
        describe(edge, name, drawn.tooltip, drawn.css, false);
        return edge;
    }

    Agnode_t* add_words(const DrawnEdge& drawn, const std::string& number) {
        Agraph_t* apart = title_ == nullptr ? graph_.get() : title_;
        Agraph_t* home = homes_[drawn.from] == homes_[drawn.to] ? homes_[drawn.from] : apart;
        const std::string name = 'l' + number;
        Agnode_t* words = agnode(home, c_string(name), 1);
        show_words_alone(words, theme_.look(drawn.layers));
        set(words, "label", drawn.label);
        describe(words, name, drawn.tooltip, "label", false);
        return words;
    }

    /// An axis of days, and the nodes of each day in its column.
    void add_days() {
        Agnode_t* before = nullptr;
        for (std::size_t index = 0; index < drawing_.days.size(); ++index) {
            const std::string name = std::to_string(index);
            Agraph_t* column = agsubg(title_, c_string("day_" + name), 1);
            set(column, "rank", "same");
            Agnode_t* day = agnode(column, c_string("t" + name), 1);
            for (const auto& [attribute, value] : theme_.look({"legend"})) set(day, attribute, value);
            set(day, "shape", "plaintext");
            set(day, "style", "");
            set(day, "label", drawing_.days[index].date);
            set(day, "class", "day");
            for (const std::size_t node : drawing_.days[index].nodes) agsubnode(column, nodes_[node], 1);
            if (before != nullptr) {
                Agedge_t* axis = agedge(graph_.get(), before, day, c_string("a" + name), 1);
                set(axis, "color", theme_.value({"cluster"}, "color", "#c0c0c0"));
                set(axis, "weight", "100");
                if (lines_with_words_ > 0) set(axis, "minlen", "2");
                set(axis, "class", "axis");
            }
            if (before == nullptr) {
                for (const std::size_t node : drawing_.before_days) keep_apart(nodes_[node], day, 'b', node);
            }
            before = day;
        }
        if (before == nullptr) return;
        for (const std::size_t node : drawing_.behind_days) keep_apart(before, nodes_[node], 'c', node);
    }

    /// The one in a column before that of the other, by a line that is not drawn.
    void keep_apart(Agnode_t* first, Agnode_t* second, char letter, std::size_t number) {
        Agedge_t* line = agedge(graph_.get(), first, second, c_string(letter + std::to_string(number)), 1);
        set(line, "style", "invis");
        set(line, "weight", "0");
    }

    /// A picture's tooltips come with `finished_svg`, where they are good XML of several lines. Only what is a link
    /// needs one from Graphviz, which would make one up.
    void describe(void* object, const std::string& id, const std::string& tooltip, const std::string& css,
                  bool is_link) {
        if (purpose_ == Purpose::picture) set(object, "id", id);
        if (purpose_ == Purpose::dot || is_link) {
            std::string one_line;
            for (const char c : tooltip) one_line += c == '\n' ? std::string(" · ") : std::string(1, c);
            set(object, "tooltip", dot_string(one_line));
        }
        set(object, "class", css);
    }

    /// Between a thin line for one claim and one five times as wide for the most; the eye compares areas, hence the
    /// root.
    [[nodiscard]] double width_of(const DrawnEdge& edge) const {
        constexpr std::uint32_t fewest = 40;  // where three claims are the most, they are no fat line
        const auto more = static_cast<double>(edge.claims - 1);
        const auto most_more = static_cast<double>(std::max(most_claims_, fewest) - 1);
        const double most = edge.gathered ? 0.2 : 1;  // what stands for many would outweigh all that is one
        return std::stod(theme_.value({"edge"}, "penwidth", "1")) *
               (1 + 4 * std::sqrt(std::min(most, more / most_more)));
    }

    /// The outline of a head is as thick as its line: a head must be long enough that its shape is still seen and that
    /// one with nothing in it stays so.
    [[nodiscard]] double head_of(const DrawnEdge& edge, double width) const {
        constexpr double unit = 10;  // points, the length of a head of size 1
        const Look look = theme_.look(edge.layers);
        const auto size = look.find("arrowsize");
        return std::max(size == look.end() ? 1 : std::stod(size->second), (4 + 2 * width) / unit);
    }

    static std::string rounded(double number) {
        char text[32];
        static_cast<void>(std::snprintf(text, sizeof text, "%.2f", number));
        return text;
    }

    /// Where many lines go from column to column, they need room to be told apart. Where words stand between two
    /// columns, there are two such distances.
    [[nodiscard]] std::string between_columns() const {
        constexpr double many = 60;
        const double more = std::min(static_cast<double>(drawing_.edges.size()) / many, 2.0);
        const double distance = std::stod(theme_.value({"graph"}, "ranksep", "0.5")) * (1 + more);
        return rounded(lines_with_words_ > 0 ? 0.6 * distance : distance);
    }

    void set_title_and_footer() {
        const bool title_with_footer = options_.with_title && title_ == nullptr;
        if (title_ != nullptr && !options_.with_title) set(title_, "peripheries", "0");
        if (title_ != nullptr && options_.with_title) {
            set(title_, "label", dot_label(drawing_.title, {80, 2, drawing_.right_to_left}));
            set(title_, "labelloc", "t");
            set(title_, "peripheries", "0");
            set(title_, "margin", "14");
            for (const auto& [name, value] : theme_.look({"title"})) set(title_, name, value);
        }
        const std::string below = footer(drawing_, theme_, title_with_footer);
        if (below.empty()) return;
        set_html(graph_.get(), "label", below);
        set(graph_.get(), "labelloc", title_with_footer ? "t" : "b");
    }

    const Drawing& drawing_;
    const Theme& theme_;
    const DrawingOptions& options_;
    Purpose purpose_;
    CGraph graph_;
    Agraph_t* title_ = nullptr;
    std::uint32_t most_claims_ = 1;
    std::size_t lines_with_words_ = 0;
    std::vector<bool> behind_;  ///< by node: stands behind the days
    std::vector<Agnode_t*> nodes_;
    std::vector<Agraph_t*> homes_;  ///< by node: the innermost frame that it stands in
};

}  // namespace

GraphvizSession::GraphvizSession() : lock_(graphviz_mutex()), previous_(agseterrf(collect)) {
    collected().clear();
}

GraphvizSession::~GraphvizSession() {
    agseterrf(previous_);
}

const std::string& GraphvizSession::complaints() {
    return collected();
}

CGraph make_cgraph(const Drawing& drawing, const Theme& theme, const DrawingOptions& options, Purpose purpose) {
    return Maker(drawing, theme, options, purpose).make();
}

void write_dot(std::ostream& out, const ProvenanceGraph& graph, const DrawingOptions& options) {
    const Theme theme = find_theme(options.picture.theme);
    const Drawing drawing = draw(graph, theme, options);
    std::string text;
    {
        const GraphvizSession session;
        const CGraph made = make_cgraph(drawing, theme, options, Purpose::dot);
        Agiodisc_t to_string{AgIoDisc.afread, append_to_string, flush_nothing};
        made->clos->disc.io = &to_string;
        if (agwrite(made.get(), &text) != 0) throw Error("Graphviz cannot write the graph: " + session.complaints());
    }
    out << text;
    check(out);
}

}  // namespace rawi::writing
