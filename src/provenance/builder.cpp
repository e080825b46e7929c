#include "provenance/builder.hpp"

#include <algorithm>
#include <optional>
#include <ranges>

#include "provenance/names.hpp"
#include "provenance/outlets.hpp"
#include "provenance/passages.hpp"

namespace rawi::provenance {
namespace {

std::string number(std::uint32_t index) {
    return std::to_string(index + 1);
}

}  // namespace

/// What is known of the article that is being added.
struct GraphBuilder::Article {
    const Analysis& analysis;
    std::string document;                      ///< its id, made unique among all
    std::string prefix;                        ///< of keys: empty for the only article, else "ID/"
    std::vector<std::optional<NodeId>> nodes;  ///< of its agents, as far as they came up
};

/// One claim on its way from one node to the next.
struct GraphBuilder::Passage {
    Contact contact = Contact::unstated;
    bool inferred = true;
    std::string phrase;
    Evidence evidence;
};

GraphBuilder::GraphBuilder(View view, Scope scope, std::size_t most_evidence)
    : scope_(scope), most_evidence_(most_evidence) {
    graph_.view = view;
}

void GraphBuilder::add(const Analysis& analysis) {
    Article article{analysis, document_names_(analysis.document.metadata().id), {}, {}};
    article.nodes.resize(analysis.agents.size());
    if (scope_ == Scope::several_articles) article.prefix = article.document + '/';

    if (articles_ == 0) {
        graph_.language = analysis.language;
    } else if (graph_.language != analysis.language) {
        graph_.language.clear();
    }
    ++articles_;
    if (analysis.right_to_left) ++right_to_left_;
    if (scope_ == Scope::one_article) {
        const std::string_view title = analysis.document.text(analysis.document.title());
        graph_.url = analysis.document.metadata().url;
        graph_.title = title.empty() ? article.document : std::string(title);
    }

    const NodeId publisher = agent_node(article, analysis.publisher);
    for (std::uint32_t index = 0; index < analysis.attributions.size(); ++index) {
        add_claim(article, static_cast<AttributionId>(index));
    }
    if (graph_.view == View::claims) {
        Passage published;
        published.inferred = false;
        published.evidence.document = article.document;
        pass(publisher, article_node(article), published);
    }
}

ProvenanceGraph GraphBuilder::finish() {
    name_nodes();
    graph_.right_to_left = 2 * right_to_left_ > articles_;
    for (std::size_t index = 0; index < graph_.edges.size(); ++index) {
        Tally& tally = tallies_[index];
        Edge& edge = graph_.edges[index];
        const auto most = std::ranges::max_element(tally.claims);  // the first of equals, from `spoken` on
        if (*most > 0) edge.contact = static_cast<Contact>(most - tally.claims.begin());
        edge.phrase = std::move(tally.phrases[static_cast<std::size_t>(edge.contact)]);
    }
    return std::move(graph_);
}

/// Articles call one outlet or person by many names.
void GraphBuilder::name_nodes() {
    for (const auto& [index, names] : names_) graph_.nodes[index].label = most_common(names);
}

void GraphBuilder::add_claim(Article& article, AttributionId id) {
    const Analysis& analysis = article.analysis;
    const Attribution& attribution = analysis.attribution(id);

    std::vector<NodeId> stations;
    std::vector<Passage> passages;  // from each station to the next
    for (const AgentId agent : attribution.chain) stations.push_back(agent_node(article, agent));
    if (stations.empty()) stations.push_back(agent_node(article, analysis.publisher));

    const Evidence said{article.document, attribution.cue, analysis.document.joined(attribution.cue), attribution.rule};
    for (std::size_t step = 0; step + 1 < stations.size(); ++step) {
        Passage passage;
        passage.evidence = said;
        if (step < attribution.hops.size()) {
            const Hop& hop = attribution.hops[step];
            passage.contact = hop.contact;
            passage.inferred = hop.inferred;
            passage.phrase = analysis.document.joined(hop.phrase);
            if (!hop.phrase.empty()) passage.evidence = {article.document, hop.phrase, passage.phrase, hop.rule};
        }
        passages.push_back(std::move(passage));
    }
    std::vector<bool> beside;  // of each station, whether it stands beside the one before
    for (std::size_t i = 0; i < stations.size(); ++i) beside.push_back(attribution.stands_beside(i));
    // Of the words' way only the end is sure: they reached the last station from somewhere that is not named.
    if (attribution.has(Flag::missing_link) && stations.size() > 1) {
        const std::size_t last = stations.size() - 1;
        stations.insert(stations.end() - 1, missing_link(stations[last - 1], stations[last]));
        Passage into_the_dark;
        into_the_dark.evidence = said;
        passages.insert(passages.end() - 1, std::move(into_the_dark));
        beside.insert(beside.end() - 1, false);
    }
    if (!attribution.source) {
        stations.insert(stations.begin(), unknown_source(stations.front()));
        Passage from_nobody;
        from_nobody.evidence = said;
        passages.insert(passages.begin(), std::move(from_nobody));
        beside.insert(beside.begin(), false);
    }

    std::optional<NodeId> claim;
    std::size_t speakers = 0;  // the stations that say the claim
    if (graph_.view == View::claims) {
        claim = claim_node(article, id);
        Passage saying;
        saying.inferred = attribution.cue.empty();
        saying.phrase = said.quote;
        saying.evidence = said;
        do pass(stations[speakers], *claim, saying);
        while (++speakers < stations.size() && beside[speakers]);
    }
    each_passage(
        stations.size(), [&](std::size_t i) { return beside[i]; },
        [&](std::size_t from, std::size_t to) {
            if (from >= speakers)
                pass(stations[from], stations[to], passages[to - 1]);
            else if (from == 0)
                pass(*claim, stations[to], passages[to - 1]);
        });
}

/// Adds the node if its key is new.
NodeId GraphBuilder::node(std::string key, Node made) {
    const auto [place, is_new] = node_by_key_.try_emplace(key, static_cast<NodeId>(graph_.nodes.size()));
    if (is_new) {
        made.key = std::move(key);
        graph_.nodes.push_back(std::move(made));
    } else if (Node& known = graph_.nodes[static_cast<std::size_t>(place->second)]; scope_ == Scope::several_articles) {
        known.publisher = known.publisher || made.publisher;
        for (Evidence& evidence : made.evidence) keep(known.evidence, std::move(evidence));
    }
    return place->second;
}

NodeId GraphBuilder::agent_node(Article& article, AgentId id) {
    if (const auto known = article.nodes.at(static_cast<std::size_t>(id))) return *known;
    const Agent& agent = article.analysis.agent(id);
    const bool several = scope_ == Scope::several_articles;
    // "A local paper" of one article need not be that of another.
    const bool is_outlet = agent.publisher || (agent.kind == AgentKind::outlet && agent.named);

    const std::string outlet_id = several && is_outlet ? listed_key(agent) : agent.outlet_id;
    const std::string* const person = several && agent.kind == AgentKind::person && agent.named
                                          ? &person_key(agent.name, article.analysis.language)
                                          : nullptr;
    const bool is_person = person != nullptr && !person->empty();
    std::string key;
    if (several && is_outlet && !outlet_id.empty()) {
        key = "outlet:" + outlet_id;
    } else if (several && is_outlet && !agent.name.empty()) {
        key = "outlet-named:" + identity_of(agent.name);
    } else if (is_person) {
        key = "person:" + *person;
    } else {
        key = "agent:" + article.prefix + 'a' + number(static_cast<std::uint32_t>(id));
    }
    Node made;
    made.label = agent.name;
    made.agent_kind = agent.kind;
    made.named = agent.named;
    made.publisher = agent.publisher;
    made.outlet_id = outlet_id;
    if (const OutletList::Outlet* const listed = built_in_outlets().find(outlet_id)) made.country = listed->country;
    if (!several) made.agent = id;
    if (!agent.mentions.empty()) {
        made.evidence.push_back({article.document,
                                 agent.mentions,
                                 std::string(article.analysis.document.text(agent.mentions.front())),
                                 {}});
    }
    const NodeId result = node(std::move(key), std::move(made));
    article.nodes[static_cast<std::size_t>(id)] = result;
    if (several && (is_outlet || is_person) && !agent.name.empty())
        ++names_[static_cast<std::size_t>(result)][agent.name];
    return result;
}

/// What tells an unlisted outlet from others, or its key where a part of its name is listed: as in a corpus.
const std::string& GraphBuilder::identity_of(const std::string& name) {
    const auto [place, is_new] = identities_.try_emplace(name);
    if (is_new) place->second = built_in_outlets().identity({}, name);
    if (place->second.empty()) place->second = name;  // nothing but marks
    return place->second;
}

/// The name of a person without offices and initials, if it has two words or more: one word may be anybody's.
const std::string& GraphBuilder::person_key(const std::string& name, const std::string& language) {
    const auto [place, is_new] = persons_.try_emplace(language + '\n' + name);
    if (!is_new) return place->second;
    const language::Pack* const pack = built_in_pack(language);
    if (pack == nullptr) return place->second;
    const auto words = person_words(name, *pack).own;
    if (words.size() >= 2) place->second = joined(words, " ");
    return place->second;
}

/// Where the list of outlets has it; empty if it does not.
std::string GraphBuilder::listed_key(const Agent& agent) {
    if (!agent.outlet_id.empty() || agent.name.empty()) return agent.outlet_id;
    const std::string& identity = identity_of(agent.name);
    return built_in_outlets().find(identity) == nullptr ? std::string() : identity;
}

NodeId GraphBuilder::unknown_source(NodeId before) {
    Node made;
    made.named = false;
    made.missing = true;
    return node("unknown:" + graph_.node(before).key, std::move(made));
}

NodeId GraphBuilder::missing_link(NodeId after, NodeId before) {
    Node made;
    made.named = false;
    made.missing = true;
    return node("missing:" + graph_.node(after).key + '>' + graph_.node(before).key, std::move(made));
}

NodeId GraphBuilder::claim_node(const Article& article, AttributionId id) {
    const Attribution& attribution = article.analysis.attribution(id);
    Node made;
    made.kind = NodeKind::claim;
    made.label = article.analysis.document.joined(attribution.content);
    if (attribution.when) made.date = attribution.when->date;
    if (scope_ == Scope::one_article) made.attribution = id;
    made.evidence.push_back({article.document, attribution.content, made.label, attribution.rule});
    return node("claim:" + article.prefix + 'q' + number(static_cast<std::uint32_t>(id)), std::move(made));
}

NodeId GraphBuilder::article_node(const Article& article) {
    const Document& document = article.analysis.document;
    Node made;
    made.kind = NodeKind::article;
    made.label = document.title().empty() ? article.document : std::string(document.text(document.title()));
    made.url = document.metadata().url;
    made.date = document.metadata().published;
    return node("article:" + article.document, std::move(made));
}

/// Words that an outlet has from itself are its own: the graph has no loops.
void GraphBuilder::pass(NodeId from, NodeId to, const Passage& passage) {
    if (from == to) return;
    const std::uint64_t ends = (static_cast<std::uint64_t>(from) << 32) | static_cast<std::uint64_t>(to);
    const auto [place, is_new] = edge_by_ends_.try_emplace(ends, graph_.edges.size());
    if (is_new) {
        Edge made;
        made.from = from;
        made.to = to;
        made.claims = 0;
        graph_.edges.push_back(std::move(made));
        tallies_.emplace_back();
    }
    Edge& edge = graph_.edges[place->second];
    ++edge.claims;
    if (!passage.inferred) {
        ++edge.stated;
        Tally& tally = tallies_[place->second];
        const auto contact = static_cast<std::size_t>(passage.contact);
        if (passage.contact != Contact::unstated) ++tally.claims[contact];
        if (tally.phrases[contact].empty()) tally.phrases[contact] = passage.phrase;
    }
    Evidence evidence = passage.evidence;
    evidence.inferred = passage.inferred;
    keep(edge.evidence, std::move(evidence));
}

/// What is stated is not crowded out by what is inferred.
void GraphBuilder::keep(std::vector<Evidence>& all, Evidence evidence) const {
    const auto alike = [&] {
        return static_cast<std::size_t>(std::ranges::count(all, evidence.inferred, &Evidence::inferred));
    };
    if (most_evidence_ == 0 || alike() < most_evidence_) all.push_back(std::move(evidence));
}

}  // namespace rawi::provenance
