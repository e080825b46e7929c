// Which elements of a page are never part of its article.
#pragma once

#include "reading/xml.hpp"

namespace rawi::reading {

/// By its tag, its role, or because it is not shown.
[[nodiscard]] bool never_text(const xmlNode& element);

/// By the words of its class and id. `large`: it holds so much of the page that only words without another meaning
/// count; pages call their whole content "with-sidebar".
[[nodiscard]] bool named_as_furniture(const xmlNode& element, bool large);

}  // namespace rawi::reading
