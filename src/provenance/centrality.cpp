// Degree, PageRank, betweenness, reciprocity: how much weight a node, or a graph's mutuality, has.
#include <boost/graph/betweenness_centrality.hpp>
#include <cmath>

#include "provenance/boost_graph.hpp"
#include "provenance/measures.hpp"

namespace rawi::provenance {

std::vector<Degree> degrees(const ProvenanceGraph& graph) {
    std::vector<Degree> result(graph.nodes.size());
    for (const auto& [from, to] : joined_pairs(graph)) {
        ++result[from].out;
        ++result[to].in;
    }
    for (const Edge& edge : graph.edges) {
        if (edge.from != edge.to) result[vertex_of(edge.to)].claims_in += edge.claims;
    }
    return result;
}

std::vector<double> page_rank(const ProvenanceGraph& graph, std::span<const Degree> degrees, double damping) {
    const std::size_t count = graph.nodes.size();
    if (count == 0) return {};
    const double even = 1.0 / static_cast<double>(count);
    std::vector<double> rank(count, even);
    std::vector<double> next(count);
    constexpr int most_rounds = 1000;  // 0.85^1000 is far below the precision of a double
    for (int round = 0; round < most_rounds; ++round) {
        double dangling = 0;
        for (std::size_t node = 0; node < count; ++node) {
            if (degrees[node].claims_in == 0) dangling += rank[node];
        }
        std::fill(next.begin(), next.end(), (1 - damping + damping * dangling) * even);
        for (const Edge& edge : graph.edges) {
            if (edge.from == edge.to || edge.claims == 0) continue;
            const std::size_t relying = vertex_of(edge.to);
            const double share = static_cast<double>(edge.claims) / static_cast<double>(degrees[relying].claims_in);
            next[vertex_of(edge.from)] += damping * rank[relying] * share;
        }
        double moved = 0;
        for (std::size_t node = 0; node < count; ++node) moved = std::max(moved, std::abs(next[node] - rank[node]));
        rank.swap(next);
        if (moved < 1e-12) break;
    }
    return rank;
}

std::vector<double> betweenness(const ProvenanceGraph& graph) {
    const BoostGraph simple = simple_graph(graph);
    std::vector<double> result(graph.nodes.size(), 0.0);
    boost::brandes_betweenness_centrality(
        simple, boost::make_iterator_property_map(result.begin(), boost::get(boost::vertex_index, simple)));
    return result;
}

double reciprocity(const ProvenanceGraph& graph) {
    const auto pairs = joined_pairs(graph);
    if (pairs.empty()) return 0;
    const auto mutual = std::count_if(pairs.begin(), pairs.end(), [&](const auto& pair) {
        return std::binary_search(pairs.begin(), pairs.end(), std::pair(pair.second, pair.first));
    });
    return static_cast<double>(mutual) / static_cast<double>(pairs.size());
}

}  // namespace rawi::provenance
