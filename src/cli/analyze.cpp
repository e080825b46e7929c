// rawi analyze
#include <CLI/CLI.hpp>
#include <chrono>
#include <variant>

#include "cli/command.hpp"
#include "cli/intake.hpp"
#include "cli/pipeline.hpp"
#include "cli/run.hpp"

namespace rawi::cli {
namespace {

struct AnalyzeOptions {
    IntakeOptions intake;
    OutputOptions output;
};

using Result = std::variant<Analysis, Problem>;

Result analyzed(ArticleReader::Item&& item, const std::vector<LanguagePack>& packs) {
    if (auto* problem = std::get_if<Problem>(&item)) return std::move(*problem);
    return analyze(std::move(std::get<Document>(item)), packs);
}

}  // namespace

int analyze_into(const IntakeOptions& options, const OutputOptions& output) {
    const auto intake = std::make_shared<Intake>(options, "to analyze");
    Run run(output);
    catch_interrupts();
    Pipeline<ArticleReader::Item, Result> pipeline(
        {.read = [intake] { return intake->read(); },
         .weight = Intake::weight,
         .work = [intake](ArticleReader::Item&& item) { return analyzed(std::move(item), intake->packs()); }},
        options.jobs);
    while (auto results = pipeline.next(std::chrono::milliseconds(100))) {
        for (const Result& result : *results) {
            std::visit([&](const auto& one) { run.take(one); }, result);
        }
        if (interrupted()) return run.interrupt();
        if (!pipeline.ready()) run.pause(intake->bytes(), intake->total());
    }
    return run.finish();
}

void add_analyze(CLI::App& root, Session& session) {
    CLI::App* command = root.add_subcommand("analyze", "Find who said what, through whom, in articles");
    command->footer(
        "rawi analyze article.txt                  # for people, at the terminal\n"
        "rawi analyze --outlet \"The Times\" article.txt -o graph.svg\n"
        "rawi analyze --format jsonl --with-text news.jsonl -o analyses.jsonl\n"
        "curl -s $URL | rawi analyze --format jsonl - | jq .attributions\n"
        "rawi analyze --explain article.txt        # by which rules, on what evidence");
    const auto options = std::make_shared<AnalyzeOptions>();
    options->intake.add_inputs(*command);
    options->intake.add_options(*command);
    options->output.add_to(*command);
    command->callback([options, &session] {
        session.run = [options] {
            options->output.read_from = options->intake.inputs;
            return analyze_into(options->intake, options->output);
        };
    });
}

}  // namespace rawi::cli
