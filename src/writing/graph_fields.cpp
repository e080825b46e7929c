#include "writing/graph_fields.hpp"

#include <algorithm>
#include <array>

#include "writing/exchange.hpp"

namespace rawi::writing {
namespace {

constexpr auto of_nodes = std::to_array<GraphField>({
    {"label"},
    {"type"},
    {"kind"},
    {"named", FieldType::boolean},
    {"publisher", FieldType::boolean},
    {"missing", FieldType::boolean},
    {"outlet"},
    {"country"},
    {"url"},
    {"date"},
    {"documents"},
});

constexpr auto of_edges = std::to_array<GraphField>({
    {"weight", FieldType::integer},
    {"stated", FieldType::integer},
    {"contact"},
    {"inferred", FieldType::boolean},
    {"phrase"},
    {"rules"},
    {"documents"},
});

std::string_view name_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::agent: return "agent";
        case NodeKind::claim: return "claim";
        case NodeKind::article: break;
    }
    return "article";
}

std::string text_of(bool value) {
    return value ? "true" : "false";
}

/// The different values of one member of the evidence, in their order, separated by spaces.
std::string different(const std::vector<Evidence>& evidence, std::string Evidence::*member) {
    std::vector<std::string_view> seen;
    std::string all;
    for (const Evidence& piece : evidence) {
        const std::string& value = piece.*member;
        if (value.empty() || std::find(seen.begin(), seen.end(), value) != seen.end()) continue;
        seen.push_back(value);
        all += (all.empty() ? "" : " ") + value;
    }
    return all;
}

}  // namespace

std::string_view name_of(FieldType type) noexcept {
    switch (type) {
        case FieldType::string: return "string";
        case FieldType::boolean: return "boolean";
        case FieldType::integer: break;
    }
    return "int";
}

std::span<const GraphField> node_fields() noexcept {
    return of_nodes;
}
std::span<const GraphField> edge_fields() noexcept {
    return of_edges;
}

FieldValues values_of(const Node& node) {
    const bool is_agent = node.kind == NodeKind::agent;
    return {node.label,
            std::string(name_of(node.kind)),
            is_agent ? std::string(rawi::name_of(node.agent_kind)) : "",
            is_agent ? text_of(node.named) : "",
            is_agent ? text_of(node.publisher) : "",
            is_agent ? text_of(node.missing) : "",
            node.outlet_id,
            node.country,
            node.url,
            node.date,
            different(node.evidence, &Evidence::document)};
}

FieldValues values_of(const Edge& edge) {
    return {std::to_string(edge.claims),
            std::to_string(edge.stated),
            std::string(rawi::name_of(edge.contact)),
            text_of(edge.inferred()),
            edge.phrase,
            different(edge.evidence, &Evidence::rule),
            different(edge.evidence, &Evidence::document)};
}

void append_edge_tag(std::string& out, const ProvenanceGraph& graph, std::size_t index) {
    const Edge& edge = graph.edges[index];
    out += "<edge id=\"e" + std::to_string(index + 1) + "\" source=\"";
    append_xml(out, graph.node(edge.from).key);
    out += "\" target=\"";
    append_xml(out, graph.node(edge.to).key);
    out += '"';
}

}  // namespace rawi::writing
