#include <catch2/catch.hpp>
#include <cctype>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <utility>

#include "cli/process.hpp"
#include "rawi/reading.hpp"
#include "rawi/saved.hpp"
#include "reading/json_names.hpp"

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

// What a page says of a command: from its heading to the next one of that rank.
std::string section_of(const std::string& page, const std::string& command) {
    const auto from = page.find("\n## rawi " + command + "\n");
    return from == std::string::npos ? std::string() : page.substr(from, page.find("\n## ", from + 1) - from);
}

// The section with those of other commands whose options it says are the same: "Filters as for reliance".
std::string with_those_it_names(const std::string& page, const std::string& section) {
    std::string whole = section;
    for (const std::string other : {"analyze", "reliance"}) {
        for (const std::string before : {"of ", "for ", "with "}) {
            if (section.find(before + other) == std::string::npos) continue;
            whole += section_of(page, other);
            break;
        }
    }
    return whole;
}

// Whether `option` stands there as a word: --to does not stand in --topic.
bool tells(const std::string& text, const std::string& option) {
    for (auto at = text.find(option); at != std::string::npos; at = text.find(option, at + 1)) {
        const char behind = at + option.size() < text.size() ? text[at + option.size()] : ' ';
        if (behind != '-' && std::isalnum(static_cast<unsigned char>(behind)) == 0) return true;
    }
    return false;
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

TEST_CASE("the program on a corpus in docs/library.md is the one that is compiled, and prints what the page shows") {
    const std::string page = contents_of(docs + "library.md");
    CHECK(block_after(page, "<!-- corpus example -->") == contents_of(docs + "library_corpus_example.cpp"));
    const rawi::testing::TemporaryFolder folder;
    const auto found = run({folder / "news.rawi", folder / "trace.html"}, "", {}, RAWI_LIBRARY_CORPUS_EXAMPLE);
    CHECK(found.status == 0);
    CHECK(block_after(page, "<!-- corpus output -->") == found.out);
    CHECK(contents_of(folder / "trace.html").starts_with("<!doctype html>"));
}

TEST_CASE("docs/library.md names every public header and every package that a consumer needs") {
    const std::string page = contents_of(docs + "library.md");
    const std::string whole = contents_of(RAWI_SOURCE_DIR "/include/rawi/rawi.hpp");
    const std::string opening = "#include \"rawi/";
    std::size_t headers = 0;
    for (auto at = whole.find(opening); at != std::string::npos; at = whole.find(opening, at + 1)) {
        const auto begin = at + opening.size();
        const std::string header = whole.substr(begin, whole.find('"', begin) - begin);
        ++headers;
        INFO(header);
        CHECK(tells(page, "`" + header + "`"));
    }
    CHECK(headers > 10);
    std::istringstream lines(contents_of(RAWI_SOURCE_DIR "/src/dependencies.cmake"));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("find_package(") || line.find("Threads") != std::string::npos) continue;
        const std::string name = line.substr(13, line.find(' ') - 13);
        INFO(name);
        CHECK(tells(page, name == "PkgConfig" ? "pkg-config" : name));
    }
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
        const std::string section = section_of(page, command);
        CHECK_FALSE(section.empty());
        const std::string told = with_those_it_names(page, section);
        for (const std::string& option : options_in(run({command, "--help"}).out)) {
            INFO("option " << option);
            CHECK((option == "--help" || tells(told, option)));
        }
    }
    CHECK(commands >= 7);
}

TEST_CASE("the output in docs/command-line.md is what is printed") {
    const auto found = run({"analyze", "--width", "80", "--from", "jsonl", "-"},
                           R"({"id": "port-1", "title": "Port to reopen, minister says", "outlet": "The Echo", )"
                           R"("published": "2024-05-02", "text": )"
                           R"("The minister told Reuters on Monday that the port will reopen within a week."})");
    CHECK(found.out == block_after(contents_of(docs + "command-line.md"), "### Reading the text"));
}

TEST_CASE("docs/json.md knows every member that is written, and its example is sound") {
    const std::string page = contents_of(docs + "json.md");
    const auto example = rawi::read_analysis(block_after(page, "# The JSON")).analysis;
    REQUIRE(example.attributions.size() == 1);
    CHECK(example.document.text(example.attributions[0].content[0]) == "the port will reopen within a week");
    CHECK(example.document.text(example.attributions[0].when->text) == "on Monday");
    CHECK(example.document.text(*example.attributions[0].source_span) == example.agents[1].name);
    const auto shown = nlohmann::json::parse(block_after(page, "# The JSON"));
    const auto again =
        run({"analyze", "--format", "json", "--with-text", "--from", "jsonl", "-"}, shown["document"].dump());
    CHECK(nlohmann::json::parse(again.out) == nlohmann::json::array({shown}));
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

TEST_CASE("docs/input.md names all formats and all names of fields, in the order in which they are asked") {
    const std::string page = contents_of(docs + "input.md");
    for (const rawi::InputFormatName& format : rawi::input_formats()) {
        INFO(format.name);
        CHECK(page.find("`" + std::string(format.name) + "`") != std::string::npos);
    }
    using rawi::reading::Part;
    const std::map<std::string, Part> rows = {
        {"id", Part::id},         {"title", Part::title},         {"text", Part::text}, {"outlet", Part::outlet},
        {"author", Part::author}, {"published", Part::published}, {"url", Part::url},   {"language", Part::language}};
    for (const auto& [row, part] : rows) {
        std::string expected = "| " + row + " | ";
        bool first = true;
        for (const rawi::reading::JsonName& name : rawi::reading::json_names) {
            if (name.part != part) continue;
            expected += (std::exchange(first, false) ? "`" : ", `") + std::string(name.name) + "`";
        }
        INFO(expected);
        CHECK(page.find("\n" + expected) != std::string::npos);
    }
}
