#include "corpus/prints.hpp"

#include <algorithm>
#include <limits>

#include "corpus/words.hpp"

namespace rawi::corpus {
namespace {

/// Of each `shingle` words in a row.
std::vector<std::uint64_t> phrase_hashes(std::span<const std::uint64_t> words) {
    std::vector<std::uint64_t> hashes;
    for (std::size_t i = 0; i + shingle <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t j = 0; j < shingle; ++j) hash = mixed(hash ^ words[i + j]);
        hashes.push_back(hash);
    }
    return hashes;
}

std::int64_t phrase_print(std::uint64_t hash) {
    return static_cast<std::int64_t>(hash | 1U);
}

void winnow(std::span<const std::uint64_t> words, std::vector<std::int64_t>& prints) {
    const std::vector<std::uint64_t> hashes = phrase_hashes(words);
    const std::size_t width = std::min(window, hashes.size());
    for (std::size_t i = 0; i + width <= hashes.size(); ++i) {
        const auto least = std::min_element(hashes.begin() + static_cast<std::ptrdiff_t>(i),
                                            hashes.begin() + static_cast<std::ptrdiff_t>(i + width));
        prints.push_back(phrase_print(*least));
    }
}

void min_hash(std::span<const std::uint64_t> words, std::vector<std::int64_t>& prints) {
    for (std::size_t band = 0; band < bands; ++band) {
        std::uint64_t print = mixed(band + 1);
        for (std::size_t row = 0; row < rows; ++row) {
            // Multiplication by an odd number scatters the bits of what is a good hash already.
            const std::uint64_t scatter = mixed(band * rows + row + 1000) | 1U;
            std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
            for (const std::uint64_t word : words) least = std::min(least, (word ^ (word >> 29)) * scatter);
            print = mixed(print ^ least);
        }
        prints.push_back(static_cast<std::int64_t>(print & ~std::uint64_t{1}));
    }
}

}  // namespace

std::vector<std::int64_t> prints_of(std::span<const std::uint64_t> words) {
    std::vector<std::int64_t> prints;
    if (words.size() < fewest) return prints;
    winnow(words, prints);
    if (words.size() <= few) min_hash(words, prints);
    std::ranges::sort(prints);
    prints.erase(std::unique(prints.begin(), prints.end()), prints.end());
    return prints;
}

std::vector<std::uint64_t> without_phrases(std::span<const std::uint64_t> words,
                                           std::span<const std::int64_t> phrases) {
    const std::vector<std::uint64_t> hashes = phrase_hashes(words);
    std::vector<std::uint64_t> rest;
    std::size_t next = 0;  // the first word that is not dealt with
    bool met_one = false;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (std::ranges::find(phrases, phrase_print(hashes[i])) == phrases.end()) continue;
        // Only some of the phrases of a claim have prints, one of every `window`.
        const bool near = met_one && i < next + window;
        for (; !near && next < i; ++next) rest.push_back(words[next]);
        next = i + shingle;
        met_one = true;
    }
    for (; next < words.size(); ++next) rest.push_back(words[next]);
    return rest;
}

}  // namespace rawi::corpus
