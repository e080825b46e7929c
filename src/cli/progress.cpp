#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <csignal>
#include <iostream>

#include "text/width.hpp"

namespace rawi::cli {
namespace {

volatile std::sig_atomic_t interrupt_seen = 0;

}  // namespace

void say(std::string_view message) {
    std::string line = "rawi: ";
    line.append(text::printable(message)).append("\n");
    std::cerr << line << std::flush;
}

std::string counted(std::size_t number, std::string_view one, std::string_view many) {
    return std::to_string(number).append(" ").append(number == 1 ? one : many);
}

std::string text_of(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line != 0) text.append(":").append(std::to_string(problem.line));
    return text.append(": ").append(problem.message);
}

void Complaints::take(const Problem& problem) {
    if (problem.file != file_) {
        finish();
        file_ = problem.file;
    }
    if (of_file_ != 0 && problem.line != 0 && problem.message == message_) {
        if (!lines_.empty() && lines_.back().second + 1 == problem.line)
            lines_.back().second = problem.line;
        else if (lines_.size() < most_stretches)
            lines_.emplace_back(problem.line, problem.line);
        else
            ++unlisted_;
        return;
    }
    say_where_else();
    message_ = problem.message;
    if (++of_file_ <= most_of_one_file) say(text_of(problem));
}

void Complaints::say_where_else() {
    if (lines_.empty()) return;
    std::string text = file_ + ": the same in line";
    if (lines_.size() > 1 || lines_.front().first != lines_.front().second) text += 's';
    for (const auto& [first, last] : lines_) {
        text.append(&first == &lines_.front().first ? " " : ", ").append(std::to_string(first));
        if (last != first) text.append(" to ").append(std::to_string(last));
    }
    if (unlisted_ != 0) text.append(" and ").append(std::to_string(unlisted_)).append(" more");
    if (of_file_ <= most_of_one_file) say(text);
    lines_.clear();
    unlisted_ = 0;
}

void Complaints::finish() {
    say_where_else();
    if (of_file_ > most_of_one_file)
        say(file_ + ": and " + std::to_string(of_file_ - most_of_one_file) + " more such places");
    of_file_ = 0;
}

Progress::Progress(bool data_on_terminal) : wanted_(!data_on_terminal && ::isatty(STDERR_FILENO) == 1) {}

std::string text_of(const Advance& advance, double seconds) {
    std::string text = counted(advance.articles, "article", "articles");
    const bool known = advance.total != 0 && advance.bytes <= advance.total;
    if (known) text.append(", ").append(std::to_string(advance.bytes * 100 / advance.total)).append(" %");
    const double rate = static_cast<double>(advance.bytes) / std::max(seconds, 0.001);  // bytes a second
    text += fmt::format(", {:.1f} MB/s", rate / 1e6);
    if (known && advance.bytes > 0) {
        const auto left = std::llround(static_cast<double>(advance.total - advance.bytes) / rate);  // seconds
        text += left < 3600 ? fmt::format(", {}:{:02} left", left / 60, left % 60)
                            : fmt::format(", {}:{:02}:{:02} left", left / 3600, left / 60 % 60, left % 60);
    }
    if (advance.failures > 0)
        text.append(", ")
            .append(std::to_string(advance.failures))
            .append(advance.failures == 1 ? " failure" : " failures");
    return text;
}

void Progress::show(const Advance& advance) {
    using namespace std::chrono_literals;
    if (!wanted_) return;
    const auto now = Clock::now();
    if (now - start_ < 1s || now - last_ < 200ms) return;
    last_ = now;
    shown_ = true;
    std::cerr << "\r\x1b[Krawi: " + text_of(advance, std::chrono::duration<double>(now - start_).count()) << std::flush;
}

void Progress::clear() {
    if (!shown_) return;
    std::cerr << "\r\x1b[K" << std::flush;
    shown_ = false;
}

void catch_interrupts() {
    handle_ending_signals([](int) { interrupt_seen = 1; });
}

void handle_ending_signals(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        // What nohup has made deaf stays so.
        struct sigaction before {};
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;
        ::sigaction(signal, &action, nullptr);
    }
}

bool interrupted() noexcept {
    return interrupt_seen != 0;
}

}  // namespace rawi::cli
