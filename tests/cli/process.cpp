#include "cli/process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace rawi::testing {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> all;
    for (std::string& word : words) all.push_back(word.data());
    all.push_back(nullptr);
    return all;
}

// In the child: never returns.
[[noreturn]] void become(const std::string& program, std::vector<std::string> words) {
    words.insert(words.begin(), program);
    ::signal(SIGPIPE, SIG_DFL);
    ::execvp(program.c_str(), pointers(words).data());
    ::_exit(127);
}

int decoded(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string drained(int descriptor) {
    std::string all;
    std::array<char, 1 << 16> buffer;
    for (ssize_t n = 0; (n = ::read(descriptor, buffer.data(), buffer.size())) > 0 || (n < 0 && errno == EINTR);) {
        if (n > 0) all.append(buffer.data(), static_cast<std::size_t>(n));
    }
    return all;  // a terminal ends with EIO
}

}  // namespace

Outcome run(const std::vector<std::string>& arguments, std::string_view input, const Surroundings& surroundings,
            const std::string& program) {
    const TemporaryFolder folder;
    const std::string input_name = folder.write("input", input);
    const std::string error_name = folder / "error";
    std::array<int, 2> output{};
    if (surroundings.terminal) {
        winsize size{.ws_row = 24, .ws_col = 60, .ws_xpixel = 0, .ws_ypixel = 0};
        termios raw{};
        ::cfmakeraw(&raw);
        if (::openpty(output.data(), &output[1], nullptr, &raw, &size) != 0)
            throw std::runtime_error("no terminal to be had");
    } else if (::pipe(output.data()) != 0) {
        throw std::runtime_error("no pipe to be had");
    }
    const int id = ::fork();
    if (id == 0) {
        ::dup2(::open(input_name.c_str(), O_RDONLY), 0);
        ::dup2(output[1], 1);
        ::dup2(::open(error_name.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
        ::close(output[0]);
        ::close(output[1]);
        for (const auto& [name, value] : surroundings.environment) {
            value.empty() ? ::unsetenv(name.c_str()) : ::setenv(name.c_str(), value.c_str(), 1);
        }
        become(program, arguments);
    }
    ::close(output[1]);
    Outcome outcome;
    outcome.out = drained(output[0]);
    ::close(output[0]);
    int status = 0;
    ::waitpid(id, &status, 0);
    outcome.status = decoded(status);
    outcome.err = contents_of(error_name);
    return outcome;
}

Process::Process(const std::vector<std::string>& arguments) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe to be had");
    id_ = ::fork();
    if (id_ == 0) {
        ::dup2(in[0], 0);
        ::dup2(out[1], 1);
        become(RAWI_COMMAND, arguments);
    }
    ::close(in[0]);
    ::close(out[1]);
    input_ = in[1];
    output_ = out[0];
}

Process::~Process() {
    close_input();
    close_output();
    if (id_ > 0) {
        ::kill(id_, SIGKILL);
        ::waitpid(id_, nullptr, 0);
    }
}

void Process::write(std::string_view input) {
    if (::write(input_, input.data(), input.size()) != static_cast<ssize_t>(input.size()))
        throw std::runtime_error("cannot write to the process");
}

void Process::close_input() {
    if (input_ >= 0) ::close(std::exchange(input_, -1));
}

void Process::close_output() {
    if (output_ >= 0) ::close(std::exchange(output_, -1));
}

std::string Process::read_some(int seconds) {
    pollfd waiting{.fd = output_, .events = POLLIN, .revents = 0};
    if (::poll(&waiting, 1, seconds * 1000) <= 0) return "";
    std::array<char, 1 << 16> buffer;
    const ssize_t n = ::read(output_, buffer.data(), buffer.size());
    return n > 0 ? std::string(buffer.data(), static_cast<std::size_t>(n)) : "";
}

void Process::signal(int number) {
    ::kill(id_, number);
}

int Process::status() {
    int status = 0;
    ::waitpid(std::exchange(id_, -1), &status, 0);
    return decoded(status);
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "rawi-test-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder to be had");
    path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

std::string TemporaryFolder::write(const std::string& name, std::string_view text) const {
    std::ofstream(path_ / name, std::ios::binary) << text;
    return (path_ / name).string();
}

std::size_t TemporaryFolder::files() const {
    return static_cast<std::size_t>(
        std::distance(std::filesystem::directory_iterator(path_), std::filesystem::directory_iterator()));
}

std::string contents_of(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in(text);
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

}  // namespace rawi::testing
