// The command `rawi`: reads the command line, runs what it asks for, and turns failures into messages and exit
// statuses.
#include <fcntl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>
#include <iostream>
#include <new>

#include "cli/caption.hpp"
#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/progress.hpp"
#include "cli/run.hpp"
#include "rawi/error.hpp"
#include "text/suggest.hpp"

namespace {

using namespace rawi::cli;

constexpr int closed_pipe = 141;  // as a shell has it for SIGPIPE

// The innermost command that was named.
const CLI::App& chosen_command(const CLI::App& root) {
    const auto inner = root.get_subcommands();
    return inner.empty() ? root : chosen_command(*inner.front());
}

std::string what_was_wrong(const CLI::App& root, const CLI::ParseError& error) {
    const CLI::App& command = chosen_command(root);
    const auto unknown = root.remaining(true);
    if (unknown.empty() && error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ArgumentMismatch)) {
        for (const CLI::Option* option : command.get_options()) {
            if (option->get_items_expected_max() == 1 && option->count() > 1)
                return option->get_name() + " is given " + std::to_string(option->count()) +
                       " times: leave all but one out";
        }
    }
    if (unknown.empty()) return error.what();
    const std::string& word = unknown.front();
    std::vector<std::string> known;
    if (word.starts_with('-') && word.size() > 1) {
        for (const OptionEntry& option : options_of(command))
            known.insert(known.end(), option.names.begin(), option.names.end());
        const std::string name = word.substr(0, word.find('='));
        return full_name(command) + " has no option \"" + name + "\"" + rawi::text::did_you_mean(name, known);
    }
    if (commands_of(command).empty()) return "\"" + word + "\" is one argument too many";
    for (const CLI::App* inner : commands_of(command)) known.push_back(inner->get_name());
    std::string message =
        "there is no command \"" + full_name(command) + " " + word + "\"" + rawi::text::did_you_mean(word, known);
    std::error_code ignored;
    if (&command == &root && std::filesystem::exists(word, ignored))
        message += " To analyze that file: rawi analyze " + word;
    return message;
}

int complain(const CLI::App& root, const std::string& message) {
    say(message);
    std::cerr << "Try: " << full_name(chosen_command(root)) << " --help\n";
    return wrong_usage;
}

int run(int argc, char** argv) {
    CLI::App root("who said what, through whom: the provenance of what news articles tell", "rawi");
    root.formatter(std::make_shared<HelpFormatter>());
    root.set_help_flag("-h,--help", "Print this help");
    root.set_version_flag("--version", "rawi " RAWI_VERSION, "Print the version");
    root.footer(
        "rawi analyze article.txt                # each claim with its chain of sources\n"
        "rawi analyze article.txt -o graph.svg   # the same as a picture\n"
        "rawi analyze --format jsonl --with-text news/ > analyses.jsonl\n"
        "rawi convert analyses.jsonl --to text\n"
        "rawi analyze --help                     # all that analyze can do");
    root.require_subcommand(1);
    Session session;
    add_commands(root, session);
    if (argc < 2) {
        std::cerr << root.help();
        return wrong_usage;
    }
    std::vector<std::string> words(argv + 1, argv + argc);
    if (words.front() == "help") {  // rawi help analyze
        words.erase(words.begin());
        words.emplace_back("--help");
    }
    std::ranges::reverse(words);  // as parse takes them
    remember_command_line(argc, argv);
    try {
        root.parse(std::move(words));
        return session.run ? session.run() : clean;
    } catch (const CLI::CallForHelp&) {
        std::cout << chosen_command(root).help();
        return clean;
    } catch (const CLI::CallForVersion&) {
        std::cout << "rawi " RAWI_VERSION "\n";
        return clean;
    } catch (const CLI::ParseError& error) {
        return complain(root, what_was_wrong(root, error));
    } catch (const UsageError& error) {
        return complain(root, error.what());
    }
}

/// A file that is opened must not become what diagnostics are written to where one of these is closed. What is written
/// to a standard output that is closed still fails: its stand-in can only be read.
void occupy_standard_descriptors() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) == -1 && errno == EBADF) {
            if (::open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY) == -1) return;
        }
    }
}

int run_safely(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const NobodyReads&) {
        return closed_pipe;
    } catch (const rawi::Error& error) {
        say(error.what());
    } catch (const std::bad_alloc&) {
        say("out of memory; fewer --jobs need less");
    } catch (const std::exception& error) {
        say(error.what());
    }
    return some_failed;
}

}  // namespace

int main(int argc, char** argv) {
    occupy_standard_descriptors();
    static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));  // a file as large as may be: writing fails and is told
    std::ios::sync_with_stdio(false);
    const int status = run_safely(argc, argv);
    if (!std::cout.flush() && status == clean) {
        if (errno != EPIPE) say(std::string("standard output: ") + std::strerror(errno));
        return some_failed;
    }
    // Where a run has ended early, its reader may still wait for input; it must not see the library taken down under
    // it.
    if (status != clean && status != wrong_usage) std::_Exit(status);
    return status;
}
