// The one table of formats. A new format is a file that makes its writer, a line in `writers.hpp` and a line here.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstring>
#include <ostream>
#include <string>

#include "rawi/error.hpp"
#include "text/ascii.hpp"
#include "writing/writers.hpp"

namespace rawi {
namespace {

struct Entry {
    Format format;
    writing::WriterFactory make;
};

// Sorted by name. Columns: name, extension, description, whether it streams, whether it is binary; factory.
constexpr auto entries = std::to_array<Entry>({
    {{"brat", ".brat.tar", "brat standoff annotations, an archive of .txt and .ann files", true, true},
     writing::make_brat_writer},
    {{"csv", ".csv", "the claims as a table, a row each, for R, pandas and spreadsheets", true, false},
     writing::make_csv_writer},
    {{"csv-edges", ".edges.csv", "the edges of the provenance graph as a table for Gephi", false, false},
     writing::make_csv_edges_writer},
    {{"csv-nodes", ".nodes.csv", "the nodes of the provenance graph as a table for Gephi", false, false},
     writing::make_csv_nodes_writer},
    {{"dot", ".dot", "the provenance graph in the language of Graphviz", false, false}, writing::make_dot_writer},
    {{"gexf", ".gexf", "the provenance graph for Gephi (GEXF 1.3)", false, false}, writing::make_gexf_writer},
    {{"graphml", ".graphml", "the provenance graph for yEd, Cytoscape, networkx and igraph", false, false},
     writing::make_graphml_writer},
    {{"html", ".html", "a report to read in a browser, one file that needs nothing else", false, false},
     writing::make_html_writer},
    {{"json", ".json", "one indented JSON array of articles", true, false}, writing::make_json_writer},
    {{"jsonl", ".jsonl", "JSON Lines, one article a line", true, false}, writing::make_jsonl_writer},
    {{"pdf", ".pdf", "a picture of the provenance graph, for print", false, true}, writing::make_pdf_writer},
    {{"png", ".png", "a picture of the provenance graph, for slides (see --dpi)", false, true},
     writing::make_png_writer},
    {{"prov-json", ".prov.json", "W3C PROV as PROV-JSON, a bundle an article", true, false},
     writing::make_prov_json_writer},
    {{"prov-jsonld", ".prov.jsonld", "W3C PROV as RDF: PROV-O in JSON-LD, a named graph an article", true, false},
     writing::make_prov_jsonld_writer},
    {{"prov-n", ".provn", "W3C PROV in its notation for people, a bundle an article", true, false},
     writing::make_prov_n_writer},
    {{"schema-org", ".schema.jsonld", "schema.org in JSON-LD: NewsArticle, Quotation, Claim", true, false},
     writing::make_schema_org_writer},
    {{"svg", ".svg", "a picture of the provenance graph, for the web", false, false}, writing::make_svg_writer},
    {{"text", ".txt", "for people at a terminal", true, false}, writing::make_text_writer},
    {{"web-annotation", ".anno.jsonld", "W3C Web Annotations in JSON-LD, one an attribution", true, false},
     writing::make_web_annotation_writer},
});

constexpr auto all_formats = [] {
    std::array<Format, entries.size()> formats{};
    std::ranges::transform(entries, formats.begin(), &Entry::format);
    return formats;
}();
static_assert(std::ranges::is_sorted(all_formats, {}, &Format::name), "formats are listed in order of their names");

}  // namespace

std::span<const Format> formats() noexcept {
    return all_formats;
}

const Format* find_format(std::string_view name) noexcept {
    const auto found = std::ranges::find(all_formats, name, &Format::name);
    return found != all_formats.end() ? &*found : nullptr;
}

const Format* format_of_file(std::string_view file_name) noexcept {
    const std::string small = text::small_letters(file_name);
    const Format* best = nullptr;  // the longest extension that fits, so that ".prov.json" is not taken for ".json"
    for (const Format& format : all_formats) {
        if (small.ends_with(format.extension) && (!best || best->extension.size() < format.extension.size())) {
            best = &format;
        }
    }
    return best || !small.ends_with(".gv") ? best : find_format("dot");  // Graphviz's own newer name for it
}

std::unique_ptr<Writer> make_writer(const Format& format, std::ostream& out, const WritingOptions& options) {
    const auto found = std::ranges::find(entries, format.name, [](const Entry& entry) { return entry.format.name; });
    if (found == entries.end()) throw Error("there is no format \"" + std::string(format.name) + '"');
    return found->make(out, options);
}

void writing::check(const std::ostream& out) {
    if (out) return;
    const int reason = errno;
    throw Error(std::string("cannot write the output") +
                (reason != 0 ? std::string(": ") + std::strerror(reason) : ""));
}

}  // namespace rawi
