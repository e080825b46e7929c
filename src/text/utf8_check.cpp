// Whether bytes are UTF-8: asked of every input, so it is fast for the two usual cases, ASCII and two-byte letters.
#include <cstdint>
#include <cstring>

#include "text/encoding.hpp"

namespace rawi::text {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080U;

bool continues(unsigned char byte) noexcept {
    return (byte & 0xC0U) == 0x80U;
}

// The length of the well-formed sequence at `at`, whose first byte is not ASCII; 0 if there is none.
std::size_t sequence_length(const unsigned char* at, std::size_t rest) noexcept {
    const unsigned lead = at[0];
    if (lead < 0xC2) return 0;
    if (lead < 0xE0) return rest >= 2 && continues(at[1]) ? 2 : 0;
    if (lead < 0xF0) {
        if (rest < 3 || !continues(at[1]) || !continues(at[2])) return 0;
        const bool overlong = lead == 0xE0 && at[1] < 0xA0;
        const bool surrogate = lead == 0xED && at[1] >= 0xA0;
        return overlong || surrogate ? 0 : 3;
    }
    if (lead > 0xF4 || rest < 4 || !continues(at[1]) || !continues(at[2]) || !continues(at[3])) return 0;
    const bool overlong = lead == 0xF0 && at[1] < 0x90;
    const bool too_high = lead == 0xF4 && at[1] >= 0x90;
    return overlong || too_high ? 0 : 4;
}

}  // namespace

bool valid_utf8(std::string_view bytes) noexcept {
    const auto* at = reinterpret_cast<const unsigned char*>(bytes.data());
    std::size_t rest = bytes.size();
    while (rest > 0) {
        std::uint64_t word = 0;
        if (rest >= sizeof word) {
            std::memcpy(&word, at, sizeof word);
            if ((word & kHighBits) == 0) {
                at += sizeof word;
                rest -= sizeof word;
                continue;
            }
        }
        const std::size_t length = *at < 0x80 ? 1 : sequence_length(at, rest);
        if (length == 0) return false;
        at += length;
        rest -= length;
    }
    return true;
}

}  // namespace rawi::text
