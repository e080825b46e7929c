// Reports on a corpus: one HTML file that needs nothing else, as the format "html" is for articles (docs/report.md).
#pragma once

#include <iosfwd>
#include <optional>
#include <string>

#include "rawi/reliance.hpp"
#include "rawi/trace.hpp"
#include "rawi/writing.hpp"

namespace rawi {

struct ReportOptions {
    std::string language;  ///< that the report itself speaks: "ar", "en"; empty: that of the articles, else English
    std::string caption;   ///< lines below, UTF-8; empty for none
    std::optional<CaptionFacts> facts;  ///< the same, put together from the articles; goes before `caption`
};

/// Throws `Error` where the diagram cannot be drawn.
void write_html(std::ostream& out, const Trace& trace, const ReportOptions& options = {});
void write_html(std::ostream& out, const Reliance& reliance, const ReportOptions& options = {});

}  // namespace rawi
