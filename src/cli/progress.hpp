// Diagnostics: problems, and how far a long run has come.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rawi/reading.hpp"

namespace rawi::cli {

/// Says "rawi: message" on standard error, harmless for a terminal whatever names and texts the message quotes.
void say(std::string_view message);

/// "1 article", "2 articles"
[[nodiscard]] std::string counted(std::size_t number, std::string_view one, std::string_view many);

/// "FILE:LINE: message"
[[nodiscard]] std::string text_of(const Problem& problem);

/// Says what is wrong with inputs. The same in line after line of a file is said once, with the lines; what is wrong
/// with one file in hundreds of ways is said of the first ones and counted for the rest.
class Complaints {
public:
    void take(const Problem& problem);
    void finish();  ///< says what has been held back

private:
    static constexpr std::size_t most_of_one_file = 200;
    static constexpr std::size_t most_stretches = 20;

    void say_where_else();

    std::string file_;
    std::string message_;  ///< the last one
    std::size_t of_file_ = 0;
    std::vector<std::pair<std::size_t, std::size_t>>
        lines_;                 ///< where else it is the same: first and last line of each
    std::size_t unlisted_ = 0;  ///< further places
};

/// How far the work has come.
struct Advance {
    std::size_t articles = 0;
    std::uint64_t bytes = 0;  ///< of the input, as it lies on the disk
    std::uint64_t total = 0;  ///< 0: unknown
    std::size_t failures = 0;
};

/// "4512 articles, 45 %, 3.2 MB/s, 0:07 left, 2 failures" after so many seconds of work.
[[nodiscard]] std::string text_of(const Advance& advance, double seconds);

/// A line on standard error that shows how far the work has come: only on a terminal, only if it takes longer than a
/// moment, and never where the data go to the same terminal.
class Progress {
public:
    explicit Progress(bool data_on_terminal);
    ~Progress() { clear(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(const Advance& advance);

    /// Takes the line away, so that something else can be written.
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    bool wanted_;
    bool shown_ = false;
    Clock::time_point start_ = Clock::now();
    Clock::time_point last_ = start_;
};

/// Ctrl-C asks for the end: from now on `interrupted()` turns true at the first one; the second ends the program at
/// once.
void catch_interrupts();

/// Sets what is done at the first signal that asks for the end; at the second one the program ends.
void handle_ending_signals(void (*handler)(int));
[[nodiscard]] bool interrupted() noexcept;

}  // namespace rawi::cli
