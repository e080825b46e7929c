#include "attribution/parents.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace rawi::attribution {
namespace {

/// A stretch of a finding's content, and from where on it is around others.
struct Around {
    std::uint32_t from, end;
    std::uint32_t size;
    std::uint32_t finding;

    /// The innermost first, of equals the earliest.
    auto operator<=>(const Around& other) const {
        return std::pair(size, finding) <=> std::pair(other.size, other.finding);
    }
};

std::vector<Around> contents_of(const std::vector<Finding>& findings) {
    std::vector<Around> contents;
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
        // يقول المتمردون إن المدينة سقطت، وهو ما تنفيه الحكومة: who takes up what was said has not passed it on, but
        // what stands behind.
        const std::uint32_t least = findings[i].takes_up() ? findings[i].anchor() : 0;
        for (const TokenRange range : findings[i].content)
            contents.push_back({std::max(range.begin, least), range.end, range.size(), i});
    }
    std::ranges::stable_sort(contents, {}, &Around::from);
    return contents;
}

/// Of findings that hold each other's cues the first is not inside the others.
void break_rings(std::vector<Finding>& findings) {
    std::vector<std::uint32_t> climbed_from(findings.size(), none);
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
        std::uint32_t outer = i;
        for (; outer != none && climbed_from[outer] == none; outer = findings[outer].parent) climbed_from[outer] = i;
        if (outer == none || climbed_from[outer] != i) continue;
        std::uint32_t first = outer;
        for (std::uint32_t next = findings[outer].parent; next != outer; next = findings[next].parent)
            first = std::min(first, next);
        findings[first].parent = none;
    }
}

}  // namespace

void find_parents(std::vector<Finding>& findings) {
    // One pass over the text, with the contents that are open where a cue stands.
    const std::vector<Around> contents = contents_of(findings);
    std::multiset<Around> open;
    auto next = contents.begin();
    for (std::uint32_t i = 0; i < findings.size(); ++i) {
        const std::uint32_t anchor = findings[i].anchor();
        for (; next != contents.end() && next->from <= anchor; ++next) open.insert(*next);
        for (auto around = open.begin(); around != open.end();) {
            if (around->end <= anchor) {
                around = open.erase(around);
            } else if (around->finding == i) {
                ++around;
            } else {
                findings[i].parent = around->finding;
                break;
            }
        }
    }
    break_rings(findings);
}

}  // namespace rawi::attribution
