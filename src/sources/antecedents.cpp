#include "sources/antecedents.hpp"

#include <algorithm>

#include "sources/agent_traits.hpp"

namespace rawi::sources {

using detection::Known;

namespace {

/// Whether several speak where one who has a name spoke last or was spoken of: then no telling who they are, and those
/// who spoke before are seldom meant.
bool others(const AgentTable& table, language::Agreement several, AgentId last) {
    return table.article().pack->heads_first && several.person == language::Person::third &&
           (several.number == language::Number::plural || several.number == language::Number::dual) &&
           is_one_person(table, last);
}

/// The only person with a name of whom the text has spoken since `begin` and whom the pronoun at `at` can mean: outside
/// of quotations, unless it stands in one itself.
std::optional<AgentId> only_one_since(const AgentTable& table, std::uint32_t begin, std::uint32_t at,
                                      language::Agreement agreement) {
    const bool quoted = table.article().tokens[at].quotation != detection::none;
    return only_that(table.remembered(), [&](AgentId id) {
        const std::uint32_t last = quoted ? table.record(id).spoken_of : table.record(id).told_of;
        return is_named_person(table, id) && table.excepted() != id &&
               language::agree(agreement_of(table, id), agreement) && last >= begin && last < at;
    });
}

/// Whether the text has first spoken of somebody since `begin`, and told behind the name what he is.
bool introduced_since(const AgentTable& table, std::uint32_t begin, AgentId id) {
    const Article& article = table.article();
    const std::vector<Span>& mentions = table.agent(id).mentions;
    if (table.record(id).heads.empty() || mentions.empty() || mentions.front().begin < article.tokens[begin].span.begin)
        return false;
    const std::uint32_t end = mentions.front().end;
    const auto behind = std::ranges::partition_point(
        article.tokens, [end](const detection::Token& token) { return token.span.begin < end; });
    return behind != article.tokens.end() && behind->kind == text::CharClass::comma;
}

/// The crowd, the audience: nobody alone, whose noun is singular.
bool many(const AgentTable& table, AgentId id) {
    return std::ranges::any_of(table.record(id).heads, [&](std::string_view head) {
        return table.article().pack->lexicon.has(head, Known::crowd);
    });
}

/// A pronoun or a verb without a subject, and what is asked about each agent whom it may mean.
struct Pronoun {
    language::Agreement agreement;
    std::uint32_t at;  ///< its token
    bool person;       ///< he, she: where nouns have no gender of their own these are people
};

/// "They" is nobody alone; it may be a body, whose noun is singular.
bool may_be_several(const AgentTable& table, AgentId id) {
    const Agent& agent = table.agent(id);
    const AgentRecord& record = table.record(id);
    const bool alone = agent.kind == AgentKind::person || agent.kind == AgentKind::unknown;
    const bool people =
        !record.words.empty() && table.article().pack->lexicon.has(record.words.back(), Known::human_noun);
    return !alone || !agent.named || people || record.joint;
}

/// "They leak it": a newspaper, where nobody else is several.
bool may_be_a_house(const AgentTable& table, AgentId id) {
    const Agent& agent = table.agent(id);
    return agent.kind == AgentKind::outlet && agent.named &&
           table.record(id).agreement.number != language::Number::plural;
}

/// "He", "she": somebody, and one.
bool may_be_one(const AgentTable& table, const Pronoun& pronoun, AgentId id) {
    const Agent& agent = table.agent(id);
    const AgentRecord& record = table.record(id);
    if (!is_somebody(agent.kind)) return false;  // a name of unknown kind: not yet
    if (agent.kind == AgentKind::role && many(table, id)) return false;
    // "Her client" is not she.
    if (record.owner && record.owner != id && record.agreement.gender == language::Gender::any &&
        table.record(*record.owner).agreement.gender == pronoun.agreement.gender)
        return false;
    // One of whom nothing shows that it is a single person: "sweeping questions", "people briefed on the move".
    return agent.kind != AgentKind::role || record.agreement.gender != language::Gender::any ||
           record.agreement.number == language::Number::singular;
}

/// "Harrison saw sadness in it. She said": who spoke last is not meant where the text has gone on to speak of somebody
/// else, and for some paragraphs if the one who spoke has a name, but for one that introduces somebody: "The mask came
/// from Joe Stone, a delegate who dressed up."
std::optional<AgentId> spoken_of_since(const AgentTable& table, const Pronoun& pronoun, AgentId id) {
    const Article& article = table.article();
    const Agent& agent = table.agent(id);
    const std::uint32_t spoken_of = table.record(id).spoken_of;
    const std::uint32_t last = paragraphs_before(article, pronoun.at, 1);
    if (spoken_of >= last) return std::nullopt;
    const auto other = only_one_since(table, last, pronoun.at, pronoun.agreement);
    if (!other) return std::nullopt;
    const bool name = agent.kind == AgentKind::person && agent.named;
    const bool left =
        !name || spoken_of < paragraphs_before(article, pronoun.at, 3) || introduced_since(table, last, *other);
    return left ? other : std::nullopt;
}

}  // namespace

std::optional<AgentId> latest(const AgentTable& table, language::Agreement agreement) {
    // A verb of the feminine means one who is known to be feminine, where there is such a one.
    if (!names_show(table.article()) && agreement.gender == language::Gender::feminine) {
        for (const AgentId id : table.speakers().latest_first()) {
            const language::Agreement known = agreement_of(table, id);
            if (known.gender == agreement.gender && language::agree(known, agreement)) return id;
        }
    }
    for (const AgentId id : table.speakers().latest_first()) {
        if (others(table, agreement, id)) return std::nullopt;
        const AgentRecord& record = table.record(id);
        // Who spoke last, by a report, goes on as the report does: its verbs agree with it.
        const bool by_paper = id == table.speakers().back() && record.paper != language::Agreement{} &&
                              language::agree(record.paper, agreement);
        if (by_paper || language::agree(agreement_of(table, id), agreement)) return id;
    }
    return std::nullopt;
}

std::optional<AgentId> latest_outlet(const AgentTable& table, language::Agreement agreement) {
    return first_that(table.speakers().latest_first(), [&](AgentId id) {
        const Agent& agent = table.agent(id);
        return agent.kind == AgentKind::outlet && !agent.publisher &&
               language::agree(table.record(id).agreement, agreement);
    });
}

std::optional<AgentId> antecedent(const AgentTable& table, language::Agreement agreement, std::uint32_t at,
                                  bool papers) {
    const bool natural = table.article().pack->natural_gender;
    const Pronoun pronoun{agreement, at, natural && agreement.gender != language::Gender::any};
    const bool they = natural && agreement.number == language::Number::plural;
    const bool it = natural && !pronoun.person && agreement.number == language::Number::singular;
    std::optional<AgentId> house;
    for (const AgentId id : table.salient().latest_first()) {
        if (others(table, agreement, id)) return std::nullopt;
        const Agent& agent = table.agent(id);
        if (table.record(id).indefinite || (!papers && agent.kind == AgentKind::document) ||
            (table.excepted() == id && agreement.person == language::Person::third) ||
            (pronoun.person && !may_be_one(table, pronoun, id)) || (it && agent.kind == AgentKind::person))
            continue;
        if (they && agent.kind == AgentKind::organisation) return id;
        if (they && may_be_a_house(table, id)) {
            if (!house) house = id;
            continue;
        }
        if ((they && !may_be_several(table, id)) || !language::agree(agreement_of(table, id), agreement)) continue;
        const auto other = pronoun.person ? spoken_of_since(table, pronoun, id) : std::nullopt;
        return other ? other : id;
    }
    if (house || !pronoun.person) return house;
    // One who has been no subject yet, the latest first; else a name of which nothing shows that it is a person's.
    const auto no_subject = first_that(last_to_first(table.remembered()), [&](AgentId id) {
        return is_named_person(table, id) && table.excepted() != id &&
               language::agree(table.record(id).agreement, agreement);
    });
    if (no_subject) return no_subject;
    return first_that(table.salient().latest_first(), [&](AgentId id) {
        const Agent& agent = table.agent(id);
        return agent.kind == AgentKind::unknown && agent.named && table.excepted() != id;
    });
}

std::uint32_t paragraphs_before(const Article& article, std::uint32_t at, int count) {
    std::size_t line = article.line_of(at);
    while (line > 0 && count > 0) {
        if (!article.lines[--line].tokens.empty()) --count;
    }
    return article.lines[line].tokens.begin;
}

}  // namespace rawi::sources
