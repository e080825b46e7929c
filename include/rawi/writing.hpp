// Analyses and graphs in the formats of others.
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "rawi/analysis.hpp"
#include "rawi/graph.hpp"

namespace rawi {

struct WritingOptions {
    bool with_text = false;       ///< JSON: include the analysed text
    bool explain = false;         ///< text: name rule and evidence of every attribution and hop
    bool colour = false;          ///< text: ANSI colours
    unsigned width = 80;          ///< text: columns of the terminal
    View view = View::chains;     ///< pictures
    std::string theme = "default";  ///< pictures: a theme in graphs/themes or a path
    double dpi = 96;              ///< PNG
};

/// A format that analyses can be written in.
struct Format {
    std::string_view name;         ///< "jsonl"
    std::string_view extension;    ///< ".jsonl"
    std::string_view description;  ///< one line
    bool streams;                  ///< one article after the other, as they come; else all are summed up in one output
};

/// All formats, in order of their names.
[[nodiscard]] std::span<const Format> formats() noexcept;

/// The format with that name or, failing that, the one whose extension `file_name` ends in; nullptr if none.
[[nodiscard]] const Format* find_format(std::string_view name) noexcept;
[[nodiscard]] const Format* format_of_file(std::string_view file_name) noexcept;

/// Writes analyses one by one: `begin`, any number of `write`, `end`. Throws `Error` where the output cannot be written.
class Writer {
public:
    virtual ~Writer() = default;
    virtual void begin() {}
    virtual void write(const Analysis& analysis) = 0;
    virtual void end() {}
};

/// `out` must outlive the writer.
[[nodiscard]] std::unique_ptr<Writer> make_writer(const Format& format, std::ostream& out, WritingOptions options = {});

}  // namespace rawi
