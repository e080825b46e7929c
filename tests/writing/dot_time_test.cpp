// Pictures: what stands outside the axis of days, and notes that can be copied.
#include <catch2/catch.hpp>
#include <sstream>
#include <string>

#include "rawi/graph.hpp"
#include "writing/dot.hpp"
#include "writing/sample.hpp"

using namespace rawi;
using namespace rawi::writing;

namespace {

std::string dot(const ProvenanceGraph& graph, const DrawingOptions& options = {}) {
    std::ostringstream out;
    write_dot(out, graph, options);
    return out.str();
}

std::string picture(const ProvenanceGraph& graph) {
    std::ostringstream out;
    write_picture(out, graph, {});
    return out.str();
}

double place_of(const std::string& svg, const std::string& words) {
    REQUIRE(svg.find(">" + words + "<") != std::string::npos);
    return std::stod(svg.substr(svg.rfind(" x=\"", svg.find(">" + words + "<")) + 4));
}

void join(ProvenanceGraph& graph, std::uint32_t from, std::uint32_t to) {
    Edge edge;
    edge.from = NodeId{from};
    edge.to = NodeId{to};
    graph.edges.push_back(edge);
}

}  // namespace

TEST_CASE("what has no date stands outside the axis of days, and a publisher says so", "[dot]") {
    ProvenanceGraph graph = rawi::testing::all_from_one_agency(4);  // outlet 0 is the agency
    for (Node& node : graph.nodes) node.publisher = true;
    graph.nodes[1].date = "2024-03-11";
    graph.nodes[3].date = "2024-03-13";
    join(graph, 2, 3);  // the one of the 13th has it from outlet 2, which has no date
    const std::string before = picture(graph);
    CHECK(place_of(before, "outlet 2") < place_of(before, "2024&#45;03&#45;11"));
    CHECK(place_of(before, "outlet 0") < place_of(before, "2024&#45;03&#45;11"));
    CHECK(dot(graph).find("outlet 2\\nno date") != std::string::npos);
    join(graph, 1, 2);  // and that from the one of the 11th
    const std::string behind = picture(graph);
    CHECK(place_of(behind, "outlet 2") > place_of(behind, "2024&#45;03&#45;13"));
    CHECK(place_of(behind, "2024&#45;03&#45;11") < place_of(behind, "2024&#45;03&#45;13"));
    CHECK(place_of(behind, "outlet 1") < place_of(behind, "outlet 3"));
}

TEST_CASE("a command below a picture is read from left to right, and no option of it is cut", "[dot]") {
    ProvenanceGraph graph = rawi::testing::all_from_one_agency(2);
    graph.right_to_left = true;
    graph.language = "ar";
    const std::string words = "حبوب منع الحمل تمنع الإصابة بسرطان الرحم وهي لا تمنع الإصابة بغيره من الأمراض كما قيل";
    DrawingOptions options;
    options.caption = "عدد المقالات: 5\nrawi trace g.rawi '" + words + "' -o p2.png --caption auto --cluster kind";
    const std::string text = dot(graph, options);
    CHECK(text.find("\u2066rawi trace g.rawi &#39;") + text.find("\u2066rawi trace g.rawi '") != 2 * std::string::npos);
    CHECK(text.find("\u2067عدد المقالات: 5\u2069") != std::string::npos);
    for (const char* option : {"--caption", "--cluster", "p2.png"}) CHECK(text.find(option) != std::string::npos);
}

TEST_CASE("gathered lines are counted, and drawn as most of their claims passed", "[dot]") {
    ProvenanceGraph graph = rawi::testing::all_from_one_agency(30);
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        graph.edges[i].claims = graph.edges[i].stated = i < 4 ? 50 : 2;
        graph.edges[i].contact = i % 3 == 0 ? Contact::spoken : Contact::cited;
    }
    const std::string text = dot(graph, {.picture = {.most_nodes = 5, .aggregate = true}});
    CHECK(text.find("gathered in 1 boxes with 1 lines") != std::string::npos);
    CHECK(text.find("class=unstated") == std::string::npos);
    CHECK(text.find("how is not said") == std::string::npos);
}
