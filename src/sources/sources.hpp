// Findings to agents: which noun phrases, pronouns and dropped subjects mean the same one.
#pragma once

#include <optional>
#include <vector>

#include "attribution/finding.hpp"
#include "rawi/agent.hpp"
#include "rawi/document.hpp"
#include "sources/mention.hpp"

namespace rawi::sources {

/// One who passes words on, and the words that name them.
struct Carrier {
    AgentId agent{};
    TokenRange tokens;
    Contact contact = Contact::cited;
    bool side_by_side = false;  ///< with the source, or with the carrier before it: "AFP and Reuters"
};

/// Somebody's appearance in an outlet, from `token` on; or their answer to one who has sent questions out, whatever
/// that one is.
struct Appeared {
    std::uint32_t token = 0;
    AgentId speaker{};
    AgentId outlet{};
    Contact contact = Contact::spoken;
    bool answered = false;
};

/// Who speaks in a finding, and who passes on.
struct Speakers {
    std::optional<AgentId> source;
    std::vector<std::vector<AgentId>>
        relays;                        ///< parallel to `Finding::relays`: two outlets side by side are two agents
    std::vector<Carrier> beside;       ///< outlets within the source: the other of two, the house of a journalist
    bool dropped = false;              ///< known by agreement alone
    std::optional<std::size_t> story;  ///< of a headline: the attribution below that tells the same by another's mouth
};

struct Sources {
    std::vector<Agent> agents;
    AgentId publisher{};
    std::vector<AgentId> carriers;  ///< agencies credited for the whole article, besides the publisher
    std::vector<TokenRange> carrier_phrases;
    std::vector<Appeared> appearances;  ///< in text order
    std::vector<Speakers> speakers;     ///< parallel to the findings
};

[[nodiscard]] Sources find_sources(const Article& article, const attribution::Findings& findings);

}  // namespace rawi::sources
