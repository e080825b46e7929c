// Plots of reports, as SVG in the page's own colours. They run from the side where their readers begin.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace rawi::writing {

/// A row of a dot plot: a point and the interval around it.
struct PlotRow {
    std::string name;
    double value = 0;
    double low = 0;
    double high = 0;
    std::string note;  ///< said when pointed at
};

/// How values are spread over the width of a plot.
enum class Scale : std::uint8_t {
    even,
    growing,  ///< 0, 1, 10, 100, ...: for values most of which are small and some of which are not
};

/// Rows below each other on one scale from 0 on; `name` says what it is, to those who do not see it.
[[nodiscard]] std::string row_plot(std::span<const PlotRow> rows, const std::string& unit, const std::string& name,
                                   Scale scale, bool right_to_left);

/// A point of a plot over time.
struct TimePoint {
    std::string row;
    double at = 0;        ///< any scale: seconds, say
    std::string label;    ///< HTML; said when pointed at
    std::string claim;    ///< id of the claim that lights up with it
    bool marked = false;  ///< stands out
};

/// One row for each different `row`, in the order in which they come; `first` and `last` are said at the ends, unless
/// empty.
[[nodiscard]] std::string time_plot(std::span<const TimePoint> points, const std::string& first,
                                    const std::string& last, const std::string& name, bool right_to_left);

}  // namespace rawi::writing
