// Builds a provenance graph article by article, so that the articles need not be in memory together.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "provenance/names.hpp"
#include "rawi/graph.hpp"
#include "text/unique_names.hpp"

namespace rawi::provenance {

/// Of one article or of several. With several, outlets that are the same (`OutletList::identity`) become one node, and
/// so do persons who are named alike; every other agent belongs to its article: "the ministry" of two may be two.
class GraphBuilder {
public:
    enum class Scope : std::uint8_t { one_article, several_articles };

    /// Of the evidence of a node the first `most_evidence` pieces are kept, of an edge the first of what is stated and
    /// of what is inferred; or all of them for 0.
    GraphBuilder(View view, Scope scope, std::size_t most_evidence = 0);

    void add(const Analysis& analysis);

    /// The graph; the builder is done for after that.
    [[nodiscard]] ProvenanceGraph finish();

private:
    /// How the words of an edge's claims were passed on, by `Contact`.
    struct Tally {
        std::array<std::uint32_t, 4> claims{};  // of those that say so
        std::array<std::string, 5> phrases;     // the first of each
    };

    struct Article;
    struct Passage;

    NodeId node(std::string key, Node made);
    NodeId agent_node(Article& article, AgentId id);
    const std::string& identity_of(const std::string& name);
    [[nodiscard]] std::string listed_key(const Agent& agent);
    const std::string& person_key(const std::string& name, const std::string& language);
    NodeId unknown_source(NodeId before);
    NodeId missing_link(NodeId after, NodeId before);
    NodeId claim_node(const Article& article, AttributionId id);
    NodeId article_node(const Article& article);
    void add_claim(Article& article, AttributionId id);
    void pass(NodeId from, NodeId to, const Passage& passage);
    void name_nodes();
    void keep(std::vector<Evidence>& all, Evidence evidence) const;

    Scope scope_;
    std::size_t most_evidence_;
    ProvenanceGraph graph_;
    std::vector<Tally> tallies_;                               // beside `graph_.edges`
    std::unordered_map<std::size_t, NameCounts> names_;        // of outlets and persons: how often each was used
    std::unordered_map<std::string, std::string> identities_;  // of outlets that are not listed, by name
    std::unordered_map<std::string, std::string> persons_;     // names without offices, by language and name
    std::unordered_map<std::string, NodeId> node_by_key_;
    std::unordered_map<std::uint64_t, std::size_t> edge_by_ends_;
    text::UniqueNames document_names_;  // two articles that were given the same id stay two
    std::size_t articles_ = 0;
    std::size_t right_to_left_ = 0;
};

}  // namespace rawi::provenance
