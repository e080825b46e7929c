#include "writing/dot_theme.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <iterator>

#include "rawi/error.hpp"
#include "text/ascii.hpp"
#include "writing/embedded_themes.hpp"
#include "writing/words.hpp"

namespace rawi::writing {
namespace {

using text::is_ascii_digit;
using text::is_ascii_letter;

constexpr std::array known_elements{"activity",  "agent",     "article", "cited",        "claim",  "cluster",
                                    "document",  "edge",      "entity",  "gathered",     "graph",  "inferred",
                                    "legend",    "missing",   "node",    "organisation", "outlet", "person",
                                    "published", "publisher", "role",    "said",         "seen",   "spoken",
                                    "title",     "unknown",   "unnamed", "unstated",     "written"};

enum class Type : std::uint8_t { colour, number, numbers, word, font };

struct Attribute {
    std::string_view name;
    Type type;
};

// No attribute that names a file is among them: a theme comes from anywhere.
constexpr std::array known_attributes{
    Attribute{"arrowhead", Type::word},  Attribute{"arrowsize", Type::number},   Attribute{"bgcolor", Type::colour},
    Attribute{"color", Type::colour},    Attribute{"fillcolor", Type::colour},   Attribute{"fontcolor", Type::colour},
    Attribute{"fontname", Type::font},   Attribute{"fontsize", Type::number},    Attribute{"height", Type::number},
    Attribute{"margin", Type::numbers},  Attribute{"nodesep", Type::number},     Attribute{"pad", Type::numbers},
    Attribute{"penwidth", Type::number}, Attribute{"peripheries", Type::number}, Attribute{"ranksep", Type::number},
    Attribute{"shape", Type::word},      Attribute{"splines", Type::word},       Attribute{"style", Type::word},
    Attribute{"width", Type::number}};

bool is_hex(char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_number(std::string_view value) {
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size() && number >= 0 && number <= 1000;
}

bool is_colour(std::string_view value) {
    if (!value.starts_with('#'))
        return !value.empty() &&
               std::ranges::all_of(value, [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
    return (value.size() == 7 || value.size() == 9) && std::ranges::all_of(value.substr(1), is_hex);
}

/// What is wrong with `value`, or nothing.
std::string_view fault_of(Type type, std::string_view value) {
    switch (type) {
        case Type::colour: return is_colour(value) ? "" : "a colour is #rrggbb, #rrggbbaa or a name";
        case Type::number: return is_number(value) ? "" : "a number from 0 to 1000 is wanted";
        case Type::numbers: {
            const std::size_t comma = value.find(',');
            const bool good = is_number(value.substr(0, comma)) &&
                              (comma == std::string_view::npos || is_number(value.substr(comma + 1)));
            return good ? "" : "one number or two with a comma between are wanted";
        }
        case Type::word:
            return !value.empty() &&
                           std::ranges::all_of(
                               value,
                               [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == ',' || c == '_'; })
                       ? ""
                       : "only letters, digits and commas may stand here";
        case Type::font:
            return !value.empty() && std::ranges::all_of(value,
                                                         [](char c) {
                                                             return is_ascii_letter(c) || is_ascii_digit(c) ||
                                                                    c == ',' || c == ' ' || c == '-';
                                                         })
                       ? ""
                       : "fonts are names with commas between";
    }
    return "";
}

std::size_t whole_number(const std::string& file, std::size_t line, std::string_view value) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || end != value.data() + value.size() || number < 1 || number > 1000) {
        throw Error(file, line, "a whole number from 1 to 1000 is wanted");
    }
    return number;
}

void set_attribute(Theme& theme, const std::string& file, std::size_t line, std::string_view key,
                   std::string_view value) {
    const std::size_t dot = key.find('.');
    const std::string_view element = key.substr(0, dot);
    const std::string_view attribute = key.substr(dot + 1);
    if (std::ranges::find(known_elements, element) == known_elements.end()) {
        throw Error(file, line, "there is no element \"" + std::string(element) + "\" (docs/themes.md lists them)");
    }
    const auto known = std::ranges::find(known_attributes, attribute, &Attribute::name);
    if (known == known_attributes.end()) {
        throw Error(file, line, "there is no attribute \"" + std::string(attribute) + "\" (docs/themes.md lists them)");
    }
    if (const auto fault = fault_of(known->type, value); !fault.empty()) throw Error(file, line, std::string(fault));
    theme.elements[std::string(element)][std::string(attribute)] = value;
}

void set_option(Theme& theme, const std::string& file, std::size_t line, std::string_view key, std::string_view value) {
    if (key == "extends") {
        if (!theme.elements.empty()) throw Error(file, line, "\"extends\" must stand before all else");
        // Not a path: a theme must not send the reader through files, let alone back to itself.
        if (value.ends_with(".theme")) throw Error(file, line, "only rawi's own themes can be extended");
        theme = find_theme(std::string(value));
    } else if (key == "description") {
        theme.description = value;
    } else if (key == "notation") {
        if (value != "flow" && value != "prov") throw Error(file, line, "a notation is \"flow\" or \"prov\"");
        theme.notation = value == "prov" ? Notation::prov : Notation::flow;
    } else if (key == "wrap") {
        theme.wrap = whole_number(file, line, value);
    } else if (key == "most_lines") {
        theme.most_lines = whole_number(file, line, value);
    } else if (key == "phrase_wrap") {
        theme.phrase_wrap = whole_number(file, line, value);
    } else if (key == "phrase_lines") {
        theme.phrase_lines = whole_number(file, line, value);
    } else {
        throw Error(file, line, "there is no setting \"" + std::string(key) + "\" (docs/themes.md lists them)");
    }
}

std::string theme_from_disk(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw Error(path, 0, "cannot be read: give the path of a theme or the name of one of rawi's own");
    constexpr std::size_t largest = 1u << 20;
    std::string text(largest, '\0');
    file.read(text.data(), static_cast<std::streamsize>(largest));
    if (!file.eof()) throw Error(path, 0, "is larger than a megabyte, which no theme is");
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text;
}

}  // namespace

Look Theme::look(const std::vector<std::string_view>& layers) const {
    Look result;
    for (const std::string_view layer : layers) {
        const auto found = elements.find(layer);
        if (found == elements.end()) continue;
        for (const auto& [attribute, value] : found->second) result[attribute] = value;
    }
    return result;
}

std::string Theme::value(const std::vector<std::string_view>& layers, std::string_view attribute,
                         std::string_view otherwise) const {
    const Look all = look(layers);
    const auto found = all.find(attribute);
    return found == all.end() ? std::string(otherwise) : found->second;
}

Theme parse_theme(const std::string& file, std::string_view text) {
    Theme theme;
    each_setting(file, text, [&](std::size_t line, std::string_view key, std::string_view value) {
        if (key.find('.') != std::string_view::npos) {
            set_attribute(theme, file, line, key, value);
        } else {
            set_option(theme, file, line, key, value);
        }
    });
    return theme;
}

std::vector<std::string> theme_names() {
    std::vector<std::string> names;
    for (const auto& file : embedded_themes()) {
        if (file.name.ends_with(".theme")) names.emplace_back(file.name.substr(0, file.name.size() - 6));
    }
    return names;
}

Theme find_theme(const std::string& name) {
    if (name.ends_with(".theme")) return parse_theme(name, theme_from_disk(name));
    if (const auto* file = find_file(embedded_themes(), name + ".theme"))
        return parse_theme(std::string(file->name), file->text);
    std::string message = "there is no theme \"" + name + "\"; there are";
    for (const std::string& known : theme_names()) message += ' ' + known;
    throw Error(message + ", or give the path of a file that ends in .theme");
}

}  // namespace rawi::writing
