// Every figure of `rawi reliance`, against a corpus of seven articles worked out by hand:
//
//   r1 Reuters       Salma Haddad -spoken-> Reuters; an official -spoken-> Reuters
//   h1 Harbour Post  Salma Haddad -> Reuters -cited-> Harbour Post; nobody -> Harbour Post
//   h2 Harbour Post  Omar Aziz -written-> Harbour Post
//   h3 Harbour Post  Omar Aziz -spoken-> Harbour Post, twice
//   m1 al-Mina       Salma Haddad -spoken-> Reuters -> al-Mina; an official -spoken-> al-Mina
//   m2 al-Mina       Sada -cited-> al-Mina
//   s1 Sada          al-Mina -seen-> Sada; an official -spoken-> Sada, in the words of m1, a day before it
#include "rawi/reliance.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/diversity.hpp"
#include "corpus/small_corpus.hpp"
#include "provenance/outlets.hpp"
#include "rawi/error.hpp"

using namespace rawi;
using namespace rawi::test;

namespace {

const OutletReliance& outlet(const Reliance& result, const std::string& name) {
    const auto found = std::ranges::find(result.outlets, name, &OutletReliance::name);
    REQUIRE(found != result.outlets.end());
    return *found;
}

const SourceReliance& source(const Reliance& result, const std::string& outlet_key, const std::string& name) {
    const auto found = std::ranges::find_if(
        result.sources, [&](const SourceReliance& row) { return row.outlet == outlet_key && row.name == name; });
    REQUIRE(found != result.sources.end());
    return *found;
}

const OutletPair& pair(const Reliance& result, const std::string& from, const std::string& to) {
    const auto found =
        std::ranges::find_if(result.pairs, [&](const OutletPair& row) { return row.from == from && row.to == to; });
    REQUIRE(found != result.pairs.end());
    return *found;
}

std::vector<std::string> names(const Reliance& result) {
    std::vector<std::string> all;
    for (const OutletReliance& row : result.outlets) all.push_back(row.outlet);
    return all;
}

Approx near(double value) {
    return Approx(value).margin(1e-6);
}

}  // namespace

TEST_CASE("reliance counts what each outlet carries and from whom") {
    const Folder folder;
    const Reliance result = reliance(corpus_of(folder, small_corpus()));
    CHECK(result.article_count == 7);
    CHECK(result.claims == 12);
    CHECK(result.first_day == "2024-03-01");
    CHECK(result.graph.language == "en");  // that of most articles
    CHECK_FALSE(result.graph.right_to_left);
    REQUIRE(result.outlets.size() == 4);
    CHECK(names(result).front() == "harbour post");  // most claims first

    const OutletReliance& reuters = outlet(result, "Reuters");
    CHECK(reuters.outlet == "reuters");
    CHECK(reuters.kind == "agency");
    CHECK(reuters.country == "GB");
    CHECK(reuters.articles == 1);
    CHECK(reuters.claims == 2);
    CHECK(reuters.second_hand == 0);
    CHECK(reuters.from_outlets == 0);
    CHECK(reuters.unnamed == 1);
    CHECK(reuters.nobody == 0);

    const OutletReliance& post = outlet(result, "Harbour Post");
    CHECK(post.kind.empty());
    CHECK(post.articles == 3);
    CHECK(post.claims == 5);
    CHECK(post.second_hand == 1);
    CHECK(post.from_outlets == 1);
    CHECK(post.from_agencies == 1);
    CHECK(post.unnamed == 0);
    CHECK(post.nobody == 1);

    const OutletReliance& mina = outlet(result, "الميناء");
    CHECK(mina.articles == 2);
    CHECK(mina.claims == 3);
    CHECK(mina.second_hand == 1);
    CHECK(mina.from_outlets == 2);
    CHECK(mina.from_agencies == 1);
    CHECK(mina.unnamed == 1);

    const OutletReliance& sada = outlet(result, "صدى الساحل");
    CHECK(sada.claims == 2);
    CHECK(sada.from_outlets == 1);
    CHECK(sada.from_agencies == 0);
}

