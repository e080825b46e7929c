#include "sources/issued_papers.hpp"

#include <algorithm>
#include <ranges>

#include "sources/agent_traits.hpp"
#include "sources/antecedents.hpp"

namespace rawi::sources {

using detection::Known;

namespace {

bool is_document(const Article& article, const Mention& mention) {
    for (const Known known : {Known::document_noun, Known::medium, Known::channel, Known::outlet_noun}) {
        if (article.match(mention.tokens.begin, known, mention.tokens.end) != 0) return true;
    }
    return false;
}

}  // namespace

std::optional<AgentId> announcer(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    const std::string_view medium = article.value(mention.tokens, Known::medium);
    if (table.speakers().empty() || !article.pack->written_media.contains(medium)) return std::nullopt;
    const AgentKind kind = table.agent(table.speakers().back()).kind;
    return kind == AgentKind::organisation ? std::optional(table.speakers().back()) : std::nullopt;
}

std::optional<AgentId> issuer_of(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    static const language::ClassSet papers = language::set_of({Known::anaphor, Known::evidence});
    const auto paper_noun = [&](std::uint32_t i) { return article.tokens[i].definite && article.has(i, papers); };
    std::uint32_t head = mention.tokens.begin;
    if (mention.same && head + 1 < mention.tokens.end) ++head;
    const bool document = article.pack->heads_first && mention.kind == AgentKind::document && paper_noun(head);
    if ((mention.refers_to != Reference::document && !document) || mention.words.size() != 1) return std::nullopt;
    const auto issuer = table.issuer_of(mention.words.front());
    if (!issuer) return std::nullopt;
    // What doctors have found in a study is the study's.
    const AgentKind kind = table.agent(*issuer).kind;
    const bool body = kind == AgentKind::organisation || kind == AgentKind::outlet;
    return body || mention.refers_to ? std::optional(*issuer) : std::nullopt;
}

bool own_paper(const Article& article, const Mention& mention) {
    return mention.possessed && mention.owner != language::Agreement{} && is_document(article, mention);
}

std::optional<AgentId> owner_of_paper(const AgentTable& table, const Mention& mention) {
    const auto of_its_gender = first_that(table.salient().latest_first(), [&](AgentId id) {
        const language::Agreement known = agreement_of(table, id);
        return table.agent(id).kind != AgentKind::document && known.gender == mention.owner.gender &&
               language::agree(known, mention.owner);
    });
    return of_its_gender ? of_its_gender : antecedent(table, mention.owner, mention.tokens.begin, false);
}

}  // namespace rawi::sources
