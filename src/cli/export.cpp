// rawi export
#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "cli/run.hpp"
#include "rawi/error.hpp"

namespace rawi::cli {
namespace {

struct ExportOptions {
    std::string corpus;
    ArticleFilter filter;
    OutputOptions output;
};

/// Nothing, and a problem, where what is stored of the article cannot be read.
std::optional<Analysis> read(const Corpus& corpus, const std::string& id, Run& run) {
    try {
        return corpus.analysis(id);
    } catch (const Error& error) {
        run.take(Problem{error.file(), error.line(), std::string(error.message()), true});
        return std::nullopt;
    }
}

int run_export(ExportOptions& options) {
    options.output.writing.with_text = true;
    options.output.read_from = {options.corpus};
    const Corpus corpus(options.corpus);
    std::vector<std::string> ids;
    corpus.each(options.filter, [&](const ArticleEntry& entry) { ids.push_back(entry.id); });
    if (ids.empty()) {
        say_none_chosen(options.corpus, options.filter);
        return some_failed;
    }
    Run run(options.output);
    catch_interrupts();
    for (const std::string& id : ids) {
        // One that was removed meanwhile is not missed.
        if (const auto analysis = read(corpus, id, run)) run.take(*analysis);
        if (interrupted()) return run.interrupt();
        run.pause(0, 0);
    }
    return run.finish();
}

}  // namespace

void add_export(CLI::App& root, Session& session) {
    CLI::App* command =
        root.add_subcommand("export", "Write all analyses of a corpus, or some, as JSON Lines or in any other format");
    command->footer(
        "rawi export news.rawi > analyses.jsonl     # rawi convert reads it\n"
        "rawi export news.rawi --since 2015-07-01 -o july.json");
    const auto options = std::make_shared<ExportOptions>();
    add_corpus(*command, options->corpus);
    add_filter(*command, options->filter, &options->filter.topic);
    options->output.unnamed = "jsonl";
    options->output.add_to(*command);
    command->callback([options, &session] { session.run = [options] { return run_export(*options); }; });
}

}  // namespace rawi::cli
