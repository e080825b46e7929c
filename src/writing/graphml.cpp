// GraphML (http://graphml.graphdrawing.org): the provenance graph for yEd, Cytoscape, networkx, igraph and Gephi.
#include <string>

#include "writing/exchange.hpp"
#include "writing/graph_fields.hpp"
#include "writing/graph_text.hpp"

namespace rawi::writing {
namespace {

void append_keys(std::string& out, std::string_view of, std::span<const GraphField> fields) {
    for (const GraphField& field : fields) {
        out += "  <key id=\"" + std::string(of) + '.' + std::string(field.name) + "\" for=\"" + std::string(of) +
               "\" attr.name=\"" + std::string(field.name) + "\" attr.type=\"" + std::string(name_of(field.type)) +
               "\"/>\n";
    }
}

void append_data(std::string& out, std::string_view of, std::span<const GraphField> fields, const FieldValues& values) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (values[i].empty()) continue;
        out += "      <data key=\"" + std::string(of) + '.' + std::string(fields[i].name) + "\">";
        append_xml(out, values[i]);
        out += "</data>\n";
    }
}

void append_edge(std::string& text, const ProvenanceGraph& graph, std::size_t index) {
    const Edge& edge = graph.edges[index];
    text += "    ";
    append_edge_tag(text, graph, index);
    text += ">\n";
    append_data(text, "edge", edge_fields(), values_of(edge));
    text += "    </edge>\n";
}

}  // namespace

std::string graphml_of(const ProvenanceGraph& graph) {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\""
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        " xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns"
        " http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
        "  <key id=\"graph.title\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>\n"
        "  <key id=\"graph.language\" for=\"graph\" attr.name=\"language\" attr.type=\"string\"/>\n";
    append_keys(text, "node", node_fields());
    append_keys(text, "edge", edge_fields());
    text += "  <graph edgedefault=\"directed\">\n    <data key=\"graph.title\">";
    append_xml(text, graph.title);
    text += "</data>\n    <data key=\"graph.language\">";
    append_xml(text, graph.language);
    text += "</data>\n";
    for (const Node& node : graph.nodes) {
        text += "    <node id=\"";
        append_xml(text, node.key);
        text += "\">\n";
        append_data(text, "node", node_fields(), values_of(node));
        text += "    </node>\n";
    }
    for (std::size_t i = 0; i < graph.edges.size(); ++i) append_edge(text, graph, i);
    return text + "  </graph>\n</graphml>\n";
}

}  // namespace rawi::writing
