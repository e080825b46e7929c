// Which outlets a stretch of bylines, datelines and credits names.
#pragma once

#include <vector>

#include "detection/article.hpp"

namespace rawi::detection {

/// The outlets that a byline, dateline or credit names: names that stand alone between marks, or behind an outlet noun.
/// Inside a longer name (الإمارات العربية المتحدة) the same words are no outlet. A name that no list holds counts where
/// its form shows it.
[[nodiscard]] std::vector<TokenRange> credited_outlets(const Article& article, TokenRange range);

/// نقلا عن المنبر المصرية, خدمة «المنبر»: what stands alone behind words that credit outlets only is one, listed or
/// not; unless it is plainly somebody or a body. Empty where there is none.
[[nodiscard]] TokenRange unlisted_credit(const Article& article, TokenRange range);

}  // namespace rawi::detection
