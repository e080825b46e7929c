// Relays that no attribution's rule has captured: where they close what somebody said, and so tell how it came.
#pragma once

#include <optional>
#include <span>

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// What a relay closes: the content of an attribution ends before it, at `end`.
struct ClosedContent {
    Finding* finding;
    std::uint32_t end;
};

/// Whose content `relay` closes of `here`, the attributions of a sentence, as words about how that was said: "..., in
/// remarks that the papers carried", "... in an interview with CNN on Monday".
[[nodiscard]] std::optional<ClosedContent> closed_content(const Article& article, std::span<Finding> here,
                                                          const Relay& relay);

}  // namespace rawi::attribution
