#include "writing/report_plots.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "text/width.hpp"
#include "writing/report_figures.hpp"

namespace rawi::writing {
namespace {

constexpr double names_width = 200;
constexpr double plot_width = 520;
constexpr double row_height = 22;
constexpr double margin = 30;

std::string at(std::string_view name, double value) {
    return ' ' + std::string(name) + "=\"" + decimal(value, 1) + '"';
}

std::string line(double x1, double y1, double x2, double y2, std::string_view css) {
    return "<line class=\"" + std::string(css) + '"' + at("x1", x1) + at("y1", y1) + at("x2", x2) + at("y2", y2) + "/>";
}

/// Places in a plot that runs from the side where its readers begin: names first, then the scale.
class Sides {
public:
    explicit Sides(bool right_to_left) : right_to_left_(right_to_left) {}

    /// `x` from the side where reading begins, as SVG counts it.
    [[nodiscard]] double x(double from_begin) const {
        return right_to_left_ ? names_width + plot_width + margin - from_begin : from_begin;
    }
    /// A text that ends at `from_begin`, or begins there.
    [[nodiscard]] std::string ends_at(double from_begin) const { return anchored(from_begin, !right_to_left_); }
    [[nodiscard]] std::string begins_at(double from_begin) const { return anchored(from_begin, right_to_left_); }

private:
    [[nodiscard]] std::string anchored(double from_begin, bool is_end) const {
        return std::string(" text-anchor=\"") + (is_end ? "end" : "start") + '"' + at("x", x(from_begin));
    }

    bool right_to_left_;
};

/// Cut to what fits before the plot.
std::string row_name(const std::string& name, double y, const Sides& sides) {
    const auto lines = text::wrap(name, 26);
    const std::string shown = std::string(lines.front()) + (lines.size() > 1 ? "…" : "");
    return "<text" + sides.ends_at(names_width - 10) + at("y", y + 4) + '>' + html(shown) + "</text>";
}

/// `role` is "img", or "group" where there is something to reach inside.
std::string open(std::size_t rows, const std::string& name, std::string_view role) {
    const double width = names_width + plot_width + margin;
    const double height = static_cast<double>(rows) * row_height + margin + 6;
    return "<div class=\"frame\" role=\"group\" tabindex=\"0\" aria-label=\"" + html(name) +
           "\"><svg class=\"plot\" role=\"" + std::string(role) + "\" aria-label=\"" + html(name) +
           "\" viewBox=\"0 0 " + decimal(width, 0) + ' ' + decimal(height, 0) + "\"" + at("width", width) +
           at("height", height) + ">\n";
}

/// 1, 2 or 5 times a power of ten, so that four to eight of them make `most`.
double step_for(double most) {
    const double power = std::pow(10, std::floor(std::log10(most / 4)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (most / (factor * power) <= 8) return factor * power;
    }
    return 10 * power;
}

std::vector<double> ticks_for(double most, bool grows) {
    std::vector<double> ticks = {0};
    const double step = grows ? 1 : step_for(most);
    double tick = step;
    while (tick <= most * 1.0001) {
        ticks.push_back(tick);
        tick = grows ? tick * 10 : tick + step;
    }
    return ticks;
}

}  // namespace

std::string row_plot(std::span<const PlotRow> rows, const std::string& unit, const std::string& name, Scale scale,
                     bool right_to_left) {
    const Sides sides(right_to_left);
    double most = 0;
    for (const PlotRow& row : rows) most = std::max({most, row.value, row.high});
    if (most <= 0) most = 1;
    const bool grows = scale == Scale::growing;
    const auto x = [&](double value) {
        return sides.x(names_width + plot_width * (grows ? std::log1p(value) / std::log1p(most) : value / most));
    };
    std::string out = open(rows.size(), name, "img") + "<g class=\"axis\">";
    const double bottom = static_cast<double>(rows.size()) * row_height + 4;
    for (const double tick : ticks_for(most, grows)) {
        out += line(x(tick), 0, x(tick), bottom, "grid") + "<text text-anchor=\"middle\"" + at("x", x(tick)) +
               at("y", bottom + 16) + '>' + decimal(tick, tick == std::floor(tick) ? 0 : 1) + "</text>";
    }
    out += "<text" + sides.ends_at(names_width - 10) + at("y", bottom + 16) + '>' + html(unit) + "</text></g>\n";
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const PlotRow& row = rows[i];
        const double y = (static_cast<double>(i) + 0.5) * row_height;
        out += "<g><title>" + html(row.name) + ": " + decimal(row.value, 2) + " · " + html(row.note) + "</title>" +
               row_name(row.name, y, sides) +
               line(sides.x(names_width), y, sides.x(names_width + plot_width), y, "row") +
               (row.high > row.low ? line(x(row.low), y, x(row.high), y, "range") : "") +
               "<circle class=\"dot\" r=\"5\"" + at("cx", x(row.value)) + at("cy", y) + "/></g>\n";
    }
    return out + "</svg></div>\n";
}

std::string time_plot(std::span<const TimePoint> points, const std::string& first, const std::string& last,
                      const std::string& name, bool right_to_left) {
    const Sides sides(right_to_left);
    std::vector<std::string> rows;
    double earliest = points.empty() ? 0 : points.front().at;
    double latest = earliest;
    for (const TimePoint& point : points) {
        if (std::ranges::find(rows, point.row) == rows.end()) rows.push_back(point.row);
        earliest = std::min(earliest, point.at);
        latest = std::max(latest, point.at);
    }
    const double range = latest > earliest ? latest - earliest : 1;
    const auto x = [&](double when) {
        return sides.x(names_width + 8 + (plot_width - 16) * (when - earliest) / range);
    };
    std::string out = open(rows.size(), name, "group");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const double y = (static_cast<double>(i) + 0.5) * row_height;
        out += row_name(rows[i], y, sides) + line(sides.x(names_width), y, sides.x(names_width + plot_width), y, "row");
        for (const TimePoint& point : points) {
            if (point.row != rows[i]) continue;
            out += "<a href=\"#" + html(point.claim) + "\" data-claim=\"" + html(point.claim) + "\" aria-label=\"" +
                   point.label + "\"><circle class=\"dot" + (point.marked ? " unknown" : "") + "\" data-claim=\"" +
                   html(point.claim) + "\" r=\"6\"" + at("cx", x(point.at)) + at("cy", y) + "><title>" + point.label +
                   "</title></circle></a>";
        }
        out += '\n';
    }
    const double bottom = static_cast<double>(rows.size()) * row_height + 16;
    out += "<g class=\"axis\"><text" + sides.begins_at(names_width) + at("y", bottom) + '>' + html(first) +
           "</text><text" + sides.ends_at(names_width + plot_width) + at("y", bottom) + '>' + html(last) +
           "</text></g>\n";
    return out + "</svg></div>\n";
}

}  // namespace rawi::writing
