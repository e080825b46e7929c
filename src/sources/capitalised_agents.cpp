// Whom a mention means, in languages that write names with capitals.
#include <algorithm>

#include "sources/agent_table.hpp"

namespace rawi::sources {

using detection::Known;
using language::Number;

namespace {

bool shared(const Words& one, const Words& other) {
    return std::any_of(one.begin(), one.end(), [&](std::string_view word) { return holds(other, word); });
}

/// "DNC" for "Democratic National Committee", "U.N." for "United Nations".
bool is_acronym(const Words& one, const Words& words) {
    if (one.size() != 1 || words.size() < 2) return false;
    std::size_t at = 0;
    for (const char letter : one.front()) {
        if (letter == '.') continue;
        if (at == words.size() || !words[at].starts_with(letter)) return false;
        ++at;
    }
    return at == words.size();
}

bool person(AgentKind kind) {
    return kind == AgentKind::person || kind == AgentKind::role;
}
bool thing(AgentKind kind) {
    return kind == AgentKind::organisation || kind == AgentKind::outlet || kind == AgentKind::document;
}

bool is_medium(const Article& article, std::string_view word) {
    return article.pack->lexicon.has(word, Known::medium);
}
bool is_evidence(const Article& article, std::string_view word) {
    return article.pack->lexicon.has(word, Known::evidence);
}

}  // namespace

std::optional<AgentId> AgentTable::find_capitalised(const Mention& mention) const {
    if (mention.kind == AgentKind::outlet && !mention.refers_to) {
        if (const auto outlet = find_outlet(mention.outlet_key, mention.words)) return outlet;
        // Michael Bloomberg, then "Bloomberg said".
        if (const auto person = find_by_surname(mention)) return person;
    }
    if (mention.name.empty()) {
        // A surname that is a common word opens the sentence: "Cross said".
        if (const auto person = find_by_surname(mention)) return person;
        return find_described(mention);
    }
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        if (same_name(mention, *it)) return *it;
    }
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        if (same_name(mention, static_cast<AgentId>(i))) return static_cast<AgentId>(i);
    }
    // "Fox News", then "Fox found": the first word of an outlet's name, where nobody is called so.
    for (std::size_t i = first_remembered(); i < agents_.size() && mention.words.size() == 1 && mention.titles.empty();
         ++i) {
        const Words& words = records_[i].words;
        if (agents_[i].kind == AgentKind::outlet && words.size() > 1 && words.front() == mention.words.front())
            return static_cast<AgentId>(i);
    }
    if (const auto described = described_before(mention)) return described;
    if (const auto described = described_in_headline(mention)) return described;
    if (const auto described = described_in_lead(mention)) return described;
    // "A new poll", then "the Fox News Poll".
    for (std::size_t i = agents_.size(); i-- > first_remembered() && !mention.head.empty();) {
        const Record& record = records_[i];
        if (agents_[i].kind == AgentKind::document && record.generic && holds(record.heads, mention.head))
            return static_cast<AgentId>(i);
    }
    return std::nullopt;
}

/// Who was named in full before, of a mention that is one word with a capital.
std::optional<AgentId> AgentTable::find_by_surname(const Mention& mention) const {
    if (mention.tokens.size() != 1 || mention.words.size() != 1 || !article_.tokens[mention.tokens.begin].upper)
        return std::nullopt;
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        const Record& record = records_[static_cast<std::size_t>(*it)];
        if (agents_[static_cast<std::size_t>(*it)].kind == AgentKind::person && record.words.size() > 1 &&
            mention.words.front() == record.words.back())
            return *it;
    }
    return std::nullopt;
}

/// "Smith's lawyer", then "the lawyer, Bob Jones": who has been described without a name gets one.
std::optional<AgentId> AgentTable::described_before(const Mention& mention) const {
    if (mention.kind != AgentKind::person || mention.heads.empty()) return std::nullopt;
    const std::optional<AgentId> owner = owner_of(mention);
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        const Agent& agent = agents_[static_cast<std::size_t>(*it)];
        const Record& record = records_[static_cast<std::size_t>(*it)];
        if (agent.kind != AgentKind::role || agent.named || record.joint || record.indefinite ||
            record.agreement.number == Number::plural || !language::agree(record.agreement, mention.agreement))
            continue;
        const bool same = std::ranges::any_of(mention.heads, [&](auto head) { return holds(record.heads, head); });
        const bool his = record.owner ? record.owner == owner : record.possessed;
        if (same && (owner ? his : mention.definite && record.possessed)) return *it;
    }
    return std::nullopt;
}

