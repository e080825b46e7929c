// rawi reliance
#include "rawi/reliance.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>

#include "cli/command.hpp"
#include "cli/corpus_options.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"

namespace rawi::cli {
namespace {

struct RelianceCommand {
    std::string corpus;
    RelianceOptions options;
    std::vector<std::string> lists;
    std::string table;  ///< empty: all of them, in CSV the outlets
    std::size_t rows = 20;
    std::string by;
    std::vector<std::string> topics;
    CorpusOutput output;
};

/// What is said and returned where no article is chosen and nothing is written of that.
int leave_unwritten(const RelianceCommand& command, const std::vector<std::string>& damaged) {
    if (names_file(command.output.output)) say_not_written(command.output.output);
    say_damaged(command.corpus, damaged);
    return some_failed;
}

std::string table_of_csv(const RelianceCommand& command) {
    return command.table.empty() ? "outlets" : command.table;
}

int write_parts(RelianceCommand& command, const std::string& format) {
    const auto& all = all_of_reliance_by();
    const auto by = *std::ranges::find(all, command.by, [](RelianceBy each) { return name_of(each); });
    if (by == RelianceBy::topic && command.topics.empty())
        throw UsageError("no topics to compare: give each with --topic WORDS");
    if (command.output.is_graph(format))
        throw UsageError("a picture shows one network; choose its articles with --since, --until, --language, --topic");
    const auto [found, undated] = reliance_by(Corpus(command.corpus), by, command.options, command.topics);
    if (undated != 0)
        say(command.corpus + ": " + counted(undated, "article", "articles") +
            " without a date that is understood: in no part");
    const bool nothing =
        std::ranges::all_of(found, [](const ReliancePart& part) { return part.reliance.article_count == 0; });
    std::set<std::string> damaged;
    for (const ReliancePart& part : found) damaged.insert(part.reliance.damaged.begin(), part.reliance.damaged.end());
    if (nothing && damaged.empty()) say_none_chosen(command.corpus, command.options.articles);
    Output out(command.output.output, {&command.corpus, 1});
    if (nothing && !command.output.writes_nothing_found(format))
        return leave_unwritten(command, {damaged.begin(), damaged.end()});
    if (format == "text") {
        write_text(out.stream(), found, command.rows, command.table);
    } else if (format == "json") {
        write_json(out.stream(), found, by, command.table);
    } else {
        write_csv(out.stream(), found, table_of_csv(command));
    }
    out.commit();
    say_damaged(command.corpus, {damaged.begin(), damaged.end()});
    return nothing || !damaged.empty() ? some_failed : clean;
}

int run_reliance(RelianceCommand& command) {
    const std::string format = command.output.chosen();
    if (!command.table.empty() && command.output.is_graph(format))
        throw UsageError("--table chooses a table for text, JSON or CSV; " + format +
                         " shows the network, not a table");
    command.output.say_doubts(format);
    command.options.outlet_lists.assign(command.lists.begin(), command.lists.end());
    if (command.by != "topic") {
        if (command.topics.size() > 1) throw UsageError("several topics are compared with --by topic");
        if (!command.topics.empty()) command.options.articles.topic = command.topics.front();
    }
    if (!command.by.empty()) return write_parts(command, format);
    const Reliance found = reliance(Corpus(command.corpus), command.options);
    const bool nothing = found.article_count == 0;
    if (nothing && found.damaged.empty()) say_none_chosen(command.corpus, command.options.articles);
    Output out(command.output.output, {&command.corpus, 1});
    if (nothing && !command.output.writes_nothing_found(format)) return leave_unwritten(command, found.damaged);
    if (format == "text") {
        write_text(out.stream(), found, command.rows, command.table);
    } else if (format == "json") {
        write_json(out.stream(), found, command.table);
    } else if (format == "csv") {
        write_csv(out.stream(), found, table_of_csv(command));
    } else {
        command.output.write(out, found.graph, command.corpus, writing::scope_of(found));
    }
    out.commit();
    say_damaged(command.corpus, found.damaged);
    return nothing || !found.damaged.empty() ? some_failed : clean;
}

}  // namespace

void add_reliance(CLI::App& root, Session& session) {
    CLI::App* app =
        root.add_subcommand("reliance", "Compare what the outlets of a corpus rely on: tables, measures, the network");
    app->footer(
        "rawi reliance news.rawi                                     # the tables, abridged\n"
        "rawi reliance news.rawi --table outlets -o outlets.csv      # for a spreadsheet or R, with intervals\n"
        "rawi reliance news.rawi --by month --table outlets -o months.csv\n"
        "rawi reliance news.rawi --since 2015-07 --topic port -o port.json\n"
        "rawi reliance news.rawi -o network.svg");
    const auto command = std::make_shared<RelianceCommand>();
    add_corpus(*app, command->corpus);
    command->output.add_to(*app, {"text", "json", "csv"});
    std::vector<std::string> tables;
    for (const std::string_view name : reliance_tables()) tables.emplace_back(name);
    add_choice(
        *app, "--table", tables, [command = command.get()](const std::string& given) { command->table = given; },
        "Only this table; default: all, in CSV outlets");
    std::vector<std::string> ways;
    for (const RelianceBy by : all_of_reliance_by()) ways.emplace_back(name_of(by));
    add_choice(
        *app, "--by", ways, [command = command.get()](const std::string& given) { command->by = given; },
        "The tables for each year, month, ... by itself, or for each --topic");
    add_filter(*app, command->options.articles, nullptr);
    add_repeated(*app, "--topic", command->topics,
                 "Only articles and claims with these words, in whatever form; may be repeated with --by topic")
        ->type_name("WORDS")
        ->check(not_empty("words are wanted; leave the option out for articles on anything"));
    add_outlet_lists(*app, command->lists, "Also");
    app->add_option("--replicates", command->options.replicates,
                    "Bootstrap samples for the intervals; 0: none; default: 1000")
        ->type_name("N")
        ->check(whole_number(0, 1000000));
    app->add_option("--rows", command->rows, "Text: rows of each table; 0: all; default: 20")
        ->type_name("N")
        ->check(not_negative());
    app->callback([command, &session] { session.run = [command] { return run_reliance(*command); }; });
}

}  // namespace rawi::cli
