// Whom an office means that is called otherwise than before: by its country's adjective.
#include <algorithm>

#include "sources/agent_table.hpp"
#include "text/characters.hpp"

namespace rawi::sources {

using detection::Known;

namespace {

/// Its first letters, which a country and its people have in common: فرنسا, فرنسي.
std::string_view root_of(std::string_view word) {
    constexpr std::size_t root = 3;
    std::uint32_t at = 0;
    for (std::size_t letter = 0; letter < root && at < word.size(); ++letter) (void)text::next_code_point(word, at);
    return word.substr(0, at);
}

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

}  // namespace

/// وزير الداخلية البحريني of فلان وزير الداخلية في البحرين: the only one here who holds the office, of the country itself or
/// by its adjective.
std::optional<AgentId> AgentTable::holder_of_office(const Mention& mention) const {
    const language::Number number = mention.agreement.number;
    // السفير الفرنسي: an office that is a title, too.
    const bool title = mention.kind == AgentKind::person && mention.proper.empty() && !mention.titles.empty();
    if (!(title || (mention.kind == AgentKind::role && !mention.named)) || !mention.definite || mention.joint ||
        mention.another || mention.possessed || mention.refers_to || mention.heads.empty() ||
        mention.words.size() + mention.titles.size() < 2 || number == language::Number::plural ||
        number == language::Number::dual)
        return std::nullopt;
    static const language::ClassSet countries = language::set_of({Known::place, Known::state});
    const language::Lexicon& lexicon = article_.pack->lexicon;
    const auto country = [&](std::string_view word) { return (lexicon.classes(lexicon.find(word)) & countries).any(); };
    const auto origin = [&](std::string_view word) {
        return std::ranges::any_of(article_.pack->origin_endings, [&](const auto& one) { return word.ends_with(one); });
    };
    std::optional<AgentId> only;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const Record& record = records_[i];
        if (agents_[i].kind != AgentKind::person || !agents_[i].named || record.joint ||
            !holds(record.heads, mention.heads.front()) || !language::agree(record.agreement, mention.agreement))
            continue;
        bool elsewhere = false;
        const bool holder = std::ranges::all_of(mention.words, [&](std::string_view word) {
            if (holds(record.words, word)) return true;
            elsewhere = true;
            return std::ranges::any_of(record.words, [&](std::string_view one) {
                return !holds(record.proper, one) && root_of(one) == root_of(word) &&
                       ((country(one) && origin(word)) || (country(word) && origin(one)));
            });
        });
        if (!holder || !elsewhere) continue;
        if (only) return std::nullopt;
        only = static_cast<AgentId>(i);
    }
    return only;
}

/// الرئيس الأمريكي is not الرئيس الإيراني فلان: whether they are said to be of different countries.
bool AgentTable::of_another_country(const Mention& mention, AgentId id) const {
    const Record& record = records_[static_cast<std::size_t>(id)];
    const language::Lexicon& lexicon = article_.pack->lexicon;
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

}  // namespace rawi::sources
