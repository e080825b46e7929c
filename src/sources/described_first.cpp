// Who is described before anybody is named (a headline's "expert", "a minister"), and named when he goes on.
#include "language/pack_source.hpp"
#include "sources/agent_table.hpp"

namespace rawi::sources {

using detection::Known;

bool AgentTable::described_only(AgentId id) const {
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    const Record& record = records_[static_cast<std::size_t>(id)];
    return agent.kind == AgentKind::role && !agent.named && !record.joint && record.proper.empty() &&
           record.agreement.number == language::Number::singular;
}

std::optional<AgentId> AgentTable::only_described(const Mention& mention) const {
    std::optional<AgentId> only;
    for (const AgentId id : recent_) {
        const Agent& agent = agents_[static_cast<std::size_t>(id)];
        if (agent.publisher || agent.kind == AgentKind::outlet) continue;
        const Record& record = records_[static_cast<std::size_t>(id)];
        if (only || !described_only(id) || !language::agree(record.agreement, mention.agreement)) return std::nullopt;
        only = id;
    }
    return only;
}

std::optional<AgentId> AgentTable::announced(const Mention& mention) const {
    const auto only = only_described(mention);
    return only && records_[static_cast<std::size_t>(*only)].headline ? only : std::nullopt;
}

std::optional<AgentId> AgentTable::described_first(const Mention& mention, bool continues) const {
    const auto only = only_described(mention);
    if (!only) return std::nullopt;
    const Record& record = records_[static_cast<std::size_t>(*only)];
    if (record.heads.empty() || article_.pack->lexicon.has(record.heads.front(), Known::source_noun))
        return std::nullopt;
    // A minister is no mayor; an expert may be a professor.
    const bool loose = article_.pack->lexicon.has(record.heads.front(), Known::epithet);
    const bool bare = continues && mention.words.size() == mention.proper.size();
    return loose || bare || subset(record.words, mention.words) ? only : std::nullopt;
}

/// Whether the mention gives the full name of one who has been called by a surname, or by an office: الوزير, and then
/// الوزير سالم الحداد.
bool AgentTable::in_full(const Mention& mention, AgentId id) const {
    const Record& record = records_[static_cast<std::size_t>(id)];
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    if (record.words.empty() || mention.kind != AgentKind::person || !mention.named || mention.joint ||
        article_.in_headline(mention.tokens.begin))
        return false;
    const bool office = agent.kind == AgentKind::role && !agent.named && !record.joint &&
                        language::agree(record.agreement, {.number = language::Number::singular});
    if (office) return !mention.proper.empty() && shares_head(mention, id);
    return agent.kind == AgentKind::person && agent.named && mention.proper.size() > record.words.size() &&
           mention.proper.back() == record.words.back() && subset(record.words, mention.proper);
}

}  // namespace rawi::sources
