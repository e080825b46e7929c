// Every column of every table of `rawi reliance`, against the seven articles of small_corpus.hpp worked out by hand.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/small_corpus.hpp"
#include "rawi/reliance.hpp"

using namespace rawi;
using namespace rawi::test;

namespace {

std::string csv(const Reliance& result, std::string_view table) {
    std::ostringstream out;
    write_csv(out, result, table);
    return std::move(out).str();
}

std::string lines(const std::vector<std::string>& rows) {
    std::string all;
    for (const std::string& row : rows) all += row + "\r\n";
    return all;
}

}  // namespace

TEST_CASE("each column of each table of reliance is what it is by hand") {
    const Folder folder;
    const Reliance result = reliance(corpus_of(folder, small_corpus()), {.replicates = 0});
    // reliance_test.cpp has the chains, and the equations of PageRank: with b = (0.15 + 0.85 R) / 4,
    // M = 1.85 b / 0.63875, S = b + 0.425 M, R = 1.85 b + 0.425 M, H = b, and all four are 1.
    CHECK(csv(result, "outlets") ==
          lines({"outlet,name,kind,country,articles,claims,second_hand,second_hand_share,from_outlets,"
                 "from_outlets_share,from_agencies,agency_dependence,unnamed,unnamed_share,nobody,nobody_share,sources,"
                 "hhi,hhi_low,hhi_high,shannon,shannon_low,shannon_high,simpson,simpson_low,simpson_high,gini,gini_low,"
                 "gini_high,relies_on,relied_on_by,page_rank,betweenness,upstream,hang_on_it,circle,stories,first,"
                 "median_delay_hours",
                 "harbour post,Harbour Post,,,3,5,1,0.2,1,0.2,1,0.2,0,0,1,0.2,2,"
                 "0.625,0.625,0.625,0.811278,0.811278,0.811278,0.5,0.5,0.5,0.25,0.25,0.25,"
                 "1,0,0.1086,0,reuters,0,,1,0,2",
                 "الميناء,الميناء,,,2,3,1,0.333333,2,0.666667,1,0.333333,1,0.333333,0,0,3,"
                 "0.333333,0.333333,0.333333,1,1,1,1,1,1,0,0,0,"
                 "2,1,0.314536,1,reuters,1,1,1,0,24",
                 "reuters,Reuters,agency,GB,1,2,0,0,0,0,0,0,1,0.5,0,0,2,"
                 "0.5,0.5,0.5,1,1,1,1,1,1,0,0,0,"
                 "0,2,0.334587,0,,3,,1,1,",
                 "صدي الساحل,صدى الساحل,,,1,2,0,0,1,0.5,0,0,1,0.5,0,0,2,"
                 "0.5,0.5,0.5,1,1,1,1,1,1,0,0,0,"
                 "1,1,0.242277,0,الميناء,0,1,1,1,"}));
    CHECK(
        csv(result, "sources") ==
        lines({"outlet,source,name,kind,named,claims,share,spoken,written,seen,cited,unstated",
               "harbour post,omar aziz,Omar Aziz,person,1,3,0.75,2,1,0,0,0",
               "harbour post,salma haddad,Salma Haddad,person,1,1,0.25,0,0,0,0,1",
               "reuters,an official,An official,role,0,1,0.5,1,0,0,0,0",
               "reuters,salma haddad,Salma Haddad,person,1,1,0.5,1,0,0,0,0",
               "الميناء,سلمي حداد,سلمى حداد,person,1,1,0.333333,1,0,0,0,0",
               "الميناء,صدي الساحل,صدى الساحل,outlet,1,1,0.333333,0,0,0,1,0",
               "الميناء,مسوول,مسؤول,role,0,1,0.333333,1,0,0,0,0", "صدي الساحل,الميناء,الميناء,outlet,1,1,0.5,0,0,1,0,0",
               "صدي الساحل,مسوول,مسؤول,role,0,1,0.5,1,0,0,0,0"}));
    CHECK(csv(result, "kinds") ==
          lines({"outlet,kind,claims,unnamed,spoken,written,seen,cited,unstated", "harbour post,person,4,0,2,1,0,0,1",
                 "harbour post,nobody,1,0,0,0,0,0,1", "reuters,person,1,0,1,0,0,0,0", "reuters,role,1,1,1,0,0,0,0",
                 "الميناء,outlet,1,0,0,0,0,1,0", "الميناء,person,1,0,1,0,0,0,0", "الميناء,role,1,1,1,0,0,0,0",
                 "صدي الساحل,outlet,1,0,0,0,1,0,0", "صدي الساحل,role,1,1,1,0,0,0,0"}));
    CHECK(csv(result, "pairs") == lines({"from,to,claims,articles,spoken,written,seen,cited,unstated",
                                         "reuters,harbour post,1,1,0,0,0,1,0", "reuters,الميناء,1,1,0,0,0,0,1",
                                         "الميناء,صدي الساحل,1,1,0,0,1,0,0", "صدي الساحل,الميناء,1,1,0,0,0,1,0"}));
    CHECK(csv(result, "circles") == lines({"circle,outlet", "1,الميناء", "1,صدي الساحل"}));
    CHECK(csv(result, "summary") ==
          lines({"articles,claims,outlets,pairs,shared_stories,circles,reciprocity", "7,12,4,4,2,1,0.5"}));
}

