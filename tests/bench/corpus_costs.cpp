// rawi_corpus_costs RAWI ARTICLES.jsonl: what a corpus costs next to analysing the same articles, how both grow, how
// much memory they take, and how long a trace takes on the whole of it.
#include <fmt/core.h>
#include <unistd.h>
#include <algorithm>
#include <exception>
#include <filesystem>
#include <fstream>
#include <rawi/rawi.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "program_run.hpp"

namespace {

using rawi::bench::ProgramRun;
using rawi::bench::run_program;

constexpr int rounds = 3;

/// The round that took the least processor time: what else the machine does can only make a round slower.
template <class Start>
ProgramRun best_of(Start start) {
    ProgramRun best = start();
    for (int i = 1; i < rounds; ++i) {
        const ProgramRun run = start();
        best.wall_seconds = std::min(best.wall_seconds, run.wall_seconds);
        best.cpu_seconds = std::min(best.cpu_seconds, run.cpu_seconds);
        best.peak_megabytes = std::max(best.peak_megabytes, run.peak_megabytes);
    }
    if (best.status != 0) throw std::runtime_error("rawi failed");
    return best;
}

void print(std::string_view name, const ProgramRun& run) {
    fmt::print("{:<28}{:>8.2f} s{:>8.2f} s{:>9.1f} MB\n", name, run.wall_seconds, run.cpu_seconds, run.peak_megabytes);
}

class Costs {
public:
    Costs(std::string rawi, const std::string& articles)
        : rawi_(std::move(rawi)),
          folder_(std::filesystem::temp_directory_path() / ("rawi-costs-" + std::to_string(::getpid()))) {
        std::ifstream in(articles);
        for (std::string line; std::getline(in, line);) lines_.push_back(line);
        if (lines_.empty()) throw std::runtime_error(articles + ": no articles in it");
        std::filesystem::create_directories(folder_);
    }
    ~Costs() {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
    Costs(const Costs&) = delete;
    Costs& operator=(const Costs&) = delete;

    void growth() {
        fmt::print("{:<28}{:>10}{:>10}{:>12}\n", "best of three", "wall", "CPU", "peak memory");
        for (const std::size_t wanted : {std::size_t{1000}, std::size_t{2000}, std::size_t{4000}, std::size_t{8000}}) {
            if (wanted < lines_.size()) compare(wanted);
        }
        compare(lines_.size());
    }

    /// Traces of claims from all over the corpus, and of words that hundreds of claims have.
    void traces() {
        const rawi::Corpus corpus(folder_ / "news.rawi");
        std::vector<std::string> ids;
        corpus.each({}, [&](const rawi::ArticleEntry& entry) {
            if (entry.claims > 0) ids.push_back(entry.id);
        });
        std::vector<ProgramRun> runs;
        constexpr std::size_t asked = 60;
        for (std::size_t i = 0; i < asked; ++i) runs.push_back(trace({"--claim", ids[i * ids.size() / asked] + "/q1"}));
        std::ranges::sort(runs, {}, &ProgramRun::wall_seconds);
        fmt::print("\n{:<28}{:>10}{:>10}{:>12}\n", "traces", "wall", "CPU", "peak memory");
        print("of a claim, median", runs[asked / 2]);
        print("            slowest", runs.back());
        if (const auto analysis = corpus.analysis(ids.front()))
            print("of a whole article", trace({"--", std::string(analysis->document.text())}));
        print("of 10,000 words nobody said", trace({"--", nonsense()}));
    }

private:
    void compare(std::size_t articles) {
        const std::string input = folder_ / "news.jsonl";
        const std::string corpus = folder_ / "news.rawi";
        {
            std::ofstream out(input);
            for (std::size_t i = 0; i < articles; ++i) out << lines_[i] << '\n';
        }
        const ProgramRun analyze = best_of([&] { return run_program({rawi_, "analyze", "--format", "jsonl", input}); });
        const ProgramRun index = best_of([&] {
            std::filesystem::remove(corpus);
            return run_program({rawi_, "index", corpus, input});
        });
        print(fmt::format("{} articles: analyze", articles), analyze);
        print("               index", index);
        fmt::print("{:<28}{:>8.2f} x{:>8.2f} x\n", "", index.wall_seconds / analyze.wall_seconds,
                   index.cpu_seconds / analyze.cpu_seconds);
    }

    ProgramRun trace(std::vector<std::string> what) {
        std::vector<std::string> arguments{rawi_, "trace", folder_ / "news.rawi"};
        arguments.insert(arguments.end(), what.begin(), what.end());
        return run_program(std::move(arguments));
    }

    static std::string nonsense() {
        std::string words;
        for (int i = 0; i < 10000; ++i) words += "w" + std::to_string(i) + " ";
        return words;
    }

    std::string rawi_;
    std::filesystem::path folder_;
    std::vector<std::string> lines_;
};

}  // namespace

int main(int argc, char** argv) try {
    if (argc != 3) {
        fmt::print(stderr, "usage: rawi_corpus_costs RAWI ARTICLES.jsonl\n");
        return 2;
    }
    Costs costs(argv[1], argv[2]);
    costs.growth();
    costs.traces();
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "rawi_corpus_costs: {}\n", error.what());
    return 1;
}
