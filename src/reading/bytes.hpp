// Where bytes come from, and a buffer to look ahead in them.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

namespace rawi::reading {

/// A stream of bytes: a file, the decompressed inside of one, a member of an archive.
class ByteSource {
public:
    virtual ~ByteSource() = default;

    /// Reads up to `size` bytes to `to`; 0 at the end. Throws `Error` where the medium or its format fails.
    virtual std::size_t read(char* to, std::size_t size) = 0;
};

/// Opens a file, or standard input for "-". Adds what is read to `progress`, which must outlive it. Throws `Error`.
[[nodiscard]] std::unique_ptr<ByteSource> open_file(const std::string& path, std::atomic<std::uint64_t>& progress);

/// `begin`, then what is left of `rest`.
[[nodiscard]] std::unique_ptr<ByteSource> rejoined(std::string begin, std::unique_ptr<ByteSource> rest);

/// Bytes that are in memory already.
[[nodiscard]] std::unique_ptr<ByteSource> in_memory(std::string bytes);

/// `source` converted from UTF-16 or UTF-32 to UTF-8 as it is read. Counts the broken places that became U+FFFD in
/// `replaced`, which must outlive it.
[[nodiscard]] std::unique_ptr<ByteSource> decoded(std::unique_ptr<ByteSource> source, std::string_view encoding,
                                                  std::size_t& replaced);

/// A source with a look-ahead that grows as far as the reader asks for it: the reader bounds the memory.
class InputBuffer final : public ByteSource {
public:
    explicit InputBuffer(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

    /// What was read and not consumed. Good until the next call of a function that is not const.
    [[nodiscard]] std::string_view available() const noexcept { return {buffer_.get() + begin_, end_ - begin_}; }

    /// Reads more behind what is available; false at the end of the source.
    bool fill();

    /// The next `size` bytes, fewer only at the end or before a fault, which the next `fill` throws.
    [[nodiscard]] std::string_view peek(std::size_t size);

    void consume(std::size_t size) noexcept { begin_ += size; }

    /// Everything to the end, or nothing more than `limit` + 1 bytes of it.
    [[nodiscard]] std::string rest(std::uint64_t limit);

    std::size_t read(char* to, std::size_t size) override;

private:
    std::unique_ptr<ByteSource> source_;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_ = 0;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    bool at_end_ = false;
    std::exception_ptr fault_;  ///< met while looking ahead, to be thrown when all before it was read
};

}  // namespace rawi::reading
