// GEXF 1.3 (https://gexf.net): the provenance graph for Gephi and Gephi Lite, in the colours of the pictures.
#include <string>

#include "writing/exchange.hpp"
#include "writing/graph_fields.hpp"
#include "writing/graph_text.hpp"

namespace rawi::writing {
namespace {

std::string_view gexf_name(FieldType type) {
    return type == FieldType::integer ? "integer" : name_of(type);
}

void append_attributes(std::string& out, std::string_view of, std::span<const GraphField> fields) {
    out += "    <attributes class=\"" + std::string(of) + "\" mode=\"static\">\n";
    for (std::size_t i = 1; i < fields.size(); ++i) {  // the first one, label or weight, has a place of its own
        out += "      <attribute id=\"" + std::string(fields[i].name) + "\" title=\"" + std::string(fields[i].name) +
               "\" type=\"" + std::string(gexf_name(fields[i].type)) + "\"/>\n";
    }
    out += "    </attributes>\n";
}

void append_values(std::string& out, std::span<const GraphField> fields, const FieldValues& values) {
    out += "        <attvalues>\n";
    for (std::size_t i = 1; i < fields.size(); ++i) {
        if (values[i].empty()) continue;
        out += "          <attvalue for=\"" + std::string(fields[i].name) + "\" value=\"";
        append_xml(out, values[i]);
        out += "\"/>\n";
    }
    out += "        </attvalues>\n";
}

// Okabe and Ito's colours, which readers with any kind of colour vision tell apart.
std::string_view colour_of(const Node& node) {
    if (node.kind == NodeKind::claim) return "r=\"240\" g=\"228\" b=\"66\"";
    if (node.kind == NodeKind::article) return "r=\"0\" g=\"0\" b=\"0\"";
    if (node.missing || node.agent_kind == AgentKind::unknown) return "r=\"153\" g=\"153\" b=\"153\"";
    switch (node.agent_kind) {
        case AgentKind::person: return "r=\"0\" g=\"114\" b=\"178\"";
        case AgentKind::role: return "r=\"86\" g=\"180\" b=\"233\"";
        case AgentKind::organisation: return "r=\"0\" g=\"158\" b=\"115\"";
        case AgentKind::outlet: return "r=\"230\" g=\"159\" b=\"0\"";
        default: return "r=\"204\" g=\"121\" b=\"167\"";
    }
}

void append_node(std::string& text, const Node& node) {
    text += "      <node id=\"";
    append_xml(text, node.key);
    text += "\" label=\"";
    append_xml(text, node.label);
    text += "\">\n";
    append_values(text, node_fields(), values_of(node));
    text += "        <viz:color " + std::string(colour_of(node)) + "/>\n      </node>\n";
}

void append_edge(std::string& text, const ProvenanceGraph& graph, std::size_t index) {
    const Edge& edge = graph.edges[index];
    text += "      ";
    append_edge_tag(text, graph, index);
    text += " weight=\"" + std::to_string(edge.claims) + "\">\n";
    append_values(text, edge_fields(), values_of(edge));
    text += "      </edge>\n";
}

}  // namespace

std::string gexf_of(const ProvenanceGraph& graph) {
    std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\""
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        " xsi:schemaLocation=\"http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd\" version=\"1.3\">\n"
        "  <meta>\n    <creator>rawi</creator>\n    <description>";
    append_xml(text, graph.title);
    text += "</description>\n  </meta>\n  <graph defaultedgetype=\"directed\" mode=\"static\">\n";
    append_attributes(text, "node", node_fields());
    append_attributes(text, "edge", edge_fields());
    text += "    <nodes>\n";
    for (const Node& node : graph.nodes) append_node(text, node);
    text += "    </nodes>\n    <edges>\n";
    for (std::size_t i = 0; i < graph.edges.size(); ++i) append_edge(text, graph, i);
    return text + "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace rawi::writing
