// From counts to tables, and from tables to what the network of outlets looks like.
#include "rawi/reliance.hpp"

#include <algorithm>

#include "corpus/inside.hpp"
#include "corpus/reliance_scan.hpp"
#include "corpus/words.hpp"
#include "provenance/measures.hpp"

namespace rawi {
namespace {

using corpus::RelianceScan;

Contact most_frequent(const ContactCounts& contacts) {
    const auto unstated = contacts.begin() + static_cast<std::ptrdiff_t>(Contact::unstated);
    const auto most = std::max_element(contacts.begin(), unstated);
    return *most == 0 ? Contact::unstated : static_cast<Contact>(most - contacts.begin());
}

/// Outlets that have words from others or others from them.
ProvenanceGraph graph_of(const RelianceScan& scan, std::vector<std::optional<NodeId>>& nodes) {
    ProvenanceGraph graph;
    nodes.assign(scan.outlets.size(), std::nullopt);
    const auto node = [&](std::uint32_t outlet) {
        if (nodes[outlet]) return *nodes[outlet];
        const OutletReliance& counted = scan.outlets[outlet].counted;
        Node made;
        made.label = counted.name.empty() ? counted.outlet : counted.name;
        made.key = "outlet:" + counted.outlet;
        made.agent_kind = AgentKind::outlet;
        made.publisher = counted.articles > 0;
        made.outlet_id = counted.outlet;
        made.country = counted.country;
        graph.nodes.push_back(std::move(made));
        nodes[outlet] = static_cast<NodeId>(graph.nodes.size() - 1);
        return *nodes[outlet];
    };
    for (const auto& [ends, pair] : scan.pairs) {
        Edge edge;
        edge.from = node(ends.first);
        edge.to = node(ends.second);
        edge.claims = static_cast<std::uint32_t>(pair.claims);
        edge.contact = most_frequent(pair.contacts);
        edge.stated =
            edge.claims - static_cast<std::uint32_t>(pair.contacts[static_cast<std::size_t>(Contact::unstated)]);
        graph.edges.push_back(std::move(edge));
    }
    return graph;
}

/// A picture of outlets speaks the language of most articles, and runs its way.
void set_language(const RelianceScan& scan, ProvenanceGraph& graph) {
    const auto most = std::ranges::max_element(scan.languages, {}, [](const auto& counted) { return counted.second; });
    if (most == scan.languages.end()) return;
    graph.language = most->first;
    graph.right_to_left = corpus::words_in(most->first).right_to_left();
}

void measure(RelianceScan& scan, Reliance& result) {
    std::vector<std::optional<NodeId>> nodes;
    result.graph = graph_of(scan, nodes);
    set_language(scan, result.graph);
    const ProvenanceGraph& graph = result.graph;
    const auto degrees = provenance::degrees(graph);
    const auto ranks = provenance::page_rank(graph, degrees);
    const auto between = provenance::betweenness(graph);
    const auto dominators = provenance::immediate_dominators(graph);
    const auto dominated = provenance::dominated(dominators);
    const auto circles = provenance::circles(graph);
    result.reciprocity = provenance::reciprocity(graph);
    std::vector<std::uint32_t> circle_of(graph.nodes.size(), 0);
    for (std::size_t i = 0; i < circles.size(); ++i) {
        std::vector<std::string>& circle = result.circles.emplace_back();
        for (const NodeId id : circles[i]) {
            circle_of[static_cast<std::size_t>(id)] = static_cast<std::uint32_t>(i + 1);
            circle.push_back(graph.node(id).outlet_id);
        }
        std::ranges::sort(circle);
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!nodes[i]) continue;
        const auto at = static_cast<std::size_t>(*nodes[i]);
        OutletReliance& counted = scan.outlets[i].counted;
        counted.relies_on = degrees[at].in;
        counted.relied_on_by = degrees[at].out;
        counted.page_rank = ranks[at];
        counted.betweenness = between[at];
        counted.hang_on_it = dominated[at];
        counted.circle = circle_of[at];
        if (dominators[at]) counted.upstream = graph.node(*dominators[at]).outlet_id;
    }
}

/// Numbers an outlet's sources from 0, out of the numbers that they have among all.
void number_anew(RelianceScan::Outlet& outlet) {
    std::map<std::uint32_t, std::uint32_t> numbers;
    for (const auto& [number, source] : outlet.sources)
        numbers.emplace(number, static_cast<std::uint32_t>(numbers.size()));
    for (corpus::ArticleCounts& article : outlet.articles) {
        for (auto& [source, claims] : article) source = numbers.at(source);
    }
}

void add_tables(RelianceScan& scan, std::uint32_t replicates, Reliance& result) {
    for (const auto& [ends, counted] : scan.pairs) {
        OutletPair pair = counted;
        pair.from = scan.outlets[ends.first].counted.outlet;
        pair.to = scan.outlets[ends.second].counted.outlet;
        result.pairs.push_back(std::move(pair));
    }
    for (RelianceScan::Outlet& outlet : scan.outlets) {
        OutletReliance& counted = outlet.counted;
        if (counted.articles == 0 && counted.relied_on_by == 0 && counted.relies_on == 0) continue;
        number_anew(outlet);
        counted.diversity =
            corpus::diversity_of(outlet.articles, static_cast<std::uint32_t>(outlet.sources.size()), replicates);
        const std::size_t attributed = counted.claims - counted.nobody;
        for (auto& [number, source] : outlet.sources) {
            source.outlet = counted.outlet;
            source.share = static_cast<double>(source.claims) / static_cast<double>(attributed);
            result.sources.push_back(std::move(source));
        }
        for (auto& [kind, of_kind] : outlet.kinds) {
            of_kind.outlet = counted.outlet;
            result.kinds.push_back(of_kind);
        }
        result.outlets.push_back(std::move(counted));
    }
}

/// What weighs most first; what weighs the same in the order of its names.
void sort_tables(Reliance& result) {
    const auto by = [](auto& table, auto&& key) {
        std::ranges::sort(table, [&](const auto& a, const auto& b) {
            return a.claims != b.claims ? a.claims > b.claims : key(a) < key(b);
        });
    };
    by(result.outlets, [](const OutletReliance& row) { return row.outlet; });
    by(result.sources, [](const SourceReliance& row) { return std::tuple(row.outlet, row.source, row.kind); });
    by(result.kinds, [](const KindReliance& row) { return std::tuple(row.outlet, row.kind); });
    by(result.pairs, [](const OutletPair& row) { return std::tuple(row.from, row.to); });
}

}  // namespace

Reliance corpus::measured(RelianceScan& scan, const ScanBasis& basis, const RelianceOptions& options) {
    scan.name_all();
    Reliance result;
    result.articles = options.articles;
    result.article_count = scan.articles;
    result.claims = scan.claims;
    result.damaged = std::move(scan.damaged);
    result.first_day = scan.first_day;
    result.last_day = scan.last_day;
    result.stories = count_stories(basis.links, scan.story_claims, scan.outlets);
    measure(scan, result);
    add_tables(scan, options.replicates, result);
    sort_tables(result);
    return result;
}

Reliance reliance(const Corpus& corpus, const RelianceOptions& options) {
    const corpus::Snapshot snapshot(corpus::Inside::of(corpus).database());
    corpus::ScanBasis basis(corpus::Inside::of(corpus), options);
    RelianceScan scan(basis, options);
    scan.run();
    return corpus::measured(scan, basis, options);
}

}  // namespace rawi
