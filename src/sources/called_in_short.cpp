// Whom an office or a body means that is called otherwise than before: by its country's adjective, by its field alone.
#include <algorithm>

#include "sources/agent_table.hpp"
#include "text/characters.hpp"

namespace rawi::sources {

using detection::Known;
using language::Part;

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

bool opens(const Words& whole, const Words& part) {
    return !part.empty() && part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

}  // namespace

/// وزير الداخلية البحريني of فلان وزير الداخلية في البحرين: the only one here who holds the office, of the country
/// itself or by its adjective.
std::optional<AgentId> AgentTable::holder_of_office(const Mention& mention) const {
    // السفير الفرنسي: an office that is a title, too.
    const bool title = mention.kind == AgentKind::person && mention.proper.empty() && !mention.titles.empty();
    if (!(title || mention.described_role()) || !mention.definite || !mention.by_itself() || mention.heads.empty() ||
        mention.words.size() + mention.titles.size() < 2 || mention.several())
        return std::nullopt;
    static const language::ClassSet countries = language::set_of({Known::place, Known::state});
    const language::Lexicon& lexicon = article_.pack->lexicon;
    const auto country = [&](std::string_view word) { return (lexicon.classes(lexicon.find(word)) & countries).any(); };
    const auto origin = [&](std::string_view word) { return article_.pack->tells_origin(word); };
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
                return !holds(record.proper, one) && country_root(one) == country_root(word) &&
                       ((country(one) && origin(word)) || (country(word) && origin(one)));
            });
        });
        if (!holder || !elsewhere) continue;
        if (only) return std::nullopt;
        only = static_cast<AgentId>(i);
    }
    return only;
}

/// Whether the last word is where somebody or something is from: الشركة الأمريكية.
bool AgentTable::by_country(const Mention& mention) const {
    return !mention.words.empty() && article_.pack->lexicon.has(mention.words.back(), Known::origin);
}

/// الشرطة, and then الشرطة السويدية: whether a body called by its noun alone is given its country.
bool AgentTable::bare_body_of(const Mention& mention, AgentId id) const {
    const std::uint32_t first = mention.tokens.begin;
    return article_.pack->heads_first && mention.kind == AgentKind::organisation && !mention.joint &&
           mention.tokens.size() == 2 && article_.tokens[first].definite && article_.tokens[first + 1].definite &&
           by_country(mention) && shares_head(mention, id);
}

/// Whether nothing is known of the agent but a name: ترامب, كوكاكولا.
bool AgentTable::by_name_alone(AgentId id) const {
    static const language::ClassSet descriptions = language::set_of(
        {Known::role_noun, Known::human_noun, Known::title, Known::organisation_noun, Known::group_noun,
         Known::source_noun, Known::quantifier, Known::state, Known::place, Known::pronoun});
    const Record& record = records_[static_cast<std::size_t>(id)];
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    constexpr std::size_t longest = 3;  // words
    return agent.named && !agent.publisher && record.state.empty() && !record.joint && !record.possessed &&
           record.words.size() <= longest && record.principal.empty() &&
           std::ranges::none_of(record.described, [&](std::string_view word) {
               const language::WordId known = article_.pack->lexicon.find(word);
               return known != language::unknown_word && !article_.pack->lexicon.has(word, Known::name) &&
                      (article_.pack->lexicon.classes(known) & descriptions).any();
           });
}

/// الرئيس الأمريكي, where the article has spoken of Trump by his name alone, and of nobody else so: who holds an office
/// for a country is known to all readers.
std::optional<AgentId> AgentTable::named_before(const Mention& mention) const {
    const std::uint32_t first = mention.tokens.begin;
    const std::uint32_t end = mention.tokens.end;
    if (!article_.pack->heads_first || !mention.described_role() || !mention.by_itself() ||
        mention.tokens.size() != 2 || !article_.tokens[first].definite || !article_.has(first, Known::role_noun) ||
        !article_.tokens[first + 1].definite || !by_country(mention) ||
        mention.agreement.number == language::Number::plural)
        return std::nullopt;
    // الرئيس الإيراني، حسن روحاني
    if (end + 1 < article_.tokens.size() && article_.tokens[end].kind == text::CharClass::comma &&
        article_.is(end + 1, Part::proper))
        return std::nullopt;
    std::optional<AgentId> only;
    for (const AgentId id : salient_) {
        const auto i = static_cast<std::size_t>(id);
        const bool known = records_[i].headline || std::ranges::find(recent_, id) != recent_.end();
        if (!known || agents_[i].kind != AgentKind::person || records_[i].proper.empty() || !by_name_alone(id) ||
            agreement(id).number == language::Number::plural || !language::agree(agreement(id), mention.agreement))
            continue;
        if (only) return std::nullopt;
        only = id;
    }
    return only;
}

