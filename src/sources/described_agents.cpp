// Whom an office, a surname or a description means that is no name known in full.
#include <algorithm>

#include "language/folding.hpp"
#include "sources/agent_table.hpp"
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

/// ميتشيل of مايك ميتشل, ريجي of ريجيكامب: a name alone that the article spells in two ways, or cuts short. Of names
/// that the pack lists one letter tells two people apart: سالم, سليم. A name of two words need not stand alone: الفنان
/// سالم الحداد is المخرج الليبي سالم الحداد.
std::optional<AgentId> AgentTable::spelled_otherwise(const Mention& mention) const {
    constexpr std::size_t shortest = 4, consonants = 3, cut = 3;  // letters
    const bool alone = mention.proper.size() == mention.words.size();
    const bool person = mention.kind == AgentKind::person && mention.proper.size() > 1;
    if (article_.pack->weak_letters.empty() || mention.proper.empty() || mention.joint ||
        mention.kind == AgentKind::outlet || !(alone || person))
        return std::nullopt;
    const language::Lexicon& lexicon = article_.pack->lexicon;
    const auto folded = [this](std::string_view name) {
        std::string word(name);
        language::fold_ending(word, *article_.pack);
        return word;
    };
    const auto alike = [&](std::string_view a, std::string_view b) {
        constexpr std::size_t first = 2;  // bytes: an ending leaves the beginning as it is
        if (a == b || (a.substr(0, first) == b.substr(0, first) && folded(a) == folded(b)))
            return true;  // أسامة, أسامه
        if (text::letters_in(a) < shortest || text::letters_in(b) < shortest ||
            (lexicon.has(a, Known::name) && lexicon.has(b, Known::name)))
            return false;
        const std::string bones = skeleton(a, article_.pack->weak_letters);
        return text::letters_in(bones) >= consonants && bones == skeleton(b, article_.pack->weak_letters);
    };
    const auto short_for = [&](std::string_view clipped, std::string_view full) {
        return mention.proper.size() == 1 && text::letters_in(clipped) >= shortest &&
               text::letters_in(full) >= text::letters_in(clipped) + cut && full.starts_with(clipped) &&
               lexicon.find(clipped) == language::unknown_word;
    };
    std::optional<AgentId> only;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const Record& record = records_[i];
        if (record.joint || record.proper.empty() || agents_[i].kind != AgentKind::person || !agents_[i].named ||
            !language::agree(agreement(static_cast<AgentId>(i)), mention.agreement))
            continue;
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
        if (!same && !short_for(mention.proper.front(), record.proper.back())) continue;
        if (only) return std::nullopt;
        only = static_cast<AgentId>(i);
    }
    return only;
}

/// A state by its capital, a highness by the form of address, and whoever issued the statement that is spoken of.
std::optional<AgentId> AgentTable::find_office(const Mention& mention) const {
    if (!mention.state.empty() && mention.kind != AgentKind::outlet) {
        for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
            if (records_[i].state == mention.state) return static_cast<AgentId>(i);
        }
    }
    if (const auto highness = addressed(mention)) return highness;
    // "The statement said": whoever issued a statement says so, whoever has issued a report since.
    return issuer_of(mention);
}

/// فوكس of نيكي فوكس: what is listed as an outlet's name, where the article has named a person so and no such outlet.
std::optional<AgentId> AgentTable::surname_of_outlet(const Mention& mention) const {
    if (mention.words.size() != 1 || mention.tokens.size() != 1) return std::nullopt;
    std::optional<AgentId> person;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        if (agents_[i].kind == AgentKind::outlet && agents_[i].outlet_id == mention.outlet_key) return std::nullopt;
        const Words& proper = records_[i].proper;
        if (agents_[i].kind == AgentKind::person && proper.size() > 1 && proper.back() == mention.words.front())
            person = static_cast<AgentId>(i);
    }
    return person;
}

/// المحقق مولر, شاكيري المولود في كوسوفو: a surname and an office or what else describes somebody, whom only one here
/// can be.
std::optional<AgentId> AgentTable::only_one_surnamed(const Mention& mention) const {
    if (mention.several()) return std::nullopt;
    const bool person = mention.kind == AgentKind::person || mention.kind == AgentKind::role;
    if (!person || mention.joint || mention.another || mention.possessed || mention.proper.size() != 1 ||
        mention.words.size() + mention.titles.size() < 2)
        return std::nullopt;
    const std::uint32_t first = mention.tokens.begin;
    const bool office = mention.definite && article_.tokens[first].definite;
    // صالح الصماد: two names that are not both known.
    const std::uint32_t second = first + 1;
    static const language::ClassSet places = language::set_of({Known::place, Known::state});
    const bool more =
        second < mention.tokens.end && article_.tokens[second].kind == text::CharClass::letter &&
        !article_.is(second, language::Part::verb) && !article_.has(second, places) &&
        (article_.tokens[second].word == language::unknown_word || article_.is(second, language::Part::proper));
    const bool described = !more && article_.is(first, language::Part::proper) &&
                           article_.normal_of(first).ends_with(mention.proper.front());
    if (!office && !described) return std::nullopt;
    const language::Lexicon& lexicon = article_.pack->lexicon;
    std::optional<AgentId> only;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const Record& record = records_[i];
        if (record.proper.size() < 2 || record.proper.back() != mention.proper.front()) continue;
        // "Son of": his father's name.
        const std::string_view before = record.proper[record.proper.size() - 2];
        if (lexicon.has(before, Known::lineage)) continue;
        if (only || record.joint || agents_[i].kind != AgentKind::person || !agents_[i].named ||
            !language::agree(agreement(static_cast<AgentId>(i)), mention.agreement))
            return std::nullopt;
        only = static_cast<AgentId>(i);
    }
    return only;
}

