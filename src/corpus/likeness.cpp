#include "corpus/likeness.hpp"

#include <algorithm>
#include <vector>

namespace rawi::corpus {

Likeness likeness(std::span<const std::uint64_t> one, std::span<const std::uint64_t> other) {
    one = one.first(std::min(one.size(), most_compared));
    other = other.first(std::min(other.size(), most_compared));
    if (one.size() > other.size()) std::swap(one, other);
    Likeness result{.words = static_cast<std::uint32_t>(one.size()),
                    .longer_words = static_cast<std::uint32_t>(other.size())};
    // Row by row: common subsequence and common stretch that end at each pair of words.
    std::vector<std::uint32_t> common(one.size() + 1, 0);
    std::vector<std::uint32_t> stretch(one.size() + 1, 0);
    for (const std::uint64_t word : other) {
        std::uint32_t common_before = 0;
        std::uint32_t stretch_before = 0;
        for (std::size_t i = 1; i <= one.size(); ++i) {
            const std::uint32_t common_above = common[i];
            const std::uint32_t stretch_above = stretch[i];
            if (one[i - 1] == word) {
                common[i] = common_before + 1;
                stretch[i] = stretch_before + 1;
                result.run = std::max(result.run, stretch[i]);
            } else {
                common[i] = std::max(common[i], common[i - 1]);
                stretch[i] = 0;
            }
            common_before = common_above;
            stretch_before = stretch_above;
        }
    }
    result.shared = common.empty() ? 0 : common.back();
    return result;
}

bool repeats(const Likeness& likeness) noexcept {
    // Found by measuring on articles of the same and of different stories; docs/corpus.md has the figures. Less of a
    // claim is not enough for a part: titles and formulas of courtesy are a dozen words long. Few words count only
    // where they stand in a row: rain in one region is not rain in another.
    constexpr std::uint32_t fewest = 4;
    constexpr std::uint32_t few = 6;
    if (likeness.shared < fewest) return false;
    const double similarity = likeness.similarity();
    const bool in_a_row = likeness.run == likeness.shared;
    const bool whole = in_a_row && likeness.shared == likeness.words && likeness.shared >= 5;
    const bool reworded = similarity >= (likeness.shared >= few || in_a_row ? 0.6 : 0.75);
    const bool cut = whole || (likeness.shared >= few && likeness.contained() >= 0.8 && likeness.run >= 3);
    const bool part = likeness.run >= 7 && likeness.contained() >= 0.6;
    const bool long_part = likeness.run >= 15;
    return reworded || cut || part || long_part;
}

}  // namespace rawi::corpus
