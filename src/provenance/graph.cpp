#include "rawi/graph.hpp"

#include "provenance/builder.hpp"

namespace rawi {

using provenance::GraphBuilder;

ProvenanceGraph provenance_graph(const Analysis& analysis, View view) {
    GraphBuilder builder(view, GraphBuilder::Scope::one_article);
    builder.add(analysis);
    return builder.finish();
}

ProvenanceGraph provenance_graph(std::span<const Analysis> analyses, View view) {
    if (analyses.size() == 1) return provenance_graph(analyses.front(), view);
    GraphBuilder builder(view, GraphBuilder::Scope::several_articles);
    for (const Analysis& analysis : analyses) builder.add(analysis);
    return builder.finish();
}

}  // namespace rawi
