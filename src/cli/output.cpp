#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include "cli/command.hpp"
#include "cli/progress.hpp"
#include "rawi/error.hpp"

namespace rawi::cli {
namespace {

/// The file that a signal takes with it, for a handler that may call hardly anything; empty for none.
std::array<char, PATH_MAX> doomed{};

void end_now(int signal) {
    if (doomed[0] != '\0') ::unlink(doomed.data());
    ::_exit(128 + signal);  // as a shell has it
}

}  // namespace

bool DescriptorBuffer::write_all(const char* bytes, std::size_t count) {
    while (count > 0 && error_ == 0) {
        const ssize_t written = ::write(descriptor_, bytes, count);
        if (written >= 0) {
            bytes += written;
            count -= static_cast<std::size_t>(written);
            written_ += static_cast<std::uint64_t>(written);
        } else if (errno != EINTR) {
            error_ = errno;
        }
    }
    return error_ == 0;
}

int DescriptorBuffer::sync() {
    const bool written = write_all(pbase(), static_cast<std::size_t>(pptr() - pbase()));
    setp(buffer_.data(), buffer_.data() + buffer_.size());
    return written ? 0 : -1;
}

DescriptorBuffer::int_type DescriptorBuffer::overflow(int_type byte) {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(byte, traits_type::eof())) sputc(traits_type::to_char_type(byte));
    return traits_type::not_eof(byte);
}

std::streamsize DescriptorBuffer::xsputn(const char* bytes, std::streamsize count) {
    if (count > epptr() - pptr()) {
        if (sync() != 0) return 0;
        if (count >= epptr() - pptr()) return write_all(bytes, static_cast<std::size_t>(count)) ? count : 0;
    }
    std::memcpy(pptr(), bytes, static_cast<std::size_t>(count));
    pbump(static_cast<int>(count));
    return count;
}

bool names_file(const std::string& path) {
    return !path.empty() && path != "-";
}

void say_not_written(const std::string& path) {
    say(path + ": not written, as there is nothing to write");
}

Output::Output(const std::string& path, std::span<const std::string> inputs) {
    if (names_file(path)) {
        std::error_code failed;
        for (const std::string& input : inputs) {
            if (std::filesystem::is_regular_file(input, failed) && std::filesystem::equivalent(input, path, failed))
                throw UsageError("the output would replace the input " + input + "; give it another name");
        }
        path_ = path;
        const auto status = std::filesystem::status(path_, failed);
        if (std::filesystem::is_directory(status)) throw Error(path, 0, "is a directory; give the name of a file");
        const bool directly = std::filesystem::exists(status) && !std::filesystem::is_regular_file(status);
        if (!directly) {
            // What a link stands for is replaced, not the link.
            if (std::filesystem::is_symlink(path, failed)) path_ = std::filesystem::weakly_canonical(path, failed);
            open_partial();
        } else {
            descriptor_ = ::open(path_.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
        }
        if (descriptor_ < 0) throw Error(path, 0, std::string("cannot be written: ") + std::strerror(errno));
    }
    buffer_ = std::make_unique<DescriptorBuffer>(descriptor_);
    stream_.rdbuf(buffer_.get());
}

/// What an earlier run has left, or another one is writing, stays as it is. What replaces a file that only its owner
/// may read is for nobody else from its beginning.
void Output::open_partial() {
    constexpr int most = 1000;
    constexpr mode_t permissions = S_IRWXU | S_IRWXG | S_IRWXO;
    struct stat replaced {};
    const bool replaces = ::stat(path_.c_str(), &replaced) == 0;
    for (int number = 1; number <= most; ++number) {
        const std::string name = path_.string() + (number == 1 ? "" : "." + std::to_string(number)) + ".partial";
        descriptor_ =
            ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, replaces ? S_IRUSR | S_IWUSR : 0666);
        if (descriptor_ < 0 && errno == EEXIST) continue;
        if (descriptor_ >= 0) partial_ = name;
        if (descriptor_ >= 0 && replaces) (void)::fchmod(descriptor_, replaced.st_mode & permissions);
        return;
    }
}

Output::~Output() {
    doomed[0] = '\0';
    if (!partial_.empty()) ::unlink(partial_.c_str());  // neither committed nor kept
    close();
}

void Output::close() {
    if (!path_.empty() && descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

bool Output::is_terminal() const noexcept {
    return is_standard() && ::isatty(descriptor_) == 1;
}

bool Output::broken_pipe() const noexcept {
    return buffer_->error() == EPIPE;
}

void Output::end_at_once() const {
    const std::string& name = partial_.native();
    if (name.size() < doomed.size()) std::copy_n(name.c_str(), name.size() + 1, doomed.begin());
    handle_ending_signals(end_now);
}

std::string Output::failure() const {
    return buffer_->error() == 0 ? "" : std::string("cannot be written: ") + std::strerror(buffer_->error());
}

void Output::forget_written() {
    for (; whole_.size() > 1 && whole_[1] <= buffer_->written(); ++marked_) whole_.pop_front();
}

void Output::mark_whole() {
    whole_.push_back(buffer_->taken());
    forget_written();
}

std::pair<std::string, std::size_t> Output::keep_whole() {
    forget_written();
    if (partial_.empty() || whole_.empty() || whole_.front() > buffer_->written() || whole_.front() == 0 ||
        ::ftruncate(descriptor_, static_cast<off_t>(whole_.front())) != 0)
        return {};
    close();
    return {std::exchange(partial_, {}).string(), marked_ + 1};
}

void Output::commit() {
    stream_.flush();
    doomed[0] = '\0';  // what has been written is worth more than the end
    const std::string name = path_.empty() ? "standard output" : path_.string();
    if (const std::string failed = failure(); !failed.empty()) throw Error(name, 0, failed);
    close();
    if (partial_.empty()) return;
    if (::rename(partial_.c_str(), path_.c_str()) != 0) {
        const std::string reason = std::strerror(errno);
        throw Error(name, 0,
                    "cannot be written: " + reason + "; all of it is in " + std::exchange(partial_, {}).string());
    }
    partial_.clear();
}

std::string Output::keep_partial() {
    stream_.flush();
    close();
    return std::exchange(partial_, {}).string();
}

bool wants_colour(const std::string& choice, bool is_terminal) {
    if (choice != "auto") return choice == "always";
    const char* no_colour = std::getenv("NO_COLOR");
    const char* terminal = std::getenv("TERM");
    const bool able = terminal != nullptr && *terminal != '\0' && std::string_view(terminal) != "dumb";
    return is_terminal && able && (no_colour == nullptr || *no_colour == '\0');
}

unsigned terminal_width(bool is_terminal) {
    constexpr unsigned widest = 100;
    winsize size{};
    if (is_terminal && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return std::min<unsigned>(size.ws_col, widest);
    if (const char* columns = std::getenv("COLUMNS")) {
        const int given = std::atoi(columns);
        if (given > 0) return std::min(static_cast<unsigned>(given), widest);
    }
    return 80;
}

}  // namespace rawi::cli
