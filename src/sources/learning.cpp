#include "sources/learning.hpp"

#include <algorithm>

#include "detection/noun_phrase.hpp"
#include "sources/agent_traits.hpp"
#include "sources/called_in_short.hpp"
#include "sources/capitalised_agents.hpp"
#include "sources/written_name.hpp"

namespace rawi::sources {

using detection::Known;

namespace {

constexpr std::size_t most_words = 256;  // by which an agent is known

/// What the mention is beside what was known before it.
struct Beside {
    bool other_head;  ///< headed by a noun by which the agent has not been described
    bool offices;     ///< two offices, which join nobody to one who has a name
};

/// Adds the words that are not known yet. Whether there were any.
bool remember(Words& known, const Words& words) {
    const std::uint32_t before = known.size();
    for (const std::string_view word : words) {
        if (known.size() < most_words && !holds(known, word)) known.push_back(word);
    }
    return known.size() != before;
}

/// "Florent Abelard is a captain", and then "Abelard said": bodies go on by the first word of their names, or with an
/// article.
bool called_by_surname(const AgentTable& table, AgentId id, const Mention& mention) {
    const Agent& agent = table.agent(id);
    const AgentRecord& record = table.record(id);
    return names_show(table.article()) && agent.kind == AgentKind::unknown && agent.named && !record.joint &&
           mention.kind == AgentKind::unknown && record.words.size() == 2 && mention.tokens.size() == 1 &&
           mention.words.size() == 1 && mention.words.front() == record.words.back();
}

void learn_agreement(AgentTable& table, AgentId id, const Mention& mention) {
    AgentRecord& record = table.record(id);
    // وأضاف البيان: the ministry's, and what goes on agrees with the statement.
    const bool by_paper = (mention.refers_to == Reference::document || mention.kind == AgentKind::document) &&
                          table.agent(id).kind != AgentKind::document;
    record.paper = mention.issued ? mention.paper : by_paper ? mention.agreement : language::Agreement{};
    if (record.agreement.gender == language::Gender::any) record.agreement.gender = mention.agreement.gender;
    if (record.agreement.number == language::Number::any) record.agreement.number = mention.agreement.number;
}

void learn_words(AgentTable& table, AgentId id, const Mention& mention) {
    const Article& article = table.article();
    AgentRecord& record = table.record(id);
    bool other_words = false;
    if (!names_show(article)) {
        other_words = remember(record.words, mention.words);
    } else if (record.words.empty() ||
               (!mention.name.empty() && (!table.agent(id).named || mention.words.size() > record.words.size()))) {
        record.words = mention.words;
        other_words = true;
    }
    if (other_words) record.signature = signature_of(record.words);
    if (subset(record.proper, mention.proper))
        record.proper = mention.proper;
    else
        remember(record.proper, mention.proper);
    remember(record.principal, mention.principal);
    remember(record.served, mention.served);
    remember(record.beside, mention.beside);
    remember(record.epithets, mention.epithets);
    remember(record.described, mention.words);
    remember(record.described, mention.titles);
    if (!mention.name.empty() && !mention.joint) remember(record.places, mention.places);
}

void learn_description(AgentTable& table, AgentId id, const Mention& mention, const Beside& beside) {
    const Article& article = table.article();
    AgentRecord& record = table.record(id);
    record.joint = record.joint || (mention.joint && !beside.offices);
    record.paired = record.paired || mention.paired;
    record.possessed = record.possessed || mention.possessed;
    if (record.heads.empty()) {
        record.generic = mention.generic;
        record.quantity = mention.quantity;
    }
    record.headline = record.headline && article.in_headline(mention.tokens.begin);
    remember(record.heads, mention.heads);
    if (record.state.empty()) record.state = mention.state;
    if (names_show(article) && mention.name.empty() && !record.owner) record.owner = owner_of(table, mention);
}

/// `headline_only`: whether nothing but the headline has spoken of the agent before.
void learn_kind(AgentTable& table, AgentId id, const Mention& mention, bool headline_only) {
    Agent& agent = table.agent(id);
    const bool called = mention.kind == AgentKind::unknown && !mention.name.empty();
    if ((mention.kind == AgentKind::person || called) && agent.kind == AgentKind::role) agent.kind = AgentKind::person;
    if (mention.kind == AgentKind::outlet && mention.named && headline_only && agent.kind == AgentKind::person)
        agent.kind = AgentKind::outlet;
    agent.named = agent.named || (mention.named && agent.kind != AgentKind::role);
    if (agent.kind == AgentKind::outlet && agent.named && !agent.publisher) table.another_outlet();
    if (agent.outlet_id.empty() && agent.kind != AgentKind::person) agent.outlet_id = mention.outlet_key;
}

/// The name by which the agent is shown: the fullest, and a name rather than a description.
void learn_name(AgentTable& table, AgentId id, const Mention& mention, const Beside& beside) {
    const Article& article = table.article();
    Agent& agent = table.agent(id);
    AgentRecord& record = table.record(id);
    const auto length = static_cast<std::uint32_t>(mention.words.size());
    const bool calls = !mention.name.empty() || (mention.joint && mention.named && !beside.offices);
    // المستخدمين, and then المستخدمون: the form of a subject.
    const bool oblique = detection::oblique_people(article, mention.tokens.begin);
    const bool subject = record.oblique && !oblique && length == record.fullest;
    // روبرت ماهوني, and then ماهوني، نائب المدير: more words, but less of the name.
    const std::uint32_t first = mention.tokens.begin, second = first + 1;
    const bool clipped = mention.proper.size() == 1 && record.own_names > 1 &&
                         article.normal_of(first).ends_with(mention.proper.front()) &&
                         (second >= mention.tokens.end || !article.is(second, language::Part::proper));
    // ترامب, and then الرئيس الأمريكي: no more of the name.
    const bool otherwise = beside.other_head && agent.kind == AgentKind::person && !record.proper.empty() &&
                           mention.proper.empty() &&
                           std::ranges::none_of(mention.words, [&](auto word) { return holds(record.proper, word); });
    const bool fuller = (length > record.fullest && !clipped && !otherwise) || subject;
    const bool better = (fuller && !mention.refers_to) || (calls && !record.has_name);
    if (!agent.name.empty() && (!better || agent.publisher || (!calls && record.has_name))) return;
    record.has_name = calls;
    agent.name = written_name(article, mention);
    record.fullest = length;
    record.oblique = oblique;
    record.own_names = mention.proper.size();
}

}  // namespace

void learn(AgentTable& table, AgentId id, const Mention& mention) {
    const Article& article = table.article();
    Agent& agent = table.agent(id);
    AgentRecord& record = table.record(id);
    record.indefinite = mention.tokens.size() == 1 && article.has(mention.tokens.begin, Known::indefinite_pronoun);
    table.mention(id, mention.tokens);
    if (mention.issued) table.issued(id, mention.paper_noun);
    learn_agreement(table, id, mention);
    if (mention.pronoun) return;
    const bool headline_only = record.headline;
    const Beside beside{.other_head = !names_show(article) && !shares_head(table, mention, id),
                        .offices = mention.joint && !record.joint && !record.proper.empty() && mention.proper.empty()};
    // "Acme said", then "the company": no person.
    if (record.assumed && mention.kind == AgentKind::organisation) agent.kind = AgentKind::organisation;
    if (mention.kind != AgentKind::unknown) record.assumed = false;
    if (record.field.empty() && !mention.joint) record.field = field_of(article, mention);
    if (called_by_surname(table, id, mention)) agent.kind = AgentKind::person;
    learn_own_name(table, id, mention);
    learn_words(table, id, mention);
    learn_description(table, id, mention, beside);
    learn_kind(table, id, mention, headline_only);
    learn_name(table, id, mention, beside);
}

void learn_own_name(AgentTable& table, AgentId id, const Mention& mention) {
    Agent& agent = table.agent(id);
    AgentRecord& record = table.record(id);
    if (!mention.alias.empty()) {
        record.alias = mention.alias;
        if (agent.kind == AgentKind::person && mention.alias == record.words) agent.kind = AgentKind::organisation;
    }
    if (mention.own.empty()) return;
    const bool paper = mention.kind == AgentKind::outlet;
    const bool taken_for_another = agent.kind != AgentKind::outlet && agent.kind != AgentKind::document &&
                                   (!paper || agent.kind != AgentKind::organisation);
    if (taken_for_another && mention.own == record.words)
        agent.kind = paper ? AgentKind::outlet : AgentKind::organisation;
    record.own = mention.own;
}

void learn_that_speaks(AgentTable& table, AgentId id) {
    Agent& agent = table.agent(id);
    if (agent.kind != AgentKind::unknown || !agent.named) return;
    agent.kind = AgentKind::person;
    table.record(id).assumed = true;
}

void learn_voice(AgentTable& table, AgentId id, language::Agreement verb) {
    AgentRecord& record = table.record(id);
    const language::Lexicon& lexicon = table.article().pack->lexicon;
    // Before its subject a verb is singular whatever that is, and feminine for several things: قالت مصادر. What has a
    // feminine verb and no gender that is known is feminine: القوى, and no he.
    const bool unknown =
        record.agreement.gender == language::Gender::any && !record.joint &&
        verb.gender == language::Gender::feminine && record.agreement.number == language::Number::any &&
        std::ranges::none_of(record.heads, [&](std::string_view head) { return lexicon.has(head, Known::quantifier); });
    if (!(is_one_person(table, id) || unknown) || verb.person != language::Person::third ||
        verb.gender == language::Gender::any)
        return;
    // Her office may have taken the masculine before (قال عضو المجلس), but no man the feminine.
    if (record.voice == language::Gender::any || verb.gender == language::Gender::feminine) record.voice = verb.gender;
}

}  // namespace rawi::sources
