// rawi languages, rawi languages check
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "rawi/language.hpp"
#include "text/width.hpp"

namespace rawi::cli {
namespace {

int list_languages() {
    for (const std::string& code : LanguagePack::built_in_codes()) {
        const LanguagePack pack = LanguagePack::built_in(code);
        std::cout << text::printable(pack.code()) << "  " << text::printable(pack.name());
        std::cout << (pack.right_to_left() ? " (right to left)" : "") << '\n';
        std::string line;
        for (const auto& [what, count] : pack.contents()) {
            line.append(line.empty() ? "" : ", ").append(std::to_string(count)).append(" ").append(what);
        }
        for (const std::string_view part : text::wrap(line, 76)) std::cout << "    " << part << '\n';
    }
    return clean;
}

// The faults are what was asked for, so they are data and go to standard output.
int check_pack(const std::string& directory) {
    const auto faults = LanguagePack::check(directory);
    for (const std::string& fault : faults) std::cout << text::printable(fault) << '\n';
    if (faults.empty()) {
        const std::string outlets = LanguagePack::shared_outlets(directory).string();
        std::cout << text::printable(directory) << ": no faults"
                  << (outlets.empty() ? "" : ", read with " + text::printable(outlets)) << '\n';
        return clean;
    }
    say(std::to_string(faults.size()) + (faults.size() == 1 ? " fault in " : " faults in ") + directory);
    return some_failed;
}

}  // namespace

void add_languages(CLI::App& root, Session& session) {
    CLI::App* command = root.add_subcommand("languages", "List the language packs, or check one");
    command->footer(
        "rawi languages\n"
        "rawi languages check src/languages/ar");
    command->require_subcommand(0, 1);
    command->callback([command, &session] {
        if (command->get_subcommands().empty()) session.run = list_languages;
    });

    CLI::App* check = command->add_subcommand("check", "Check a language pack: every fault with its file and line");
    check->footer("rawi languages check src/languages/ar");
    const auto directory = std::make_shared<std::string>();
    check
        ->add_option("DIR", *directory,
                     "The folder of the pack; with it DIR/../shared/outlets.tsv is checked, where it is: the outlets "
                     "that packs share")
        ->required();
    check->callback([directory, &session] { session.run = [directory] { return check_pack(*directory); }; });
}

}  // namespace rawi::cli
