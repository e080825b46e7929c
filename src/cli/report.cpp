// rawi report
#include "rawi/report.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/caption.hpp"
#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "cli/intake.hpp"
#include "cli/progress.hpp"
#include "cli/run.hpp"
#include "cli/saved_input.hpp"
#include "reading/formats.hpp"
#include "text/encoding.hpp"

namespace rawi::cli {
namespace {

struct ReportCommand {
    IntakeOptions intake;
    OutputOptions output;  ///< its format is html
    std::string words;
    std::string claim;
    ArticleFilter articles;
    std::vector<std::string> lists;
    const CLI::App* app = nullptr;  ///< tells which options were given
};

enum class Kind { articles, saved, corpus, trace };

constexpr std::array<std::string_view, 4> names_of_kinds{"articles", "saved analyses", "a corpus", "a trace"};

/// What an option that not every report takes is for.
struct Scope {
    const char* option;
    std::vector<Kind> kinds;
};

const std::vector<Scope>& scopes() {
    static const std::vector<Scope> all = {
        {"--outlet", {Kind::articles, Kind::corpus}},
        {"--published", {Kind::articles}},
        {"--language", {Kind::articles, Kind::corpus}},
        {"--from", {Kind::articles}},
        {"--language-pack", {Kind::articles}},
        {"--jobs", {Kind::articles}},
        {"--since", {Kind::corpus}},
        {"--until", {Kind::corpus}},
        {"--topic", {Kind::corpus}},
        {"--outlets", {Kind::corpus, Kind::trace}},
        {"--trace", {Kind::trace}},
        {"--claim", {Kind::trace}},
    };
    return all;
}

/// Throws `UsageError` for an option that a report on `kind` can do nothing with.
void check_options(const CLI::App& app, Kind kind) {
    for (const Scope& scope : scopes()) {
        if (app.count(scope.option) == 0 || std::ranges::find(scope.kinds, kind) != scope.kinds.end()) continue;
        std::string kinds;
        for (const Kind each : scope.kinds)
            kinds.append(kinds.empty() ? "" : " or ").append(names_of_kinds[static_cast<std::size_t>(each)]);
        throw UsageError(std::string(scope.option) + " is for a report on " + kinds + ", not on " +
                         std::string(names_of_kinds[static_cast<std::size_t>(kind)]));
    }
}

/// By the first bytes. What cannot be read is left to those who read it, and complain.
Kind kind_of(std::string_view head) {
    if (reading::is_database(head)) return Kind::corpus;
    return reading::is_saved_analysis(head) ? Kind::saved : Kind::articles;
}

int report_corpus(const ReportCommand& command) {
    if (command.intake.inputs.size() > 1)
        throw UsageError("a report is on one corpus; rawi index puts several into one");
    const Corpus corpus(command.intake.inputs.front());
    // The options that say what articles leave out choose among those of a corpus, as in the other commands.
    ArticleFilter filter = command.articles;
    filter.outlet = command.intake.reading.defaults.outlet;
    filter.language = command.intake.reading.defaults.language;
    const ReportOptions options{.language = {},
                                .caption = command.output.writing.caption,
                                .facts = facts_for(command.output.writing.caption, command.intake.inputs)};
    const std::vector<std::filesystem::path> lists(command.lists.begin(), command.lists.end());
    Output out(command.output.output, command.intake.inputs);
    out.end_at_once();
    bool empty = false;
    const bool to_file = names_file(command.output.output);
    std::vector<std::string> damaged;
    if (!command.words.empty() || !command.claim.empty()) {
        if (!command.words.empty() && !command.claim.empty())
            throw UsageError("give either --trace or --claim, not both");
        const TraceOptions how{.outlet_lists = lists};
        Trace found = command.claim.empty() ? trace(corpus, text::decode(command.words).text, how)
                                            : trace_claim(corpus, command.claim, how);
        empty = found.claims.empty();
        damaged = std::move(found.damaged);
        if (empty)
            say(found.bare.empty() ? "no article of " + command.intake.inputs.front() + " has these words"
                                   : "no claim of " + command.intake.inputs.front() +
                                         " carries these words; rawi trace names the articles that have them");
        if (!empty || !to_file) write_html(out.stream(), found, options);
    } else {
        Reliance found = reliance(corpus, {.articles = filter, .outlet_lists = lists});
        empty = found.article_count == 0;
        damaged = std::move(found.damaged);
        if (empty && damaged.empty()) say_none_chosen(command.intake.inputs.front(), filter);
        if (!empty || !to_file) write_html(out.stream(), found, options);
    }
    if (!empty || !to_file) {
        out.commit();
    } else {
        say_not_written(command.output.output);
    }
    say_damaged(command.intake.inputs.front(), damaged);
    return empty || !damaged.empty() ? some_failed : clean;
}

int run_report(ReportCommand& command) {
    const Format* const named = format_of_file(command.output.output);
    if (named != nullptr && named->name != "html")
        throw UsageError("a report is HTML, and \"" + command.output.output + "\" is named as " +
                         std::string(named->name) + " is; rawi analyze and rawi reliance write that" +
                         (named->name == "pdf" ? "; for a report as PDF, print the HTML from a browser" : ""));
    command.intake.inputs = command.intake.chosen_inputs("to report on");
    std::string& begun = command.intake.reading.already_read;
    std::array<std::size_t, 3> kinds{};
    for (const std::string& input : command.intake.inputs) {
        if (input == "-" && begun.empty()) begun = head_of_standard_input();
        ++kinds[static_cast<std::size_t>(kind_of(input == "-" ? begun : head_of_file(input)))];
    }
    const auto [articles, saved, corpora] = kinds;
    if ((articles != 0) + (saved != 0) + (corpora != 0) > 1) {
        throw UsageError("articles, saved analyses and a corpus do not go into one report; make one of each");
    }
    const bool traced = !command.words.empty() || !command.claim.empty();
    if (corpora != 0) {
        if (!begun.empty()) throw UsageError("a corpus is no stream: name its file, not standard input");
        check_options(*command.app, traced ? Kind::trace : Kind::corpus);
        return report_corpus(command);
    }
    if (traced) throw UsageError("words are traced in a corpus, which rawi index makes; none was given");
    check_options(*command.app, saved != 0 ? Kind::saved : Kind::articles);
    command.output.read_from = command.intake.inputs;
    command.intake.reading.passed_over = command.output.files();
    return saved != 0 ? convert_into(command.intake.inputs, command.output, std::move(begun))
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
    add_output(*app, command->output.output);
    add_caption(*app, command->output.writing.caption, "Below: ");
    app->add_option("--trace", command->words, "Corpus: trace these words of a quote")
        ->type_name("WORDS")
        ->check(not_empty("words of a quote are wanted"));
    app->add_option("--claim", command->claim, "Corpus: trace this claim, ARTICLE/q3")
        ->type_name("ID")
        ->check(not_empty("the id of a claim is wanted, ARTICLE/q3"));
    add_period(*app, command->articles, "Corpus: only");
    app->add_option("--topic", command->articles.topic, "Corpus: only articles and claims with these words")
        ->type_name("WORDS")
        ->check(not_empty("words are wanted; leave the option out for articles on anything"));
    add_outlet_lists(*app, command->lists, "Corpus: also");
    command->intake.add_options(*app);
    app->get_option("--outlet")
        ->description("Articles: who published those that do not say so; corpus: only those of this outlet");
    app->get_option("--language")
        ->description("Articles: their language, where it is not given; corpus: only those in this language");
    command->app = app;
    app->callback([command, &session] { session.run = [command] { return run_report(*command); }; });
}

}  // namespace rawi::cli
