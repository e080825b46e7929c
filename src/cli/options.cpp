#include "cli/options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>
#include <system_error>

#include "cli/caption.hpp"
#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "text/suggest.hpp"
#include "writing/dot_theme.hpp"

namespace rawi::cli {
namespace {

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string whole;
    for (const std::string& word : words) whole.append(whole.empty() ? "" : between).append(word);
    return whole;
}

std::vector<std::string> format_names() {
    std::vector<std::string> names;
    for (const Format& format : formats()) names.emplace_back(format.name);
    return names;
}

template <class Value>
void add_choice_of(CLI::App& command, const std::string& name, std::vector<std::pair<std::string, Value>> values,
                   Value& chosen, const std::string& description) {
    std::vector<std::string> names;
    for (const auto& value : values) names.push_back(value.first);
    add_choice(
        command, name, names,
        [values, &chosen](const std::string& given) {
            for (const auto& [known, value] : values) {
                if (known == given) chosen = value;
            }
        },
        description);
}

}  // namespace

CLI::Option* add_choice(CLI::App& command, const std::string& name, const std::vector<std::string>& choices,
                        const std::function<void(const std::string&)>& chosen, const std::string& description) {
    const auto check = [choices](const std::string& given) -> std::string {
        if (std::ranges::find(choices, given) != choices.end()) return "";
        return "there is no \"" + given + "\"" + text::did_you_mean(given, choices) +
               " (choose one of: " + joined(choices, ", ") + ")";
    };
    return command.add_option_function<std::string>(name, chosen, description)
        ->type_name(joined(choices, "|"))
        ->check(CLI::Validator(check, ""));
}

CLI::Option* add_repeated(CLI::App& command, const std::string& name, std::vector<std::string>& values,
                          const std::string& description) {
    return command.add_option(name, values, description)->allow_extra_args(false);
}

CLI::Validator not_empty(const std::string& wanted) {
    return {[wanted](const std::string& given) { return given.empty() ? wanted : std::string(); }, ""};
}

CLI::Validator whole_number(unsigned least, unsigned most) {
    return {[least, most](const std::string& given) {
                unsigned value = 0;
                const auto [end, fault] = std::from_chars(given.data(), given.data() + given.size(), value);
                const bool number = fault == std::errc() && end == given.data() + given.size();
                return number && value >= least && value <= most
                           ? std::string()
                           : "\"" + given + "\" is no whole number from " + std::to_string(least) + " to " +
                                 std::to_string(most);
            },
            ""};
}

void say_if_misnamed(std::string_view format, const std::string& output) {
    if (!names_file(output)) return;
    const Format* const told = format_of_file(output);
    const Format* const chosen = find_format(format);
    if (told == nullptr || told->name == format || (chosen != nullptr && chosen->extension.ends_with(told->extension)))
        return;
    say(output + " is named as " + std::string(told->name) + " is, and gets " + std::string(format) +
        ", as --format says");
}

namespace {

constexpr std::string_view text_alone[] = {"text"};
constexpr std::string_view json_alone[] = {"json", "jsonl"};
constexpr std::string_view png_alone[] = {"png"};
constexpr std::string_view pictures[] = {"dot", "svg", "png", "pdf"};
constexpr std::string_view pictures_and_pages[] = {"dot", "svg", "png", "pdf", "html"};
constexpr std::string_view pictures_and_graphs[] = {"dot",     "svg",  "png",       "pdf",
                                                    "graphml", "gexf", "csv-nodes", "csv-edges"};

/// Which formats an option changes something in.
struct Concern {
    const char* option;
    std::span<const std::string_view> formats;
};
constexpr Concern concerns[] = {
    {"--with-text", json_alone}, {"--explain", text_alone},       {"--width", text_alone},
    {"--color", text_alone},     {"--rows", text_alone},          {"--theme", pictures},
    {"--layout", pictures},      {"--cluster", pictures},         {"--most-nodes", pictures},
    {"--aggregate", pictures},   {"--view", pictures_and_graphs}, {"--caption", pictures_and_pages},
    {"--dpi", png_alone},
};

}  // namespace

void say_what_has_no_effect(const CLI::App& app, std::string_view format) {
    for (const Concern& concern : concerns) {
        const CLI::Option* const option = app.get_option_no_throw(concern.option);
        if (option == nullptr || option->count() == 0) continue;
        if (std::ranges::find(concern.formats, format) == concern.formats.end())
            say(std::string(concern.option) + " has no effect on " + std::string(format));
    }
}

void add_output(CLI::App& command, std::string& output, const std::string& more) {
    command.add_option("-o,--output", output, "Write to FILE instead of standard output" + more)
        ->type_name("FILE")
        ->check(not_empty("the name of a file is wanted; - is standard output"));
}

void add_theme(CLI::App& command, std::string& theme) {
    const auto check = [](const std::string& given) -> std::string {
        const std::vector<std::string> known = writing::theme_names();
        if (given.ends_with(".theme") || std::ranges::find(known, given) != known.end()) return "";
        return "there is no \"" + given + "\"" + text::did_you_mean(given, known) +
               " (choose one of: " + joined(known, ", ") + ", or the path of a file that ends in .theme)";
    };
    command.add_option("--theme", theme, "Pictures: the name of a theme, or a file ending in .theme")
        ->type_name("THEME")
        ->check(CLI::Validator(check, ""));
}

