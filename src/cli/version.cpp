// rawi version
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command.hpp"

namespace rawi::cli {

void add_version(CLI::App& root, Session& session) {
    CLI::App* command = root.add_subcommand("version", "Print the version");
    command->footer("rawi version");
    command->callback([&session] {
        session.run = [] {
            std::cout << "rawi " RAWI_VERSION "\n";
            return clean;
        };
    });
}

}  // namespace rawi::cli
