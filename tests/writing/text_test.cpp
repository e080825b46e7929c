#include <catch2/catch.hpp>
#include <sstream>

#include "rawi/writing.hpp"
#include "text/width.hpp"
#include "writing/sample.hpp"

namespace {

std::string shown(const rawi::Analysis& article, rawi::WritingOptions options = {}) {
    std::ostringstream out;
    const auto writer = rawi::make_writer(*rawi::find_format("text"), out, options);
    writer->begin();
    writer->write(article);
    writer->end();
    return out.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++n;
    return n;
}

}  // namespace

TEST_CASE("a chain reads speaker first, with what is stated and what is inferred") {
    const std::string text = shown(rawi::testing::arabic_sample());
    using Catch::Contains;
    CHECK_THAT(text, Contains("\u2067مسؤول في الميناء\u2069 → \u2067الصباح\u2069 → \u2067المرصد\u2069\n"));
    CHECK_THAT(text, Contains("\u2067الصباح\u2069 ⇢ \u2067المرصد\u2069\n"));
    CHECK_THAT(text, Contains("(nobody is given) ⇢ \u2067المرصد\u2069\n"));
    CHECK_THAT(text, Contains("said “\u2067قال\u2069” · told \u2067الصباح\u2069 “\u2067في تصريحات لـ\u2069” · seen by "
                              "\u2067المرصد\u2069"));
    CHECK_THAT(
        text,
        Contains("unnamed source · second-hand · in: statement\n     when: \u2067أمس الأربعاء\u2069 (2024-03-06)\n"));
    CHECK_THAT(text, Contains("hedged · no source is given"));
    CHECK_THAT(text, Contains("4 claims · 2 second-hand · 2 from unnamed sources · 1 whose source is not given"));
}

TEST_CASE("words that are the name of who has them, but for marks, are not told again") {
    rawi::Document article({.language = "en", .outlet = "Bay Herald"}, "",
                           "Jane Doe told “Reuters” that the port would close.");
    const rawi::Analysis found = rawi::analyze(std::move(article), rawi::LanguagePack::built_in("en"));
    CHECK_THAT(shown(found), Catch::Contains("said “told” · told Reuters\n"));
}

TEST_CASE("a nested claim stands under the one it is part of, further in") {
    const auto lines = lines_of(shown(rawi::testing::arabic_sample()));
    const auto starts = [&](std::string_view prefix) {
        return std::find_if(lines.begin(), lines.end(),
                            [&](const std::string& line) { return line.starts_with(prefix); });
    };
    REQUIRE(starts("q2") != lines.end());
    REQUIRE(starts("    q3") != lines.end());
    CHECK(starts("q2") < starts("    q3"));
    CHECK(starts("    q3") < starts("q4"));
}

TEST_CASE("lines keep to the width, and isolates are closed on their own line") {
    for (const unsigned width : {40U, 60U, 80U, 200U}) {
        for (const std::string& line :
             lines_of(shown(rawi::testing::arabic_sample(), {.text = {.explain = width > 60, .width = width}}))) {
            INFO(width << ": " << line);
            CHECK(rawi::text::display_width(line) <= width);
            CHECK(count(line, "\u2067") + count(line, "\u2068") == count(line, "\u2069"));
        }
    }
}

TEST_CASE("right-to-left paragraphs are set flush right") {
    const auto lines = lines_of(shown(rawi::testing::arabic_sample(), {.text = {.width = 70}}));
    const auto found = std::find_if(lines.begin(), lines.end(),
                                    [](const auto& line) { return line.ends_with("العمل يعود غدا\u2069"); });
    REQUIRE(found != lines.end());
    CHECK(rawi::text::display_width(*found) == 70);
}

TEST_CASE("explain names rule, place and evidence of the attribution and of each hop") {
    const std::string text = shown(rawi::testing::arabic_sample(), {.text = {.explain = true}});
    using Catch::Contains;
    CHECK_THAT(text, Contains("rule     ar/verb-subject-clause at ar/frames.rules:12"));
    CHECK_THAT(text, Contains("hop      \u2067مسؤول في الميناء\u2069 (role) → \u2067الصباح\u2069 (outlet),\n"));
    CHECK_THAT(text, Contains(" spoken, stated by ar/relay-told [62"));
    CHECK_THAT(text, Contains("[62, 75) “\u2067في تصريحات لـ\u2069”"));
    CHECK_THAT(text,
               Contains("hop      \u2067الصباح\u2069 (outlet) → \u2067المرصد\u2069 (outlet), unstated, inferred\n"));
    CHECK_THAT(text, Contains("source   nobody is given"));
    CHECK(shown(rawi::testing::arabic_sample()).find("ar/relay-told") == std::string::npos);
}

TEST_CASE("colours only where they are asked for") {
    CHECK(shown(rawi::testing::arabic_sample()).find('\x1b') == std::string::npos);
    const std::string text = shown(rawi::testing::arabic_sample(), {.text = {.explain = true, .colour = true}});
    CHECK(count(text, "\x1b[0m") > 10);
    CHECK(count(text, "\x1b[") == 2 * count(text, "\x1b[0m"));  // each is taken back
}

TEST_CASE("an article cannot speak to the terminal") {
    const std::string text = shown(rawi::testing::hostile_sample(), {.text = {.explain = true}});
    for (const char byte : text) CHECK((static_cast<unsigned char>(byte) >= 0x20 || byte == '\n'));
    CHECK(text.find('\x7f') == std::string::npos);
    CHECK(text.find("\xC2\x9B") == std::string::npos);
    CHECK(text.find("\u202E") == std::string::npos);
    CHECK_THAT(text, Catch::Contains("\\x1B[2J"));
    CHECK_THAT(text, Catch::Contains("(publisher not known)"));
    CHECK_THAT(text, Catch::Contains("missing link"));
    CHECK_THAT(text, Catch::Contains("source asked not to be named"));
}

TEST_CASE("an article without claims says so") {
    rawi::Analysis empty;
    empty.document = rawi::Document({.id = "empty"}, "", "");
    empty.agents = {{.publisher = true}};
    CHECK_THAT(shown(empty), Catch::Contains("no attributed claims found"));
}

TEST_CASE("a saved circle of parents is no trap") {
    auto article = rawi::testing::arabic_sample();
    article.attributions[1].parent = rawi::AttributionId{2};
    CHECK_THAT(shown(article), Catch::Contains("q1 "));
}

TEST_CASE("colours change nothing but colours") {
    for (const unsigned width : {40U, 80U}) {
        std::string coloured =
            shown(rawi::testing::arabic_sample(), {.text = {.explain = true, .colour = true, .width = width}});
        for (auto at = coloured.find('\x1b'); at != std::string::npos; at = coloured.find('\x1b')) {
            coloured.erase(at, coloured.find('m', at) + 1 - at);
        }
        CHECK(coloured == shown(rawi::testing::arabic_sample(), {.text = {.explain = true, .width = width}}));
    }
}
