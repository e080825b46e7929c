// Sets of words, as mentions have them.
#include <algorithm>

#include "sources/mention.hpp"
#include "text/characters.hpp"

namespace rawi::sources {

bool holds(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool subset(const Words& part, const Words& whole) {
    return std::all_of(part.begin(), part.end(), [&](std::string_view word) { return holds(whole, word); });
}

bool same_noun(std::string_view a, std::string_view b) {
    constexpr std::size_t ending = 2, stem = 3;  // letters
    if (a.size() > b.size()) std::swap(a, b);
    const std::size_t letters = text::letters_in(a);
    return a == b || (letters >= stem && b.starts_with(a) && text::letters_in(b) <= letters + ending);
}

}  // namespace rawi::sources
