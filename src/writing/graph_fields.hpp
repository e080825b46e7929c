// What formats of graphs say of a node and of an edge, as one table of named fields for all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rawi/graph.hpp"

namespace rawi::writing {

enum class FieldType : std::uint8_t { string, boolean, integer };

struct GraphField {
    std::string_view name;
    FieldType type = FieldType::string;
};

/// One for each field, as text: "true", "12"; empty where there is nothing to say.
using FieldValues = std::vector<std::string>;

[[nodiscard]] std::string_view name_of(FieldType type) noexcept;  ///< "string", "boolean", "int"

/// The first field of a node is its label; the first of an edge is its weight, the number of claims.
[[nodiscard]] std::span<const GraphField> node_fields() noexcept;
[[nodiscard]] std::span<const GraphField> edge_fields() noexcept;
[[nodiscard]] FieldValues values_of(const Node& node);
[[nodiscard]] FieldValues values_of(const Edge& edge);

/// Appends `<edge id="e1" source="KEY" target="KEY"`, with which an edge begins in GraphML and in GEXF.
void append_edge_tag(std::string& out, const ProvenanceGraph& graph, std::size_t index);

}  // namespace rawi::writing
