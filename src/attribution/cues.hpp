// Where the cues of an article stand.
#pragma once

#include <vector>

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// A word or phrase that can be a cue, with its readings. The longest phrase at a token wins; it hides the words in it.
struct CueToken {
    TokenRange tokens;
    const std::vector<language::CueForm>* readings = nullptr;
    bool live = false;  ///< something that it takes follows (or stands before it): it may well be a cue here
};

/// All of them, in text order.
[[nodiscard]] std::vector<CueToken> find_cues(const Article& article);

/// The cue that begins at each token, for quick look-up: index into the list, or `none`.
[[nodiscard]] std::vector<std::uint32_t> index_cues(const Article& article, const std::vector<CueToken>& cues);

}  // namespace rawi::attribution
