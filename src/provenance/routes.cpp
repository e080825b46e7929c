// Dominators and independent routes: what hangs on whom, and how many ways lead there.
#include <boost/graph/dominator_tree.hpp>
#include <boost/graph/edmonds_karp_max_flow.hpp>

#include "provenance/boost_graph.hpp"
#include "provenance/measures.hpp"

namespace rawi::provenance {
namespace {

/// The graph of a maximum flow: every edge has its reverse, of capacity 0, as Boost's algorithms ask.
using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using FlowGraph = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, long,
                    boost::property<boost::edge_residual_capacity_t, long,
                                    boost::property<boost::edge_reverse_t, Traits::edge_descriptor>>>>;

/// Nodes split in two, with one unit of capacity between: a node then serves one route only.
class SplitFlow {
public:
    explicit SplitFlow(const ProvenanceGraph& graph) : flow_(2 * graph.nodes.size() + 1) {
        for (std::size_t node = 0; node < graph.nodes.size(); ++node) join(entry(node), exit(node));
        for (const auto& [from, to] : joined_pairs(graph)) join(exit(from), entry(to));
    }

    static Vertex entry(Vertex node) { return 2 * node; }
    static Vertex exit(Vertex node) { return 2 * node + 1; }
    /// One more vertex, to which nothing is joined at first.
    [[nodiscard]] Vertex extra() const { return boost::num_vertices(flow_) - 1; }

    void join(Vertex from, Vertex to) {
        const auto there = boost::add_edge(from, to, flow_).first;
        const auto back = boost::add_edge(to, from, flow_).first;
        boost::put(boost::edge_capacity, flow_, there, 1L);
        boost::put(boost::edge_capacity, flow_, back, 0L);
        boost::put(boost::edge_reverse, flow_, there, back);
        boost::put(boost::edge_reverse, flow_, back, there);
    }

    [[nodiscard]] std::uint32_t most(Vertex from, Vertex to) {
        return static_cast<std::uint32_t>(boost::edmonds_karp_max_flow(flow_, from, to));
    }

private:
    FlowGraph flow_;
};

}  // namespace

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

std::uint32_t independent_routes(const ProvenanceGraph& graph, NodeId from, NodeId to) {
    if (from == to) return 0;
    SplitFlow flow(graph);
    return flow.most(SplitFlow::exit(vertex_of(from)), SplitFlow::entry(vertex_of(to)));
}

std::uint32_t independent_origins(const ProvenanceGraph& graph, NodeId to) {
    SplitFlow flow(graph);
    for (const NodeId origin : origins(graph)) {
        if (origin == to) return 0;
        flow.join(flow.extra(), SplitFlow::entry(vertex_of(origin)));
    }
    return flow.most(flow.extra(), SplitFlow::entry(vertex_of(to)));
}

}  // namespace rawi::provenance