TEST_CASE("reliance counts sources, kinds, contacts and pairs") {
    const Folder folder;
    const Reliance result = reliance(corpus_of(folder, small_corpus()));
    const SourceReliance& omar = source(result, "harbour post", "Omar Aziz");
    CHECK(omar.claims == 3);
    CHECK(omar.share == near(0.75));  // of the four that have a source
    CHECK(omar.kind == AgentKind::person);
    CHECK(omar.named);
    CHECK(omar.contacts == ContactCounts{2, 1, 0, 0, 0});
    CHECK(source(result, "harbour post", "Salma Haddad").contacts == ContactCounts{0, 0, 0, 0, 1});
    CHECK_FALSE(source(result, "reuters", "An official").named);

    const auto kind = std::ranges::find_if(
        result.kinds, [](const KindReliance& row) { return row.outlet == "harbour post" && row.kind == "nobody"; });
    REQUIRE(kind != result.kinds.end());
    CHECK(kind->claims == 1);
    CHECK(kind->contacts == ContactCounts{0, 0, 0, 0, 1});

    const std::string mina = outlet(result, "الميناء").outlet;
    const std::string sada = outlet(result, "صدى الساحل").outlet;
    REQUIRE(result.pairs.size() == 4);
    CHECK(pair(result, "reuters", "harbour post").contacts == ContactCounts{0, 0, 0, 1, 0});
    CHECK(pair(result, "reuters", mina).contacts == ContactCounts{0, 0, 0, 0, 1});
    CHECK(pair(result, sada, mina).contacts == ContactCounts{0, 0, 0, 1, 0});
    CHECK(pair(result, mina, sada).contacts == ContactCounts{0, 0, 1, 0, 0});
    for (const OutletPair& row : result.pairs) {
        CHECK(row.claims == 1);
        CHECK(row.articles == 1);
    }
}

TEST_CASE("outlets side by side are no pair, each is one with the outlet behind them") {
    const Folder folder;
    const Reliance result = reliance(corpus_of(folder, {side_by_side()}));
    REQUIRE(result.pairs.size() == 2);
    CHECK(pair(result, "reuters", "harbour post").contacts == ContactCounts{0, 0, 0, 1, 0});
    CHECK(pair(result, "afp", "harbour post").contacts == ContactCounts{0, 0, 0, 1, 0});
}

TEST_CASE("reliance measures the network of outlets") {
    const Folder folder;
    const Reliance result = reliance(corpus_of(folder, small_corpus()));
    const OutletReliance& reuters = outlet(result, "Reuters");
    const OutletReliance& post = outlet(result, "Harbour Post");
    const OutletReliance& mina = outlet(result, "الميناء");
    const OutletReliance& sada = outlet(result, "صدى الساحل");
    CHECK(result.reciprocity == near(0.5));  // two of four pairs are mutual
    REQUIRE(result.circles.size() == 1);
    CHECK(result.circles.front().size() == 2);
    CHECK(mina.circle == 1);
    CHECK(sada.circle == 1);
    CHECK(reuters.circle == 0);
    CHECK(reuters.relies_on == 0);
    CHECK(reuters.relied_on_by == 2);
    CHECK(mina.relies_on == 2);
    CHECK(mina.relied_on_by == 1);
    CHECK(mina.betweenness == near(1));  // Reuters > al-Mina > Sada
    CHECK(sada.betweenness == near(0));
    CHECK(reuters.upstream.empty());
    CHECK(post.upstream == "reuters");
    CHECK(mina.upstream == "reuters");
    CHECK(sada.upstream == mina.outlet);
    CHECK(reuters.hang_on_it == 3);
    CHECK(mina.hang_on_it == 1);
    // b = (0.15 + 0.85 R) / 4; H = b; M = b + 0.85 S; S = b + 0.425 M; R = b + 0.85 H + 0.425 M; R + H + M + S = 1
    CHECK(post.page_rank == near(0.108600));
    CHECK(reuters.page_rank == near(0.334588));
    CHECK(mina.page_rank == near(0.314536));
    CHECK(sada.page_rank == near(0.242277));
}

