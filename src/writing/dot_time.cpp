// Time, where a graph has some: who published first stands before who published later.
#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "text/moment.hpp"
#include "writing/dot_drawing.hpp"
#include "writing/dot_text.hpp"

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

/// Which nodes have words from one in a column of a day, over whomever.
std::vector<bool> follows_a_day(const ProvenanceGraph& graph, const std::vector<bool>& in_column) {
    std::vector<std::vector<std::size_t>> next(graph.nodes.size());
    for (const Edge& edge : graph.edges)
        next[static_cast<std::size_t>(edge.from)].push_back(static_cast<std::size_t>(edge.to));
    std::vector<bool> follows(graph.nodes.size());
    std::vector<std::size_t> waiting;
    for (std::size_t node = 0; node < in_column.size(); ++node) {
        if (in_column[node]) waiting.push_back(node);
    }
    while (!waiting.empty()) {
        const std::size_t node = waiting.back();
        waiting.pop_back();
        for (const std::size_t other : next[node]) {
            if (follows[other]) continue;
            follows[other] = true;
            waiting.push_back(other);
        }
    }
    return follows;
}

/// A column of a day says that what stands in it is of that day: what is not gets a place outside and, where it was
/// published, its own date or that it has none.
void place_outside(Drawing& drawing, const ProvenanceGraph& graph, const Words& words) {
    std::vector<bool> in_column(graph.nodes.size());
    for (const DrawnDay& day : drawing.days) {
        for (const std::size_t node : day.nodes) in_column[node] = true;
    }
    const std::vector<bool> follows = follows_a_day(graph, in_column);
    for (std::size_t index = 0; index < graph.nodes.size(); ++index) {
        if (in_column[index]) continue;
        (follows[index] ? drawing.behind_days : drawing.before_days).push_back(index);
        const Node& node = graph.nodes[index];
        if (!node.publisher && node.kind != NodeKind::article) continue;
        const std::string day = day_of(node.date);
        drawing.nodes[index].label +=
            "\\n" + (day.empty() ? dot_label(words["no_date"], {40, 1, graph.right_to_left}) : day);
    }
}

}  // namespace

void draw_time(Drawing& drawing, const ProvenanceGraph& graph, const Words& words, bool as_columns) {
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
        place_outside(drawing, graph, words);
        return;
    }
    for (const auto& [day, nodes] : nodes_of) {
        for (const std::size_t node : nodes) drawing.nodes[node].label += "\\n" + day;
    }
}

}  // namespace rawi::writing
