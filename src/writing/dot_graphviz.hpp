// Graphviz behind a door: cgraph's graphs, its global state and its complaints. Nothing else includes its headers.
#pragma once

#include <graphviz/cgraph.h>

#include <memory>
#include <mutex>
#include <string>

#include "writing/dot_drawing.hpp"

namespace rawi::writing {

/// Graphviz keeps global state. Who holds this may use it, and what it has to complain about comes here, not to stderr.
class GraphvizSession {
public:
    GraphvizSession();
    ~GraphvizSession();
    GraphvizSession(const GraphvizSession&) = delete;
    GraphvizSession& operator=(const GraphvizSession&) = delete;

    [[nodiscard]] static const std::string& complaints();

private:
    std::lock_guard<std::mutex> lock_;
    agusererrf previous_;
};

struct CloseGraph {
    void operator()(Agraph_t* graph) const { agclose(graph); }
};
using CGraph = std::unique_ptr<Agraph_t, CloseGraph>;

enum class Purpose : std::uint8_t { dot, picture };

/// The drawing as a graph of cgraph's. Nodes are n0, n1, ... and edges e0, e1, ..., in the drawing's order.
[[nodiscard]] CGraph make_cgraph(const Drawing& drawing, const Theme& theme, const DrawingOptions& options,
                                 Purpose purpose);

/// What Graphviz drew, with title, description, tooltips and keys, and without ids, which would clash in a page.
[[nodiscard]] std::string finished_svg(std::string_view svg, const Drawing& drawing);

}  // namespace rawi::writing