void add_most_nodes(CLI::App& command, std::optional<std::size_t>& most) {
    command
        .add_option("--most-nodes", most,
                    "Pictures: cut larger graphs to what weighs most; 0: never; default: 40 of more than 300")
        ->type_name("N")
        ->check(not_negative());
}

void add_cluster(CLI::App& command, Cluster& cluster) {
    add_choice_of(command, "--cluster",
                  {{"none", Cluster::none}, {"kind", Cluster::kind}, {"country", Cluster::country}}, cluster,
                  "Pictures: draw frames around agents of one kind or country");
}

void add_aggregate(CLI::App& command, bool& aggregate) {
    command.add_flag("--aggregate", aggregate, "Pictures: gather what is cut, all of a kind in one box");
}

std::function<void(std::string_view)> warning_of(const std::string& output) {
    const std::string name = names_file(output) ? output : "standard output";
    return [name](std::string_view message) { say(name + ": " + std::string(message)); };
}

void add_dpi(CLI::App& command, double& dpi) {
    command.add_option("--dpi", dpi, "PNG: dots per inch; default: 96")
        ->type_name("N")
        ->check(CLI::Validator(
            [](const std::string& given) {
                double value = 0;  // CLI::Range takes NaN
                const auto [end, fault] = std::from_chars(given.data(), given.data() + given.size(), value);
                const bool number = fault == std::errc() && end == given.data() + given.size();
                const bool fits = number && value >= PictureOptions::least_dpi && value <= PictureOptions::most_dpi;
                return fits ? std::string()
                            : fmt::format("{} is not between {:g} and {:g}", given, PictureOptions::least_dpi,
                                          PictureOptions::most_dpi);
            },
            ""));
}

const Format& format_named(const std::string& name) {
    if (const Format* found = find_format(name)) return *found;
    throw UsageError("there is no format \"" + name + "\"" + text::did_you_mean(name, format_names()) +
                     " (formats: " + joined(format_names(), ", ") + ")");
}

void OutputOptions::add_to(CLI::App& command, const std::string& format_option) {
    app = &command;
    command
        .add_option(
            format_option, format,
            "What to write (rawi formats lists them); default: by the name of the output; without one, " + unnamed)
        ->type_name("FORMAT");
    add_output(command, output, "; its name tells the format");
    command.add_flag("--with-text", writing.with_text,
                     "JSON: include the text, so that rawi convert can quote it later");
    command.add_flag("--explain", writing.text.explain,
                     "Text: name the rule and the evidence of every attribution and hop");
    command.add_option("--width", width, "Text: columns; default: those of the terminal")
        ->type_name("N")
        ->check(whole_number(20, 10000));
    add_choice(
        command, "--color,--colour", {"auto", "always", "never"}, [this](const std::string& given) { colour = given; },
        "Text: colours; auto means on a terminal, unless NO_COLOR is set");
    add_theme(command, writing.picture.theme);
    add_choice_of(command, "--view", {{"chains", View::chains}, {"claims", View::claims}}, writing.view,
                  "Pictures: agents only, or each claim between its speaker and its path");
    add_choice_of(command, "--layout", {{"ranked", Layout::ranked}, {"spread", Layout::spread}}, writing.picture.layout,
                  "Pictures: along the flow of information, or by who is joined with whom");
    add_cluster(command, writing.picture.cluster);
    add_caption(command, writing.caption, "Pictures: ");
    add_most_nodes(command, writing.picture.most_nodes);
    add_aggregate(command, writing.picture.aggregate);
    add_dpi(command, writing.picture.dpi);
}

std::vector<std::filesystem::path> OutputOptions::files() const {
    if (!names_file(output)) return {};
    return {output};
}

const Format& OutputOptions::chosen_format() const {
    if (!format.empty()) return format_named(format);
    if (!names_file(output)) return format_named(unnamed);
    if (const Format* found = format_of_file(output)) return *found;
    throw UsageError("the name \"" + output + "\" does not tell a format; add --format (" +
                     joined(format_names(), ", ") + ")");
}

std::unique_ptr<Writer> OutputOptions::make(Output& out) const {
    const Format& chosen = chosen_format();
    if (chosen.binary && out.is_terminal()) {
        throw UsageError(std::string(chosen.name) + " is no text for a terminal; write it to a file with -o FILE" +
                         std::string(chosen.extension));
    }
    say_if_misnamed(chosen.name, output);
    if (app != nullptr) say_what_has_no_effect(*app, chosen.name);
    WritingOptions options = writing;
    options.facts = facts_for(options.caption, read_from);
    options.text.colour = wants_colour(colour, out.is_terminal());
    options.text.width = width != 0 ? width : terminal_width(out.is_terminal());
    options.warn = warning_of(output);
    return make_writer(chosen, out.stream(), options);
}

}  // namespace rawi::cli
