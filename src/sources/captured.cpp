#include "sources/captured.hpp"

#include <algorithm>

namespace rawi::sources {
namespace {

using detection::Known;

bool begins_outlet(const Article& article, std::uint32_t i, std::uint32_t end) {
    while (i < end && article.has(i, Known::article)) ++i;
    return i < end && (article.match(i, Known::outlet, end) != 0 || article.match(i, Known::outlet_noun, end) != 0);
}

}  // namespace

std::vector<TokenRange> side_by_side(const Article& article, TokenRange range) {
    if (range.empty()) return {};
    std::vector<TokenRange> parts{range};
    if (!begins_outlet(article, range.begin, range.end)) return parts;
    for (std::uint32_t i = range.begin + 1; i + 1 < range.end; ++i) {
        if (!article.has(i, Known::conjunction) || !begins_outlet(article, i + 1, range.end)) continue;
        parts.back().end = i;
        parts.push_back({i + 1, range.end});
    }
    return parts;
}

TokenRange with_office(const Article& article, const std::vector<Scanned>& scanned, TokenRange name) {
    const auto behind = std::upper_bound(
        scanned.begin(), scanned.end(), name.begin,
        [](std::uint32_t token, const Scanned& mention) { return token < mention.mention.tokens.begin; });
    if (behind == scanned.begin() || name.begin == 0 || article.tokens[name.begin - 1].kind != text::CharClass::comma)
        return name;
    TokenRange around = std::prev(behind)->mention.tokens;
    if (around.begin >= name.begin || around.end != name.end) return name;
    // Not the statements of the spokesman, but the spokesman.
    for (std::uint32_t i = around.begin; i + 1 < name.begin; ++i) {
        const bool person = article.has(i + 1, Known::role_noun) || article.has(i + 1, Known::human_noun);
        if (article.has(i, Known::preposition) && person) around.begin = i + 1;
    }
    return around;
}

}  // namespace rawi::sources
