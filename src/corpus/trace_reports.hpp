// One claim for each time that an article reports the words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "corpus/trace_search.hpp"

namespace rawi::corpus {

/// Leaves out claims that report the same words in the same article once more: of claims that stand in one another
/// ("she said that research had shown that ..."), all but the one that is most like what the trace is about; the
/// headline's, where the text has the words, too; and one that is reached over other articles only, where the article
/// has the words that were asked for. What those that go credit is kept in `TracedClaim::credited`. `claims` come in
/// order of time, and keep it.
void keep_one_of_each_report(std::vector<TracedClaim>& claims, std::span<const std::uint64_t> asked);

}  // namespace rawi::corpus
