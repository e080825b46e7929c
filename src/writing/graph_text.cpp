// The writers of graphs for other tools: analyses are summed up as they come, the text is made at the end.
#include "writing/graph_text.hpp"

#include <algorithm>
#include <ostream>

#include "writing/graph_collector.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

template <GraphText text_of>
class GraphWriter final : public Writer {
public:
    GraphWriter(std::ostream& out, const WritingOptions& options) : out_(out), collector_(options.view) {}

    void write(const Analysis& analysis) override { collector_.add(analysis); }

    void end() override {
        out_ << text_of(collector_.finish());
        check(out_);
    }

private:
    std::ostream& out_;
    GraphCollector collector_;
};

}  // namespace

GraphText find_graph_text(std::string_view format) noexcept {
    const auto* const found = std::ranges::find(graph_texts, format, &std::pair<std::string_view, GraphText>::first);
    return found == graph_texts.end() ? nullptr : found->second;
}

std::unique_ptr<Writer> make_graphml_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<GraphWriter<graphml_of>>(out, options);
}
std::unique_ptr<Writer> make_gexf_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<GraphWriter<gexf_of>>(out, options);
}
std::unique_ptr<Writer> make_csv_nodes_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<GraphWriter<csv_nodes_of>>(out, options);
}
std::unique_ptr<Writer> make_csv_edges_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<GraphWriter<csv_edges_of>>(out, options);
}

}  // namespace rawi::writing
