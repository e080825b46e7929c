#include "sources/find_agent.hpp"

#include <algorithm>

#include "sources/agent_traits.hpp"
#include "sources/antecedents.hpp"
#include "sources/called_in_short.hpp"
#include "sources/capitalised_agents.hpp"
#include "sources/described_agents.hpp"
#include "sources/issued_papers.hpp"
#include "sources/meant_by_kind.hpp"

namespace rawi::sources {

namespace {

/// In the list of outlets the key of an edition is that of its house with a suffix: cnn, cnn-arabic. An edition that
/// speaks of its house means itself.
bool is_edition(std::string_view edition, std::string_view house) {
    return edition.size() > house.size() && edition.starts_with(house) && edition[house.size()] == '-';
}

/// Whether a name has more words than `last` and closes with them.
bool closes_with(const Words& name, const Words& last) {
    return name.size() > last.size() &&
           std::equal(last.begin(), last.end(), name.end() - static_cast<std::ptrdiff_t>(last.size()));
}

bool means_by_words(const AgentTable& table, const Mention& mention, AgentId id) {
    const Article& article = table.article();
    const AgentRecord& record = table.record(id);
    if (record.words.empty()) return false;
    // A woman's surname may be a man's name.
    const bool name_alone = !mention.proper.empty() && mention.words.size() == mention.proper.size();
    const bool surname_alone = name_alone && closes_with(record.proper, mention.proper);
    if (!surname_alone && !language::agree(record.agreement, mention.agreement)) return false;
    const Agent& agent = table.agent(id);
    const bool surname = agent.kind == AgentKind::person && agent.named;
    // وزيري: the last name of somebody, which is a common word too.
    const bool last_name = surname && mention.kind == AgentKind::role && mention.words.size() == 1 &&
                           record.proper.size() > 1 && record.proper.back() == mention.words.front();
    const bool part = (mention.definite || mention.named || mention.words.size() > 1 || last_name) &&
                      subset(mention.words, record.words);
    // الشرطة, and then الشرطة السويدية.
    const bool bare =
        record.words.size() == 1 && agent.kind == AgentKind::organisation && bare_body_of(table, mention, id);
    const bool whole = (record.words.size() > 1 || surname || record.headline || bare) &&
                       subset(record.words, mention.words) &&
                       (mention.named || surname || heads_agree(table, mention, id));
    const bool same = mention.words == record.words;
    // Several together are nobody of them; who is first spoken of without a name or an article is somebody new, unless
    // the headline spoke of the same one.
    // المحامي والمستشار القانوني: two offices of one who has been called by both.
    const bool offices = mention.joint && !record.joint && !record.proper.empty() && mention.proper.empty() &&
                         shares_head(table, mention, id) && subset(mention.words, record.words);
    if (mention.joint != record.joint && !same && !offices) return false;
    if (mention.another && !same) return false;
    // مصادر طبية: several things are feminine, and no less several.
    const bool several = article.pack->heads_first && mention.words.size() > 1 &&
                         article.pack->lexicon.brief(article.tokens[mention.tokens.begin].word).several;
    const bool fresh = !mention.definite && mention.agreement.number != language::Number::plural && !several &&
                       !mention.named && mention.proper.empty() && !mention.possessed;
    if (fresh && !same && !record.headline && !last_name) return false;
    // One word that is a person's name must be of this person's name, not of a body that the description names; or the
    // surname spoken of before is of the name given in full now.
    if (!mention.proper.empty() && mention.proper.size() == mention.words.size() && !record.proper.empty() &&
        !subset(mention.proper, record.proper) && !(whole && subset(record.proper, mention.proper)))
        return false;
    if (principal_of(table, mention, id) && !same) return false;
    if (served_by(table, mention, id) || (!same && only_completes(table, mention, id))) return false;
    if (!same && !((part || whole) && (last_name || heads_agree(table, mention, id)))) return false;
    return !name_alone || !named_elsewhere(table, mention, id);
}

/// The same words, or a part of a fuller name; the latest speaker first.
std::optional<AgentId> find_by_words(const AgentTable& table, const Mention& mention) {
    if (mention.words.empty()) return std::nullopt;
    // Most agents have no word in common with the mention: neither can be a part of the other.
    const auto meant = [&](AgentId id) {
        const std::uint64_t signature = table.record(id).signature;
        const bool related =
            (mention.signature & ~signature) == 0 || (signature != 0 && (signature & ~mention.signature) == 0);
        return related && means_by_words(table, mention, id);
    };
    if (const auto salient = first_that(table.salient().latest_first(), meant)) return salient;
    return first_that(table.remembered(), meant);
}

/// "The statement said": whoever issued it says so, or else the body that announced something last.
std::optional<AgentId> latest_issuer(const AgentTable& table, const Mention& mention) {
    if (mention.refers_to != Reference::document) return std::nullopt;
    return table.issuer() ? table.issuer() : announcer(table, mention);
}

/// هذا الناطق باسم القوات: the latest one who has been called a spokesman.
std::optional<AgentId> pointed_at(const AgentTable& table, const Mention& mention) {
    if (!mention.same || mention.heads.empty()) return std::nullopt;
    return first_that(table.salient().latest_first(), [&](AgentId id) {
        const AgentRecord& record = table.record(id);
        return holds(record.heads, mention.heads.front()) && language::agree(record.agreement, mention.agreement);
    });
}

/// "A British coroner", then "the coroner Jane Doe": one whom the same words have described.
std::optional<AgentId> described_before(const AgentTable& table, const Mention& mention) {
    return first_that(table.salient().latest_first(), [&](AgentId id) { return names_described(table, mention, id); });
}

/// Where heads stand first, whoever has been described so, or is the latest one of that kind: asked in this order, the
/// first that answers is right most often.
constexpr std::optional<AgentId> (*by_description[])(const AgentTable&, const Mention&) = {
    latest_issuer, titled,          latest_of_kind,   own_outlet,        latest_source, pointed_at,  described_before,
    titled_before, only_one_called, holder_of_office, only_one_surnamed, named_before,  body_by_name};

}  // namespace

std::optional<AgentId> find_agent(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    if (mention.pronoun) return antecedent(table, mention.agreement, mention.tokens.begin);
    if (names_show(article)) return find_capitalised(table, mention);
    // المصدر نفسه: whoever spoke last.
    if (mention.same && mention.refers_to == Reference::source && !table.speakers().empty())
        return table.speakers().back();
    if (mention.refers_to == Reference::latter) return last_mentioned(table, mention);
    if (const auto office = find_office(table, mention)) return office;
    if (own_paper(article, mention)) return owner_of_paper(table, mention);
    if (mention.kind == AgentKind::outlet && !mention.refers_to) {
        if (const auto person = surname_of_outlet(table, mention)) return person;
        if (const auto outlet = find_outlet(table, mention.outlet_key, mention.words, mention.own)) return outlet;
    }
    if (const auto body = called_otherwise(table, mention)) return body;
    if (const auto named = find_by_words(table, mention)) return named;
    if (const auto named = spelled_otherwise(table, mention)) return named;
    for (const auto look_up : by_description) {
        if (const auto described = look_up(table, mention)) return described;
    }
    return std::nullopt;
}

std::optional<AgentId> find_outlet(const AgentTable& table, std::string_view key, const Words& words,
                                   const Words& own) {
    const auto same = [&](AgentId id) {
        const Agent& agent = table.agent(id);
        if (agent.kind != AgentKind::outlet) return false;
        if (!key.empty()) return agent.outlet_id == key || (agent.publisher && is_edition(agent.outlet_id, key));
        // وكالة المرسى للأنباء and وكالة أنباء المرسى, but not قناة المرسى
        const AgentRecord& record = table.record(id);
        if (words.empty() || record.words.empty()) return false;
        if (!own.empty() && own == record.own && words.front() == record.words.front()) return true;
        return subset(words, record.words) || subset(record.words, words);
    };
    if (const auto publisher = table.own_outlet(); publisher && same(*publisher)) return publisher;
    return first_that(table.remembered(), same);
}

}  // namespace rawi::sources
