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

int list_formats() {
    std::cout << "rawi writes (--format):\n";
    for (const Format& format : formats()) {
        std::cout << "  " << padded(format.name, 14) << padded(format.extension, 14) << format.description << '\n';
    }
    std::cout << "\nrawi reads (--from, or detected):\n";
    for (const InputFormatName& format : input_formats()) {
        std::cout << "  " << padded(format.name, 14) << format.description << '\n';
    }
    return clean;
}

}  // namespace

void add_formats(CLI::App& root, Session& session) {
    CLI::App* command = root.add_subcommand("formats", "List the formats that rawi writes and reads");
    command->callback([&session] { session.run = list_formats; });
}

}  // namespace rawi::cli
