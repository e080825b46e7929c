#include "sources/capitalised_agents.hpp"

#include <algorithm>

#include "sources/agent_traits.hpp"
#include "sources/antecedents.hpp"
#include "sources/capitalised_descriptions.hpp"
#include "sources/find_agent.hpp"

namespace rawi::sources {

using detection::Known;
using language::Number;

namespace {

/// "DNC" for "Democratic National Committee", "U.N." for "United Nations".
bool is_acronym(const Words& one, const Words& words) {
    if (one.size() != 1 || words.size() < 2) return false;
    std::size_t at = 0;
    for (const char letter : one.front()) {
        if (letter == '.') continue;
        if (at == words.size() || !words[at].starts_with(letter)) return false;
        ++at;
    }
    return at == words.size();
}

/// Who was named in full before, of a mention that is one word with a capital.
std::optional<AgentId> find_by_surname(const AgentTable& table, const Mention& mention) {
    if (mention.tokens.size() != 1 || mention.words.size() != 1 || !table.article().tokens[mention.tokens.begin].upper)
        return std::nullopt;
    return first_that(table.salient().latest_first(), [&](AgentId id) {
        const Words& words = table.record(id).words;
        return table.agent(id).kind == AgentKind::person && words.size() > 1 && mention.words.front() == words.back();
    });
}

/// "Fox News", then "Fox found": the first word of an outlet's name, where nobody is called so.
std::optional<AgentId> outlet_by_first_word(const AgentTable& table, const Mention& mention) {
    if (mention.words.size() != 1 || !mention.titles.empty()) return std::nullopt;
    return first_that(table.remembered(), [&](AgentId id) {
        const Words& words = table.record(id).words;
        return table.agent(id).kind == AgentKind::outlet && words.size() > 1 && words.front() == mention.words.front();
    });
}

/// "Smith's lawyer", then "the lawyer, Bob Jones": who has been described without a name gets one.
std::optional<AgentId> described_before(const AgentTable& table, const Mention& mention) {
    if (mention.kind != AgentKind::person || mention.heads.empty()) return std::nullopt;
    const std::optional<AgentId> owner = owner_of(table, mention);
    for (const AgentId id : table.salient().latest_first()) {
        const Agent& agent = table.agent(id);
        const AgentRecord& record = table.record(id);
        if (agent.kind != AgentKind::role || agent.named || record.joint || record.indefinite ||
            record.agreement.number == Number::plural || !language::agree(record.agreement, mention.agreement))
            continue;
        const bool same = std::ranges::any_of(mention.heads, [&](auto head) { return holds(record.heads, head); });
        const bool his = record.owner ? record.owner == owner : record.possessed;
        if (same && (owner ? his : mention.definite && record.possessed)) return id;
    }
    return std::nullopt;
}

/// "Senator won't run", and then "Sen. Jane Doe announced": whom the headline calls by nothing but what the text says
/// beside the name.
std::optional<AgentId> described_in_headline(const AgentTable& table, const Mention& mention) {
    const bool lead = table.lead().contains(mention.tokens);
    Words all = mention.words;
    for (const std::string_view title : mention.titles) all.push_back(title);
    for (const AgentId id : table.remembered()) {
        const AgentRecord& record = table.record(id);
        if (outlet_without_name(table, id) && mention.named && mention.kind == AgentKind::outlet &&
            (lead || table.second_paragraph().contains(mention.tokens)))
            return id;
        if (!record.headline || table.agent(id).named || record.joint || record.possessed || record.words.empty() ||
            is_somebody(mention.kind) != is_somebody(table.agent(id).kind) ||
            !language::agree(record.agreement, mention.agreement))
            continue;
        if (subset(record.words, all) || (lead && share_a_word(record.words, all))) return id;
    }
    return std::nullopt;
}

/// "A former nurse told a court on Tuesday", and in the next paragraph "Jane Doe, 52, said": the lead describes the one
/// whom the text goes on to name, without saying again what she is.
std::optional<AgentId> described_in_lead(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    if (table.speakers().empty() || mention.name.size() < 2 || !mention.heads.empty() || mention.possessed ||
        mention.joint || (mention.kind != AgentKind::person && mention.kind != AgentKind::unknown))
        return std::nullopt;
    if (!table.second_paragraph().contains(mention.tokens)) return std::nullopt;
    const AgentId id = table.speakers().back();
    const Agent& agent = table.agent(id);
    const AgentRecord& record = table.record(id);
    const auto role = [&](std::string_view head) {
        return !article.pack->lexicon.has(head, Known::source_noun) &&
               (article.pack->lexicon.has(head, Known::role_noun) ||
                article.pack->lexicon.has(head, Known::human_noun));
    };
    if (agent.kind != AgentKind::role || agent.named || record.joint || record.agreement.number == Number::plural ||
        !language::agree(record.agreement, mention.agreement) || !std::ranges::all_of(record.heads, role))
        return std::nullopt;
    return id;
}

/// Names of one agent: the same, or one is a part of the other: a surname, a given name, a name without its initials.
bool same_name(const AgentTable& table, const Mention& mention, AgentId id) {
    const Agent& agent = table.agent(id);
    const AgentRecord& record = table.record(id);
    if (!agent.named || record.words.empty() || mention.words.empty() || record.joint) return false;
    if ((is_somebody(mention.kind) && is_thing(agent.kind)) || (is_thing(mention.kind) && is_somebody(agent.kind)))
        return false;
    // "The Washington Post", then "the Post": no post.
    const bool paper = agent.kind == AgentKind::outlet && mention.kind == AgentKind::document &&
                       mention.words.size() == 1 && mention.words.front() == record.words.back();
    if (is_thing(mention.kind) && is_thing(agent.kind) && mention.kind != agent.kind && !paper) return false;
    if (!language::agree(record.agreement, mention.agreement)) return false;
    const Words& one = mention.words;
    const Words& other = record.words;
    if (one == other || is_acronym(one, other) || is_acronym(other, one)) return true;
    // "Smith and Jones" are neither of them.
    if (mention.paired != record.paired && !is_thing(mention.kind) && !is_thing(agent.kind)) return false;
    if (one.size() > 1 && other.size() > 1 && !subset(one, other) && !subset(other, one)) return false;
    const Words& part = one.size() <= other.size() ? one : other;
    const Words& whole = one.size() <= other.size() ? other : one;
    if (is_thing(mention.kind) || is_thing(agent.kind))
        return subset(part, whole) && (part.back() == whole.back() || part.front() == whole.front());
    if (part.size() == 1) {
        if (part.front() == whole.back()) return true;
        if (agent.kind != AgentKind::person) return false;
        // A given name alone, whatever stands before it: "DJ Beverly Bond".
        return part.front() == whole.front() ||
               (table.article().pack->lexicon.has(part.front(), Known::name) && holds(whole, part.front()));
    }
    return subset(part, whole) && part.back() == whole.back();
}

}  // namespace

std::optional<AgentId> find_capitalised(const AgentTable& table, const Mention& mention) {
    if (mention.kind == AgentKind::outlet && !mention.refers_to) {
        if (const auto outlet = find_outlet(table, mention.outlet_key, mention.words)) return outlet;
        // Michael Bloomberg, then "Bloomberg said".
        if (const auto person = find_by_surname(table, mention)) return person;
    }
    if (mention.name.empty()) {
        // A surname that is a common word opens the sentence: "Cross said".
        if (const auto person = find_by_surname(table, mention)) return person;
        return find_described(table, mention);
    }
    const auto called_so = [&](AgentId id) { return same_name(table, mention, id); };
    if (const auto salient = first_that(table.salient().latest_first(), called_so)) return salient;
    if (const auto known = first_that(table.remembered(), called_so)) return known;
    for (const auto look_up : {outlet_by_first_word, described_before, described_in_headline, described_in_lead}) {
        if (const auto agent = look_up(table, mention)) return agent;
    }
    // "A new poll", then "the Fox News Poll".
    if (mention.head.empty()) return std::nullopt;
    return first_that(last_to_first(table.remembered()), [&](AgentId id) {
        const AgentRecord& record = table.record(id);
        return table.agent(id).kind == AgentKind::document && record.generic && holds(record.heads, mention.head);
    });
}

std::optional<AgentId> owner_of(const AgentTable& table, const Mention& mention) {
    if (!mention.possessor.empty()) {
        const Mention whose = read_mention(table.article(), mention.possessor, false);
        return whose.words.empty() ? std::nullopt : find_agent(table, whose);
    }
    return mention.owner == language::Agreement{} ? std::nullopt
                                                  : antecedent(table, mention.owner, mention.tokens.begin);
}

}  // namespace rawi::sources
