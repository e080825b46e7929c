#include "sources/reporters.hpp"

#include <set>

namespace rawi::sources {

void find_reporters(const detection::Article& article, const attribution::Findings& findings, Sources& result) {
    std::set<AgentId> outlets;
    const auto credit = [&](AgentId agent) {
        const Agent& outlet = result.agents[static_cast<std::size_t>(agent)];
        if (outlet.kind == AgentKind::outlet && outlet.named && agent != result.publisher) outlets.insert(agent);
    };
    for (const Speakers& speakers : result.speakers) {
        if (speakers.source) credit(*speakers.source);
        for (const std::vector<AgentId>& relays : speakers.relays) {
            for (const AgentId relay : relays) credit(relay);
        }
    }
    if (outlets.size() != 1) return;
    for (std::size_t i = 0; i < findings.attributions.size(); ++i) {
        const attribution::Finding& finding = findings.attributions[i];
        const bool hearsay = finding.rule != nullptr && finding.rule->speaker == language::Speaker::nobody &&
                             finding.lemma != nullptr && (finding.lemma->flag_bits & article.pack->reported) != 0;
        if (hearsay && finding.parent == detection::none) result.speakers[i].source = *outlets.begin();
    }
}

}  // namespace rawi::sources
