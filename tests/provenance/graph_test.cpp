// From analyses to the graph: who becomes a node, what an edge sums up.
#include "rawi/graph.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "provenance/builder.hpp"
#include "provenance/hand_made.hpp"

using namespace rawi;
using rawi::test::HandMade;

namespace {

/// "a > b xN contact phrase", one string an edge; "xN (M stated)" where the text states some of them only.
std::vector<std::string> edges_of(const ProvenanceGraph& graph) {
    static constexpr const char* contacts[] = {"spoken", "written", "seen", "cited", "unstated"};
    std::vector<std::string> lines;
    for (const Edge& edge : graph.edges) {
        std::string line =
            graph.node(edge.from).key + " > " + graph.node(edge.to).key + " x" + std::to_string(edge.claims);
        if (!edge.inferred() && edge.stated != edge.claims) line += " (" + std::to_string(edge.stated) + " stated)";
        line += edge.inferred() ? " inferred" : std::string(" ") + contacts[static_cast<int>(edge.contact)];
        if (!edge.phrase.empty()) line += " '" + edge.phrase + "'";
        lines.push_back(std::move(line));
    }
    return lines;
}

const Node& node_with(const ProvenanceGraph& graph, std::string_view key) {
    const auto found = std::ranges::find(graph.nodes, key, &Node::key);
    if (found == graph.nodes.end()) FAIL("no node " << key);
    return *found;
}

/// A minister told an agency; the outlet cites the agency. Said twice. Then a mayor whose words the outlet has seen
/// somewhere, and a belief of nobody's.
HandMade quay(std::string id = "quay") {
    HandMade made(
        {.id = std::move(id), .language = "en", .url = "https://post.example/quay", .published = "2024-05-21"},
        "Quay closed",
        "The minister told Reuters the quay is shut. It will reopen, the minister said. "
        "In remarks seen by the Post the mayor said he is glad. The bill is believed to be high.");
    const AgentId minister = made.agent("minister", AgentKind::role);
    const AgentId reuters = made.agent("Reuters", AgentKind::outlet, "reuters");
    const AgentId mayor = made.agent("mayor", AgentKind::person);
    const AgentId post = made.publisher("the Post");
    made.claim("told", "the quay is shut", {minister, reuters, post}, {{Contact::spoken, "told Reuters"}, {}});
    made.claim("said", "It will reopen", {minister, reuters, post}, {{}, {}}, {Flag::inherited_path});
    made.claim("said", "he is glad", {mayor, post}, {{Contact::seen, "remarks seen by"}}, {Flag::missing_link});
    made.claim("is believed", "The bill", {post}, {}, {Flag::unknown_source});
    return made;
}

}  // namespace

TEST_CASE("Chains: agents are nodes, an edge sums up its claims", "[graph]") {
    const ProvenanceGraph graph = provenance_graph(quay().analysis);
    CHECK(edges_of(graph) == std::vector<std::string>{
                                 "agent:a1 > agent:a2 x2 (1 stated) spoken 'told Reuters'",
                                 "agent:a2 > agent:a4 x2 inferred",
                                 "agent:a3 > missing:agent:a3>agent:a4 x1 inferred",
                                 "missing:agent:a3>agent:a4 > agent:a4 x1 seen 'remarks seen by'",
                                 "unknown:agent:a4 > agent:a4 x1 inferred",
                             });
    CHECK(graph.title == "Quay closed");
    CHECK(graph.language == "en");
    CHECK_FALSE(graph.right_to_left);
    CHECK(graph.nodes.size() == 6);

    const Node& minister = node_with(graph, "agent:a1");
    CHECK(minister.label == "minister");
    CHECK_FALSE(minister.named);
    CHECK(minister.agent == AgentId{0});
    REQUIRE(minister.evidence.size() == 1);
    CHECK(minister.evidence[0].quote == "minister");
    CHECK(node_with(graph, "agent:a4").publisher);
    CHECK(node_with(graph, "missing:agent:a3>agent:a4").missing);
    CHECK(node_with(graph, "unknown:agent:a4").missing);
}

