#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "rawi/error.hpp"
#include "rawi/writing.hpp"
#include "writing/json_encoder.hpp"
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

// The analysed text of a saved article as code points, put together as any reader of the JSON has to.
std::u32string analysed_text(const Json& article) {
    const Json& document = article.at("document");
    std::string bytes = document.at("title").is_null() ? "" : document.at("title").get<std::string>() + "\n\n";
    bytes += document.at("text").get<std::string>();
    std::u32string text;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t code_point = lead & (0xFFU >> (length == 1 ? 0 : length + 1));
        for (std::size_t k = 1; k < length; ++k)
            code_point = (code_point << 6) | (static_cast<unsigned char>(bytes[i + k]) & 0x3FU);
        text += code_point;
        i += length;
    }
    return text;
}

// The rules of the interface, checked on one article. Nothing here knows how the writer works.
class SchemaCheck {
public:
    explicit SchemaCheck(const Json& article) : article_(article), length_(analysed_text(article).size()) {}

    void run() {
        REQUIRE(article_.at("schema") == "rawi/1");
        REQUIRE(article_.at("id").is_string());
        for (const char* name : {"id", "language", "outlet", "title", "author", "url", "published", "dateline"}) {
            INFO(name);
            REQUIRE((article_.at("document").at(name).is_string() || article_.at("document").at(name).is_null()));
        }
        int publishers = 0;
        for (const Json& agent : article_.at("agents")) publishers += check_agent(agent);
        REQUIRE(publishers == 1);
        for (const Json& said : article_.at("attributions"))
            REQUIRE(claims_.insert(said.at("id").get<std::string>()).second);
        for (const Json& said : article_.at("attributions")) check_attribution(said);
    }

private:
    static void one_of(const Json& value, const std::set<std::string>& allowed) {
        INFO(value);
        REQUIRE(allowed.count(value.get<std::string>()) == 1);
    }

    void span(const Json& value) const {
        INFO(value);
        REQUIRE(value.size() == 2);
        REQUIRE(value[0].get<std::size_t>() <= value[1].get<std::size_t>());
        REQUIRE(value[1].get<std::size_t>() <= length_);
    }

    void spans(const Json& value) const {
        REQUIRE(value.is_array());
        for (const Json& one : value) span(one);
    }

    int check_agent(const Json& agent) {
        REQUIRE(agents_.insert(agent.at("id").get<std::string>()).second);
        REQUIRE(agent.at("name").is_string());
        one_of(agent.at("kind"), {"person", "role", "organisation", "outlet", "document", "unknown"});
        REQUIRE(agent.at("named").is_boolean());
        spans(agent.at("mentions"));
        if (agent.at("publisher").get<bool>()) publisher_ = agent.at("id");
        return agent.at("publisher").get<bool>() ? 1 : 0;
    }

    void check_attribution(const Json& said) const {
        spans(said.at("cue"));
        spans(said.at("content"));
        REQUIRE_FALSE(said.at("content").empty());
        REQUIRE(said.at("lemma").is_string());
        one_of(said.at("stance"), {"neutral", "assertive", "hedged", "distanced", "denied", "demanding", "asking"});
        one_of(said.at("type"), {"direct", "indirect", "mixed"});
        const Json& source = said.at("source");
        REQUIRE((source.at("agent").is_null() || agents_.count(source.at("agent").get<std::string>()) == 1));
        if (!source.at("span").is_null()) span(source.at("span"));
        check_chain(said);
        REQUIRE((said.at("medium").is_null() || said.at("medium").is_string()));
        if (!said.at("when").is_null()) span(said.at("when").at("text"));
        REQUIRE((said.at("parent").is_null() || claims_.count(said.at("parent").get<std::string>()) == 1));
        REQUIRE(said.at("parent") != said.at("id"));
        for (const Json& flag : said.at("flags")) {
            one_of(flag, {"anonymous-source", "unknown-source", "anonymity-requested", "missing-link", "inherited-path",
                          "dropped-subject", "second-hand"});
        }
        REQUIRE(said.at("rule").is_string());
    }

    void check_chain(const Json& said) const {
        const Json& chain = said.at("chain");
        const Json& hops = said.at("hops");
        REQUIRE_FALSE(chain.empty());
        REQUIRE(chain.back() == publisher_);
        REQUIRE(hops.size() == chain.size() - 1);
        for (std::size_t i = 0; i < hops.size(); ++i) {
            REQUIRE(hops[i].at("from") == chain[i]);
            REQUIRE(hops[i].at("to") == chain[i + 1]);
            one_of(hops[i].at("contact"), {"spoken", "written", "seen", "cited", "unstated"});
            spans(hops[i].at("phrase"));
            REQUIRE(hops[i].at("inferred").is_boolean());
        }
    }