TEST_CASE("reliance finds who had shared stories first and how late the others were") {
    const Folder folder;
    const Reliance result = reliance(corpus_of(folder, small_corpus()));
    CHECK(result.stories == 2);
    const OutletReliance& reuters = outlet(result, "Reuters");
    CHECK(reuters.stories == 1);
    CHECK(reuters.first == 1);
    CHECK_FALSE(reuters.median_delay);
    const OutletReliance& post = outlet(result, "Harbour Post");
    CHECK(post.stories == 1);
    CHECK(post.first == 0);
    CHECK(post.median_delay.value() == near(2));  // hours
    CHECK(outlet(result, "صدى الساحل").first == 1);
    CHECK(outlet(result, "الميناء").median_delay.value() == near(24));  // known by the day
}

TEST_CASE("measures of diversity are those of their formulas") {
    const Folder folder;
    const Reliance result = reliance(corpus_of(folder, small_corpus()));
    const Diversity& post = outlet(result, "Harbour Post").diversity;  // Salma 1, Omar 3
    CHECK(post.sources == 2);
    CHECK(post.hhi.value == near(0.625));                         // 1/16 + 9/16
    CHECK(post.shannon.value == near(0.811278));                  // of 1/4 and 3/4, over log 2
    CHECK(post.simpson.value == near(0.5));                       // 1 - 3 * 2 / (4 * 3)
    CHECK(post.gini.value == near(0.25));                         // 2 (1 * 1 + 2 * 3) / (2 * 4) - 3 / 2
    const Diversity& mina = outlet(result, "الميناء").diversity;  // one each
    CHECK(mina.hhi.value == near(1.0 / 3));
    CHECK(mina.shannon.value == near(1));
    CHECK(mina.simpson.value == near(1));
    CHECK(mina.gini.value == near(0));

    CHECK(corpus::diversity_of(std::vector<std::uint32_t>{}).hhi == 0);
    const auto one = corpus::diversity_of(std::vector<std::uint32_t>{7});
    CHECK(one.hhi == near(1));
    CHECK(one.shannon == near(0));
    CHECK(one.simpson == near(0));
    CHECK(one.gini == near(0));
}

TEST_CASE("bootstrap intervals hold the value, narrow with more articles, and are the same each time") {
    std::vector<corpus::ArticleCounts> few, many;
    for (std::uint32_t i = 0; i < 400; ++i) {
        const corpus::ArticleCounts article{{i % 7, 1 + i % 3}, {i % 4, 1}};
        if (i < 20) few.push_back(article);
        many.push_back(article);
    }
    const Diversity narrow = corpus::diversity_of(many, 7, 500);
    const Diversity wide = corpus::diversity_of(few, 7, 500);
    for (const Diversity* found : {&narrow, &wide}) {
        for (const Interval* each : {&found->hhi, &found->shannon, &found->simpson, &found->gini}) {
            CHECK(each->low < each->value);
            CHECK(each->value < each->high);
        }
    }
    CHECK(narrow.hhi.high - narrow.hhi.low < wide.hhi.high - wide.hhi.low);
    const Diversity again = corpus::diversity_of(many, 7, 500);
    CHECK(again.hhi.low == narrow.hhi.low);
    CHECK(again.gini.high == narrow.gini.high);
    const Diversity none = corpus::diversity_of(many, 7, 0);
    CHECK(none.hhi.low == none.hhi.value);
}

