// What a text says of somebody right behind the name, in languages that write names with capitals: the place in
// brackets or behind "of", and what stands between commas.
#pragma once

#include "sources/mention.hpp"

namespace rawi::sources {

/// Adds to `mention`, a name that ends before `end`, what describes it behind: "Jane Doe | (R-Ohio)", "of Ohio", "45, a
/// teacher from Toledo". Returns where the words about it end, `end` if there are none; what hangs on its noun ("from
/// Toledo") stands behind.
std::uint32_t describe_behind(const Article& article, std::uint32_t end, std::uint32_t limit, Mention& mention);

/// The name of the place that the word with a capital at `token` is, or is cut from: Ohio, Fla., R-Ohio; empty if it is
/// none.
[[nodiscard]] std::string_view place_at(const Article& article, std::uint32_t token);

}  // namespace rawi::sources
