// Dominators: what hangs on whom.
#include <boost/graph/dominator_tree.hpp>

#include "provenance/boost_graph.hpp"
#include "provenance/measures.hpp"

namespace rawi::provenance {

std::vector<std::optional<NodeId>> immediate_dominators(const ProvenanceGraph& graph) {
    BoostGraph rooted = simple_graph(graph);
    const Vertex root = boost::add_vertex(rooted);
    for (const NodeId origin : origins(graph)) boost::add_edge(root, vertex_of(origin), rooted);
    std::vector<Vertex> parent(boost::num_vertices(rooted), BoostGraph::null_vertex());
    boost::lengauer_tarjan_dominator_tree(
        rooted, root, boost::make_iterator_property_map(parent.begin(), boost::get(boost::vertex_index, rooted)));
    std::vector<std::optional<NodeId>> result(graph.nodes.size());
    for (std::size_t node = 0; node < result.size(); ++node) {
        if (parent[node] != root && parent[node] != BoostGraph::null_vertex()) result[node] = node_of(parent[node]);
    }
    return result;
}

std::vector<std::uint32_t> dominated(std::span<const std::optional<NodeId>> dominators) {
    // The tree is taken down leaf by leaf, each handing its count to its parent.
    std::vector<std::uint32_t> children(dominators.size(), 0);
    for (const auto& parent : dominators) {
        if (parent) ++children[vertex_of(*parent)];
    }
    std::vector<Vertex> leaves;
    for (Vertex node = 0; node < children.size(); ++node) {
        if (children[node] == 0) leaves.push_back(node);
    }
    std::vector<std::uint32_t> result(dominators.size(), 0);
    while (!leaves.empty()) {
        const Vertex leaf = leaves.back();
        leaves.pop_back();
        if (!dominators[leaf]) continue;
        const Vertex parent = vertex_of(*dominators[leaf]);
        result[parent] += result[leaf] + 1;
        if (--children[parent] == 0) leaves.push_back(parent);
    }
    return result;
}

}  // namespace rawi::provenance
