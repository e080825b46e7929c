#include "sources/described_first.hpp"

#include "sources/agent_traits.hpp"

namespace rawi::sources {

using detection::Known;

namespace {

std::optional<AgentId> only_described(const AgentTable& table, const Mention& mention) {
    std::optional<AgentId> only;
    for (const AgentId id : table.speakers()) {
        const Agent& agent = table.agent(id);
        if (agent.publisher || agent.kind == AgentKind::outlet) continue;
        const AgentRecord& record = table.record(id);
        if (only || !described_only(table, id) || !language::agree(record.agreement, mention.agreement))
            return std::nullopt;
        only = id;
    }
    return only;
}

}  // namespace

std::optional<AgentId> announced(const AgentTable& table, const Mention& mention) {
    const auto only = only_described(table, mention);
    return only && table.record(*only).headline ? only : std::nullopt;
}

std::optional<AgentId> described_first(const AgentTable& table, const Mention& mention, bool continues) {
    const Article& article = table.article();
    const auto only = only_described(table, mention);
    if (!only) return std::nullopt;
    const AgentRecord& record = table.record(*only);
    if (record.heads.empty() || article.pack->lexicon.has(record.heads.front(), Known::source_noun))
        return std::nullopt;
    // A minister is no mayor; an expert may be a professor.
    const bool loose = article.pack->lexicon.has(record.heads.front(), Known::epithet);
    const bool bare = continues && mention.words.size() == mention.proper.size();
    return loose || bare || subset(record.words, mention.words) ? only : std::nullopt;
}

}  // namespace rawi::sources
