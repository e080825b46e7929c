// The claims of a trace as one graph of speakers and outlets.
#pragma once

#include <vector>

#include "corpus/trace_search.hpp"
#include "provenance/outlets.hpp"

namespace rawi::corpus {

/// Builds `Trace::graph` with the countries of listed outlets, gives each station its node, and finds what the shape of
/// the graph says: the one upstream, circles, origins.
void add_graph(std::vector<TracedClaim>& claims, const provenance::OutletList& outlets, Trace& trace);

}  // namespace rawi::corpus
