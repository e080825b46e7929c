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

/// "In an opinion article in The Times, Smith wrote": what he wrote behind that came so, too.
[[nodiscard]] bool in_print(const detection::Article& article, const attribution::Finding& finding);

/// "Despite his claim on CNN that he had, he admitted": what a noun only speaks of was said elsewhere.
[[nodiscard]] bool owned_noun(const detection::Article& article, const attribution::Finding& finding);

/// Whether an attribution and the one that has a path are dated, and differently; or a month is given for this one
/// alone: "In May she said".
[[nodiscard]] bool other_day(const detection::Article& article, detection::TokenRange when,
                             detection::TokenRange other);

}  // namespace rawi::chain
