// "Did you mean": the nearest of the words that would have been right.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rawi::text {

/// The candidate nearest to `typed`, if it is near enough to be meant; else empty. Case does not count.
[[nodiscard]] std::string nearest(std::string_view typed, const std::vector<std::string>& candidates);

/// "; did you mean X?" or nothing.
[[nodiscard]] std::string did_you_mean(std::string_view typed, const std::vector<std::string>& candidates);

}  // namespace rawi::text
