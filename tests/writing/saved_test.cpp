#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "rawi/error.hpp"
#include "rawi/saved.hpp"
#include "rawi/writing.hpp"
#include "writing/sample.hpp"

namespace {

using Json = nlohmann::json;

std::string written(std::string_view format, const std::vector<rawi::Analysis>& articles, bool with_text = true) {
    std::ostringstream out;
    const auto writer = rawi::make_writer(*rawi::find_format(format), out, {.with_text = with_text});
    writer->begin();
    for (const auto& article : articles) writer->write(article);
    writer->end();
    return out.str();
}

std::string fault_of(const Json& json) {
    try {
        (void)rawi::read_analysis(json.dump());
    } catch (const rawi::Error& error) {
        return error.what();
    }
    return "";
}

// What a reader gives, as one line each: the id of an article, or "LINE: message".
std::vector<std::string> items(const std::string& input) {
    std::istringstream in(input);
    rawi::AnalysisReader reader(in, "saved");
    std::vector<std::string> all;
    while (auto item = reader.next()) {
        if (const auto* problem = std::get_if<rawi::Problem>(&*item)) {
            all.push_back(std::to_string(problem->line) + ": " + problem->message);
        } else {
            all.push_back(std::get<rawi::SavedAnalysis>(*item).analysis.document.metadata().id);
        }
    }
    return all;
}

}  // namespace

TEST_CASE("what was saved with its text comes back whole") {
    for (const auto& sample : {rawi::testing::arabic_sample(), rawi::testing::hostile_sample()}) {
        const std::string line = written("jsonl", {sample});
        const auto back = rawi::read_analysis(line);
        CHECK(back.has_text);
        CHECK(back.analysis.document.text() == sample.document.text());
        CHECK(written("jsonl", {back.analysis}) == line);
    }
}

TEST_CASE("what was saved without its text keeps its offsets and has blanks for words") {
    const auto sample = rawi::testing::arabic_sample();
    const std::string line = written("jsonl", {sample}, false);
    const auto back = rawi::read_analysis(line);
    CHECK_FALSE(back.has_text);
    CHECK(back.analysis.document.text(back.analysis.document.title()) == sample.document.text(sample.document.title()));
    const auto words = back.analysis.document.text(back.analysis.attributions[0].content[0]);
    CHECK(words == std::string(words.size(), ' '));
    CHECK_THAT(written("text", {back.analysis}),
               Catch::Contains("(the words were not saved; rawi analyze --with-text saves them)"));

    Json again = Json::parse(written("jsonl", {back.analysis}, false));
    Json before = Json::parse(line);
    again["document"].erase("dateline");  // its words are part of the text
    before["document"].erase("dateline");
    CHECK(again == before);
}

TEST_CASE("what is no saved analysis is named") {
    const Json good = Json::parse(written("jsonl", {rawi::testing::arabic_sample()}));
    REQUIRE(fault_of(good).empty());
    const auto fault = [&](const char* pointer, const Json& value) {
        Json broken = good;
        broken[Json::json_pointer(pointer)] = value;
        return fault_of(broken);
    };
    using Catch::Contains;
    CHECK_THAT(fault("/schema", "rawi/9"), Contains("rawi/9"));
    CHECK_THAT(fault("/agents/1/id", "a1"), Contains("agents[1].id is taken"));
    CHECK_THAT(fault("/agents/2/publisher", false), Contains("no agent is the publisher"));
    CHECK_THAT(fault("/agents/0/publisher", true), Contains("second publisher"));
    CHECK_THAT(fault("/agents/0/kind", "wizard"), Contains("agents[0].kind is \"wizard\""));
    CHECK_THAT(fault("/attributions/0/chain/1", "a9"), Contains("attributions[0].chain[1]: there is no agent \"a9\""));
    CHECK_THAT(fault("/attributions/0/chain", Json::array()), Contains("should end with the publisher"));
    CHECK_THAT(fault("/attributions/0/hops", Json::array()), Contains("one hop less"));
    CHECK_THAT(fault("/attributions/0/content", Json::array()), Contains("content is empty"));
    CHECK_THAT(fault("/attributions/0/content/0", {7, 3}), Contains("ends before it starts"));
    CHECK_THAT(fault("/attributions/0/content/0", {7, 1000000}), Contains("beyond the text"));
    CHECK_THAT(fault("/attributions/0/content/0", {-1, 3}), Contains("whole number"));
    CHECK_THAT(fault("/attributions/0/content/0", "x"), Contains("[start, end]"));
    CHECK_THAT(fault("/attributions/1/parent", "q3"), Contains("their own parents"));
    CHECK_THAT(fault("/attributions/1/parent", "q2"), Contains("their own parents"));
    CHECK_THAT(fault("/attributions/0/flags/0", "nice"), Contains("nice"));
    CHECK_THAT(fault("/attributions/0/chain", {"a2", "a1", "a3"}), Contains("should begin with the source"));
    CHECK_THAT(fault("/attributions/0/chain", {"a1", "a3", "a2"}), Contains("should end with the publisher"));
    CHECK_THAT(fault("/attributions/0/chain", {"a1", "a3", "a3"}), Contains("has an agent twice"));
    CHECK_THAT(fault("/attributions/0/hops/0/to", "a1"), Contains("hops[0] should lead from one link"));
    CHECK_THAT(fault("/attributions/0/hops/1/from", "a1"), Contains("hops[1] should lead from one link"));
    CHECK_THAT(fault("/attributions/0/hops/0/inferred", true), Contains("is inferred and has words"));
    CHECK_THAT(fault("/attributions/0/content/0", {7, 7}), Contains("content[0] is empty"));
    CHECK_THAT(fault("/attributions/0/content/1", {0, 3}), Contains("content[1] begins before"));
    CHECK_THAT(fault("/attributions/0/cue/1", {0, 3}), Contains("cue[1] begins before"));
    CHECK_THAT(fault("/document/title", 7), Contains("document.title should be a string"));
    CHECK_THAT(fault_of(Json::array()), Contains("should be an object"));
    CHECK_THROWS_WITH(rawi::read_analysis("{\"schema\""), Contains("not JSON"));
    CHECK_THROWS_WITH(rawi::read_analysis("{\"schema\":\"\xFF\"}"), Contains("not JSON"));

    Json blank = good;
    blank["document"].erase("text");
    blank["agents"][0]["mentions"][0] = {0, 4000000000U};
    CHECK_THAT(fault_of(blank), Contains("beyond any article"));
    blank["agents"][0]["mentions"][0] = {0, 4};
    blank["indexed_at"] = 1700000000;  // a member of somebody else's
    blank["counts"] = {1700000000, 1700000000, 1700000000};
    CHECK(fault_of(blank).empty());
}

