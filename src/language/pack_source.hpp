// The files of a language pack before they are compiled, and the faults found in them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/short_list.hpp"

namespace rawi::language {

/// A file of a pack. `name` is what a user sees in messages ("ar/cues.tsv"), `path` is relative to the pack
/// ("cues.tsv").
struct PackFile {
    std::string name;
    std::string path;
    std::string_view text;
    bool shared = false;     ///< one of those that all languages have in common
    bool directory = false;  ///< no file at all, and none of the folders that a pack has
};

/// Collects what is wrong with a pack, so that its author sees all of it at once.
class Faults {
public:
    struct Fault {
        std::string file;
        std::size_t line;
        std::string message;
    };

    void add(const PackFile& file, std::size_t line, std::string message) {
        faults_.push_back({file.name, line, std::move(message)});
    }
    [[nodiscard]] const std::vector<Fault>& all() const noexcept { return faults_; }

private:
    std::vector<Fault> faults_;
};

/// Calls `use(line, number)` for each line that is not blank or a comment (#), without the white space at its ends.
template <typename Use>
void for_each_line(const PackFile& file, Use use) {
    std::size_t number = 0;
    std::string_view rest = file.text;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        std::string_view line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        ++number;
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first == std::string_view::npos || line[first] == '#') continue;
        use(line.substr(first, line.find_last_not_of(" \t\r") - first + 1), number);
    }
}

using Pieces = text::ShortList<std::string_view, 8>;

/// The parts of `text` between `separator`s, without white space at their ends; empty parts are left out.
[[nodiscard]] Pieces split(std::string_view text, std::string_view separator);
[[nodiscard]] std::string_view trim(std::string_view text) noexcept;

}  // namespace rawi::language
