// A graph of thousands of nodes is no picture. What carries the most claims is drawn, and the rest is counted or, on
// request, gathered: one node for all of a kind. Sources that nobody names are left out first: every outlet has them,
// and they join nothing.
#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>

#include "writing/dot_drawing.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t readable_nodes = 300;  // with patience; one article never has as many
constexpr std::size_t clear_nodes = 40;      // with one and a half lines each: beyond that, lines cover each other

std::size_t index_of(NodeId id) {
    return static_cast<std::size_t>(id);
}

std::vector<std::size_t> weightiest_first(const ProvenanceGraph& graph) {
    std::vector<std::size_t> order(graph.edges.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return graph.edges[a].claims > graph.edges[b].claims; });
    return order;
}

/// Which nodes and edges stay.
struct Choice {
    std::vector<bool> nodes;
    std::vector<bool> edges;
};

Choice weightiest(const ProvenanceGraph& graph, std::size_t most_nodes) {
    Choice stays{std::vector<bool>(graph.nodes.size()), std::vector<bool>(graph.edges.size())};
    std::size_t nodes = 0;
    std::size_t edges = 0;
    for (const std::size_t index : weightiest_first(graph)) {
        const auto from = index_of(graph.edges[index].from);
        const auto to = index_of(graph.edges[index].to);
        if (graph.nodes[from].missing || graph.nodes[to].missing) continue;
        const std::size_t more = (stays.nodes[from] ? 0u : 1u) + (stays.nodes[to] ? 0u : 1u);
        if (nodes + more > most_nodes || edges == most_nodes + most_nodes / 2) continue;
        stays.nodes[from] = stays.nodes[to] = stays.edges[index] = true;
        nodes += more;
        ++edges;
    }
    return stays;
}

/// Takes over what stays, then gathers the rest.
class Cutter {
public:
    Cutter(const ProvenanceGraph& graph, const Choice& stays) : graph_(graph), stays_(stays) {
        result_.is_cut = true;
        result_.graph.title = graph.title;
        result_.graph.url = graph.url;
        result_.graph.language = graph.language;
        result_.graph.right_to_left = graph.right_to_left;
        result_.graph.view = graph.view;
        new_id_.resize(graph.nodes.size());
        for (std::size_t index = 0; index < graph.nodes.size(); ++index) {
            if (stays.nodes[index]) new_id_[index] = add(graph.nodes[index], 0);
        }
        result_.drawn_nodes = result_.graph.nodes.size();
        for (std::size_t index = 0; index < graph.edges.size(); ++index) {
            if (stays.edges[index]) add(graph.edges[index]);
        }
        result_.drawn_edges = result_.graph.edges.size();
    }

    /// What passes between two that were gathered is not drawn: it would join kinds, not agents.
    void gather() {
        for (std::size_t index = 0; index < graph_.nodes.size(); ++index) {
            if (!stays_.nodes[index]) new_id_[index] = gathered(graph_.nodes[index]);
        }
        struct Sum {
            Edge edge;
            /// By how they passed, where the text says it.
            std::array<std::uint32_t, static_cast<std::size_t>(Contact::unstated)> claims{};
        };
        std::map<std::pair<NodeId, NodeId>, Sum> summed;
        for (std::size_t index = 0; index < graph_.edges.size(); ++index) {
            const Edge& edge = graph_.edges[index];
            if (stays_.nodes[index_of(edge.from)] == stays_.nodes[index_of(edge.to)]) continue;
            const std::pair ends(new_id_[index_of(edge.from)], new_id_[index_of(edge.to)]);
            const auto [place, is_new] = summed.try_emplace(ends, Sum{edge, {}});
            Sum& sum = place->second;
            if (edge.contact != Contact::unstated) sum.claims[static_cast<std::size_t>(edge.contact)] += edge.stated;
            if (is_new) {
                sum.edge.phrase.clear();
                sum.edge.evidence.clear();
                continue;
            }
            sum.edge.claims += edge.claims;
            sum.edge.stated += edge.stated;
        }
        std::vector<Edge> heaviest;
        for (auto& [ends, sum] : summed) {
            Edge& edge = sum.edge;
            // As of one line that many claims passed along: the way most of them passed.
            const auto most = std::ranges::max_element(sum.claims);
            edge.contact = *most > 0 ? static_cast<Contact>(most - sum.claims.begin()) : Contact::unstated;
            edge.from = ends.first;
            edge.to = ends.second;
            heaviest.push_back(std::move(edge));
        }
        std::ranges::stable_sort(heaviest, std::ranges::greater{}, &Edge::claims);
        heaviest.resize(std::min(heaviest.size(), result_.drawn_nodes / 2));
        std::ranges::move(heaviest, std::back_inserter(result_.graph.edges));
        drop_loose();
    }

