// rawi manual: the manual pages, from the same tables as the help.
#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "rawi/error.hpp"
#include "text/suggest.hpp"

namespace rawi::cli {
namespace {

// Text inside a roff page: backslashes, hyphens (else typeset as dashes that cannot be copied), and leading dots.
std::string roff(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '\\') {
            out += "\\e";
        } else if (letter == '-') {
            out += "\\-";
        } else {
            out += letter;
        }
    }
    return out.starts_with('.') || out.starts_with('\'') ? "\\&" + out : out;
}

std::string page_name(const CLI::App& command) {
    std::string name = full_name(command);
    std::ranges::replace(name, ' ', '-');
    return name;
}

void append_options(std::string& page, const CLI::App& command, bool positional) {
    bool any = false;
    for (const OptionEntry& option : options_of(command)) {
        if (option.positional != positional) continue;
        if (!any) page += positional ? ".SH ARGUMENTS\n" : ".SH OPTIONS\n";
        any = true;
        std::string synopsis = option.synopsis();
        synopsis.erase(0, synopsis.find_first_not_of(' '));
        page.append(".TP\n.B ").append(roff(synopsis)).append("\n").append(roff(option.description)).append("\n");
    }
}

void append_examples(std::string& page, const CLI::App& command) {
    const auto examples = examples_of(command);
    if (examples.empty()) return;
    page += ".SH EXAMPLES\n.nf\n";
    for (const std::string& example : examples) page.append(roff(example)).append("\n");
    page += ".fi\n";
}

void append_common(std::string& page, const CLI::App& command) {
    page +=
        ".SH EXIT STATUS\n"
        ".TP\n.B 0\nAll went well.\n"
        ".TP\n.B 1\nSome inputs could not be read, or faults were found; the other articles have their results.\n"
        ".TP\n.B 2\nThe command line was wrong.\n"
        ".SH ENVIRONMENT\n"
        ".TP\n.B NO_COLOR\nIf set, no colours unless they are asked for.\n"
        ".TP\n.B COLUMNS\nThe width of text, where the output is no terminal.\n";
    const CLI::App* parent = command.get_parent();
    std::vector<std::string> others;
    if (parent) others.push_back(page_name(*parent));
    for (const CLI::App* inner : commands_of(command)) others.push_back(page_name(*inner));
    if (others.empty()) return;
    page += ".SH SEE ALSO\n";
    for (const std::string& other : others) {
        page.append(".BR ").append(roff(other)).append(&other == &others.back() ? " (1)\n" : " (1),\n");
    }
}

std::string page_of(const CLI::App& command) {
    std::string page = ".\\\" Made by rawi manual.\n";
    page.append(".TH \"").append(roff(page_name(command))).append("\" 1 \"\" \"rawi " RAWI_VERSION "\"\n");
    page.append(".SH NAME\n")
        .append(roff(page_name(command)))
        .append(" \\- ")
        .append(roff(command.get_description()))
        .append("\n");
    page.append(".SH SYNOPSIS\n.B ").append(roff(usage_of(command))).append("\n");
    append_examples(page, command);
    if (const auto commands = commands_of(command); !commands.empty()) {
        page += ".SH COMMANDS\n";
        for (const CLI::App* inner : commands) {
            page.append(".TP\n.B ")
                .append(roff(inner->get_name()))
                .append("\n")
                .append(roff(inner->get_description()))
                .append("\n");
        }
    }
    append_options(page, command, true);
    append_options(page, command, false);
    append_common(page, command);
    return page;
}

void write_pages(const CLI::App& command, const std::filesystem::path& directory) {
    const auto path = directory / (page_name(command) + ".1");
    std::ofstream out(path, std::ios::binary);
    out << page_of(command);
    if (!out.flush()) throw Error(path.string(), 0, "cannot be written");
    for (const CLI::App* inner : commands_of(command)) write_pages(*inner, directory);
}

struct ManualOptions {
    std::vector<std::string> words;
    std::string directory;
};

int run_manual(const CLI::App& root, const ManualOptions& options) {
    if (!options.directory.empty()) {
        std::error_code failed;
        std::filesystem::create_directories(options.directory, failed);
        if (!std::filesystem::is_directory(options.directory))
            throw Error(options.directory, 0,
                        "is no folder, and none can be made there" + (failed ? ": " + failed.message() : ""));
        write_pages(root, options.directory);
        return clean;
    }
    const CLI::App* command = &root;
    for (const std::string& word : options.words) {
        std::vector<std::string> known;
        const CLI::App* found = nullptr;
        for (const CLI::App* inner : commands_of(*command)) {
            known.push_back(inner->get_name());
            if (inner->get_name() == word) found = inner;
        }
        if (!found)
            throw UsageError("there is no command \"" + full_name(*command) + " " + word + "\"" +
                             text::did_you_mean(word, known));
        command = found;
    }
    std::cout << page_of(*command);
    return clean;
}

}  // namespace

void add_manual(CLI::App& root, Session& session) {
    CLI::App* command = root.add_subcommand("manual", "Print the manual page of a command");
    command->footer("rawi manual analyze | man -l -");
    const auto options = std::make_shared<ManualOptions>();
    command->add_option("COMMAND", options->words, "The command; none: rawi itself");
    command->add_option("--all", options->directory, "Write the pages of all commands into DIR")->type_name("DIR");
    command->callback(
        [&root, options, &session] { session.run = [&root, options] { return run_manual(root, *options); }; });
}

}  // namespace rawi::cli
