// Finds which claims of different articles repeat each other.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/database.hpp"
#include "corpus/likeness.hpp"
#include "corpus/print_table.hpp"

namespace rawi::corpus {

/// A claim that repeats another, or is repeated by it.
struct Candidate {
    std::int64_t claim = 0;  ///< its number
    Likeness likeness;
};

/// A phrase links nothing by itself if it stands in so many claims of which no two have more in common than it: a
/// title, a courtesy, a verse.
inline constexpr std::size_t strangers_of_a_formula = 6;

/// Looks claims up that resemble some words.
class Lookup {
public:
    explicit Lookup(const Database& database);

    /// Claims that share a print with these words and pass `repeats`, in ascending order of their numbers.
    [[nodiscard]] std::vector<Candidate> candidates(std::span<const std::int64_t> prints,
                                                    std::span<const std::uint64_t> words);

private:
    PrintReader prints_;
    Statement find_claim_;
};

/// Stores the prints of claims that are added, and the links that follow. Claims wait until `flush`, since many of them
/// in the order of their prints are written and looked up much faster than one after the other.
class Linker {
public:
    explicit Linker(const Database& database);

    void add(std::int64_t claim, std::int64_t article, std::span<const std::int64_t> prints,
             std::vector<std::uint64_t> words);
    void flush();
    void forget() noexcept;  ///< what waits: its claims are not there after all
    void remove(std::int64_t claim, std::span<const std::int64_t> prints);  ///< prints only; flush before it

private:
    struct Words {
        std::int64_t article = 0;
        std::vector<std::uint64_t> hashes;
    };
    using Pair = std::pair<std::int64_t, std::int64_t>;  // of claims, the later one first
    struct PairHash {
        std::size_t operator()(const Pair& pair) const noexcept;
    };
    static Pair later_first(std::int64_t one, std::int64_t other) {
        return {std::max(one, other), std::min(one, other)};
    }
    const Words& words_of(std::int64_t claim);
    const Likeness& compared(const Pair& pair);
    bool formula(std::span<const std::int64_t> holders);
    bool says_more(std::int64_t claim, const Likeness& how, const Words& others);

    std::vector<std::pair<std::int64_t, std::int64_t>> waiting_;  // print, claim
    std::unordered_map<std::int64_t, Words> words_;  // of the claims that wait, and of those they are compared with
    std::unordered_map<Pair, Likeness, PairHash> likeness_;
    std::unordered_map<std::int64_t, std::vector<std::int64_t>> formulas_;  // prints of each claim that are formulas
    PrintWriter prints_;
    Statement find_claim_, insert_link_;
};

}  // namespace rawi::corpus