    Excerpt cut() { return std::move(result_); }

private:
    NodeId add(Node node, std::size_t stands_for) {
        result_.graph.nodes.push_back(std::move(node));
        result_.gathered.push_back(stands_for);
        return static_cast<NodeId>(result_.graph.nodes.size() - 1);
    }

    void add(Edge edge) {
        edge.from = new_id_[index_of(edge.from)];
        edge.to = new_id_[index_of(edge.to)];
        result_.graph.edges.push_back(std::move(edge));
    }

    /// The node of all that are of the same kind, those with a name apart from those without.
    NodeId gathered(const Node& node) {
        const bool is_agent = node.kind == NodeKind::agent;
        const bool named = is_agent && node.named;
        const std::tuple kind(node.kind, is_agent ? node.agent_kind : AgentKind::unknown, named, node.missing);
        const auto [place, is_new] = kinds_.try_emplace(kind);
        if (is_new) {
            Node made;
            made.kind = node.kind;
            made.agent_kind = std::get<1>(kind);
            made.named = named;
            made.missing = node.missing;
            made.key = "gathered:" + std::to_string(kinds_.size());
            place->second = add(std::move(made), 0);
        }
        ++result_.gathered[index_of(place->second)];
        return place->second;
    }

    /// Nodes of gathered ones that no line reaches say nothing.
    void drop_loose() {
        std::vector<bool> joined(result_.graph.nodes.size());
        for (const Edge& edge : result_.graph.edges) joined[index_of(edge.from)] = joined[index_of(edge.to)] = true;
        std::vector<NodeId> moved(result_.graph.nodes.size());
        std::size_t kept = 0;
        for (std::size_t index = 0; index < joined.size(); ++index) {
            moved[index] = static_cast<NodeId>(kept);
            if (index >= result_.drawn_nodes && !joined[index]) continue;
            if (kept != index) {
                result_.graph.nodes[kept] = std::move(result_.graph.nodes[index]);
                result_.gathered[kept] = result_.gathered[index];
            }
            ++kept;
        }
        result_.graph.nodes.resize(kept);
        result_.gathered.resize(kept);
        for (Edge& edge : result_.graph.edges) {
            edge.from = moved[index_of(edge.from)];
            edge.to = moved[index_of(edge.to)];
        }
    }

    const ProvenanceGraph& graph_;
    const Choice& stays_;
    Excerpt result_;
    std::vector<NodeId> new_id_;
    std::map<std::tuple<NodeKind, AgentKind, bool, bool>, NodeId> kinds_;
};

}  // namespace

Excerpt excerpt(const ProvenanceGraph& graph, std::optional<std::size_t> given_most_nodes, bool aggregate) {
    const bool is_readable = !given_most_nodes && graph.nodes.size() <= readable_nodes;
    const std::size_t most_nodes = given_most_nodes.value_or(clear_nodes);
    if (is_readable || most_nodes == 0 || graph.nodes.size() <= most_nodes) {
        Excerpt whole;
        whole.graph = graph;
        whole.drawn_nodes = graph.nodes.size();
        whole.drawn_edges = graph.edges.size();
        whole.gathered.assign(graph.nodes.size(), 0);
        return whole;
    }
    const Choice stays = weightiest(graph, most_nodes);
    Cutter cutter(graph, stays);
    if (aggregate) cutter.gather();
    return cutter.cut();
}

}  // namespace rawi::writing
