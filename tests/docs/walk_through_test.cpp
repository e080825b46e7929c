// docs/walk-throughs: every command in them works, and prints what the page shows below it.
#include <catch2/catch.hpp>
#include <filesystem>
#include <span>
#include <sstream>
#include <utility>
#include <vector>

#include "cli/process.hpp"

using Catch::Contains;
using rawi::testing::contents_of;
using rawi::testing::lines_of;
using rawi::testing::run;
using rawi::testing::TemporaryFolder;

namespace {

/// A command of a page with the lines that the page shows below it.
struct Shown {
    std::string command;
    std::vector<std::string> lines;
};

/// Lines of a table may end as CSV has it.
std::vector<std::string> lines_without_returns(const std::string& text) {
    std::vector<std::string> lines = lines_of(text);
    for (std::string& line : lines) {
        if (line.ends_with('\r')) line.pop_back();
    }
    return lines;
}

/// Whether `printed` is what is shown; a line "…" stands for any number of lines.
bool fits(std::span<const std::string> shown, std::span<const std::string> printed) {
    if (shown.empty()) return printed.empty();
    if (shown.front() != "…")
        return !printed.empty() && shown.front() == printed.front() && fits(shown.subspan(1), printed.subspan(1));
    for (std::size_t skipped = 0; skipped <= printed.size(); ++skipped) {
        if (fits(shown.subspan(1), printed.subspan(skipped))) return true;
    }
    return false;
}

/// Does what a page says in a folder of its own; returns what the commands printed.
std::string follow(const std::string& name, const TemporaryFolder& folder) {
    folder.write("breakwater.jsonl", contents_of(RAWI_SOURCE_DIR "/fixtures/corpus/breakwater.jsonl"));
    std::istringstream page(contents_of(RAWI_SOURCE_DIR "/docs/walk-throughs/" + name));
    const std::string directory = std::filesystem::path(folder / "x").parent_path().string();
    const std::string program = std::filesystem::path(RAWI_COMMAND).parent_path().string();
    std::string printed, file, written;
    std::vector<Shown> commands;
    bool in_block = false;
    for (std::string line; std::getline(page, line);) {
        constexpr std::string_view file_mark = "<!-- file: ";
        if (line.starts_with(file_mark)) file = line.substr(file_mark.size(), line.find(" -->") - file_mark.size());
        if (line.starts_with("```")) {
            if (in_block && !file.empty()) folder.write(std::exchange(file, {}), std::exchange(written, {}));
            in_block = !in_block;
        } else if (in_block && !file.empty()) {
            written += line + "\n";
        } else if (in_block && line.starts_with("$ ")) {
            commands.push_back({line.substr(2), {}});
        } else if (in_block) {
            REQUIRE_FALSE(commands.empty());
            commands.back().lines.push_back(line);
        }
    }
    std::size_t compared = 0;
    for (const Shown& shown : commands) {
        INFO(shown.command);
        const auto done =
            run({"-c", "cd \"$0\" && PATH=\"$1:$PATH\" && " + shown.command, directory, program}, "", {}, "/bin/sh");
        CHECK(done.err.empty());
        CHECK(done.status == 0);
        printed += done.out;
        if (shown.lines.empty()) continue;
        INFO(done.out);
        CHECK(fits(shown.lines, lines_without_returns(done.out)));
        ++compared;
    }
    CHECK(compared >= 3);
    CHECK(commands.size() >= 5);
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