// Of the Harbour Post's three articles (Salma; Omar; Omar twice) three are drawn: 27 samples. What they hold, how many
// of the 27, and their measures:
//
//   Salma 3          1    hhi 1      shannon 0         simpson 0      gini 0
//   Salma 2, Omar 1  3    5/9        0.918296          2/3            1/6
//   Salma 2, Omar 2  3    1/2        1                 2/3            0
//   Salma 1, Omar 2  3    5/9        0.918296          2/3            1/6
//   Salma 1, Omar 3  6    5/8        0.811278          1/2            1/4
//   Salma 1, Omar 4  3    17/25      0.721928          2/5            3/10
//   Omar 3 to 6      8    1          0                 0              0
//
// The least and the greatest are each in more than a fortieth of the samples, so they are the percentiles. Less the
// bias (mean of the samples less the value): hhi 0.726790 - 0.625, shannon 0.575675 - 0.811278, simpson 0.377778 - 0.5,
// gini 0.125926 - 0.25.
//
// Of al-Mina's two (Salma and an official; Sada): (2, 2) once, (1, 1, 1) twice, (2) once, of 4. hhi 1/2, 1/3, 1 with
// the mean 13/24; shannon 1, 1, 0; simpson 2/3, 1, 0; gini 0.
TEST_CASE("intervals are those of all samples, worked out by hand") {
    const Folder folder;
    const Reliance result = reliance(corpus_of(folder, small_corpus()), {.replicates = 200000});
    const auto diversity = [&](const std::string& name) -> const Diversity& {
        const auto found = std::ranges::find(result.outlets, name, &OutletReliance::name);
        REQUIRE(found != result.outlets.end());
        return found->diversity;
    };
    const auto is = [](const Interval& interval, double low, double high) {
        CHECK(interval.low == Approx(low).margin(0.002));
        CHECK(interval.high == Approx(high).margin(0.002));
    };
    const Diversity& post = diversity("Harbour Post");
    is(post.hhi, 0.398210, 0.898210);
    is(post.shannon, 0.235603, 1);  // 1.235603 is cut
    is(post.simpson, 0.122222, 0.788889);
    is(post.gini, 0.124074, 0.424074);
    const Diversity& mina = diversity("الميناء");
    is(mina.hhi, 0.125, 0.791667);
    is(mina.shannon, 0.25, 1);
    is(mina.simpson, 0.333333, 1);
    is(mina.gini, 0, 0);
    // A single article is drawn every time.
    is(diversity("Reuters").hhi, 0.5, 0.5);
    is(diversity("صدى الساحل").simpson, 1, 1);
}

