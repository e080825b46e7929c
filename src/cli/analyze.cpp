// rawi analyze
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>
#include <variant>

#include "cli/command.hpp"
#include "cli/pipeline.hpp"
#include "cli/run.hpp"
#include "cli/suggest.hpp"
#include "rawi/reading.hpp"

namespace rawi::cli {
namespace {

struct AnalyzeOptions {
    std::vector<std::string> inputs;
    ReadingOptions reading;
    std::vector<std::string> packs;
    unsigned jobs = std::max(1U, std::thread::hardware_concurrency());
    OutputOptions output;
};

// The built-in packs, and those from disk in the place of built-in ones of the same language.
std::vector<LanguagePack> packs_of(const AnalyzeOptions& options) {
    std::vector<LanguagePack> packs;
    for (const std::string& directory : options.packs) packs.push_back(LanguagePack::from_directory(directory));
    for (const std::string& code : LanguagePack::built_in_codes()) {
        if (std::ranges::find(packs, code, &LanguagePack::code) == packs.end())
            packs.push_back(LanguagePack::built_in(code));
    }
    if (packs.empty()) throw UsageError("no language pack is built in; name one with --language-pack DIR");
    return packs;
}

void check_language(const std::string& language, const std::vector<LanguagePack>& packs) {
    if (language.empty()) return;
    const std::string primary = language.substr(0, language.find_first_of("-_"));
    std::vector<std::string> codes;
    for (const LanguagePack& pack : packs) codes.push_back(pack.code());
    if (std::ranges::find(codes, primary) != codes.end()) return;
    throw UsageError("there is no language pack for \"" + language + "\"" + did_you_mean(language, codes) +
                     " (rawi languages lists them)");
}

std::vector<std::string> inputs_of(const AnalyzeOptions& options) {
    if (!options.inputs.empty()) return options.inputs;
    if (::isatty(STDIN_FILENO) == 1)
        throw UsageError("nothing to analyze: name files or directories, or - for standard input");
    return {"-"};
}

using Result = std::variant<Analysis, Problem>;

// Reader, packs and counters, shared with the reader's thread, which may outlive an interrupted run.
struct Work {
    Work(std::vector<std::string> inputs, const ReadingOptions& reading, std::vector<LanguagePack> with)
        : reader(std::move(inputs), reading), packs(std::move(with)) {}

    std::optional<ArticleReader::Item> read() {
        auto item = reader.next();
        bytes = reader.bytes_read();
        total = reader.bytes_total();
        return item;
    }

    Result analyzed(ArticleReader::Item&& item) const {
        if (auto* problem = std::get_if<Problem>(&item)) return std::move(*problem);
        return analyze(std::move(std::get<Document>(item)), packs);
    }

    ArticleReader reader;
    std::vector<LanguagePack> packs;
    std::atomic<std::uint64_t> bytes = 0;
    std::atomic<std::uint64_t> total = 0;
};

std::size_t weight_of(const ArticleReader::Item& item) {
    const auto* document = std::get_if<Document>(&item);
    return document ? document->text().size() : 0;
}

int run_analyze(const AnalyzeOptions& options) {
    auto packs = packs_of(options);
    check_language(options.reading.defaults.language, packs);
    const auto work = std::make_shared<Work>(inputs_of(options), options.reading, std::move(packs));
    Run run(options.output);
    catch_interrupts();
    Pipeline<ArticleReader::Item, Result> pipeline(
        {.read = [work] { return work->read(); },
         .weight = weight_of,
         .work = [work](ArticleReader::Item&& item) { return work->analyzed(std::move(item)); }},
        options.jobs);
    while (auto results = pipeline.next(std::chrono::milliseconds(100))) {
        for (const Result& result : *results) {
            std::visit([&](const auto& one) { run.take(one); }, result);
        }
        if (interrupted()) return run.interrupt();
        if (!pipeline.ready()) run.pause(work->bytes, work->total);
    }
    return run.finish();
}

}  // namespace

void add_analyze(CLI::App& root, Session& session) {
    CLI::App* command = root.add_subcommand("analyze", "Find who said what, through whom, in articles");
    command->footer(
        "rawi analyze article.txt                  # for people, at the terminal\n"
        "rawi analyze --outlet \"The Times\" article.txt -o graph.svg\n"
        "rawi analyze --format jsonl --with-text news.jsonl -o analyses.jsonl\n"
        "curl -s $URL | rawi analyze --format jsonl - | jq .attributions\n"
        "rawi analyze --explain article.txt        # by which rules, on what evidence");
    const auto options = std::make_shared<AnalyzeOptions>();
    command->add_option("INPUT", options->inputs, "Files and directories; - or nothing: standard input");
    command
        ->add_option("--outlet", options->reading.defaults.outlet,
                     "Who published the articles that do not say so themselves")
        ->type_name("NAME");
    command->add_option("--published", options->reading.defaults.published, "When, for the articles that do not say so")
        ->type_name("DATE");
    command
        ->add_option("--language", options->reading.defaults.language,
                     "Their language, where it is not given; default: detected")
        ->type_name("LANGUAGE");
    std::vector<std::string> readable;
    for (const InputFormatName& format : input_formats()) readable.emplace_back(format.name);
    add_choice(
        *command, "--from", readable, [options](const std::string& format) { options->reading.format = format; },
        "The format of the input; default: by name and content")
        ->type_name("FROM");
    command->add_option("--language-pack", options->packs, "Also read the language pack in DIR; may be repeated")
        ->type_name("DIR")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command->add_option("-j,--jobs", options->jobs, "Articles that are analysed at the same time; default: one a core")
        ->type_name("N")
        ->check(CLI::Range(1U, 1024U).description(""));
    options->output.add_to(*command);
    command->callback([options, &session] { session.run = [options] { return run_analyze(*options); }; });
}

}  // namespace rawi::cli