TEST_CASE("Chains: an edge keeps the evidence of each of its claims", "[graph]") {
    const HandMade made = quay();
    const ProvenanceGraph graph = provenance_graph(made.analysis);
    const auto& evidence = graph.edges[0].evidence;
    REQUIRE(evidence.size() == 2);
    CHECK(evidence[0].document == "quay");
    CHECK(evidence[0].quote == "told Reuters");
    CHECK(evidence[0].spans == std::vector<Span>{made.at("told Reuters")});
    CHECK_FALSE(evidence[0].inferred);
    CHECK(evidence[1].quote == "said");  // nothing states that hop: the cue is what there is
    CHECK(evidence[1].inferred);
}

TEST_CASE("Claims: each stands between its speaker and its path", "[graph]") {
    const ProvenanceGraph graph = provenance_graph(quay().analysis, View::claims);
    CHECK(edges_of(graph) == std::vector<std::string>{
                                 "agent:a1 > claim:q1 x1 unstated 'told'",
                                 "claim:q1 > agent:a2 x1 spoken 'told Reuters'",
                                 "agent:a2 > agent:a4 x2 inferred",
                                 "agent:a1 > claim:q2 x1 unstated 'said'",
                                 "claim:q2 > agent:a2 x1 inferred",
                                 "agent:a3 > claim:q3 x1 unstated 'said'",
                                 "claim:q3 > missing:agent:a3>agent:a4 x1 inferred",
                                 "missing:agent:a3>agent:a4 > agent:a4 x1 seen 'remarks seen by'",
                                 "unknown:agent:a4 > claim:q4 x1 unstated 'is believed'",
                                 "claim:q4 > agent:a4 x1 inferred",
                                 "agent:a4 > article:quay x1 unstated",
                             });
    CHECK(node_with(graph, "claim:q1").label == "the quay is shut");
    CHECK(node_with(graph, "claim:q1").attribution == AttributionId{0});
    CHECK(node_with(graph, "article:quay").url == "https://post.example/quay");
    CHECK(node_with(graph, "article:quay").date == "2024-05-21");
}

TEST_CASE("Several articles: outlets are one, those without a name belong to their article", "[graph]") {
    const std::vector<Analysis> analyses{quay("one").analysis, quay("two").analysis, quay("two").analysis};
    const ProvenanceGraph graph = provenance_graph(analyses);
    CHECK(edges_of(graph)[0] == "agent:one/a1 > outlet:reuters x2 (1 stated) spoken 'told Reuters'");
    CHECK(edges_of(graph)[1] == "outlet:reuters > outlet:washington-post x6 inferred");  // the list knows the name
    CHECK(node_with(graph, "agent:two#2/a1").label == "minister");  // the same id twice: two articles all the same
    CHECK(node_with(graph, "outlet:reuters").evidence.size() == 3);
    CHECK_FALSE(node_with(graph, "outlet:reuters").agent.has_value());
    CHECK(graph.title.empty());
}

TEST_CASE("Several articles: an outlet that is not listed is one under all its names, as in a corpus", "[graph]") {
    const auto from = [](std::string id, const std::string& outlet) {
        HandMade made({.id = std::move(id), .language = "ar"}, "", "قال الوزير لـ" + outlet + " إن الرصيف مغلق.");
        const AgentId minister = made.agent("الوزير", AgentKind::role);
        made.claim("قال", "الرصيف مغلق", {minister, made.agent(outlet, AgentKind::outlet), made.publisher("وكالة ما")});
        return made.analysis;
    };
    const ProvenanceGraph graph =
        provenance_graph(std::vector{from("one", "المرفأ"), from("two", "صحيفة المرفأ"), from("three", "المرفأ")});
    const auto outlets = std::ranges::count(graph.nodes, AgentKind::outlet, &Node::agent_kind);
    CHECK(outlets == 2);  // with the publisher of all three
    CHECK(node_with(graph, "outlet-named:المرفا").label == "المرفأ");

    // "A local paper" of one article need not be that of another.
    Analysis unnamed = from("one", "صحيفة محلية");
    unnamed.agents[1].named = false;
    Analysis other = unnamed;
    CHECK(provenance_graph(std::vector{unnamed, other}).nodes.size() == 5);

    // A part of the name is listed: it is that outlet.
    const ProvenanceGraph listed =
        provenance_graph(std::vector{from("one", "صحيفة الرياض"), from("two", "وكالة رويترز")});
    CHECK(node_with(listed, "outlet:reuters").country == "GB");
}

