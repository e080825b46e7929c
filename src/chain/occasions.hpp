// What an attribution, and what stands around it, tells of the occasion on which it was said.
#pragma once

#include <optional>

#include "attribution/finding.hpp"
#include "sources/sources.hpp"

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

/// "The minister said so. He told the paper": whether attribution `i` goes on from `before` of the same source, as far
/// as can be told: it stands in the same paragraph, or close below it, where heads come first, and nobody else has
/// spoken.
[[nodiscard]] bool goes_on(const detection::Article& article, const attribution::Findings& findings,
                           const sources::Sources& sources, std::size_t before, std::size_t i);

/// "The senator said that Smith had agreed. She added that ...": the attribution within another's words whose speaker
/// goes on in attribution `i`, in the same paragraph, as the same one tells.
[[nodiscard]] std::optional<std::size_t> told_on(const detection::Article& article,
                                                 const attribution::Findings& findings, const sources::Sources& sources,
                                                 std::size_t i);

}  // namespace rawi::chain
