// Sets of words, as mentions have them.
#include <algorithm>

#include "sources/mention.hpp"

namespace rawi::sources {

bool holds(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool subset(const Words& part, const Words& whole) {
    return std::all_of(part.begin(), part.end(), [&](std::string_view word) { return holds(whole, word); });
}

}  // namespace rawi::sources
