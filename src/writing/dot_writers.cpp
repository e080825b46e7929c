// The formats dot, svg, png and pdf. A picture is of all analyses together: they are summed up in one graph as they
// come.
#include <optional>
#include <ostream>

#include "provenance/builder.hpp"
#include "writing/dot.hpp"
#include "writing/dot_theme.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

using provenance::GraphBuilder;

constexpr std::size_t most_evidence = 8;  // of a node or an edge: more than a tooltip shows

class PictureWriter : public Writer {
public:
    PictureWriter(std::ostream& out, const WritingOptions& options) : out_(out), view_(options.view) {
        options_.theme = options.theme;
        options_.dpi = options.dpi;
        options_.caption = options.caption;
        options_.layout = options.layout;
        options_.cluster = options.cluster;
        options_.most_nodes = options.most_nodes;
        // A faulty theme is told before hours of analysis, not after. PROV's notation is one of claims.
        if (find_theme(options.theme).notation == Notation::prov) view_ = View::claims;
    }

    /// Whether there is a second article, which makes it a graph of several, is known only when it comes.
    void write(const Analysis& analysis) override {
        if (!first_ && !several_) {
            first_ = analysis;
            return;
        }
        if (!several_) {
            several_.emplace(view_, GraphBuilder::Scope::several_articles, most_evidence);
            several_->add(*first_);
            first_.reset();
        }
        several_->add(analysis);
    }

    void end() override {
        if (several_) {
            draw_graph(several_->finish());
        } else if (first_) {
            draw_graph(provenance_graph(*first_, view_));
        } else {
            draw_graph({});
        }
    }

protected:
    virtual void draw_graph(const ProvenanceGraph& graph) = 0;

    std::ostream& out_;
    PictureOptions options_;

private:
    View view_;
    std::optional<Analysis> first_;
    std::optional<GraphBuilder> several_;
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
