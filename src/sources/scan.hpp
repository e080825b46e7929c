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

}  // namespace rawi::sources