TEST_CASE("reliance looks at a period, a language, an outlet, a topic") {
    const Folder folder;
    const Corpus corpus = corpus_of(folder, small_corpus());
    const auto counted = [&](const ArticleFilter& filter) {
        const Reliance result = reliance(corpus, {.articles = filter, .replicates = 0});
        return std::pair(result.article_count, result.claims);
    };
    CHECK(counted({.since = "2024-03-03"}) == std::pair<std::size_t, std::size_t>(3, 4));
    CHECK(counted({.until = "2024-03-01"}) == std::pair<std::size_t, std::size_t>(3, 6));
    CHECK(counted({.since = "2024-03", .until = "2024"}) == std::pair<std::size_t, std::size_t>(7, 12));
    CHECK(counted({.since = "2024-04"}) == std::pair<std::size_t, std::size_t>(0, 0));
    CHECK(counted({.until = "2023"}) == std::pair<std::size_t, std::size_t>(0, 0));
    CHECK(counted({.until = "2024-02"}) == std::pair<std::size_t, std::size_t>(0, 0));
    CHECK(counted({.until = "2024-03"}) == std::pair<std::size_t, std::size_t>(7, 12));
    CHECK(counted({.until = "9999"}) == std::pair<std::size_t, std::size_t>(7, 12));
    CHECK(counted({.until = "20240301"}) == counted({.until = "2024-03-01"}));  // a day, not a year
    CHECK(counted({.until = "9999-12"}) == std::pair<std::size_t, std::size_t>(7, 12));
    CHECK(counted({.language = "ar"}) == std::pair<std::size_t, std::size_t>(3, 5));
    CHECK(counted({.outlet = "Harbour post"}) == std::pair<std::size_t, std::size_t>(3, 5));
    CHECK(counted({.topic = "Nets"}) == std::pair<std::size_t, std::size_t>(1, 2));  // in the title: all claims
    CHECK(counted({.topic = "crews return"}) == std::pair<std::size_t, std::size_t>(1, 1));
    CHECK(counted({.topic = "رصيف"}) == std::pair<std::size_t, std::size_t>(2, 2));  // stands there as الرصيف
    CHECK_THROWS_AS(counted({.since = "yesterday"}), Error);
    CHECK_THROWS_AS(counted({.until = "2024-13"}), Error);
    CHECK_THROWS_AS(counted({.until = "202403"}), Error);
}

TEST_CASE("a list of a user's own makes spellings one outlet") {
    const Folder folder;
    const auto list = folder / "outlets.tsv";
    std::ofstream(list) << "# mine\nmina\tnewspaper\tTN\tHarbour Post | الميناء\n";
    const Reliance result = reliance(corpus_of(folder, small_corpus()), {.outlet_lists = {list}});
    CHECK(result.outlets.size() == 3);
    const auto found = std::ranges::find(result.outlets, "mina", &OutletReliance::outlet);
    REQUIRE(found != result.outlets.end());
    CHECK(found->articles == 5);
    CHECK(found->country == "TN");
    // The filter goes by the same list.
    for (const char* name : {"mina", "Harbour Post", "الميناء"}) {
        CAPTURE(name);
        CHECK(reliance(corpus_of(folder, small_corpus()), {.articles = {.outlet = name}, .outlet_lists = {list}})
                  .article_count == 5);
    }
}

TEST_CASE("a list of a user's own may say hosts, for articles that give their outlet so") {
    const Folder folder;
    const auto list = folder / "outlets.tsv";
    std::ofstream(list) << "mina\tnewspaper\tTN\tHarbour Post | الميناء\tmina.example\n";
    const rawi::provenance::OutletList built_in;
    rawi::provenance::OutletList outlets;
    outlets.add(list);
    for (const char* given : {"mina.example", "www.mina.example", "http://en.mina.example/1", "harbourpost.com"}) {
        CAPTURE(given);
        CHECK(built_in.key({}, given).empty());
        CHECK(outlets.identity({}, given) == "mina");
    }
}

