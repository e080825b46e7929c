// Circles and origins: both read the strong components.
#include <boost/graph/strong_components.hpp>

#include "provenance/boost_graph.hpp"
#include "provenance/measures.hpp"

namespace rawi::provenance {
namespace {

/// The component of each node. Tarjan's algorithm completes a component only after everything it leads to, so that
/// Boost numbers them downstream first; turned round here, component numbers are a topological order.
struct Components {
    std::vector<std::size_t> of;
    std::size_t count = 0;
};

Components components_of(const BoostGraph& graph) {
    Components result;
    result.of.resize(boost::num_vertices(graph));
    result.count = boost::strong_components(
        graph, boost::make_iterator_property_map(result.of.begin(), boost::get(boost::vertex_index, graph)));
    for (std::size_t& component : result.of) component = result.count - 1 - component;
    return result;
}

std::vector<std::vector<NodeId>> members_of(const Components& components) {
    std::vector<std::vector<NodeId>> members(components.count);
    for (std::size_t node = 0; node < components.of.size(); ++node) {
        members[components.of[node]].push_back(node_of(node));
    }
    return members;
}

}  // namespace

std::vector<std::vector<NodeId>> circles(const ProvenanceGraph& graph) {
    auto found = members_of(components_of(simple_graph(graph)));
    std::erase_if(found, [](const auto& component) { return component.size() < 2; });
    return found;
}

std::vector<NodeId> origins(const ProvenanceGraph& graph) {
    const BoostGraph simple = simple_graph(graph);
    const Components components = components_of(simple);
    std::vector<bool> reached(components.count, false);
    for (const auto edge : boost::make_iterator_range(boost::edges(simple))) {
        const std::size_t from = components.of[boost::source(edge, simple)];
        const std::size_t to = components.of[boost::target(edge, simple)];
        if (from != to) reached[to] = true;
    }
    std::vector<NodeId> result;
    for (const auto& members : members_of(components)) {
        if (!reached[components.of[vertex_of(members.front())]]) result.push_back(members.front());
    }
    std::sort(result.begin(), result.end());
    return result;
}

}  // namespace rawi::provenance