TEST_CASE("saved analyses are read from lines and from arrays") {
    const auto sample = rawi::testing::arabic_sample();
    const std::vector<std::string> three(3, "ar-1");
    CHECK(items(written("jsonl", {sample, sample, sample})) == three);
    CHECK(items(written("json", {sample, sample, sample})) == three);
    CHECK(items("\xEF\xBB\xBF\n\n" + written("jsonl", {sample, sample, sample}) + "\n  \n") == three);
    CHECK(items("[]").empty());
    CHECK(items("").empty());
}

TEST_CASE("a bad line costs no other line") {
    const std::string line = written("jsonl", {rawi::testing::arabic_sample()});
    const auto found = items(line + "nonsense\n" + line + "{\"schema\": \"rawi/1\"");
    REQUIRE(found.size() == 4);
    CHECK(found[0] == "ar-1");
    CHECK_THAT(found[1], Catch::StartsWith("2: not JSON"));
    CHECK(found[2] == "ar-1");
    CHECK_THAT(found[3], Catch::StartsWith("4: not JSON"));
}

TEST_CASE("a bad element costs no other element, and a cut array is noticed") {
    const auto sample = rawi::testing::arabic_sample();
    std::string array = written("json", {sample, sample});
    array.insert(1, "17, {\"a\": \"]}\\\"\"}, \"x, y\", [1],");
    const auto found = items(array);
    REQUIRE(found.size() == 6);
    CHECK_THAT(found[0], Catch::Contains("should be an object"));
    CHECK_THAT(found[1], Catch::Contains("schema is missing"));
    CHECK_THAT(found[2], Catch::Contains("should be an object"));
    CHECK(found[4] == "ar-1");
    CHECK(found[5] == "ar-1");

    const std::string whole = written("json", {sample});
    const auto cut = items(whole.substr(0, whole.size() - 2));
    REQUIRE(cut.size() == 2);
    CHECK_THAT(cut[1], Catch::Contains("not closed"));
}

TEST_CASE("a file that holds no saved analyses is given up, one that begins badly is not") {
    const std::string good = written("jsonl", {rawi::testing::arabic_sample()});
    std::string bad;
    for (int line = 0; line < 19; ++line) bad += "no analysis\n";
    CHECK(items(bad + good).size() == 20);
    CHECK(items(bad + good).back() == "ar-1");
    const auto given_up = items(bad + "no analysis\n" + good);
    REQUIRE(given_up.size() == 20);
    CHECK_THAT(given_up.back(), Catch::Contains("the rest is skipped"));
}

TEST_CASE("a damaged file is refused or read as a sound analysis, never worse") {
    const std::string good = written("jsonl", {rawi::testing::arabic_sample()});
    std::mt19937 random(20240307);  // the same damage each time
    const std::string_view letters = "\"{}[],:0123456789aq-\\nul\xD8\xFF ";
    std::size_t refused = 0;
    std::size_t read = 0;
    for (int round = 0; round < 4000; ++round) {
        std::string bad = good;
        for (unsigned i = random() % 4; i < 4; ++i) {
            const std::size_t at = random() % bad.size();
            switch (random() % 3) {
                case 0: bad[at] = letters[random() % letters.size()]; break;
                case 1: bad.erase(at, 1 + random() % 40); break;
                default: bad.insert(at, bad.substr(random() % bad.size(), random() % 40)); break;
            }
        }
        try {
            const auto saved = rawi::read_analysis(bad);
            ++read;
            for (const char* format : {"text", "jsonl", "json"})
                REQUIRE_FALSE(written(format, {saved.analysis}).empty());
        } catch (const rawi::Error&) {
            ++refused;
        }
        (void)items(bad + good);
        (void)items("[" + bad + "," + good + "]");
    }
    CHECK(refused > 100);
    CHECK(read > 100);
}
