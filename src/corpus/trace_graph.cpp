#include "corpus/trace_graph.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "corpus/speakers.hpp"
#include "corpus/words.hpp"
#include "provenance/measures.hpp"
#include "provenance/names.hpp"
#include "provenance/outlets.hpp"
#include "provenance/passages.hpp"

namespace rawi::corpus {
namespace {

std::size_t index_of(NodeId id) {
    return static_cast<std::size_t>(id);
}

/// Learns who is named, so that those who only describe somebody can be told to mean him.
Speakers speakers_of(const std::vector<TracedClaim>& claims) {
    Speakers speakers;
    for (const TracedClaim& claim : claims) {
        for (const TraceStation& station : claim.shown.path) {
            if (station.named && station.outlet.empty()) (void)speakers.key(station.name, claim.shown.language);
        }
    }
    return speakers;
}

class TraceGraph {
public:
    /// `speakers` know all who are named in the claims.
    TraceGraph(const provenance::OutletList& outlets, Speakers& speakers) : speakers_(speakers), outlets_(outlets) {}

    void add(TracedClaim& claim) {
        std::vector<TraceStation>& path = claim.shown.path;
        std::vector<NodeId> nodes;
        for (std::size_t i = 0; i < path.size(); ++i) nodes.push_back(node(path[i], claim, i));
        if (!nodes.empty()) published(nodes.back(), claim);
        provenance::each_passage(
            path.size(), [&](std::size_t i) { return path[i].beside; },
            [&](std::size_t from, std::size_t to) {
                if (nodes[from] != nodes[to]) join(nodes[from], nodes[to], path[to - 1], claim);
            });
    }

    /// Articles call one outlet by many names.
    void name_outlets() {
        for (const auto& [id, names] : outlet_names_) graph.nodes[index_of(id)].label = provenance::most_common(names);
    }

    ProvenanceGraph graph;
    std::set<NodeId> publishers;

private:
    NodeId node(TraceStation& station, const TracedClaim& claim, std::size_t place) {
        station.node = key_of(station, claim, place);
        const auto [found, is_new] = nodes_.try_emplace(station.node, static_cast<NodeId>(graph.nodes.size()));
        if (is_new) {
            Node made;
            made.key = station.node;
            made.label = station.name;
            made.agent_kind = station.outlet.empty() ? station.kind : AgentKind::outlet;
            made.named = station.named;
            made.missing = station.name.empty();
            made.outlet_id = station.outlet;
            if (const provenance::OutletList::Outlet* known = outlets_.find(station.outlet))
                made.country = known->country;
            graph.nodes.push_back(std::move(made));
        }
        if (station.outlet.empty() && !station.name.empty()) called(found->second, station, claim);
        if (!station.outlet.empty() && !station.name.empty()) ++outlet_names_[found->second][station.name];
        return found->second;
    }

    /// Keeps the name by which somebody is called most often, a full one before a part of it.
    void called(NodeId id, const TraceStation& station, const TracedClaim& claim) {
        auto& names = called_[id];
        ++names[station.name];
        const auto weight = [&](const std::string& name) {
            const bool full = station.named && speakers_.read(name, claim.shown.language).own.size() >= 2;
            return std::tuple(full, names[name], name.size());
        };
        std::string& label = graph.nodes[index_of(id)].label;
        if (label != station.name && weight(station.name) > weight(label)) label = station.name;
    }

    /// Those who said the same words are taken for one where `one_speaker` says so.
    std::string key_of(const TraceStation& station, const TracedClaim& claim, std::size_t place) {
        const std::string& language = claim.shown.language;
        if (!station.outlet.empty()) return "outlet:" + station.outlet;
        const std::string name =
            station.named ? speakers_.read(station.name, language).plain : words_in(language).name_key(station.name);
        if (name.empty()) return "unknown:" + claim.shown.outlet + (place == 0 ? "" : "/" + std::to_string(place));
        if (station.named) return speakers_.key(station.name, language);
        // The foreign minister, where others have the words from Adam Novak, the foreign minister.
        if (const std::string* const known = speakers_.described(name)) return *known;
        return "role:" + name;
    }

    void published(NodeId id, const TracedClaim& claim) {
        Node& node = graph.nodes[index_of(id)];
        publishers.insert(id);
        if (node.publisher) return;  // the first article, since claims come in order of time
        node.publisher = true;
        node.date = claim.shown.date;
        node.url = claim.shown.url;
    }

