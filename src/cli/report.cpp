// rawi report
#include "rawi/report.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <fstream>
#include <string_view>

#include "cli/caption.hpp"
#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "cli/intake.hpp"
#include "cli/progress.hpp"
#include "cli/run.hpp"
#include "text/encoding.hpp"

namespace rawi::cli {
namespace {

struct ReportCommand {
    IntakeOptions intake;
    OutputOptions output;  ///< its format is html
    std::string words;
    std::string claim;
    ArticleFilter articles;
};

enum class Kind { articles, saved, corpus };

/// By the first bytes. What cannot be read is left to those who read it, and complain.
Kind kind_of(const std::string& input) {
    std::array<char, 256> head{};
    std::ifstream file(input, std::ios::binary);
    if (input == "-" || !file) return Kind::articles;
    file.read(head.data(), head.size());
    const std::string_view begin(head.data(), static_cast<std::size_t>(file.gcount()));
    if (begin.starts_with("SQLite format 3")) return Kind::corpus;
    const std::size_t schema = begin.find("\"schema\"");
    return schema != std::string_view::npos && begin.find("\"rawi/", schema) != std::string_view::npos ? Kind::saved
                                                                                                       : Kind::articles;
}

int report_corpus(const ReportCommand& command) {
    if (command.intake.inputs.size() > 1)
        throw UsageError("a report is on one corpus; rawi index puts several into one");
    const Corpus corpus(command.intake.inputs.front());
    const ReportOptions options{.language = {},
                                .caption = command.output.writing.caption,
                                .facts = facts_for(command.output.writing.caption, command.intake.inputs)};
    Output out(command.output.output);
    bool empty = false;
    if (!command.words.empty() || !command.claim.empty()) {
        if (!command.words.empty() && !command.claim.empty())
            throw UsageError("give either --trace or --claim, not both");
        const Trace found = command.claim.empty() ? trace(corpus, text::decode(command.words).text)
                                                  : trace_claim(corpus, command.claim);
        empty = found.claims.empty();
        if (empty) say("no article of " + command.intake.inputs.front() + " has these words");
        write_html(out.stream(), found, options);
    } else {
        write_html(out.stream(), reliance(corpus, {.articles = command.articles}), options);
    }
    out.commit();
    return empty ? some_failed : clean;
}

int run_report(ReportCommand& command) {
    std::array<std::size_t, 3> kinds{};
    for (const std::string& input : command.intake.inputs) ++kinds[static_cast<std::size_t>(kind_of(input))];
    const auto [articles, saved, corpora] = kinds;
    if ((articles != 0) + (saved != 0) + (corpora != 0) > 1) {
        throw UsageError("articles, saved analyses and a corpus do not go into one report; make one of each");
    }
    if (corpora != 0) return report_corpus(command);
    if (!command.words.empty() || !command.claim.empty()) {
        throw UsageError("words are traced in a corpus, which rawi index makes; none was given");
    }
    command.output.read_from = command.intake.inputs;
    return saved != 0 ? convert_into(command.intake.inputs, command.output)
                      : analyze_into(command.intake, command.output);
}

}  // namespace

void add_report(CLI::App& root, Session& session) {
    CLI::App* app = root.add_subcommand("report", "Write a page to read in a browser: articles, a corpus or a trace");
    app->footer(
        "rawi report article.txt -o report.html\n"
        "rawi report analyses.jsonl -o report.html                 # saved with --format jsonl --with-text\n"
        "rawi report news.rawi -o reliance.html                    # what the outlets of a corpus rely on\n"
        "rawi report news.rawi --trace \"the port will reopen\" -o trace.html");
    const auto command = std::make_shared<ReportCommand>();
    command->output.format = "html";
    command->intake.add_inputs(*app);
    app->add_option("-o,--output", command->output.output, "Write to FILE instead of standard output")
        ->type_name("FILE");
    add_caption(*app, command->output.writing.caption, "Below: ");
    app->add_option("--trace", command->words, "Corpus: trace these words of a quote")->type_name("WORDS");
    app->add_option("--claim", command->claim, "Corpus: trace this claim, ARTICLE/q3")->type_name("ID");
    app->add_option("--since", command->articles.since, "Corpus: only articles from this day on, month or year")
        ->type_name("DATE");
    app->add_option("--until", command->articles.until, "Corpus: only articles up to this day, month or year")
        ->type_name("DATE");
    app->add_option("--topic", command->articles.topic, "Corpus: only articles and claims with these words")
        ->type_name("WORDS");
    command->intake.add_options(*app);
    app->callback([command, &session] { session.run = [command] { return run_report(*command); }; });
}

}  // namespace rawi::cli
