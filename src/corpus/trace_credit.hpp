// Credit for words: articles that have them from others and do not say so, outlets that are credited and not here.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "corpus/trace_search.hpp"

namespace rawi::corpus {

/// Marks claims that have the same words, long enough not to be there by accident, as one in an article of another
/// outlet that is known to be earlier, and credit nobody. `claims` come in order of time.
void find_uncredited(std::vector<TracedClaim>& claims);

/// Outlets that are credited but have no article here that carries the words. `articles`: how many each outlet has.
[[nodiscard]] std::vector<MissingLink> find_missing(const std::vector<TracedClaim>& claims,
                                                    const std::map<std::string, std::size_t>& articles);

}  // namespace rawi::corpus
