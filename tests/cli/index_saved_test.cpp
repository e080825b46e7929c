// Corpora that are filled from saved analyses: the same as from the articles.
#include <catch2/catch.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "cli/process.hpp"

using Catch::Contains;
using rawi::testing::contents_of;
using rawi::testing::lines_of;
using rawi::testing::run;
using rawi::testing::TemporaryFolder;

namespace {

const std::string story = RAWI_SOURCE_DIR "/fixtures/corpus/breakwater.jsonl";

std::string saved(std::vector<std::string> arguments, const std::string& in = "") {
    arguments.insert(arguments.begin(), {"analyze", "-f", "jsonl", "--with-text"});
    const auto found = run(arguments, in);
    REQUIRE(found.status == 0);
    return found.out;
}

}  // namespace

TEST_CASE("saved analyses make the corpus that the articles make, byte for byte") {
    const TemporaryFolder folder;
    // With ids and without, with a language and without, and two files of one name.
    std::filesystem::create_directories(folder / "bbc");
    std::filesystem::create_directories(folder / "cnn");
    const std::vector<std::string> articles = {
        story, folder.write("bbc/1.txt", "The mayor said that the old bridge would close on Friday.\n"),
        folder.write("cnn/1.txt", "The mayor said that the new bridge would open on Friday.\n"),
        folder.write("more.jsonl",
                     "{\"id\":\"x\",\"language\":\"en-GB\",\"text\":\"Jane Doe said it was late.\"}\n"
                     "{\"id\":\"x\",\"text\":\"Jane Doe said it was early.\"}\n")};
    std::vector<std::string> command{"index", folder / "articles.rawi"};
    command.insert(command.end(), articles.begin(), articles.end());
    REQUIRE(run(command).status == 0);

    const std::string lines = saved(articles);
    CHECK(lines.find(folder / "bbc") == std::string::npos);  // where files lay is nobody's business
    const std::string file = folder.write("saved.jsonl", lines);
    const auto from_saved = run({"index", folder / "saved.rawi", file});
    CHECK(from_saved.status == 0);
    CHECK_THAT(from_saved.out, Contains("12 articles: 12 new, 0 changed, 0 unchanged; 0 failures"));
    CHECK(from_saved.err.empty());
    CHECK(contents_of(folder / "saved.rawi") == contents_of(folder / "articles.rawi"));

    // Each is known again, whichever way it comes.
    CHECK_THAT(run({"index", folder / "articles.rawi", file}).out, Contains("0 new, 0 changed, 12 unchanged"));
    command[1] = folder / "saved.rawi";
    CHECK_THAT(run(command).out, Contains("0 new, 0 changed, 12 unchanged"));
    CHECK_THAT(run({"index", "--anew", folder / "saved.rawi", file}).out, Contains("0 new, 12 changed, 0 unchanged"));

    // What a corpus exports makes the same one, as an array and on standard input, too.
    const std::string exported = run({"export", folder / "articles.rawi", "-f", "json"}).out;
    const auto again = run({"index", folder / "again.rawi", "-"}, exported);
    CHECK_THAT(again.out, Contains("12 articles: 12 new"));
    CHECK(run({"export", folder / "again.rawi", "-f", "json"}).out == exported);
}

TEST_CASE("saved analyses and articles go into one corpus") {
    const TemporaryFolder folder;
    const std::string file = folder.write("saved.jsonl", saved({story}));
    const auto mixed = run({"index", folder / "c.rawi", "--outlet", "Echo", "-", file}, "Jane Doe said it was late.\n");
    CHECK(mixed.status == 0);
    CHECK_THAT(mixed.out, Contains("9 articles: 9 new"));
    CHECK_THAT(run({"list", folder / "c.rawi"}).out, Contains("Echo"));

    // The other way round: what was read of standard input to tell what it is belongs to it.
    const std::string article = folder.write("a.txt", "Jane Doe said it was late.\n");
    const auto turned = run({"index", folder / "d.rawi", "-", article}, saved({story}));
    CHECK(turned.status == 0);
    CHECK_THAT(turned.out, Contains("9 articles: 9 new"));
}

