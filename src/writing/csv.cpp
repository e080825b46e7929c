// The provenance graph as two tables, one of nodes and one of edges, as Gephi's spreadsheet import and any table
// program takes them: RFC 4180, UTF-8.
#include <ostream>
#include <string>

#include "text/csv.hpp"
#include "writing/exchange.hpp"
#include "writing/graph_collector.hpp"
#include "writing/graph_fields.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

std::string cell_of(std::string_view value) {
    return text::csv_cell(well_formed(value));
}

std::string capitalised(std::string_view name) {
    std::string word(name);
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

/// A line of the table: what stands first, then the fields.
std::string line_of(std::string first, const FieldValues& values) {
    for (const std::string& value : values) first += ',' + cell_of(value);
    return first + "\r\n";
}

std::string header_of(std::string first, std::span<const GraphField> fields) {
    for (const GraphField& field : fields) first += ',' + capitalised(field.name);
    return first + "\r\n";
}

class CsvWriter : public Writer {
public:
    CsvWriter(std::ostream& out, const WritingOptions& options) : out_(out), collector_(options.view) {}

    void write(const Analysis& analysis) override { collector_.add(analysis); }

    void end() override {
        out_ << table(collector_.finish());
        check(out_);
    }

private:
    [[nodiscard]] virtual std::string table(const ProvenanceGraph& graph) const = 0;

    std::ostream& out_;
    GraphCollector collector_;
};

class NodesWriter final : public CsvWriter {
public:
    using CsvWriter::CsvWriter;

private:
    [[nodiscard]] std::string table(const ProvenanceGraph& graph) const override {
        std::string text = header_of("Id", node_fields());
        for (const Node& node : graph.nodes) text += line_of(cell_of(node.key), values_of(node));
        return text;
    }
};

class EdgesWriter final : public CsvWriter {
public:
    using CsvWriter::CsvWriter;

private:
    [[nodiscard]] std::string table(const ProvenanceGraph& graph) const override {
        std::string text = header_of("Source,Target,Type", edge_fields());
        for (const Edge& edge : graph.edges) {
            text += line_of(cell_of(graph.node(edge.from).key) + ',' + cell_of(graph.node(edge.to).key) + ",Directed",
                            values_of(edge));
        }
        return text;
    }
};

}  // namespace

std::unique_ptr<Writer> make_csv_nodes_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<NodesWriter>(out, options);
}

std::unique_ptr<Writer> make_csv_edges_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<EdgesWriter>(out, options);
}

}  // namespace rawi::writing
