#include "sources/capitalised_descriptions.hpp"

#include <algorithm>

#include "sources/agent_traits.hpp"
#include "sources/antecedents.hpp"
#include "sources/capitalised_agents.hpp"
#include "sources/described_bodies.hpp"
#include "sources/issued_papers.hpp"
#include "sources/meant_by_kind.hpp"

namespace rawi::sources {

using detection::Known;
using language::Number;

namespace {

bool is_medium(const Article& article, std::string_view word) {
    return article.pack->lexicon.has(word, Known::medium);
}

bool is_evidence(const Article& article, std::string_view word) {
    return article.pack->lexicon.has(word, Known::evidence);
}

/// What is asked about each agent whom a description may mean.
struct Description {
    const Mention& mention;
    std::optional<AgentId> owner;  ///< whose it is: "Smith's spokesman"
    bool owner_described = false;  ///< "Cameron's spokesman", then "the prime minister's spokesman"
    bool definite = false;
    bool lead = false;  ///< in the paragraph that opens the article
};

/// "The Acme employee": a description with a name in it, of a body or thing, is that of somebody else; one of a place
/// may be anybody's ("the Florida senator").
bool names_another(const Article& article, const Mention& mention) {
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
        if (article.has(i, Known::relative)) break;
        if (article.tokens[i].kind == text::CharClass::letter && article.tokens[i].upper &&
            article.is(i, language::Part::proper) && !article.has(i, Known::place) &&
            !article.has(i, Known::human_noun))
            return true;
    }
    return false;
}

/// Whether nothing speaks against it: kind, agreement, whose it is, where it is from, how many.
bool may_mean(const AgentTable& table, const Description& description, AgentId id) {
    const Mention& mention = description.mention;
    const Agent& agent = table.agent(id);
    const AgentRecord& record = table.record(id);
    if ((is_somebody(mention.kind) && is_thing(agent.kind)) || (is_thing(mention.kind) && is_somebody(agent.kind)))
        return false;
    if (mention.joint != record.joint || !language::agree(record.agreement, mention.agreement)) return false;
    if (const auto owner = description.owner; owner && !description.owner_described) {
        if (record.owner && *owner != *record.owner) return false;
        if (owner == id) return false;
    }
    if (from_elsewhere(table, mention, id)) return false;
    // "Democrats", then "some Democrats".
    return mention.quantity.empty() || mention.quantity == record.quantity ||
           table.article().pack->lexicon.has(mention.head, Known::source_noun);
}

bool in_the_same_words(const AgentTable& table, const Description& description, AgentId id) {
    return description.mention.words == table.record(id).words;
}

bool by_its_head(const AgentTable& table, const Description& description, AgentId id) {
    const Mention& mention = description.mention;
    const Agent& agent = table.agent(id);
    const AgentRecord& record = table.record(id);
    // "Sen. John Smith and Mayor Jane Doe", then "Smith and Doe".
    if (mention.joint && mention.words.size() > 1 && subset(mention.words, record.words)) return true;
    const bool headline = record.headline && !agent.named;
    // The headline's "chief" is "the new chief executive" of the lead.
    if (headline && description.lead && is_somebody(agent.kind) && share_a_word(record.words, mention.words))
        return true;
    if (record.headline && description.lead && mention.kind == AgentKind::outlet && outlet_without_name(table, id))
        return true;
    // "A 21-year-old man", then "the 21-year-old".
    if (description.definite && mention.words.size() > 1 &&
        mention.head.find_first_not_of("0123456789") == std::string_view::npos && subset(mention.words, record.words))
        return true;
    if (!holds(record.heads, mention.head)) return false;
    // "A poll", then "the Fox News poll".
    if (mention.kind == AgentKind::document && record.generic && mention.possessor.empty()) return true;
    // The headline's "aide" is "a senior aide" of the text.
    if (headline && !mention.possessed && subset(record.words, mention.words)) return true;
    // The headline's "sources" are the two of the text.
    if (headline && table.article().pack->lexicon.has(mention.head, Known::source_noun)) return true;
    if (!description.definite) return false;
    // "Sen. Marco Rubio", then "the Florida senator".
    if (agent.named && agent.kind == AgentKind::person && !mention.possessed) return true;
    if (!mention.possessed) return subset(mention.words, record.described);
    return (description.owner && record.owner == description.owner) || !record.owner || description.owner_described;
}

/// The latest who may be meant and is `called` so: of those who spoke or were subjects, or else of all.
std::optional<AgentId> latest_fitting(const AgentTable& table, const Description& description,
                                      bool (*called)(const AgentTable&, const Description&, AgentId)) {
    const auto fits = [&](AgentId id) { return may_mean(table, description, id) && called(table, description, id); };
    if (const auto salient = first_that(table.salient().latest_first(), fits)) return salient;
    return first_that(last_to_first(table.remembered()), fits);
}

/// "The Ohio senator": of those with a name who are said to be from there the one spoken of last.
std::optional<AgentId> latest_from(const AgentTable& table, const Mention& mention) {
    if (mention.places.empty() || mention.possessed || mention.joint || mention.kind != AgentKind::role ||
        mention.agreement.number == Number::plural)
        return std::nullopt;
    return last_spoken_of(table, [&](AgentId id) {
        const AgentRecord& record = table.record(id);
        return is_named_person(table, id) && share_a_word(record.places, mention.places) &&
               language::agree(record.agreement, mention.agreement);
    });
}

/// "The candidate", "the front-runner": of those with a name of whom the text has told in this paragraph or the one
/// before, the one of whom it tells most; one who has been called a candidate first, "the nominee" or "the
/// front-runner".
std::optional<AgentId> contender(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    const auto runs = [&](std::string_view head) { return article.pack->lexicon.has(head, Known::contender); };
    if (!may_mean_anybody(article, mention) || !mention.definite || !runs(mention.head)) return std::nullopt;
    const std::uint32_t at = mention.tokens.begin, since = paragraphs_before(article, at, 1);
    const auto rank = [&](AgentId id) {
        return std::pair(std::ranges::any_of(table.record(id).heads, runs), table.agent(id).mentions.size());
    };
    std::optional<AgentId> most;
    for (const AgentId id : table.remembered()) {
        const AgentRecord& record = table.record(id);
        if (is_named_person(table, id) && table.excepted() != id && record.told_of >= since && record.told_of < at &&
            !from_elsewhere(table, mention, id) && language::agree(agreement_of(table, id), mention.agreement) &&
            (!most || rank(id) > rank(*most)))
            most = id;
    }
    return most;
}

/// A definite description of nobody who has been called so: who or what of its kind was spoken of last.
std::optional<AgentId> meant_by_kind(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    // "The two", "the lawmakers": those who have been named together.
    if (is_somebody(mention.kind) && mention.agreement.number == Number::plural)
        return mention.possessed ? std::nullopt : latest_joint(table);
    // "The results", "the data": of the latest document.
    if (mention.kind == AgentKind::document && mention.definite && is_evidence(article, mention.head)) {
        const auto document = [&](AgentId id) { return table.agent(id).kind == AgentKind::document; };
        if (const auto latest = first_that(table.salient().latest_first(), document)) return latest;
    }
    // "The statement said": whoever issued it says so.
    if (const auto issuer = issuer_of(table, mention)) return issuer;
    if (mention.refers_to == Reference::outlet) return outlet_before(table, mention);
    if (mention.refers_to) {
        const bool body = mention.refers_to == Reference::organisation;
        if (const auto latest = body ? latest_body(table, mention) : latest_of_kind(table, mention)) return latest;
    }
    // "The company", "the institute": the body spoken of last.
    if (mention.kind == AgentKind::organisation && mention.generic) {
        if (const auto body = latest_body(table, mention)) return body;
    }
    if (may_mean_anybody(article, mention) && !mention.passing && !mention.told_apart) {
        const auto running = contender(table, mention);
        return running ? running : latest_person(table, mention);
    }
    return std::nullopt;
}

}  // namespace

