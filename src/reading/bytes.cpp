// Files, standard input and memory as streams of bytes.
#include "reading/bytes.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <exception>
#include <limits>
#include <system_error>
#include <utility>

#include "rawi/error.hpp"
#include "text/encoding.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t chunk = std::size_t{1} << 18;

std::string reason() {
    return std::generic_category().message(errno);
}

class FileSource final : public ByteSource {
public:
    FileSource(const std::string& path, std::atomic<std::uint64_t>& progress)
        : descriptor_(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)), progress_(progress) {
        if (descriptor_ < 0) throw Error("cannot be opened: " + reason());
    }
    ~FileSource() override {
        if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
    }
    FileSource(const FileSource&) = delete;
    FileSource& operator=(const FileSource&) = delete;

    std::size_t read(char* to, std::size_t size) override {
        ssize_t got = -1;
        do {
            got = ::read(descriptor_, to, size);
        } while (got < 0 && errno == EINTR);
        if (got < 0) throw Error("cannot be read: " + reason());
        progress_.fetch_add(static_cast<std::uint64_t>(got), std::memory_order_relaxed);
        return static_cast<std::size_t>(got);
    }

private:
    int descriptor_;
    std::atomic<std::uint64_t>& progress_;
};

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}

    std::size_t read(char* to, std::size_t size) override {
        const std::size_t got = bytes_.copy(to, size, at_);
        at_ += got;
        return got;
    }

private:
    std::string bytes_;
    std::size_t at_ = 0;
};

class RejoinedSource final : public ByteSource {
public:
    RejoinedSource(std::string begin, std::unique_ptr<ByteSource> rest)
        : begin_(std::move(begin)), rest_(std::move(rest)) {}

    std::size_t read(char* to, std::size_t size) override {
        const std::size_t got = begin_.read(to, size);
        return got != 0 ? got : rest_->read(to, size);
    }

private:
    MemorySource begin_;
    std::unique_ptr<ByteSource> rest_;
};

class DecodedSource final : public ByteSource {
public:
    DecodedSource(std::unique_ptr<ByteSource> source, std::string_view encoding, std::size_t& replaced)
        : source_(std::move(source)),
          decoder_(encoding),
          replaced_(replaced),
          raw_(std::make_unique_for_overwrite<char[]>(chunk)) {}

    std::size_t read(char* to, std::size_t size) override {
        while (at_ == text_.size() && !at_end_) {
            text_.clear();
            at_ = 0;
            const std::size_t got = source_->read(raw_.get(), chunk);
            at_end_ = got == 0;
            decoder_.decode({raw_.get(), got}, at_end_, text_);
            replaced_ = decoder_.replaced();
            if (std::exchange(first_, false) && text_.starts_with("\xEF\xBB\xBF"))
                at_ = 3;  // the byte order mark is no text
        }
        const std::size_t got = text_.copy(to, size, at_);
        at_ += got;
        return got;
    }

private:
    std::unique_ptr<ByteSource> source_;
    text::StreamDecoder decoder_;
    std::size_t& replaced_;
    std::unique_ptr<char[]> raw_;
    std::string text_;
    std::size_t at_ = 0;
    bool at_end_ = false;
    bool first_ = true;
};

}  // namespace

std::unique_ptr<ByteSource> open_file(const std::string& path, std::atomic<std::uint64_t>& progress) {
    return std::make_unique<FileSource>(path, progress);
}

std::unique_ptr<ByteSource> in_memory(std::string bytes) {
    return std::make_unique<MemorySource>(std::move(bytes));
}

std::unique_ptr<ByteSource> rejoined(std::string begin, std::unique_ptr<ByteSource> rest) {
    return std::make_unique<RejoinedSource>(std::move(begin), std::move(rest));
}

std::unique_ptr<ByteSource> decoded(std::unique_ptr<ByteSource> source, std::string_view encoding,
                                    std::size_t& replaced) {
    return std::make_unique<DecodedSource>(std::move(source), encoding, replaced);
}

bool InputBuffer::fill() {
    if (fault_) std::rethrow_exception(std::exchange(fault_, nullptr));
    if (at_end_) return false;
    const std::size_t waiting = end_ - begin_;
    if (capacity_ - end_ < chunk) {
        // Double while an article grows, shrink when it was consumed: one large article must not be paid for by all
        // others.
        const std::size_t wanted = std::max(2 * chunk, waiting + std::max(waiting, chunk));
        if (wanted > capacity_ || wanted < capacity_ / 4) {
            auto larger = std::make_unique_for_overwrite<char[]>(wanted);
            if (waiting > 0) std::memcpy(larger.get(), buffer_.get() + begin_, waiting);
            buffer_ = std::move(larger);
            capacity_ = wanted;
        } else if (waiting > 0) {
            std::memmove(buffer_.get(), buffer_.get() + begin_, waiting);
        }
        begin_ = 0;
        end_ = waiting;
    }
    const std::size_t got = source_->read(buffer_.get() + end_, capacity_ - end_);
    end_ += got;
    at_end_ = got == 0;
    return !at_end_;
}

std::string_view InputBuffer::peek(std::size_t size) {
    try {
        while (available().size() < size && fill()) {
        }
    } catch (const Error&) {
        if (available().empty()) throw;
        fault_ = std::current_exception();
    }
    return available().substr(0, size);
}

std::string InputBuffer::rest(std::uint64_t limit) {
    const std::uint64_t most = limit == std::numeric_limits<std::uint64_t>::max() ? limit : limit + 1;
    while (available().size() < most && fill()) {
    }
    std::string all(available().substr(0, most));
    consume(all.size());
    return all;
}

std::size_t InputBuffer::read(char* to, std::size_t size) {
    if (available().empty() && !fill()) return 0;
    const std::size_t got = available().copy(to, size);
    consume(got);
    return got;
}

}  // namespace rawi::reading
