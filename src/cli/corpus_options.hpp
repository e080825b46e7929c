// Options of the commands that ask a corpus.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/output.hpp"
#include "rawi/corpus.hpp"
#include "rawi/graph.hpp"
#include "rawi/writing.hpp"
#include "writing/caption.hpp"

namespace rawi::cli {

/// `CORPUS`, the first argument.
void add_corpus(CLI::App& command, std::string& corpus);

/// `--since` and `--until`; `only` begins what the help says of them. A day that is none is a fault of the command
/// line.
void add_period(CLI::App& command, ArticleFilter& filter, const std::string& only);

/// `--outlets`; `also` begins what the help says of it.
void add_outlet_lists(CLI::App& command, std::vector<std::string>& lists, const std::string& also);

/// That a filter leaves no article of a corpus.
void say_none_chosen(const std::string& corpus, const ArticleFilter& filter);

/// Which articles of a corpus are in no figure because they are damaged, by their ids; nothing where there are none.
void say_damaged(const std::string& corpus, const std::vector<std::string>& ids);

/// `--since`, `--until`, `--language`, `--outlet`, and `--topic` into `topic` if there is one.
void add_filter(CLI::App& command, ArticleFilter& filter, std::string* topic);

/// `--format` with `own` formats first and those of graphs behind them, `--output`, and how pictures look.
struct CorpusOutput {
    std::string format;
    std::string output;
    WritingOptions writing;
    std::vector<std::string> formats;  ///< those of the command itself, the first one the default, and of graphs
    std::size_t own = 0;               ///< how many of them are the command's itself
    const CLI::App* app = nullptr;     ///< tells which options were given

    void add_to(CLI::App& command, std::vector<std::string> own_formats);

    /// The format asked for, else by the name of the output, else the first. Throws `UsageError`.
    [[nodiscard]] std::string chosen() const;

    /// Says what of the command line may not be what was meant, where that format is written.
    void say_doubts(std::string_view chosen_format) const;

    /// Whether a format is a picture or another form of a graph.
    [[nodiscard]] bool is_graph(std::string_view name) const;

    /// Whether something is written where nothing was found: tables and texts on standard output say that there is
    /// nothing. A graph of nothing is none, and a file stays as it was.
    [[nodiscard]] bool writes_nothing_found(std::string_view name) const;

    /// Writes a graph of a corpus in a format that is none of the command's own.
    void write(Output& out, const ProvenanceGraph& graph, const std::string& corpus,
               const writing::FigureScope& scope) const;
};

}  // namespace rawi::cli
