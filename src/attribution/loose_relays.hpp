// Relays that no attribution's rule has captured: where they close what somebody said, and so tell how it came.
#pragma once

#include <span>

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// Whether `relay` stands at the end of the content of one of `here`, the attributions of a sentence, as words about
/// how that was said: "..., in remarks that the papers carried", "... in an interview with CNN on Monday". Then the
/// content ends before it, and the attribution has the relay.
bool closes_content(const Article& article, std::span<Finding> here, const Relay& relay);

}  // namespace rawi::attribution
