// The one exception type of the library.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace rawi {

/// Thrown for what a caller must mend: unreadable input, a broken language pack, a file that cannot be written.
/// Odd *text* never throws: whatever bytes an article holds, it is analysed. Mistakes of the program that calls, as the
/// id of another analysis, are `std::out_of_range`.
class Error : public std::runtime_error {
public:
    explicit Error(const std::string& message) : std::runtime_error(message) {}

    /// `message` concerning `line` (1-based; 0 when the whole file is meant) of `file`; `what()` reads "file:line:
    /// message".
    Error(std::string file, std::size_t line, const std::string& message)
        : std::runtime_error(file + (line != 0 ? ":" + std::to_string(line) : "") + ": " + message),
          prefix_(file.size() + (line != 0 ? 1 + std::to_string(line).size() : 0) + 2),
          file_(std::move(file)),
          line_(line) {}

    /// `what()`, which ends at the first NUL, without the file and the line. Good as long as the exception is.
    [[nodiscard]] std::string_view message() const noexcept {
        std::string_view whole(what());
        whole.remove_prefix(prefix_ < whole.size() ? prefix_ : whole.size());
        return whole;
    }
    [[nodiscard]] const std::string& file() const noexcept { return file_; }
    [[nodiscard]] std::size_t line() const noexcept { return line_; }

private:
    std::size_t prefix_ = 0;  ///< bytes
    std::string file_;
    std::size_t line_ = 0;
};

}  // namespace rawi