/// "كوكاكولا said", then الشركة: a body that has been called by its name alone, where none has been called so.
std::optional<AgentId> AgentTable::body_by_name(const Mention& mention) const {
    const std::uint32_t first = mention.tokens.begin;
    const std::size_t size = mention.tokens.size();
    if (!article_.pack->heads_first || mention.kind != AgentKind::organisation || mention.joint || mention.another ||
        mention.possessed || mention.heads.size() != 1 || size > 2 || !article_.tokens[first].definite ||
        !article_.has(first, Known::called_body) || mention.agreement.number == language::Number::plural ||
        (size == 2 && !(article_.tokens[first + 1].definite && by_country(mention))))
        return std::nullopt;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        if (holds(records_[i].heads, mention.heads.front())) return std::nullopt;
    }
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        const Record& record = records_[static_cast<std::size_t>(*it)];
        const AgentKind kind = agents_[static_cast<std::size_t>(*it)].kind;
        // Who has a feminine verb and a name that no woman has is a body.
        const bool person = kind == AgentKind::person && (record.voice != language::Gender::feminine ||
                                                          std::ranges::any_of(record.words, [this](std::string_view w) {
                                                              return article_.pack->lexicon.has(w, Known::name);
                                                          }));
        if ((kind != AgentKind::person && kind != AgentKind::organisation) || person || !by_name_alone(*it)) continue;
        return language::agree(agreement(*it), mention.agreement) ? std::optional(*it) : std::nullopt;
    }
    return std::nullopt;
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

/// What a body is for, behind the nouns that say what it is: الطيران المدني of الهيئة العامة للطيران المدني.
Words AgentTable::field_of(const Mention& mention) const {
    Words field;
    // المصارف are not اتحاد المصارف.
    if (!article_.pack->heads_first || mention.kind != AgentKind::organisation || mention.joint ||
        mention.heads.empty() || article_.has(mention.tokens.begin, Known::association))
        return field;
    const auto letter = [&](std::uint32_t i) {
        return i < mention.tokens.end && article_.tokens[i].kind == text::CharClass::letter;
    };
    std::uint32_t i = mention.tokens.begin;
    while (letter(i) && article_.has(i, Known::organisation_noun) && !article_.has(i, Known::personal_body)) ++i;
    std::uint32_t behind = i;
    while (letter(behind) && article_.is(behind, Part::adjective)) ++behind;
    if (letter(behind) && article_.has(behind, Known::preposition)) i = behind;
    const std::uint32_t what = i - mention.tokens.begin;
    for (std::uint32_t word = what; what != 0 && word < mention.words.size(); ++word)
        field.push_back(mention.words[word]);
    return field;
}

/// Whether nothing but what a body may be for stands there: no name, and nobody.
bool AgentTable::field_alone(const Words& words) const {
    static const language::ClassSet names = language::set_of({Known::name, Known::place, Known::state, Known::outlet});
    static const language::ClassSet heads =
        language::set_of({Known::organisation_noun, Known::human_noun, Known::role_noun, Known::source_noun,
                          Known::outlet_noun, Known::document_noun, Known::collective_noun});
    return std::ranges::all_of(words, [&](std::string_view word) {
        const language::WordId id = article_.pack->lexicon.find(word);
        const language::ClassSet& classes = article_.pack->lexicon.classes(id);
        return id != language::unknown_word && (classes & names).none() &&
               (word != words.front() || (classes & heads).none());
    });
}

/// "المركزي" of البنك المركزي: a body by its field alone, behind its name.
std::optional<AgentId> AgentTable::called_by_field(const Mention& mention) const {
    const std::uint32_t first = mention.tokens.begin;
    const bool quoted = first > 0 && article_.opens(first - 1) != detection::none;
    if (names_show(article_) || mention.words.empty() || !mention.by_itself() || mention.kind == AgentKind::outlet ||
        mention.kind == AgentKind::document || !article_.tokens[first].definite ||
        (by_origin_alone(mention.words) && !quoted))
        return std::nullopt;
    return only_body_for(mention.words);
}

/// «الأرصاد» in the headline, هيئة الأرصاد below it: those who may be called so there, each with its body.
std::vector<std::pair<AgentId, AgentId>> AgentTable::bodies_of_headline() const {
    std::vector<std::pair<AgentId, AgentId>> found;
    if (names_show(article_)) return found;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const Record& record = records_[i];
        const AgentKind kind = agents_[i].kind;
        if (record.joint || !record.field.empty() || agents_[i].publisher || kind == AgentKind::outlet ||
            kind == AgentKind::document || by_origin_alone(record.words))
            continue;
        if (const auto body = only_body_for(record.words)) found.emplace_back(static_cast<AgentId>(i), *body);
    }
    return found;
}

std::optional<AgentId> AgentTable::only_body_for(const Words& field) const {
    if (!field_alone(field)) return std::nullopt;
    std::optional<AgentId> only;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        if (agents_[i].kind != AgentKind::organisation || !opens(records_[i].field, field)) continue;
        if (only) return std::nullopt;
        only = static_cast<AgentId>(i);
    }
    return only;
}

/// One word that may be where somebody is from: السوري is no body.
bool AgentTable::by_origin_alone(const Words& words) const {
    return words.size() == 1 && article_.pack->tells_origin(words.front());
}

}  // namespace rawi::sources
