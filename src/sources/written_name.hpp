// What an agent is called in the output: the words of the mention that names it best.
#pragma once

#include <string>

#include "sources/mention.hpp"

namespace rawi::sources {

/// The name as the text has it. An article that a preposition has swallowed is whole again (للأمم المتحدة, but
/// الأمم المتحدة), and what a relative clause adds to somebody who is named is left out (Smith, who lives nearby).
[[nodiscard]] std::string written_name(const Article& article, const Mention& mention);

}  // namespace rawi::sources
