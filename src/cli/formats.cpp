// rawi formats
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "cli/command.hpp"
#include "rawi/reading.hpp"
#include "rawi/writing.hpp"

namespace rawi::cli {
namespace {

std::string padded(std::string_view text, std::size_t columns) {
    std::string whole(text);
    whole.resize(std::max(columns, whole.size() + 1), ' ');
    return whole;
}

/// As wide as the longest of all, and a gap.
std::size_t column_of(std::string_view Format::*field) {
    std::size_t longest = 0;
    for (const Format& format : formats()) longest = std::max(longest, (format.*field).size());
    return longest + 2;
}

int list_formats() {
    const std::size_t names = column_of(&Format::name);
    const std::size_t extensions = column_of(&Format::extension);
    std::cout << "rawi writes (--format):\n";
    for (const Format& format : formats()) {
        std::cout << "  " << padded(format.name, names) << padded(format.extension, extensions) << format.description
                  << '\n';
    }
    std::cout << "\nrawi reads (--from, or detected):\n";
    for (const InputFormatName& format : input_formats()) {
        std::cout << "  " << padded(format.name, names) << format.description << '\n';
    }
    return clean;
}

}  // namespace

void add_formats(CLI::App& root, Session& session) {
    CLI::App* command = root.add_subcommand("formats", "List the formats that rawi writes and reads");
    command->footer(
        "rawi formats\n"
        "rawi analyze news.jsonl -o graph.gexf     # an output's name tells its format");
    command->callback([&session] { session.run = list_formats; });
}

}  // namespace rawi::cli
