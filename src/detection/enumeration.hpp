// Phrases side by side, in languages that write names with capitals: "Smith, Jones and Doe", "the FBI, the CIA and the
// NSA", "the mayor, the governor and the chief of police".
#pragma once

#include "detection/article.hpp"
#include "text/short_list.hpp"

namespace rawi::detection {

using Members = text::ShortList<TokenRange, 4>;

/// The members of the enumeration that begins at `begin`, three or more, all of them named or all of them described:
/// between a name and a description (Smith, the mayor and a friend) the comma may open an apposition. Behind names the
/// last may be a description ("and several others"). Empty where none begins there.
[[nodiscard]] Members enumeration(const Article& article, std::uint32_t begin, std::uint32_t limit);

/// Where the enumeration begins that fills the end of `within` and that the comma at `comma` is a part of; `none` if
/// there is no such.
[[nodiscard]] std::uint32_t enumeration_begin(const Article& article, std::uint32_t comma, TokenRange within);

}  // namespace rawi::detection
