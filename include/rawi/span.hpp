// A stretch of an article's text.
#pragma once

#include <compare>
#include <cstdint>

namespace rawi {

/// Half-open range `[begin, end)` of byte offsets into `Document::text()`, which is valid UTF-8.
/// Both ends lie on code point boundaries. Only the JSON interface speaks of code points; see `CodePointIndex`.
/// A range that ends before it begins is empty. A document is limited to 2^32 - 1 bytes by this type; the readers
/// refuse larger ones.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    [[nodiscard]] constexpr std::uint32_t size() const noexcept { return empty() ? 0 : end - begin; }
    [[nodiscard]] constexpr bool empty() const noexcept { return begin >= end; }
    [[nodiscard]] constexpr bool contains(Span other) const noexcept {
        return begin <= other.begin && other.end <= end;
    }
    [[nodiscard]] constexpr bool overlaps(Span other) const noexcept { return begin < other.end && other.begin < end; }

    // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 sees the 0 that the compiler compares with
    friend constexpr auto operator<=>(Span, Span) noexcept = default;
};

}  // namespace rawi