/// "Senator won't run", and then "Sen. Jane Doe announced": whom the headline calls by nothing but what the text says
/// beside the name.
std::optional<AgentId> AgentTable::described_in_headline(const Mention& mention) const {
    const bool lead = lead_.contains(mention.tokens);
    Words all = mention.words;
    for (const std::string_view title : mention.titles) all.push_back(title);
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const Record& record = records_[i];
        if (outlet_without_name(i) && mention.named && mention.kind == AgentKind::outlet &&
            (lead || second_.contains(mention.tokens)))
            return static_cast<AgentId>(i);
        if (!record.headline || agents_[i].named || record.joint || record.possessed || record.words.empty() ||
            person(mention.kind) != person(agents_[i].kind) || !language::agree(record.agreement, mention.agreement))
            continue;
        if (subset(record.words, all) || (lead && shared(record.words, all))) return static_cast<AgentId>(i);
    }
    return std::nullopt;
}

/// "Paper reports", or "a news report says" in the lead: an outlet whose name comes later.
bool AgentTable::outlet_without_name(std::size_t agent) const {
    const Agent& outlet = agents_[agent];
    const Record& record = records_[agent];
    if (outlet.kind != AgentKind::outlet || outlet.named || outlet.publisher || record.possessed ||
        record.agreement.number == Number::plural)
        return false;
    return record.headline ||
           (!lead_.empty() && !outlet.mentions.empty() && outlet.mentions.front().end <= article_.span_of(lead_).end);
}

/// "Florent Abelard is a captain", and then "Abelard said": bodies go on by the first word of their names, or with an
/// article.
bool AgentTable::called_by_surname(AgentId id, const Mention& mention) const {
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    const Record& record = records_[static_cast<std::size_t>(id)];
    return names_show(article_) && agent.kind == AgentKind::unknown && agent.named && !record.joint &&
           mention.kind == AgentKind::unknown && record.words.size() == 2 && mention.tokens.size() == 1 &&
           mention.words.size() == 1 && mention.words.front() == record.words.back();
}

/// "A former nurse told a court on Tuesday", and in the next paragraph "Jane Doe, 52, said": the lead describes the one
/// whom the text goes on to name, without saying again what she is.
std::optional<AgentId> AgentTable::described_in_lead(const Mention& mention) const {
    if (recent_.empty() || mention.name.size() < 2 || !mention.heads.empty() || mention.possessed || mention.joint ||
        (mention.kind != AgentKind::person && mention.kind != AgentKind::unknown))
        return std::nullopt;
    if (!second_.contains(mention.tokens)) return std::nullopt;
    const AgentId id = recent_.back();
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    const Record& record = records_[static_cast<std::size_t>(id)];
    const auto role = [&](std::string_view head) {
        return !article_.pack->lexicon.has(head, Known::source_noun) &&
               (article_.pack->lexicon.has(head, Known::role_noun) ||
                article_.pack->lexicon.has(head, Known::human_noun));
    };
    if (agent.kind != AgentKind::role || agent.named || record.joint || record.agreement.number == Number::plural ||
        !language::agree(record.agreement, mention.agreement) || !std::ranges::all_of(record.heads, role))
        return std::nullopt;
    return id;
}

/// Names of one agent: the same, or one is a part of the other: a surname, a given name, a name without its initials.
bool AgentTable::same_name(const Mention& mention, AgentId id) const {
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    const Record& record = records_[static_cast<std::size_t>(id)];
    if (!agent.named || record.words.empty() || mention.words.empty() || record.joint) return false;
    if ((person(mention.kind) && thing(agent.kind)) || (thing(mention.kind) && person(agent.kind))) return false;
    // "The Washington Post", then "the Post": no post.
    const bool paper = agent.kind == AgentKind::outlet && mention.kind == AgentKind::document &&
                       mention.words.size() == 1 && mention.words.front() == record.words.back();
    if (thing(mention.kind) && thing(agent.kind) && mention.kind != agent.kind && !paper) return false;
    if (!language::agree(record.agreement, mention.agreement)) return false;
    const Words& one = mention.words;
    const Words& other = record.words;
    if (one == other || is_acronym(one, other) || is_acronym(other, one)) return true;
    // "Smith and Jones" are neither of them.
    if (mention.paired != record.paired && !thing(mention.kind) && !thing(agent.kind)) return false;
    if (one.size() > 1 && other.size() > 1 && !subset(one, other) && !subset(other, one)) return false;
    const Words& part = one.size() <= other.size() ? one : other;
    const Words& whole = one.size() <= other.size() ? other : one;
    if (thing(mention.kind) || thing(agent.kind))
        return subset(part, whole) && (part.back() == whole.back() || part.front() == whole.front());
    if (part.size() == 1) {
        if (part.front() == whole.back()) return true;
        if (agent.kind != AgentKind::person) return false;
        // A given name alone, whatever stands before it: "DJ Beverly Bond".
        return part.front() == whole.front() ||
               (article_.pack->lexicon.has(part.front(), Known::name) && holds(whole, part.front()));
    }
    return subset(part, whole) && part.back() == whole.back();
}

