// Which body, outlet, poll or pair a definite description means, in languages that write names with capitals: "the
// company", "the newspaper", "the two".
#include <algorithm>

#include "sources/agent_table.hpp"

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

}  // namespace

/// "The company": of the bodies with a name that have spoken, or that a speaker belongs to, the one of which the text
/// spoke last. What is called a university is no company; a group may be anything.
std::optional<AgentId> AgentTable::latest_body(const Mention& mention) const {
    std::optional<AgentId> latest;
    std::uint32_t last = 0;
    const auto consider = [&](AgentId id) {
        const Record& record = records_[static_cast<std::size_t>(id)];
        const Agent& agent = agents_[static_cast<std::size_t>(id)];
        if (agent.kind != AgentKind::organisation || !agent.named || record.joint || record.words.empty() ||
            !language::agree(record.agreement, mention.agreement) || (latest && record.spoken_of < last))
            return;
        // "The companies" are no single one.
        if (mention.agreement.number == Number::plural && record.agreement.number != Number::plural) return;
        const std::string_view called = record.words.back();
        const bool noun = article_.pack->lexicon.has(called, Known::organisation_noun) &&
                          !article_.pack->lexicon.has(called, Known::company_form);
        const bool companies = company(article_, called) && company(article_, mention.head);
        const bool another =
            !mention.refers_to && called != mention.head &&
            ((noun && !companies) || (company(article_, mention.head) && other_body(article_, record.words)));
        if (another || article_.pack->lexicon.has(called, Known::place)) return;
        latest = id;
        last = record.spoken_of;
    };
    for (const AgentId id : salient_) consider(id);
    for (const AgentId id : employers_) consider(id);
    if (!latest) latest = latest_assumed(mention);
    return latest ? latest : company_near(mention);
}

/// "Shares of Acme fell. The company said": the name that stands before it, which has not spoken yet and need be
/// nobody's.
std::optional<AgentId> AgentTable::company_near(const Mention& mention) const {
    if (!company(article_, mention.head) || mention.refers_to || mention.agreement.number == Number::plural)
        return std::nullopt;
    std::optional<AgentId> nearest;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const Agent& agent = agents_[i];
        const Record& record = records_[i];
        const std::uint32_t last = record.spoken_of;
        if ((agent.kind != AgentKind::unknown && agent.kind != AgentKind::organisation) || !agent.named ||
            record.joint || record.words.empty() || last >= mention.tokens.begin ||
            last + near < mention.tokens.begin || other_body(article_, record.words) ||
            record.agreement.gender != language::Gender::any || record.agreement.number == Number::plural)
            continue;
        const bool other = std::ranges::any_of(record.words, [&](std::string_view word) {
            return article_.pack->lexicon.has(word, Known::name) || article_.pack->lexicon.has(word, Known::place) ||
                   article_.pack->lexicon.has(word, Known::human_noun) ||
                   article_.pack->lexicon.has(word, Known::organisation);
        });
        if (!other && (!nearest || last > records_[static_cast<std::size_t>(*nearest)].spoken_of))
            nearest = static_cast<AgentId>(i);
    }
    return nearest;
}

/// "Acme said", then "the company": one name that nothing has shown to be a person's.
std::optional<AgentId> AgentTable::latest_assumed(const Mention& mention) const {
    if (!company(article_, mention.head)) return std::nullopt;
    if (mention.agreement.number == Number::plural) return std::nullopt;
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        const Record& record = records_[static_cast<std::size_t>(*it)];
        if (record.assumed && record.words.size() == 1 && record.agreement.gender == language::Gender::any &&
            !article_.pack->lexicon.has(record.words.front(), Known::name))
            return *it;
    }
    return std::nullopt;
}

/// "The newspaper": the outlet named last before it. An agency is called so.
std::optional<AgentId> AgentTable::latest_outlet(const Mention& mention) const {
    const Span here = article_.span_of(mention.tokens);
    const bool agency = !article_.pack->agency_noun.empty() && mention.head == article_.pack->agency_noun;
    std::optional<AgentId> latest;
    Span last;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const Agent& agent = agents_[i];
        if (agent.kind != AgentKind::outlet || agent.publisher || !agent.named || records_[i].joint) continue;
        const bool called_so = agency && holds(records_[i].heads, article_.pack->agency_noun);
        if (!called_so && article_.pack->agencies.contains(agent.outlet_id) != agency) continue;
        // The mentions stand in text order.
        auto before = std::lower_bound(agent.mentions.begin(), agent.mentions.end(), here);
        while (before != agent.mentions.begin() && std::prev(before)->end > here.begin) --before;
        if (before == agent.mentions.begin()) continue;
        const Span span = *std::prev(before);
        if (latest && span.begin < last.begin) continue;
        latest = static_cast<AgentId>(i);
        last = span;
    }
    return latest;
}

std::optional<AgentId> AgentTable::latest_survey() const {
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        if (agents_[static_cast<std::size_t>(*it)].kind != AgentKind::document) continue;
        for (std::string_view head : records_[static_cast<std::size_t>(*it)].heads) {
            if (article_.pack->lexicon.has(head, Known::survey)) return *it;
        }
    }
    return std::nullopt;
}

/// The latest who have been named together.
std::optional<AgentId> AgentTable::latest_joint() const {
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        if (records_[static_cast<std::size_t>(*it)].joint) return *it;
    }
    return std::nullopt;
}

}  // namespace rawi::sources
