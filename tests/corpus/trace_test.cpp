#include "rawi/trace.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/small_corpus.hpp"
#include "rawi/error.hpp"
#include "writing/dot.hpp"

using namespace rawi;
using namespace rawi::test;

namespace {

bool differs(const TraceClaim& claim, Difference::Kind kind, const std::string& before, const std::string& after) {
    return std::ranges::any_of(claim.differences, [&](const Difference& each) {
        return each.kind == kind && each.before == before && each.after == after;
    });
}

}  // namespace

TEST_CASE("a trace goes from words to the article that had them first, and on to every outlet") {
    const Folder folder;
    const Corpus corpus = corpus_of(folder, small_corpus());
    const Trace found = trace(corpus, "the harbour will open its gates to cargo ships");
    REQUIRE(ids(found) == std::vector<std::string>{"r1/q1", "h1/q1"});
    CHECK(found.language == "en");
    CHECK(found.claims[0].date == "2024-03-01T08:00:00Z");
    CHECK(found.claims[0].path.size() == 2);
    CHECK(found.claims[1].path.size() == 3);
    CHECK(found.claims[1].path[1].outlet == "reuters");
    CHECK(found.upstream.value() == "Reuters");  // the Harbour Post has it from there, and nobody else
    CHECK(found.origins == std::vector<std::string>{"Salma Haddad"});
    CHECK(found.missing.empty());
    CHECK(found.circles.empty());
    CHECK(differs(found.claims[1], Difference::Kind::cue, "tell (neutral)", "confirm (assertive)"));
    CHECK_FALSE(found.claims[1].uncredited);

    CHECK(ids(trace_claim(corpus, "h1/q1")) == ids(found));
    CHECK(trace(corpus, "something that nobody ever said anywhere").claims.empty());
    CHECK(trace(corpus, "!!! ... ???").claims.empty());
    for (const char* id : {"h1/q9", "h1", "h1/q", "h1/q0", "nobody/q1", "/q", "h1/q99999999999999999999", "' OR 1/q1"})
        CHECK_THROWS_AS(trace_claim(corpus, id), Error);
}

TEST_CASE("a trace parts at outlets side by side and meets behind them") {
    const Folder folder;
    const Trace found = trace(corpus_of(folder, {side_by_side()}), "the harbour will open its gates to cargo ships");
    REQUIRE(ids(found) == std::vector<std::string>{"side/q1"});
    std::vector<std::string> edges;
    for (const Edge& edge : found.graph.edges)
        edges.push_back(found.graph.node(edge.from).label + " > " + found.graph.node(edge.to).label + " " +
                        std::string(name_of(edge.contact)));
    CHECK(edges == std::vector<std::string>{"Salma Haddad > Reuters spoken", "Salma Haddad > AFP spoken",
                                            "Reuters > Harbour Post cited", "AFP > Harbour Post cited"});
    CHECK(found.upstream.value() == "Salma Haddad");  // neither agency: each may be passed by
    std::ostringstream text;
    write_text(text, found);
    CHECK_THAT(text.str(), Catch::Contains("Reuters + AFP → [cited] Harbour Post"));
}

TEST_CASE("few words are found, too") {
    const Folder folder;
    const Corpus corpus = corpus_of(folder, small_corpus());
    CHECK(ids(trace(corpus, "cargo ships")) == std::vector<std::string>{"r1/q1", "h1/q1"});
    CHECK(ids(trace(corpus, "رصيف شمالي")) == std::vector<std::string>{"s1/q2", "m1/q2"});  // there with their articles
}

TEST_CASE("an outlet that is credited but not in the corpus is a missing link, with what to look for") {
    const Folder folder;
    const Corpus corpus = corpus_of(folder, {mina_1(), sada_1()});
    const Trace found = trace_claim(corpus, "m1/q1");
    REQUIRE(found.missing.size() == 1);
    CHECK(found.missing[0].outlet == "reuters");
    REQUIRE(found.missing[0].sought.size() == 1);
    CHECK(found.missing[0].sought[0].credited_in == std::vector<std::string>{"m1/q1"});
    CHECK(found.missing[0].sought[0].no_later_than == "2024-03-02");
    CHECK_THAT(found.missing[0].sought[0].words, Catch::Contains("يفتح أبوابه"));
}

