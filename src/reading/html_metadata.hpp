// What a page says of itself: JSON-LD, Open Graph, <meta>, and the marks of its elements, believed in this order.
#pragma once

#include <string>

#include "reading/input.hpp"
#include "reading/xml.hpp"

namespace rawi::reading {

/// Title, author, outlet, date and address of the page; the body is that of its JSON-LD, if there is one. The language
/// is left to be detected: pages of every language say lang="en", as their templates did.
[[nodiscard]] Article described_in_page(const xmlDoc& page);

}  // namespace rawi::reading
