// rawi convert
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <streambuf>
#include <utility>

#include "cli/command.hpp"
#include "cli/run.hpp"
#include "rawi/saved.hpp"

namespace rawi::cli {
namespace {

struct ConvertOptions {
    std::vector<std::string> inputs;
    OutputOptions output;
};

// What was read ahead of a stream, then the rest of it, as soon as it comes.
class RejoinedBuffer final : public std::streambuf {
public:
    RejoinedBuffer(std::string begin, std::streambuf& rest) : begin_(std::move(begin)), rest_(rest) {
        setg(begin_.data(), begin_.data(), begin_.data() + begin_.size());
    }

protected:
    int_type underflow() override {
        if (traits_type::eq_int_type(rest_.sgetc(), traits_type::eof())) return traits_type::eof();
        const auto ready =
            std::clamp<std::streamsize>(rest_.in_avail(), 1, static_cast<std::streamsize>(chunk_.size()));
        const std::streamsize got = rest_.sgetn(chunk_.data(), ready);
        setg(chunk_.data(), chunk_.data(), chunk_.data() + got);
        return traits_type::to_int_type(chunk_.front());
    }

private:
    std::string begin_;
    std::streambuf& rest_;
    std::array<char, 1 << 14> chunk_;
};

// Formats that carry no words of the article can do without its text.
bool needs_text(const OutputOptions& options) {
    const Format& format = options.chosen_format();
    return !(format.name == "json" || format.name == "jsonl") || options.writing.with_text;
}

// Whether to go on.
bool convert_stream(std::istream& in, const std::string& name, Run& run, bool text_needed) {
    AnalysisReader reader(in, name);
    std::size_t without_text = 0;
    while (auto item = reader.next()) {
        if (const auto* problem = std::get_if<Problem>(&*item)) {
            run.take(*problem);
        } else {
            const auto& saved = std::get<SavedAnalysis>(*item);
            if (!saved.has_text) ++without_text;
            run.take(saved.analysis);
        }
        if (interrupted()) return false;
        run.pause(0, 0);
    }
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
        bool go_on = true;
        if (input == "-") {
            RejoinedBuffer bytes(std::exchange(already_read, {}), *std::cin.rdbuf());
            std::istream in(&bytes);
            go_on = convert_stream(in, "<stdin>", run, text_needed);
        } else {
            errno = 0;
            std::ifstream file(input, std::ios::binary);
            if (!file || file.peek() == std::ifstream::traits_type::eof()) {
                const int reason = errno;
                run.take(Problem{input, 0,
                                 reason != 0 ? std::string("cannot be read: ") + std::strerror(reason) : "is empty",
                                 true});
                continue;
            }
            go_on = convert_stream(file, input, run, text_needed);
        }
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
        "gzip -dc analyses.jsonl.gz | rawi convert - --to json");
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
