// DOT and pictures as a whole: articles that try to break them, large graphs, the same result every time.
#include "writing/dot.hpp"

#include <unistd.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <thread>

#include "provenance/hand_made.hpp"
#include "rawi/error.hpp"
#include "writing/dot_drawing.hpp"
#include "writing/sample.hpp"

using namespace rawi;
using namespace rawi::writing;
using rawi::test::HandMade;

namespace {

std::string dot(const ProvenanceGraph& graph, const DrawingOptions& options = {}) {
    std::ostringstream out;
    write_dot(out, graph, options);
    return out.str();
}

std::string picture(const ProvenanceGraph& graph, const DrawingOptions& options = {}) {
    std::ostringstream out;
    write_picture(out, graph, options);
    return out.str();
}

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t times = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++times;
    return times;
}

/// A file that is gone with the test.
class Scratch {
public:
    Scratch(const std::string& name, const std::string& content)
        : path_(std::filesystem::temp_directory_path() / ("rawi-" + std::to_string(getpid()) + name)) {
        std::ofstream(path_, std::ios::binary) << content;
    }
    ~Scratch() { std::filesystem::remove(path_); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] std::string path() const { return path_.string(); }

private:
    std::filesystem::path path_;
};

bool has_tool(const std::string& name) {
    if (std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0) return true;
    WARN("skipped: " << name << " is not installed");
    return false;
}

void check_xml(const std::string& xml) {
    if (!has_tool("xmllint")) return;
    const Scratch file(".svg", xml);
    CHECK(std::system(("xmllint --noout --nonet " + file.path()).c_str()) == 0);
}

