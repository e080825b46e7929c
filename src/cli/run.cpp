#include "cli/run.hpp"

#include <algorithm>

#include "cli/command.hpp"
#include "rawi/error.hpp"

namespace rawi::cli {

Run::Run(const OutputOptions& options)
    : options_(options),
      format_(options_.chosen_format()),
      output_(options_.output, options_.read_from),
      writer_(options_.make(output_)),
      progress_(output_.is_terminal()) {
    guarded([&] { writer_->begin(); });
}

Run::~Run() {
    if (std::uncaught_exceptions() == errors_before_ || !format_.streams) return;
    progress_.clear();
    if (const auto [kept, articles] = output_.keep_whole(); !kept.empty())
        say("the first " + counted(articles, "article is", "articles are") + " in " + kept);
}

void Run::guarded(const std::function<void()>& write) {
    try {
        write();
    } catch (const Error&) {
        if (output_.broken_pipe()) throw NobodyReads{};
        const std::string failed = output_.failure();
        if (failed.empty()) throw;
        throw Error(output_.is_standard() ? "standard output" : options_.output, 0, failed);
    }
}

namespace {

constexpr std::size_t many_in_a_report = 1000;

/// Of an article in a report: its text, a diagram if there are claims, and for each of them its words again, its
/// evidence and its part of the diagram. As measured over news in two languages; an article with six claims takes 30
/// kB.
std::size_t bytes_in_a_report(const Analysis& analysis) {
    constexpr std::size_t of_an_article = 2000;
    constexpr std::size_t of_a_diagram = 5500;
    constexpr std::size_t of_a_claim = 3000;
    const std::size_t claims = analysis.attributions.size();
    return of_an_article + analysis.document.text().size() + (claims == 0 ? 0 : of_a_diagram + of_a_claim * claims);
}

}  // namespace

void Run::weigh_report(const Analysis& analysis) {
    if (format_.name != "html" || articles_ > many_in_a_report + 1) return;
    if (articles_ <= many_in_a_report) {
        report_bytes_ += bytes_in_a_report(analysis);
        return;
    }
    progress_.clear();
    say("a report of more than " + std::to_string(many_in_a_report) + " articles: expect about " +
        std::to_string(std::max<std::size_t>(1, report_bytes_ / 1'000'000)) + " MB for each " +
        std::to_string(many_in_a_report) +
        ", which browsers are slow to open; rawi index news.rawi INPUT... and then rawi report news.rawi make one page "
        "on what all of them rely on");
}

void Run::take(const Analysis& analysis) {
    ++articles_;
    weigh_report(analysis);
    guarded([&] { writer_->write(analysis); });
    output_.mark_whole();
}

void Run::take(const Problem& problem) {
    if (problem.fatal) ++failed_;
    progress_.clear();
    if (output_.is_standard()) output_.stream().flush();  // in the order in which it came, where both are one terminal
    complaints_.take(problem);
}

void Run::pause(std::uint64_t bytes, std::uint64_t total) {
    if (output_.is_standard() && format_.streams) output_.stream().flush();
    progress_.show({articles_, bytes, total, failed_});
}

int Run::finish() {
    progress_.clear();
    complaints_.finish();
    // A page without an article looks like an answer, and what a file holds is worth more than nothing.
    const bool page = format_.name == "html";
    if (articles_ == 0 && (page || (failed_ != 0 && !output_.is_standard()))) {
        if (page) say("no article was read: there is nothing to report on");
        if (!output_.is_standard()) say_not_written(options_.output);
        return some_failed;
    }
    if (!format_.streams) {
        if (interrupted()) return interrupt();
        output_.end_at_once();
    }
    guarded([&] {
        writer_->end();
        output_.commit();
    });
    return failed_ == 0 ? clean : some_failed;
}

int Run::interrupt() {
    progress_.clear();
    complaints_.finish();
    if (format_.streams) {
        guarded([&] { writer_->end(); });
        const std::string kept = output_.keep_partial();
        const std::string so_far = counted(articles_, "article", "articles");
        say("interrupted after " + so_far + (kept.empty() ? "" : "; they are in " + kept));
    } else {
        say("interrupted; nothing was written");
    }
    return ended_by_interrupt;
}

}  // namespace rawi::cli
