// What a command is to the rest of the CLI. A new command is a file with a function that adds it, a line here, and a
// line in commands.cpp.
#pragma once

#include <functional>
#include <stdexcept>
#include <string>

namespace CLI {
class App;
}

namespace rawi::cli {

/// Exit statuses of every command.
inline constexpr int clean = 0;
inline constexpr int some_failed =
    1;  ///< some inputs could not be read, or something was found that should not be there
inline constexpr int wrong_usage = 2;

/// Thrown for what the user typed: the message, then exit status 2.
class UsageError : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// What is to be run once the command line has been read.
struct Session {
    std::function<int()> run;  ///< returns the exit status; throws `UsageError` or `rawi::Error`
};

/// Each adds one command with its options to `root` and, in its callback, sets `Session::run`. The description is one
/// line; the footer holds the examples, one a line, with two spaces before "# what it does" if that is said.
void add_analyze(CLI::App& root, Session& session);
void add_completions(CLI::App& root, Session& session);
void add_convert(CLI::App& root, Session& session);
void add_export(CLI::App& root, Session& session);
void add_formats(CLI::App& root, Session& session);
void add_index(CLI::App& root, Session& session);
void add_languages(CLI::App& root, Session& session);
void add_list(CLI::App& root, Session& session);
void add_manual(CLI::App& root, Session& session);
void add_reliance(CLI::App& root, Session& session);
void add_remove(CLI::App& root, Session& session);
void add_report(CLI::App& root, Session& session);
void add_show(CLI::App& root, Session& session);
void add_trace(CLI::App& root, Session& session);
void add_version(CLI::App& root, Session& session);

/// Adds all commands, in the order in which the help shows them.
void add_commands(CLI::App& root, Session& session);

}  // namespace rawi::cli
