#include "sources/agent_traits.hpp"

#include <algorithm>

namespace rawi::sources {

using detection::Known;

namespace {

/// The country that the word is, or tells that somebody is from: its code.
std::string_view country_of(const language::Lexicon& lexicon, std::string_view word) {
    const language::WordId id = lexicon.find(word);
    if (id == language::unknown_word) return {};
    for (const Known known : {Known::origin, Known::state}) {
        if (!lexicon.classes(id).test(language::index_of(known))) continue;
        for (const auto& [value_of, value] : lexicon.word(id).values) {
            if (value_of == language::index_of(known)) return value;
        }
    }
    return {};
}

/// العراق: a country, of which nothing is said in the plural.
bool country(const AgentTable& table, AgentId id) {
    const Article& article = table.article();
    const AgentRecord& record = table.record(id);
    return !record.joint && record.words.size() == 1 &&
           (article.pack->lexicon.has(record.words.front(), Known::state) ||
            article.pack->lexicon.has(record.words.front(), Known::place));
}

}  // namespace

language::Agreement agreement_of(const AgentTable& table, AgentId id) {
    const AgentRecord& record = table.record(id);
    language::Agreement found = record.agreement;
    if (record.voice != language::Gender::any) found.gender = record.voice;
    if (table.article().pack->heads_first && found.number == language::Number::any &&
        (is_one_person(table, id) || country(table, id)))
        found.number = language::Number::singular;
    return found;
}

bool is_one_person(const AgentTable& table, AgentId id) {
    const AgentRecord& record = table.record(id);
    return is_named_person(table, id) && !record.proper.empty() &&
           record.agreement.number != language::Number::plural && record.agreement.number != language::Number::dual;
}

bool is_named_person(const AgentTable& table, AgentId id) {
    const Agent& agent = table.agent(id);
    return agent.kind == AgentKind::person && agent.named && !table.record(id).joint;
}

bool described_only(const AgentTable& table, AgentId id) {
    const Agent& agent = table.agent(id);
    const AgentRecord& record = table.record(id);
    return agent.kind == AgentKind::role && !agent.named && !record.joint && record.proper.empty() &&
           record.agreement.number == language::Number::singular;
}

bool plainly_people(const AgentTable& table, AgentId id) {
    const Article& article = table.article();
    static const language::ClassSet people =
        language::set_of({Known::role_noun, Known::human_noun, Known::title, Known::source_noun, Known::given_name});
    const Agent& agent = table.agent(id);
    const AgentRecord& record = table.record(id);
    if (agent.kind == AgentKind::person && agent.named && record.words.size() > 1) return true;
    if (!is_somebody(agent.kind) || record.possessed) return false;
    return std::ranges::any_of(record.heads, [&](std::string_view head) {
        return (article.pack->lexicon.classes(article.pack->lexicon.find(head)) & people).any();
    });
}

bool by_name_alone(const AgentTable& table, AgentId id) {
    const Article& article = table.article();
    static const language::ClassSet descriptions = language::set_of(
        {Known::role_noun, Known::human_noun, Known::title, Known::organisation_noun, Known::group_noun,
         Known::source_noun, Known::quantifier, Known::state, Known::place, Known::pronoun});
    const AgentRecord& record = table.record(id);
    const Agent& agent = table.agent(id);
    constexpr std::size_t longest = 3;  // words
    return agent.named && !agent.publisher && record.state.empty() && !record.joint && !record.possessed &&
           record.words.size() <= longest && record.principal.empty() &&
           std::ranges::none_of(record.described, [&](std::string_view word) {
               const language::WordId known = article.pack->lexicon.find(word);
               return known != language::unknown_word && !article.pack->lexicon.has(word, Known::name) &&
                      (article.pack->lexicon.classes(known) & descriptions).any();
           });
}

bool outlet_without_name(const AgentTable& table, AgentId id) {
    const Agent& outlet = table.agent(id);
    const AgentRecord& record = table.record(id);
    if (outlet.kind != AgentKind::outlet || outlet.named || outlet.publisher || record.possessed ||
        record.agreement.number == language::Number::plural)
        return false;
    return record.headline || (!table.lead().empty() && !outlet.mentions.empty() &&
                               outlet.mentions.front().end <= table.article().span_of(table.lead()).end);
}

bool shares_head(const AgentTable& table, const Mention& mention, AgentId id) {
    const Words& known = table.record(id).heads;
    return std::ranges::any_of(mention.heads, [&](std::string_view head) { return holds(known, head); });
}

bool heads_agree(const AgentTable& table, const Mention& mention, AgentId id) {
    if (!table.article().pack->heads_first) return true;
    const AgentRecord& record = table.record(id);
    if (shares_head(table, mention, id)) return true;
    // شركة «المرسى» and «المرسى»
    if ((!record.own.empty() && record.own == mention.words) || (!mention.own.empty() && mention.own == record.words))
        return true;
    // The headline names the paper alone (لوتان: ...), the text says what it is (صحيفة لوتان السويسرية).
    const AgentKind kind = table.agent(id).kind;
    if (record.headline && mention.kind == AgentKind::outlet && mention.named && kind != AgentKind::role)
        return record.state.empty();
    return is_somebody(kind) && mention.kind == AgentKind::person;
}

bool principal_of(const AgentTable& table, const Mention& mention, AgentId id) {
    const AgentRecord& record = table.record(id);
    return !mention.proper.empty() && mention.proper.size() == mention.words.size() && record.proper.empty() &&
           subset(mention.proper, record.principal);
}

bool served_by(const AgentTable& table, const Mention& mention, AgentId id) {
    const AgentRecord& record = table.record(id);
    const auto body = [](const Words& called, const Words& served, const Words& name) {
        return called.size() == 1 && holds(served, called.front()) && !holds(name, called.front());
    };
    return body(mention.words, record.served, record.proper) || body(record.words, mention.served, mention.proper);
}

bool only_completes(const AgentTable& table, const Mention& mention, AgentId id) {
    const AgentRecord& record = table.record(id);
    const AgentKind kind = table.agent(id).kind;
    if (record.joint || mention.joint || shares_head(table, mention, id) || !is_somebody(kind)) return false;
    const auto completes = [](const Words& words, const auto& whole) {
        return !words.empty() && std::ranges::all_of(words, [&](std::string_view word) {
            return holds(whole.beside, word) && !holds(whole.heads, word) && !holds(whole.proper, word);
        });
    };
    // الأسباني
    const bool called = mention.definite && mention.tokens.size() == 1 && mention.words.size() == 1 &&
                        holds(record.epithets, mention.words.front());
    return (!called && completes(mention.words, record)) || completes(record.words, mention);
}

bool fits_epithet(const AgentTable& table, const Mention& mention, AgentId id) {
    const Article& article = table.article();
    const AgentRecord& record = table.record(id);
    const auto tells_origin = [&](std::string_view word) { return article.pack->tells_origin(word); };
    bool comes_from_somewhere = false;
    for (const std::string_view word : record.described) {
        if (holds(record.proper, word) || holds(record.heads, word)) continue;
        comes_from_somewhere =
            comes_from_somewhere || tells_origin(word) || article.pack->lexicon.has(word, Known::place);
    }
    return std::ranges::all_of(mention.words, [&](std::string_view word) {
        return !comes_from_somewhere || holds(mention.heads, word) || !tells_origin(word) ||
               std::ranges::any_of(record.described,
                                   [&](std::string_view one) { return country_root(one) == country_root(word); });
    });
}

bool names_described(const AgentTable& table, const Mention& mention, AgentId id) {
    const AgentRecord& record = table.record(id);
    const Agent& agent = table.agent(id);
    if (!mention.named || !mention.definite || mention.kind != AgentKind::person || mention.proper.empty() ||
        mention.joint || mention.heads.empty() || mention.words.size() <= mention.proper.size() ||
        agent.kind != AgentKind::role || record.joint || !record.proper.empty() || record.heads.empty() ||
        record.heads.front() != mention.heads.front() || !language::agree(record.agreement, mention.agreement))
        return false;
    return std::ranges::all_of(
        mention.words, [&](std::string_view word) { return holds(mention.proper, word) || holds(record.words, word); });
}

bool named_elsewhere(const AgentTable& table, const Mention& name, AgentId id) {
    const Words& own = table.record(id).proper;
    const Words& words = table.record(id).words;
    // مدير الإعلام بسجون المنطقة تركي الحداد: a given name before it makes it this one's.
    const bool given = words.size() > 1 && words.back() == name.proper.back() &&
                       table.article().pack->lexicon.has(*(words.end() - 2), Known::name);
    const bool borne = !own.empty() || given || words == name.words;
    if (borne && language::agree(agreement_of(table, id), name.voice)) return false;
    const auto another = [&](AgentId other) {
        const Words& proper = table.record(other).proper;
        return other != id && table.agent(other).named && !proper.empty() && proper.back() == name.proper.back() &&
               language::agree(agreement_of(table, other), name.voice);
    };
    return first_that(table.remembered(), another).has_value();
}

bool in_full(const AgentTable& table, const Mention& mention, AgentId id) {
    const AgentRecord& record = table.record(id);
    const Agent& agent = table.agent(id);
    if (record.words.empty() || mention.kind != AgentKind::person || !mention.named || mention.joint ||
        table.article().in_headline(mention.tokens.begin))
        return false;
    const bool office = agent.kind == AgentKind::role && !agent.named && !record.joint &&
                        language::agree(record.agreement, {.number = language::Number::singular});
    if (office) return !mention.proper.empty() && shares_head(table, mention, id);
    return agent.kind == AgentKind::person && agent.named && mention.proper.size() > record.words.size() &&
           mention.proper.back() == record.words.back() && subset(record.words, mention.proper);
}

bool by_country(const Article& article, const Mention& mention) {
    return !mention.words.empty() && article.pack->lexicon.has(mention.words.back(), Known::origin);
}

bool bare_body_of(const AgentTable& table, const Mention& mention, AgentId id) {
    const Article& article = table.article();
    const std::uint32_t first = mention.tokens.begin;
    return article.pack->heads_first && mention.kind == AgentKind::organisation && !mention.joint &&
           mention.tokens.size() == 2 && article.tokens[first].definite && article.tokens[first + 1].definite &&
           by_country(article, mention) && shares_head(table, mention, id);
}

bool of_another_country(const AgentTable& table, const Mention& mention, AgentId id) {
    const AgentRecord& record = table.record(id);
    const language::Lexicon& lexicon = table.article().pack->lexicon;
    bool elsewhere = false;
    for (const std::string_view word : mention.words) {
        if (!lexicon.has(word, Known::origin) || holds(mention.proper, word)) continue;
        const std::string_view country = country_of(lexicon, word);
        for (const std::string_view one : record.described) {
            const std::string_view other = holds(record.proper, one) ? std::string_view{} : country_of(lexicon, one);
            if (other == country) return false;
            elsewhere = elsewhere || !other.empty();
        }
    }
    return elsewhere;
}

bool from_elsewhere(const AgentTable& table, const Mention& mention, AgentId id) {
    const Words& places = table.record(id).places;
    return !mention.places.empty() && !places.empty() && !share_a_word(places, mention.places);
}

}  // namespace rawi::sources
