// Pictures: Graphviz lays out the graph and renders it by its own plugins (pango and cairo for PNG and PDF).
#include <fmt/format.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>

#include "rawi/error.hpp"
#include "writing/dot_graphviz.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

/// Graphviz' own state: fonts and plugins. It is made once and never freed: its pango plugin keeps the name of the last
/// font it used, and reads it again when the next picture is drawn, even one of another context.
GVC_t* graphviz_context() {
    static GVC_t* const context = gvContext();
    if (context == nullptr) throw Error("Graphviz cannot be started: " + GraphvizSession::complaints());
    return context;
}

struct FreeData {
    void operator()(char* data) const { gvFreeRenderData(data); }
};

/// A layout belongs to both a context and a graph, and must go before either.
class LaidOut {
public:
    LaidOut(GVC_t* context, Agraph_t* graph, const char* engine) : context_(context), graph_(graph) {
        if (gvLayout(context, graph, engine) != 0) {
            throw Error("Graphviz cannot lay out the graph (is the package graphviz installed?): " +
                        GraphvizSession::complaints());
        }
    }
    ~LaidOut() { gvFreeLayout(context_, graph_); }
    LaidOut(const LaidOut&) = delete;
    LaidOut& operator=(const LaidOut&) = delete;

private:
    GVC_t* context_;
    Agraph_t* graph_;
};

const char* name_of(PictureFormat format) {
    switch (format) {
        case PictureFormat::svg: return "svg";
        case PictureFormat::png: return "png";
        case PictureFormat::pdf: return "pdf";
    }
    return "svg";
}

constexpr int most_readable = 300;  // boxes, with patience

constexpr double points = 72;  // of an inch, in which margins are given

struct Size {
    double wide = 0;
    double high = 0;
};

/// Inches between the drawing and an edge.
Size margin_of(Agraph_t* graph) {
    const char* given = agget(graph, const_cast<char*>("pad"));
    Size margin{4 / points, 4 / points};  // Graphviz' own
    const int read = given == nullptr ? 0 : std::sscanf(given, "%lf,%lf", &margin.wide, &margin.high);
    if (read == 1) margin.high = margin.wide;
    return margin;
}

/// Inches of the drawing alone.
Size drawn_size(Agraph_t* graph) {
    const boxf drawn = GD_bb(graph);
    return {(drawn.UR.x - drawn.LL.x) / points, (drawn.UR.y - drawn.LL.y) / points};
}

/// Dots per inch of a PNG. Graphviz makes one that is too large for cairo smaller, and says so on stderr in words of
/// its own that name no file; here it is made smaller before.
double fitted_dpi(Agraph_t* graph, const DrawingOptions& options) {
    constexpr double most_pixels = 32'767;
    const Size margin = margin_of(graph);
    const Size drawn = drawn_size(graph);
    const double inches = std::max(drawn.wide + 2 * margin.wide, drawn.high + 2 * margin.high);
    const double pixels = std::ceil(inches * options.picture.dpi) + 1;
    if (pixels <= most_pixels) return options.picture.dpi;
    const double most = (most_pixels - 1) / inches;
    const double dpi = most < 1 ? std::floor(most * 100) / 100 : std::floor(most);
    GD_drawing(graph)->dpi = dpi;
    if (options.warn) {
        options.warn(fmt::format(
            "drawn with {:g} dots per inch instead of {:g}, since a PNG has at most {:.0f} pixels a side and this one "
            "would have {:.0f}; take a smaller --dpi, or SVG (-f svg), which is sharp at any size",
            dpi, options.picture.dpi, most_pixels, pixels));
    }
    return dpi;
}

/// cairo makes the canvas a whole number of pixels and fills no more than the drawing takes: a part of a pixel at the
/// edge would be half transparent. The margin grows until the drawing ends with a pixel.
void fill_last_pixels(Agraph_t* graph, double dpi) {
    const Size margin = margin_of(graph);
    const Size drawn = drawn_size(graph);
    const auto grown = [&](double size, double its_margin) {
        const double pixels = (size + 2 * its_margin) * dpi;
        return its_margin + (std::ceil(pixels - 1e-6) - pixels) / dpi / 2;
    };
    char text[64];
    static_cast<void>(std::snprintf(text, sizeof text, "%.12f,%.12f", grown(drawn.wide, margin.wide),
                                    grown(drawn.high, margin.high)));
    agsafeset(graph, const_cast<char*>("pad"), text, const_cast<char*>(""));
}

std::string rendered(Agraph_t* graph, const DrawingOptions& options) {
    GVC_t* context = graphviz_context();
    const LaidOut layout(context, graph, options.picture.layout == Layout::spread ? "sfdp" : "dot");
    if (options.format == PictureFormat::png) fill_last_pixels(graph, fitted_dpi(graph, options));
    char* data = nullptr;
    unsigned int size = 0;
    if (gvRenderData(context, graph, name_of(options.format), &data, &size) != 0 || data == nullptr) {
        throw Error(std::string("Graphviz cannot draw ") + name_of(options.format) + ": " +
                    GraphvizSession::complaints());
    }
    const std::unique_ptr<char, FreeData> owned(data);
    return {data, size};
}

/// cairo writes the time of the day into a PDF. The same graph must give the same file: the entry is blanked, which
/// keeps every offset of the file.
void remove_date(std::string& pdf) {
    const std::size_t begin = pdf.find("/CreationDate (");
    if (begin == std::string::npos) return;
    const std::size_t end = pdf.find(')', begin);
    if (end != std::string::npos)
        std::fill(pdf.begin() + static_cast<long>(begin), pdf.begin() + static_cast<long>(end) + 1, ' ');
}

}  // namespace

void check_dpi(const PictureOptions& picture) {
    if (picture.dpi >= PictureOptions::least_dpi && picture.dpi <= PictureOptions::most_dpi) return;  // NaN is neither
    throw Error(fmt::format("a PNG has {:g} to {:g} dots per inch, not {:g}", PictureOptions::least_dpi,
                            PictureOptions::most_dpi, picture.dpi));
}

void write_picture(std::ostream& out, const ProvenanceGraph& graph, const DrawingOptions& options) {
    if (options.format == PictureFormat::png) check_dpi(options.picture);
    const Theme theme = find_theme(options.picture.theme);
    const Drawing drawing = draw(graph, theme, options);
    constexpr std::size_t many_boxes = 3000;
    if (drawing.nodes.size() > many_boxes && options.warn) {
        options.warn(fmt::format(
            "a picture of {} boxes and {} lines: to lay it out may take many minutes and much memory; --most-nodes {} "
            "cuts it, and Ctrl-C ends it",
            drawing.nodes.size(), drawing.edges.size(), most_readable));
    }
    std::string picture;
    {
        const GraphvizSession session;
        const CGraph made = make_cgraph(drawing, theme, options, Purpose::picture);
        picture = rendered(made.get(), options);
    }
    if (options.format == PictureFormat::svg) picture = finished_svg(picture, drawing);
    if (options.format == PictureFormat::pdf) remove_date(picture);
    out.write(picture.data(), static_cast<std::streamsize>(picture.size()));
    check(out);
}

}  // namespace rawi::writing
