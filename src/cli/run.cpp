#include "cli/run.hpp"

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

void Run::guarded(const std::function<void()>& write) {
    try {
        write();
    } catch (const Error&) {
        if (output_.broken_pipe()) throw NobodyReads{};
        throw;
    }
}

void Run::take(const Analysis& analysis) {
    ++articles_;
    guarded([&] { writer_->write(analysis); });
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
    // Where nothing could be read, an older file is worth more than an empty one.
    if (articles_ == 0 && failed_ != 0 && !output_.is_standard()) {
        say(options_.output + ": not written, as there is nothing to write");
        return some_failed;
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
        const std::string so_far = std::to_string(articles_) + (articles_ == 1 ? " article" : " articles");
        say("interrupted after " + so_far + (kept.empty() ? "" : "; they are in " + kept));
    } else {
        say("interrupted; nothing was written");
    }
    return ended_by_interrupt;
}

}  // namespace rawi::cli
