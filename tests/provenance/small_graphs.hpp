// Small graphs, written as they would be drawn.
#pragma once

#include <initializer_list>
#include <string>

#include "rawi/graph.hpp"

namespace rawi::test {

struct Line {
    unsigned from;
    unsigned to;
    std::uint32_t claims = 1;
};

inline ProvenanceGraph drawn(std::size_t nodes, std::initializer_list<Line> lines) {
    ProvenanceGraph graph;
    for (std::size_t node = 0; node < nodes; ++node) {
        Node made;
        made.label = made.key = "n" + std::to_string(node);
        graph.nodes.push_back(std::move(made));
    }
    for (const Line& line : lines) {
        Edge edge;
        edge.from = static_cast<NodeId>(line.from);
        edge.to = static_cast<NodeId>(line.to);
        edge.claims = line.claims;
        graph.edges.push_back(std::move(edge));
    }
    return graph;
}

}  // namespace rawi::test
