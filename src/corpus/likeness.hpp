// Whether one claim repeats another, word by word.
#pragma once

#include <cstdint>
#include <span>

namespace rawi::corpus {

/// How two claims compare. Counted in words that mean something (`WordReader::key`).
struct Likeness {
    std::uint32_t words = 0;         ///< of the shorter one
    std::uint32_t longer_words = 0;  ///< of the longer one
    std::uint32_t shared = 0;        ///< in the same order in both: the longest common subsequence
    std::uint32_t run = 0;           ///< in a row in both: the longest common stretch

    /// 0 to 1: shared words of all words (Dice), 1 for the same words in the same order.
    [[nodiscard]] double similarity() const noexcept {
        return words + longer_words == 0 ? 0 : 2.0 * shared / (static_cast<double>(words) + longer_words);
    }
    /// 0 to 1: how much of the shorter one is in the longer one.
    [[nodiscard]] double contained() const noexcept { return words == 0 ? 0 : static_cast<double>(shared) / words; }
};

/// Compares two claims. Only the first `most_compared` words of a longer claim count.
[[nodiscard]] Likeness likeness(std::span<const std::uint64_t> one, std::span<const std::uint64_t> other);

inline constexpr std::size_t most_compared = 400;

/// Whether the one repeats the other: as a whole, cut, reworded a little, or in a part long enough to be no accident.
[[nodiscard]] bool repeats(const Likeness& likeness) noexcept;

}  // namespace rawi::corpus
