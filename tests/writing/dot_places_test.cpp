// Where things stand in pictures: words that nothing covers, canvases that are filled.
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "rawi/graph.hpp"
#include "writing/dot.hpp"

using namespace rawi;
using namespace rawi::writing;

namespace {

/// Outlets that all have words from one agency, each with words on its line.
ProvenanceGraph credited(unsigned outlets) {
    ProvenanceGraph graph;
    graph.language = "en";
    graph.nodes.resize(outlets + 1);
    for (unsigned number = 0; number <= outlets; ++number) {
        graph.nodes[number].label = "outlet " + std::to_string(number);
        graph.nodes[number].key = "outlet:" + std::to_string(number);
        graph.nodes[number].agent_kind = AgentKind::outlet;
    }
    for (unsigned number = 1; number <= outlets; ++number) {
        Edge edge;
        edge.from = NodeId{0};
        edge.to = static_cast<NodeId>(number);
        edge.contact = Contact::cited;
        edge.claims = edge.stated = number;
        edge.phrase = "citing the outlet 0";
        graph.edges.push_back(edge);
    }
    return graph;
}

std::string picture(const ProvenanceGraph& graph, const PictureOptions& options) {
    std::ostringstream out;
    write_picture(out, graph, options);
    return out.str();
}

}  // namespace

TEST_CASE("a PNG is opaque to its last row and column", "[dot]") {
    for (const unsigned outlets : {1U, 2U, 3U, 5U}) {
        for (const double dpi : {72., 96., 110., 192.}) {
            for (const Layout layout : {Layout::ranked, Layout::spread}) {
                INFO(outlets << " outlets, " << dpi << " dpi");
                const std::string png = picture(
                    credited(outlets), {.format = PictureFormat::png, .theme = "dark", .dpi = dpi, .layout = layout});
                // cairo leaves the channel of alpha out where all pixels are opaque: type 2, not 6.
                constexpr std::size_t colour_type = 25;
                CHECK(static_cast<int>(png.at(colour_type)) == 2);
            }
        }
    }
}
