// rawi analyze
#include <CLI/CLI.hpp>
#include <chrono>
#include <variant>

#include "cli/command.hpp"
#include "cli/intake.hpp"
#include "cli/pipeline.hpp"
#include "cli/remarks.hpp"
#include "cli/run.hpp"

namespace rawi::cli {
namespace {

struct AnalyzeOptions {
    IntakeOptions intake;
    OutputOptions output;
};

using Result = std::variant<Analysis, Problem>;

// What the reader's and the workers' threads share.
struct Work {
    explicit Work(const IntakeOptions& options) : intake(options, "to analyze"), remarks(intake.packs()) {}

    Result analyzed(ArticleReader::Item&& item) {
        if (auto* problem = std::get_if<Problem>(&item)) return std::move(*problem);
        auto& document = std::get<Document>(item);
        remarks.look_at_date(document.metadata());
        auto found = intake.analyzed(std::move(document));
        if (const auto* analysis = std::get_if<Analysis>(&found)) remarks.look_at_language(*analysis);
        return found;
    }

    Intake intake;
    Remarks remarks;
};

}  // namespace

int analyze_into(const IntakeOptions& options, const OutputOptions& output) {
    const auto work = std::make_shared<Work>(options);
    Run run(output);
    catch_interrupts();
    Pipeline<ArticleReader::Item, Result> pipeline(
        {.read = [work] { return work->intake.read(); },
         .weight = Intake::weight,
         .work = [work](ArticleReader::Item&& item) { return work->analyzed(std::move(item)); }},
        options.jobs);
    while (auto results = pipeline.next(std::chrono::milliseconds(100))) {
        for (const Result& result : *results) {
            std::visit([&](const auto& one) { run.take(one); }, result);
        }
        if (interrupted()) return run.interrupt();
        if (!pipeline.ready()) run.pause(work->intake.bytes(), work->intake.total());
    }
    work->remarks.say_all();
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
            options->intake.reading.passed_over = options->output.files();
            return analyze_into(options->intake, options->output);
        };
    });
}

}  // namespace rawi::cli
