// rawi trace
#include "rawi/trace.hpp"

#include <CLI/CLI.hpp>
#include <iostream>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "rawi/error.hpp"
#include "text/encoding.hpp"

namespace rawi::cli {
namespace {

struct TraceCommand {
    std::string corpus;
    std::string words;
    std::string claim;
    std::vector<std::string> lists;
    unsigned width = 0;
    TraceOptions options;
    CorpusOutput output;
};

constexpr int nothing_found = some_failed;

std::string asked(const TraceCommand& command) {
    std::string words = command.words;
    if (words == "-") {
        constexpr std::size_t most = std::size_t{1} << 20;  // bytes; a whole newspaper is no quote
        words.assign(most + 1, '\0');
        std::cin.read(words.data(), static_cast<std::streamsize>(words.size()));
        words.resize(static_cast<std::size_t>(std::cin.gcount()));
        if (words.size() > most) throw UsageError("more than 1 MiB of words to trace: give some of a quote");
    }
    words = text::decode(std::move(words)).text;
    const std::size_t begin = words.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos)
        throw UsageError("no words to trace: give some of a quote, - to read them, or --claim ARTICLE/q1");
    return words.substr(begin, words.find_last_not_of(" \t\r\n") - begin + 1);
}

int run_trace(TraceCommand& command) {
    const std::string format = command.output.chosen();
    command.output.say_doubts(format);
    command.options.outlet_lists.assign(command.lists.begin(), command.lists.end());
    if (!command.claim.empty() && !command.words.empty()) throw UsageError("give either words or --claim, not both");
    const std::string words = command.claim.empty() ? asked(command) : std::string();
    const Corpus corpus(command.corpus);
    if (corpus.size().articles == 0) {
        say_none_chosen(command.corpus, {});
        return nothing_found;
    }
    const Trace found = command.claim.empty() ? trace(corpus, words, command.options)
                                              : trace_claim(corpus, command.claim, command.options);
    say_damaged(command.corpus, found.damaged);
    Output out(command.output.output, {&command.corpus, 1});
    // Articles that have the words without credit are told by text and JSON.
    if (found.claims.empty() &&
        (found.bare.empty() ? !command.output.writes_nothing_found(format) : command.output.is_graph(format))) {
        say((found.looked_for == 0 ? "none of these is a word to look for (function words are not)"
                                   : "no claim of " + command.corpus + " carries these words") +
            (command.output.is_graph(format) ? ": there is nothing to draw" : ""));
        if (names_file(command.output.output)) say_not_written(command.output.output);
        return nothing_found;
    }
    if (format == "text") {
        write_text(out.stream(), found, command.width != 0 ? command.width : terminal_width(out.is_terminal()));
    } else if (format == "json") {
        write_json(out.stream(), found);
    } else {
        command.output.write(out, found.graph, command.corpus, writing::scope_of(found));
    }
    out.commit();
    return found.claims.empty() ? nothing_found : clean;
}

}  // namespace

void add_trace(CLI::App& root, Session& session) {
    CLI::App* app =
        root.add_subcommand("trace", "Follow the words of a quote through a corpus, back to where they came from");
    app->footer(
        "rawi trace news.rawi \"the port will reopen tomorrow\"\n"
        "rawi trace news.rawi --claim article-17/q3 -o paths.svg\n"
        "xclip -o | rawi trace news.rawi - -o trace.json");
    const auto command = std::make_shared<TraceCommand>();
    add_corpus(*app, command->corpus);
    app->add_option("WORDS", command->words, "Words of a quote; -: read them from standard input");
    app->add_option("--claim", command->claim, "A claim of the corpus instead of words: ARTICLE/q3")->type_name("ID");
    command->output.add_to(*app, {"text", "json"});
    add_outlet_lists(*app, command->lists, "Also");
    app->add_option("--most-claims", command->options.most_claims, "Stop after so many claims; 0: never; default: 500")
        ->type_name("N")
        ->check(not_negative());
    app->add_option("--width", command->width, "Text: columns; default: those of the terminal")
        ->type_name("N")
        ->check(whole_number(20, 10000));
    app->callback([command, &session] { session.run = [command] { return run_trace(*command); }; });
}

}  // namespace rawi::cli
