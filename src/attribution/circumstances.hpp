// When and by what medium something was said, where the rule that matched does not tell: both stand between the
// speaker, the cue and the content, in any order.
#pragma once

#include <string>
#include <string_view>

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// Fills `when` and `medium` of `finding` if they are empty.
void find_circumstances(const Article& article, Finding& finding);

/// The key of the medium that `tokens` name ("a campaign rally": rally), or of the channel; empty where they name none.
[[nodiscard]] std::string_view medium_key(const Article& article, TokenRange tokens);

/// The day that the words `when` mean in an article published when the metadata says, as ISO 8601; empty where that
/// cannot be told. A weekday is the last one up to publication, a day of a month without a year the last one too,
/// unless a word of the class "coming" stands beside it.
[[nodiscard]] std::string resolve_when(const Article& article, TokenRange when);

}  // namespace rawi::attribution
