#include "sources/meant_by_kind.hpp"

#include <algorithm>

#include "language/pack_source.hpp"
#include "sources/agent_traits.hpp"

namespace rawi::sources {

using detection::Known;

namespace {

AgentKind kind_of(Reference reference) noexcept {
    switch (reference) {
        case Reference::source:
        case Reference::role:
        case Reference::official: return AgentKind::role;
        case Reference::outlet: return AgentKind::outlet;
        case Reference::document: return AgentKind::document;
        case Reference::organisation: return AgentKind::organisation;
        case Reference::latter: break;  // of any kind
    }
    return AgentKind::unknown;
}

/// نشرت صحيفة المنبر صورا. وقالت الصحيفة: an outlet that the text has named, though it has passed on nothing yet. One
/// that is described (الإذاعة المصرية) has been called so before.
std::optional<AgentId> outlet_named_last(const AgentTable& table, const Mention& mention) {
    const bool described = mention.words.size() > mention.heads.size();
    return last_spoken_of(table, [&](AgentId id) {
        const Agent& agent = table.agent(id);
        return agent.kind == AgentKind::outlet && agent.named && !agent.publisher && !agent.mentions.empty() &&
               table.record(id).spoken_of < mention.tokens.begin &&
               language::agree(agreement_of(table, id), mention.agreement) &&
               (!described || shares_head(table, mention, id));
    });
}

}  // namespace

std::optional<AgentId> latest_person(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    // Of those who spoke or were subjects the latest: Doe spoke, and Smith met her at the airport. "The senator said".
    // "Smith is ahead, but the senator said": who was named in the sentence itself only where nobody else can be meant.
    const std::uint32_t at = mention.tokens.begin;
    const auto sentence = std::ranges::partition_point(
        article.sentences, [at](const detection::Sentence& one) { return one.tokens.end <= at; });
    const std::uint32_t begin = sentence == article.sentences.end() ? at : std::min(at, sentence->tokens.begin);
    for (const bool before : {true, false}) {
        const auto person = first_that(table.salient().latest_first(), [&](AgentId id) {
            return table.excepted() != id && !(before && table.record(id).told_of >= begin) &&
                   is_named_person(table, id) && language::agree(agreement_of(table, id), mention.agreement) &&
                   !from_elsewhere(table, mention, id);
        });
        if (person) return person;
    }
    return std::nullopt;
}

std::optional<AgentId> latest_of_kind(const AgentTable& table, const Mention& mention) {
    if (!mention.refers_to) return std::nullopt;
    const bool official = mention.refers_to == Reference::official;
    const AgentKind wanted = kind_of(*mention.refers_to);
    // A body is spoken of by its own head (the ministry): one that has not been called so is another one.
    if (wanted == AgentKind::organisation && !names_show(table.article())) return std::nullopt;
    // A plural of things may speak of people (المصادر), so what does not agree is the second choice, not none.
    for (const bool strict : {true, false}) {
        if (!strict && wanted != AgentKind::role) break;
        for (const AgentId id : table.speakers().latest_first()) {
            const Agent& agent = table.agent(id);
            const bool fits = agent.kind == wanted || (wanted == AgentKind::role && agent.kind == AgentKind::person);
            if (!fits || agent.publisher) continue;
            // The radio is not the "Israeli media" of which nobody has been named (things in the plural are feminine);
            // the site may be أحد المواقع.
            const bool masculine = table.record(id).agreement.gender == language::Gender::masculine;
            if (wanted == AgentKind::outlet && !agent.named && !masculine && !shares_head(table, mention, id)) continue;
            // The Russian official is one who has been called Russian.
            const Words& described = table.record(id).described;
            if (official && !std::ranges::all_of(mention.words, [&](std::string_view word) {
                    return holds(mention.heads, word) || holds(described, word);
                }))
                continue;
            if (language::agree(agreement_of(table, id), mention.agreement)) return id;
            // المتحدثة is no man.
            const bool several = mention.agreement.number == language::Number::plural && !is_one_person(table, id);
            if (!strict && (several || mention.agreement.number == language::Number::any)) return id;
        }
    }
    return wanted == AgentKind::outlet ? outlet_named_last(table, mention) : std::nullopt;
}

std::optional<AgentId> latest_source(const AgentTable& table, const Mention& mention) {
    if (mention.refers_to != Reference::source || table.speakers().empty()) return std::nullopt;
    const AgentId last = table.speakers().back();
    const bool several =
        mention.agreement.gender == language::Gender::feminine || mention.agreement.number == language::Number::plural;
    const bool one = is_one_person(table, last) || table.agent(last).kind == AgentKind::outlet;
    return several && one ? std::nullopt : std::optional(last);
}

std::optional<AgentId> last_mentioned(const AgentTable& table, const Mention& latter) {
    std::optional<AgentId> last;
    for (const AgentId id : table.remembered()) {
        const bool person = table.agent(id).kind == AgentKind::person && !table.record(id).proper.empty();
        const bool office = table.agent(id).kind == AgentKind::role && table.record(id).words.size() > 1 &&
                            agreement_of(table, id).number == language::Number::singular;
        if (table.record(id).joint || (!person && !office) || table.record(id).spoken_of >= latter.tokens.begin ||
            !language::agree(agreement_of(table, id), latter.agreement))
            continue;
        if (!last || table.record(id).spoken_of >= table.record(*last).spoken_of) last = id;
    }
    return last;
}

std::optional<AgentId> titled(const AgentTable& table, const Mention& mention) {
    if (!mention.definite || mention.words.empty() || mention.kind == AgentKind::outlet ||
        mention.kind == AgentKind::organisation || mention.another || mention.joint ||
        mention.agreement.number == language::Number::plural)
        return std::nullopt;
    for (const AgentId id : table.salient().latest_first()) {
        const AgentRecord& record = table.record(id);
        const Agent& agent = table.agent(id);
        if (agent.kind == AgentKind::person && agent.named && !record.joint && !principal_of(table, mention, id) &&
            !served_by(table, mention, id) && subset(mention.words, record.described) &&
            !only_completes(table, mention, id) && language::agree(record.agreement, mention.agreement))
            return id;
    }
    return std::nullopt;
}

std::optional<AgentId> addressed(const AgentTable& table, const Mention& mention) {
    const std::string_view titles = table.article().value(mention.tokens, Known::honorific);
    if (titles.empty()) return std::nullopt;
    const auto bears = [&](AgentId id, std::string_view title) {
        const AgentRecord& record = table.record(id);
        const AgentKind kind = table.agent(id).kind;
        return (kind == AgentKind::person || kind == AgentKind::role) && !record.joint && record.principal.empty() &&
               record.agreement.number != language::Number::plural && holds(record.described, title);
    };
    const auto words = language::split(titles, " ");
    for (const LatestAgents* list : {&table.speakers(), &table.salient()}) {
        for (const AgentId id : list->latest_first()) {
            if (std::ranges::any_of(words, [&](std::string_view title) { return bears(id, title); })) return id;
        }
    }
    for (const std::string_view title : words) {
        for (const AgentId id : table.remembered()) {
            if (bears(id, title)) return id;
        }
    }
    return std::nullopt;
}

std::optional<AgentId> own_outlet(const AgentTable& table, const Mention& mention) {
    // An agency may be any office.
    if (mention.refers_to != Reference::outlet || !mention.definite ||
        mention.agreement.number == language::Number::plural || mention.tokens.size() != 1 ||
        table.article().has(mention.tokens.begin, Known::organisation_noun))
        return std::nullopt;
    return table.names_another_outlet() ? std::nullopt : table.own_outlet();
}

}  // namespace rawi::sources
