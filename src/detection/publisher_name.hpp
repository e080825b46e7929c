// The name of the publisher in its own article, where no list of outlets holds it: قال لمدى البلد in مدى البلد.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detection/article.hpp"

namespace rawi::detection {

/// In place of a list's key, which no list can have: the publisher whom none holds.
inline constexpr std::string_view publisher_key = "-";

/// The words, in normal form, of a name that does not stand in the text; an attached `article` is left out.
[[nodiscard]] std::vector<std::string> words_of(std::string_view name, std::string_view article);

/// The key in the list of outlets of a name given as words: of the whole name, or of its beginning where that cannot be
/// a common word (an outlet's edition in one language). Empty if there is none.
[[nodiscard]] std::string listed_key(const language::Pack& pack, const std::vector<std::string>& words);

/// The first word of such a publisher's name, if no list holds it either: particles are split off it (لسونبرك).
[[nodiscard]] std::string unlisted_publisher(const Document& document, const language::Pack& pack);

}  // namespace rawi::detection
