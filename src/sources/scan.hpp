// Names and descriptions all over an article, whether or not they are sources where they stand: pronouns, surnames and
// dropped subjects refer to them, and they give an agent all of its mentions.
#pragma once

#include <vector>

#include "sources/mention.hpp"

namespace rawi::sources {

struct Scanned {
    Mention mention;
    bool subject = false;  ///< the first one of its sentence: what a pronoun refers to, rather than the others
};

/// Adds the mentions of a sentence to `found`, in text order. They do not overlap.
void scan_sentence(const Article& article, const detection::Sentence& sentence, std::vector<Scanned>& found);
/// The same for languages that write names with capitals (scan_capitals.cpp).
void scan_capitalised(const Article& article, const detection::Sentence& sentence, std::vector<Scanned>& found);

/// "For its part", "on the sidelines": the number of words of the formula that opens at `begin`, which name nobody, if
/// there are several.
[[nodiscard]] std::uint32_t formula(const Article& article, std::uint32_t begin, std::uint32_t limit);

/// Whether a preposition stands before `begin`, in `sentence`.
[[nodiscard]] bool governed(const Article& article, std::uint32_t begin, TokenRange sentence);

}  // namespace rawi::sources
