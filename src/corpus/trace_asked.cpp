#include "corpus/trace_asked.hpp"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "corpus/words.hpp"

namespace rawi::corpus {

void Nearness::take(const Likeness& how, std::size_t asked) {
    similarity = std::max(similarity, how.similarity());
    held = std::max(held, std::min(1.0, how.shared / static_cast<double>(asked)));
}

AskedWords::AskedWords(std::string_view words, std::string_view language) : words_(words) {
    for (const Word& word : words_in(language).read(words)) {
        if (word.frequent) continue;
        key_ += (key_.empty() ? "" : " ") + word.bare;
        hashes_.push_back(hash_of(word.bare));
        spans_.push_back(word.span);
    }
}

std::vector<std::string> AskedWords::lacking_in(std::span<const std::uint64_t> claim) const {
    std::vector<std::string> lacking;
    if (!are_a_quote()) return lacking;
    const std::unordered_set<std::uint64_t> has(claim.begin(), claim.end());
    std::optional<Span> open;
    const auto close = [&] {
        if (open) lacking.emplace_back(words_.substr(open->begin, open->size()));
        open.reset();
    };
    for (std::size_t i = 0; i < hashes_.size(); ++i) {
        if (has.contains(hashes_[i]))
            close();
        else
            open = Span{open ? open->begin : spans_[i].begin, spans_[i].end};
    }
    close();
    return lacking;
}

}  // namespace rawi::corpus
