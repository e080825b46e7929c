// Findings in text order, with what no cue has claimed and with their parents.
#pragma once

#include <vector>

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// Adds the quotations that go on without a cue, puts `findings` in text order, and tells each its parent.
void arrange(const Article& article, std::vector<Finding>& findings);

}  // namespace rawi::attribution
