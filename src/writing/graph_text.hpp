// Provenance graphs as text for other tools, whether of articles or of a corpus.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "rawi/graph.hpp"

namespace rawi::writing {

[[nodiscard]] std::string graphml_of(const ProvenanceGraph& graph);
[[nodiscard]] std::string gexf_of(const ProvenanceGraph& graph);
[[nodiscard]] std::string csv_nodes_of(const ProvenanceGraph& graph);
[[nodiscard]] std::string csv_edges_of(const ProvenanceGraph& graph);

using GraphText = std::string (*)(const ProvenanceGraph& graph);

/// By the names of their formats.
inline constexpr std::array<std::pair<std::string_view, GraphText>, 4> graph_texts{
    {{"graphml", graphml_of}, {"gexf", gexf_of}, {"csv-nodes", csv_nodes_of}, {"csv-edges", csv_edges_of}}};

/// What makes the text of the format of that name; null for a format that is not of these.
[[nodiscard]] GraphText find_graph_text(std::string_view format) noexcept;

}  // namespace rawi::writing