TEST_CASE("the same words with no credit are seen") {
    const Folder folder;
    const Corpus corpus = corpus_of(folder, small_corpus());
    const Trace found = trace_claim(corpus, "m1/q2");
    REQUIRE(ids(found) == std::vector<std::string>{"s1/q2", "m1/q2"});
    CHECK(found.claims[1].uncredited);
    CHECK(found.claims[1].same_words_as == "s1/q2");
    CHECK_FALSE(found.claims[0].uncredited);
    CHECK(found.claims[0].outlet != found.claims[1].outlet);
}

TEST_CASE("claims that stand in one another are one report of the words") {
    const Folder folder;
    const std::string words = "the old breakwater will not survive another winter storm season";
    const auto tells = [&](const std::string& id, const std::string& outlet, const std::string& date) {
        auto made = article(id, "en", outlet, date, "Experts: the old breakwater will not survive another winter",
                            "Dana Whitlock said earlier Reuters research had shown that " + words + ".");
        const auto publisher = made.publisher(outlet);
        const auto dana = made.agent("Dana Whitlock", AgentKind::person);
        const auto research = made.agent("earlier Reuters research", AgentKind::document);
        const auto reuters = made.agent("Reuters", AgentKind::outlet, "reuters");
        made.claim("Experts:", "the old breakwater will not survive another winter",
                   {made.agent("Experts", AgentKind::role), publisher});
        made.claim("said", "earlier Reuters research had shown that " + words, {dana, publisher}).lemma = "say";
        auto& inner = made.claim("shown", words, {research, reuters, dana, publisher},
                                 {{Contact::written, "shown"}, {Contact::cited, "shown"}});
        inner.lemma = "show";
        inner.parent = AttributionId{1};
        return made.analysis;
    };
    const Corpus corpus = corpus_of(folder, {tells("a", "Morning", "2024-01-01"), tells("b", "Evening", "2024-01-02")});

    // Of what stands in one another, that is shown which is most like the words asked for.
    const Trace inner = trace(corpus, words);
    CHECK(ids(inner) == std::vector<std::string>{"a/q3", "b/q3"});
    CHECK(inner.origins == std::vector<std::string>{"earlier Reuters research"});
    CHECK(inner.claims.back().differences.empty());
    const Trace outer = trace_claim(corpus, "b/q2");
    REQUIRE(ids(outer) == std::vector<std::string>{"a/q2", "b/q2"});
    CHECK(outer.upstream.value() == "Dana Whitlock");
    CHECK(outer.origins == std::vector<std::string>{"Dana Whitlock"});
    CHECK(outer.claims.back().differences.empty());

    // What the claims that are not shown credit is credited all the same.
    CHECK_FALSE(outer.claims.back().uncredited);
    REQUIRE(outer.missing.size() == 1);
    CHECK(outer.missing[0].outlet == "reuters");
    REQUIRE(outer.missing[0].sought.size() == 1);
    CHECK(outer.missing[0].sought[0].credited_in == std::vector<std::string>{"a/q2", "b/q2"});
}

TEST_CASE("two who say the same in one article are two reports") {
    const Folder folder;
    const std::string words = "the old breakwater will not survive another winter storm season";
    auto made = article("a", "en", "Morning", "2024-01-01", "",
                        "Dana Whitlock said that " + words + ". Omar Aziz, too, said that " + words + ".");
    const auto publisher = made.publisher("Morning");
    made.claim("said", words, {made.agent("Dana Whitlock", AgentKind::person), publisher});
    made.claim("said", words, {made.agent("Omar Aziz", AgentKind::person), publisher});
    const Trace found = trace(corpus_of(folder, {made.analysis}), words);
    CHECK(ids(found) == std::vector<std::string>{"a/q1", "a/q2"});
    CHECK(found.origins.size() == 2);
}

