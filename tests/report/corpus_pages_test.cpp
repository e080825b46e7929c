// Reports on a corpus, of values made by hand: what they show, and that no text gets out of its place.
#include <catch2/catch.hpp>
#include <set>
#include <sstream>
#include <vector>

#include "language/embedded.hpp"
#include "rawi/report.hpp"
#include "writing/report.hpp"

using Catch::Matchers::Contains;

namespace {

const std::string evil = "<script>x</script>\" onload='y' & \xE2\x80\xAE</bdi>";
const std::string safe = "&lt;script&gt;x&lt;/script&gt;&quot; onload=&#39;y&#39; &amp; &lt;/bdi&gt;";

template <class Found>
std::string page_of(const Found& found, const rawi::ReportOptions& options = {}) {
    std::ostringstream out;
    rawi::write_html(out, found, options);
    return std::move(out).str();
}

std::size_t count(const std::string& text, const std::string& what) {
    std::size_t times = 0;
    for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) ++times;
    return times;
}

rawi::ProvenanceGraph two_nodes() {
    rawi::ProvenanceGraph graph;
    graph.nodes.resize(2);
    graph.nodes[0].key = "outlet:one two";
    graph.nodes[0].label = "One";
    graph.nodes[1].key = "outlet:b";
    graph.nodes[1].label = evil;
    graph.edges.push_back({.from = rawi::NodeId{0},
                           .to = rawi::NodeId{1},
                           .contact = rawi::Contact::cited,
                           .claims = 7,
                           .stated = 7,
                           .phrase = evil,
                           .evidence = {}});
    return graph;
}

rawi::Reliance reliance_sample() {
    rawi::Reliance found;
    found.article_count = 12;
    found.claims = 40;
    found.articles.topic = evil;
    found.outlets.resize(3);
    found.outlets[0] = {.outlet = "a", .name = "One", .country = "LY", .articles = 5, .claims = 40, .second_hand = 10};
    found.outlets[0].median_delay = 36;
    found.outlets[0].diversity = {.sources = 4, .shannon = {0.8, 0.6, 0.9}};
    found.outlets[1] = {.outlet = "b", .name = evil, .kind = evil, .country = evil, .articles = 7, .claims = 0};
    found.outlets[2] = {.outlet = "c", .name = "Only credited"};
    found.pairs = {{"a", "b", 7, 3, {}}, {"c", "a", 1, 1, {}}};
    found.sources = {{"a", "s", evil, rawi::AgentKind::person, true, 9, 0.25, {}}};
    found.circles = {{"a", "b"}};
    found.graph = two_nodes();
    return found;
}

rawi::Trace trace_sample() {
    rawi::Trace found;
    found.words = evil;
    found.language = "en";
    found.claims.resize(2);
    found.claims[0] = {.id = "x/q1",
                       .article = "x",
                       .url = "javascript:alert(1)",
                       .title = evil,
                       .outlet = "b",
                       .publisher = evil,
                       .date = "2024-03-07",
                       .content = evil,
                       .lemma = evil,
                       .stance = "denied",
                       .carries = true};
    found.claims[0].path = {{.name = evil, .node = "outlet:one two", .contact = rawi::Contact::cited, .phrase = evil},
                            {.name = "B", .named = true, .node = "outlet:b"}};
    found.claims[1] = {.id = "y/q1",
                       .article = "y",
                       .url = "https://example.org/?a=1&b=2",
                       .publisher = "P",
                       .date = "2024-03-08T10:00:00Z",
                       .content = "c",
                       .stance = "neutral",
                       .carries = true,
                       .uncredited = true};
    found.claims[1].differences = {{rawi::Difference::Kind::name_lost, evil, ""}};
    found.missing = {{"m", evil, {{evil, "2024-03-07", {"x/q1"}}}}};
    found.upstream = evil;
    found.graph = two_nodes();
    return found;
}

}  // namespace

