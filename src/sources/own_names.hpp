// Where a person's own name ends, of languages whose heads stand first.
#pragma once

#include <cstdint>

#include "detection/article.hpp"

namespace rawi::sources {

/// What a phrase that means somebody can begin with: an office, a body, a paper, a name.
[[nodiscard]] const language::ClassSet& phrase_heads();

/// What never speaks: things, events, times.
[[nodiscard]] const language::ClassSet& silent_nouns();

/// Whether the phrase, of a person or not, closes with the name of a person, or is nothing but a name that could be
/// one.
[[nodiscard]] bool own_name(const detection::Article& article, detection::TokenRange phrase, bool person);

/// Whether the phrase is a person's own name that the word behind it does not go on with: it heads another person
/// (يلتقي الرئيس سالم الحداد | الرئيس الأمريكي كريم النجار) or a thing that the verb governs (قلص سالم | عدد حقائب
/// الوزارة).
[[nodiscard]] bool closes_own_name(const detection::Article& article, detection::TokenRange phrase, bool person,
                                   std::uint32_t limit);

/// الصحيفة البريطانية, صحيفة محلية, صحيفة مقربة من الحكومة: whether nothing but adjectives stands behind the noun that
/// opens the phrase, in languages with an attached article.
[[nodiscard]] bool only_adjectives(const detection::Article& article, detection::TokenRange phrase);

/// المتحدث الذي غادر أمس، | سالم الحداد: where the name begins that closes the phrase of somebody, behind a comma and
/// the clause that `relative` opens; its end if none does.
[[nodiscard]] std::uint32_t name_behind_clause(const detection::Article& article, detection::TokenRange phrase,
                                               std::uint32_t relative);

}  // namespace rawi::sources