TEST_CASE("reliance by month, week, language or topic is that of each by itself") {
    const Folder folder;
    auto analyses = small_corpus();
    auto late = article("h4", "en", "Harbour Post", "2024-04-01", "Later", "Omar Aziz said the tide was high.");
    late.claim("said", "the tide was high",
               {late.agent("Omar Aziz", AgentKind::person), late.publisher("Harbour Post")},
               {{Contact::spoken, "said"}});
    analyses.push_back(late.analysis);
    auto undated = article("h5", "en", "Harbour Post", "", "Some day", "Omar Aziz said nets were dear.");
    undated.claim("said", "nets were dear",
                  {undated.agent("Omar Aziz", AgentKind::person), undated.publisher("Harbour Post")});
    analyses.push_back(undated.analysis);
    const Corpus corpus = corpus_of(folder, analyses);
    const auto summary = [&](RelianceBy by, const std::vector<std::string>& topics = {}) {
        std::ostringstream out;
        write_csv(out, reliance_by(corpus, by, {.replicates = 0}, topics).parts, "summary");
        return std::move(out).str();
    };
    const std::string head = "part,articles,claims,outlets,pairs,shared_stories,circles,reciprocity";
    CHECK(summary(RelianceBy::year) == lines({head, "2024,8,13,4,4,2,1,0.5"}));
    CHECK(summary(RelianceBy::month) == lines({head, "2024-03,7,12,4,4,2,1,0.5", "2024-04,1,1,1,0,0,0,0"}));
    // The third of March 2024 is a Sunday. m1 credits Reuters, and so does h1; m2 is of the third; h2 and h3 of the
    // week behind it, h4 of Monday the first of April.
    CHECK(summary(RelianceBy::week) ==
          lines({head, "2024-W09,5,9,4,4,2,1,0.5", "2024-W10,2,3,1,0,0,0,0", "2024-W14,1,1,1,0,0,0,0"}));
    CHECK(summary(RelianceBy::day) ==
          lines({head, "2024-03-01,3,6,4,2,1,0,0", "2024-03-02,1,2,2,1,0,0,0", "2024-03-03,1,1,2,1,0,0,0",
                 "2024-03-05,1,1,1,0,0,0,0", "2024-03-06,1,2,1,0,0,0,0", "2024-04-01,1,1,1,0,0,0,0"}));
    CHECK(summary(RelianceBy::language) == lines({head, "ar,3,5,3,3,1,1,0.666667", "en,6,9,2,1,1,0,0"}));
    CHECK(summary(RelianceBy::topic, {"nets", "=رصيف"}) == lines({head, "nets,2,3,1,0,0,0,0", "'=رصيف,2,2,2,0,1,0,0"}));
    CHECK(summary(RelianceBy::topic) == lines({head}));

    const auto parts = reliance_by(corpus, RelianceBy::month, {.replicates = 0}).parts;
    std::ostringstream json, text;
    write_json(json, parts, RelianceBy::month);
    const auto parsed = nlohmann::json::parse(json.str());
    CHECK(parsed["by"] == "month");
    CHECK(parsed["parts"][1]["part"] == "2024-04");
    CHECK(parsed["parts"][1]["outlets"][0]["claims"] == 1);
    write_text(text, parts);
    CHECK_THAT(text.str(), Catch::StartsWith("2024-03\n=======\n\nSummary") && Catch::Contains("2024-04\n======="));
}

TEST_CASE("weeks are those of ISO 8601 at the turn of years") {
    const Folder folder;
    const std::vector<std::pair<std::string, std::string>> weeks{
        {"2015-12-31", "2015-W53"}, {"2016-01-03", "2015-W53"}, {"2016-01-04", "2016-W01"},
        {"2018-12-31", "2019-W01"}, {"2023-01-01", "2022-W52"}, {"1969-12-29", "1970-W01"}};
    for (const auto& [date, week] : weeks) {
        auto made = article(date, "en", "Post", date, "", "Omar Aziz said the tide was high.");
        made.claim("said", "the tide was high", {made.publisher("Post")});
        const auto parts =
            reliance_by(corpus_of(folder, {made.analysis}, date), RelianceBy::week, {.replicates = 0}).parts;
        REQUIRE(parts.size() == 1);
        CHECK(parts[0].part == week);
    }
}

TEST_CASE("a person is one source under all his offices, an outlet has the name by which it is called") {
    const Folder folder;
    std::vector<Analysis> analyses;
    const auto add = [&](const std::string& language, const std::string& name, const std::string& wire) {
        auto made =
            article(std::to_string(analyses.size()), language, "Bay Echo", "2024-01-01", "", name + " said it rains.");
        made.claim(
            "said", "it rains",
            {made.agent(name, AgentKind::person), made.agent(wire, AgentKind::outlet), made.publisher("Bay Echo")});
        analyses.push_back(made.analysis);
    };
    add("en", "Foreign Minister Salma Haddad", "the Reuters office in the north, far away,");
    add("en", "Dr. Salma Haddad", "Reuters");
    add("en", "Salma Haddad", "Reuters");
    add("ar", "وزير الزراعة زهير العمري", "رويترز");
    add("ar", "زهير العمري وزير الزراعة", "«رويترز»");
    const Reliance result = reliance(corpus_of(folder, analyses), {.replicates = 0});
    INFO(csv(result, "sources"));
    REQUIRE(result.sources.size() == 2);
    CHECK(result.sources[0].source == "salma haddad");
    CHECK(result.sources[0].claims == 3);
    CHECK(result.sources[1].source == "زهير العمري");
    CHECK(result.sources[1].claims == 2);
    const auto reuters = std::ranges::find(result.outlets, "reuters", &OutletReliance::outlet);
    REQUIRE(reuters != result.outlets.end());
    CHECK(reuters->relied_on_by == 1);
    CHECK(reuters->name == "Reuters");
}
