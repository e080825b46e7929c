// What the token must be at which a row of a pattern's nodes begins to match, as far as the token alone shows it. Most
// rows fail at their first token, and this tells it without trying them.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/classes.hpp"
#include "language/cues.hpp"
#include "language/parts.hpp"
#include "text/characters.hpp"

namespace rawi::language {

struct Node;

/// Any one of these will do.
struct Opening {
    bool anything = false;  ///< nothing can be told: the row may be empty, or begin with a noun phrase, a clause
    bool own = false;       ///< one of the cue's own prepositions
    bool reading = false;   ///< another cue
    bool quotation = false;
    bool capital = false;
    bool definite = false;
    std::uint32_t kinds = 0;  ///< bits of text::CharClass
    PartSet parts;
    ClassSet classes;
    std::vector<WordId> words;

    [[nodiscard]] bool has(text::CharClass kind) const noexcept {
        return (kinds >> static_cast<unsigned>(kind) & 1u) != 0;
    }
    Opening& operator|=(const Opening& other);
    friend bool operator==(const Opening&, const Opening&) = default;
};

/// Tells nodes and all rows within them their openings.
class OpeningFinder {
public:
    /// New openings are added to `openings`, which outlives this; the first of them is anything.
    explicit OpeningFinder(std::vector<Opening>& openings);

    /// The nodes of a pattern, which are matched forward. Rows that patterns share are told theirs once.
    void find(std::vector<Node>& nodes);

private:
    [[nodiscard]] std::uint32_t place_of(const Opening& opening);
    [[nodiscard]] const Opening& of_row(const std::vector<Node>& row) const;
    [[nodiscard]] Opening of(const Node& node) const;

    std::vector<Opening>& openings_;
    std::unordered_set<const void*> told_;                        ///< the alternatives of groups that have been
    std::unordered_multimap<std::size_t, std::uint32_t> places_;  ///< of `openings_`, by what of them is quick to tell
};

}  // namespace rawi::language
