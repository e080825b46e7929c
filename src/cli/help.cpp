#include "cli/help.hpp"

#include <algorithm>
#include <sstream>

#include "rawi/language.hpp"
#include "rawi/reading.hpp"
#include "rawi/writing.hpp"
#include "text/width.hpp"
#include "writing/dot_theme.hpp"

namespace rawi::cli {
namespace {

constexpr std::size_t help_width = 80;
constexpr std::size_t description_column = 26;

void append_entry(std::string& out, const std::string& left, const std::string& description) {
    std::string line = "  " + left;
    if (line.size() + 2 > description_column) {
        out.append(line).append("\n");
        line.clear();
    }
    for (const std::string_view part : text::wrap(description, help_width - description_column)) {
        line.resize(description_column, ' ');
        out.append(line).append(part).append("\n");
        line.clear();
    }
}

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    std::istringstream in{std::string(text)};
    for (std::string part; std::getline(in, part, at);) parts.push_back(part);
    return parts;
}

}  // namespace

std::string OptionEntry::synopsis() const {
    if (positional) return value;
    std::string whole = names.front().starts_with("--") ? "    " : "";
    for (const std::string& name : names) {
        if (&name != &names.front()) whole += ", ";
        whole += name;
    }
    if (!value.empty()) whole.append(" ").append(value);
    return whole;
}

std::vector<std::string> OptionEntry::choices() const {
    std::vector<std::string> all;
    if (kind == "FORMAT") {
        for (const Format& format : formats()) all.emplace_back(format.name);
    } else if (kind == "FROM") {
        for (const InputFormatName& format : input_formats()) all.emplace_back(format.name);
    } else if (kind == "LANGUAGE") {
        all = LanguagePack::built_in_codes();
    } else if (kind == "THEME") {
        all = writing::theme_names();
    } else if (kind.find('|') != std::string::npos) {
        all = split(kind, '|');
    }
    return all;
}

std::vector<OptionEntry> options_of(const CLI::App& command) {
    std::vector<OptionEntry> entries;
    for (const CLI::Option* option : command.get_options()) {
        if (option->get_group().empty()) continue;
        OptionEntry entry;
        entry.positional = option->get_positional() && !option->nonpositional();
        entry.description = option->get_description();
        entry.repeats = option->get_expected_max() > 1;
        for (const std::string& name : option->get_snames()) entry.names.push_back("-" + name);
        for (const std::string& name : option->get_lnames()) entry.names.push_back("--" + name);
        if (option->get_items_expected_max() > 0) entry.kind = option->get_type_name();
        if (entry.positional) {
            entry.value = option->get_name(true);
        } else {
            entry.value = entry.kind;
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<const CLI::App*> commands_of(const CLI::App& command) {
    return command.get_subcommands([](const CLI::App* inner) { return !inner->get_group().empty(); });
}

std::string full_name(const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    return parent ? full_name(*parent) + ' ' + command.get_name() : command.get_name();
}

std::vector<std::string> examples_of(const CLI::App& command) {
    return split(command.get_footer(), '\n');
}

std::string usage_of(const CLI::App& command) {
    std::string usage = full_name(command);
    if (!commands_of(command).empty()) usage += command.get_require_subcommand_min() > 0 ? " COMMAND" : " [COMMAND]";
    usage += " [OPTION]...";
    for (const CLI::Option* option : command.get_options()) {
        if (!option->get_positional() || option->nonpositional() || option->get_group().empty()) continue;
        const std::string name = option->get_name(true) + (option->get_expected_max() > 1 ? "..." : "");
        usage += option->get_required() ? " " + name : " [" + name + "]";
    }
    return usage;
}

std::string HelpFormatter::make_help(const CLI::App* command, std::string, CLI::AppFormatMode) const {
    std::string out = full_name(*command) + ": " + command->get_description() + "\n";
    if (const auto examples = examples_of(*command); !examples.empty()) {
        out += "\nExamples:\n";
        for (const std::string& example : examples) out.append("  ").append(example).append("\n");
    }
    out += "\nUsage: " + usage_of(*command) + "\n";
    if (const auto commands = commands_of(*command); !commands.empty()) {
        out += "\nCommands:\n";
        for (const CLI::App* inner : commands) append_entry(out, inner->get_name(), inner->get_description());
    }
    const auto options = options_of(*command);
    for (const bool positional : {true, false}) {
        if (std::ranges::find(options, positional, &OptionEntry::positional) == options.end()) continue;
        out += positional ? "\nArguments:\n" : "\nOptions:\n";
        for (const OptionEntry& option : options) {
            if (option.positional == positional) append_entry(out, option.synopsis(), option.description);
        }
    }
    return out;
}

}  // namespace rawi::cli