/// An article whose every name and word is out to break something.
Analysis hostile() {
    static const std::string words[] = {
        "\"quoted\" and 'single'",
        "back\\slash \\N \\G \\l \\",
        "end ]]> of <![CDATA[",
        "<script>alert(1)</script>",
        "%3 100% ${HOME} `id`",
        "two\nlines\r\n\tand a tab",
        std::string("nul\0byte", 8),
        "bidi \u202Eoverride\u2066 isolate",
        "<<TABLE><TR><TD>html</TD></TR></TABLE>>",
        "&lt;entity&#60; & &bad",
        "-->]; n0 -> n1; }",
        std::string(100'000, 'x'),
        std::string(100'000, '\\'),
    };
    std::string body;
    for (const std::string& word : words) body += word + "\n";
    HandMade made(
        {.id = "\"]; evil -> node; [label=\"", .language = "en", .url = "https://x.example/?a=1&b=\"<\\N>&lt;"},
        "title \"\\N <b> &amp; ]]>", body);
    const AgentId publisher = made.publisher("<publisher \\N \"& ]]>");
    for (const std::string& word : words) {
        const AgentId agent = made.agent(word, AgentKind::person);
        made.claim(word, word, {agent, publisher}, {{Contact::spoken, word}});
    }
    made.agent("", AgentKind::unknown);
    return made.analysis;
}

DrawingOptions themed(const std::string& theme) {
    DrawingOptions options;
    options.picture.theme = theme;
    return options;
}

/// `outlets` that all have words from one agency, the first of them most.
ProvenanceGraph large(unsigned outlets) {
    ProvenanceGraph graph = rawi::testing::all_from_one_agency(outlets);
    for (Edge& edge : graph.edges) edge.claims = outlets + 1 - static_cast<unsigned>(edge.to);
    return graph;
}

}  // namespace

TEST_CASE("hostile articles neither break DOT nor SVG", "[dot]") {
    for (const View view : {View::chains, View::claims}) {
        const ProvenanceGraph graph = provenance_graph(hostile(), view);
        for (const std::string theme : {"default", "prov"}) {
            DrawingOptions options = themed(theme);
            options.caption = "</TD> & \"caption\" \\N ]]> \u202E";
            const std::string text = dot(graph, options);
            CHECK(text.find('\0') == std::string::npos);
            CHECK(text.find("\u202E") == std::string::npos);
            CHECK(text.find("evil ->") == std::string::npos);

            const std::string svg = picture(graph, options);
            CHECK(svg.find("<script") == std::string::npos);
            CHECK(svg.find("alert(1)") != std::string::npos);  // as text
            CHECK(count(svg, "class=\"node") == count(svg, "data-key="));
            check_xml(svg);

            if (!has_tool("dot")) continue;
            const Scratch source(".dot", text);
            const std::string target = source.path() + ".out.svg";
            CHECK(std::system(("dot -Tsvg " + source.path() + " -o " + target + " 2> " + target + ".log").c_str()) ==
                  0);
            CHECK(std::filesystem::file_size(target + ".log") == 0);
            std::ifstream drawn(target);
            check_xml({std::istreambuf_iterator<char>(drawn), {}});
            std::filesystem::remove(target);
            std::filesystem::remove(target + ".log");
        }
    }
}

TEST_CASE("the same graph gives the same bytes", "[dot]") {
    const ProvenanceGraph graph = provenance_graph(hostile());
    CHECK(dot(graph) == dot(graph));
    for (const auto format : {PictureFormat::svg, PictureFormat::png, PictureFormat::pdf}) {
        DrawingOptions options;
        options.format = format;
        CHECK(picture(large(5), options) == picture(large(5), options));
    }
}

TEST_CASE("pictures are what their format says", "[dot]") {
    const ProvenanceGraph graph = large(3);
    CHECK(picture(graph, {.format = PictureFormat::png}).starts_with("\x89PNG"));
    CHECK(picture(graph, {.format = PictureFormat::pdf}).starts_with("%PDF-"));
    CHECK(picture(graph, {.format = PictureFormat::pdf}).find("CreationDate") == std::string::npos);
    const std::string svg = picture(graph);
    CHECK(svg.starts_with("<?xml"));
    CHECK(svg.find("DOCTYPE") == std::string::npos);  // it would be fetched from the network
    CHECK(svg.find("role=\"img\"") != std::string::npos);
    CHECK(svg.find("<desc>4 nodes, 3 links.") != std::string::npos);
    CHECK(svg.find("data-from=\"outlet:0\" data-to=\"outlet:1\"") != std::string::npos);

    const auto width = [](const std::string& png) {
        const auto* at = reinterpret_cast<const unsigned char*>(png.data()) + 16;
        return (at[0] << 24) + (at[1] << 16) + (at[2] << 8) + at[3];
    };
    const int normal = width(picture(graph, {.format = PictureFormat::png, .picture = {.dpi = 96}}));
    CHECK(width(picture(graph, {.format = PictureFormat::png, .picture = {.dpi = 192}})) ==
          Approx(2 * normal).epsilon(0.01));
}

TEST_CASE("a PNG has as many dots per inch as fit on 32767 pixels", "[dot]") {
    const Scratch theme(".theme", "node.width = 200\ngraph.pad = 100,0.5\n");
    std::vector<std::string> said;
    DrawingOptions options = themed(theme.path());
    options.format = PictureFormat::png;
    options.picture.dpi = 30;
    options.warn = [&](std::string_view message) { said.emplace_back(message); };
    const auto width = [&](double dpi) {
        options.picture.dpi = dpi;
        const std::string png = picture(large(1), options);
        const auto* at = reinterpret_cast<const unsigned char*>(png.data()) + 16;
        return (at[0] << 24) + (at[1] << 16) + (at[2] << 8) + at[3];
    };
    const double one_dot = width(24) / 24.0;  // in each of so many inches
    const double most = 32767 / one_dot;
    REQUIRE(most > 25);
    CHECK(width(std::floor(most) - 1) < 32767);
    CHECK(said.empty());
    CHECK(width(std::ceil(most) + 1) == Approx(one_dot * std::floor(most)).epsilon(0.05));
    REQUIRE(said.size() == 1);
    CHECK_THAT(said.front(), Catch::StartsWith("drawn with ") && Catch::Contains("--dpi"));
}

TEST_CASE("dots per inch that no PNG has are told before anything is written", "[dot]") {
    std::ostringstream out;
    for (const double dpi : {0., -96., 9.9, 2401., std::nan(""), std::numeric_limits<double>::infinity()}) {
        CHECK_THROWS_AS(make_writer(*find_format("png"), out, {.picture = {.dpi = dpi}}), Error);
        CHECK_THROWS_AS(picture(large(1), {.format = PictureFormat::png, .picture = {.dpi = dpi}}), Error);
        CHECK_NOTHROW(make_writer(*find_format("svg"), out, {.picture = {.dpi = dpi}}));
    }
    CHECK(out.str().empty());
}

TEST_CASE("a PDF holds its Arabic font", "[dot]") {
    if (!has_tool("pdffonts")) return;
    HandMade made({.id = "x", .language = "ar"}, "عنوان", "قال وزير لصحيفة");
    const AgentId minister = made.agent("وزير", AgentKind::person);
    made.claim("قال", "لصحيفة", {minister, made.publisher("صدى")});
    const Scratch pdf(".pdf", picture(provenance_graph(made.analysis), {.format = PictureFormat::pdf}));
    CHECK(std::system(("pdffonts " + pdf.path() + " | grep -q 'yes yes'").c_str()) == 0);
    CHECK(std::system(("pdffonts " + pdf.path() + " | grep -q 'no  *yes yes'").c_str()) != 0);
}

TEST_CASE("the legend holds what occurs, and nothing else", "[dot]") {
    const std::string svg = picture(large(3));
    CHECK(svg.find(">news outlet<") != std::string::npos);
    CHECK(svg.find(">inferred<") != std::string::npos);
    CHECK(svg.find("the wider the line") != std::string::npos);
    CHECK(svg.find(">person<") == std::string::npos);
    CHECK(svg.find(">told<") == std::string::npos);
    CHECK(svg.find(">publisher<") == std::string::npos);
    CHECK(svg.find("=\"transparent\"") == std::string::npos);  // no paint in SVG 1.1
}

TEST_CASE("what is stated and what is inferred are lines of their own", "[dot]") {
    HandMade made({.id = "x", .language = "en"}, "", "He told the Post one. He said two. He said three.");
    const AgentId he = made.agent("He", AgentKind::person);
    const AgentId post = made.publisher("the Post");
    made.claim("told", "one", {he, post}, {{Contact::spoken, "told the Post"}});
    made.claim("said", "two", {he, post});
    made.claim("said", "three", {he, post});
    const ProvenanceGraph graph = provenance_graph(made.analysis);
    REQUIRE(graph.edges.size() == 1);
    const std::string svg = picture(graph);
    CHECK(count(svg, "class=\"edge spoken\" data-from=\"agent:a1\"") == 1);
    CHECK(count(svg, "class=\"edge unstated inferred\" data-from=\"agent:a1\"") == 1);
    CHECK(svg.find(">told the Post<") != std::string::npos);
    CHECK(svg.find(">×2<") != std::string::npos);
    CHECK(svg.find(">×3<") == std::string::npos);
    CHECK(svg.find("told · claims") == std::string::npos);  // in the tooltip: one claim
    CHECK(svg.find("<desc>2 nodes, 1 links.") != std::string::npos);

    ProvenanceGraph relayed = large(1);
    relayed.view = View::claims;
    relayed.edges[0].claims = 3;
    relayed.edges[0].stated = 1;
    relayed.edges[0].contact = Contact::cited;
    const std::string prov = dot(relayed, themed("prov"));
    CHECK(count(prov, "label=wasQuotedFrom") == 1);
    CHECK(count(prov, "label=wasDerivedFrom") == 1);
}

TEST_CASE("words stand on their line, which is one group of the SVG", "[dot]") {
    const ProvenanceGraph graph = large(3);
    const std::string text = dot(graph);
    CHECK(text.find("n0 -> l0") != std::string::npos);
    CHECK(text.find("l0 -> n1") != std::string::npos);
    CHECK(text.find("n0 -> n3") != std::string::npos);  // one claim: no words
    CHECK(count(text, "dir=none") == 2);
    const std::string svg = picture(graph);
    CHECK(count(svg, "class=\"edge") == 3);
    CHECK(count(svg, "<g class=\"label\" data-from=\"outlet:0\"") == 2);
    CHECK(count(svg, "<path fill=\"none\" stroke=\"#8a8a8a\"") == 5);
    CHECK(count(svg, "<g") == count(svg, "</g>"));
    check_xml(svg);

    // None of Graphviz' own labels: between nodes of one column they break its memory.
    ProvenanceGraph of_one_day = large(3);
    of_one_day.nodes[0].date = of_one_day.nodes[1].date = "2024-06-03";
    of_one_day.nodes[2].date = "2024-06-04";
    const std::string days = dot(of_one_day);
    for (const std::string& chosen : {text, days, dot(graph, {.picture = {.cluster = Cluster::kind}})}) {
        for (std::size_t at = chosen.find(" -> "); at != std::string::npos; at = chosen.find(" -> ", at + 1)) {
            CHECK(chosen.substr(at, chosen.find("];", at) - at).find("label=") == std::string::npos);
        }
    }
    check_xml(picture(of_one_day));
}

TEST_CASE("wide lines have heads whose shape is seen", "[dot]") {
    ProvenanceGraph graph = large(1);
    graph.edges[0].claims = 200;
    const std::string text = dot(graph);
    const auto number = [&](const std::string& name) {
        const std::size_t at = text.rfind(name + '=');
        REQUIRE(at != std::string::npos);
        return std::stod(text.substr(at + name.size() + 1));
    };
    CHECK(number("penwidth") == Approx(6.5));
    // An empty triangle of length L, 0.7 L wide, has room for a circle of radius L / 4; half of its outline is inside.
    CHECK(10 * number("arrowsize") / 4 > number("penwidth") / 2);
}

TEST_CASE("keys that XML cannot hold", "[dot]") {
    ProvenanceGraph graph = large(2);
    graph.nodes[0].key = "agent:a\x01\xEF\xBF\xBF\"&/a1";
    graph.language = "e\x02n";
    const std::string svg = picture(graph);
    CHECK(svg.find("data-from=\"agent:a\uFFFD\uFFFD&quot;&amp;/a1\"") != std::string::npos);
    check_xml(svg);
}

TEST_CASE("right-to-left graphs run from right to left, in their own words", "[dot]") {
    HandMade made({.id = "x", .language = "ar"}, "", "قال وزير لصحيفة");
    made.claim("قال", "لصحيفة", {made.agent("وزير", AgentKind::person), made.publisher("صدى")});
    const std::string text = dot(provenance_graph(made.analysis));
    CHECK(text.find("rankdir=RL") != std::string::npos);
    CHECK(text.find("\u2067وزير\u2069") != std::string::npos);
    CHECK(text.find("\u2067الناشر\u2069") != std::string::npos);
}

TEST_CASE("a picture leads back to its article", "[dot]") {
    HandMade made({.id = "x", .language = "en", .url = "https://post.example/quay?a=1&b=2"}, "Title",
                  "The minister said so it is.");
    const AgentId minister = made.agent("minister", AgentKind::person);
    made.claim("said", "so it is", {minister, made.publisher("Post")});
    const std::string link = "xlink:href=\"https://post.example/quay?a=1&amp;b=2\"";
    for (const View view : {View::chains, View::claims}) {
        const std::string svg = picture(provenance_graph(made.analysis, view));
        CHECK(count(svg, link) == 1);
        CHECK(svg.find("role=\"graphics-document document\"") != std::string::npos);
        check_xml(svg);
        CHECK(count(picture(provenance_graph(made.analysis, view), {.with_links = false}), "xlink:href=") == 0);
    }
    const std::vector<Analysis> twice{made.analysis, made.analysis};
    CHECK(count(picture(provenance_graph(twice)), "xlink:href=") == 0);
}

TEST_CASE("a large graph is cut to its weightiest nodes and says so", "[dot]") {
    const Excerpt cut = excerpt(large(50), 10, false);
    CHECK(cut.is_cut);
    REQUIRE(cut.graph.nodes.size() == 10);
    CHECK(cut.graph.nodes.back().label == "outlet 9");
    CHECK(cut.graph.edges.size() == 9);
    CHECK_FALSE(excerpt(large(50), 0, false).is_cut);
    CHECK_FALSE(excerpt(large(9), 10, true).is_cut);
    CHECK_FALSE(excerpt(large(299), {}, false).is_cut);
    CHECK(excerpt(large(300), {}, false).graph.nodes.size() == 40);

    const std::string svg = picture(large(50), {.picture = {.most_nodes = 10}});
    CHECK(svg.find("10 of 51 nodes and 9 of 50 links are drawn") != std::string::npos);
    CHECK(count(svg, "class=\"node") == 10);
}

TEST_CASE("what is cut can be gathered, all of a kind in one box", "[dot]") {
    ProvenanceGraph graph = large(50);
    for (unsigned number = 40; number <= 50; ++number) graph.nodes[number].agent_kind = AgentKind::person;
    const Excerpt cut = excerpt(graph, 10, true);
    CHECK(cut.drawn_nodes == 10);
    CHECK(cut.drawn_edges == 9);
    REQUIRE(cut.graph.nodes.size() == 12);
    REQUIRE(cut.graph.edges.size() == 11);
    std::uint32_t claims = 0;
    for (const Edge& edge : cut.graph.edges) claims += edge.claims;
    CHECK(claims == 50 * 51 / 2);  // nothing got lost
    CHECK(std::ranges::count(cut.gathered, std::size_t{30}) == 1);
    CHECK(std::ranges::count(cut.gathered, std::size_t{11}) == 1);
    for (const Edge& edge : cut.graph.edges) {
        CHECK(static_cast<std::size_t>(edge.from) < cut.graph.nodes.size());
        CHECK(static_cast<std::size_t>(edge.to) < cut.graph.nodes.size());
    }

    // What is inferred takes nothing from what is stated of others.
    ProvenanceGraph mixed = graph;
    for (std::size_t i = 0; i < mixed.edges.size(); ++i) {
        const bool stated = i % 2 == 0;
        mixed.edges[i].contact = stated ? Contact::cited : Contact::unstated;
        mixed.edges[i].stated = stated ? mixed.edges[i].claims : 0;
    }
    for (const Edge& edge : excerpt(mixed, 10, true).graph.edges) {
        CHECK((edge.contact == Contact::cited) == (edge.stated > 0));
    }

    const std::string svg = picture(graph, {.picture = {.most_nodes = 10, .aggregate = true}});
    CHECK(svg.find(">news outlet: 30 more<") != std::string::npos);
    CHECK(svg.find(">person: 11 more<") != std::string::npos);
    CHECK(svg.find(">several of a kind<") != std::string::npos);
    CHECK(svg.find("10 of 51 nodes and 9 of 50 links are drawn") != std::string::npos);
    check_xml(svg);
    CHECK(picture(graph, {.picture = {.most_nodes = 10}}).find("more<") == std::string::npos);
    for (const View view : {View::chains, View::claims}) {
        check_xml(picture(provenance_graph(hostile(), view), {.picture = {.most_nodes = 3, .aggregate = true}}));
    }
}

TEST_CASE("thousands of nodes can be spread out", "[dot]") {
    const std::string svg = picture(large(400), {.picture = {.layout = Layout::spread, .most_nodes = 0}});
    CHECK(count(svg, "class=\"node") == 401);
    check_xml(svg);
    CHECK(dot(large(400), {.picture = {.layout = Layout::spread, .most_nodes = 0}}).find("splines=line") !=
          std::string::npos);
    CHECK(dot(large(20), {.picture = {.layout = Layout::spread}}).find("splines=true") != std::string::npos);
}

TEST_CASE("frames gather nodes of one kind or country", "[dot]") {
    ProvenanceGraph graph = large(4);
    graph.nodes[1].country = graph.nodes[2].country = "LY";
    graph.nodes[3].agent_kind = AgentKind::person;
    CHECK(count(dot(graph), "subgraph cluster_") == 1);  // the title's
    CHECK(count(dot(graph, {.picture = {.cluster = Cluster::kind}}), "subgraph cluster_") == 3);
    const std::string by_country = dot(graph, {.picture = {.cluster = Cluster::country}});
    CHECK(count(by_country, "subgraph cluster_") == 2);
    CHECK(by_country.find("label=Libya") != std::string::npos);
    CHECK(by_country.find("peripheries=1") != std::string::npos);  // else DOT's readers draw no frame
    graph.language = "ar";
    CHECK(dot(graph, {.picture = {.cluster = Cluster::country}}).find("ليبيا") != std::string::npos);
    graph.nodes[1].country = "<b>";
    graph.nodes[2].country = "ZZZ";
    check_xml(picture(graph, {.picture = {.cluster = Cluster::country}}));
    CHECK(dot(graph, {.picture = {.cluster = Cluster::kind}}) == dot(graph, {.picture = {.cluster = Cluster::kind}}));
}

TEST_CASE("where there is time, days are columns", "[dot]") {
    ProvenanceGraph graph = large(3);
    graph.nodes[1].date = "2024-06-03T12:00:00Z";
    graph.nodes[2].date = "2024-06-04";
    graph.nodes[3].date = "2024-06-03";
    const std::string text = dot(graph);
    CHECK(count(text, "rank=same") == 2);
    CHECK(text.find("label=\"2024-06-03\"") < text.find("label=\"2024-06-04\""));
    check_xml(picture(graph));

    CHECK(count(dot(graph, {.picture = {.layout = Layout::spread}}), "rank=same") == 0);
    CHECK(dot(graph, {.picture = {.layout = Layout::spread}}).find("outlet 2\\n2024-06-04") != std::string::npos);

    graph.nodes[2].date = "Tue, 04 Jun 2024";
    CHECK(count(dot(graph), "rank=same") == 2);
    graph.nodes[2].date = "in June";  // not to be compared
    CHECK(count(dot(graph), "rank=same") == 0);
}

TEST_CASE("the axis of days never runs backwards", "[dot]") {
    // The agency's own article came last, but another had the words from it two days before.
    ProvenanceGraph graph = large(3);
    graph.nodes[0].date = "2024-06-05";
    graph.nodes[1].date = "2024-06-03";
    graph.nodes[2].date = "2024-06-04";
    graph.nodes[3].date = "2024-06-06";
    const std::string text = dot(graph);
    CHECK(count(text, "rank=same") == 3);
    CHECK(text.find("label=\"2024-06-05\"") == std::string::npos);
    const std::string svg = picture(graph);
    const auto place = [&](const std::string& day) {
        REQUIRE(svg.find(">" + day + "<") != std::string::npos);
        const std::size_t begin = svg.rfind(" x=\"", svg.find(">" + day + "<"));
        return std::stod(svg.substr(begin + 4));
    };
    CHECK(place("2024&#45;06&#45;03") < place("2024&#45;06&#45;04"));
    CHECK(place("2024&#45;06&#45;04") < place("2024&#45;06&#45;06"));
    // Through somebody who has no date.
    graph.nodes[1].date.clear();
    graph.nodes.push_back(graph.nodes[1]);
    graph.nodes.back().date = "2024-06-01";
    graph.nodes.back().key = "outlet:late";
    Edge onward;
    onward.from = NodeId{1};
    onward.to = NodeId{4};
    graph.edges.push_back(onward);
    CHECK(dot(graph).find("label=\"2024-06-05\"") == std::string::npos);
}

TEST_CASE("a picture of nothing but outlets says so, in the articles' language", "[dot]") {
    ProvenanceGraph graph = large(3);
    CHECK(picture(graph).find(">Who has words from whom<") != std::string::npos);
    graph.nodes[1].agent_kind = AgentKind::person;
    CHECK(picture(graph).find(">Provenance graph<") != std::string::npos);
}

TEST_CASE("a caption has the lines that it was given", "[dot]") {
    DrawingOptions options;
    options.caption = "news.rawi\n\n<2024> & so on";
    const std::string svg = picture(large(3), options);
    CHECK(svg.find(">news.rawi<") != std::string::npos);
    CHECK(svg.find("&lt;2024&gt; &amp; so on<") != std::string::npos);
    check_xml(svg);
}

TEST_CASE("W3C PROV: entities, agents, and edges from effect to cause", "[dot]") {
    HandMade made({.id = "x", .language = "en"}, "Title", "The minister told Reuters so it is.");
    const AgentId minister = made.agent("minister", AgentKind::person);
    const AgentId reuters = made.agent("Reuters", AgentKind::outlet);
    made.claim("told", "so it is", {minister, reuters, made.publisher("Post")}, {{Contact::spoken, "told Reuters"}});
    const std::string text = dot(provenance_graph(made.analysis, View::claims), themed("prov"));
    CHECK(count(text, "shape=house") == 3);
    CHECK(count(text, "shape=ellipse") == 3);  // the claim, what Reuters published, the article
    CHECK(count(text, "label=wasAttributedTo") == 3);
    CHECK(count(text, "label=wasQuotedFrom") == 1);
    CHECK(count(text, "label=wasDerivedFrom") == 1);
    CHECK(count(text, "dir=back") == 5);
    const std::string svg = picture(provenance_graph(made.analysis, View::claims), themed("prov"));
    CHECK(svg.find(">what was said or published<") != std::string::npos);
    CHECK(svg.find(">who said or published it<") != std::string::npos);
    CHECK(svg.find(">⬭<") < svg.find(">what was said or published<"));  // its shape before its words
    CHECK(svg.find(">⌂<") < svg.find(">who said or published it<"));
    CHECK(svg.find(">inferred<") != std::string::npos);
    CHECK(svg.find(">unnamed source<") == std::string::npos);  // nobody is
}

TEST_CASE("an empty graph is a picture too", "[dot]") {
    check_xml(picture({}));
    CHECK_FALSE(dot({}).empty());
}

TEST_CASE("a theme that is not there is told", "[dot]") {
    std::ostringstream out;
    CHECK_THROWS_AS(write_dot(out, {}, themed("sepia")), Error);
    CHECK(out.str().empty());
}

TEST_CASE("pictures may be drawn from several threads", "[dot]") {
    const std::string expected = picture(large(6));
    std::vector<std::string> drawn(4);
    std::vector<std::thread> threads;
    for (std::string& one : drawn) threads.emplace_back([&one] { one = picture(large(6)); });
    for (std::thread& thread : threads) thread.join();
    for (const std::string& one : drawn) CHECK(one == expected);
}
