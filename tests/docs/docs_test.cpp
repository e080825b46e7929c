#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "cli/process.hpp"
#include "rawi/saved.hpp"

using rawi::testing::contents_of;
using rawi::testing::lines_of;
using rawi::testing::run;

namespace {

const std::string docs = RAWI_SOURCE_DIR "/docs/";

// What stands in the fenced block after `mark`.
std::string block_after(const std::string& page, const std::string& mark) {
    const auto from = page.find("\n", page.find("```", page.find(mark))) + 1;
    return page.substr(from, page.find("```", from) - from);
}

std::set<std::string> options_in(const std::string& help) {
    std::set<std::string> options;
    std::istringstream words(help.substr(help.find("Options:")));
    for (std::string word; words >> word;) {
        while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.pop_back();
        if (word.starts_with("--") && word.size() > 2) options.insert(word);
    }
    return options;
}

}  // namespace

TEST_CASE("the program in docs/library.md is the one that is compiled, and prints what the page shows") {
    const std::string page = contents_of(docs + "library.md");
    CHECK(block_after(page, "<!-- example -->") == contents_of(docs + "library_example.cpp"));
    const auto found = run({}, "", {}, RAWI_LIBRARY_EXAMPLE);
    CHECK(found.status == 0);
    const std::string printed = found.out.substr(0, found.out.find("{\"schema\""));
    CHECK(block_after(page, "<!-- output -->") == printed);
}

TEST_CASE("docs/command-line.md knows every command and every option") {
    const std::string page = contents_of(docs + "command-line.md");
    const std::string help = run({"--help"}).out;
    std::istringstream lines(help.substr(help.find("Commands:\n") + 10));
    std::size_t commands = 0;
    for (std::string line; std::getline(lines, line) && !line.empty();) {
        if (line.starts_with("   ")) continue;  // a description goes on
        const std::string command = line.substr(2, line.find(' ', 2) - 2);
        ++commands;
        INFO("command " << command);
        CHECK(page.find("\n## rawi " + command + "\n") != std::string::npos);
        for (const std::string& option : options_in(run({command, "--help"}).out)) {
            INFO("option " << option);
            CHECK(page.find(option) != std::string::npos);
        }
    }
    CHECK(commands >= 7);
}

TEST_CASE("docs/json.md knows every member that is written, and its example is sound") {
    const std::string page = contents_of(docs + "json.md");
    const auto example = rawi::read_analysis(block_after(page, "# The JSON")).analysis;
    REQUIRE(example.attributions.size() == 1);
    CHECK(example.document.text(example.attributions[0].content[0]) == "the port will reopen within a week");
    CHECK(example.document.text(example.attributions[0].when->text) == "on Monday");
    CHECK(example.document.text(*example.attributions[0].source_span) == example.agents[1].name);
    const auto found = run({"analyze", "--format", "json", "--with-text", "--language", "en", "-"},
                           "The minister told Reuters on Monday that the port would reopen.");
    std::set<std::string> members;
    for (const std::string& line : lines_of(found.out)) {
        const auto colon = line.find("\": ");
        if (colon != std::string::npos) members.insert(line.substr(line.find('"') + 1, colon - line.find('"') - 1));
    }
    CHECK(members.size() > 30);
    for (const std::string& member : members) {
        INFO(member);
        CHECK((page.find("`" + member + "`") != std::string::npos ||
               page.find("\"" + member + "\"") != std::string::npos));
    }
}
