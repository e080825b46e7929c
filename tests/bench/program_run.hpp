// Runs a program and asks the system what it took.
#pragma once

#include <string>
#include <vector>

namespace rawi::bench {

struct ProgramRun {
    int status = 0;  ///< exit status; -1 if a signal ended it
    double wall_seconds = 0;
    double cpu_seconds = 0;     ///< user and system, all threads
    double peak_megabytes = 0;  ///< largest resident set, in 10^6 bytes
};

/// Runs `arguments` (the program first), its output thrown away, and waits for it.
[[nodiscard]] ProgramRun run_program(std::vector<std::string> arguments);

}  // namespace rawi::bench
