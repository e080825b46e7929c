// rawi remove
#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "cli/progress.hpp"
#include "rawi/error.hpp"

namespace rawi::cli {
namespace {

struct RemoveOptions {
    std::string corpus;
    std::vector<std::string> ids;
};

/// The ids that are given, one a line of standard input where "-" stands for them.
std::vector<std::string> ids_of(const RemoveOptions& options) {
    std::vector<std::string> ids;
    for (const std::string& id : options.ids) {
        if (id != "-") {
            ids.push_back(id);
            continue;
        }
        constexpr std::size_t longest = 1 << 20;  // bytes; what goes on for more is no list of ids
        for (std::string line; !std::cin.eof();) {
            line.clear();
            char byte = 0;
            while (std::cin.get(byte) && byte != '\n') {
                line += byte;
                if (line.size() > longest) throw Error("<stdin>", 0, "has a line that is too long for an id");
            }
            if (std::cin.bad()) throw Error("<stdin>", 0, "cannot be read to its end; nothing was removed");
            if (!line.empty()) ids.push_back(line);
        }
    }
    return ids;
}

int run_remove(const RemoveOptions& options) {
    { const Corpus existing(options.corpus); }             // one that does not exist is not to be made
    const std::vector<std::string> ids = ids_of(options);  // of a listing of it: read to its end before it changes
    Corpus corpus(options.corpus, Corpus::Access::write);
    std::size_t missing = 0;
    for (const std::string& id : ids) {
        if (corpus.has(id)) continue;
        ++missing;
        say(options.corpus + ": has no article \"" + id + "\" (rawi list names them)");
    }
    const std::size_t removed = corpus.remove(ids);
    std::cout << counted(removed, "article", "articles") << " removed\n";
    return missing == 0 ? clean : some_failed;
}

}  // namespace

void add_remove(CLI::App& root, Session& session) {
    CLI::App* command = root.add_subcommand("remove", "Remove articles from a corpus");
    command->footer(
        "rawi remove news.rawi ARTICLE...            # ids as rawi list names them\n"
        "rawi list news.rawi --ids --until 2014 | rawi remove news.rawi -");
    const auto options = std::make_shared<RemoveOptions>();
    add_corpus(*command, options->corpus);
    command->add_option("ARTICLE", options->ids, "Ids of articles; - reads one a line from standard input")->required();
    command->callback([options, &session] { session.run = [options] { return run_remove(*options); }; });
}

}  // namespace rawi::cli
