// rawi completions: scripts for shells, from the same tables as the help. Formats and languages are listed as they were
// when the script was made.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>

#include "cli/command.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"

namespace rawi::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string whole;
    for (const std::string& word : words) whole.append(whole.empty() ? "" : " ").append(word);
    return whole;
}

std::vector<std::string> names_of(const std::vector<const CLI::App*>& commands) {
    std::vector<std::string> names;
    for (const CLI::App* command : commands) names.push_back(command->get_name());
    return names;
}

// Calls `use` for `command` and all commands below it.
template <class Use>
void each_command(const CLI::App& command, const Use& use) {
    use(command);
    for (const CLI::App* inner : commands_of(command)) each_command(*inner, use);
}

std::string shell_word(std::string_view text) {
    std::string whole = "'";
    for (const char letter : text) whole += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return whole + "'";
}

// ---- bash ----

void append_bash_values(std::string& out, const CLI::App& command) {
    for (const OptionEntry& option : options_of(command)) {
        if (option.positional || option.value.empty()) continue;
        std::string patterns;
        for (const std::string& name : option.names)
            patterns.append(patterns.empty() ? "" : "|").append(shell_word(full_name(command) + ":" + name));
        out.append("        ").append(patterns).append(") ");
        if (option.value == "DIR") {
            out.append("COMPREPLY=($(compgen -d -- \"$current\"))");
        } else if (option.value == "THEME") {
            out.append("COMPREPLY=($(compgen -W ")
                .append(shell_word(joined(option.choices())))
                .append(" -- \"$current\"; compgen -f -- \"$current\"))");
        } else if (option.value == "FILE") {
            out.append("COMPREPLY=($(compgen -f -- \"$current\"))");
        } else if (const auto choices = option.choices(); !choices.empty()) {
            out.append("COMPREPLY=($(compgen -W ").append(shell_word(joined(choices))).append(" -- \"$current\"))");
        } else {
            out.append(":");
        }
        out.append("; return ;;\n");
    }
}

std::string bash_script(const CLI::App& root) {
    std::string commands;
    std::string values;
    std::string words;
    each_command(root, [&](const CLI::App& command) {
        std::vector<std::string> options;
        std::vector<std::string> operands = names_of(commands_of(command));
        for (const OptionEntry& option : options_of(command)) {
            options.insert(options.end(), option.names.begin(), option.names.end());
            const auto choices = option.positional ? option.choices() : std::vector<std::string>();
            operands.insert(operands.end(), choices.begin(), choices.end());
        }
        append_bash_values(values, command);
        if (&command != &root) commands.append(commands.empty() ? "" : "|").append(shell_word(full_name(command)));
        words.append("        ")
            .append(shell_word(full_name(command)))
            .append(") options=")
            .append(shell_word(joined(options)));
        words.append(" operands=").append(shell_word(joined(operands))).append(" ;;\n");
    });
    return "# bash completion for rawi. Made by: rawi completions bash\n"
           "_rawi() {\n"
           "    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=rawi word options "
           "commands\n"
           "    COMPREPLY=()\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case \"$command $word\" in " +
           commands +
           ") command=\"$command $word\" ;; esac\n"
           "    done\n"
           "    case \"$command:$previous\" in\n" +
           values +
           "    esac\n"
           "    case \"$command\" in\n" +
           words +
           "    esac\n"
           "    if [[ $current == -* ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$options\" -- \"$current\"))\n"
           "    elif [[ -n $operands ]]; then\n"
           "        COMPREPLY=($(compgen -W \"$operands\" -- \"$current\"))\n"
           "    else\n"
           "        COMPREPLY=($(compgen -f -- \"$current\"))\n"
           "    fi\n"
           "}\n"
           "complete -o filenames -F _rawi rawi\n";
}

// ---- zsh ----

std::string zsh_text(std::string_view text) {  // inside the brackets of a specification
    std::string out;
    for (const char letter : text) {
        if (letter == '[' || letter == ']' || letter == ':' || letter == '\\') out += '\\';
        out += letter;
    }
    return out;
}

std::string zsh_action(const OptionEntry& option) {
    if (option.value == "DIR") return "_files -/";
    if (option.value == "THEME") return "{compadd " + joined(option.choices()) + "; _files}";
    if (const auto choices = option.choices(); !choices.empty()) return "(" + joined(choices) + ")";
    return option.positional || option.value == "FILE" ? "_files" : " ";
}

std::string zsh_arguments(const CLI::App& command) {
    std::string out;
    for (const OptionEntry& option : options_of(command)) {
        if (option.positional) {
            out.append(" \\\n        ")
                .append(shell_word((option.repeats ? "*:" : ":") + zsh_text(option.value) + ":" + zsh_action(option)));
            continue;
        }
        for (const std::string& name : option.names) {
            std::string specification = "*" + name + "[" + zsh_text(option.description) + "]";
            if (!option.value.empty())
                specification.append(":").append(zsh_text(option.value)).append(":").append(zsh_action(option));
            out.append(" \\\n        ").append(shell_word(specification));
        }
    }
    return out;
}

