#include "cli/corpus_options.hpp"

#include <algorithm>
#include <array>

#include "cli/caption.hpp"
#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"
#include "corpus/selection.hpp"
#include "rawi/error.hpp"
#include "rawi/writing.hpp"
#include "text/width.hpp"
#include "writing/caption.hpp"
#include "writing/dot.hpp"
#include "writing/graph_text.hpp"

namespace rawi::cli {
namespace {

/// Those of a command of its own, then those of pictures and graphs.
std::vector<std::string> with_graph_formats(std::vector<std::string> own) {
    own.insert(own.end(), {"dot", "svg", "png", "pdf"});
    for (const auto& [name, text_of] : writing::graph_texts) own.emplace_back(name);
    return own;
}

// What is wrong with a day given as `--since` or `--until`.
std::string fault_of_day(const std::string& given) {
    try {
        (void)corpus::border_of(given, false);
        return "";
    } catch (const Error& error) {
        return error.what();
    }
}

}  // namespace

void add_corpus(CLI::App& command, std::string& corpus) {
    command.add_option("CORPUS", corpus, "The corpus that rawi index made")
        ->required()
        ->check(not_empty("the name of a corpus is wanted"));
}

void add_period(CLI::App& command, ArticleFilter& filter, const std::string& only) {
    const auto add = [&](const std::string& name, std::string& day, const std::string& which) {
        command.add_option(name, day, only + " articles " + which)
            ->type_name("DATE")
            ->check(CLI::Validator(fault_of_day, ""));
    };
    add("--since", filter.since, "from this day on (2015-07-31), month or year");
    add("--until", filter.until, "up to this day, month or year");
}

void add_outlet_lists(CLI::App& command, std::vector<std::string>& lists, const std::string& also) {
    add_repeated(command, "--outlets", lists,
                 also + " read a list of outlets: key, kind, country, names; may be repeated")
        ->type_name("FILE");
}

void say_none_chosen(const std::string& corpus, const ArticleFilter& filter) {
    std::string asked;
    const auto add = [&](std::string_view what, const std::string& given) {
        if (!given.empty())
            asked.append(asked.empty() ? " " : " and ").append(what).append(" \"").append(given).append("\"");
    };
    add("of the outlet", filter.outlet);
    add("in the language", filter.language);
    add("from", filter.since);
    add("until", filter.until);
    add("with the words", filter.topic);
    say(corpus +
        (asked.empty() ? ": holds no articles" : ": no article is" + asked + "; rawi list shows what it holds"));
}

void say_damaged(const std::string& corpus, const std::vector<std::string>& ids) {
    constexpr std::size_t most_named = 20;
    for (std::size_t i = 0; i < std::min(ids.size(), most_named); ++i)
        say(corpus + ": the article \"" + text::printable(ids[i]) +
            "\" is damaged and left out; rawi remove takes it out, and it can be indexed again");
    if (ids.size() > most_named)
        say(corpus + ": " + counted(ids.size() - most_named, "more article is", "more articles are") + " damaged so");
}

void add_filter(CLI::App& command, ArticleFilter& filter, std::string* topic) {
    add_period(command, filter, "Only");
    command.add_option("--language", filter.language, "Only articles in this language")
        ->type_name("LANGUAGE")
        ->check(not_empty("a language is wanted; leave the option out for articles in any"));
    command
        .add_option("--outlet", filter.outlet,
                    "Only articles of this outlet: its name, or its key in the list of outlets")
        ->type_name("NAME")
        ->check(not_empty("an outlet is wanted: its name, or ? for articles whose publisher is not known"));
    if (topic == nullptr) return;
    command.add_option("--topic", *topic, "Only articles and claims with these words, in whatever form")
        ->type_name("WORDS")
        ->check(not_empty("words are wanted; leave the option out for articles on anything"));
}

void CorpusOutput::add_to(CLI::App& command, std::vector<std::string> own_formats) {
    app = &command;
    own = own_formats.size();
    formats = with_graph_formats(std::move(own_formats));
    add_choice(
        command, "-f,--format", formats, [this](const std::string& given) { format = given; },
        "What to write; default: by the name of the output, else " + formats.front());
    add_output(command, output, "; its name tells the format");
    add_theme(command, writing.picture.theme);
    add_caption(command, writing.caption, "Pictures: ");
    add_most_nodes(command, writing.picture.most_nodes);
    add_choice(
        command, "--layout", {"ranked", "spread"},
        [this](const std::string& given) {
            writing.picture.layout = given == "spread" ? Layout::spread : Layout::ranked;
        },
        "Pictures: along the flow of information, or by who is joined with whom");
    add_cluster(command, writing.picture.cluster);
    add_aggregate(command, writing.picture.aggregate);
    add_dpi(command, writing.picture.dpi);
}

void CorpusOutput::say_doubts(std::string_view chosen_format) const {
    say_if_misnamed(chosen_format, output);
    say_what_has_no_effect(*app, chosen_format);
}

std::string CorpusOutput::chosen() const {
    if (!format.empty()) return format;
    if (!names_file(output)) return formats.front();
    const Format* const known = format_of_file(output);
    if (known != nullptr && std::ranges::find(formats, known->name) != formats.end()) return std::string(known->name);
    if (known != nullptr && known->name == "html")
        throw UsageError("HTML is what rawi report writes: rawi report CORPUS -o " + output +
                         ", with --trace WORDS for a trace");
    std::string all;
    for (const std::string& name : formats) all += (all.empty() ? "" : ", ") + name;
    throw UsageError("the name \"" + output + "\" does not tell a format; add --format, one of " + all);
}

bool CorpusOutput::is_graph(std::string_view name) const {
    return std::find(formats.begin() + static_cast<std::ptrdiff_t>(own), formats.end(), name) != formats.end();
}

bool CorpusOutput::writes_nothing_found(std::string_view name) const {
    return !names_file(output) && !is_graph(name);
}

void CorpusOutput::write(Output& out, const ProvenanceGraph& graph, const std::string& corpus,
                         const writing::FigureScope& scope) const {
    const std::string name = chosen();
    if (const auto text_of = writing::find_graph_text(name); text_of != nullptr) {
        out.stream() << text_of(graph);
        return;
    }
    writing::DrawingOptions options = writing::drawing_options(writing);
    if (const auto facts = facts_for(writing.caption, {corpus}))
        options.caption = writing::caption_of(*facts, scope, graph.language);
    if (name == "dot") return writing::write_dot(out.stream(), graph, options);
    if (name != "svg" && out.is_terminal())
        throw UsageError(name + " is no text for a terminal; write it to a file with -o FILE." + name);
    options.format = name == "svg"   ? writing::PictureFormat::svg
                     : name == "png" ? writing::PictureFormat::png
                                     : writing::PictureFormat::pdf;
    options.warn = warning_of(output);
    out.end_at_once();
    writing::write_picture(out.stream(), graph, options);
}

}  // namespace rawi::cli