TEST_CASE("Several articles: persons are one if their names are the same without offices and initials", "[graph]") {
    const auto by = [](std::string id, std::string language, const std::string& name, AgentKind kind) {
        HandMade made({.id = std::move(id), .language = std::move(language)}, "", name + " said it was late.");
        const AgentId speaker = made.agent(name, kind);
        made.claim("said", "it was late", {speaker, made.publisher("the Post", "post")});
        return made.analysis;
    };
    const ProvenanceGraph graph = provenance_graph(std::vector{
        by("1", "en", "Foreign Minister Adam Novak", AgentKind::person),
        by("2", "en", "Adam B. Novak", AgentKind::person),
        by("3", "en", "Adam Novak", AgentKind::person),
        by("4", "en", "Adam Novak", AgentKind::person),
        by("5", "en", "Novak", AgentKind::person),
        by("6", "en", "Novak", AgentKind::person),
        by("7", "ar", "وزير الخارجية سالم الحداد", AgentKind::person),
        by("8", "ar", "الوزير سالم الحداد", AgentKind::person),
        by("9", "xx", "Adam Novak", AgentKind::person),  // no pack reads it
        by("10", "en", "a minister", AgentKind::role),
        by("11", "en", "a minister", AgentKind::role),
    });
    CHECK(node_with(graph, "person:adam novak").label == "Adam Novak");  // as most articles have it
    CHECK(std::ranges::count(graph.nodes, AgentKind::person, &Node::agent_kind) == 5);
    CHECK(std::ranges::count(graph.nodes, AgentKind::role, &Node::agent_kind) == 2);
}

TEST_CASE("Several articles: the language is theirs if they share one", "[graph]") {
    Analysis arabic = quay("ar").analysis;
    arabic.language = "ar";
    arabic.right_to_left = true;
    const Analysis english = quay("en").analysis;
    CHECK(provenance_graph(std::vector{arabic, arabic}).language == "ar");
    CHECK(provenance_graph(std::vector{arabic, arabic}).right_to_left);
    CHECK(provenance_graph(std::vector{arabic, english}).language.empty());
    CHECK_FALSE(provenance_graph(std::vector{arabic, english}).right_to_left);
}

TEST_CASE("The contact of an edge is the one that is stated most often, its phrase one of that contact", "[graph]") {
    HandMade made({.id = "x", .language = "en"}, "", "He told the Post one. He wrote two. He wrote the three.");
    const AgentId he = made.agent("He", AgentKind::person);
    const AgentId post = made.publisher("the Post");
    made.claim("told", "one", {he, post}, {{Contact::spoken, "told the Post"}});
    made.claim("wrote", "two", {he, post}, {{Contact::written, "wrote"}});
    made.claim("wrote", "three", {he, post}, {{Contact::written, "wrote the"}});
    const ProvenanceGraph graph = provenance_graph(made.analysis);
    CHECK(edges_of(graph) == std::vector<std::string>{"agent:a1 > agent:a2 x3 written 'wrote'"});
}

TEST_CASE("An outlet that quotes itself makes no loop", "[graph]") {
    HandMade made({.id = "x", .language = "en"}, "", "The Times said so.");
    const AgentId quoted = made.agent("The Times", AgentKind::outlet, "times");
    const AgentId publisher = made.publisher("The Times", "times");
    made.claim("said", "so", {quoted, publisher});
    CHECK(provenance_graph(std::vector{made.analysis, made.analysis}).edges.empty());
}

TEST_CASE("An outlet is known by its most common name", "[graph]") {
    std::vector<Analysis> analyses{quay("one").analysis, quay("two").analysis, quay("three").analysis};
    analyses[0].agents[1].name = "the Reuters news agency";
    CHECK(node_with(provenance_graph(analyses), "outlet:reuters").label == "Reuters");
}

TEST_CASE("A listed outlet has its country", "[graph]") {
    const ProvenanceGraph graph = provenance_graph(quay().analysis);
    CHECK(node_with(graph, "agent:a2").country == "GB");
    CHECK(node_with(graph, "agent:a4").country.empty());
}

TEST_CASE("An article without attributions still has its publisher", "[graph]") {
    HandMade made({.id = "x", .language = "en"}, "", "Rain.");
    made.publisher("");
    const ProvenanceGraph graph = provenance_graph(made.analysis);
    REQUIRE(graph.nodes.size() == 1);
    CHECK(graph.nodes[0].publisher);
    CHECK(graph.edges.empty());
    CHECK(provenance_graph(std::vector<Analysis>{}).nodes.empty());
}

