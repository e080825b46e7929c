#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/process.hpp"

using Catch::Contains;
using rawi::testing::lines_of;
using rawi::testing::run;
using rawi::testing::TemporaryFolder;

namespace {

const std::string news =
    R"({"id":"a","title":"Port opens","text":"“It will open,” the minister told Reuters. He added that trains wait.","language":"en","outlet":"The Echo"})"
    "\n"
    R"({"id":"b","text":"Officials said that the road is closed.","language":"en"})"
    "\n";

std::string saved(const std::vector<std::string>& options) {
    std::vector<std::string> arguments{"analyze", "--from", "jsonl", "-"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const auto found = run(arguments, news);
    REQUIRE(found.status == 0);
    return found.out;
}

}  // namespace

TEST_CASE("from saved JSON to any format is the same as analysing again") {
    const std::string lines = saved({"-f", "jsonl", "--with-text"});
    for (const std::string format : {"text", "jsonl", "json", "dot", "svg"}) {
        INFO(format);
        const auto converted = run({"convert", "-", "--to", format}, lines);
        CHECK(converted.status == 0);
        CHECK(converted.err.empty());
        CHECK(converted.out == saved({"-f", format}));
    }
    CHECK(run({"convert", "--to", "text"}, saved({"-f", "json", "--with-text"})).out == saved({"-f", "text"}));
}

TEST_CASE("convert says what is missing where the text was not saved") {
    const std::string lines = saved({"-f", "jsonl"});
    const auto text = run({"convert", "--to", "text"}, lines);
    CHECK(text.status == 0);
    CHECK_THAT(text.err, Contains("2 analyses were saved without text"));
    CHECK_THAT(text.out, Contains("(the words were not saved; rawi analyze --with-text saves them)"));
    for (const std::string hole : {"“”", "\u2067\u2069", "when: \n", "…"}) CHECK_THAT(text.out, !Contains(hole));
    const auto explained = run({"convert", "--to", "text", "--explain"}, lines);
    CHECK_THAT(explained.out, !Contains("“”"));
    const auto boxes = run({"convert", "--to", "dot", "--view", "claims"}, lines);
    CHECK_THAT(boxes.out, Contains("label=\"claim q1\"") && Contains("rawi analyze --with-text saves them"));
    CHECK_THAT(boxes.out, !Contains("label=\"\"") && !Contains("label=\"…"));
    CHECK_THAT(run({"convert", "--to", "dot"}, lines).out, !Contains("--with-text"));
    CHECK_THAT(run({"--help"}).out, Contains("--format jsonl --with-text news/ > analyses.jsonl"));
    const auto again = run({"convert", "--to", "jsonl"}, lines);
    CHECK(again.err.empty());
    CHECK(again.out == lines);
}

TEST_CASE("convert names what it cannot read and goes on") {
    const TemporaryFolder folder;
    const auto file = folder.write("saved.jsonl", "{\"schema\":\"rawi/1\"}\n" + saved({"-f", "jsonl", "--with-text"}));
    const auto found =
        run({"convert", folder / "missing.jsonl", folder.write("empty.jsonl", ""), file, "--to", "jsonl"});
    CHECK(found.status == 1);
    CHECK(lines_of(found.out).size() == 2);
    CHECK_THAT(found.err, Contains("missing.jsonl: cannot be opened: No such file"));
    CHECK_THAT(found.err, Contains("empty.jsonl: is empty"));
    CHECK_THAT(found.err, Contains("saved.jsonl:1: not a saved analysis"));
}

TEST_CASE("convert says once that a file holds articles and no analyses") {
    const TemporaryFolder folder;
    const auto articles = run({"convert", folder.write("articles.jsonl", news), "--to", "text"});
    CHECK(articles.status == 1);
    CHECK(lines_of(articles.err).size() == 1);
    CHECK_THAT(articles.err, Contains("articles.jsonl:1: ") && Contains("schema is missing") &&
                                 Contains("if it holds articles, rawi analyze reads them"));
    const auto prose = run({"convert", folder.write("a.txt", "One line.\nAnother.\nA third.\n"), "--to", "text"});
    CHECK(lines_of(prose.err).size() == 1);
    CHECK_THAT(prose.err, Contains("a.txt:1: ") && Contains("rawi analyze reads them"));
    const auto newer = run({"convert", "--to", "text"}, "{\"schema\":\"rawi/9\"}\n");
    CHECK_THAT(newer.err, Contains("rawi/9") && !Contains("articles"));
    const auto both_newer = run({"convert", "--to", "text"}, "{\"schema\":\"rawi/9\"}\n{\"schema\":\"rawi/9\"}\n");
    CHECK(lines_of(both_newer.err).size() == 2);
    CHECK_THAT(both_newer.err, !Contains("articles"));
    const auto cut = run({"convert", "--to", "text"}, "[{\"a\":1},\n{\"b\":2");
    CHECK_THAT(cut.err, Contains("the array is not closed"));
}

TEST_CASE("convert and report read what is compressed, and say what a corpus and a saved analysis are") {
    const TemporaryFolder folder;
    const std::string lines = saved({"-f", "jsonl", "--with-text"});
    const std::string file = folder.write("saved.jsonl", lines);
    REQUIRE(run({"-c", "gzip -k \"$0\"", file}, "", {}, "/bin/sh").status == 0);
    const auto converted = run({"convert", file + ".gz", "--to", "jsonl", "--with-text"});
    CHECK(converted.status == 0);
    CHECK(converted.out == lines);
    CHECK(run({"report", file + ".gz"}).out == run({"report", file}).out);
    CHECK_THAT(run({"analyze", file}).err,
               Contains("is a saved analysis and no article: skipped; rawi convert and rawi index read it"));
    REQUIRE(run({"index", folder / "c.rawi", "--from", "jsonl", "-"}, news).status == 0);
    const auto corpus = run({"convert", folder / "c.rawi", "--to", "text"});
    CHECK(corpus.status == 1);
    CHECK_THAT(corpus.err, Contains("c.rawi: is a corpus"));
    CHECK(lines_of(corpus.err).size() == 1);
}

TEST_CASE("saved arrays one behind the other are read to the end, and what is none is told") {
    const std::string array =
        run({"analyze", "--format", "json", "--with-text"}, "The minister said the port is open.").out;
    const std::string line =
        run({"analyze", "--format", "jsonl", "--with-text"}, "The minister said the port is open.").out;
    const auto claims = [](const std::string& saved) {
        return lines_of(run({"convert", "--to", "jsonl"}, saved).out).size();
    };
    CHECK(claims(array + array) == 2);
    CHECK(claims("[]\n" + array + line + line) == 3);
    CHECK(claims(line + array + line + array) == 4);
    CHECK(claims("\xEF\xBB\xBF" + array + "\xEF\xBB\xBF" + array + "\xEF\xBB\xBF" + line) == 3);
    const auto found = run({"convert", "--to", "jsonl"}, array + "garbage");
    CHECK(found.status == 1);
    CHECK(lines_of(found.out).size() == 1);
    CHECK_THAT(found.err, Catch::Contains("stands behind the array is no saved analysis"));
}
