// docs/add-language.md against what the parsers read: every name that a pack may use is in the page, and the tables
// hold no other.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "cli/process.hpp"
#include "language/classes.hpp"
#include "language/names.hpp"
#include "language/notation.hpp"
#include "language/parts.hpp"

using rawi::testing::contents_of;
namespace language = rawi::language;

namespace {

const std::string& page() {
    static const std::string text = contents_of(RAWI_SOURCE_DIR "/docs/add-language.md");
    return text;
}

/// What stands between a heading and the next one.
std::string section(const std::string& heading) {
    const std::size_t begin = page().find("\n" + heading + "\n");
    REQUIRE(begin != std::string::npos);
    return page().substr(begin, page().find("\n#", begin + heading.size()) - begin);
}

/// The names in code marks, split at spaces: `a b` are two.
std::set<std::string> marked(const std::string& text) {
    std::set<std::string> names;
    std::size_t at = 0;
    while ((at = text.find('`', at)) != std::string::npos) {
        const std::size_t end = text.find('`', at + 1);
        std::istringstream words(text.substr(at + 1, end - at - 1));
        for (std::string word; words >> word;) names.insert(word);
        at = end + 1;
    }
    return names;
}

/// The cells of the tables' rows in which the first one holds names in code marks.
std::vector<std::vector<std::string>> rows(const std::string& text) {
    std::vector<std::vector<std::string>> found;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `")) continue;
        std::vector<std::string> cells;
        std::size_t at = 2;
        for (std::size_t bar = line.find(" | ", at); bar != std::string::npos; bar = line.find(" | ", at)) {
            cells.push_back(line.substr(at, bar - at));
            at = bar + 3;
        }
        cells.push_back(line.substr(at, line.rfind(" |") - at));
        found.push_back(cells);
    }
    return found;
}

/// Every name stands in the section in code marks.
void check_names(const std::string& heading, std::span<const std::string_view> names) {
    const std::set<std::string> there = marked(section(heading));
    REQUIRE_FALSE(names.empty());
    for (const std::string_view name : names) {
        INFO(heading << ": " << name);
        CHECK(there.contains(std::string(name)));
    }
}

/// The names in the first column of the section's tables.
std::set<std::string> listed(const std::string& heading) {
    std::set<std::string> names;
    for (const auto& row : rows(section(heading))) names.merge(marked(row.front()));
    return names;
}

}  // namespace

TEST_CASE("docs/add-language.md lists the keys of language.conf", "[docs]") {
    const auto keys = language::conf_keys();
    CHECK(listed("### language.conf") == std::set<std::string>(keys.begin(), keys.end()));
}

TEST_CASE("docs/add-language.md lists the classes that the engine knows", "[docs]") {
    CHECK(listed("### words/*.txt") ==
          std::set<std::string>(language::known_names.begin(), language::known_names.end()));
}

TEST_CASE("docs/add-language.md lists flags, tags and what a cue can be", "[docs]") {
    const std::string heading = "### paradigms.tsv and cues.tsv";
    std::set<std::string> names;
    for (const std::string_view flag : language::engine_flags()) names.emplace(flag);
    for (const std::string_view tag : language::form_tags()) names.emplace(tag);
    CHECK(listed(heading) == names);
    check_names(heading, language::names_of<rawi::Stance>());
    auto complements = language::complement_names();
    std::erase(complements, "preposition");
    complements.emplace_back("prep:WORD");
    check_names(heading, complements);
}

TEST_CASE("docs/add-language.md lists parts of speech and their tags", "[docs]") {
    const std::string heading = "### lexicon.tsv and tagged.txt";
    check_names(heading, language::part_names());
    check_names(heading, language::noun_kinds());
    check_names(heading, language::part_tags());
}

TEST_CASE("docs/add-language.md lists kinds of outlets", "[docs]") {
    check_names("### outlets.tsv", language::outlet_kinds());
}

TEST_CASE("docs/add-language.md tells each element's sides", "[docs]") {
    std::map<std::string, std::pair<std::string, std::string>> told;
    for (const auto& row : rows(section("### rules/*.rules"))) {
        if (row.size() != 4) continue;
        for (const std::string& name : marked(row.front())) told[name] = {row[1], row[2]};
    }
    std::map<std::string, std::pair<std::string, std::string>> known;
    for (const language::ElementName& element : language::element_names()) {
        if (element.element == language::Element::cue) continue;
        known[std::string(element.name)] = {element.before ? "yes" : "no", element.behind ? "yes" : "no"};
    }
    CHECK(told == known);
}

TEST_CASE("docs/add-language.md lists conditions, roles and what a rule gives", "[docs]") {
    const std::string heading = "### rules/*.rules";
    const std::set<std::string> there = marked(section(heading));
    const auto begins = [&](std::string_view wanted) {
        return std::any_of(there.begin(), there.end(), [&](const std::string& name) {
            return name == wanted || (wanted.ends_with('=') && name.starts_with(wanted));
        });
    };
    std::vector<std::string_view> names = language::condition_names();
    for (const std::string_view gift : language::gift_names()) names.push_back(gift);
    for (const std::string_view speaker : language::speaker_names()) names.push_back(speaker);
    for (const std::string_view name : names) {
        INFO(name);
        CHECK(begins(name));
    }
    for (const std::string_view role : language::role_names()) {
        INFO(role);
        CHECK((there.contains(std::string(role) + ":") || there.contains(std::string(role) + ".spoken:")));
    }
}

TEST_CASE("The rules for verb-final languages in docs/add-language.md do what the page says", "[docs]") {
    const std::string text = section("### rules/*.rules");
    const std::size_t begin = text.find("    rule subject-content-verb");
    REQUIRE(begin != std::string::npos);
    const rawi::testing::TemporaryFolder folder;
    for (const char* inner : {"words", "rules"}) std::filesystem::create_directory(folder / inner);
    folder.write("language.conf",
                 "code = xx\nname = Test\ndirection = ltr\nsubject-first = yes\nnames = capitalised\n");
    folder.write("words/a.txt", "[frequent]\nve | bir\n");
    folder.write("cues.tsv", "demek\tverb\t-\tdedi\tphrase,quote\t-\t-\n");
    folder.write("rules/a.rules", text.substr(begin));
    const auto found =
        rawi::testing::run({"analyze", "--language-pack", folder / "", "--format", "text", "-"},
                           "Ayla Demir, liman yarin kapali dedi. Can Kaya, \"Kimse hasta olmadi burada\" dedi.\n");
    CHECK(found.err == "");
    CHECK_THAT(found.out, Catch::Contains("Ayla Demir") && Catch::Contains("liman yarin kapali"));
    CHECK_THAT(found.out, Catch::Contains("Can Kaya") && Catch::Contains("Kimse hasta olmadi burada"));
}

TEST_CASE("The first pack of docs/add-language.md has no fault and finds what the page shows", "[docs]") {
    const std::string pack = RAWI_SOURCE_DIR "/fixtures/packs/fr";
    const auto block = [](const std::string& mark) {
        const std::size_t begin = page().find("```\n", page().find("<!-- " + mark + " -->")) + 4;
        return page().substr(begin, page().find("```", begin) - begin);
    };
    CHECK(rawi::testing::run({"languages", "check", pack}).out == pack + ": no faults\n");
    const auto found =
        rawi::testing::run({"analyze", "--language-pack", pack, "--outlet", "Le Matin", "-"}, block("first text"));
    CHECK(found.err == "");
    CHECK(found.out == block("first output"));
}
