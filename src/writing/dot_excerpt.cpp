// A graph of thousands of nodes is no picture. What carries the most claims is drawn, and the rest is counted. Sources
// that nobody names are left out first: every outlet has them, and they join nothing.
#include <algorithm>
#include <numeric>
#include <optional>

#include "writing/dot_drawing.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t readable_nodes = 300;  // with patience; one article never has as many
constexpr std::size_t clear_nodes = 60;
constexpr std::size_t most_edges_per_node = 2;  // beyond that, lines cover each other

std::vector<std::size_t> weightiest_first(const ProvenanceGraph& graph) {
    std::vector<std::size_t> order(graph.edges.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(
        order, [&](std::size_t a, std::size_t b) { return graph.edges[a].claims > graph.edges[b].claims; });
    return order;
}

}  // namespace

Excerpt excerpt(const ProvenanceGraph& graph, std::optional<std::size_t> given_most_nodes) {
    Excerpt result;
    const bool is_readable = !given_most_nodes && graph.nodes.size() <= readable_nodes;
    const std::size_t most_nodes = given_most_nodes.value_or(clear_nodes);
    if (is_readable || most_nodes == 0 || graph.nodes.size() <= most_nodes) {
        result.graph = graph;
        return result;
    }
    result.is_cut = true;
    result.graph.title = graph.title;
    result.graph.language = graph.language;
    result.graph.right_to_left = graph.right_to_left;
    result.graph.view = graph.view;

    std::vector<bool> node_stays(graph.nodes.size(), false);
    std::vector<bool> edge_stays(graph.edges.size(), false);
    std::size_t nodes = 0;
    std::size_t edges = 0;
    for (const std::size_t index : weightiest_first(graph)) {
        const auto from = static_cast<std::size_t>(graph.edges[index].from);
        const auto to = static_cast<std::size_t>(graph.edges[index].to);
        if (graph.nodes[from].missing || graph.nodes[to].missing) continue;
        const std::size_t more = (node_stays[from] ? 0u : 1u) + (node_stays[to] ? 0u : 1u);
        if (nodes + more > most_nodes || edges == most_edges_per_node * most_nodes) continue;
        node_stays[from] = node_stays[to] = edge_stays[index] = true;
        nodes += more;
        ++edges;
    }

    std::vector<NodeId> new_id(graph.nodes.size());
    for (std::size_t index = 0; index < graph.nodes.size(); ++index) {
        if (!node_stays[index]) continue;
        new_id[index] = static_cast<NodeId>(result.graph.nodes.size());
        result.graph.nodes.push_back(graph.nodes[index]);
    }
    for (std::size_t index = 0; index < graph.edges.size(); ++index) {
        if (!edge_stays[index]) continue;
        Edge edge = graph.edges[index];
        edge.from = new_id[static_cast<std::size_t>(edge.from)];
        edge.to = new_id[static_cast<std::size_t>(edge.to)];
        result.graph.edges.push_back(std::move(edge));
    }
    return result;
}

}  // namespace rawi::writing
