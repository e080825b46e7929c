// The words that a trace is asked for, and how many of them a claim has.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/likeness.hpp"
#include "rawi/span.hpp"

namespace rawi::corpus {

/// How a claim's words compare with those asked for.
struct Nearness {
    double similarity = 0;  ///< 0 where the claim is reached over another one
    double held = 0;

    void take(const Likeness& how, std::size_t asked);
};

class AskedWords {
public:
    /// `words` must outlive this.
    AskedWords(std::string_view words, std::string_view language);

    [[nodiscard]] const std::string& key() const noexcept { return key_; }
    [[nodiscard]] const std::vector<std::uint64_t>& hashes() const noexcept { return hashes_; }

    /// Whether there are no more than are compared at once. Of more, as of a whole article, no claim has all.
    [[nodiscard]] bool are_a_quote() const noexcept { return hashes_.size() <= most_compared; }

    /// What a claim with these words lacks of a quote, as it is written there: what stands together as one.
    [[nodiscard]] std::vector<std::string> lacking_in(std::span<const std::uint64_t> claim) const;

private:
    std::string_view words_;
    std::string key_;
    std::vector<std::uint64_t> hashes_;
    std::vector<Span> spans_;  ///< of each in `words_`
};

}  // namespace rawi::corpus
