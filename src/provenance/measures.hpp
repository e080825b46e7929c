// What the shape of a provenance graph says: who is upstream, who relays, what goes round in circles.
//
// Every function takes the graph as it is, follows edges along the flow of information (`Edge::from` had the words
// first) and returns values indexed by `NodeId`, or lists in ascending order of `NodeId`, so that the same graph
// always gives the same answer. Parallel edges count as one route and loops as none, unless said otherwise.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "rawi/graph.hpp"

namespace rawi::provenance {

// --- order -------------------------------------------------------------------------------------------------------

/// Circular reporting: strong components of two nodes or more, in which words may come back to who passed them on;
/// those upstream first. Tarjan 1972, "Depth-first search and linear graph algorithms".
[[nodiscard]] std::vector<std::vector<NodeId>> circles(const ProvenanceGraph& graph);

/// Where words begin: nodes nothing leads to, and of each circle that nothing leads to its first node.
[[nodiscard]] std::vector<NodeId> origins(const ProvenanceGraph& graph);

// --- weight ------------------------------------------------------------------------------------------------------

/// How many neighbours a node has on either side.
struct Degree {
    std::uint32_t in = 0;         ///< distinct nodes that it has words from
    std::uint32_t out = 0;        ///< distinct nodes that have words from it
    std::uint64_t claims_in = 0;  ///< the sum of `Edge::claims`
};

[[nodiscard]] std::vector<Degree> degrees(const ProvenanceGraph& graph);

/// Weighted PageRank of being relied upon: each node hands its rank to those whose words it passes on, in proportion
/// to the claims; origins, which rely on nobody, spread theirs over all nodes. Sums up to 1. Brin & Page 1998, with
/// the usual treatment of dangling nodes (Langville & Meyer 2004, "Deeper inside PageRank", section 3). Boost's own
/// `page_rank` knows neither weights nor dangling nodes. Stops when no rank moves by more than 1e-12. `degrees` are
/// those of the graph.
[[nodiscard]] std::vector<double> page_rank(const ProvenanceGraph& graph, std::span<const Degree> degrees,
                                            double damping = 0.85);

/// Betweenness: on how many shortest routes between two others a node lies, routes of equal length sharing one count.
/// Not normalised. Brandes 2001, "A faster algorithm for betweenness centrality". Takes nodes x edges steps.
[[nodiscard]] std::vector<double> betweenness(const ProvenanceGraph& graph);

/// Share of the ordered pairs that are joined whose reverse is joined too, from 0 to 1; 0 for a graph without edges.
/// Wasserman & Faust 1994, "Social network analysis", section 13; the same as networkx' `overall_reciprocity`.
[[nodiscard]] double reciprocity(const ProvenanceGraph& graph);

// --- routes ------------------------------------------------------------------------------------------------------

/// Immediate dominator of each node: the last node that every route to it from any origin passes, the one upstream on
/// which it hangs. None for origins and for nodes whose routes have no node in common.
/// Lengauer & Tarjan 1979, "A fast algorithm for finding dominators", from a root that stands before all origins.
[[nodiscard]] std::vector<std::optional<NodeId>> immediate_dominators(const ProvenanceGraph& graph);

/// For each node, how many others hang on it: without it no route from an origin would reach them. `dominators` are the
/// immediate ones of a graph.
[[nodiscard]] std::vector<std::uint32_t> dominated(std::span<const std::optional<NodeId>> dominators);

}  // namespace rawi::provenance