TEST_CASE("nobody is said to have taken words from an article that may not have been earlier") {
    const Folder folder;
    const auto says = [](const std::string& id, const std::string& date) {
        auto made = article(id, "en", "Paper " + id, date, "", "Salma Haddad said " + reopens + ".");
        made.claim("said", reopens, {made.agent("Salma Haddad", AgentKind::person), made.publisher("Paper " + id)});
        return made.analysis;
    };
    const Trace found =
        trace(corpus_of(folder, {says("1", "2024-01-01"), says("2", "2024-01-01"), says("3", "2024-01-01T09:00:00Z"),
                                 says("4", "2024-01-01T10:00:00Z"), says("5", "2024-01-02")}),
              reopens);
    REQUIRE(ids(found) == std::vector<std::string>{"1/q1", "2/q1", "3/q1", "4/q1", "5/q1"});
    CHECK(found.same_day == std::vector<std::string>{"2/q1", "3/q1", "4/q1"});
    for (const std::size_t unknown : {0U, 1U, 2U}) CHECK_FALSE(found.claims[unknown].uncredited);
    CHECK(found.claims[3].same_words_as == "3/q1");  // an hour later
    CHECK(found.claims[4].same_words_as == "1/q1");  // a day later
}

TEST_CASE("a circle of credit is seen") {
    const Folder folder;
    const auto credits = [](const std::string& id, const std::string& outlet, const std::string& other,
                            const std::string& date) {
        auto made = article(id, "en", outlet, date, "", other + " reported that " + reopens + ".");
        made.claim("reported", reopens, {made.agent(other, AgentKind::outlet), made.publisher(outlet)},
                   {{Contact::cited, "reported"}});
        return made.analysis;
    };
    const Trace found = trace(corpus_of(folder, {credits("a", "Morning", "Evening", "2024-01-02"),
                                                 credits("b", "Evening", "Morning", "2024-01-01")}),
                              reopens);
    REQUIRE(found.circles.size() == 1);
    CHECK(found.circles[0].size() == 2);
    CHECK(ids(found) == std::vector<std::string>{"b/q1", "a/q1"});
}

TEST_CASE("what a later article changed is told word by word") {
    const Folder folder;
    const auto says = [](const std::string& id, const std::string& source, AgentKind kind, const std::string& words) {
        auto made = article(id, "en", "Paper " + id, "2024-01-0" + id, "", source + " said " + words + ".");
        made.claim("said", words, {made.agent(source, kind), made.publisher("Paper " + id)}).lemma = "say";
        return made.analysis;
    };
    const std::string first = "the old bridge near the market was badly damaged by Monday's flood waters";
    const Trace found = trace(
        corpus_of(folder, {says("1", "Salma Haddad", AgentKind::person, first),
                           says("2", "An official", AgentKind::role,
                                "the old bridge near the market was completely destroyed by Monday's flood waters"),
                           says("3", "Salma Haddad", AgentKind::person,
                                "the old stone bridge near the market was badly damaged")}),
        first);
    REQUIRE(ids(found) == std::vector<std::string>{"1/q1", "2/q1", "3/q1"});
    CHECK(found.claims[0].differences.empty());
    CHECK(differs(found.claims[1], Difference::Kind::changed, "badly damaged", "completely destroyed"));
    CHECK(differs(found.claims[1], Difference::Kind::name_lost, "Salma Haddad", "An official"));
    CHECK(differs(found.claims[2], Difference::Kind::added, "", "stone"));
    CHECK(std::ranges::any_of(found.claims[2].differences, [](const Difference& each) {
        return each.kind == Difference::Kind::dropped && each.before.find("flood waters") != std::string::npos;
    }));
}

