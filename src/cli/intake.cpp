#include "cli/intake.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <future>
#include <new>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "text/moment.hpp"

namespace rawi::cli {
namespace {

void check_language(const std::string& language, const std::vector<LanguagePack>& packs) {
    if (language.empty()) return;
    const std::string primary = language.substr(0, language.find_first_of("-_"));
    std::vector<std::string> codes;
    for (const LanguagePack& pack : packs) codes.push_back(pack.code());
    if (std::ranges::find(codes, primary) != codes.end()) return;
    std::string known;
    for (const std::string& code : codes) known.append(known.empty() ? "" : ", ").append(code);
    throw UsageError("there is no language pack for \"" + language + "\"; there are: " + known +
                     " (--language-pack brings another one)");
}

}  // namespace

void IntakeOptions::add_inputs(CLI::App& command) {
    command.add_option("INPUT", inputs, "Files and directories; - or nothing: standard input");
}

void IntakeOptions::add_options(CLI::App& command) {
    command.add_option("--outlet", reading.defaults.outlet, "Who published the articles that do not say so themselves")
        ->type_name("NAME");
    const auto check_date = [](const std::string& given) -> std::string {
        if (text::read_moment(given)) return "";
        return "\"" + given +
               "\" is no date that is understood; write it as 2024-05-02, 2024-05-02T10:05:00+03:00, "
               "\"Thu, 02 May 2024 10:05:00 +0300\" or 02/05/2024, the day first";
    };
    command.add_option("--published", reading.defaults.published, "When, for the articles that do not say so")
        ->type_name("DATE")
        ->check(CLI::Validator(check_date, ""));
    command
        .add_option("--language", reading.defaults.language, "Their language, where it is not given; default: detected")
        ->type_name("LANGUAGE");
    std::vector<std::string> readable;
    for (const InputFormatName& format : input_formats()) readable.emplace_back(format.name);
    add_choice(
        command, "--from", readable, [this](const std::string& format) { reading.format = format; },
        "The format of the input; default: by name and content")
        ->type_name("FROM");
    add_repeated(command, "--language-pack", packs,
                 "Also read the language pack in DIR, and DIR/../shared/outlets.tsv, where it is, in place of the "
                 "built-in list of outlets; may be repeated")
        ->type_name("DIR");
    command.add_option("-j,--jobs", jobs, "Articles that are analysed at the same time; default: one a core")
        ->type_name("N")
        ->check(whole_number(1, 1024));
}

std::vector<LanguagePack> IntakeOptions::chosen_packs() const {
    std::vector<LanguagePack> chosen;
    for (const std::string& directory : packs) chosen.push_back(LanguagePack::from_directory(directory));
    std::vector<std::future<LanguagePack>> compiling;
    for (const std::string& code : LanguagePack::built_in_codes()) {
        if (std::ranges::find(chosen, code, &LanguagePack::code) == chosen.end())
            compiling.push_back(std::async(std::launch::async, LanguagePack::built_in, code));
    }
    for (std::future<LanguagePack>& pack : compiling) chosen.push_back(pack.get());
    if (chosen.empty()) throw UsageError("no language pack is built in; name one with --language-pack DIR");
    check_language(reading.defaults.language, chosen);
    return chosen;
}

std::vector<std::string> IntakeOptions::chosen_inputs(const std::string& what_for) const {
    if (!inputs.empty()) return inputs;
    if (::isatty(STDIN_FILENO) == 1)
        throw UsageError("nothing " + what_for + ": name files or directories, or - for standard input");
    return {"-"};
}

std::variant<Analysis, Problem> Intake::analyzed(Document&& document) const {
    const Metadata about = document.metadata();
    const std::size_t bytes = document.text().size();
    try {
        return analyze(std::move(document), packs_);
    } catch (const std::bad_alloc&) {
        return Problem{.file = about.origin.empty() ? about.id : about.origin,
                       .message = fmt::format("takes more memory to analyse than there is ({} KB of text): left out; "
                                              "fewer --jobs leave more for each",
                                              bytes / 1024)};
    }
}

}  // namespace rawi::cli
