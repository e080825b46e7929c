// Fingerprints of a claim: numbers that claims which share words are likely to share, so that candidates are looked up
// instead of comparing all with all.
//
// Two kinds, for two ways of repeating:
//  - Winnowing (Schleimer, Wilkerson & Aiken 2003, "Winnowing: local algorithms for document fingerprinting"): of the
//    hashes of each `shingle` words in a row, the least of every `window` in a row. Two claims that have
//    shingle + window - 1 words in a row in common have a print in common, however long the rest: a part that is
//    quoted.
//  - MinHash in bands (Broder 1997, "On the resemblance and containment of documents"; Leskovec, Rajaraman & Ullman,
//    "Mining of massive datasets", 3.4): each of `bands` prints is made of the least of `rows` scatterings of the set
//    of words. Claims of resemblance s have one in common with probability 1 - (1 - s^rows)^bands, in whatever order
//    their words come: a claim that is reworded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rawi::corpus {

inline constexpr std::size_t shingle = 3;
inline constexpr std::size_t window = 3;
inline constexpr std::size_t bands = 8;
inline constexpr std::size_t rows = 3;

/// Longer claims do without MinHash: what repeats them has words in a row in common.
inline constexpr std::size_t few = 14;

/// Shorter ones have no prints, since they repeat nothing (`repeats`).
inline constexpr std::size_t fewest = 4;

/// Whether a print is one of words in a row; else it is one of a whole set of words.
[[nodiscard]] constexpr bool of_phrase(std::int64_t print) noexcept {
    return (print & 1) != 0;
}

/// The prints of a claim with these word hashes, ascending, each once. Fewer words than `shingle` have none.
[[nodiscard]] std::vector<std::int64_t> prints_of(std::span<const std::uint64_t> words);

/// The words that stand neither in these phrases nor between two of them that are near each other.
[[nodiscard]] std::vector<std::uint64_t> without_phrases(std::span<const std::uint64_t> words,
                                                         std::span<const std::int64_t> phrases);

}  // namespace rawi::corpus
