// Whether bytes are UTF-8: asked of every input, so it is fast for the two usual cases, ASCII and two-byte letters.
#include <cstdint>
#include <cstring>

#include "text/encoding.hpp"
#include "text/utf8.hpp"

namespace rawi::text {
namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

}  // namespace

bool valid_utf8(std::string_view bytes) noexcept {
    for (std::size_t at = 0; at < bytes.size();) {
        std::uint64_t word = 0;
        if (bytes.size() - at >= sizeof word) {
            std::memcpy(&word, bytes.data() + at, sizeof word);
            if ((word & high_bits) == 0) {
                at += sizeof word;
                continue;
            }
        }
        const std::size_t length = static_cast<unsigned char>(bytes[at]) < 0x80 ? 1 : sequence_length(bytes, at);
        if (length == 0) return false;
        at += length;
    }
    return true;
}

}  // namespace rawi::text
