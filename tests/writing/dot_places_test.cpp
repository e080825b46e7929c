// Where things stand in pictures: words that nothing covers, canvases that are filled.
#include <unistd.h>

#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "rawi/graph.hpp"
#include "writing/dot.hpp"
#include "writing/sample.hpp"

using namespace rawi;
using namespace rawi::writing;

namespace {

/// Outlets that all have words from one agency, each with words on its line.
ProvenanceGraph credited(unsigned outlets) {
    ProvenanceGraph graph = rawi::testing::all_from_one_agency(outlets);
    for (Edge& edge : graph.edges) {
        edge.contact = Contact::cited;
        edge.claims = edge.stated = static_cast<unsigned>(edge.to);
        edge.phrase = "citing the outlet 0";
    }
    return graph;
}

std::string picture(const ProvenanceGraph& graph, const DrawingOptions& options) {
    std::ostringstream out;
    write_picture(out, graph, options);
    return out.str();
}

struct Box {
    std::string name;
    double x, y, wide, high;  ///< of its middle
};

/// What Graphviz makes of our DOT.
std::vector<Box> boxes_of(const ProvenanceGraph& graph, const DrawingOptions& options) {
    const std::string path =
        (std::filesystem::temp_directory_path() / ("rawi-places-" + std::to_string(getpid()))).string();
    {
        std::ofstream file(path);
        write_dot(file, graph, options);
    }
    REQUIRE(std::system(("dot -Tplain " + path + " > " + path + ".out").c_str()) == 0);
    std::ifstream laid_out(path + ".out");
    std::vector<Box> boxes;
    for (std::string line; std::getline(laid_out, line);) {
        std::istringstream words(line);
        std::string kind;
        Box box{};
        if (words >> kind >> box.name >> box.x >> box.y >> box.wide >> box.high && kind == "node") boxes.push_back(box);
    }
    std::filesystem::remove(path);
    std::filesystem::remove(path + ".out");
    return boxes;
}

bool overlap(const Box& a, const Box& b) {
    return std::abs(a.x - b.x) < (a.wide + b.wide) / 2 && std::abs(a.y - b.y) < (a.high + b.high) / 2;
}

}  // namespace

TEST_CASE("in the layout spread words on lines lie neither on boxes nor on each other", "[dot]") {
    if (std::system("command -v dot >/dev/null 2>&1") != 0) {
        WARN("skipped: dot is not installed");
        return;
    }
    const std::vector<Box> boxes = boxes_of(credited(12), {.picture = {.layout = Layout::spread}});
    REQUIRE(boxes.size() == 13 + 12);
    for (std::size_t one = 0; one < boxes.size(); ++one) {
        for (std::size_t other = one + 1; other < boxes.size(); ++other) {
            INFO(boxes[one].name << ", " << boxes[other].name);
            CHECK_FALSE(overlap(boxes[one], boxes[other]));
        }
    }
}

TEST_CASE("in the layout spread words on lines stand on paper, over the lines", "[dot]") {
    const std::string svg = picture(credited(3), {.picture = {.theme = "dark", .layout = Layout::spread}});
    const std::size_t label = svg.find("<g class=\"label\" data-from=\"outlet:0\" data-to=\"outlet:1\">");
    REQUIRE(label != std::string::npos);
    CHECK(svg.rfind("class=\"edge") < label);  // all lines are drawn before it
    const std::string group = svg.substr(label, svg.find("</g>", label) - label);
    CHECK(group.find("<title>outlet 0 → outlet 1\ncited") != std::string::npos);
    CHECK(group.find("fill=\"#14191d\"") != std::string::npos);
    CHECK(group.find(">citing the outlet 0<") != std::string::npos);
}

TEST_CASE("the words on a frame are a node in it, of which lines keep clear", "[dot]") {
    ProvenanceGraph graph = credited(3);
    graph.nodes[0].agent_kind = AgentKind::person;
    std::ostringstream dot;
    write_dot(dot, graph, {.picture = {.cluster = Cluster::kind}});
    CHECK(dot.str().find("\tf1\t[class=frame,") != std::string::npos);
    CHECK(dot.str().find("\tf2\t[class=frame,") != std::string::npos);
    const std::string svg = picture(graph, {.picture = {.cluster = Cluster::kind}});
    const std::size_t frame = svg.find("<g class=\"frame\">");
    REQUIRE(frame != std::string::npos);
    CHECK(svg.substr(frame, svg.find("</g>", frame) - frame).find(">person<") != std::string::npos);
}

TEST_CASE("a PNG is opaque to its last row and column", "[dot]") {
    for (const unsigned outlets : {1U, 2U, 3U, 5U}) {
        for (const double dpi : {72., 96., 110., 192.}) {
            for (const Layout layout : {Layout::ranked, Layout::spread}) {
                INFO(outlets << " outlets, " << dpi << " dpi");
                const std::string png =
                    picture(credited(outlets),
                            {.format = PictureFormat::png, .picture = {.theme = "dark", .dpi = dpi, .layout = layout}});
                // cairo leaves the channel of alpha out where all pixels are opaque: type 2, not 6.
                constexpr std::size_t colour_type = 25;
                CHECK(static_cast<int>(png.at(colour_type)) == 2);
            }
        }
    }
}
