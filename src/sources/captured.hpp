// What a rule captured as a source or relay, before it is read as a mention: one phrase or several, with its office.
#pragma once

#include <vector>

#include "sources/scan.hpp"

namespace rawi::sources {

/// Two outlets with a conjunction between them are two; anything else is one.
[[nodiscard]] std::vector<TokenRange> side_by_side(const Article& article, TokenRange range);

/// A name between commas with the office before it, where heads stand first: للمتحدث باسم الوزارة، فلان، أكد.
/// `scanned`: the mentions of the article in text order.
[[nodiscard]] TokenRange with_office(const Article& article, const std::vector<Scanned>& scanned, TokenRange name);

}  // namespace rawi::sources
