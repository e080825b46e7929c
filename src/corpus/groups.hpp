// What belongs together, from links between two and two.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace rawi::corpus {

/// Sets of items, given by number, that are joined by links (Tarjan 1975, path halving).
class Groups {
public:
    explicit Groups(std::size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
    std::size_t of(std::size_t item) {
        while (parent_[item] != item) item = parent_[item] = parent_[parent_[item]];
        return item;
    }
    void join(std::size_t one, std::size_t other) {
        one = of(one);
        other = of(other);
        if (one != other) parent_[std::max(one, other)] = std::min(one, other);
    }

private:
    std::vector<std::size_t> parent_;
};

}  // namespace rawi::corpus
