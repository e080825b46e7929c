// The provenance graph: agents, claims and articles, and how the words passed between them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rawi/analysis.hpp"

namespace rawi {

/// Index of a node in `ProvenanceGraph::nodes`.
enum class NodeId : std::uint32_t {};

enum class NodeKind : std::uint8_t { agent, claim, article };
enum class View : std::uint8_t {
    chains,  ///< agents only; an edge sums up the claims that passed along it
    claims,  ///< speaker -> claim -> who had it next -> ... -> publisher -> article; beyond the claim, edges sum up
};

/// Where in which document an edge or node shows. Offsets are bytes of that document's text.
struct Evidence {
    std::string document;  ///< `Metadata::id`
    std::vector<Span> spans;
    std::string quote;  ///< the words themselves, so that a graph can be read without its articles
    std::string rule;
    bool inferred = false;  ///< of an edge: nothing says that the words passed there; `quote` is the claim's cue, or in
                            ///< a trace its words
};

struct Node {
    NodeKind kind = NodeKind::agent;
    std::string label;  ///< full text, never cut; writers wrap and shorten
    std::string key;    ///< stable identity within the graph: "agent:a1", "claim:q3", "article:ID"; see below
    AgentKind agent_kind = AgentKind::unknown;
    bool named = true;
    bool publisher = false;
    bool missing = false;  ///< stands for somebody whom the text does not give: a source, or a link between two
    std::string outlet_id;
    std::string country;                       ///< of a listed outlet: ISO 3166 code ("LY"); empty where not known
    std::string url;                           ///< of an article
    std::string date;                          ///< ISO 8601 or as given; of a claim or article where known
    std::optional<AttributionId> attribution;  ///< of a claim, when the graph is of one article
    std::optional<AgentId> agent;              ///< of an agent, when the graph is of one article
    std::vector<Evidence> evidence;
};

/// An edge along the flow of information: from who had the words first to who got them.
struct Edge {
    NodeId from{};
    NodeId to{};
    Contact contact = Contact::unstated;  ///< the one stated most often
    std::uint32_t claims = 1;             ///< how many claims passed along it
    std::uint32_t stated = 0;  ///< of these, how many the text says passed here; of the others it is inferred
    std::string phrase;        ///< the words by which it was passed on (the first of this contact); to a claim: its cue
    std::vector<Evidence> evidence;

    /// Nothing says of any claim that it passed here.
    [[nodiscard]] bool inferred() const { return stated == 0; }
};

/// A plain value: nodes and edges in a stable order. Algorithms and writers take it as it is. Two nodes are joined by
/// one edge at most in each direction, and no node by one with itself.
///
/// Keys of nodes: "agent:a1" and "claim:q3" carry the numbers that the JSON output gives; in a graph of several
/// articles they are "agent:ARTICLE/a1" and "claim:ARTICLE/q3", outlets are "outlet:ID" or "outlet-named:NAME", the
/// name in normal form without determiners and nouns such as newspaper at its beginning, and persons who are named are
/// "person:NAME", without offices and titles. A node that is `missing` is
/// "unknown:KEY" (nobody is given from whom KEY had the words) or "missing:KEY>KEY" (a link between the two).
struct ProvenanceGraph {
    std::string title;
    std::string url;       ///< of the only article; empty where there are several
    std::string language;  ///< code of the articles' language; empty where they have several
    bool right_to_left = false;
    View view = View::chains;
    std::vector<Node> nodes;
    std::vector<Edge> edges;

    /// Throws `std::out_of_range` for an id that is not of this graph.
    [[nodiscard]] const Node& node(NodeId id) const { return nodes.at(static_cast<std::size_t>(id)); }
};

/// The graph of one article.
[[nodiscard]] ProvenanceGraph provenance_graph(const Analysis& analysis, View view = View::chains);

/// The graph of several articles: outlets that are the same become one node.
[[nodiscard]] ProvenanceGraph provenance_graph(std::span<const Analysis> analyses, View view = View::chains);

}  // namespace rawi
