// Finds which claims of different articles repeat each other.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/database.hpp"
#include "corpus/likeness.hpp"

namespace rawi::corpus {

/// A claim that repeats another, or is repeated by it.
struct Candidate {
    std::int64_t claim = 0;  ///< its number
    Likeness likeness;
};

/// Of the claims that have a print, the first so many are looked at. A phrase that stands in more of them links nothing
/// by itself; and what hundreds repeat is linked to the first ones, which joins it to all. It bounds the work per
/// claim, so that a corpus grows in linear time.
inline constexpr int most_of_a_print = 40;

/// Looks claims up that resemble some words.
class Lookup {
public:
    explicit Lookup(const Database& database);

    /// Claims that share a print with these words and pass `repeats`, in ascending order of their numbers.
    [[nodiscard]] std::vector<Candidate> candidates(std::span<const std::int64_t> prints,
                                                    std::span<const std::uint64_t> words);

private:
    Statement find_print_, find_claim_;
};

/// Stores the prints of claims that are added, and the links that follow. Claims wait until `flush`, since many of them
/// in the order of their prints are written and looked up much faster than one after the other.
class Linker {
public:
    explicit Linker(const Database& database);

    void add(std::int64_t claim, std::int64_t article, std::span<const std::int64_t> prints, std::string_view key);
    void flush();

private:
    struct Words {
        std::int64_t article = 0;
        std::vector<std::uint64_t> hashes;
    };
    const Words& words_of(std::int64_t claim);

    std::vector<std::pair<std::int64_t, std::int64_t>> waiting_;  // print, claim
    std::unordered_map<std::int64_t, Words> words_;  // of the claims that wait, and of those they are compared with
    Statement insert_print_, find_print_, find_claim_, insert_link_;
};

}  // namespace rawi::corpus
