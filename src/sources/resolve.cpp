#include "sources/resolve.hpp"

#include "sources/agent_traits.hpp"
#include "sources/called_in_short.hpp"
#include "sources/capitalised_descriptions.hpp"
#include "sources/captured.hpp"
#include "sources/find_agent.hpp"
#include "sources/issued_papers.hpp"
#include "sources/learning.hpp"

namespace rawi::sources {

std::optional<AgentId> resolve(AgentTable& table, const Mention& mention) {
    if (mention.tokens.empty()) return std::nullopt;
    const std::optional<AgentId> known = find_agent(table, mention);
    return resolve(table, mention, known ? known : called_by_field(table, mention));
}

std::optional<AgentId> resolve(AgentTable& table, const Mention& mention, std::optional<AgentId> agent) {
    if (!agent && mention.pronoun) return std::nullopt;
    if (!agent) agent = table.add(mention);
    const Article& article = table.article();
    // Its site is a mention of it, and no name.
    if (article.pack->heads_first && own_paper(article, mention) && !table.record(*agent).words.empty()) {
        table.mention(*agent, mention.tokens);
        return agent;
    }
    learn(table, *agent, mention);
    // "John Smith and Jane Doe said", and later Doe alone.
    if (mention.joint && names_show(article)) {
        for (const TokenRange member : members_of(article, mention.tokens))
            meet(table, read_mention(article, member, false));
    }
    return agent;
}

std::optional<AgentId> meet(AgentTable& table, const Mention& mention) {
    if (mention.tokens.empty()) return std::nullopt;
    const Article& article = table.article();
    const std::optional<AgentId> agent = find_agent(table, mention);
    // "Praised the mayor", of whom nothing has been told: anybody.
    if (!agent && mention.passing && may_mean_anybody(article, mention)) return std::nullopt;
    // وقال في كلمته: nobody is his own speech.
    if (agent && article.pack->heads_first && own_paper(article, mention) &&
        table.agent(*agent).kind != AgentKind::document) {
        table.spoken_of(*agent, mention.tokens);
        return agent;
    }
    // Who has been called by a surname may be given in full somewhere else.
    if (!article.pack->heads_first || mention.pronoun || !agent || in_full(table, mention, *agent))
        return resolve(table, mention, agent);
    learn_own_name(table, *agent, mention);
    table.mention(*agent, mention.tokens);
    return agent;
}

void meet_body(AgentTable& table, const Mention& person) {
    if (person.kind != AgentKind::person && person.kind != AgentKind::role) return;
    const Article& article = table.article();
    if (const TokenRange body = body_of_office(article, person.tokens); !body.empty())
        meet(table, read_mention(article, body, false));
}

}  // namespace rawi::sources
