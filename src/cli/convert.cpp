// rawi convert
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <istream>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/run.hpp"
#include "cli/saved_input.hpp"
#include "rawi/error.hpp"
#include "rawi/saved.hpp"

namespace rawi::cli {
namespace {

struct ConvertOptions {
    std::vector<std::string> inputs;
    OutputOptions output;
};

// Formats that carry no words of the article can do without its text.
bool needs_text(const OutputOptions& options) {
    const Format& format = options.chosen_format();
    return !(format.name == "json" || format.name == "jsonl") || options.writing.with_text;
}

// Nothing, and a problem, where it cannot be opened.
std::unique_ptr<SavedInput> opened(const std::string& input, const std::string& name, std::string already_read,
                                   Run& run) {
    try {
        return std::make_unique<SavedInput>(input, input == "-" ? std::move(already_read) : std::string());
    } catch (const Error& error) {
        run.take(Problem{name, 0, error.what(), true});
        return nullptr;
    }
}

// Nothing at the end, and where the input cannot be read on.
std::optional<AnalysisReader::Item> next(AnalysisReader& reader, const std::string& name) {
    try {
        return reader.next();
    } catch (const Error& error) {
        return Problem{name, 0, error.what(), true};
    }
}

// What is wrong before the first analysis may be wrong with all that follows; then it is said once.
class Beginning {
public:
    explicit Beginning(Run& run) : run_(run) {}

    void take(Problem&& problem) {
        if (any_) return run_.take(problem);
        held_.push_back(std::move(problem));
    }
    void an_analysis() {
        if (!std::exchange(any_, true)) say_all();
    }
    void end(const AnalysisReader& reader) {
        if (any_ || held_.empty()) return;
        if (reader.reads_something_else()) {
            held_.resize(1);
            held_.front().message +=
                "; no whole analysis is in this file: if it holds articles, rawi analyze reads them";
        }
        say_all();
    }

private:
    void say_all() {
        for (const Problem& problem : held_) run_.take(problem);
        held_.clear();
    }

    Run& run_;
    bool any_ = false;
    std::vector<Problem> held_;  // no more than the reader bears
};

// Whether to go on.
bool convert_stream(std::istream& in, const std::string& name, Run& run, bool text_needed) {
    AnalysisReader reader(in, name);
    Beginning beginning(run);
    std::size_t without_text = 0;
    while (auto item = next(reader, name)) {
        if (auto* problem = std::get_if<Problem>(&*item)) {
            beginning.take(std::move(*problem));
        } else {
            beginning.an_analysis();
            const auto& saved = std::get<SavedAnalysis>(*item);
            if (!saved.has_text) ++without_text;
            run.take(saved.analysis);
        }
        if (interrupted()) {
            beginning.end(reader);
            return false;
        }
        run.pause(0, 0);
    }
    beginning.end(reader);
    if (without_text != 0 && text_needed) {
        run.take(Problem{name, 0,
                         std::to_string(without_text) + (without_text == 1 ? " analysis was" : " analyses were") +
                             " saved without text, so quotations are missing; analyze with --with-text to have them",
                         false});
    }
    return true;
}

}  // namespace

int convert_into(const std::vector<std::string>& inputs, const OutputOptions& output, std::string already_read) {
    if (inputs.empty() && ::isatty(STDIN_FILENO) == 1) {
        throw UsageError(
            "nothing to convert: name a file that rawi analyze wrote as json or jsonl, or - for standard input");
    }
    Run run(output);
    catch_interrupts();
    const bool text_needed = needs_text(output);
    const std::vector<std::string> standard{"-"};
    for (const std::string& input : inputs.empty() ? standard : inputs) {
        const std::string name = input == "-" ? "<stdin>" : input;
        bool go_on = true;
        if (const auto saved = opened(input, name, std::exchange(already_read, {}), run))
            go_on = convert_stream(saved->stream(), name, run, text_needed);
        if (!go_on) return run.interrupt();
    }
    return run.finish();
}

void add_convert(CLI::App& root, Session& session) {
    CLI::App* command =
        root.add_subcommand("convert", "Write saved analyses in another format, without analysing again");
    command->footer(
        "rawi convert analyses.jsonl --to text\n"
        "rawi convert analyses.jsonl -o graph.svg\n"
        "rawi convert analyses.jsonl.gz --to json");
    const auto options = std::make_shared<ConvertOptions>();
    command->add_option("INPUT", options->inputs,
                        "Files written by rawi analyze as json or jsonl; - or nothing: standard input");
    options->output.add_to(*command, "-t,--to,-f,--format");
    command->callback([options, &session] {
        session.run = [options] {
            options->output.read_from = options->inputs;
            return convert_into(options->inputs, options->output);
        };
    });
}

}  // namespace rawi::cli
