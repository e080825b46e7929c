// Files of saved analyses as streams, decompressed like those of articles.
#pragma once

#include <atomic>
#include <cstdint>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

#include "reading/input.hpp"

namespace rawi::cli {

/// What a file holds, or standard input for "-". Not to be moved: its stream refers to it.
class SavedInput {
public:
    /// `already_read`: of standard input. Throws `Error` where it cannot be opened, is empty or a corpus.
    explicit SavedInput(const std::string& path, std::string already_read = {});
    ~SavedInput();
    SavedInput(const SavedInput&) = delete;
    SavedInput& operator=(const SavedInput&) = delete;

    /// What is read comes as soon as it is there. Throws where the medium fails or a compressed stream is damaged.
    [[nodiscard]] std::istream& stream() noexcept { return stream_; }

    /// Of the file as it lies on the disk.
    [[nodiscard]] std::uint64_t bytes_read() const noexcept { return bytes_read_; }

private:
    class Buffer;

    std::atomic<std::uint64_t> bytes_read_ = 0;
    reading::Input input_;
    std::unique_ptr<Buffer> buffer_;
    std::istream stream_{nullptr};
};

/// The first bytes of standard input, fewer only where it ends.
[[nodiscard]] std::string head_of_standard_input();

/// The first bytes of a regular file, decompressed; nothing where there is none to be read, which is for those to say
/// who read on.
[[nodiscard]] std::string head_of_file(const std::string& path);

}  // namespace rawi::cli
