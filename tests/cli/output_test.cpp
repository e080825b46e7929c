// What becomes of the file that is written, whatever stands in its way.
#include <catch2/catch.hpp>
#include <filesystem>
#include <string>

#include "cli/process.hpp"

using rawi::testing::contents_of;
using rawi::testing::lines_of;
using rawi::testing::run;
using rawi::testing::TemporaryFolder;

namespace {

const std::string article = "The minister told Reuters that the port would reopen.\n";

void only_the_owner(const std::string& file) {
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

bool is_for_the_owner(const std::string& file) {
    constexpr auto of_others = std::filesystem::perms::group_all | std::filesystem::perms::others_all;
    return (std::filesystem::status(file).permissions() & of_others) == std::filesystem::perms::none;
}

}  // namespace

TEST_CASE("where no more can be written, whole articles are kept, and where they are is said") {
    const TemporaryFolder folder;
    std::string articles;
    for (int i = 0; i < 3'000; ++i)
        articles += R"({"id":")" + std::to_string(i) +
                    R"(","text":"The minister told Reuters that the port would reopen."})"
                    "\n";
    const auto given = folder.write("given.jsonl", articles);
    const auto out = folder / "out.jsonl";
    only_the_owner(folder.write("out.jsonl", "what is replaced"));
    // 200 blocks of 512 bytes, or of 1024 where the shell is another
    const auto found =
        run({"-c", "ulimit -f 200; exec \"$0\" analyze --format jsonl \"$1\" -o \"$2\"", RAWI_COMMAND, given, out}, "",
            {}, "/bin/sh");
    CHECK(found.status == 1);
    CHECK_THAT(found.err, Catch::Contains("out.jsonl: cannot be written: File too large"));
    const auto kept = lines_of(contents_of(out + ".partial"));
    REQUIRE(kept.size() > 10);
    CHECK_THAT(found.err,
               Catch::Contains("the first " + std::to_string(kept.size()) + " articles are in " + out + ".partial"));
    CHECK(run({"convert", out + ".partial", "--to", "jsonl"}).status == 0);
    CHECK(contents_of(out) == "what is replaced");
    CHECK(is_for_the_owner(out + ".partial"));
}

TEST_CASE("what is written into a folder that is read is no article of the next run, and keeps its mode") {
    const TemporaryFolder folder;
    folder.write("1.txt", article);
    const auto out = folder / "claims.csv";
    const std::string directory = out.substr(0, out.rfind('/'));
    REQUIRE(run({"analyze", directory, "-o", out}).status == 0);
    const std::string first = contents_of(out);
    only_the_owner(out);
    folder.write("claims.csv.2.partial", article);  // which an earlier run has left
    REQUIRE(run({"analyze", directory, "-o", out}).status == 0);
    CHECK(contents_of(out) == first);
    CHECK(is_for_the_owner(out));
    folder.write("claims.csv.old.partial", article);  // which is somebody else's
    REQUIRE(run({"analyze", directory, "-o", out}).status == 0);
    CHECK(contents_of(out) != first);
}

TEST_CASE("a whole result that cannot be moved to its place is kept, and where it is is said") {
    const TemporaryFolder folder;
    const auto out = folder / "out.txt";
    const auto found = run({"-c",
                            "(cat \"$1\"; until [ -e \"$2.partial\" ]; do sleep 0.02; done; mkdir \"$2\") | "
                            "\"$0\" analyze - -o \"$2\"",
                            RAWI_COMMAND, folder.write("1.txt", article), out},
                           "", {}, "/bin/sh");
    CHECK(found.status == 1);
    CHECK_THAT(found.err, Catch::Contains("all of it is in " + out + ".partial"));
    CHECK_THAT(contents_of(out + ".partial"), Catch::Contains("Reuters"));
}

TEST_CASE("an outlet that is given by its host is itself where the text names it") {
    for (const char* given : {"reuters.com", "https://www.reuters.com/world"}) {
        CAPTURE(given);
        const auto found =
            run({"analyze", "--outlet", given, "-"}, "The minister told Reuters that the port will open.");
        CHECK_THAT(found.out, Catch::Contains("minister → Reuters\n") && !Catch::Contains("reuters.com"));
    }
}
