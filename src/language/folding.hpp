// Names as they are compared, in whatever language they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "language/pack.hpp"
#include "rawi/language.hpp"

namespace rawi::language {

/// All packs that are built in. Compiled once, side by side: it takes longer than most questions.
[[nodiscard]] const std::vector<LanguagePack>& built_in_packs();

/// An ending that many write for another (`alike` in the pack) becomes that other one.
void fold_ending(std::string& word, const Pack& pack);

/// A name in normal form, punctuation and runs of spaces as one space.
[[nodiscard]] std::string plain_name(std::string_view name);

/// A name, as `plain_name`, in which endings that are written for each other in any language are one.
[[nodiscard]] std::string folded_name(std::string_view plain);

}  // namespace rawi::language
