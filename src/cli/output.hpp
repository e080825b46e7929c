// Where a command's data goes: standard output, or a file that appears only when it is whole.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <ostream>
#include <span>
#include <streambuf>
#include <string>
#include <utility>

namespace rawi::cli {

/// A stream buffer over a file descriptor that remembers why it failed.
class DescriptorBuffer : public std::streambuf {
public:
    explicit DescriptorBuffer(int descriptor) : descriptor_(descriptor) {
        setp(buffer_.data(), buffer_.data() + buffer_.size());
    }
    [[nodiscard]] int error() const noexcept { return error_; }
    [[nodiscard]] std::uint64_t written() const noexcept { return written_; }
    /// Bytes taken, of which some may wait to be written.
    [[nodiscard]] std::uint64_t taken() const noexcept {
        return written_ + static_cast<std::uint64_t>(pptr() - pbase());
    }

protected:
    int_type overflow(int_type byte) override;
    std::streamsize xsputn(const char* bytes, std::streamsize count) override;
    int sync() override;

private:
    bool write_all(const char* bytes, std::size_t count);

    int descriptor_;
    int error_ = 0;
    std::uint64_t written_ = 0;
    std::array<char, 1 << 16> buffer_;
};

/// Standard output or a named file. The file is written beside its place as NAME.partial (NAME.2.partial, ... where
/// that exists) and moved there by `commit`, so that nobody ever finds half of it under its name; what is no regular
/// file (/dev/null, a pipe) is written directly.
class Output {
public:
    /// `path` empty or "-": standard output. Throws `Error` if the file cannot be made, and `UsageError` where it is
    /// one of `inputs`, which are read while it is written.
    explicit Output(const std::string& path, std::span<const std::string> inputs = {});
    ~Output();
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    [[nodiscard]] std::ostream& stream() noexcept { return stream_; }
    [[nodiscard]] bool is_standard() const noexcept { return path_.empty(); }
    [[nodiscard]] bool is_terminal() const noexcept;

    /// Whether the reader of standard output has gone away; then there is nothing to say and nobody to say it to.
    [[nodiscard]] bool broken_pipe() const noexcept;

    /// Writes out what is left and puts the file in its place. Throws `Error`.
    void commit();

    /// Writes out what is left and leaves the partial file where it is; returns its name (empty if there is none).
    std::string keep_partial();

    /// All that was written until now is whole by itself.
    void mark_whole();

    /// Leaves the partial file with what is whole in it, though no more can be written: its name, and how often
    /// `mark_whole` was called for what it holds. Empty and 0 where there is no such file, or nothing whole in it.
    std::pair<std::string, std::size_t> keep_whole();

    /// From now on the first signal that asks for the end ends the program at once, and takes the partial file with it:
    /// for work of minutes in which nobody looks at `interrupted()`, such as that of Graphviz.
    void end_at_once() const;

    /// Why writing has failed; empty if it has not.
    [[nodiscard]] std::string failure() const;

private:
    void close();
    void open_partial();
    /// Of the ends that are written only the last one matters.
    void forget_written();

    std::filesystem::path path_;     // empty: standard output
    std::filesystem::path partial_;  // empty: written directly, or done
    int descriptor_ = 1;
    std::unique_ptr<DescriptorBuffer> buffer_;
    std::ostream stream_{nullptr};
    std::deque<std::uint64_t> whole_;  ///< ends of what is whole: the last one written, and those that wait to be
    std::size_t marked_ = 0;           ///< how many there have been before the first of these
};

/// Whether what is written to `path` goes to a file, and not to standard output.
[[nodiscard]] bool names_file(const std::string& path);

/// That `path` stays as it is: where nothing is found, an older file is worth more than an empty one.
void say_not_written(const std::string& path);

/// Whether colours are wanted: `choice` is "auto", "always" or "never"; auto means a terminal that can show them,
/// unless NO_COLOR is set (https://no-color.org).
[[nodiscard]] bool wants_colour(const std::string& choice, bool is_terminal);

/// Columns for text: those of the terminal (at most 100, longer lines are hard to read), else COLUMNS, else 80.
[[nodiscard]] unsigned terminal_width(bool is_terminal);

}  // namespace rawi::cli
