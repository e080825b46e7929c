// Analyses and graphs in the formats of others.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "rawi/analysis.hpp"
#include "rawi/graph.hpp"

namespace rawi {

/// How a picture places its nodes.
enum class Layout : std::uint8_t {
    ranked,  ///< by generation, along the flow of information (Graphviz dot)
    spread,  ///< by who is joined with whom; for large graphs (Graphviz sfdp)
};

/// What a picture draws a frame around.
enum class Cluster : std::uint8_t { none, kind, country };

/// What a figure's caption says besides the number of its articles and their dates. UTF-8.
struct CaptionFacts {
    std::string corpus;   ///< what was read; empty for none
    std::string command;  ///< that made it; empty for none
};

/// Of the format for people to read.
struct TextOptions {
    bool explain = false;  ///< name rule and evidence of every attribution and hop
    bool colour = false;   ///< ANSI colours
    unsigned width = 80;   ///< columns of the terminal
};

/// Of DOT, SVG, PNG and PDF.
struct PictureOptions {
    static constexpr double least_dpi = 10;
    static constexpr double most_dpi = 2400;

    std::string theme = "default";  ///< a theme in graphs/themes or the path of a file ending in .theme
    double dpi = 96;                ///< of a PNG, from `least_dpi` to `most_dpi`
    Layout layout = Layout::ranked;
    Cluster cluster = Cluster::none;
    /// A larger graph is cut to its so many weightiest nodes, and says so; 0: never. Not given: a graph of more than
    /// 300 nodes, which nobody could read, is cut to 40.
    std::optional<std::size_t> most_nodes;
    bool aggregate = false;  ///< what is cut is gathered, all of a kind in one node
};

struct WritingOptions {
    bool with_text = false;             ///< JSON: include the analysed text
    View view = View::chains;           ///< pictures and graphs
    std::string caption;                ///< pictures and reports: lines below, UTF-8; empty for none
    std::optional<CaptionFacts> facts;  ///< the same, put together from the articles; goes before `caption`
    TextOptions text;
    PictureOptions picture;
    /// Is told, in a line, where the output is written and yet not as it was asked for; may be empty.
    std::function<void(std::string_view)> warn;
};

/// A format that analyses can be written in.
struct Format {
    std::string_view name;         ///< "jsonl"
    std::string_view extension;    ///< ".jsonl"
    std::string_view description;  ///< one line
    bool streams;                  ///< one article after the other, as they come; else all are summed up in one output
    bool binary = false;           ///< bytes that do not belong on a terminal
};

/// All formats, in order of their names.
[[nodiscard]] std::span<const Format> formats() noexcept;

/// The format with that name; nullptr if there is none.
[[nodiscard]] const Format* find_format(std::string_view name) noexcept;

/// The format whose extension `file_name` ends in, of several the one with the longest,
/// and DOT for ".gv"; nullptr if there is none.
[[nodiscard]] const Format* format_of_file(std::string_view file_name) noexcept;

/// Writes analyses one by one: `begin`, any number of `write`, `end`. Throws `Error` where the output cannot be
/// written.
class Writer {
public:
    virtual ~Writer() = default;
    virtual void begin() {}
    virtual void write(const Analysis& analysis) = 0;
    virtual void end() {}
};

/// `out` must outlive the writer. Throws `Error` for a format that is none of `formats()`; before anything is written,
/// for one that draws (dot, svg, png, pdf), where the theme is missing or faulty; and for png, where `dpi` is out of
/// its range.
[[nodiscard]] std::unique_ptr<Writer> make_writer(const Format& format, std::ostream& out,
                                                  const WritingOptions& options = {});

}  // namespace rawi
