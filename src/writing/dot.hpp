// Provenance graphs as DOT and as pictures, by Graphviz. docs/pictures.md tells what they show.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

#include "rawi/graph.hpp"
#include "rawi/writing.hpp"

namespace rawi::writing {

enum class PictureFormat : std::uint8_t { svg, png, pdf };

struct DrawingOptions {
    PictureFormat format = PictureFormat::svg;
    PictureOptions picture;
    std::string caption;                         ///< lines below the picture, UTF-8
    bool with_links = true;                      ///< from nodes to articles
    bool with_title = true;                      ///< over the picture; what carries it may say it already
    std::function<void(std::string_view)> warn;  ///< as in `WritingOptions`
};

/// What a command's options say of pictures; its caption only if it is given in words.
[[nodiscard]] DrawingOptions drawing_options(const WritingOptions& options);

/// Throws `Error` for dots per inch that no PNG has.
void check_dpi(const PictureOptions& picture);

/// Writes the graph in the language of Graphviz. Throws `Error` for a theme that is missing or faulty.
void write_dot(std::ostream& out, const ProvenanceGraph& graph, const DrawingOptions& options = {});

/// Draws the graph. An SVG's nodes and edges carry classes (docs/pictures.md) and `data-key`, `data-from` and
/// `data-to`, the keys of their nodes. Throws `Error` as above, as `check_dpi`, and where Graphviz cannot draw.
/// Graphviz is not made for threads: calls wait for each other.
void write_picture(std::ostream& out, const ProvenanceGraph& graph, const DrawingOptions& options = {});

}  // namespace rawi::writing
