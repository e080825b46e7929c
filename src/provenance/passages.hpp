// From whom to whom words passed along a path whose places need not all follow each other.
#pragma once

#include <cstddef>

namespace rawi::provenance {

/// Calls `pass(from, to)` for every two of `size` places on a path between which words passed directly. Those that
/// stand side by side ("AFP, Reuters") have them from all that stand before, and pass them to all behind; neither had
/// them from the other. `beside(i)` tells whether place `i` stands beside the one before it.
template <class Beside, class Pass>
void each_passage(std::size_t size, Beside beside, Pass pass) {
    std::size_t before = 0, here = 0;  // where those begin from whom words came, and those to whom they come
    for (std::size_t i = 1; i < size; ++i) {
        if (!beside(i)) {
            before = here;
            here = i;
        }
        for (std::size_t from = before; from < here; ++from) pass(from, i);
    }
}

}  // namespace rawi::provenance
