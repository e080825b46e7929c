// Hashing and comparing words, which are short: asked of every word of every article, so it is inline and goes eight
// bytes at a time, without calls.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace rawi::text {

[[nodiscard]] inline std::uint64_t load_eight(const char* at) noexcept {
    std::uint64_t part = 0;
    std::memcpy(&part, at, 8);
    return part;
}

/// The last `size` bytes, fewer than eight, as a number.
[[nodiscard]] inline std::uint64_t load_rest(const char* at, std::size_t size) noexcept {
    if (size >= 4) {
        std::uint32_t first = 0, last = 0;  // they overlap
        std::memcpy(&first, at, 4);
        std::memcpy(&last, at + size - 4, 4);
        return std::uint64_t{last} << 32 | first;
    }
    if (size == 0) return 0;
    const auto byte = [&](std::size_t i) { return std::uint64_t{static_cast<unsigned char>(at[i])}; };
    return byte(0) | byte(size / 2) << 8 | byte(size - 1) << 16;
}

[[nodiscard]] inline std::uint64_t hash_of(std::string_view text) noexcept {
    std::uint64_t h = 0x9E3779B97F4A7C15u * (text.size() + 1);
    const char* at = text.data();
    std::size_t left = text.size();
    for (; left >= 8; at += 8, left -= 8) {
        h = (h ^ load_eight(at)) * 0xFF51AFD7ED558CCDu;
        h ^= h >> 32;
    }
    h = (h ^ load_rest(at, left)) * 0xC4CEB9FE1A85EC53u;
    return h ^ h >> 29;
}

[[nodiscard]] inline bool same(const char* a, const char* b, std::size_t size) noexcept {
    for (; size >= 8; a += 8, b += 8, size -= 8) {
        if (load_eight(a) != load_eight(b)) return false;
    }
    return load_rest(a, size) == load_rest(b, size);
}

}  // namespace rawi::text
