// The papers of the agents, as the table of agents knows them: who puts them out, and whose they are.
#include <algorithm>

#include "sources/agent_table.hpp"

namespace rawi::sources {

using detection::Known;

/// وجاء في البيان: the latest speaker, if it is a body and what is spoken of is such as bodies put out.
std::optional<AgentId> AgentTable::announcer(const Mention& mention) const {
    const std::string_view medium = article_.value(mention.tokens, Known::medium);
    if (recent_.empty() || !article_.pack->written_media.contains(medium)) return std::nullopt;
    const AgentKind kind = agents_[static_cast<std::size_t>(recent_.back())].kind;
    return kind == AgentKind::organisation ? std::optional(recent_.back()) : std::nullopt;
}

bool AgentTable::is_document(const Mention& mention) const {
    for (const Known known : {Known::document_noun, Known::medium, Known::channel, Known::outlet_noun}) {
        if (article_.match(mention.tokens.begin, known, mention.tokens.end) != 0) return true;
    }
    return false;
}

void AgentTable::issued(AgentId agent, std::string_view noun) {
    issuer_ = agent;
    if (noun.empty()) return;
    std::erase_if(papers_, [&](const auto& paper) { return same_noun(paper.first, noun); });
    papers_.emplace_back(noun, agent);
}

/// "The statement", and where heads stand first هذا البيان, البيان الذي نشر أمس, المسح: the latest who has put out a
/// paper that is called so.
std::optional<AgentId> AgentTable::issuer_of(const Mention& mention) const {
    static const language::ClassSet papers = language::set_of({Known::anaphor, Known::evidence});
    const auto paper_noun = [&](std::uint32_t i) { return article_.tokens[i].definite && article_.has(i, papers); };
    std::uint32_t head = mention.tokens.begin;
    if (mention.same && head + 1 < mention.tokens.end) ++head;
    const bool document = article_.pack->heads_first && mention.kind == AgentKind::document && paper_noun(head);
    if ((mention.refers_to != Reference::document && !document) || mention.words.size() != 1) return std::nullopt;
    const auto called = [&](const auto& paper) { return same_noun(paper.first, mention.words.front()); };
    const auto paper = std::find_if(papers_.rbegin(), papers_.rend(), called);
    if (paper == papers_.rend()) return std::nullopt;
    // What doctors have found in a study is the study's.
    const AgentKind kind = agents_[static_cast<std::size_t>(paper->second)].kind;
    const bool body = kind == AgentKind::organisation || kind == AgentKind::outlet;
    return body || mention.refers_to ? std::optional(paper->second) : std::nullopt;
}

/// Its site, its statement: a paper with a pronoun that says whose it is.
bool AgentTable::own_paper(const Mention& mention) const {
    return mention.possessed && mention.owner != language::Agreement{} && is_document(mention);
}

/// Whoever the pronoun of such a paper means: of those known to be of its gender the latest, else the latest that fits.
std::optional<AgentId> AgentTable::owner_of_paper(const Mention& mention) const {
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        const language::Agreement known = agreement(*it);
        if (agents_[static_cast<std::size_t>(*it)].kind != AgentKind::document &&
            known.gender == mention.owner.gender && language::agree(known, mention.owner))
            return *it;
    }
    return antecedent(mention.owner, mention.tokens.begin, false);
}

}  // namespace rawi::sources
