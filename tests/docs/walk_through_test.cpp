// docs/walk-throughs: every command in them works, and shows what the text says that it shows.
#include <catch2/catch.hpp>
#include <filesystem>
#include <sstream>

#include "cli/process.hpp"

using Catch::Contains;
using rawi::testing::contents_of;
using rawi::testing::run;
using rawi::testing::TemporaryFolder;

namespace {

/// Does what a page says in a folder of its own; returns what the commands printed.
std::string follow(const std::string& name, const TemporaryFolder& folder) {
    folder.write("breakwater.jsonl", contents_of(RAWI_SOURCE_DIR "/fixtures/corpus/breakwater.jsonl"));
    std::istringstream page(contents_of(RAWI_SOURCE_DIR "/docs/walk-throughs/" + name));
    const std::string directory = std::filesystem::path(folder / "x").parent_path().string();
    const std::string program = std::filesystem::path(RAWI_COMMAND).parent_path().string();
    std::string printed, file, written;
    bool in_block = false;
    std::size_t commands = 0;
    for (std::string line; std::getline(page, line);) {
        constexpr std::string_view file_mark = "<!-- file: ";
        if (line.starts_with(file_mark)) file = line.substr(file_mark.size(), line.find(" -->") - file_mark.size());
        if (line.starts_with("```")) {
            if (in_block && !file.empty()) folder.write(std::exchange(file, {}), std::exchange(written, {}));
            in_block = !in_block;
        } else if (in_block && !file.empty()) {
            written += line + "\n";
        } else if (in_block && line.starts_with("$ ")) {
            INFO(line);
            const auto done = run({"-c", "cd \"$0\" && PATH=\"$1:$PATH\" && " + line.substr(2), directory, program}, "",
                                  {}, "/bin/sh");
            CHECK(done.err.empty());
            CHECK(done.status == 0);
            printed += done.out;
            ++commands;
        }
    }
    CHECK(commands >= 5);
    return printed;
}

}  // namespace

TEST_CASE("the walk-through from a quote to its origin works as told") {
    const TemporaryFolder folder;
    const std::string printed = follow("trace-a-quote.md", folder);
    CHECK_THAT(printed, Contains("8 articles: 8 new, 0 changed, 0 unchanged; 0 failures"));
    CHECK_THAT(printed, Contains("Earliest: 2024-03-11T07:30:00Z  Reuters  reuters-0311/q"));
    CHECK_THAT(printed, Contains("Dana Whitlock"));
    CHECK_THAT(printed, Contains("Links that are missing here"));
    CHECK_THAT(printed, Contains("mirfa-0312/q1"));
    CHECK_THAT(contents_of(folder / "paths.svg"), Contains("<svg"));
    CHECK_THAT(contents_of(folder / "paths.json"), Contains("rawi-trace/1"));
}

TEST_CASE("the walk-through from articles to tables works as told") {
    const TemporaryFolder folder;
    const std::string printed = follow("compare-outlets.md", folder);
    CHECK_THAT(printed, Contains("bay-herald-0315"));
    CHECK_THAT(printed, Contains("reuters"));
    CHECK_THAT(contents_of(folder / "outlets.csv"),
               Contains("hhi,hhi_low,hhi_high") && Contains("\r\nreuters,Reuters,agency,GB,1,"));
    CHECK_THAT(contents_of(folder / "everything.json"), Contains("rawi-reliance/1"));
    CHECK_THAT(contents_of(folder / "network.svg"), Contains("<svg"));
}
