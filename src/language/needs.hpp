// What must stand somewhere before or behind a cue for a rule to match at all: the classes, words and marks that its
// pattern cannot do without. Most rules fail by this, which is much cheaper to see than to try them.
#pragma once

#include <cstdint>
#include <vector>

#include "language/classes.hpp"
#include "language/cues.hpp"
#include "language/parts.hpp"

namespace rawi::language {

struct Node;

/// What stands in a stretch of text.
struct Presence {
    ClassSet classes;
    std::uint64_t words = 0;  ///< a bit for every word; different words may share one
    std::uint32_t marks = 0;  ///< bits of text::CharClass
    PartSet parts;
    bool quotation = false;

    [[nodiscard]] static constexpr std::uint64_t bit_of(WordId word) noexcept {
        return std::uint64_t{1} << (word & 63u);
    }
};

struct Needs {
    std::vector<ClassSet> classes;      ///< of each set one
    std::uint64_t words = 0;            ///< all of them
    std::uint32_t marks = 0;            ///< all of them
    std::vector<std::uint64_t> one_of;  ///< of each set of words one
    std::vector<PartSet> parts;         ///< of each set one
    bool quotation = false;
    bool own = false;  ///< one of the cue's own prepositions

    /// `own`: bits of the cue's own prepositions.
    [[nodiscard]] bool met_by(const Presence& presence, std::uint64_t own_words) const noexcept;
};

/// What a row of nodes cannot do without.
[[nodiscard]] Needs needs_of(const std::vector<Node>& nodes);

}  // namespace rawi::language
