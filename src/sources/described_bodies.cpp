#include "sources/described_bodies.hpp"

#include <algorithm>

namespace rawi::sources {

using detection::Known;
using language::Number;

namespace {

constexpr std::uint32_t near = 80;  // tokens

/// Whether the noun is one for those that do business.
bool company(const Article& article, std::string_view noun) {
    return article.pack->lexicon.has(noun, Known::called_body) && !article.pack->lexicon.has(noun, Known::association);
}

/// Whether a word of the name says that it is something else: a university, a police department.
bool other_body(const Article& article, const Words& name) {
    return std::ranges::any_of(name, [&](std::string_view word) {
        return article.pack->lexicon.has(word, Known::organisation_noun) &&
               !article.pack->lexicon.has(word, Known::company_form) && !company(article, word);
    });
}

/// "Shares of Acme fell. The company said": the name that stands before it, which has not spoken yet and need be
/// nobody's.
std::optional<AgentId> company_near(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    if (!company(article, mention.head) || mention.refers_to || mention.agreement.number == Number::plural)
        return std::nullopt;
    std::optional<AgentId> nearest;
    for (const AgentId id : table.remembered()) {
        const Agent& agent = table.agent(id);
        const AgentRecord& record = table.record(id);
        const std::uint32_t last = record.spoken_of;
        if ((agent.kind != AgentKind::unknown && agent.kind != AgentKind::organisation) || !agent.named ||
            record.joint || record.words.empty() || last >= mention.tokens.begin ||
            last + near < mention.tokens.begin || other_body(article, record.words) ||
            record.agreement.gender != language::Gender::any || record.agreement.number == Number::plural)
            continue;
        const bool other = std::ranges::any_of(record.words, [&](std::string_view word) {
            return article.pack->lexicon.has(word, Known::name) || article.pack->lexicon.has(word, Known::place) ||
                   article.pack->lexicon.has(word, Known::human_noun) ||
                   article.pack->lexicon.has(word, Known::organisation);
        });
        if (!other && (!nearest || last > table.record(*nearest).spoken_of)) nearest = id;
    }
    return nearest;
}

/// "Acme said", then "the company": one name that nothing has shown to be a person's.
std::optional<AgentId> latest_assumed(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    if (!company(article, mention.head) || mention.agreement.number == Number::plural) return std::nullopt;
    return first_that(table.salient().latest_first(), [&](AgentId id) {
        const AgentRecord& record = table.record(id);
        return record.assumed && record.words.size() == 1 && record.agreement.gender == language::Gender::any &&
               !article.pack->lexicon.has(record.words.front(), Known::name);
    });
}

}  // namespace

std::optional<AgentId> latest_body(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    std::optional<AgentId> latest;
    std::uint32_t last = 0;
    const auto consider = [&](AgentId id) {
        const AgentRecord& record = table.record(id);
        const Agent& agent = table.agent(id);
        if (agent.kind != AgentKind::organisation || !agent.named || record.joint || record.words.empty() ||
            !language::agree(record.agreement, mention.agreement) || (latest && record.spoken_of < last))
            return;
        // "The companies" are no single one.
        if (mention.agreement.number == Number::plural && record.agreement.number != Number::plural) return;
        const std::string_view called = record.words.back();
        const bool noun = article.pack->lexicon.has(called, Known::organisation_noun) &&
                          !article.pack->lexicon.has(called, Known::company_form);
        const bool companies = company(article, called) && company(article, mention.head);
        const bool another =
            !mention.refers_to && called != mention.head &&
            ((noun && !companies) || (company(article, mention.head) && other_body(article, record.words)));
        if (another || article.pack->lexicon.has(called, Known::place)) return;
        latest = id;
        last = record.spoken_of;
    };
    for (const AgentId id : table.salient()) consider(id);
    for (const AgentId id : table.employers()) consider(id);
    if (!latest) latest = latest_assumed(table, mention);
    return latest ? latest : company_near(table, mention);
}

std::optional<AgentId> outlet_before(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    const Span here = article.span_of(mention.tokens);
    const bool agency = !article.pack->agency_noun.empty() && mention.head == article.pack->agency_noun;
    std::optional<AgentId> latest;
    Span last;
    for (const AgentId id : table.remembered()) {
        const Agent& agent = table.agent(id);
        if (agent.kind != AgentKind::outlet || agent.publisher || !agent.named || table.record(id).joint) continue;
        const bool called_so = agency && holds(table.record(id).heads, article.pack->agency_noun);
        if (!called_so && article.pack->agencies.contains(agent.outlet_id) != agency) continue;
        // The mentions stand in text order.
        auto before = std::lower_bound(agent.mentions.begin(), agent.mentions.end(), here);
        while (before != agent.mentions.begin() && std::prev(before)->end > here.begin) --before;
        if (before == agent.mentions.begin()) continue;
        const Span span = *std::prev(before);
        if (latest && span.begin < last.begin) continue;
        latest = id;
        last = span;
    }
    return latest;
}

std::optional<AgentId> latest_survey(const AgentTable& table) {
    const auto survey = [&](std::string_view head) { return table.article().pack->lexicon.has(head, Known::survey); };
    return first_that(table.salient().latest_first(), [&](AgentId id) {
        return table.agent(id).kind == AgentKind::document && std::ranges::any_of(table.record(id).heads, survey);
    });
}

std::optional<AgentId> latest_joint(const AgentTable& table) {
    return first_that(table.salient().latest_first(), [&](AgentId id) { return table.record(id).joint; });
}

}  // namespace rawi::sources
