// What well-formed UTF-8 is, in one place.
#pragma once

#include <cstddef>
#include <string_view>

namespace rawi::text {

/// Bytes of the well-formed sequence at `at`, whose first byte is not ASCII; 0 if there is none (overlong forms,
/// surrogates and values beyond U+10FFFF are none). In the header, since it is asked of every letter of an article.
[[nodiscard]] inline std::size_t sequence_length(std::string_view text, std::size_t at) noexcept {
    const std::size_t rest = text.size() - at;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(text[at + i])); };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
    const unsigned lead = byte(0);
    if (lead < 0xC2) return 0;
    if (lead < 0xE0) return rest >= 2 && continues(1) ? 2 : 0;
    if (lead < 0xF0) {
        if (rest < 3 || !continues(1) || !continues(2)) return 0;
        const bool overlong = lead == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = lead == 0xED && byte(1) >= 0xA0;
        return overlong || surrogate ? 0 : 3;
    }
    if (lead > 0xF4 || rest < 4 || !continues(1) || !continues(2) || !continues(3)) return 0;
    const bool overlong = lead == 0xF0 && byte(1) < 0x90;
    const bool too_high = lead == 0xF4 && byte(1) >= 0x90;
    return overlong || too_high ? 0 : 4;
}

}  // namespace rawi::text
