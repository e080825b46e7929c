#include "cli/saved_input.hpp"

#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <streambuf>
#include <utility>

#include "rawi/error.hpp"
#include "reading/formats.hpp"

namespace rawi::cli {
namespace {

constexpr std::size_t head_size = 256;

std::unique_ptr<reading::ByteSource> opened(const std::string& path, std::string already_read,
                                            std::atomic<std::uint64_t>& progress) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) throw Error("is a directory; name the files in it");
    std::unique_ptr<reading::ByteSource> bytes = reading::open_file(path, progress);
    return already_read.empty() ? std::move(bytes) : reading::rejoined(std::move(already_read), std::move(bytes));
}

}  // namespace

class SavedInput::Buffer final : public std::streambuf {
public:
    explicit Buffer(reading::ByteSource& bytes) : bytes_(bytes) {}

protected:
    int_type underflow() override {
        const std::size_t got = bytes_.read(chunk_.data(), chunk_.size());
        if (got == 0) return traits_type::eof();
        setg(chunk_.data(), chunk_.data(), chunk_.data() + got);
        return traits_type::to_int_type(chunk_.front());
    }

private:
    reading::ByteSource& bytes_;
    std::array<char, 1 << 14> chunk_{};
};

SavedInput::SavedInput(const std::string& path, std::string already_read)
    : input_(path == "-" ? "<stdin>" : path, opened(path, std::move(already_read), bytes_read_)) {
    const std::string_view head = reading::uncover(input_);
    if (reading::is_database(head))
        throw Error("is a corpus, or another database: rawi export writes the analyses of a corpus");
    buffer_ = std::make_unique<Buffer>(input_.bytes);
    stream_.rdbuf(buffer_.get());
    stream_.exceptions(std::ios::badbit);  // what reading throws comes through
}

SavedInput::~SavedInput() = default;

std::string head_of_standard_input() {
    std::string head(head_size, '\0');
    std::size_t size = 0;
    while (size < head.size()) {
        const ssize_t got = ::read(STDIN_FILENO, head.data() + size, head.size() - size);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;  // what cannot be read is said by those who read on
        size += static_cast<std::size_t>(got);
    }
    head.resize(size);
    return head;
}

std::string head_of_file(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) return {};  // a pipe's bytes are for those who read on
    try {
        std::atomic<std::uint64_t> uncounted = 0;
        reading::Input input(path, reading::open_file(path, uncounted));
        return std::string(reading::uncover(input).substr(0, head_size));
    } catch (const Error&) {
        return {};
    }
}

}  // namespace rawi::cli