/// The agent whom the mention's possessor names, or whom its possessive pronoun means.
std::optional<AgentId> AgentTable::owner_of(const Mention& mention) const {
    if (!mention.possessor.empty()) {
        const Mention whose = read_mention(article_, mention.possessor, false);
        return whose.words.empty() ? std::nullopt : find(whose);
    }
    return mention.owner == language::Agreement{} ? std::nullopt : antecedent(mention.owner, mention.tokens.begin);
}

/// What is asked about each agent whom a description may mean.
struct AgentTable::Description {
    const Mention& mention;
    std::optional<AgentId> owner;  ///< whose it is: "Smith's spokesman"
    bool owner_described = false;  ///< "Cameron's spokesman", then "the prime minister's spokesman"
    bool definite = false;
    bool lead = false;  ///< in the paragraph that opens the article
};

/// Descriptions: the same words; a definite one means the latest who has been described by its head.
std::optional<AgentId> AgentTable::find_described(const Mention& mention) const {
    const Description description{
        .mention = mention,
        .owner = owner_of(mention),
        .owner_described = !mention.possessor.empty() && read_mention(article_, mention.possessor, false).name.empty(),
        .definite = mention.definite || !mention.possessor.empty(),
        .lead = lead_.contains(mention.tokens)};
    // His statement, Smith's email: the words of the one whose it is.
    const bool paper = mention.kind == AgentKind::document || is_medium(article_, mention.head);
    if (paper && description.owner && mention.possessor.empty()) return description.owner;
    if (const auto issuer = issuer_of(mention); issuer && is_medium(article_, mention.head)) return issuer;
    if (const auto same = latest_fitting(description, &AgentTable::in_the_same_words)) return same;
    if (description.definite) {
        if (const auto resident = latest_from(mention)) return resident;
    }
    if (const auto described = latest_fitting(description, &AgentTable::by_its_head)) return described;
    return description.definite && !mention.joint ? meant_by_kind(mention) : std::nullopt;
}

std::optional<AgentId> AgentTable::latest_fitting(const Description& description,
                                                  bool (AgentTable::*called)(const Description&, AgentId) const) const {
    const auto fits = [&](AgentId id) { return may_mean(description, id) && (this->*called)(description, id); };
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        if (fits(*it)) return *it;
    }
    for (std::size_t i = agents_.size(); i-- > first_remembered();) {
        if (fits(static_cast<AgentId>(i))) return static_cast<AgentId>(i);
    }
    return std::nullopt;
}

/// Whether nothing speaks against it: kind, agreement, whose it is, where it is from, how many.
bool AgentTable::may_mean(const Description& description, AgentId id) const {
    const Mention& mention = description.mention;
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    const Record& record = records_[static_cast<std::size_t>(id)];
    if ((person(mention.kind) && thing(agent.kind)) || (thing(mention.kind) && person(agent.kind))) return false;
    if (mention.joint != record.joint || !language::agree(record.agreement, mention.agreement)) return false;
    if (const auto owner = description.owner; owner && !description.owner_described) {
        if (record.owner && *owner != *record.owner) return false;
        if (owner == id) return false;
    }
    if (from_elsewhere(mention, id)) return false;
    // "Democrats", then "some Democrats".
    return mention.quantity.empty() || mention.quantity == record.quantity ||
           article_.pack->lexicon.has(mention.head, Known::source_noun);
}

bool AgentTable::in_the_same_words(const Description& description, AgentId id) const {
    return description.mention.words == records_[static_cast<std::size_t>(id)].words;
}

bool AgentTable::by_its_head(const Description& description, AgentId id) const {
    const Mention& mention = description.mention;
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    const Record& record = records_[static_cast<std::size_t>(id)];
    // "Sen. John Smith and Mayor Jane Doe", then "Smith and Doe".
    if (mention.joint && mention.words.size() > 1 && subset(mention.words, record.words)) return true;
    const bool headline = record.headline && !agent.named;
    // The headline's "chief" is "the new chief executive" of the lead.
    if (headline && description.lead && person(agent.kind) && shared(record.words, mention.words)) return true;
    if (record.headline && description.lead && mention.kind == AgentKind::outlet &&
        outlet_without_name(static_cast<std::size_t>(id)))
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
    if (headline && article_.pack->lexicon.has(mention.head, Known::source_noun)) return true;
    if (!description.definite) return false;
    // "Sen. Marco Rubio", then "the Florida senator".
    if (agent.named && agent.kind == AgentKind::person && !mention.possessed) return true;
    if (!mention.possessed) return subset(mention.words, record.described);
    return (description.owner && record.owner == description.owner) || !record.owner || description.owner_described;
}

