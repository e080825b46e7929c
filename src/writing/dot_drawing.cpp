#include "writing/dot_drawing.hpp"

#include <algorithm>

#include "rawi/attribution.hpp"
#include "text/countries.hpp"
#include "writing/dot_text.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t most_quotes = 5;  // in one tooltip
constexpr std::size_t most_quotes_counted = 1000;

void add_quotes(std::string& tooltip, const std::vector<Evidence>& evidence, const Words& words) {
    std::vector<std::string> shown;
    for (const Evidence& piece : evidence) {
        std::string quote = cleaned(piece.quote);
        if (!quote.empty() && std::ranges::find(shown, quote) == shown.end()) shown.push_back(std::move(quote));
        if (shown.size() > most_quotes_counted) break;
    }
    if (shown.empty()) return;
    tooltip += '\n' + words["evidence"] + ':';
    for (std::size_t index = 0; index < std::min(shown.size(), most_quotes); ++index)
        tooltip += "\n“" + shown[index] + "”";
    if (shown.size() > most_quotes)
        tooltip += '\n' + words.filled("more", {std::to_string(shown.size() - most_quotes)});
}

std::string_view missing_word(const Node& node) {
    return node.key.starts_with("unknown:") ? "unknown_source" : "missing_link";
}

/// A claim whose words were not saved: its number has to do, the end of its key.
bool is_unsaved(const Node& node) {
    return node.kind == NodeKind::claim && node.label.empty();
}

/// Nothing but outlets: what passed between those of a corpus.
bool is_of_outlets(const ProvenanceGraph& graph) {
    return !graph.nodes.empty() && std::ranges::all_of(graph.nodes, [](const Node& node) {
        return node.kind == NodeKind::agent && node.agent_kind == AgentKind::outlet;
    });
}

}  // namespace

std::string name_of(const Node& node, const ProvenanceGraph& /*graph*/, const Words& words) {
    if (node.missing) return words[missing_word(node)];
    std::string name = cleaned(node.label);
    if (is_unsaved(node)) return words["claim"] + ' ' + node.key.substr(std::min(node.key.rfind('q'), node.key.size()));
    if (name.empty()) return words[node.publisher ? "unknown_publisher" : "unknown_source"];
    return name;
}

std::string label_of(const Node& node, const ProvenanceGraph& graph, const Theme& theme, const Words& words) {
    LabelShape shape{theme.wrap, theme.most_lines, graph.right_to_left};
    if (node.missing) return "?\\n" + dot_label(words[missing_word(node)], shape);
    if (node.kind == NodeKind::claim) {
        shape.columns += shape.columns / 3;
        ++shape.lines;
    }
    if (node.label.empty()) return dot_label(name_of(node, graph, words), shape);
    return dot_label(node.label, shape);
}

std::string tooltip_of(const Node& node, const ProvenanceGraph& graph, const Words& words) {
    std::string tooltip = name_of(node, graph, words);
    if (node.missing) return tooltip;
    tooltip += '\n';
    switch (node.kind) {
        case NodeKind::claim: tooltip += words["claim"]; break;
        case NodeKind::article: tooltip += words["article"]; break;
        case NodeKind::agent:
            tooltip += words[name_of(node.agent_kind)];
            if (node.publisher) tooltip += " · " + words["publisher"];
            if (!node.named && !node.publisher && node.agent_kind != AgentKind::role)
                tooltip += " · " + words["unnamed"];
            break;
    }
    if (!node.date.empty()) tooltip += " · " + cleaned(node.date);
    if (!node.country.empty()) tooltip += " · " + text::country_name(node.country, graph.language);
    return tooltip;
}

std::string tooltip_of(const Edge& edge, const ProvenanceGraph& graph, const Words& words) {
    const std::string arrow = graph.right_to_left ? " ← " : " → ";
    std::string tooltip =
        name_of(graph.node(edge.from), graph, words) + arrow + name_of(graph.node(edge.to), graph, words);
    const bool to_claim = graph.node(edge.to).kind == NodeKind::claim;
    const bool to_article = graph.node(edge.to).kind == NodeKind::article;
    tooltip += '\n' + words[to_claim ? "said" : to_article ? "published" : name_of(edge.contact)];
    if (edge.inferred()) tooltip += " · " + words["inferred"];
    if (edge.claims > 1) tooltip += " · " + words.filled("claims", {std::to_string(edge.claims)});
    add_quotes(tooltip, edge.evidence, words);
    return tooltip;
}

std::vector<Edge> parts_of(const Edge& edge) {
    if (edge.inferred() || edge.stated >= edge.claims) return {edge};
    Edge stated = edge;
    stated.claims = edge.stated;
    std::erase_if(stated.evidence, [](const Evidence& piece) { return piece.inferred; });
    Edge inferred = edge;
    inferred.claims = edge.claims - edge.stated;
    inferred.stated = 0;
    inferred.contact = Contact::unstated;
    inferred.phrase.clear();
    std::erase_if(inferred.evidence, [](const Evidence& piece) { return !piece.inferred; });
    return {std::move(stated), std::move(inferred)};
}

Drawing draw(const ProvenanceGraph& graph, const Theme& theme, const DrawingOptions& options) {
    const Words words = picture_words(graph.language);
    const bool is_prov = theme.notation == Notation::prov;
    const Excerpt shown = excerpt(graph, options.picture.most_nodes, options.picture.aggregate && !is_prov);
    Drawing drawing =
        is_prov ? draw_prov(shown.graph, theme, words) : draw_flow(shown, theme, words, options.picture.cluster);
    if (!is_prov) {
        draw_time(drawing, shown.graph, words,
                  options.picture.layout == Layout::ranked && options.picture.cluster == Cluster::none);
    }
    drawing.title = cleaned(graph.title);
    drawing.language = graph.language;
    drawing.right_to_left = graph.right_to_left;
    drawing.description =
        words.filled("description", {std::to_string(graph.nodes.size()), std::to_string(graph.edges.size())});
    if (shown.is_cut) {
        drawing.notes.push_back(
            words.filled("left_out", {std::to_string(shown.drawn_nodes), std::to_string(graph.nodes.size()),
                                      std::to_string(shown.drawn_edges), std::to_string(graph.edges.size())}));
        drawing.description += ' ' + drawing.notes.back();
        if (const std::size_t boxes = shown.graph.nodes.size() - shown.drawn_nodes; boxes > 0) {
            drawing.notes.push_back(
                words.filled("gathered_lines",
                             {std::to_string(boxes), std::to_string(shown.graph.edges.size() - shown.drawn_edges)}));
        }
    }
    if (!options.with_links) {
        for (DrawnNode& node : drawing.nodes) node.url.clear();
    }
    if (std::ranges::any_of(shown.graph.nodes, is_unsaved)) drawing.notes.push_back(words["unsaved"]);
    for (std::string_view rest = options.caption; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (end > 0) drawing.notes.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (drawing.title.empty()) drawing.title = words[is_of_outlets(graph) ? "outlets" : "graph"];
    return drawing;
}

}  // namespace rawi::writing