    const Json& article_;
    std::size_t length_;
    std::set<std::string> agents_;
    std::set<std::string> claims_;
    Json publisher_;
};

}  // namespace

TEST_CASE("each article follows the interface") {
    for (const auto& sample : {rawi::testing::arabic_sample(), rawi::testing::hostile_sample()}) {
        const Json article = Json::parse(written("jsonl", {sample}));
        SchemaCheck(article).run();
    }
}

TEST_CASE("spans count code points of the analysed text") {
    const Json article = Json::parse(written("jsonl", {rawi::testing::arabic_sample()}));
    const std::u32string text = analysed_text(article);
    const auto words = [&](const Json& span) {
        const auto begin = span[0].get<std::size_t>();
        return text.substr(begin, span[1].get<std::size_t>() - begin);
    };
    const Json& told = article.at("attributions")[0];
    CHECK(words(told.at("cue")[0]) == U"قال");
    CHECK(words(told.at("content")[0]) == U"العمل يعود غدا");
    CHECK(words(told.at("when").at("text")) == U"أمس الأربعاء");
    CHECK(words(article.at("document").at("dateline_span")) == U"بنغازي – المرصد");
    CHECK(article.at("document").at("dateline") == "بنغازي – المرصد");
    CHECK(told.at("flags") == Json({"anonymous-source", "second-hand"}));
    CHECK(article.at("attributions")[2].at("parent") == "q2");
    CHECK(article.at("attributions")[3].at("chain") == Json({"a3"}));
}

TEST_CASE("the text stands in the JSON only if it is asked for") {
    const auto sample = rawi::testing::arabic_sample();
    CHECK_FALSE(Json::parse(written("jsonl", {sample}, false)).at("document").contains("text"));
    CHECK(Json::parse(written("jsonl", {sample}, true)).at("document").at("text") ==
          std::string(sample.document.text(sample.document.body())));
}

TEST_CASE("json is an array, whatever the number of articles") {
    CHECK(written("json", {}) == "[]\n");
    CHECK(written("jsonl", {}).empty());
    const auto sample = rawi::testing::arabic_sample();
    const Json line = Json::parse(written("jsonl", {sample}));
    CHECK(Json::parse(written("json", {sample})) == Json::array({line}));
    CHECK(Json::parse(written("json", {sample, sample, sample})).size() == 3);
}

TEST_CASE("hostile text stays on its line and comes back as it was") {
    const auto sample = rawi::testing::hostile_sample();
    const std::string line = written("jsonl", {sample});
    CHECK(std::count(line.begin(), line.end(), '\n') == 1);
    CHECK(line.find('\x1b') == std::string::npos);
    CHECK(line.find("\xC2\x9B") == std::string::npos);
    CHECK(line.find("\xE2\x80\xA9") == std::string::npos);
    const Json article = Json::parse(line);
    CHECK(article.at("document").at("text") == std::string(sample.document.text(sample.document.body())));
    CHECK(article.at("document").at("outlet").get<std::string>().ends_with("tail\xEF\xBF\xBD\xEF\xBF\xBD"));
}

TEST_CASE("any bytes make a valid JSON string") {
    const auto encoded = [](std::string_view bytes) {
        std::string out;
        rawi::writing::append_json_string(out, bytes);
        return Json::parse(out).get<std::string>();
    };
    // Every pair of bytes between two letters: whatever is not UTF-8 is replaced, nothing else is lost.
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            const std::string bytes{'a', static_cast<char>(first), static_cast<char>(second), 'z'};
            const std::string back = encoded(bytes);
            REQUIRE(back.front() == 'a');
            REQUIRE(back.back() == 'z');
            if (first < 0x80 && second < 0x80) REQUIRE(back == bytes);
        }
    }
    CHECK(encoded("\xED\xA0\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");                    // a surrogate
    CHECK(encoded("\xF4\x90\x80\x80x") == "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBDx");  // beyond U+10FFFF
    CHECK(encoded("\xC0\xAF") == "\xEF\xBF\xBD\xEF\xBF\xBD");                                    // overlong
    CHECK(encoded("\xE2\x80") == "\xEF\xBF\xBD\xEF\xBF\xBD");                                    // cut off
    CHECK(encoded("\xF0\x9F\x98\x80") == "\xF0\x9F\x98\x80");
}

TEST_CASE("a writer whose output fails says so") {
    std::ostringstream out;
    out.setstate(std::ios::badbit);
    const auto writer = rawi::make_writer(*rawi::find_format("jsonl"), out);
    CHECK_THROWS_AS(writer->write(rawi::testing::arabic_sample()), rawi::Error);
}