/// A definite description of nobody who has been called so: who or what of its kind was spoken of last.
std::optional<AgentId> AgentTable::meant_by_kind(const Mention& mention) const {
    // "The two", "the lawmakers": those who have been named together.
    if (person(mention.kind) && mention.agreement.number == Number::plural)
        return mention.possessed ? std::nullopt : latest_joint();
    // "The results", "the data": of the latest document.
    if (mention.kind == AgentKind::document && mention.definite && is_evidence(article_, mention.head)) {
        for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
            if (agents_[static_cast<std::size_t>(*it)].kind == AgentKind::document) return *it;
        }
    }
    // "The statement said": whoever issued it says so.
    if (const auto issuer = issuer_of(mention)) return issuer;
    if (mention.refers_to == Reference::outlet) return latest_outlet(mention);
    if (mention.refers_to) {
        const bool body = mention.refers_to == Reference::organisation;
        if (const auto latest = body ? latest_body(mention) : latest_of_kind(mention)) return latest;
    }
    // "The company", "the institute": the body spoken of last.
    if (mention.kind == AgentKind::organisation && mention.generic) {
        if (const auto body = latest_body(mention)) return body;
    }
    if (may_mean_anybody(mention) && !mention.passing && !mention.told_apart) {
        const auto running = contender(mention);
        return running ? running : latest_person(mention);
    }
    return std::nullopt;
}

/// "The cautious candidate", "the Utah Republican": one whom nobody has called so yet may be any person.
bool AgentTable::may_mean_anybody(const Mention& mention) const {
    return (mention.definite || !mention.possessor.empty()) && !mention.joint && mention.kind == AgentKind::role &&
           !mention.possessed && mention.agreement.number != Number::plural && tells_of_one(article_, mention) &&
           !names_another(mention);
}

/// "The Ohio senator": of those with a name who are said to be from there the one spoken of last.
std::optional<AgentId> AgentTable::latest_from(const Mention& mention) const {
    if (mention.places.empty() || mention.possessed || mention.joint || mention.kind != AgentKind::role ||
        mention.agreement.number == Number::plural)
        return std::nullopt;
    std::optional<AgentId> latest;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const Record& record = records_[i];
        if (agents_[i].kind != AgentKind::person || !agents_[i].named || record.joint ||
            !shared(record.places, mention.places) || !language::agree(record.agreement, mention.agreement))
            continue;
        if (!latest || record.spoken_of >= records_[static_cast<std::size_t>(*latest)].spoken_of)
            latest = static_cast<AgentId>(i);
    }
    return latest;
}

/// "The candidate", "the front-runner": of those with a name of whom the text has told in this paragraph or the one
/// before, the one of whom it tells most; one who has been called a candidate first, "the nominee" or "the
/// front-runner".
std::optional<AgentId> AgentTable::contender(const Mention& mention) const {
    const auto runs = [this](std::string_view head) { return article_.pack->lexicon.has(head, Known::contender); };
    if (!may_mean_anybody(mention) || !mention.definite || !runs(mention.head)) return std::nullopt;
    const std::uint32_t at = mention.tokens.begin, since = paragraphs_before(at, 1);
    const auto rank = [&](std::size_t i) {
        return std::pair(std::ranges::any_of(records_[i].heads, runs), agents_[i].mentions.size());
    };
    std::optional<std::size_t> most;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const auto id = static_cast<AgentId>(i);
        const Record& record = records_[i];
        if (agents_[i].kind == AgentKind::person && agents_[i].named && !record.joint && excepted_ != id &&
            record.told_of >= since && record.told_of < at && !from_elsewhere(mention, id) &&
            language::agree(agreement(id), mention.agreement) && (!most || rank(i) > rank(*most)))
            most = i;
    }
    return most ? std::optional(static_cast<AgentId>(*most)) : std::nullopt;
}

/// Whether the mention is of somebody from one place and the agent has been said to be from another.
bool AgentTable::from_elsewhere(const Mention& mention, AgentId id) const {
    const Words& places = records_[static_cast<std::size_t>(id)].places;
    return !mention.places.empty() && !places.empty() && !shared(places, mention.places);
}

/// "The Acme employee": a description with a name in it, of a body or thing, is that of somebody else; one of a place
/// may be anybody's ("the Florida senator").
bool AgentTable::names_another(const Mention& mention) const {
    for (std::uint32_t i = mention.tokens.begin; i < mention.tokens.end; ++i) {
        if (article_.has(i, Known::relative)) break;
        if (article_.tokens[i].kind == text::CharClass::letter && article_.tokens[i].upper &&
            article_.is(i, language::Part::proper) && !article_.has(i, Known::place) &&
            !article_.has(i, Known::human_noun))
            return true;
    }
    return false;
}

}  // namespace rawi::sources
