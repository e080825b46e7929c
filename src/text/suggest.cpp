#include "text/suggest.hpp"

#include <algorithm>
#include <cstddef>

namespace rawi::text {
namespace {

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// How many letters have to be put in, left out, replaced or swapped with their neighbour (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> two_ago;
    std::vector<std::size_t> before(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) before[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::vector<std::size_t> row(b.size() + 1);
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const bool same = lower(a[i - 1]) == lower(b[j - 1]);
            row[j] = std::min({before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0U : 1U)});
            const bool swapped =
                i > 1 && j > 1 && lower(a[i - 1]) == lower(b[j - 2]) && lower(a[i - 2]) == lower(b[j - 1]);
            if (swapped) row[j] = std::min(row[j], two_ago[j - 2] + 1);
        }
        two_ago = std::move(before);
        before = std::move(row);
    }
    return before.back();
}

}  // namespace

std::string nearest(std::string_view typed, const std::vector<std::string>& candidates) {
    if (typed.size() > 64) return "";
    if (typed.size() == 2 && typed.front() == '-') return "";  // an option of one letter: any other is as near
    std::string best;
    std::size_t least = std::max<std::size_t>(typed.size(), 3) / 3 + 1;  // one letter in three may be wrong
    for (const std::string& candidate : candidates) {
        const bool begins = typed.size() >= 3 && std::string_view(candidate).starts_with(typed);
        const std::size_t wrong = begins ? 1 : distance(typed, candidate);
        if (wrong < least || (wrong + 1 == least && best.empty() && wrong < typed.size())) {
            least = wrong;
            best = candidate;
        }
    }
    return best;
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& candidates) {
    const std::string meant = nearest(typed, candidates);
    return meant.empty() ? "" : "; did you mean \"" + meant + "\"?";
}

}  // namespace rawi::text
