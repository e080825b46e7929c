#include "cli/progress.hpp"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
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

std::string text_of(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line != 0) text.append(":").append(std::to_string(problem.line));
    return text.append(": ").append(problem.message);
}

Progress::Progress(bool data_on_terminal) : wanted_(!data_on_terminal && ::isatty(STDERR_FILENO) == 1) {}

void Progress::show(std::size_t articles, std::uint64_t bytes, std::uint64_t total) {
    using namespace std::chrono_literals;
    if (!wanted_) return;
    const auto now = Clock::now();
    if (now - start_ < 1s || now - last_ < 200ms) return;
    last_ = now;
    shown_ = true;
    const auto seconds =
        static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::seconds>(now - start_).count());
    std::string line = "\r\x1b[Krawi: " + std::to_string(articles) + " articles";
    if (total != 0 && bytes <= total) line.append(", ").append(std::to_string(bytes * 100 / total)).append(" %");
    line.append(", ").append(std::to_string(articles / std::max<std::uint64_t>(seconds, 1))).append(" a second");
    std::cerr << line << std::flush;
}

void Progress::clear() {
    if (!shown_) return;
    std::cerr << "\r\x1b[K" << std::flush;
    shown_ = false;
}

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = [](int) { interrupt_seen = 1; };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() noexcept {
    return interrupt_seen != 0;
}

}  // namespace rawi::cli
