// Runs the command as its users do: a process with its own standard streams.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rawi::testing {

struct Outcome {
    int status = -1;  ///< exit status; 128 + signal if one ended it
    std::string out;
    std::string err;
};

struct Surroundings {
    std::map<std::string, std::string> environment;  ///< set besides the usual; empty: unset
    bool terminal = false;                           ///< standard output is a terminal
};

/// Runs `program` (by default rawi) with `arguments`, `input` on standard input, to its end.
[[nodiscard]] Outcome run(const std::vector<std::string>& arguments, std::string_view input = "",
                          const Surroundings& surroundings = {}, const std::string& program = RAWI_COMMAND);

/// A process that is talked to while it runs. Its standard output is read through `read_some`.
class Process {
public:
    explicit Process(const std::vector<std::string>& arguments);
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    void write(std::string_view input);
    void close_input();
    void close_output();
    /// What comes within `seconds`; empty if nothing does.
    [[nodiscard]] std::string read_some(int seconds);
    void signal(int number);
    /// Waits for the end.
    [[nodiscard]] int status();

private:
    int id_ = -1;
    int input_ = -1;
    int output_ = -1;
};

/// A folder that is gone after the test.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] std::string operator/(const std::string& name) const { return (path_ / name).string(); }
    std::string write(const std::string& name, std::string_view text) const;
    [[nodiscard]] std::size_t files() const;

private:
    std::filesystem::path path_;
};

[[nodiscard]] std::string contents_of(const std::string& path);
[[nodiscard]] std::vector<std::string> lines_of(const std::string& text);

}  // namespace rawi::testing
