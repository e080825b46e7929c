// The notation of W3C PROV. What somebody said or published is an entity, who said or published it an agent; edges
// point from the effect to its cause. A relay has an entity of its own, what it published: that is what others quote.
#include <algorithm>
#include <utility>

#include "rawi/attribution.hpp"
#include "writing/dot_drawing.hpp"
#include "writing/dot_text.hpp"

namespace rawi::writing {
namespace {

class ProvDrawing {
public:
    ProvDrawing(const ProvenanceGraph& graph, const Theme& theme, const Words& words)
        : graph_(graph),
          theme_(theme),
          words_(words),
          entity_(graph.nodes.size(), none),
          drawn_(graph.nodes.size(), none) {}

    Drawing drawn() {
        for (std::size_t index = 0; index < graph_.nodes.size(); ++index) add_node(index);
        // Articles first: they are the entities of their publishers.
        for (const Edge& edge : graph_.edges) {
            if (graph_.node(edge.to).kind != NodeKind::article) continue;
            entity_[index_of(edge.from)] = drawn_[index_of(edge.to)];
            relate(drawn_[index_of(edge.to)], drawn_[index_of(edge.from)], "wasAttributedTo", edge);
        }
        for (const Edge& edge : graph_.edges) {
            for (const Edge& part : parts_of(edge)) add_edge(part);
        }
        add_legend();
        return std::move(drawing_);
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    static std::size_t index_of(NodeId id) { return static_cast<std::size_t>(id); }

    void add_node(std::size_t index) {
        const Node& node = graph_.nodes[index];
        DrawnNode made;
        made.label = label_of(node, graph_, theme_, words_);
        made.tooltip = tooltip_of(node, graph_, words_);
        made.url = safe_url(node.url);
        made.key = node.key;
        const bool is_agent = node.kind == NodeKind::agent;
        made.layers = {"node", is_agent ? "agent" : "entity"};
        made.css = is_agent ? "agent" : node.kind == NodeKind::claim ? "entity claim" : "entity article";
        if (is_agent && !node.named && !node.publisher) made.layers.push_back(node.missing ? "missing" : "unnamed");
        if (is_agent && made.layers.size() > 2) made.css += ' ' + std::string(made.layers.back());
        drawn_[index] = add(std::move(made));
        if (!is_agent) entity_[index] = drawn_[index];
    }

    std::size_t add(DrawnNode made) {
        drawing_.nodes.push_back(std::move(made));
        return drawing_.nodes.size() - 1;
    }

    /// What an agent said or published, as others have it. Made when somebody needs it.
    std::size_t entity_of(NodeId id, const Edge& reason) {
        std::size_t& entity = entity_[index_of(id)];
        if (entity != none) return entity;
        const Node& node = graph_.node(id);
        DrawnNode made;
        const std::string label =
            node.missing ? words_["report_missing"] : words_.filled("report", {name_of(node, graph_, words_)});
        made.label = dot_label(label, {theme_.wrap, theme_.most_lines, graph_.right_to_left});
        made.tooltip = label;
        made.key = "report:" + node.key;
        made.layers = {"node", "entity"};
        made.css = "entity report";
        entity = add(std::move(made));
        relate(entity, drawn_[index_of(id)], "wasAttributedTo", reason);
        return entity;
    }

    void add_edge(const Edge& edge) {
        const Node& from = graph_.node(edge.from);
        const Node& to = graph_.node(edge.to);
        if (to.kind == NodeKind::article) return;
        if (to.kind == NodeKind::claim) {
            relate(drawn_[index_of(edge.to)], drawn_[index_of(edge.from)], "wasAttributedTo", edge);
            return;
        }
        const std::size_t effect = entity_of(edge.to, edge);
        const std::size_t cause = entity_of(edge.from, edge);
        const bool quoted = edge.contact == Contact::cited || edge.contact == Contact::spoken;
        relate(effect, cause,
               from.kind == NodeKind::claim && !quoted ? "hadPrimarySource"
               : quoted                                ? "wasQuotedFrom"
                                                       : "wasDerivedFrom",
               edge);
    }

    /// Drawn from the cause to the effect, with the arrow at the cause, so that time still runs with the text.
    void relate(std::size_t effect, std::size_t cause, std::string_view relation, const Edge& reason) {
        DrawnEdge made;
        made.from = cause;
        made.to = effect;
        made.against_the_flow = true;
        made.label = relation;
        made.tooltip = tooltip_of(reason, graph_, words_);
        made.css = relation;
        made.layers = {"edge"};
        if (reason.inferred()) made.layers.push_back("inferred");
        drawing_.edges.push_back(std::move(made));
    }

    /// The notation is a standard, but not one that every reader knows; dashes and dots are ours.
    void add_legend() {
        const auto occurs = [](const auto& drawn, std::string_view layer) {
            return std::ranges::any_of(
                drawn, [&](const auto& one) { return std::ranges::find(one.layers, layer) != one.layers.end(); });
        };
        const auto entry = [&](std::string_view key, Layers layers, bool is_edge) {
            const bool found = is_edge ? occurs(drawing_.edges, layers.back()) : occurs(drawing_.nodes, layers.back());
            if (found) drawing_.legend.push_back({words_[key], std::move(layers), is_edge, is_edge});
        };
        entry("entity", {"node", "entity"}, false);
        entry("prov_agent", {"node", "agent"}, false);
        entry("role", {"node", "agent", "unnamed"}, false);
        entry("missing", {"node", "agent", "missing"}, false);
        entry("inferred", {"edge", "inferred"}, true);
        if (!drawing_.edges.empty()) drawing_.notes.push_back(words_["to_cause"]);
    }

    const ProvenanceGraph& graph_;
    const Theme& theme_;
    const Words& words_;
    Drawing drawing_;
    std::vector<std::size_t> entity_;  // by node: which drawn node stands for its words
    std::vector<std::size_t> drawn_;   // by node: the drawn node itself
};

}  // namespace

Drawing draw_prov(const ProvenanceGraph& graph, const Theme& theme, const Words& words) {
    return ProvDrawing(graph, theme, words).drawn();
}

}  // namespace rawi::writing
