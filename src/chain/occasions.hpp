// What an attribution by itself tells of the occasion on which it was said.
#pragma once

#include "attribution/finding.hpp"

namespace rawi::chain {

/// "He said in an interview", "on his radio show", with no outlet named: another one than before.
[[nodiscard]] bool other_interview(const detection::Article& article, const attribution::Finding& finding);

/// "Told investigators": nobody heard it but those, and the text knows it from what they have put down.
[[nodiscard]] bool told_inquirers(const detection::Article& article, const attribution::Finding& finding);

/// Put in writing: no answer to somebody who listens.
[[nodiscard]] bool written(const detection::Article& article, const attribution::Finding& finding);

}  // namespace rawi::chain
