#include "writing/graph_collector.hpp"

namespace rawi::writing {

using provenance::GraphBuilder;

void GraphCollector::add(const Analysis& analysis) {
    if (!first_ && !several_) {
        first_ = analysis;
        return;
    }
    if (!several_) {
        several_.emplace(view_, GraphBuilder::Scope::several_articles, most_evidence_);
        several_->add(*first_);
        first_.reset();
    }
    several_->add(analysis);
}

ProvenanceGraph GraphCollector::finish() {
    if (several_) return several_->finish();
    if (first_) return provenance_graph(*first_, view_);
    ProvenanceGraph empty;
    empty.view = view_;
    return empty;
}

}  // namespace rawi::writing
