// What one claim has more or less than another.
#pragma once

#include <string_view>
#include <vector>

#include "rawi/trace.hpp"

namespace rawi::corpus {

/// The words that differ, in the order of the text: aligned by the longest common subsequence of the words as they are
/// compared. Where only function words differ, nothing is said, unless they deny or hedge.
[[nodiscard]] std::vector<Difference> word_differences(std::string_view before, std::string_view after,
                                                       std::string_view language);

}  // namespace rawi::corpus