TEST_CASE("what is wrong in a list of a user's own is named with its line and what is allowed") {
    const Folder folder;
    const auto list = folder / "outlets.tsv";
    using Catch::Contains;
    const auto check = [&](const std::string& line, const auto& message) {
        std::ofstream(list) << "# mine\n" << line << "\n";
        CHECK_THROWS_WITH(reliance(corpus_of(folder, {}), {.outlet_lists = {list}}),
                          Contains("outlets.tsv:2") && message);
    };
    check("mina\tnewspaper", Contains("four columns with tabs between them"));
    check("mina newspaper TN الميناء", Contains("four columns with tabs between them"));
    check("mina\tagencey\tTN\tالميناء", Contains("no kind of outlet: 'agencey' (agency, newspaper, magazine") &&
                                            Contains("did you mean \"agency\"?"));
    for (const char* country : {"Tunisia", "tn", "T", "216"})
        check(std::string("mina\tnewspaper\t") + country + "\tالميناء",
              Contains("two capital letters") && Contains(country));
    for (const char* host : {"mina", "www.mina.tn", "https://mina.tn/", "Mina.tn"})
        check(std::string("mina\tnewspaper\tTN\tالميناء\t") + host,
              Contains("a host is written as reuters.com") && Contains(std::string("'") + host + "'"));
    std::ofstream(list) << "mina\t\t\tالميناء\tmina.tn\nsada\tsite\t-\tصدى الساحل\n";  // nothing has to be known
    CHECK_NOTHROW(reliance(corpus_of(folder, {}), {.outlet_lists = {list}}));
}

TEST_CASE("an outlet without a country has none in any format") {
    const Folder folder;
    const auto list = folder / "outlets.tsv";
    std::ofstream(list) << "mina\tnewspaper\t-\tالميناء\nharbour-post\tnewspaper\t\tHarbour Post\n";
    const Reliance result = reliance(corpus_of(folder, small_corpus()), {.outlet_lists = {list}});
    for (const char* outlet : {"mina", "harbour-post"}) {
        CAPTURE(outlet);
        const auto row = std::ranges::find(result.outlets, outlet, &OutletReliance::outlet);
        REQUIRE(row != result.outlets.end());
        CHECK(row->country.empty());
        const auto node = std::ranges::find(result.graph.nodes, outlet, &Node::outlet_id);
        REQUIRE(node != result.graph.nodes.end());
        CHECK(node->country.empty());
    }
    std::ostringstream csv;
    write_csv(csv, result, "outlets");
    CHECK_THAT(csv.str(), Catch::Contains("mina,الميناء,newspaper,,2,"));
}

TEST_CASE("as text, outlets are called as they are written") {
    const Folder folder;
    std::ostringstream text;
    write_text(text, reliance(corpus_of(folder, small_corpus())));
    CHECK_THAT(text.str(), Catch::Contains("\n  Harbour Post  ") && Catch::Contains("\n  صدى الساحل  ") &&
                               Catch::Contains("\n  Reuters  "));
    CHECK_THAT(text.str(), Catch::Contains("  صدى الساحل  الميناء  "));  // a pair
    for (const char* normal_form : {"صدي الساحل", "harbour post", "reuters"})
        CHECK_THAT(text.str(), !Catch::Contains(normal_form));
}

TEST_CASE("reliance is written as CSV, JSON and text, the same each time") {
    const Folder folder;
    const auto written = [&] {
        const Reliance result = reliance(corpus_of(folder, small_corpus()));
        std::ostringstream out;
        for (const std::string_view table : reliance_tables()) write_csv(out, result, table);
        write_json(out, result);
        write_text(out, result);
        return std::move(out).str();
    };
    const std::string first = written();
    CHECK(first == written());
    CHECK_THAT(first, Catch::Contains("pairs") && Catch::Contains("reuters,harbour post,1,1,0,0,0,1,0\r\n"));

    std::ostringstream json;
    const Reliance result = reliance(corpus_of(folder, small_corpus()));
    write_json(json, result);
    const auto parsed = nlohmann::json::parse(json.str());
    CHECK(parsed["summary"][0]["articles"] == 7);
    CHECK(parsed["outlets"].size() == 4);
    CHECK(parsed["outlets"][0]["second_hand_share"].get<double>() == near(0.2));
    CHECK(parsed["outlets"][0]["agency_dependence"].get<double>() == near(0.2));
    std::ostringstream nothing;
    CHECK_THROWS_AS(write_csv(nothing, result, "no such table"), Error);
}