TEST_CASE("Evidence can be limited, for graphs of very many articles", "[graph]") {
    provenance::GraphBuilder builder(View::chains, provenance::GraphBuilder::Scope::several_articles, 2);
    for (int number = 0; number < 9; ++number) builder.add(quay(std::to_string(number)).analysis);
    const ProvenanceGraph graph = builder.finish();
    CHECK(node_with(graph, "outlet:reuters").evidence.size() == 2);
    CHECK(graph.edges[1].claims == 18);
    CHECK(graph.edges[1].evidence.size() == 2);
}

TEST_CASE("What is stated is kept however much is inferred", "[graph]") {
    HandMade made({.id = "x", .language = "en"}, "", "He said one. He said two. He told the Post three.");
    const AgentId he = made.agent("He", AgentKind::person);
    const AgentId post = made.publisher("the Post", "post");
    made.claim("said", "one", {he, post});
    made.claim("said", "two", {he, post});
    made.claim("told", "three", {he, post}, {{Contact::spoken, "told the Post"}});
    provenance::GraphBuilder builder(View::chains, provenance::GraphBuilder::Scope::several_articles, 1);
    builder.add(made.analysis);
    const ProvenanceGraph graph = builder.finish();
    REQUIRE(graph.edges.size() == 1);
    CHECK(graph.edges[0].claims == 3);
    CHECK(graph.edges[0].stated == 1);
    REQUIRE(graph.edges[0].evidence.size() == 2);
    CHECK(graph.edges[0].evidence[0].inferred);
    CHECK(graph.edges[0].evidence[1].quote == "told the Post");
}

TEST_CASE("Outlets side by side have the words from whoever comes before, and not from each other", "[graph]") {
    HandMade made({.language = "en"}, "", "Reuters and AFP reported, citing a source, that the army has left.");
    const AgentId source = made.agent("source", AgentKind::role);
    const AgentId reuters = made.agent("Reuters", AgentKind::outlet, "reuters");
    const AgentId afp = made.agent("AFP", AgentKind::outlet, "afp");
    const AgentId post = made.publisher("the Post");
    made.claim("reported", "the army has left", {source, reuters, afp, post},
               {{Contact::cited, "citing"}, {Contact::cited, "citing", true}, {}});
    CHECK(edges_of(provenance_graph(made.analysis)) ==
          std::vector<std::string>{"agent:a1 > agent:a2 x1 cited 'citing'", "agent:a1 > agent:a3 x1 cited 'citing'",
                                   "agent:a2 > agent:a4 x1 inferred", "agent:a3 > agent:a4 x1 inferred"});
    CHECK(edges_of(provenance_graph(made.analysis, View::claims)) ==
          std::vector<std::string>{"agent:a1 > claim:q1 x1 unstated 'reported'",
                                   "claim:q1 > agent:a2 x1 cited 'citing'", "claim:q1 > agent:a3 x1 cited 'citing'",
                                   "agent:a2 > agent:a4 x1 inferred", "agent:a3 > agent:a4 x1 inferred",
                                   "agent:a4 > article: x1 unstated"});
}

TEST_CASE("Two outlets that say the same are both its speakers", "[graph]") {
    HandMade made({.language = "en"}, "", "The army has left, Reuters and AFP reported.");
    const AgentId reuters = made.agent("Reuters", AgentKind::outlet, "reuters");
    const AgentId afp = made.agent("AFP", AgentKind::outlet, "afp");
    const AgentId post = made.publisher("the Post");
    made.claim("reported", "The army has left", {reuters, afp, post}, {{Contact::cited, "AFP", true}, {}});
    CHECK(edges_of(provenance_graph(made.analysis)) ==
          std::vector<std::string>{"agent:a1 > agent:a3 x1 inferred", "agent:a2 > agent:a3 x1 inferred"});
    CHECK(edges_of(provenance_graph(made.analysis, View::claims)) ==
          std::vector<std::string>{"agent:a1 > claim:q1 x1 unstated 'reported'",
                                   "agent:a2 > claim:q1 x1 unstated 'reported'", "claim:q1 > agent:a3 x1 inferred",
                                   "agent:a3 > article: x1 unstated"});
}
