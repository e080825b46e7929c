// What a picture shows, before Graphviz comes in: boxes and arrows with their words, and what the legend must explain.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rawi/graph.hpp"
#include "writing/dot.hpp"
#include "writing/dot_theme.hpp"
#include "writing/words.hpp"

namespace rawi::writing {

/// Names of elements of a theme, each laid over the one before it.
using Layers = std::vector<std::string_view>;

struct DrawnNode {
    std::string label;    ///< value of the attribute
    std::string tooltip;  ///< plain text of one or more lines
    std::string url;      ///< of `safe_url`
    std::string css;      ///< classes
    std::string key;      ///< of the graph's node
    std::string frame;    ///< words on the frame that it stands in; empty for none
    Layers layers;
};

struct DrawnEdge {
    std::size_t from = 0;  ///< index of the node at its tail
    std::size_t to = 0;
    std::string label;
    std::string tooltip;
    std::string css;
    std::uint32_t claims = 1;
    bool gathered = false;          ///< an end of it stands for many
    bool against_the_flow = false;  ///< the arrow points to where the words came from
    Layers layers;
};

struct LegendEntry {
    std::string words;
    Layers layers;
    bool is_edge = false;
    bool against_the_flow = false;
};

/// Nodes of one day, which stand in one column.
struct DrawnDay {
    std::string date;  ///< "2024-06-03"
    std::vector<std::size_t> nodes;
};

struct Drawing {
    std::string title;
    std::string description;  ///< for those who cannot see it
    std::string language;
    bool right_to_left = false;
    std::vector<std::string> notes;  ///< lines below: what was left out, the caption
    std::vector<DrawnNode> nodes;
    std::vector<DrawnEdge> edges;
    std::vector<DrawnDay> days;  ///< in order of time; empty where time is not drawn
    /// What has no place among the days stands outside them: before them or, where it has words from one that has a
    /// place there, behind them.
    std::vector<std::size_t> before_days, behind_days;
    std::vector<LegendEntry> legend;
};

/// What is left of a graph that is too large to be read.
struct Excerpt {
    ProvenanceGraph graph;
    bool is_cut = false;
    std::size_t drawn_nodes = 0;  ///< of the whole graph's
    std::size_t drawn_edges = 0;
    std::vector<std::size_t> gathered;  ///< for each node of `graph` how many of the whole graph's it stands for, or 0
};

/// The drawing of `graph`, cut to `options.picture.most_nodes`, in the notation of the theme.
[[nodiscard]] Drawing draw(const ProvenanceGraph& graph, const Theme& theme, const DrawingOptions& options);

/// In the notation of W3C PROV: claims and what was published are entities, the rest agents.
[[nodiscard]] Drawing draw_prov(const ProvenanceGraph& graph, const Theme& theme, const Words& words);

/// In our own.
[[nodiscard]] Drawing draw_flow(const Excerpt& shown, const Theme& theme, const Words& words, Cluster cluster);

/// The label of an agent, claim or article and its tooltip; the same in both notations.
[[nodiscard]] std::string label_of(const Node& node, const ProvenanceGraph& graph, const Theme& theme,
                                   const Words& words);
[[nodiscard]] std::string name_of(const Node& node, const ProvenanceGraph& graph, const Words& words);
[[nodiscard]] std::string tooltip_of(const Node& node, const ProvenanceGraph& graph, const Words& words);
[[nodiscard]] std::string tooltip_of(const Edge& edge, const ProvenanceGraph& graph, const Words& words);

/// What the text says passed along an edge, and what only follows from the chain: a picture draws each as a line of its
/// own, since a solid line says that the text states it. One edge where all of it is the same.
[[nodiscard]] std::vector<Edge> parts_of(const Edge& edge);

/// Puts nodes with a date in columns of their days. Where there are too many days, or `as_columns` is false, the date
/// stands in the node; where all have the same, nowhere. `drawing.nodes` are those of `graph`, in its order.
void draw_time(Drawing& drawing, const ProvenanceGraph& graph, const Words& words, bool as_columns);

/// The legend as a table, and below it the notes: an HTML-like label without the angle brackets round it.
[[nodiscard]] std::string footer(const Drawing& drawing, const Theme& theme, bool with_title);

/// The weightiest edges with their nodes, until there are `most_nodes`, and what joins these nodes. The whole graph
/// where it has no more, for 0 and, where nothing is given, up to 300 nodes. With `aggregate`, agents that are left out
/// are gathered, those of a kind in one node, with what passed between them and the others.
[[nodiscard]] Excerpt excerpt(const ProvenanceGraph& graph, std::optional<std::size_t> given_most_nodes,
                              bool aggregate);

}  // namespace rawi::writing
