// The provenance graph as two tables, one of nodes and one of edges, as Gephi's spreadsheet import and any table
// program takes them: RFC 4180, UTF-8.
#include <string>

#include "text/csv.hpp"
#include "writing/exchange.hpp"
#include "writing/graph_fields.hpp"
#include "writing/graph_text.hpp"

namespace rawi::writing {
namespace {

std::string cell_of(std::string_view value) {
    return text::csv_cell(well_formed(value));
}

/// A line of the table: what stands first, then the fields.
std::string line_of(std::string first, const FieldValues& values) {
    for (const std::string& value : values) first += ',' + cell_of(value);
    return first + "\r\n";
}

std::string header_of(std::string first, std::span<const GraphField> fields) {
    for (const GraphField& field : fields) first += ',' + capitalised(field.name);
    return first + "\r\n";
}

}  // namespace

std::string csv_nodes_of(const ProvenanceGraph& graph) {
    std::string text = header_of("Id", node_fields());
    for (const Node& node : graph.nodes) text += line_of(cell_of(node.key), values_of(node));
    return text;
}

std::string csv_edges_of(const ProvenanceGraph& graph) {
    std::string text = header_of("Source,Target,Type", edge_fields());
    for (const Edge& edge : graph.edges) {
        text += line_of(cell_of(graph.node(edge.from).key) + ',' + cell_of(graph.node(edge.to).key) + ",Directed",
                        values_of(edge));
    }
    return text;
}

}  // namespace rawi::writing
