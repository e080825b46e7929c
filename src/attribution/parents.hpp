// Which attribution stands in whose content.
#pragma once

#include <vector>

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// Sets the parent of each of the findings, which stand in text order: the innermost other one whose content holds its
/// cue. Nobody is his own parent.
void find_parents(std::vector<Finding>& findings);

}  // namespace rawi::attribution
