#include "architecture/rules.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace rawi::tests {
namespace {

using std::string_view;

// The order in which rooms may lean on one another: a room includes itself and rooms of a lower storey; one that has
// but one neighbour, that one only.
struct Room {
    string_view name;
    int storey;
    string_view neighbour = {};
};
constexpr std::array rooms{
    Room{"text", 0},    Room{"language", 1},        Room{"detection", 2},  Room{"attribution", 3},
    Room{"sources", 4}, Room{"chain", 5},           Room{"provenance", 6}, Room{"corpus", 7},
    Room{"writing", 7}, Room{"reading", 7, "text"}, Room{"cli", 8},
};

// Each foreign library has one place. Where `place` is empty, all of src/ may use it; no public header ever does.
struct Foreign {
    string_view headers;  // what the include begins with
    string_view place;    // what the path begins with
};
constexpr std::array foreign{
    Foreign{"unicode/", "src/text/"},
    Foreign{"boost/", "src/provenance/"},
    Foreign{"graphviz/", "src/writing/dot"},
    Foreign{"sqlite3", "src/corpus/"},
    Foreign{"archive", "src/reading/"},
    Foreign{"zlib", "src/reading/"},
    Foreign{"libxml/", "src/reading/"},
    Foreign{"CLI/", "src/cli/"},
    Foreign{"nlohmann/", "src/"},
    Foreign{"fmt/", "src/"},
    // the system's own
    Foreign{"unistd.h", "src/"},
    Foreign{"fcntl.h", "src/"},
    Foreign{"sys/", "src/"},
};

constexpr std::size_t longest_file = 400;

std::optional<Room> room_named(string_view name) {
    const auto* found = std::find_if(rooms.begin(), rooms.end(), [&](const Room& room) { return room.name == name; });
    return found == rooms.end() ? std::nullopt : std::optional(*found);
}

string_view first_folder(string_view path) {
    return path.substr(0, std::min(path.find('/'), path.size()));
}

// src/writing/dot.cpp -> writing
std::optional<Room> room_of(string_view path) {
    constexpr string_view source = "src/";
    return path.starts_with(source) ? room_named(first_folder(path.substr(source.size()))) : std::nullopt;
}

// What a line includes, with the sign that opens it: `<vector` or `"text/utf8.hpp`; empty for any other line.
string_view included(string_view line) {
    const auto trim = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
    trim();
    if (!line.starts_with('#')) return {};
    line.remove_prefix(1);
    trim();
    constexpr string_view include = "include";
    if (!line.starts_with(include)) return {};
    line.remove_prefix(include.size());
    trim();
    return line.substr(0, std::min(line.find_first_of("\">", 1), line.size()));
}

std::string fault_of_own_include(string_view path, string_view header) {
    if (header.starts_with("rawi/")) return {};
    if (path.starts_with("include/")) return "a public header includes public headers only";
    const auto here = room_of(path);
    const auto there = room_named(first_folder(header));
    if (!there) return "includes \"" + std::string(header) + "\", which is in no room";
    if (!here || here->name == there->name) return {};
    if (there->storey < here->storey && (here->neighbour.empty() || here->neighbour == there->name)) return {};
    return std::string(here->name) + " must not know of " + std::string(there->name);
}

std::string fault_of_foreign_include(string_view path, string_view header) {
    const auto* known = std::find_if(foreign.begin(), foreign.end(),
                                     [&](const Foreign& each) { return header.starts_with(each.headers); });
    if (known != foreign.end()) {
        if (path.starts_with(known->place)) return {};
        return "<" + std::string(header) + "> belongs to " + std::string(known->place) + " only";
    }
    if (header.find_first_of("/.") == string_view::npos) return {};  // the standard library
    return "<" + std::string(header) + "> is of no library that has a place here";
}

std::string fault_of_include(string_view path, string_view include) {
    if (include.empty()) return {};
    const string_view header = include.substr(1);
    return include.front() == '"' ? fault_of_own_include(path, header) : fault_of_foreign_include(path, header);
}

// The line without a comment that runs to its end. Good enough for code that writes no "//" in strings other than URLs.
string_view without_comment(string_view line) {
    for (std::size_t at = line.find("//"); at != string_view::npos; at = line.find("//", at + 2))
        if (at == 0 || line[at - 1] != ':') return line.substr(0, at);
    return line;
}

// Letters of the Arabic blocks U+0600 to U+06FF and their supplements begin with these bytes in UTF-8.
bool has_arabic_script(string_view line) {
    for (std::size_t at = 0; at + 1 < line.size(); ++at) {
        const auto lead = static_cast<unsigned char>(line[at]);
        const auto next = static_cast<unsigned char>(line[at + 1]);
        if (lead >= 0xD8 && lead <= 0xDD) return true;                                  // U+0600 .. U+077F
        if (lead == 0xE0 && next >= 0xA2 && next <= 0xA3) return true;                  // U+0880 .. U+08FF
        if (lead == 0xEF && next >= 0xAD && next <= 0xBB && next != 0xB8) return true;  // presentation forms
    }
    return false;
}

}  // namespace

std::vector<std::string> broken_rules(string_view path, string_view text) {
    std::vector<std::string> faults;
    std::size_t number = 0;
    const auto report = [&](const std::string& why) {
        if (!why.empty()) faults.push_back(std::string(path) + ":" + std::to_string(number) + ": " + why);
    };
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        const string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        report(fault_of_include(path, included(line)));
        if (path.starts_with("src/") && has_arabic_script(without_comment(line)))
            report("a word of a language in code: it belongs in src/languages");
    }
    if (number > longest_file)
        report("longer than " + std::to_string(longest_file) + " lines: it has more than one subject");
    return faults;
}

}  // namespace rawi::tests