/// حماس of حركة المقاومة الإسلامية (حماس), لافارج of شركة "لافارج هولسيم": a body by its other name, or by the first
/// word of its own.
std::optional<AgentId> AgentTable::called_otherwise(const Mention& mention) const {
    if (mention.words.empty() || mention.joint || mention.possessed || mention.kind == AgentKind::outlet ||
        mention.kind == AgentKind::document)
        return std::nullopt;
    // شركة "المرسى" المملوكة لسالم, شركة "المرسى" للنقل
    const bool quoted = !mention.own.empty() && !mention.heads.empty() && mention.tokens.size() > 1 &&
                        article_.tokens[mention.tokens.begin + 1].kind == text::CharClass::quote;
    for (std::size_t i = agents_.size(); i-- > first_remembered();) {
        const Record& record = records_[i];
        if (record.joint || agents_[i].kind == AgentKind::outlet) continue;
        const bool first = record.own.size() > 1 && mention.words.size() == 1 && mention.named &&
                           mention.words.front() == record.own.front();
        // The name alone need not agree with the noun that says what it is: منظمة, but الصليب الأحمر.
        if ((!record.own.empty() && record.own == mention.words) ||
            (!mention.own.empty() && mention.own == record.words) ||
            (!record.alias.empty() && record.alias == mention.words) ||
            (!mention.alias.empty() && mention.alias == record.words) || first ||
            (quoted && mention.own == record.own && holds(record.heads, mention.heads.front())))
            return static_cast<AgentId>(i);
    }
    return std::nullopt;
}

/// المبعوث الأممي, الرئيس الأميركي: an office with an adjective is held by the only one here who has been called so.
std::optional<AgentId> AgentTable::only_one_called(const Mention& mention) const {
    // دراسة, then الدراسة الجديدة; or هذه الدراسة, whatever else describes it.
    const bool document = mention.kind == AgentKind::document;
    const bool pointed = mention.tokens.begin > 0 && article_.has(mention.tokens.begin - 1, Known::definite);
    if ((mention.kind != AgentKind::role && !document) || mention.named || !mention.definite || !mention.by_itself() ||
        mention.heads.size() != 1 || mention.tokens.size() != 2 ||
        mention.agreement.number == language::Number::plural ||
        !(article_.is(mention.tokens.begin + 1, language::Part::adjective) ||
          (!document && article_.tokens[mention.tokens.begin].definite &&
           article_.tokens[mention.tokens.begin + 1].definite &&
           article_.pack->tells_origin(article_.normal_of(mention.tokens.begin + 1)))))
        return std::nullopt;
    std::optional<AgentId> only;
    bool several = false;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const Record& record = records_[i];
        if (std::ranges::find(record.heads, mention.heads.front()) == record.heads.end()) continue;
        const bool fits = document ? agents_[i].kind == AgentKind::document && (pointed || record.words.size() == 1)
                                   : agents_[i].kind == AgentKind::person && agents_[i].named;
        // الرئيس الروسي فلان is not the French one.
        if (!document && fits && !record.joint && of_another_country(mention, static_cast<AgentId>(i))) continue;
        if (record.joint || !fits || !language::agree(record.agreement, mention.agreement) ||
            of_another_country(mention, static_cast<AgentId>(i)))
            return std::nullopt;
        several = several || only;
        only = static_cast<AgentId>(i);
    }
    if (!several) return only;
    if (document) return std::nullopt;
    // Of several trainers the one who has spoken.
    only.reset();
    for (const AgentId id : recent_) {
        const Record& record = records_[static_cast<std::size_t>(id)];
        if (!holds(record.heads, mention.heads.front()) || of_another_country(mention, id)) continue;
        if (only) return std::nullopt;
        only = id;
    }
    return only;
}

/// القاضي, then القاضي سالم الحداد: the latest one who has been called by nothing but that title.
std::optional<AgentId> AgentTable::titled_before(const Mention& mention) const {
    if (mention.kind != AgentKind::person || mention.proper.empty() || mention.joint || mention.titles.empty() ||
        mention.words.size() != mention.proper.size())
        return std::nullopt;
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        const Record& record = records_[static_cast<std::size_t>(*it)];
        if (agents_[static_cast<std::size_t>(*it)].kind == AgentKind::role && !record.joint && record.proper.empty() &&
            record.words.size() == 1 && holds(mention.titles, record.words.front()) &&
            language::agree(record.agreement, mention.agreement))
            return *it;
    }
    return std::nullopt;
}

