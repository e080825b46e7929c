// Which claims have the words that were asked for, which only come close, and what is to be looked for elsewhere.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <sstream>

#include "corpus/small_corpus.hpp"
#include "rawi/trace.hpp"

using namespace rawi;
using namespace rawi::test;

TEST_CASE("claims that carry the words are told apart from those that come close") {
    const Folder folder;
    std::vector<Analysis> analyses;
    const auto says = [&](const std::string& source, const std::string& words, const std::string& date) {
        const std::string id = std::to_string(analyses.size() + 1);
        auto made = article(id, "en", "Paper " + id, date, "", source + " said " + words + ".");
        made.claim("said", words, {made.agent(source, AgentKind::person), made.publisher("Paper " + id)}).lemma = "say";
        analyses.push_back(made.analysis);
    };
    says("Omar Aziz", "the new pills protect patients against severe liver damage", "2024-01-01");
    says("Salma Haddad", "the new pills protect patients against severe kidney damage", "2024-01-02");
    says("Dana Whitlock", "as before, the new pills protect patients against severe kidney damage, too", "2024-01-02");
    const Corpus corpus = corpus_of(folder, analyses);
    const Trace found = trace(corpus, "new pills protect patients against severe kidney damage");
    REQUIRE(ids(found) == std::vector<std::string>{"1/q1", "2/q1", "3/q1"});
    CHECK_FALSE(found.claims[0].carries);
    CHECK(found.claims[0].held < 1);
    CHECK(found.claims[0].lacks == std::vector<std::string>{"kidney"});
    CHECK(found.claims[1].carries);
    CHECK(found.claims[2].carries);
    CHECK(found.claims[2].lacks.empty());
    CHECK(found.earliest == 1);
    CHECK(found.same_day == std::vector<std::string>{"3/q1"});
    CHECK(found.origins == std::vector<std::string>{"Salma Haddad", "Dana Whitlock"});  // of the words themselves
    CHECK(found.graph.nodes.size() == 6);                                               // all are shown
    REQUIRE(found.claims[0].differences.size() >= 1);                                   // from the one with the words
    CHECK(found.claims[0].differences[0].before == "kidney");
    CHECK(found.claims[0].differences[0].after == "liver");
    std::ostringstream text;
    write_text(text, found);
    CHECK_THAT(text.str(), Catch::Contains("2 claims of 2 outlets carry these words; 1 more comes close.") &&
                               Catch::Contains("Said by:  Salma Haddad\nEarliest: 2024-01-02  Paper 2  2/q1"));
    CHECK(text.str().find("With these words") < text.str().find("2/q1\n    Salma"));
    CHECK(text.str().find("Close to these words") > text.str().find("3/q1\n    Dana"));
    std::ostringstream json;
    write_json(json, found);
    const auto all = nlohmann::json::parse(json.str());
    CHECK(all["earliest"] == "2/q1");
    CHECK(all["claims"][0]["carries"] == false);
    CHECK(all["claims"][0]["lacks"] == nlohmann::json{"kidney"});

    const Trace none = trace(corpus, "the new pills protect most patients against heart damage");
    CHECK(none.claims.size() == 3);
    std::ostringstream told;
    write_text(told, none);
    CHECK_THAT(told.str(), Catch::Contains("No claim carries all of these words; 3 claims of 3 outlets come close.") &&
                               Catch::Contains("lacks: \u201Cmost\u201D, \u201Cheart\u201D") &&
                               Catch::Contains("Of those that come close:\nSaid by:  Omar Aziz"));
    CHECK(none.origins.size() == 3);

    const Trace nothing = trace(corpus, "of the");
    CHECK(nothing.looked_for == 0);
    std::ostringstream said;
    write_text(said, nothing);
    CHECK_THAT(said.str(), Catch::Contains("None of these is a word to look for"));
}

TEST_CASE("words in another order are not the words, and none are named") {
    const Folder folder;
    auto made = article("1", "en", "Paper", "2024-01-01", "", "Dana Whitlock said the red ship struck the green boat.");
    made.claim("said", "the red ship struck the green boat",
               {made.agent("Dana Whitlock", AgentKind::person), made.publisher("Paper")});
    const Trace found = trace(corpus_of(folder, {made.analysis}), "struck red ship green boat");
    REQUIRE(found.claims.size() == 1);
    CHECK_FALSE(found.claims[0].carries);
    CHECK(found.claims[0].lacks.empty());
    std::ostringstream text;
    write_text(text, found);
    CHECK_THAT(text.str(), Catch::Contains("does not have all of the words in their order"));
}

TEST_CASE("of an outlet that is credited for several statements each is to be looked for by its own day") {
    const Folder folder;
    std::vector<Analysis> analyses;
    const auto credits = [&](const std::string& words, const std::string& date) {
        const std::string id = std::to_string(analyses.size() + 1);
        auto made = article(id, "en", "Paper " + id, date, "", "Reuters reported that " + words + ".");
        made.claim("reported", words,
                   {made.agent("Reuters", AgentKind::outlet, "reuters"), made.publisher("Paper " + id)},
                   {{Contact::cited, "reported"}});
        analyses.push_back(made.analysis);
    };
    credits("the harbour master closed the eastern gate", "2024-01-01");
    credits("the harbour master met divers from three towns", "2024-05-02");
    credits("the harbour master closed the eastern gate", "2024-01-03");
    const Trace found = trace(corpus_of(folder, analyses), "harbour master");
    REQUIRE(found.missing.size() == 1);
    const MissingLink& reuters = found.missing[0];
    CHECK(reuters.credits() == 3);
    REQUIRE(reuters.sought.size() == 2);
    CHECK(reuters.sought[0].no_later_than == "2024-01-01");
    CHECK(reuters.sought[0].credited_in == std::vector<std::string>{"1/q1", "3/q1"});
    CHECK(reuters.sought[1].no_later_than == "2024-05-02");
    std::ostringstream text;
    write_text(text, found);
    CHECK_THAT(text.str(),
               Catch::Contains("Reuters is credited in 1/q1 and 2 more, but") &&
                   Catch::Contains("Look for: Reuters, 2024-05-02 or before: \u201Cthe harbour master met"));
}

TEST_CASE("words that only happen to stand between the same two are not paired, nor verbs that tell the same") {
    const Folder folder;
    std::vector<Analysis> analyses;
    const auto says = [&](const std::string& lemma, const std::string& words) {
        const std::string id = std::to_string(analyses.size() + 1);
        auto made = article(id, "en", "Paper " + id, "2024-01-0" + id, "", "Dana Whitlock said " + words + ".");
        made.claim("said", words, {made.agent("Dana Whitlock", AgentKind::person), made.publisher("Paper " + id)})
            .lemma = lemma;
        analyses.push_back(made.analysis);
    };
    says("tell", "firm stand of six council states arabian insist on carrying out resolution 2216 about yemen");
    says("say", "six states adamant insist on carrying out resolution 2216 about yemen");
    const Trace found = trace_claim(corpus_of(folder, analyses), "1/q1");
    REQUIRE(found.claims.size() == 2);
    std::vector<std::string> told;
    for (const Difference& one : found.claims[1].differences)
        told.push_back(std::string(name_of(one.kind)) + ": " + one.before + one.after);
    CHECK(told ==
          std::vector<std::string>{"dropped: firm stand of", "dropped: council", "dropped: arabian", "added: adamant"});
}
