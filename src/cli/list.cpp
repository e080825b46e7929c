// rawi list
#include <CLI/CLI.hpp>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "cli/output.hpp"
#include "text/width.hpp"

namespace rawi::cli {
namespace {

struct ListOptions {
    std::string corpus;
    ArticleFilter filter;
    bool ids = false;
};

int run_list(const ListOptions& options) {
    const Corpus corpus(options.corpus);
    Output out({});
    bool any = false;
    corpus.each(options.filter, [&](const ArticleEntry& entry) {
        any = true;
        const auto field = [](const std::string& text) {
            return text.empty() ? std::string("-") : text::printable(text);
        };
        if (options.ids) {
            // For another program as they are.
            out.stream() << (out.is_terminal() ? text::printable(entry.id) : entry.id) << "\n";
            return;
        }
        out.stream() << field(entry.date) << "\t" << field(entry.language) << "\t" << entry.claims << "\t"
                     << field(entry.id) << "\t" << field(entry.outlet) << "\t" << field(entry.title) << "\n";
    });
    out.commit();
    if (any) return clean;
    say_none_chosen(options.corpus, options.filter);
    return some_failed;
}

}  // namespace

void add_list(CLI::App& root, Session& session) {
    CLI::App* command =
        root.add_subcommand("list", "List the articles of a corpus: date, language, claims, id, outlet, title");
    command->footer(
        "rawi list news.rawi                        # tabs between the fields\n"
        "rawi list news.rawi --outlet reuters --since 2015-07-01\n"
        "rawi list news.rawi --ids --until 2014 | rawi remove news.rawi -");
    const auto options = std::make_shared<ListOptions>();
    add_corpus(*command, options->corpus);
    add_filter(*command, options->filter, &options->filter.topic);
    command->add_flag("--ids", options->ids, "Only the ids");
    command->callback([options, &session] { session.run = [options] { return run_list(*options); }; });
}

}  // namespace rawi::cli