std::string function_name(const CLI::App& command) {
    std::string name = "_" + full_name(command);
    std::ranges::replace(name, ' ', '_');
    return name;
}

std::string zsh_script(const CLI::App& root) {
    std::string out = "#compdef rawi\n# Made by: rawi completions zsh\n\n";
    each_command(root, [&](const CLI::App& command) {
        out.append(function_name(command)).append("() {\n");
        const auto inner = commands_of(command);
        if (inner.empty()) {
            out.append("    _arguments -s").append(zsh_arguments(command)).append("\n}\n\n");
            return;
        }
        out.append("    local state line\n    _arguments -s -C").append(zsh_arguments(command));
        out.append(
            " \\\n        '1: :->command' '*:: :->rest'\n    case $state in\n    command)\n        local -a "
            "commands=(\n");
        for (const CLI::App* one : inner) {
            out.append("            ").append(shell_word(one->get_name() + ":" + one->get_description())).append("\n");
        }
        out.append("        )\n        _describe command commands ;;\n    rest)\n        case $line[1] in\n");
        for (const CLI::App* one : inner)
            out.append("        ").append(one->get_name()).append(") ").append(function_name(*one)).append(" ;;\n");
        out.append("        esac ;;\n    esac\n}\n\n");
    });
    return out + "if [[ $funcstack[1] == _rawi ]]; then _rawi \"$@\"; else compdef _rawi rawi; fi\n";
}

// ---- fish ----

std::string fish_condition(const CLI::App& root, const CLI::App& command) {
    if (&command == &root) return "__fish_use_subcommand";
    std::string condition;
    for (const CLI::App* up = &command; up != &root; up = up->get_parent()) {
        condition.insert(0, std::string(condition.empty() ? "" : "; and "))
            .insert(0, "__fish_seen_subcommand_from " + up->get_name());
    }
    if (const auto inner = names_of(commands_of(command)); !inner.empty()) {
        condition += "; and not __fish_seen_subcommand_from " + joined(inner);
    }
    return condition;
}

std::string fish_script(const CLI::App& root) {
    std::string out = "# fish completion for rawi. Made by: rawi completions fish\n";
    each_command(root, [&](const CLI::App& command) {
        const std::string start = "complete -c rawi -n " + shell_word(fish_condition(root, command));
        for (const CLI::App* inner : commands_of(command)) {
            out.append(start)
                .append(" -f -a ")
                .append(inner->get_name())
                .append(" -d ")
                .append(shell_word(inner->get_description()))
                .append("\n");
        }
        for (const OptionEntry& option : options_of(command)) {
            if (option.positional) continue;
            out += start;
            for (const std::string& name : option.names) {
                out.append(name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1));
            }
            const auto choices = option.choices();
            if (option.value == "DIR") {
                out += " -x -a '(__fish_complete_directories)'";
            } else if (!choices.empty()) {
                out.append(option.value == "THEME" ? " -r -a " : " -x -a ").append(shell_word(joined(choices)));
            } else if (option.value == "FILE") {
                out += " -r";
            } else if (!option.value.empty()) {
                out += " -x";
            }
            out.append(" -d ").append(shell_word(option.description)).append("\n");
        }
    });
    return out;
}

struct CompletionsOptions {
    std::string shell;
    std::string output;
};

int run_completions(const CLI::App& root, const CompletionsOptions& options) {
    if (!options.output.empty()) {
        std::error_code failed;  // said by Output
        std::filesystem::create_directories(std::filesystem::path(options.output).parent_path(), failed);
    }
    Output out(options.output);
    out.stream() << (options.shell == "bash"  ? bash_script(root)
                     : options.shell == "zsh" ? zsh_script(root)
                                              : fish_script(root));
    out.commit();
    return clean;
}

}  // namespace

void add_completions(CLI::App& root, Session& session) {
    CLI::App* command = root.add_subcommand("completions", "Print a script that completes rawi's commands in a shell");
    command->footer(
        "source <(rawi completions bash)                        # in ~/.bashrc\n"
        "rawi completions fish -o ~/.config/fish/completions/rawi.fish");
    const auto options = std::make_shared<CompletionsOptions>();
    add_choice(
        *command, "SHELL", {"bash", "zsh", "fish"}, [options](const std::string& shell) { options->shell = shell; },
        "bash, zsh or fish")
        ->required();
    add_output(*command, options->output);
    command->callback(
        [&root, options, &session] { session.run = [&root, options] { return run_completions(root, *options); }; });
}

}  // namespace rawi::cli
