// Themes are data, and data has faults: each is named with its file and line.
#include "writing/dot_theme.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>

#include "rawi/error.hpp"
#include "writing/embedded_themes.hpp"
#include "writing/words.hpp"

using namespace rawi::writing;

namespace {

std::string fault_of(std::string_view text) {
    try {
        (void)parse_theme("my.theme", text);
    } catch (const rawi::Error& error) {
        return error.what();
    }
    return "";
}

std::set<std::string> keys_of(std::string_view text) {
    std::set<std::string> keys;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        if (!line.empty() && line.front() != '#') keys.emplace(line.substr(0, line.find(" =")));
    }
    return keys;
}

}  // namespace

TEST_CASE("every built-in theme is sound and tells what it is", "[theme]") {
    int themes = 0;
    for (const auto& file : embedded_themes()) {
        if (!file.name.ends_with(".theme")) continue;
        CAPTURE(file.name);
        ++themes;
        const Theme theme = find_theme(std::string(file.name.substr(0, file.name.size() - 6)));
        CHECK_FALSE(theme.description.empty());
        CHECK_FALSE(theme.value({"graph"}, "bgcolor", "").empty());
        CHECK(theme.value({"graph"}, "fontname", "").find("Arabic") != std::string::npos);
    }
    CHECK(themes >= 4);
    CHECK(find_theme("prov").notation == Notation::prov);
}

TEST_CASE("the pictures' words are the same in every language", "[theme]") {
    std::set<std::string> english;
    for (const auto& file : embedded_themes()) {
        if (file.name == "words/en.words") english = keys_of(file.text);
    }
    REQUIRE(english.size() > 20);
    for (const auto& file : embedded_themes()) {
        if (!file.name.ends_with(".words")) continue;
        CAPTURE(file.name);
        CHECK(keys_of(file.text) == english);
    }
    CHECK(picture_words("ar")["publisher"] == "الناشر");
    CHECK(picture_words("xx")["publisher"] == "publisher");
    CHECK(picture_words("en").filled("more", {"7"}) == "and 7 more");
}

TEST_CASE("layers of a look: later ones win", "[theme]") {
    const Theme theme = parse_theme("x", "node.color = #111111\nnode.shape = box\nmissing.color = #222222\n");
    CHECK(theme.look({"node", "missing"}) == Look{{"color", "#222222"}, {"shape", "box"}});
    CHECK(theme.value({"node"}, "color", "") == "#111111");
    CHECK(theme.value({"edge"}, "color", "red") == "red");
}

TEST_CASE("a theme that extends another changes what it names", "[theme]") {
    const Theme theme = parse_theme("x", "extends = dark\nperson.fillcolor = #123456\nwrap = 40\n");
    CHECK(theme.value({"person"}, "fillcolor", "") == "#123456");
    CHECK(theme.value({"graph"}, "bgcolor", "") == find_theme("dark").value({"graph"}, "bgcolor", "?"));
    CHECK(theme.wrap == 40);
}

TEST_CASE("faults of themes are told with file and line", "[theme]") {
    CHECK(fault_of("# fine\n\nnode.color = #12345\n") == "my.theme:3: a colour is #rrggbb, #rrggbbaa or a name");
    CHECK(fault_of("node.color #123456\n") == "my.theme:1: \"name = value\" is wanted here");
    CHECK(fault_of("nodes.color = #123456\n") ==
          "my.theme:1: there is no element \"nodes\" (docs/themes.md lists them)");
    CHECK(fault_of("node.image = x.png\n") ==
          "my.theme:1: there is no attribute \"image\" (docs/themes.md lists them)");
    CHECK(fault_of("colour = red\n") == "my.theme:1: there is no setting \"colour\" (docs/themes.md lists them)");
    CHECK(fault_of("node.penwidth = wide\n") == "my.theme:1: a number from 0 to 1000 is wanted");
    CHECK(fault_of("node.penwidth = -1\n") == "my.theme:1: a number from 0 to 1000 is wanted");
    CHECK(fault_of("node.margin = 1,2,3\n") == "my.theme:1: one number or two with a comma between are wanted");
    CHECK(fault_of("node.style = \"filled\n") == "my.theme:1: only letters, digits and commas may stand here");
    CHECK(fault_of("graph.fontname = a\"b\n") == "my.theme:1: fonts are names with commas between");
    CHECK(fault_of("wrap = 0\n") == "my.theme:1: a whole number from 1 to 1000 is wanted");
    CHECK(fault_of("notation = uml\n") == "my.theme:1: a notation is \"flow\" or \"prov\"");
    CHECK(fault_of("node.width = 1\nextends = dark\n") == "my.theme:2: \"extends\" must stand before all else");
    CHECK(fault_of("extends = my.theme\n") == "my.theme:1: only rawi's own themes can be extended");
    CHECK(fault_of("extends = sepia\n").find("there is no theme \"sepia\"; there are dark default print prov") == 0);
}

TEST_CASE("a theme is read from disk by its path", "[theme]") {
    const auto path = std::filesystem::temp_directory_path() / "rawi-theme-test.theme";
    std::ofstream(path) << "extends = print\ngraph.bgcolor = #fafafa\n";
    CHECK(find_theme(path.string()).value({"graph"}, "bgcolor", "") == "#fafafa");
    std::filesystem::remove(path);
    CHECK_THROWS_AS(find_theme(path.string()), rawi::Error);
    CHECK_THROWS_AS(find_theme("sepia"), rawi::Error);
}