/// "X's spokesman" is not X: a name alone that only completes what the agent is called by.
bool AgentTable::principal_of(const Mention& mention, AgentId id) const {
    const Record& record = records_[static_cast<std::size_t>(id)];
    return !mention.proper.empty() && mention.proper.size() == mention.words.size() && record.proper.empty() &&
           subset(mention.proper, record.principal);
}

/// برشلونة is not مدرب برشلونة, who has a name of his own: whether one of the two is the body that the other's office
/// is of.
bool AgentTable::served_by(const Mention& mention, AgentId id) const {
    const Record& record = records_[static_cast<std::size_t>(id)];
    const auto body = [](const Words& called, const Words& served, const Words& name) {
        return called.size() == 1 && holds(served, called.front()) && !holds(name, called.front());
    };
    return body(mention.words, record.served, record.proper) || body(record.words, mention.served, mention.proper);
}

/// المصارف is not رئيسة اتحاد المصارف, nor ترامب محام لترامب: of two of whom one is a person, whether all words of the
/// one only complete what the other is described by.
bool AgentTable::only_completes(const Mention& mention, AgentId id) const {
    const Record& record = records_[static_cast<std::size_t>(id)];
    const AgentKind kind = agents_[static_cast<std::size_t>(id)].kind;
    if (record.joint || mention.joint || shares_head(mention, id) ||
        (kind != AgentKind::person && kind != AgentKind::role))
        return false;
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

bool AgentTable::fits_epithet(const Mention& mention, AgentId agent) const {
    const Record& record = records_[static_cast<std::size_t>(agent)];
    const auto tells_origin = [&](std::string_view word) { return article_.pack->tells_origin(word); };
    bool comes_from_somewhere = false;
    for (const std::string_view word : record.described) {
        if (holds(record.proper, word) || holds(record.heads, word)) continue;
        comes_from_somewhere =
            comes_from_somewhere || tells_origin(word) || article_.pack->lexicon.has(word, Known::place);
    }
    return std::ranges::all_of(mention.words, [&](std::string_view word) {
        return !comes_from_somewhere || holds(mention.heads, word) || !tells_origin(word) ||
               std::ranges::any_of(record.described,
                                   [&](std::string_view one) { return country_root(one) == country_root(word); });
    });
}

bool AgentTable::names_described(const Mention& mention, AgentId id) const {
    const Record& record = records_[static_cast<std::size_t>(id)];
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    if (!mention.named || !mention.definite || mention.kind != AgentKind::person || mention.proper.empty() ||
        mention.joint || mention.heads.empty() || mention.words.size() <= mention.proper.size() ||
        agent.kind != AgentKind::role || record.joint || !record.proper.empty() || record.heads.empty() ||
        record.heads.front() != mention.heads.front() || !language::agree(record.agreement, mention.agreement))
        return false;
    return std::ranges::all_of(mention.words, [&](std::string_view word) {
        return std::ranges::find(mention.proper, word) != mention.proper.end() ||
               std::ranges::find(record.words, word) != record.words.end();
    });
}

bool AgentTable::people(AgentId id) const {
    static const language::ClassSet people =
        language::set_of({Known::role_noun, Known::human_noun, Known::title, Known::source_noun, Known::given_name});
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    const Record& record = records_[static_cast<std::size_t>(id)];
    if (agent.kind == AgentKind::person && agent.named && record.words.size() > 1) return true;
    if ((agent.kind != AgentKind::person && agent.kind != AgentKind::role) || record.possessed) return false;
    return std::ranges::any_of(record.heads, [&](std::string_view head) {
        return (article_.pack->lexicon.classes(article_.pack->lexicon.find(head)) & people).any();
    });
}

void AgentTable::unname_agencies() {
    for (std::size_t i = 0; i < agents_.size(); ++i) {
        const Words& words = records_[i].words;
        if (words.size() == 1 && article_.pack->lexicon.has(words.front(), Known::wires)) agents_[i].named = false;
    }
}

/// قالت سلمى الحداد. وقال الحداد; قالت زوجة الحداد. وقال الحداد: whether a name alone is that of somebody else, where
/// the verb has not the gender of this one, or the name only completes the description of this one.
bool AgentTable::named_elsewhere(const Mention& name, AgentId id) const {
    const Words& own = records_[static_cast<std::size_t>(id)].proper;
    const Words& words = records_[static_cast<std::size_t>(id)].words;
    // مدير الإعلام بسجون المنطقة تركي الحداد: a given name before it makes it this one's.
    const bool given = words.size() > 1 && words.back() == name.proper.back() &&
                       article_.pack->lexicon.has(*(words.end() - 2), Known::name);
    const bool borne = !own.empty() || given || words == name.words;
    if (borne && language::agree(agreement(id), name.voice)) return false;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const Words& other = records_[i].proper;
        if (static_cast<AgentId>(i) != id && agents_[i].named && !other.empty() && other.back() == name.proper.back() &&
            language::agree(agreement(static_cast<AgentId>(i)), name.voice))
            return true;
    }
    return false;
}

}  // namespace rawi::sources
