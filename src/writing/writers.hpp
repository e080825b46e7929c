// What makes the writer of each format. `formats.cpp` lists them; nothing else calls them.
#pragma once

#include <iosfwd>
#include <memory>

#include "rawi/writing.hpp"

namespace rawi::writing {

/// Makes the writer of one format for `out`, which outlives it.
using WriterFactory = std::unique_ptr<Writer> (*)(std::ostream& out, const WritingOptions& options);

std::unique_ptr<Writer> make_json_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_jsonl_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_text_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_dot_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_svg_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_png_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_pdf_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_graphml_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_gexf_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_csv_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_csv_nodes_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_csv_edges_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_prov_json_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_prov_n_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_prov_jsonld_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_brat_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_web_annotation_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_schema_org_writer(std::ostream& out, const WritingOptions& options);
std::unique_ptr<Writer> make_html_writer(std::ostream& out, const WritingOptions& options);

/// Throws `Error` naming the reason if the last write to `out` failed.
void check(const std::ostream& out);

}  // namespace rawi::writing
