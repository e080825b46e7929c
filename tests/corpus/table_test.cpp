#include "corpus/table.hpp"

#include <catch2/catch.hpp>
#include <sstream>

using namespace rawi::corpus;

namespace {

std::string csv(const std::string& text) {
    std::ostringstream out;
    write_csv(out, {"t", "", {"a"}, {{text}}});
    return out.str().substr(3);
}

}  // namespace

TEST_CASE("CSV keeps texts whole and runs none of them") {
    CHECK(csv("plain") == "plain\r\n");
    CHECK(csv("a,b") == "\"a,b\"\r\n");
    CHECK(csv("say \"no\"") == "\"say \"\"no\"\"\"\r\n");
    CHECK(csv("two\nlines") == "\"two\nlines\"\r\n");
    CHECK(csv("=HYPERLINK(\"http://x\")") == "\"'=HYPERLINK(\"\"http://x\"\")\"\r\n");
    CHECK(csv("+1") == "'+1\r\n");
    CHECK(csv("-1+2") == "'-1+2\r\n");
    CHECK(csv("@SUM(A1)") == "'@SUM(A1)\r\n");
    CHECK(csv("\uFF1D1+1") == "'\uFF1D1+1\r\n");
    CHECK(csv("\t=1") == "'\t=1\r\n");
    CHECK(csv("'; DROP TABLE articles; --") == "'; DROP TABLE articles; --\r\n");
}

TEST_CASE("numbers are written short, and nothing as nothing") {
    std::ostringstream out;
    write_csv(out, {"t",
                    "",
                    {"a", "b", "c", "d"},
                    {{Cell(std::uint64_t{12}), Cell(0.25), Cell(-0.5), Cell()},
                     {Cell(1.0), Cell(1.0 / 3), Cell(-0.0), Cell(std::string())}}});
    CHECK(out.str() == "a,b,c,d\r\n12,0.25,-0.5,\r\n1,0.333333,0,\r\n");
}

TEST_CASE("a table for people stands in columns, whatever the texts") {
    std::ostringstream out;
    write_text(out,
               {"t",
                "Title",
                {"name", "n"},
                {{std::string("رويترز"), Cell(std::uint64_t{7})},
                 {std::string("a\x1b[2J\n"), Cell(std::uint64_t{12})},
                 {std::string("x"), Cell()}}},
               2);
    const std::string text = out.str();
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK_THAT(text, Catch::StartsWith("Title\n  name") && Catch::EndsWith("  ... and 1 more\n"));
}

TEST_CASE("a name that is too wide keeps its beginning and its end") {
    const auto shown = [](const std::string& name) {
        std::ostringstream out;
        write_text(out, {"t", "Title", {"name"}, {{name}}}, 1);
        const std::string text = out.str();
        const std::size_t line = text.find('\n', text.find('\n') + 1) + 1;
        return text.substr(line + 2, text.find('\n', line) - line - 2);
    };
    CHECK(shown("the minister of the interior Jane Doe") == "the minister of the … Jane Doe");
    CHECK(shown("the minister, Jane Doe of Millport") == "the minister, … Doe of Millport");
    CHECK(shown(std::string(40, 'x')) == std::string(31, 'x') + "…");
    CHECK(shown("the office of " + std::string(40, 'x')) == "the office of…");
}