TEST_CASE("a file of saved analyses that is cut tells of its own analyses, not of the next one's") {
    const TemporaryFolder folder;
    const std::string bare = run({"analyze", "-f", "jsonl", story}).out;
    const std::string cut = folder.write("cut.jsonl", bare + bare.substr(0, 100));
    const std::string whole = folder.write("whole.jsonl", saved({story}));
    const auto found = run({"index", folder / "c.rawi", cut, whole});
    CHECK(found.status == 1);
    CHECK_THAT(found.out, Contains("8 articles: 8 new"));
    CHECK_THAT(found.err, Contains("cut.jsonl: 8 analyses were saved without text"));
    CHECK_THAT(found.err, !Contains("whole.jsonl"));
}

TEST_CASE("what a corpus cannot take of saved analyses is said") {
    const TemporaryFolder folder;
    const std::string bare = run({"analyze", "-f", "jsonl", story}).out;
    const std::string file = folder.write("saved.jsonl", bare + "{\"schema\":\"rawi/1\"}\n" + saved({story}));
    const auto some = run({"index", folder / "c.rawi", file});
    CHECK(some.status == 1);
    CHECK_THAT(some.out, Contains("8 articles: 8 new") && Contains("2 failures"));
    CHECK_THAT(some.err, Contains("saved.jsonl:9: ") &&
                             Contains("saved.jsonl: 8 analyses were saved without text, which a corpus needs: skipped; "
                                      "index the articles, or what analyze --with-text writes of them"));

    for (const char* option : {"--outlet=Echo", "--published=2024-05-02", "--language=ar"}) {
        const auto wrong = run({"index", folder / "d.rawi", option, file});
        CHECK_THAT(wrong.err, Contains(" is for articles; there were none, and saved analyses are taken as they are"));
    }
    CHECK_THAT(run({"list", folder / "d.rawi"}).out, !Contains("Echo"));
}

TEST_CASE("saved analyses are found wherever articles are, and in whatever order their members stand") {
    const TemporaryFolder folder;
    std::filesystem::create_directories(folder / "in");
    const std::string lines = saved({story});
    folder.write("in/a.txt", "Jane Doe said it was late.\n");
    folder.write("in/saved.jsonl", lines);
    const auto found = run({"index", folder / "c.rawi", folder / "in"});
    CHECK(found.status == 0);
    CHECK_THAT(found.out, Contains("9 articles: 9 new"));

    std::string sorted = "[";
    for (const std::string& line : lines_of(lines))
        sorted += (sorted.size() == 1 ? "" : ",\n") + nlohmann::json::parse(line).dump(1);
    CHECK_THAT(run({"index", folder / "c.rawi", "-"}, sorted + "]").out,
               Contains("8 articles: 0 new, 0 changed, 8 un"));
}

TEST_CASE("saved analyses of any language, with any strings, do no harm to a corpus") {
    const TemporaryFolder folder;
    std::string lines;
    for (const std::string& line : lines_of(saved({story}))) {
        auto analysis = nlohmann::ordered_json::parse(line);
        analysis["document"]["language"] = "x'; DROP TABLE articles; --\n" + std::to_string(lines.size());
        analysis["document"]["origin"] = "#\u202E'\"\n";
        analysis["id"] = "'\n\x1B[2J" + std::to_string(lines.size());
        lines += analysis.dump() + "\n";
    }
    const auto found = run({"index", folder / "c.rawi", "-"}, lines);
    CHECK(found.status == 0);
    CHECK_THAT(found.out, Contains("8 articles: 8 new"));
    CHECK(lines_of(run({"list", folder / "c.rawi"}).out).size() == 8);
    CHECK(run({"reliance", folder / "c.rawi"}).status == 0);
}
