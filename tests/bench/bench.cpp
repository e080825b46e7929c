// rawi_bench RAWI CORPUS [ROUNDS]: what analysis costs, next to ICU's word segmentation of the same text in the same
// run.
//
// The measures take turns, article by article loops over the whole corpus, and the best round of each counts: what else
// the machine does can only make a round slower. Times are of the thread's own CPU clock.
#include <fmt/core.h>
#include <algorithm>
#include <charconv>
#include <ctime>
#include <exception>
#include <functional>
#include <limits>
#include <rawi/rawi.hpp>
#include <stdexcept>
#include <string>
#include <vector>

#include "program_run.hpp"
#include "word_breaks.hpp"

namespace {

using rawi::bench::ProgramRun;

struct Measure {
    std::string name;
    std::function<std::size_t()> run;  // one pass over the corpus; what it counted
    double best = std::numeric_limits<double>::infinity();
    std::size_t counted = 0;
};

double cpu_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

std::vector<rawi::Document> read_all(const std::string& corpus) {
    std::vector<rawi::Document> articles;
    rawi::ArticleReader reader({corpus});
    while (auto item = reader.next()) {
        if (auto* article = std::get_if<rawi::Document>(&*item)) articles.push_back(std::move(*article));
    }
    if (articles.empty()) throw std::runtime_error(corpus + ": no articles in it");
    return articles;
}

void measure_program(const std::string& rawi, const std::string& corpus, std::vector<std::string> options,
                     std::string_view name) {
    std::vector<std::string> arguments{rawi, "analyze", "--format", "jsonl"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    arguments.push_back(corpus);
    const ProgramRun run = rawi::bench::run_program(std::move(arguments));
    fmt::print("{:<34}{:>8.2f} s{:>8.2f} s{:>9.1f} MB{}\n", name, run.wall_seconds, run.cpu_seconds, run.peak_megabytes,
               run.status == 0 ? "" : fmt::format("   exit status {}", run.status));
}

void measure_analysis(const std::string& corpus, int rounds) {
    const auto articles = read_all(corpus);
    std::vector<std::u16string> texts;
    std::size_t bytes = 0;
    for (const auto& article : articles) {
        texts.push_back(rawi::bench::utf16(article.text()));
        bytes += article.text().size();
    }
    std::vector<rawi::LanguagePack> packs;
    for (const auto& code : rawi::LanguagePack::built_in_codes()) packs.push_back(rawi::LanguagePack::built_in(code));
    rawi::bench::WordBreaks breaks;

    std::vector<Measure> measures{
        {"rawi::analyze",
         [&] {
             std::size_t found = 0;
             for (const auto& article : articles) found += rawi::analyze(article, packs).attributions.size();
             return found;
         }},
        {"ICU word breaks, UTF-16",
         [&] {
             std::size_t found = 0;
             for (const auto& text : texts) found += breaks.count(text);
             return found;
         }},
        {"ICU word breaks, UTF-8 (UText)",
         [&] {
             std::size_t found = 0;
             for (const auto& article : articles) found += breaks.count(article.text());
             return found;
         }},
    };
    for (int round = 0; round < rounds; ++round) {
        for (auto& measure : measures) {
            const double start = cpu_seconds();
            measure.counted = measure.run();
            measure.best = std::min(measure.best, cpu_seconds() - start);
        }
    }

    const double megabytes = static_cast<double>(bytes) / 1e6;
    fmt::print("\n{} articles, {:.1f} MB of UTF-8; one core, CPU time, best of {} rounds in turns\n", articles.size(),
               megabytes, rounds);
    fmt::print("{:<34}{:>10}{:>10}{:>12}{:>20}\n", "", "ms/MB", "MB/s", "found", "rawi takes");
    for (const auto& measure : measures) {
        fmt::print("{:<34}{:>10.1f}{:>10.1f}{:>12}{:>19.2f}x\n", measure.name, measure.best * 1e3 / megabytes,
                   megabytes / measure.best, measure.counted, measures.front().best / measure.best);
    }
}

/// An article in which so many people speak, each of them twice.
rawi::Document made_up(std::size_t speakers) {
    std::string text;
    for (std::size_t i = 0; i < speakers; ++i) {
        std::string name = "Q";
        for (std::size_t k = 0, rest = i; k < 4; ++k, rest /= 16) name += static_cast<char>('a' + rest % 16);
        text += fmt::format("Senator Paul {0} said the plan was dead. {0} said it was late.\n", name);
    }
    return {{.language = "en", .outlet = "The Springfield Herald"}, "", text};
}

/// What an article costs that is twice as long as another: a text of a million names must not take for ever.
void measure_growth(int rounds) {
    const std::vector<rawi::LanguagePack> packs{rawi::LanguagePack::built_in("en")};
    std::vector<std::pair<std::size_t, double>> best{{4000, 0}, {8000, 0}, {16000, 0}};
    for (auto& [speakers, seconds] : best) {
        const rawi::Document article = made_up(speakers);
        seconds = std::numeric_limits<double>::infinity();
        for (int round = 0; round < rounds; ++round) {
            const double start = cpu_seconds();
            (void)rawi::analyze(article, packs);
            seconds = std::min(seconds, cpu_seconds() - start);
        }
    }
    fmt::print("\n{:<34}{:>10}{:>32}\n", "one article, people in it", "seconds", "of that of half the people");
    for (std::size_t i = 0; i < best.size(); ++i) {
        fmt::print("{:<34}{:>10.2f}{:>32}\n", best[i].first, best[i].second,
                   i == 0 ? "" : fmt::format("{:.1f}x", best[i].second / best[i - 1].second));
    }
}

}  // namespace

int main(int argc, char** argv) try {
    const std::vector<std::string> arguments(argv, argv + argc);
    int rounds = 5;
    const bool counted = argc < 4 || std::from_chars(argv[3], argv[3] + arguments[3].size(), rounds).ec == std::errc{};
    if (argc < 3 || argc > 4 || !counted || rounds < 1) {
        fmt::print(stderr, "usage: rawi_bench RAWI CORPUS [ROUNDS]\n");
        return 2;
    }
    fmt::print("{:<34}{:>10}{:>10}{:>12}\n", "the program, JSON Lines written", "wall", "CPU", "peak memory");
    measure_program(arguments[1], arguments[2], {"--jobs", "1"}, "rawi analyze --jobs 1");
    measure_program(arguments[1], arguments[2], {}, "rawi analyze");
    measure_analysis(arguments[2], rounds);
    measure_growth(std::min(rounds, 3));
    return 0;
} catch (const std::exception& error) {
    fmt::print(stderr, "rawi_bench: {}\n", error.what());
    return 1;
}
