#include "corpus/differences.hpp"

#include <algorithm>

#include "corpus/likeness.hpp"
#include "corpus/words.hpp"

namespace rawi::corpus {
namespace {

using Words = std::vector<Word>;

/// For each word of `one`, the word of `other` that it is aligned with, or none (the size of `other`).
std::vector<std::size_t> align(const Words& one, const Words& other) {
    const std::size_t columns = other.size() + 1;
    std::vector<std::uint16_t> common((one.size() + 1) * columns, 0);  // from here to the ends of both
    for (std::size_t i = one.size(); i-- > 0;) {
        for (std::size_t j = other.size(); j-- > 0;) {
            common[i * columns + j] = one[i].bare == other[j].bare
                                          ? static_cast<std::uint16_t>(common[(i + 1) * columns + j + 1] + 1)
                                          : std::max(common[(i + 1) * columns + j], common[i * columns + j + 1]);
        }
    }
    std::vector<std::size_t> partner(one.size(), other.size());
    for (std::size_t i = 0, j = 0; i < one.size() && j < other.size();) {
        if (one[i].bare == other[j].bare) {
            partner[i++] = j++;
        } else if (common[(i + 1) * columns + j] >= common[i * columns + j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return partner;
}

std::string text_between(std::string_view text, const Words& words, std::size_t begin, std::size_t end) {
    if (begin == end) return {};
    return std::string(text.substr(words[begin].span.begin, words[end - 1].span.end - words[begin].span.begin));
}

/// Two stretches that stand in each other's place; one of them may be empty.
struct Stretch {
    std::size_t begin = 0, end = 0, other_begin = 0, other_end = 0;
};

class Comparison {
public:
    Comparison(std::string_view before, std::string_view after, const WordReader& reader)
        : before_(before), after_(after), one_(reader.read(before)), other_(reader.read(after)) {
        one_.resize(std::min(one_.size(), most_compared));
        other_.resize(std::min(other_.size(), most_compared));
    }

    std::vector<Difference> run() {
        const auto partner = align(one_, other_);
        std::vector<Stretch> same;  // words in a row in both
        for (std::size_t i = 0; i < one_.size(); ++i) {
            if (partner[i] == other_.size()) continue;
            if (same.empty() || same.back().end != i || same.back().other_end != partner[i])
                same.push_back({i, i, partner[i], partner[i]});
            same.back().end = i + 1;
            same.back().other_end = partner[i] + 1;
        }
        Stretch before;  // nothing, at the beginning of both
        for (const Stretch& after : same) {
            between(before, after);
            before = after;
        }
        between(before, {one_.size(), one_.size(), other_.size(), other_.size()});
        return std::move(found_);
    }

private:
    /// Of two stretches of the same words, or the ends of the claims, that which differs between them.
    void between(const Stretch& before, const Stretch& after) {
        close({before.end, after.begin, before.other_end, after.other_begin}, holds(before) && holds(after));
    }

    /// Whether words beside these stand in the same place in both: a single word in common may be an accident, unless
    /// nothing else stands on its other side.
    [[nodiscard]] bool holds(const Stretch& same) const {
        if (same.end - same.begin >= 2) return true;
        return (same.begin == 0 && same.other_begin == 0) ||
               (same.end == one_.size() && same.other_end == other_.size());
    }

    static bool says_something(const Words& words, std::size_t begin, std::size_t end) {
        return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                           words.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const Word& word) { return !word.frequent || word.hedge; });
    }

    /// `in_place`: what stands there in the one stands in the place of what stands there in the other.
    void close(const Stretch& stretch, bool in_place) {
        const bool here = says_something(one_, stretch.begin, stretch.end);
        const bool there = says_something(other_, stretch.other_begin, stretch.other_end);
        if (!here && !there) return;
        const std::string was = text_between(before_, one_, stretch.begin, stretch.end);
        const std::string is = text_between(after_, other_, stretch.other_begin, stretch.other_end);
        if (!was.empty() && !is.empty() && in_place) {
            found_.push_back({Difference::Kind::changed, was, is});
        } else {
            if (!was.empty()) found_.push_back({Difference::Kind::dropped, was, {}});
            if (!is.empty()) found_.push_back({Difference::Kind::added, {}, is});
        }
        hedges(one_, stretch.begin, stretch.end, before_, Difference::Kind::hedge_lost);
        hedges(other_, stretch.other_begin, stretch.other_end, after_, Difference::Kind::hedge_added);
    }

    void hedges(const Words& words, std::size_t begin, std::size_t end, std::string_view text, Difference::Kind kind) {
        for (std::size_t i = begin; i < end; ++i) {
            if (!words[i].hedge) continue;
            std::string word = text_between(text, words, i, i + 1);
            if (kind == Difference::Kind::hedge_lost)
                found_.push_back({kind, std::move(word), {}});
            else
                found_.push_back({kind, {}, std::move(word)});
        }
    }

    std::string_view before_, after_;
    Words one_, other_;
    std::vector<Difference> found_;
};

}  // namespace

std::vector<Difference> word_differences(std::string_view before, std::string_view after, std::string_view language) {
    return Comparison(before, after, words_in(language)).run();
}

}  // namespace rawi::corpus

namespace rawi {

std::string_view name_of(Difference::Kind kind) noexcept {
    switch (kind) {
        case Difference::Kind::dropped: return "dropped";
        case Difference::Kind::added: return "added";
        case Difference::Kind::changed: return "changed";
        case Difference::Kind::source: return "source";
        case Difference::Kind::cue: return "cue";
        case Difference::Kind::name_lost: return "name-lost";
        case Difference::Kind::name_added: return "name-added";
        case Difference::Kind::hedge_lost: return "hedge-lost";
        case Difference::Kind::hedge_added: return "hedge-added";
    }
    return "changed";
}

}  // namespace rawi