    void join(NodeId from, NodeId to, const TraceStation& station, const TracedClaim& claim) {
        const auto [place, is_new] = edges_.try_emplace(std::pair(from, to), graph.edges.size());
        if (is_new) {
            Edge made;
            made.from = from;
            made.to = to;
            made.claims = 0;
            graph.edges.push_back(std::move(made));
        }
        Edge& edge = graph.edges[place->second];
        ++edge.claims;
        if (edge.contact == Contact::unstated) edge.contact = station.contact;
        if (edge.phrase.empty()) edge.phrase = station.phrase;
        const bool inferred = station.contact == Contact::unstated;
        if (!inferred) ++edge.stated;
        edge.evidence.push_back({.document = claim.shown.article,
                                 .spans = {},
                                 .quote = claim.shown.content,
                                 .rule = {},
                                 .inferred = inferred});
    }

    std::map<std::string, NodeId, std::less<>> nodes_;
    Speakers& speakers_;
    std::map<NodeId, std::map<std::string, std::size_t>> called_;
    std::map<NodeId, provenance::NameCounts> outlet_names_;
    std::map<std::pair<NodeId, NodeId>, std::size_t> edges_;
    const provenance::OutletList& outlets_;
};

/// The node nearest to all publishers that every way to each of them passes (a publisher is on its own way).
std::optional<NodeId> single_upstream(const ProvenanceGraph& graph, const std::set<NodeId>& publishers) {
    if (publishers.empty()) return std::nullopt;
    const auto dominators = provenance::immediate_dominators(graph);
    const auto line_of = [&](NodeId id) {
        std::vector<NodeId> line{id};
        while (dominators[index_of(line.back())]) line.push_back(*dominators[index_of(line.back())]);
        return line;
    };
    std::vector<NodeId> common = line_of(*publishers.begin());
    for (const NodeId publisher : publishers) {
        const auto line = line_of(publisher);
        std::erase_if(common, [&](NodeId id) { return std::ranges::find(line, id) == line.end(); });
    }
    if (publishers.size() == 1 && !common.empty())
        common.erase(common.begin());  // a single outlet is not upstream of itself
    std::erase_if(common, [&](NodeId id) { return graph.node(id).missing; });
    if (common.empty()) return std::nullopt;
    return common.front();
}

}  // namespace

void add_graph(std::vector<TracedClaim>& claims, const provenance::OutletList& outlets, Trace& trace) {
    Speakers speakers = speakers_of(claims);
    TraceGraph built(outlets, speakers);
    TraceGraph carrying(outlets, speakers);  // without the claims that only come close, if others carry the words
    const bool some = std::ranges::any_of(claims, [](const TracedClaim& claim) { return claim.shown.carries; });
    for (TracedClaim& claim : claims) {
        built.add(claim);
        if (claim.shown.carries == some) carrying.add(claim);
    }
    built.name_outlets();
    trace.graph = std::move(built.graph);
    trace.graph.title = trace.words;
    std::size_t right_to_left = 0;
    std::set<std::string> languages;
    for (const TracedClaim& claim : claims) {
        languages.insert(claim.shown.language);
        if (words_in(claim.shown.language).right_to_left()) ++right_to_left;
    }
    if (languages.size() == 1) trace.graph.language = *languages.begin();
    trace.graph.right_to_left = 2 * right_to_left > claims.size();
    const auto shown = [&](NodeId id) -> const Node& {  // the same one in the whole graph
        return *std::ranges::find(trace.graph.nodes, carrying.graph.node(id).key, &Node::key);
    };
    const auto name = [&](NodeId id) { return shown(id).label.empty() ? shown(id).outlet_id : shown(id).label; };
    if (const auto upstream = single_upstream(carrying.graph, carrying.publishers)) {
        trace.upstream = name(*upstream);
        trace.upstream_node = shown(*upstream).key;
    }
    for (const auto& circle : provenance::circles(carrying.graph)) {
        auto& names = trace.circles.emplace_back();
        for (const NodeId id : circle) names.push_back(name(id));
    }
    for (const NodeId id : provenance::origins(carrying.graph))
        trace.origins.push_back(shown(id).missing ? std::string() : name(id));
}

}  // namespace rawi::corpus
