// Time, where a graph has some: who published first stands before who published later.
#include <algorithm>
#include <map>

#include "writing/dot_drawing.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t most_days = 14;  // columns beyond that make a strip, not a picture

/// The day of an ISO 8601 date or time; empty for anything else.
std::string day_of(std::string_view date) {
    constexpr std::string_view form = "0000-00-00";
    if (date.size() < form.size()) return {};
    for (std::size_t at = 0; at < form.size(); ++at) {
        const bool is_digit = date[at] >= '0' && date[at] <= '9';
        if (form[at] == '0' ? !is_digit : date[at] != '-') return {};
    }
    return std::string(date.substr(0, form.size()));
}

}  // namespace

void draw_time(Drawing& drawing, const ProvenanceGraph& graph, bool as_columns) {
    std::map<std::string, std::vector<std::size_t>> nodes_of;
    for (std::size_t index = 0; index < graph.nodes.size(); ++index) {
        // A claim's date is that of its saying, which has no place among the dates of publishing.
        if (graph.nodes[index].kind == NodeKind::claim) continue;
        if (std::string day = day_of(graph.nodes[index].date); !day.empty()) nodes_of[std::move(day)].push_back(index);
    }
    if (nodes_of.size() < 2) return;
    if (as_columns && nodes_of.size() <= most_days) {
        for (auto& [day, nodes] : nodes_of) drawing.days.push_back({day, std::move(nodes)});
        return;
    }
    for (const auto& [day, nodes] : nodes_of) {
        for (const std::size_t node : nodes) drawing.nodes[node].label += "\\n" + day;
    }
}

}  // namespace rawi::writing
