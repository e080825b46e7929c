#include "sources/described_agents.hpp"

#include <algorithm>

#include "language/folding.hpp"
#include "sources/agent_traits.hpp"
#include "sources/issued_papers.hpp"
#include "sources/meant_by_kind.hpp"
#include "text/characters.hpp"

namespace rawi::sources {

using detection::Known;

namespace {

/// A foreign name without what every writer of it sets otherwise: vowels behind the first letter, letters twice.
std::string skeleton(std::string_view name, std::string_view weak) {
    std::string bare;
    std::string_view last;
    for (std::uint32_t at = 0; at < name.size();) {
        const std::uint32_t begin = at;
        (void)text::next_code_point(name, at);
        const std::string_view letter = name.substr(begin, at - begin);
        if ((begin != 0 && weak.find(letter) != std::string_view::npos) || letter == last) continue;
        bare += letter;
        last = letter;
    }
    return bare;
}

}  // namespace

std::optional<AgentId> find_office(const AgentTable& table, const Mention& mention) {
    if (!mention.state.empty() && mention.kind != AgentKind::outlet) {
        const auto capital = [&](AgentId id) { return table.record(id).state == mention.state; };
        if (const auto state = first_that(table.remembered(), capital)) return state;
    }
    if (const auto highness = addressed(table, mention)) return highness;
    // "The statement said": whoever issued a statement says so, whoever has issued a report since.
    return issuer_of(table, mention);
}

std::optional<AgentId> surname_of_outlet(const AgentTable& table, const Mention& mention) {
    if (mention.words.size() != 1 || mention.tokens.size() != 1) return std::nullopt;
    std::optional<AgentId> person;
    for (const AgentId id : table.remembered()) {
        if (table.agent(id).kind == AgentKind::outlet && table.agent(id).outlet_id == mention.outlet_key)
            return std::nullopt;
        const Words& proper = table.record(id).proper;
        if (table.agent(id).kind == AgentKind::person && proper.size() > 1 && proper.back() == mention.words.front())
            person = id;
    }
    return person;
}

std::optional<AgentId> called_otherwise(const AgentTable& table, const Mention& mention) {
    if (mention.words.empty() || mention.joint || mention.possessed || mention.kind == AgentKind::outlet ||
        mention.kind == AgentKind::document)
        return std::nullopt;
    // شركة "المرسى" المملوكة لسالم, شركة "المرسى" للنقل
    const bool quoted = !mention.own.empty() && !mention.heads.empty() && mention.tokens.size() > 1 &&
                        table.article().tokens[mention.tokens.begin + 1].kind == text::CharClass::quote;
    for (const AgentId id : last_to_first(table.remembered())) {
        const AgentRecord& record = table.record(id);
        if (record.joint || table.agent(id).kind == AgentKind::outlet) continue;
        const bool first = record.own.size() > 1 && mention.words.size() == 1 && mention.named &&
                           mention.words.front() == record.own.front();
        // The name alone need not agree with the noun that says what it is: منظمة, but الصليب الأحمر.
        if ((!record.own.empty() && record.own == mention.words) ||
            (!mention.own.empty() && mention.own == record.words) ||
            (!record.alias.empty() && record.alias == mention.words) ||
            (!mention.alias.empty() && mention.alias == record.words) || first ||
            (quoted && mention.own == record.own && holds(record.heads, mention.heads.front())))
            return id;
    }
    return std::nullopt;
}

std::optional<AgentId> spelled_otherwise(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    constexpr std::size_t shortest = 4, consonants = 3, cut = 3;  // letters
    const bool alone = mention.proper.size() == mention.words.size();
    const bool person = mention.kind == AgentKind::person && mention.proper.size() > 1;
    if (article.pack->weak_letters.empty() || mention.proper.empty() || mention.joint ||
        mention.kind == AgentKind::outlet || !(alone || person))
        return std::nullopt;
    const language::Lexicon& lexicon = article.pack->lexicon;
    const auto folded = [&](std::string_view name) {
        std::string word(name);
        language::fold_ending(word, *article.pack);
        return word;
    };
    const auto alike = [&](std::string_view a, std::string_view b) {
        constexpr std::size_t first = 2;  // bytes: an ending leaves the beginning as it is
        if (a == b || (a.substr(0, first) == b.substr(0, first) && folded(a) == folded(b)))
            return true;  // أسامة, أسامه
        if (text::letters_in(a) < shortest || text::letters_in(b) < shortest ||
            (lexicon.has(a, Known::name) && lexicon.has(b, Known::name)))
            return false;
        const std::string bones = skeleton(a, article.pack->weak_letters);
        return text::letters_in(bones) >= consonants && bones == skeleton(b, article.pack->weak_letters);
    };
    const auto short_for = [&](std::string_view clipped, std::string_view full) {
        return mention.proper.size() == 1 && text::letters_in(clipped) >= shortest &&
               text::letters_in(full) >= text::letters_in(clipped) + cut && full.starts_with(clipped) &&
               lexicon.find(clipped) == language::unknown_word;
    };
    return only_that(table.remembered(), [&](AgentId id) {
        const AgentRecord& record = table.record(id);
        if (record.proper.empty() || !is_named_person(table, id) ||
            !language::agree(agreement_of(table, id), mention.agreement))
            return false;
        const Words& fewer = mention.proper.size() <= record.proper.size() ? mention.proper : record.proper;
        const Words& more = &fewer == &mention.proper ? record.proper : mention.proper;
        // محمد عبدالعزيز is not محمد بن نايف بن عبدالعزيز: "son of", his father's name.
        const bool father = fewer.size() > 1 && lexicon.has(more[more.size() - 2], Known::lineage) &&
                            !lexicon.has(fewer[fewer.size() - 2], Known::lineage);
        const auto in_more = [&](std::string_view word) {
            return std::ranges::any_of(more, [&](std::string_view one) { return alike(word, one); });
        };
        const bool same = (alone || fewer.size() > 1) && !father && alike(fewer.back(), more.back()) &&
                          std::ranges::all_of(fewer, in_more);
        return same || short_for(mention.proper.front(), record.proper.back());
    });
}

std::optional<AgentId> titled_before(const AgentTable& table, const Mention& mention) {
    if (mention.kind != AgentKind::person || mention.proper.empty() || mention.joint || mention.titles.empty() ||
        mention.words.size() != mention.proper.size())
        return std::nullopt;
    return first_that(table.salient().latest_first(), [&](AgentId id) {
        const AgentRecord& record = table.record(id);
        return table.agent(id).kind == AgentKind::role && !record.joint && record.proper.empty() &&
               record.words.size() == 1 && holds(mention.titles, record.words.front()) &&
               language::agree(record.agreement, mention.agreement);
    });
}

std::optional<AgentId> only_one_called(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    // دراسة, then الدراسة الجديدة; or هذه الدراسة, whatever else describes it.
    const bool document = mention.kind == AgentKind::document;
    const bool pointed = mention.tokens.begin > 0 && article.has(mention.tokens.begin - 1, Known::definite);
    if ((mention.kind != AgentKind::role && !document) || mention.named || !mention.definite || !mention.by_itself() ||
        mention.heads.size() != 1 || mention.tokens.size() != 2 ||
        mention.agreement.number == language::Number::plural ||
        !(article.is(mention.tokens.begin + 1, language::Part::adjective) ||
          (!document && article.tokens[mention.tokens.begin].definite &&
           article.tokens[mention.tokens.begin + 1].definite &&
           article.pack->tells_origin(article.normal_of(mention.tokens.begin + 1)))))
        return std::nullopt;
    std::optional<AgentId> only;
    bool several = false;
    for (const AgentId id : table.remembered()) {
        const AgentRecord& record = table.record(id);
        if (!holds(record.heads, mention.heads.front())) continue;
        const bool fits = document
                              ? table.agent(id).kind == AgentKind::document && (pointed || record.words.size() == 1)
                              : table.agent(id).kind == AgentKind::person && table.agent(id).named;
        // الرئيس الروسي فلان is not the French one.
        if (!document && fits && !record.joint && of_another_country(table, mention, id)) continue;
        if (record.joint || !fits || !language::agree(record.agreement, mention.agreement) ||
            of_another_country(table, mention, id))
            return std::nullopt;
        several = several || only;
        only = id;
    }
    if (!several) return only;
    if (document) return std::nullopt;
    // Of several trainers the one who has spoken.
    return only_that(table.speakers(), [&](AgentId id) {
        return holds(table.record(id).heads, mention.heads.front()) && !of_another_country(table, mention, id);
    });
}

std::optional<AgentId> only_one_surnamed(const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    if (mention.several()) return std::nullopt;
    const bool person = mention.kind == AgentKind::person || mention.kind == AgentKind::role;
    if (!person || mention.joint || mention.another || mention.possessed || mention.proper.size() != 1 ||
        mention.words.size() + mention.titles.size() < 2)
        return std::nullopt;
    const std::uint32_t first = mention.tokens.begin;
    const bool office = mention.definite && article.tokens[first].definite;
    // صالح الصماد: two names that are not both known.
    const std::uint32_t second = first + 1;
    static const language::ClassSet places = language::set_of({Known::place, Known::state});
    const bool more =
        second < mention.tokens.end && article.tokens[second].kind == text::CharClass::letter &&
        !article.is(second, language::Part::verb) && !article.has(second, places) &&
        (article.tokens[second].word == language::unknown_word || article.is(second, language::Part::proper));
    const bool described = !more && article.is(first, language::Part::proper) &&
                           article.normal_of(first).ends_with(mention.proper.front());
    if (!office && !described) return std::nullopt;
    const language::Lexicon& lexicon = article.pack->lexicon;
    std::optional<AgentId> only;
    for (const AgentId id : table.remembered()) {
        const AgentRecord& record = table.record(id);
        if (record.proper.size() < 2 || record.proper.back() != mention.proper.front()) continue;
        // "Son of": his father's name.
        const std::string_view before = record.proper[record.proper.size() - 2];
        if (lexicon.has(before, Known::lineage)) continue;
        if (only || !is_named_person(table, id) || !language::agree(agreement_of(table, id), mention.agreement))
            return std::nullopt;
        only = id;
    }
    return only;
}

}  // namespace rawi::sources