TEST_CASE("the page on reliance shows outlets, matrix, plots and sources") {
    const std::string page = page_of(reliance_sample(), {.caption = evil});
    CHECK_THAT(page, Contains("25 %"));                     // 10 of 40 claims
    CHECK_THAT(page, Contains("<td class=\"h5\">7</td>"));  // the most of the matrix is darkest
    CHECK_THAT(page, Contains("<td class=\"h4\">1</td>"));  // a seventh of it is one shade lighter
    CHECK(count(page, "<title>One: 36.00") == 1);           // its delay
    CHECK(count(page, "<title>One: 0.80") == 1);            // its diversity
    CHECK(count(page, "Only credited") == 1);               // a row of the matrix, which gave but took nothing
    CHECK_THAT(page, Contains("<abbr title=\"Libya\">LY</abbr>"));
    CHECK_THAT(page, Contains("data-key=\"outlet:one two\""));
}

TEST_CASE("the page on a trace ties claims to the diagram and tells what changed") {
    const std::string page = page_of(trace_sample());
    CHECK_THAT(page, Contains("data-path=\"outlet:one two\noutlet:b\""));
    CHECK_THAT(page, Contains("href=\"https://example.org/?a=1&amp;b=2\""));
    CHECK_THAT(page, Contains("<del>" + safe + "</del>"));
    CHECK(count(page, "class=\"dot") == 2);
    CHECK(count(page, "data-flags=\"uncredited ") == 1);
    CHECK_THAT(page, Contains("2024-03-08 10:00 UTC"));
}

TEST_CASE("another verb is told in the page's own words") {
    rawi::Trace found = trace_sample();
    found.claims[1].differences = {{rawi::Difference::Kind::cue, "قال (neutral)", "أكد (assertive)"},
                                   {rawi::Difference::Kind::cue, "x (no such stance)", "y"}};
    const std::string page = page_of(found, {.language = "ar"});
    CHECK_THAT(page, Contains("<del>قال (محايد)</del>"));
    CHECK_THAT(page, Contains("<ins>أكد (جازم)</ins>"));
    CHECK_THAT(page, Contains("<del>x (no such stance)</del> <ins>y</ins>"));
}

TEST_CASE("a stance that this version does not know is told as it is") {
    rawi::Trace found = trace_sample();
    found.claims[1].stance = "<prophetic>";
    const std::string page = page_of(found);
    CHECK_THAT(page, Contains("<li>&lt;prophetic&gt;</li>"));
}

TEST_CASE("an article that has the words twice is one article") {
    rawi::Trace found = trace_sample();
    found.claims.push_back(found.claims[1]);
    const std::string page = page_of(found);
    CHECK_THAT(page, Contains("<dt>Articles with the words</dt><dd>2</dd>"));
    CHECK_THAT(page, Contains("<dt>Claims</dt><dd>3</dd>"));
    CHECK_THAT(page, Contains("<dt>Outlets</dt><dd>2</dd>"));
}

TEST_CASE("claims that come close are listed behind those with the words, and what they lack is marked") {
    rawi::Trace found = trace_sample();
    found.claims[0].carries = false;
    found.claims[0].lacks = {"of " + evil};
    found.earliest = 1;
    const std::string page = page_of(found);
    CHECK_THAT(page, Contains("<dt>Claims</dt><dd>1</dd>"));
    CHECK_THAT(page, Contains("<dt>Come close</dt><dd>1</dd>"));
    CHECK_THAT(page, Contains("<span>lacks</span><del>of " + safe + "</del>"));
    CHECK(page.find("id=\"1-q1\"") < page.find("Close to the words, but not all of them"));
    CHECK(page.find("<a class=\"number\" href=\"#1-q2\"") > page.find("Close to the words, but not all of them"));
    CHECK_THAT(page, Contains("<a href=\"#1-q2\" data-claim=\"1-q2\" aria-label=\"" + safe));  // of the first day
}