std::optional<AgentId> find_described(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    const Description description{
        .mention = mention,
        .owner = owner_of(table, mention),
        .owner_described = !mention.possessor.empty() && read_mention(article, mention.possessor, false).name.empty(),
        .definite = mention.definite || !mention.possessor.empty(),
        .lead = table.lead().contains(mention.tokens)};
    // His statement, Smith's email: the words of the one whose it is.
    const bool paper = mention.kind == AgentKind::document || is_medium(article, mention.head);
    if (paper && description.owner && mention.possessor.empty()) return description.owner;
    if (const auto issuer = issuer_of(table, mention); issuer && is_medium(article, mention.head)) return issuer;
    if (const auto same = latest_fitting(table, description, in_the_same_words)) return same;
    if (description.definite) {
        if (const auto resident = latest_from(table, mention)) return resident;
    }
    if (const auto described = latest_fitting(table, description, by_its_head)) return described;
    return description.definite && !mention.joint ? meant_by_kind(table, mention) : std::nullopt;
}

bool may_mean_anybody(const Article& article, const Mention& mention) {
    return (mention.definite || !mention.possessor.empty()) && !mention.joint && mention.kind == AgentKind::role &&
           !mention.possessed && mention.agreement.number != Number::plural && tells_of_one(article, mention) &&
           !names_another(article, mention);
}

}  // namespace rawi::sources