TEST_CASE("a number is the same however it is written, and so is a role") {
    const Folder folder;
    const auto says = [](const std::string& id, const std::string& language, const std::string& source,
                         const std::string& words) {
        auto made = article(id, language, "Paper " + id, "2024-01-0" + id, "", source + ": " + words + ".");
        made.claim(":", words, {made.agent(source, AgentKind::role), made.publisher("Paper " + id)});
        return made.analysis;
    };
    const auto differences = [&](const Corpus& corpus, const std::string& claim) {
        std::vector<std::string> all;
        for (const TraceClaim& each : trace_claim(corpus, claim).claims) {
            for (const Difference& difference : each.differences)
                all.push_back(difference.before + " > " + difference.after);
        }
        return all;
    };
    const Corpus english = corpus_of(
        folder,
        {says("1", "en", "An engineer", "the north wall was finished to 77.8 percent by 1,200 workers in 1.5 years"),
         says("2", "en", "An engineer", "the north wall was finished to 77.8% by 1200 workers in 1.5 years"),
         says("3", "en", "An engineer", "the north wall was finished to 77.8 per cent by 1,200 workers in 1.5 years"),
         says("4", "en", "An engineer", "the north wall was finished to 77.9 % by 1,200 workers in 15 years")},
        "english.rawi");
    CHECK(differences(english, "1/q1") == std::vector<std::string>{"77.8 percent > 77.9 %", "1.5 > 15"});
    const Corpus arabic = corpus_of(
        folder,
        {says("1", "ar", "خبير اتصالات و تقنية", "الجدار الشمالي اكتمل بنسبة 77.8 في المائة على يد 1,200 عامل هناك"),
         says("2", "ar", "خبير اتصالات وتقنية", "الجدار الشمالي اكتمل بنسبة ٧٧٫٨٪ على يد ١٬٢٠٠ عامل هناك"),
         says("3", "ar", "خبير اتصالات وتقنية", "الجدار الشمالي اكتمل بنسبة 77,8 بالمئة على يد 1200 عامل هناك")},
        "arabic.rawi");
    CHECK(differences(arabic, "1/q1").empty());
    CHECK(trace_claim(arabic, "1/q1").origins.size() == 1);
}

TEST_CASE("a speaker is one under all his names and offices, and somebody else is told") {
    const Folder folder;
    const std::string words = "the old bridge near the market was badly damaged by Monday's flood waters";
    std::vector<Analysis> analyses;
    const auto says = [&](const std::string& source, AgentKind kind, const std::string& date) {
        const std::string id = std::to_string(analyses.size() + 1);
        auto made = article(id, "en", "Paper " + id, date, "", source + " said " + words + ".");
        made.claim("said", words, {made.agent(source, kind), made.publisher("Paper " + id)}).lemma = "say";
        analyses.push_back(made.analysis);
    };
    says("Salma Haddad, the city engineer", AgentKind::person, "2024-01-01");
    says("chief engineer Dr. Salma Haddad", AgentKind::person, "2024-01-01");
    says("Haddad", AgentKind::person, "2024-01-02");
    says("the city engineer", AgentKind::role, "2024-01-03");
    says("Omar Aziz", AgentKind::person, "2024-01-04");
    const Trace found = trace(corpus_of(folder, analyses), words);
    REQUIRE(found.claims.size() == 5);
    const auto node = [&](std::size_t claim) { return found.claims[claim].path.front().node; };
    CHECK(node(1) == node(0));
    CHECK(node(2) == node(0));
    CHECK(node(3) == node(0));
    CHECK(node(4) != node(0));
    CHECK(found.origins.size() == 2);
    CHECK(found.same_day == std::vector<std::string>{"2/q1"});
    CHECK(found.claims[1].differences.empty());
    CHECK(
        differs(found.claims[3], Difference::Kind::name_lost, "Salma Haddad, the city engineer", "the city engineer"));
    CHECK(differs(found.claims[4], Difference::Kind::source, "Salma Haddad, the city engineer", "Omar Aziz"));
    std::ostringstream text;
    write_text(text, found);
    CHECK_THAT(text.str(), Catch::Contains("and 1 more of that day; at what hour is not known") &&
                               Catch::Contains("another source: Salma Haddad, the city engineer became Omar Aziz"));
}

TEST_CASE("words are found with one of them wrong, and in a whole article") {
    const Folder folder;
    const Corpus corpus = corpus_of(folder, small_corpus());
    CHECK(ids(trace(corpus, "harbour will open its doors to cargo")) == std::vector<std::string>{"r1/q1", "h1/q1"});
    CHECK(trace(corpus, "harbour will close its doors to cars").claims.empty());
    std::string whole;
    for (int i = 0; i < 3000; ++i) whole += "something" + std::to_string(i) + " else" + std::to_string(i) + " ";
    const std::string other = whole;
    CHECK(trace(corpus, other).claims.empty());
    CHECK(ids(trace(corpus, whole + reopens + ". " + whole)) == std::vector<std::string>{"r1/q1", "h1/q1"});
}

