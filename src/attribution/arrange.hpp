// Findings in text order, with what no cue has claimed and with their parents.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// Lets speech go on behind its sentence, adds the quotations that do so without a cue, puts the attributions in text
/// order, and tells each its parent.
void arrange(const Article& article, Findings& findings);

/// "The envoy warned that ..., and called on | the two sides | to": whether the noun phrase behind the cue of `finding`
/// is whom the words are addressed to, not their speaker. It is behind a verb that takes a hearer, where that verb is
/// joined to one before it, of the same sentence, with whose speaker it agrees. `before`: what has been found before.
[[nodiscard]] bool hearer_follows(const Article& article, const std::vector<Finding>& before, const Finding& finding);

/// "The expert explained that growth would be slow, according to figures of the bank": the credit of nothing but what
/// is said stands inside it.
void hold_inner_credit(const Article& article, std::span<Finding> before, const Finding& credit);

/// قال فلان، وفقا لصحيفة، "...": the one of `before`, of its sentence, between whose speaker and words the credit
/// stands; or nullptr. What the credit tells is the whole, that he said so, and what; and his words came that way.
[[nodiscard]] Finding* told_around(const Article& article, std::span<Finding> before, const Finding& credit);

/// Where verbs come first, two of them can reach the same clause; it is what the nearer one says (أشار إلى دراسة تبين
/// أن), unless that only carries words or is closed off by a comma (قال الوزير، الذي انتقد الخطة، إن). Which one loses
/// it: an index in `before`, what has been found in the sentence before; its size for `finding` itself; none where no
/// other has the clause.
[[nodiscard]] std::optional<std::size_t> loses_clause(const Article& article, std::span<const Finding> before,
                                                      const Finding& finding);

/// "Smith accused | Jones | of suggesting violence", "mocked | Jones | for suggesting it": who is charged, if a charge
/// in `before` begins with the cue of `finding` or gives it for its ground: it is they who have said so. Else empty.
[[nodiscard]] TokenRange accused_before(const Article& article, std::span<const Finding> before,
                                        const Finding& finding);

/// "Reuters, AFP and CNN reported": what stands before the cue has been captured from the cue on; those of a list pass
/// on in the order of the text.
void in_text_order(const Article& article, std::vector<Relay>& relays);

}  // namespace rawi::attribution