TEST_CASE("dates among words from right to left are isolated") {
    const std::string page = page_of(trace_sample(), {.language = "ar"});
    CHECK_THAT(page, Contains("<bdi>2024-03-07</bdi>"));
    CHECK_THAT(page, Contains(" · &#8294;2024-03-08 10:00 UTC&#8297;"));
    rawi::Reliance found = reliance_sample();
    found.articles.since = "2024-03-01";
    CHECK_THAT(page_of(found, {.language = "ar"}), Contains("<bdi>2024-03-01</bdi>"));
}

TEST_CASE("a plot of one day has its date once") {
    rawi::Trace found = trace_sample();
    found.claims[1].date = found.claims[0].date;
    const std::string page = page_of(found);
    CHECK(count(page, "<text text-anchor=\"start\"") + count(page, ">2024-03-07</text>") >= 1);
    CHECK(count(page, ">2024-03-07</text>") == 1);
}

TEST_CASE("time runs the way its readers read") {
    const auto places = [](const std::string& page) {
        std::vector<double> found;
        for (std::size_t at = 0; (at = page.find("class=\"dot", at)) != std::string::npos; ++at)
            found.push_back(std::stod(page.substr(page.find(" cx=\"", at) + 5)));
        return found;
    };
    const auto left_to_right = places(page_of(trace_sample(), {.language = "en"}));
    const auto right_to_left = places(page_of(trace_sample(), {.language = "ar"}));
    REQUIRE(left_to_right.size() == 2);
    REQUIRE(right_to_left.size() == 2);
    CHECK(left_to_right[0] < left_to_right[1]);
    CHECK(right_to_left[0] > right_to_left[1]);
}

TEST_CASE("a page can say what it is on and how it was made") {
    rawi::ReportOptions options;
    options.facts = rawi::CaptionFacts{"news.rawi", "rawi report news.rawi " + evil};
    rawi::Reliance found = reliance_sample();
    found.first_day = "2024-03-01";
    found.last_day = "2024-03-31";
    const std::string page = page_of(found, options);
    CHECK_THAT(page, Contains(">news.rawi · articles: 12<"));
    CHECK_THAT(page, Contains(">2024-03-01 – 2024-03-31<"));
    CHECK_THAT(page, Contains("rawi report news.rawi " + safe));
    CHECK_THAT(page_of(trace_sample(), options), Contains(">2024-03-07 – 2024-03-08<"));
}

TEST_CASE("reports have words for every medium that the built-in packs name") {
    std::set<std::string> media;
    for (const rawi::language::EmbeddedFile& file : rawi::language::embedded_files()) {
        constexpr std::string_view mark = "[medium = ";
        for (std::size_t at = file.text.find(mark); at != std::string_view::npos; at = file.text.find(mark, at + 1))
            media.emplace(file.text.substr(at + mark.size(), file.text.find(']', at) - at - mark.size()));
    }
    CHECK(media.size() > 10);
    for (const std::string code : {"en", "ar"}) {
        const rawi::writing::Words words = rawi::writing::report_words(code);
        REQUIRE(words.language() == code);
        for (const std::string& medium : media) {
            INFO(code << ": medium_" << medium);
            CHECK(words.find("medium_" + medium).has_value());
        }
    }
}

TEST_CASE("pages on a corpus keep hostile text in its place") {
    for (const std::string& page : {page_of(reliance_sample(), {.caption = evil}), page_of(trace_sample())}) {
        CHECK(count(page, "<script>") == 1);  // their own
        CHECK(count(page, "\" onload") == 0);
        CHECK(count(page, "javascript:") == 0);
        CHECK(count(page, "\xE2\x80\xAE") == 0);
        CHECK(count(page, safe) > 3);
    }
}

TEST_CASE("pages on nothing say so") {
    CHECK_THAT(page_of(rawi::Reliance{}), Contains("class=\"empty\""));
    CHECK_THAT(page_of(rawi::Trace{}), Contains("class=\"empty\""));
    CHECK_THAT(page_of(rawi::Trace{}, {.language = "ar"}), Contains("dir=\"rtl\""));
}
