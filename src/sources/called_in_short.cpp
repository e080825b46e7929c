#include "sources/called_in_short.hpp"

#include <algorithm>

#include "sources/agent_traits.hpp"
#include "text/characters.hpp"

namespace rawi::sources {

using detection::Known;
using language::Part;

namespace {

bool opens(const Words& whole, const Words& part) {
    return !part.empty() && part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

/// Whether nothing but what a body may be for stands there: no name, and nobody.
bool field_alone(const Article& article, const Words& words) {
    static const language::ClassSet names = language::set_of({Known::name, Known::place, Known::state, Known::outlet});
    static const language::ClassSet heads =
        language::set_of({Known::organisation_noun, Known::human_noun, Known::role_noun, Known::source_noun,
                          Known::outlet_noun, Known::document_noun, Known::collective_noun});
    return std::ranges::all_of(words, [&](std::string_view word) {
        const language::WordId id = article.pack->lexicon.find(word);
        const language::ClassSet& classes = article.pack->lexicon.classes(id);
        return id != language::unknown_word && (classes & names).none() &&
               (word != words.front() || (classes & heads).none());
    });
}

std::optional<AgentId> only_body_for(const AgentTable& table, const Words& field) {
    if (!field_alone(table.article(), field)) return std::nullopt;
    return only_that(table.remembered(), [&](AgentId id) {
        return table.agent(id).kind == AgentKind::organisation && opens(table.record(id).field, field);
    });
}

/// One word that may be where somebody is from: السوري is no body.
bool by_origin_alone(const Article& article, const Words& words) {
    return words.size() == 1 && article.pack->tells_origin(words.front());
}

}  // namespace

std::optional<AgentId> holder_of_office(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    // السفير الفرنسي: an office that is a title, too.
    const bool title = mention.kind == AgentKind::person && mention.proper.empty() && !mention.titles.empty();
    if (!(title || mention.described_role()) || !mention.definite || !mention.by_itself() || mention.heads.empty() ||
        mention.words.size() + mention.titles.size() < 2 || mention.several())
        return std::nullopt;
    static const language::ClassSet countries = language::set_of({Known::place, Known::state});
    const language::Lexicon& lexicon = article.pack->lexicon;
    const auto country = [&](std::string_view word) { return (lexicon.classes(lexicon.find(word)) & countries).any(); };
    const auto origin = [&](std::string_view word) { return article.pack->tells_origin(word); };
    std::optional<AgentId> only;
    for (const AgentId id : table.remembered()) {
        const AgentRecord& record = table.record(id);
        if (table.agent(id).kind != AgentKind::person || !table.agent(id).named || record.joint ||
            !holds(record.heads, mention.heads.front()) || !language::agree(record.agreement, mention.agreement))
            continue;
        bool elsewhere = false;
        const bool holder = std::ranges::all_of(mention.words, [&](std::string_view word) {
            if (holds(record.words, word)) return true;
            elsewhere = true;
            return std::ranges::any_of(record.words, [&](std::string_view one) {
                return !holds(record.proper, one) && country_root(one) == country_root(word) &&
                       ((country(one) && origin(word)) || (country(word) && origin(one)));
            });
        });
        if (!holder || !elsewhere) continue;
        if (only) return std::nullopt;
        only = id;
    }
    return only;
}

std::optional<AgentId> named_before(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    const std::uint32_t first = mention.tokens.begin;
    const std::uint32_t end = mention.tokens.end;
    if (!article.pack->heads_first || !mention.described_role() || !mention.by_itself() || mention.tokens.size() != 2 ||
        !article.tokens[first].definite || !article.has(first, Known::role_noun) ||
        !article.tokens[first + 1].definite || !by_country(article, mention) ||
        mention.agreement.number == language::Number::plural)
        return std::nullopt;
    // الرئيس الإيراني، حسن روحاني
    if (end + 1 < article.tokens.size() && article.tokens[end].kind == text::CharClass::comma &&
        article.is(end + 1, Part::proper))
        return std::nullopt;
    return only_that(table.salient(), [&](AgentId id) {
        const bool known =
            table.record(id).headline || std::ranges::find(table.speakers(), id) != table.speakers().end();
        if (!known || table.agent(id).kind != AgentKind::person || table.record(id).proper.empty() ||
            !by_name_alone(table, id))
            return false;
        const language::Agreement agreement = agreement_of(table, id);
        return agreement.number != language::Number::plural && language::agree(agreement, mention.agreement);
    });
}

std::optional<AgentId> body_by_name(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    const std::uint32_t first = mention.tokens.begin;
    const std::size_t size = mention.tokens.size();
    if (!article.pack->heads_first || mention.kind != AgentKind::organisation || mention.joint || mention.another ||
        mention.possessed || mention.heads.size() != 1 || size > 2 || !article.tokens[first].definite ||
        !article.has(first, Known::called_body) || mention.agreement.number == language::Number::plural ||
        (size == 2 && !(article.tokens[first + 1].definite && by_country(article, mention))))
        return std::nullopt;
    for (const AgentId id : table.remembered()) {
        if (holds(table.record(id).heads, mention.heads.front())) return std::nullopt;
    }
    for (const AgentId id : table.salient().latest_first()) {
        const AgentRecord& record = table.record(id);
        const AgentKind kind = table.agent(id).kind;
        // Who has a feminine verb and a name that no woman has is a body.
        const bool person = kind == AgentKind::person && (record.voice != language::Gender::feminine ||
                                                          std::ranges::any_of(record.words, [&](std::string_view w) {
                                                              return article.pack->lexicon.has(w, Known::name);
                                                          }));
        if ((kind != AgentKind::person && kind != AgentKind::organisation) || person || !by_name_alone(table, id))
            continue;
        return language::agree(agreement_of(table, id), mention.agreement) ? std::optional(id) : std::nullopt;
    }
    return std::nullopt;
}

Words field_of(const Article& article, const Mention& mention) {
    Words field;
    // المصارف are not اتحاد المصارف.
    if (!article.pack->heads_first || mention.kind != AgentKind::organisation || mention.joint ||
        mention.heads.empty() || article.has(mention.tokens.begin, Known::association))
        return field;
    const auto letter = [&](std::uint32_t i) {
        return i < mention.tokens.end && article.tokens[i].kind == text::CharClass::letter;
    };
    std::uint32_t i = mention.tokens.begin;
    while (letter(i) && article.has(i, Known::organisation_noun) && !article.has(i, Known::personal_body)) ++i;
    std::uint32_t behind = i;
    while (letter(behind) && article.is(behind, Part::adjective)) ++behind;
    if (letter(behind) && article.has(behind, Known::preposition)) i = behind;
    const std::uint32_t what = i - mention.tokens.begin;
    for (std::uint32_t word = what; what != 0 && word < mention.words.size(); ++word)
        field.push_back(mention.words[word]);
    return field;
}

std::optional<AgentId> called_by_field(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    const std::uint32_t first = mention.tokens.begin;
    const bool quoted = first > 0 && article.opens(first - 1) != detection::none;
    if (names_show(article) || mention.words.empty() || !mention.by_itself() || mention.kind == AgentKind::outlet ||
        mention.kind == AgentKind::document || !article.tokens[first].definite ||
        (by_origin_alone(article, mention.words) && !quoted))
        return std::nullopt;
    return only_body_for(table, mention.words);
}

std::vector<std::pair<AgentId, AgentId>> bodies_of_headline(const AgentTable& table) {
    const Article& article = table.article();
    std::vector<std::pair<AgentId, AgentId>> found;
    if (names_show(article)) return found;
    for (const AgentId id : table.remembered()) {
        const AgentRecord& record = table.record(id);
        const AgentKind kind = table.agent(id).kind;
        if (record.joint || !record.field.empty() || table.agent(id).publisher || kind == AgentKind::outlet ||
            kind == AgentKind::document || by_origin_alone(article, record.words))
            continue;
        if (const auto body = only_body_for(table, record.words)) found.emplace_back(id, *body);
    }
    return found;
}

}  // namespace rawi::sources
