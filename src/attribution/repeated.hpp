// Cues that tell once more of what has been attributed already in their sentence.
#pragma once

#include <span>

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// Whether one of `here`, the attributions of a sentence, says all that `finding` does: "said in a statement that" (a
/// noun between a verb and its content is no cue of its own), "Smith said it was a "shame," she said".
[[nodiscard]] bool says_again(const Article& article, std::span<const Finding> here, const Finding& finding);

/// "He said there were two: "...": the one of `here` whose content the quotation behind the mark goes on from. Null if
/// there is none.
[[nodiscard]] Finding* goes_on_from(const Article& article, std::span<Finding> here, const Finding& finding);

/// "..., in her words" behind what has been attributed to her already is one more part of that cue: the one of `here`
/// that it is a part of. Null if there is none.
[[nodiscard]] Finding* credited_again(std::span<Finding> here, const Finding& finding);

}  // namespace rawi::attribution
