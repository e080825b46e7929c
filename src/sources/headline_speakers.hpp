// An expert of the headline, whom the article names further down.
#pragma once

#include <utility>
#include <vector>

#include "sources/sources.hpp"

namespace rawi::sources {

/// "Expert: the heat comes from the sun" over an article in which Jane Doe says that the sun brings the heat: where
/// only the headline speaks of somebody without a name, and one speaker below says at least half of its words, that one
/// is meant; else of `bodies` the one that it is called for. Then, "Iran denies it" over "the ministry's spokesman
/// denied it": which words below tell what the headline does, where whoever speaks in it speaks nowhere else. Runs
/// before agents who do not speak are left out.
void find_headline_speakers(const detection::Article& article, const attribution::Findings& findings,
                            const std::vector<std::pair<AgentId, AgentId>>& bodies, Sources& result);

}  // namespace rawi::sources
