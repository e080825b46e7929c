// What analyze and convert share: analyses and problems, one after the other, into a writer.
#pragma once

#include <cstddef>
#include <exception>

#include "cli/intake.hpp"
#include "cli/options.hpp"
#include "cli/progress.hpp"

namespace rawi::cli {

/// The end of an interrupted run: an exit status no command gives by itself (as a shell has it for SIGINT).
inline constexpr int ended_by_interrupt = 130;

/// Takes analyses and problems in order. One of the two: `finish` at the end of the input, `interrupt` on Ctrl-C.
class Run {
public:
    explicit Run(const OutputOptions& options);
    /// Where an error ends the run early, what was written of whole articles is kept, and that is said.
    ~Run();
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;

    void take(const Analysis& analysis);
    void take(const Problem& problem);

    /// Shows progress and hands finished output on where the reader waits for it.
    void pause(std::uint64_t bytes, std::uint64_t total);

    /// Ends the output. Returns the exit status.
    [[nodiscard]] int finish();

    /// Ends the output so that what was written is whole, and says where it is.
    [[nodiscard]] int interrupt();

private:
    void guarded(const std::function<void()>& write);
    /// Says once that a report gets larger than its reader may think.
    void weigh_report(const Analysis& analysis);

    OutputOptions options_;
    const Format& format_;
    Output output_;
    std::unique_ptr<Writer> writer_;
    Complaints complaints_;
    Progress progress_;
    int errors_before_ = std::uncaught_exceptions();
    std::size_t articles_ = 0;
    std::size_t failed_ = 0;
    std::size_t report_bytes_ = 0;  ///< of a report, about
};

/// Analyses the articles that `options` choose into `output`: rawi analyze. Returns the exit status.
[[nodiscard]] int analyze_into(const IntakeOptions& options, const OutputOptions& output);

/// Writes saved analyses, from files or standard input, into `output`: rawi convert. `already_read` is what was taken
/// from standard input to see what it is. Returns the exit status.
[[nodiscard]] int convert_into(const std::vector<std::string>& inputs, const OutputOptions& output,
                               std::string already_read = {});

/// Thrown when nobody reads standard output any more. Ends the program without a word.
struct NobodyReads {};

}  // namespace rawi::cli
