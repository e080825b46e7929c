// Time, where a graph has some: who published first stands before who published later.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "text/moment.hpp"
#include "writing/dot_drawing.hpp"

namespace rawi::writing {
namespace {

constexpr std::size_t most_days = 14;  // columns beyond that make a strip, not a picture

/// "2019-08-28"; empty for what is no date.
std::string day_of(std::string_view date) {
    const auto day = text::read_day(date);
    return day ? text::iso(*day) : std::string();
}

/// Of each node the day by which it must have had the words: that of the earliest who has them through it.
std::vector<std::string> days_passed_on(const ProvenanceGraph& graph) {
    std::vector<std::string> passed_on(graph.nodes.size());
    const auto take = [](std::string& day, const std::string& other) {
        if (other.empty() || (!day.empty() && day <= other)) return false;
        day = other;
        return true;
    };
    for (bool changed = true; changed;) {
        changed = false;
        for (const Edge& edge : graph.edges) {
            const auto to = static_cast<std::size_t>(edge.to);
            std::string& day = passed_on[static_cast<std::size_t>(edge.from)];
            changed = take(day, day_of(graph.nodes[to].date)) || changed;
            changed = take(day, passed_on[to]) || changed;
        }
    }
    return passed_on;
}

}  // namespace

void draw_time(Drawing& drawing, const ProvenanceGraph& graph, bool as_columns) {
    // An outlet whose own article came after those of others who had the words from it has no place among the days:
    // it had them before, and the axis would have to run backwards.
    const auto passed_on = as_columns ? days_passed_on(graph) : std::vector<std::string>(graph.nodes.size());
    std::map<std::string, std::vector<std::size_t>> nodes_of;
    for (std::size_t index = 0; index < graph.nodes.size(); ++index) {
        // A claim's date is that of its saying, which has no place among the dates of publishing.
        if (graph.nodes[index].kind == NodeKind::claim) continue;
        std::string day = day_of(graph.nodes[index].date);
        if (day.empty() || (!passed_on[index].empty() && passed_on[index] < day)) continue;
        nodes_of[std::move(day)].push_back(index);
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
