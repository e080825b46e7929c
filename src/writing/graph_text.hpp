// Provenance graphs as text for other tools, whether of articles or of a corpus.
#pragma once

#include <string>
#include <string_view>

#include "rawi/graph.hpp"

namespace rawi::writing {

[[nodiscard]] std::string graphml_of(const ProvenanceGraph& graph);
[[nodiscard]] std::string gexf_of(const ProvenanceGraph& graph);
[[nodiscard]] std::string csv_nodes_of(const ProvenanceGraph& graph);
[[nodiscard]] std::string csv_edges_of(const ProvenanceGraph& graph);

using GraphText = std::string (*)(const ProvenanceGraph& graph);

/// What makes the text of the format of that name; null for a format that is not of these.
[[nodiscard]] GraphText find_graph_text(std::string_view format) noexcept;

}  // namespace rawi::writing
