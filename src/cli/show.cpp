// rawi show
#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "cli/run.hpp"

namespace rawi::cli {
namespace {

struct ShowOptions {
    std::string corpus;
    std::vector<std::string> ids;
    OutputOptions output;
};

int run_show(ShowOptions& options) {
    options.output.read_from = {options.corpus};
    const Corpus corpus(options.corpus);
    Run run(options.output);
    for (const std::string& id : options.ids) {
        if (const auto analysis = corpus.analysis(id)) {
            run.take(*analysis);
        } else {
            run.take(Problem{options.corpus, 0, "has no article \"" + id + "\" (rawi list names them)", true});
        }
    }
    return run.finish();
}

}  // namespace

void add_show(CLI::App& root, Session& session) {
    CLI::App* command = root.add_subcommand("show", "Write the analyses of some articles of a corpus, in any format");
    command->footer(
        "rawi show news.rawi ARTICLE                # for people, at the terminal\n"
        "rawi show news.rawi ARTICLE -o graph.svg");
    const auto options = std::make_shared<ShowOptions>();
    add_corpus(*command, options->corpus);
    command->add_option("ARTICLE", options->ids, "Ids of articles, as rawi list names them")->required();
    options->output.add_to(*command);
    command->callback([options, &session] { session.run = [options] { return run_show(*options); }; });
}

}  // namespace rawi::cli
