// Options that several commands share: the form of the output and where it goes.
#pragma once

#include <CLI/CLI.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/output.hpp"
#include "rawi/writing.hpp"

namespace rawi::cli {

/// An option whose value is one of a few names. A wrong one is answered with the right ones.
CLI::Option* add_choice(CLI::App& command, const std::string& name, const std::vector<std::string>& choices,
                        const std::function<void(const std::string&)>& chosen, const std::string& description);

/// An option that may be repeated. Each time it takes one value, so that the words behind that stay arguments.
CLI::Option* add_repeated(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                          const std::string& description);

/// `--output`, a file that has a name; `more` goes on with what the help says of it.
void add_output(CLI::App& command, std::string& output, const std::string& more = "");

/// For `WritingOptions::warn`: says it of the output with that name, empty or "-" for standard output.
[[nodiscard]] std::function<void(std::string_view)> warning_of(const std::string& output);

/// Options of all pictures.
void add_theme(CLI::App& command, std::string& theme);
void add_most_nodes(CLI::App& command, std::optional<std::size_t>& most);
void add_cluster(CLI::App& command, Cluster& cluster);
void add_aggregate(CLI::App& command, bool& aggregate);
void add_dpi(CLI::App& command, double& dpi);

/// The format with that name. Throws `UsageError` that names the nearest one.
[[nodiscard]] const Format& format_named(const std::string& name);

/// `--format`, `--output` and all that `WritingOptions` holds.
struct OutputOptions {
    std::string format;                  ///< empty: by the name of the output
    std::string unnamed = "text";        ///< the format where the output has no name
    std::string output;                  ///< empty: standard output
    std::vector<std::string> read_from;  ///< inputs: for a caption, and not to be written over
    std::string colour = "auto";
    unsigned width = 0;  ///< 0: as wide as the terminal
    WritingOptions writing;
    const CLI::App* app = nullptr;  ///< tells which options were given

    /// `format_option` is "--format" or what the command calls it.
    void add_to(CLI::App& command, const std::string& format_option = "-f,--format");

    /// What the output is written to: no article, where it stands in a folder that is read.
    [[nodiscard]] std::vector<std::filesystem::path> files() const;

    /// Throws `UsageError` if there is no such format, or none that the output's name ends in.
    [[nodiscard]] const Format& chosen_format() const;

    /// The writer that was asked for, on `out`. Throws `UsageError` for binary data on a terminal.
    [[nodiscard]] std::unique_ptr<Writer> make(Output& out) const;
};

/// For an option or argument that says nothing where it is empty: `wanted` is "the name of a
/// file is wanted".
[[nodiscard]] CLI::Validator not_empty(const std::string& wanted);

/// For an option that takes a whole number.
[[nodiscard]] CLI::Validator whole_number(unsigned least, unsigned most);

/// That a file whose name tells one format gets another one, where both were given.
void say_if_misnamed(std::string_view format, const std::string& output);

/// Of each option of `app` that was given and changes nothing in `format`: that it does not.
void say_what_has_no_effect(const CLI::App& app, std::string_view format);

/// For an option that counts: -1 is not "all".
[[nodiscard]] inline CLI::Validator not_negative() {
    return {[](const std::string& given) {
                return given.starts_with('-') ? "0 or more is wanted, not " + given : std::string();
            },
            ""};
}

}  // namespace rawi::cli