TEST_CASE("words that articles give to nobody are found in their texts") {
    const Folder folder;
    auto late = article("b2", "en", "Evening", "2024-03-09", "Fog", "Fog came \"over the\\hills\" and went.");
    late.publisher("Evening");
    auto early = article("b1", "en", "Morning", "2024-03-08", "Fog again", "Fog came \"over the\\hills\" at dawn.");
    early.publisher("Morning");
    const Corpus corpus = corpus_of(folder, {late.analysis, early.analysis, mina_1()});
    const Trace found = trace(corpus, "\"over the\\hills\"");
    CHECK(found.claims.empty());
    REQUIRE(found.bare.size() == 2);
    CHECK(found.bare[0].article == "b1");  // by date
    CHECK(found.bare[0].publisher == "Morning");
    CHECK(found.bare[1].date == "2024-03-09");
    // What JSON holds as an escape, though it need not.
    auto odd = article("b3", "en", "Noon", "2024-03-10", "Road", "The long \u202Bwinding\u202C\u2028road ends here.");
    odd.publisher("Noon");
    CHECK(trace(corpus_of(folder, {odd.analysis}), "long \u202Bwinding\u202C\u2028road").bare.size() == 1);
    CHECK(trace(corpus, "Fog").bare.empty());  // a single word
    CHECK(trace(corpus, "hills over").bare.empty());
    CHECK(trace(corpus, std::string(3000, 'x') + " y").bare.empty());
    std::ostringstream text, json;
    write_text(text, found);
    CHECK_THAT(text.str(), Catch::Contains("give them to") && Catch::Contains("2024-03-08  Morning  b1"));
    write_json(json, found);
    CHECK(nlohmann::json::parse(json.str())["bare"][1]["article"] == "b2");
}

TEST_CASE("a claim from media reports, and an outlet whose articles here lack the words, are told") {
    const Folder folder;
    auto made = article("e1", "en", "Evening", "2024-03-04", "", "Media reports said that " + reopens + ".");
    made.claim("said", reopens, {made.agent("Media reports", AgentKind::unknown), made.publisher("Evening")},
               {{Contact::cited, "said"}}, {Flag::missing_link});
    const Trace found = trace(corpus_of(folder, {made.analysis, mina_1(), harbour_1(), sada_1(),
                                                 [] {
                                                     auto other =
                                                         article("r9", "en", "Reuters", "2024-03-09", "", "It rains.");
                                                     other.publisher("Reuters", "reuters");
                                                     return other.analysis;
                                                 }()}),
                              reopens);
    REQUIRE(ids(found) == std::vector<std::string>{"h1/q1", "e1/q1"});
    CHECK(found.claims[1].from_elsewhere);
    CHECK_FALSE(found.claims[0].from_elsewhere);
    REQUIRE(found.missing.size() == 1);
    CHECK(found.missing[0].articles == 1);
    std::ostringstream text;
    write_text(text, found, 200);
    CHECK_THAT(text.str(), Catch::Contains("says that it has the words from elsewhere, but not from where") &&
                               Catch::Contains("the words are not in its only article in the corpus"));
}

TEST_CASE("a trace is written as text, JSON and DOT, the same each time, whatever the words") {
    const Folder folder;
    const std::string evil =
        "say \"=1+1\" \\N <b>&amp; \x1b[2J the harbour gates are open again for every cargo ship today";
    auto made = article("<evil>\"", "en", "=Outlet\\G \"x\"", "2024-01-01", evil, "Somebody said " + evil + ".");
    made.claim("said", evil, {made.agent("Somebody", AgentKind::person), made.publisher("=Outlet\\G \"x\"")});
    auto analyses = small_corpus();
    analyses.push_back(made.analysis);
    const Corpus corpus = corpus_of(folder, analyses);
    const auto written = [&] {
        const Trace found = trace(corpus, evil);
        REQUIRE_FALSE(found.claims.empty());
        std::ostringstream text, json, dot;
        write_text(text, found);
        write_json(json, found);
        writing::write_dot(dot, found.graph);
        CHECK(text.str().find('\x1b') == std::string::npos);
        CHECK(nlohmann::json::parse(json.str())["claims"][0]["content"] == evil);
        CHECK(dot.str().find(" \\N") == std::string::npos);
        return text.str() + json.str() + dot.str();
    };
    CHECK(written() == written());
}
