// A provenance graph as Boost.Graph wants it. The only place, with the files that include it, that knows Boost.
#pragma once

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <utility>
#include <vector>

#include "rawi/graph.hpp"

namespace rawi::provenance {

/// Vertex `n` is node `n`. Both containers are vectors: vertices are numbers, and edges keep the order in which they
/// were added, so that every algorithm visits them in the same order each time.
using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS>;
using Vertex = boost::graph_traits<BoostGraph>::vertex_descriptor;

constexpr Vertex vertex_of(NodeId id) {
    return static_cast<Vertex>(id);
}
constexpr NodeId node_of(Vertex vertex) {
    return static_cast<NodeId>(vertex);
}

/// The ordered pairs of distinct nodes that are joined, sorted, each once.
inline std::vector<std::pair<Vertex, Vertex>> joined_pairs(const ProvenanceGraph& graph) {
    std::vector<std::pair<Vertex, Vertex>> pairs;
    pairs.reserve(graph.edges.size());
    for (const Edge& edge : graph.edges) {
        if (edge.from != edge.to) pairs.emplace_back(vertex_of(edge.from), vertex_of(edge.to));
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

/// Without loops and parallel edges.
inline BoostGraph simple_graph(const ProvenanceGraph& graph) {
    BoostGraph result(graph.nodes.size());
    for (const auto& [from, to] : joined_pairs(graph)) boost::add_edge(from, to, result);
    return result;
}

}  // namespace rawi::provenance
