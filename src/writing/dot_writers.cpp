// The formats dot, svg, png and pdf. A picture is of all analyses together: they are summed up in one graph as they
// come.
#include <optional>
#include <ostream>

#include "writing/caption.hpp"
#include "writing/dot.hpp"
#include "writing/dot_theme.hpp"
#include "writing/graph_collector.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {

DrawingOptions drawing_options(const WritingOptions& options) {
    return {.picture = options.picture, .caption = options.caption, .warn = options.warn};
}

namespace {

class PictureWriter : public Writer {
public:
    PictureWriter(std::ostream& out, const WritingOptions& options)
        : out_(out), options_(drawing_options(options)), facts_(options.facts) {
        // A faulty theme is told before hours of analysis, not after. PROV's notation is one of claims.
        const bool is_prov = find_theme(options.picture.theme).notation == Notation::prov;
        graph_.emplace(is_prov ? View::claims : options.view);
    }

    void write(const Analysis& analysis) override {
        graph_->add(analysis);
        scope_.add(analysis.document.metadata().published);
    }

    void end() override {
        const ProvenanceGraph graph = graph_->finish();
        if (facts_) options_.caption = caption_of(*facts_, scope_, graph.language);
        draw_graph(graph);
    }

protected:
    virtual void draw_graph(const ProvenanceGraph& graph) = 0;

    std::ostream& out_;
    DrawingOptions options_;

private:
    std::optional<GraphCollector> graph_;
    std::optional<CaptionFacts> facts_;
    FigureScope scope_;
};

class DotWriter final : public PictureWriter {
public:
    using PictureWriter::PictureWriter;

private:
    void draw_graph(const ProvenanceGraph& graph) override { write_dot(out_, graph, options_); }
};

class RenderedWriter final : public PictureWriter {
public:
    RenderedWriter(std::ostream& out, const WritingOptions& options, PictureFormat format)
        : PictureWriter(out, options) {
        if (format == PictureFormat::png) check_dpi(options.picture);
        options_.format = format;
    }

private:
    void draw_graph(const ProvenanceGraph& graph) override { write_picture(out_, graph, options_); }
};

}  // namespace

std::unique_ptr<Writer> make_dot_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<DotWriter>(out, options);
}

std::unique_ptr<Writer> make_svg_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<RenderedWriter>(out, options, PictureFormat::svg);
}

std::unique_ptr<Writer> make_png_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<RenderedWriter>(out, options, PictureFormat::png);
}

std::unique_ptr<Writer> make_pdf_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<RenderedWriter>(out, options, PictureFormat::pdf);
}

}  // namespace rawi::writing
