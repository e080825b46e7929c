// Names and numbers of what is in a cgraph. cgraph's own numbers are addresses, and it sorts subgraphs by number: the
// same graph would be written in another order every time.
#pragma once

#include <graphviz/cgraph.h>

namespace rawi::writing {

/// Numbers in order of creation. For `Agdisc_t::id`.
[[nodiscard]] Agiddisc_t* sequential_ids();

}  // namespace rawi::writing
