// Pictures must be read by those who tell no colours apart, and from a black-and-white copy: words and outlines stand
// out, and what has the same outline and shape has another lightness.
#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "writing/dot_theme.hpp"

using rawi::writing::find_theme;
using rawi::writing::Look;
using rawi::writing::Notation;
using rawi::writing::Theme;

namespace {

/// Relative luminance of "#rrggbb", as WCAG 2 has it.
double luminance(const std::string& colour) {
    REQUIRE(colour.size() == 7);
    constexpr std::array<double, 3> weights{0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double part = std::stoi(colour.substr(1 + 2 * i, 2), nullptr, 16) / 255.0;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double contrast(const std::string& one, const std::string& other) {
    const double a = luminance(one) + 0.05;
    const double b = luminance(other) + 0.05;
    return std::max(a, b) / std::min(a, b);
}

/// CIE L*, 0 black to 100 white: what is left of a colour in grey.
double lightness(const std::string& colour) {
    const double y = luminance(colour);
    return y > 0.008856 ? 116 * std::cbrt(y) - 16 : 903.3 * y;
}

constexpr double seen_apart = 8;  // of L*, side by side

std::string in(const Look& look, const std::string& name) {
    const auto found = look.find(name);
    return found == look.end() ? "" : found->second;
}

struct Kind {
    std::string name;
    Look look;
};

std::vector<Kind> kinds_of(const Theme& theme) {
    if (theme.notation == Notation::prov) {
        return {{"entity", theme.look({"node", "entity"})},
                {"agent", theme.look({"node", "agent"})},
                {"unnamed agent", theme.look({"node", "agent", "unnamed"})},
                {"missing agent", theme.look({"node", "agent", "missing"})}};
    }
    return {{"person", theme.look({"node", "person"})},
            {"unnamed source", theme.look({"node", "role", "unnamed"})},
            {"organisation", theme.look({"node", "organisation"})},
            {"outlet", theme.look({"node", "outlet"})},
            {"document", theme.look({"node", "document"})},
            {"publisher", theme.look({"node", "outlet", "publisher"})},
            {"missing", theme.look({"node", "missing"})},
            {"claim", theme.look({"node", "claim"})},
            {"article", theme.look({"node", "article"})}};
}

}  // namespace

TEST_CASE("words, outlines and lines of every theme stand out", "[theme]") {
    for (const std::string name : {"default", "dark", "print", "prov"}) {
        const Theme theme = find_theme(name);
        const std::string paper = theme.value({"graph"}, "bgcolor", "");
        for (const Kind& kind : kinds_of(theme)) {
            INFO(name << ": " << kind.name);
            CHECK(contrast(in(kind.look, "fontcolor"), in(kind.look, "fillcolor")) >= 4.5);
            CHECK(contrast(in(kind.look, "color"), paper) >= 3);
        }
        for (const std::string words : {"graph", "title", "legend", "cluster", "edge"}) {
            INFO(name << ": words of " << words);
            CHECK(contrast(theme.value({words}, "fontcolor", ""), paper) >= 4.5);
        }
        for (const std::string line : {"spoken", "written", "seen", "cited", "unstated", "said", "published"}) {
            INFO(name << ": " << line);
            CHECK(contrast(theme.value({"edge", line}, "color", ""), paper) >= 3);
        }
    }
}

TEST_CASE("every theme can be read in grey", "[theme]") {
    for (const std::string name : {"default", "dark", "print", "prov"}) {
        const Theme theme = find_theme(name);
        const auto kinds = kinds_of(theme);
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            for (std::size_t j = i + 1; j < kinds.size(); ++j) {
                const Look& one = kinds[i].look;
                const Look& other = kinds[j].look;
                if (in(one, "shape") != in(other, "shape") || in(one, "style") != in(other, "style")) continue;
                INFO(name << ": " << kinds[i].name << " and " << kinds[j].name);
                CHECK(std::abs(lightness(in(one, "fillcolor")) - lightness(in(other, "fillcolor"))) >= seen_apart);
            }
        }
        if (theme.notation == Notation::prov) continue;  // its lines have their names beside them
        const std::vector<std::string> ways{"spoken", "written", "seen", "cited", "unstated"};
        for (std::size_t i = 0; i < ways.size(); ++i) {
            for (std::size_t j = i + 1; j < ways.size(); ++j) {
                const Look one = theme.look({"edge", ways[i]});
                const Look other = theme.look({"edge", ways[j]});
                if (in(one, "arrowhead") != in(other, "arrowhead")) continue;
                INFO(name << ": " << ways[i] << " and " << ways[j]);
                CHECK(std::abs(lightness(in(one, "color")) - lightness(in(other, "color"))) >= seen_apart);
            }
        }
        CHECK(theme.value({"edge", "unstated", "inferred"}, "style", "") == "dashed");
    }
}
