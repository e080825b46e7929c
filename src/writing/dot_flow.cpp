// Our own notation: boxes whose look tells who somebody is, arrows along the flow of information.
#include <algorithm>
#include <array>

#include "rawi/attribution.hpp"
#include "text/countries.hpp"
#include "writing/dot_drawing.hpp"
#include "writing/dot_text.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t most_labelled_edges = 90;  // in a larger picture only the tooltips hold the words of the edges

Layers layers_of(const Node& node) {
    switch (node.kind) {
        case NodeKind::claim: return {"node", "claim"};
        case NodeKind::article: return {"node", "article"};
        case NodeKind::agent: break;
    }
    if (node.missing) return {"node", "missing"};
    Layers layers{"node", name_of(node.agent_kind)};
    if (node.publisher) layers.push_back("publisher");
    if (!node.named && !node.publisher) layers.push_back("unnamed");
    return layers;
}

/// Which of the edge's two facts is drawn: how the words passed or, where a claim is an end of it, that it was said.
std::string_view kind_of(const Edge& edge, const ProvenanceGraph& graph) {
    if (graph.node(edge.to).kind == NodeKind::claim) return "said";
    if (graph.node(edge.to).kind == NodeKind::article) return "published";
    return name_of(edge.contact);
}

Layers layers_of(const Edge& edge, const ProvenanceGraph& graph) {
    Layers layers{"edge", kind_of(edge, graph)};
    if (edge.inferred()) layers.push_back("inferred");
    return layers;
}

std::string classes_of(const Layers& layers, std::string_view first) {
    std::string css(first);
    for (const std::string_view layer : layers) {
        if (layer == "node" || layer == "edge") continue;
        if (!css.empty()) css += ' ';
        css += layer;
    }
    return css;
}

/// A graph of one outlet or one country needs no frame.
std::string frame_of(const Node& node, Cluster cluster, const ProvenanceGraph& graph, const Words& words) {
    if (cluster == Cluster::none || node.kind != NodeKind::agent || node.missing) return {};
    if (cluster == Cluster::kind) return words[node.publisher ? "publisher" : name_of(node.agent_kind)];
    return node.country.empty() ? std::string() : text::country_name(node.country, graph.language);
}

/// "person", "organisation (unnamed)", "claim"
std::string kind_in_words(const Node& node, const Words& words) {
    if (node.kind == NodeKind::claim) return words["claim"];
    if (node.kind == NodeKind::article) return words["article"];
    if (node.missing) return words["missing"];
    std::string text = words[name_of(node.agent_kind)];
    if (!node.named && node.agent_kind != AgentKind::role) text += " (" + words["unnamed"] + ")";
    return text;
}

std::string edge_label(const Edge& edge, const ProvenanceGraph& graph, const Theme& theme) {
    std::string label;
    if (!edge.phrase.empty() && graph.edges.size() <= most_labelled_edges) {
        label = dot_label(edge.phrase, {theme.phrase_wrap, theme.phrase_lines, graph.right_to_left});
    }
    if (edge.claims > 1 && graph.node(edge.to).kind != NodeKind::article) {
        if (!label.empty()) label += "\\n";
        label += "×" + std::to_string(edge.claims);
    }
    return label;
}

/// One entry for each look that occurs, in a fixed order.
std::vector<LegendEntry> legend_of(const Drawing& drawing, const Words& words) {
    std::vector<LegendEntry> legend;
    const auto occurs = [](const auto& drawn, std::string_view layer) {
        return std::ranges::any_of(
            drawn, [&](const auto& one) { return std::ranges::find(one.layers, layer) != one.layers.end(); });
    };
    for (const std::string_view kind : {"person", "role", "organisation", "outlet", "document", "unknown"}) {
        for (const bool named : {true, false}) {
            Layers layers{"node", kind};
            if (!named) layers.push_back("unnamed");
            if (!std::ranges::any_of(drawing.nodes, [&](const DrawnNode& node) { return node.layers == layers; }))
                continue;
            std::string text = words[kind];
            if (!named && kind != "role") text += " (" + words["unnamed"] + ")";
            legend.push_back({std::move(text), std::move(layers), false});
        }
    }
    if (occurs(drawing.nodes, "publisher"))
        legend.push_back({words["publisher"], {"node", "outlet", "publisher"}, false});
    for (const std::string_view other : {"claim", "article", "missing"}) {
        if (occurs(drawing.nodes, other)) legend.push_back({words[other], {"node", other}, false});
    }
    if (occurs(drawing.nodes, "gathered")) legend.push_back({words["gathered"], {"node", "gathered"}, false});
    for (const std::string_view how : {"spoken", "written", "seen", "cited", "said", "published", "unstated"}) {
        const Layers layers{"edge", how};
        const bool found =
            std::ranges::any_of(drawing.edges, [&](const DrawnEdge& edge) { return edge.layers == layers; });
        if (found) legend.push_back({words[how], layers, true});
    }
    if (occurs(drawing.edges, "inferred"))
        legend.push_back({words["inferred"], {"edge", "unstated", "inferred"}, true});
    return legend;
}

}  // namespace

Drawing draw_flow(const Excerpt& shown, const Theme& theme, const Words& words, Cluster cluster) {
    const ProvenanceGraph& graph = shown.graph;
    Drawing drawing;
    for (std::size_t index = 0; index < graph.nodes.size(); ++index) {
        const Node& node = graph.nodes[index];
        const std::size_t many = shown.gathered[index];
        DrawnNode drawn;
        drawn.label = label_of(node, graph, theme, words);
        drawn.tooltip = tooltip_of(node, graph, words);
        // Where the article itself is not drawn, its publisher leads to it.
        drawn.url = safe_url(node.publisher && graph.view == View::chains && node.url.empty() ? graph.url : node.url);
        drawn.key = node.key;
        drawn.layers = layers_of(node);
        if (many > 0) {
            drawn.tooltip = words.filled("gathered_node", {kind_in_words(node, words), std::to_string(many)});
            drawn.label = dot_label(drawn.tooltip, {theme.wrap, theme.most_lines, graph.right_to_left});
            drawn.layers.push_back("gathered");
        }
        drawn.css = classes_of(drawn.layers, node.kind == NodeKind::agent ? "agent" : "");
        drawn.frame = frame_of(node, cluster, graph, words);
        drawing.nodes.push_back(std::move(drawn));
    }
    for (const Edge& whole : graph.edges) {
        for (const Edge& edge : parts_of(whole)) {
            DrawnEdge drawn;
            drawn.from = static_cast<std::size_t>(edge.from);
            drawn.to = static_cast<std::size_t>(edge.to);
            drawn.label = edge_label(edge, graph, theme);
            drawn.tooltip = tooltip_of(edge, graph, words);
            drawn.claims = edge.claims;
            drawn.gathered = shown.gathered[drawn.from] > 0 || shown.gathered[drawn.to] > 0;
            drawn.layers = layers_of(edge, graph);
            drawn.css = classes_of(drawn.layers, "");
            drawing.edges.push_back(std::move(drawn));
        }
    }
    drawing.legend = legend_of(drawing, words);
    if (std::ranges::any_of(drawing.edges, [](const DrawnEdge& edge) { return edge.claims > 1; })) {
        drawing.notes.push_back(words["width"]);
    }
    return drawing;
}

}  // namespace rawi::writing
