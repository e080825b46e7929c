// The table of commands and options as help, manual pages and completions all read it.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace rawi::cli {

/// An option or positional argument as it is shown.
struct OptionEntry {
    std::vector<std::string> names;  ///< "-o", "--output"; empty for a positional argument
    std::string value;               ///< "FILE", "auto|always|never"; empty for a flag; the name of an argument
    std::string kind;                ///< what the values are: as `value`, but for arguments too
    std::string description;
    bool positional = false;
    bool repeats = false;

    /// "-o, --output FILE"
    [[nodiscard]] std::string synopsis() const;
    /// The values to choose from, if `kind` lists them or names a list ("FORMAT", "LANGUAGE", "THEME", which may be a
    /// file as well).
    [[nodiscard]] std::vector<std::string> choices() const;
};

/// In the order in which they were added; hidden ones are left out.
[[nodiscard]] std::vector<OptionEntry> options_of(const CLI::App& command);
[[nodiscard]] std::vector<const CLI::App*> commands_of(const CLI::App& command);

/// "rawi languages check"
[[nodiscard]] std::string full_name(const CLI::App& command);

/// The examples: the lines of the footer.
[[nodiscard]] std::vector<std::string> examples_of(const CLI::App& command);

/// "rawi analyze [OPTION]... [INPUT]..."
[[nodiscard]] std::string usage_of(const CLI::App& command);

/// Help with the examples first.
class HelpFormatter : public CLI::Formatter {
public:
    std::string make_help(const CLI::App* command, std::string name, CLI::AppFormatMode mode) const override;
};

}  // namespace rawi::cli
