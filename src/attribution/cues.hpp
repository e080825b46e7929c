// Where the cues of an article stand.
#pragma once

#include <cstdint>
#include <ranges>
#include <vector>

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// A word or phrase that can be a cue, with its readings. The longest phrase at a token wins; it hides the words in it.
struct CueToken {
    TokenRange tokens;
    const std::vector<language::CueForm>* listed = nullptr;
    std::uint8_t forms = 0xFF;  ///< bits of language::Form: those that the word's part of speech allows here
    bool live = false;          ///< something that it takes follows (or stands before it): it may well be a cue here

    /// Those of the listed readings that it can have here.
    [[nodiscard]] auto readings() const {
        return *listed | std::views::filter([allowed = forms](const language::CueForm& reading) {
            return (allowed >> static_cast<unsigned>(reading.form) & 1u) != 0;
        });
    }
};

/// All of them, in text order.
[[nodiscard]] std::vector<CueToken> find_cues(const Article& article);

/// The cue that begins at each token, for quick look-up: index into the list, or `none`.
[[nodiscard]] std::vector<std::uint32_t> index_cues(const Article& article, const std::vector<CueToken>& cues);

}  // namespace rawi::attribution
