// Takes attributions out of a list in which each names by its place the one around it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "detection/article.hpp"

namespace rawi::attribution {

/// Takes out of `all` what is marked in `out`, which is as long; what stood in one of these stands in what is around
/// it. `parent` tells the place of the one around, `detection::none` if there is none, and `set_parent` changes it.
template <typename T, typename Parent, typename SetParent>
void leave_out(std::vector<T>& all, const std::vector<bool>& out, Parent parent, SetParent set_parent) {
    if (std::ranges::find(out, true) == out.end()) return;
    std::vector<std::uint32_t> place(all.size());
    std::uint32_t kept = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        place[i] = kept;
        if (!out[i]) ++kept;
    }
    // Of each that is marked, what is kept around it is looked for once, however many stand inside it.
    std::vector<bool> known(all.size());
    std::vector<std::uint32_t> climbed;
    for (T& one : all) {
        std::uint32_t around = parent(one);
        climbed.clear();
        for (; around != detection::none && out[around] && !known[around]; around = parent(all[around])) {
            known[around] = true;
            climbed.push_back(around);
        }
        if (around != detection::none && out[around]) around = parent(all[around]);
        for (const std::uint32_t step : climbed) set_parent(all[step], around);
        set_parent(one, around);
    }
    for (T& one : all) {
        if (const std::uint32_t around = parent(one); around != detection::none) set_parent(one, place[around]);
    }
    std::size_t i = 0;
    std::erase_if(all, [&](const T&) { return out[i++]; });
}

}  // namespace rawi::attribution
