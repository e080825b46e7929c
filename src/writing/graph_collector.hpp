// Analyses on their way into one graph: what the writers of pictures and of graphs share.
#pragma once

#include <cstddef>
#include <optional>

#include "provenance/builder.hpp"

namespace rawi::writing {

/// Sums analyses up as they come. One article keeps its own keys; whether there is a second one, which makes it a graph
/// of several, is known only when it comes.
class GraphCollector {
public:
    /// Of the evidence of a graph of several articles the first `most_evidence` pieces of a node are kept, and of an
    /// edge as many of what is stated and of what is inferred.
    explicit GraphCollector(View view, std::size_t most_evidence = 8) : view_(view), most_evidence_(most_evidence) {}

    void add(const Analysis& analysis);

    /// The graph; the collector is done for after that.
    [[nodiscard]] ProvenanceGraph finish();

private:
    View view_;
    std::size_t most_evidence_;
    std::optional<Analysis> first_;
    std::optional<provenance::GraphBuilder> several_;
};

}  // namespace rawi::writing
