// The diagram in a report is drawn in the colours of the theme "default"; in the dark, style.css gives it those of
// "dark".
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "writing/dot_theme.hpp"
#include "writing/report.hpp"

using rawi::writing::embedded_report;
using rawi::writing::find_theme;
using rawi::writing::Theme;

namespace {

std::string style_sheet() {
    for (const auto& file : embedded_report()) {
        if (file.name == "style.css") return std::string(file.text);
    }
    return {};
}

/// The rule of the style sheet that begins with `selector`, up to its closing brace.
std::string rule(const std::string& css, const std::string& selector) {
    const std::size_t begin = css.find(selector + " {");
    return begin == std::string::npos ? std::string() : css.substr(begin, css.find('}', begin) - begin);
}

}  // namespace

TEST_CASE("a report's diagram takes the colours of the dark theme in the dark, every one of them") {
    const std::string css = style_sheet();
    const std::string chosen = rule(css, ":root[data-theme=\"dark\"] .diagram");
    const std::string preferred = rule(css, ":root:not([data-theme=\"light\"]) .diagram");
    REQUIRE_FALSE(chosen.empty());
    REQUIRE_FALSE(preferred.empty());
    const Theme light = find_theme("default");
    const Theme dark = find_theme("dark");
    std::size_t colours = 0;
    for (const auto& [element, look] : light.elements) {
        for (const auto& [attribute, value] : look) {
            if (value.size() != 7 || value.front() != '#') continue;
            if (attribute == "fontcolor") continue;  // words take the colour that lines of theirs take
            const std::string name = "--c" + value.substr(1);
            const std::string mapped = name + ": " + dark.value({element}, attribute, value) + ";";
            INFO(element << '.' << attribute << " = " << value);
            CHECK(chosen.find(mapped) != std::string::npos);
            CHECK(preferred.find(mapped) != std::string::npos);
            CHECK(css.find("[fill=\"" + value + "\"] { fill: var(" + name + ")") != std::string::npos);
            CHECK(css.find("[stroke=\"" + value + "\"] { stroke: var(" + name + ")") != std::string::npos);
            ++colours;
        }
    }
    CHECK(colours > 20);
}

TEST_CASE("reports say the same in every language they speak") {
    std::string english;
    for (const auto& file : embedded_report()) {
        if (file.name == "words/en.words") english = std::string(file.text);
    }
    REQUIRE_FALSE(english.empty());
    std::size_t languages = 0;
    for (const auto& file : embedded_report()) {
        if (!file.name.starts_with("words/")) continue;
        ++languages;
        const rawi::writing::Words words = rawi::writing::report_words(file.name.substr(6, file.name.size() - 12));
        std::size_t at = 0;
        while (at < english.size()) {
            const std::size_t end = std::min(english.find('\n', at), english.size());
            const std::string line = english.substr(at, end - at);
            at = end + 1;
            const std::size_t equals = line.find(" = ");
            if (line.starts_with('#') || equals == std::string::npos) continue;
            INFO(file.name << ": " << line);
            const auto places = [](std::string_view text) {
                std::size_t count = 0;
                for (std::size_t i = 0; (i = text.find("{}", i)) != std::string_view::npos; i += 2) ++count;
                return count;
            };
            CHECK(places(words[line.substr(0, equals)]) == places(line));
        }
    }
    CHECK(languages >= 2);
}
