#include "sources/agent_table.hpp"

#include <algorithm>

#include "detection/noun_phrase.hpp"
#include "sources/captured.hpp"
#include "sources/written_name.hpp"
#include "text/characters.hpp"

namespace rawi::sources {

using detection::Known;

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

constexpr std::size_t most_words = 256;  // by which an agent is known

}  // namespace

AgentTable::AgentTable(const Article& article) : article_(article) {
    constexpr std::size_t expected = 48;
    agents_.reserve(expected);
    records_.reserve(expected);
    signatures_.reserve(expected);
    for (const detection::Line& line : article.lines) {
        if (line.kind != detection::LineKind::body || line.tokens.empty()) continue;
        (lead_.empty() ? lead_ : second_) = line.tokens;
        if (!second_.empty()) break;
    }
}

std::optional<AgentId> AgentTable::resolve(const Mention& mention) {
    if (mention.tokens.empty()) return std::nullopt;
    const std::optional<AgentId> known = find(mention);
    return resolve(mention, known ? known : called_by_field(mention));
}

std::optional<AgentId> AgentTable::resolve(const Mention& mention, std::optional<AgentId> agent) {
    if (!agent && mention.pronoun) return std::nullopt;
    if (!agent) {
        Agent fresh{.kind = mention.kind, .named = mention.named, .outlet_id = std::string(mention.outlet_key)};
        agents_.push_back(std::move(fresh));
        records_.emplace_back();
        signatures_.push_back(0);
        agent = static_cast<AgentId>(agents_.size() - 1);
    }
    // Its site is a mention of it, and no name.
    if (article_.pack->heads_first && own_paper(mention) && !records_[static_cast<std::size_t>(*agent)].words.empty()) {
        this->mention(*agent, mention.tokens);
        return agent;
    }
    learn(*agent, mention);
    // "John Smith and Jane Doe said", and later Doe alone.
    if (mention.joint && names_show(article_)) {
        for (const TokenRange member : members_of(article_, mention.tokens))
            meet(read_mention(article_, member, false));
    }
    return agent;
}

std::optional<AgentId> AgentTable::meet(const Mention& mention) {
    if (mention.tokens.empty()) return std::nullopt;
    const std::optional<AgentId> agent = find(mention);
    // "Praised the mayor", of whom nothing has been told: anybody.
    if (!agent && mention.passing && may_mean_anybody(mention)) return std::nullopt;
    // وقال في كلمته: nobody is his own speech.
    if (agent && article_.pack->heads_first && own_paper(mention) &&
        agents_[static_cast<std::size_t>(*agent)].kind != AgentKind::document) {
        spoken_of(*agent, mention.tokens);
        return agent;
    }
    // Who has been called by a surname may be given in full somewhere else.
    if (!article_.pack->heads_first || mention.pronoun || !agent || in_full(mention, *agent))
        return resolve(mention, agent);
    learn_own_name(*agent, mention);
    this->mention(*agent, mention.tokens);
    return agent;
}

void AgentTable::meet_body(const Mention& person) {
    if (person.kind != AgentKind::person && person.kind != AgentKind::role) return;
    if (const TokenRange body = body_of_office(article_, person.tokens); !body.empty())
        meet(read_mention(article_, body, false));
}

void AgentTable::learn(AgentId id, const Mention& mention) {
    Agent& agent = agents_[static_cast<std::size_t>(id)];
    Record& record = records_[static_cast<std::size_t>(id)];
    const bool headline_only = record.headline;
    record.indefinite = mention.tokens.size() == 1 && article_.has(mention.tokens.begin, Known::indefinite_pronoun);
    this->mention(id, mention.tokens);
    if (mention.issued) issued(id, mention.paper_noun);
    // وأضاف البيان: the ministry's, and what goes on agrees with the statement.
    const bool by_paper = (mention.refers_to == Reference::document || mention.kind == AgentKind::document) &&
                          agent.kind != AgentKind::document;
    record.paper = mention.issued ? mention.paper : by_paper ? mention.agreement : language::Agreement{};
    if (record.agreement.gender == language::Gender::any) record.agreement.gender = mention.agreement.gender;
    if (record.agreement.number == language::Number::any) record.agreement.number = mention.agreement.number;
    if (mention.pronoun) return;
    // "Acme said", then "the company": no person.
    if (record.assumed && mention.kind == AgentKind::organisation) agent.kind = AgentKind::organisation;
    if (mention.kind != AgentKind::unknown) record.assumed = false;
    if (record.field.empty() && !mention.joint) record.field = field_of(mention);
    if (called_by_surname(id, mention)) agent.kind = AgentKind::person;
    learn_own_name(id, mention);
    const auto remember = [](Words& known, const Words& words) {
        const std::uint32_t before = known.size();
        for (std::string_view word : words) {
            if (known.size() < most_words && std::find(known.begin(), known.end(), word) == known.end())
                known.push_back(word);
        }
        return known.size() != before;
    };
    const bool other_head = !names_show(article_) && !shares_head(mention, id);
    bool other_words = false;
    if (!names_show(article_)) {
        other_words = remember(record.words, mention.words);
    } else if (record.words.empty() ||
               (!mention.name.empty() && (!agent.named || mention.words.size() > record.words.size()))) {
        record.words = mention.words;
        other_words = true;
    }
    if (other_words) signatures_[static_cast<std::size_t>(id)] = signature_of(record.words);
    if (subset(record.proper, mention.proper))
        record.proper = mention.proper;
    else
        remember(record.proper, mention.proper);
    remember(record.principal, mention.principal);
    remember(record.served, mention.served);
    remember(record.beside, mention.beside);
    remember(record.epithets, mention.epithets);
    // Two offices join nobody to one who has a name.
    const bool offices = mention.joint && !record.joint && !record.proper.empty() && mention.proper.empty();
    record.joint = record.joint || (mention.joint && !offices);
    record.paired = record.paired || mention.paired;
    record.possessed = record.possessed || mention.possessed;
    if (record.heads.empty()) {
        record.generic = mention.generic;
        record.quantity = mention.quantity;
    }
    record.headline = record.headline && article_.in_headline(mention.tokens.begin);
    remember(record.heads, mention.heads);
    if (!mention.name.empty() && !mention.joint) remember(record.places, mention.places);
    if (record.state.empty()) record.state = mention.state;
    if (names_show(article_) && mention.name.empty() && !record.owner) record.owner = owner_of(mention);
    remember(record.described, mention.words);
    remember(record.described, mention.titles);
    const bool called = mention.kind == AgentKind::unknown && !mention.name.empty();
    if ((mention.kind == AgentKind::person || called) && agent.kind == AgentKind::role) agent.kind = AgentKind::person;
    if (mention.kind == AgentKind::outlet && mention.named && headline_only && agent.kind == AgentKind::person)
        agent.kind = AgentKind::outlet;
    agent.named = agent.named || (mention.named && agent.kind != AgentKind::role);
    other_outlet_ = other_outlet_ || (agent.kind == AgentKind::outlet && agent.named && !agent.publisher);
    if (agent.outlet_id.empty() && agent.kind != AgentKind::person) agent.outlet_id = mention.outlet_key;
    const auto length = static_cast<std::uint32_t>(mention.words.size());
    const bool calls = !mention.name.empty() || (mention.joint && mention.named && !offices);
    // المستخدمين, and then المستخدمون: the form of a subject.
    const bool oblique = detection::oblique_people(article_, mention.tokens.begin);
    const bool subject = record.oblique && !oblique && length == record.fullest;
    // روبرت ماهوني, and then ماهوني، نائب المدير: more words, but less of the name.
    const std::uint32_t first = mention.tokens.begin, second = first + 1;
    const bool clipped = mention.proper.size() == 1 && record.own_names > 1 &&
                         article_.normal_of(first).ends_with(mention.proper.front()) &&
                         (second >= mention.tokens.end || !article_.is(second, language::Part::proper));
    // ترامب, and then الرئيس الأمريكي: no more of the name.
    const bool otherwise = other_head && agent.kind == AgentKind::person && !record.proper.empty() &&
                           mention.proper.empty() &&
                           std::ranges::none_of(mention.words, [&](auto word) { return holds(record.proper, word); });
    const bool fuller = (length > record.fullest && !clipped && !otherwise) || subject;
    const bool better = (fuller && !mention.refers_to) || (calls && !record.has_name);
    if (agent.name.empty() || (better && !agent.publisher && (calls || !record.has_name))) {
        record.has_name = calls;
        agent.name = written_name(article_, mention);
        record.fullest = length;
        record.oblique = oblique;
        record.own_names = mention.proper.size();
    }
}

/// What has been taken for a person by its name alone is the body.
void AgentTable::learn_own_name(AgentId id, const Mention& mention) {
    Agent& agent = agents_[static_cast<std::size_t>(id)];
    Record& record = records_[static_cast<std::size_t>(id)];
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

AgentId AgentTable::add(Agent agent, const Words& words) {
    if (agent.kind == AgentKind::outlet && agent.named) {
        if (agent.publisher)
            own_ = static_cast<AgentId>(agents_.size());
        else
            other_outlet_ = true;
    }
    agents_.push_back(std::move(agent));
    Record record;
    for (const std::string_view word : words) record.words.push_back(kept_.emplace_back(word));
    if (!record.words.empty()) record.heads.push_back(record.words.front());
    record.fullest = static_cast<std::uint32_t>(record.words.size());
    signatures_.push_back(signature_of(record.words));
    records_.push_back(std::move(record));
    return static_cast<AgentId>(agents_.size() - 1);
}

std::optional<AgentId> AgentTable::find_outlet(std::string_view key, const Words& words, const Words& own) const {
    const auto same = [&](std::size_t i) {
        if (agents_[i].kind != AgentKind::outlet) return false;
        if (!key.empty())
            return agents_[i].outlet_id == key || (agents_[i].publisher && is_edition(agents_[i].outlet_id, key));
        // وكالة المرسى للأنباء and وكالة أنباء المرسى, but not قناة المرسى
        const Words& known = records_[i].words;
        if (words.empty() || known.empty()) return false;
        if (!own.empty() && own == records_[i].own && words.front() == known.front()) return true;
        return subset(words, known) || subset(known, words);
    };
    if (own_ && same(static_cast<std::size_t>(*own_))) return own_;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        if (same(i)) return static_cast<AgentId>(i);
    }
    return std::nullopt;
}

std::optional<AgentId> AgentTable::find(const Mention& mention) const {
    if (mention.pronoun) return antecedent(mention.agreement, mention.tokens.begin);
    if (names_show(article_)) return find_capitalised(mention);
    // المصدر نفسه: whoever spoke last.
    if (mention.same && mention.refers_to == Reference::source && !recent_.empty()) return recent_.back();
    if (mention.refers_to == Reference::latter) return last_mentioned(mention);
    if (const auto office = find_office(mention)) return office;
    if (own_paper(mention)) return owner_of_paper(mention);
    if (mention.kind == AgentKind::outlet && !mention.refers_to) {
        if (const auto person = surname_of_outlet(mention)) return person;
        if (const auto outlet = find_outlet(mention.outlet_key, mention.words, mention.own)) return outlet;
    }
    if (const auto body = called_otherwise(mention)) return body;
    if (const auto named = find_by_words(mention)) return named;
    if (const auto named = spelled_otherwise(mention)) return named;
    return find_by_description(mention);
}

/// The same words, or a part of a fuller name; the latest speaker first.
std::optional<AgentId> AgentTable::find_by_words(const Mention& mention) const {
    if (mention.words.empty()) return std::nullopt;
    // Most agents have no word in common with the mention: neither can be a part of the other.
    const auto related = [&](AgentId id) {
        const std::uint64_t signature = signatures_[static_cast<std::size_t>(id)];  // 0: without words
        return (mention.signature & ~signature) == 0 || (signature != 0 && (signature & ~mention.signature) == 0);
    };
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        if (related(*it) && means_by_words(mention, *it)) return *it;
    }
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const auto id = static_cast<AgentId>(i);
        if (related(id) && means_by_words(mention, id)) return id;
    }
    return std::nullopt;
}

bool AgentTable::means_by_words(const Mention& mention, AgentId id) const {
    const Record& record = records_[static_cast<std::size_t>(id)];
    if (record.words.empty()) return false;
    // A woman's surname may be a man's name.
    const bool name_alone = !mention.proper.empty() && mention.words.size() == mention.proper.size();
    const bool surname_alone = name_alone && closes_with(record.proper, mention.proper);
    if (!surname_alone && !language::agree(record.agreement, mention.agreement)) return false;
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    const bool surname = agent.kind == AgentKind::person && agent.named;
    // وزيري: the last name of somebody, which is a common word too.
    const bool last_name = surname && mention.kind == AgentKind::role && mention.words.size() == 1 &&
                           record.proper.size() > 1 && record.proper.back() == mention.words.front();
    const bool part = (mention.definite || mention.named || mention.words.size() > 1 || last_name) &&
                      subset(mention.words, record.words);
    // الشرطة, and then الشرطة السويدية.
    const bool bare = record.words.size() == 1 && agent.kind == AgentKind::organisation && bare_body_of(mention, id);
    const bool whole = (record.words.size() > 1 || surname || record.headline || bare) &&
                       subset(record.words, mention.words) && (mention.named || surname || heads_agree(mention, id));
    const bool same = mention.words == record.words;
    // Several together are nobody of them; who is first spoken of without a name or an article is somebody new, unless
    // the headline spoke of the same one.
    // المحامي والمستشار القانوني: two offices of one who has been called by both.
    const bool offices = mention.joint && !record.joint && !record.proper.empty() && mention.proper.empty() &&
                         shares_head(mention, id) && subset(mention.words, record.words);
    if (mention.joint != record.joint && !same && !offices) return false;
    if (mention.another && !same) return false;
    // مصادر طبية: several things are feminine, and no less several.
    const bool several = article_.pack->heads_first && mention.words.size() > 1 &&
                         article_.pack->lexicon.brief(article_.tokens[mention.tokens.begin].word).several;
    const bool fresh = !mention.definite && mention.agreement.number != language::Number::plural && !several &&
                       !mention.named && mention.proper.empty() && !mention.possessed;
    if (fresh && !same && !record.headline && !last_name) return false;
    // One word that is a person's name must be of this person's name, not of a body that the description names; or the
    // surname spoken of before is of the name given in full now.
    if (!mention.proper.empty() && mention.proper.size() == mention.words.size() && !record.proper.empty() &&
        !subset(mention.proper, record.proper) && !(whole && subset(record.proper, mention.proper)))
        return false;
    if (principal_of(mention, id) && !same) return false;
    if (served_by(mention, id) || (!same && only_completes(mention, id))) return false;
    if (!same && !((part || whole) && (last_name || heads_agree(mention, id)))) return false;
    return !name_alone || !named_elsewhere(mention, id);
}

/// Whoever has been described so, or is the latest one of that kind.
std::optional<AgentId> AgentTable::find_by_description(const Mention& mention) const {
    std::optional<AgentId> best;
    // "The statement said": whoever issued it says so, or else the body that announced something last.
    if (mention.refers_to == Reference::document) {
        if (issuer_) return issuer_;
        best = announcer(mention);
    }
    if (!best) best = titled(mention);
    if (!best && mention.refers_to) best = latest_of_kind(mention);
    if (!best && mention.refers_to == Reference::outlet) best = own_outlet(mention);
    if (!best && mention.refers_to == Reference::source) best = latest_source(mention);
    if (best) return best;
    // هذا الناطق باسم القوات: the latest one who has been called a spokesman.
    for (auto it = salient_.rbegin(); it != salient_.rend() && !best && mention.same && !mention.heads.empty(); ++it) {
        const Record& record = records_[static_cast<std::size_t>(*it)];
        if (std::find(record.heads.begin(), record.heads.end(), mention.heads.front()) != record.heads.end() &&
            language::agree(record.agreement, mention.agreement))
            best = *it;
    }
    // "A British coroner", then "the coroner Jane Doe": one whom the same words have described.
    for (auto it = salient_.rbegin(); it != salient_.rend() && !best; ++it) {
        if (names_described(mention, *it)) best = *it;
    }
    if (!best) best = titled_before(mention);
    if (!best) best = only_one_called(mention);
    if (!best) best = holder_of_office(mention);
    if (!best) best = only_one_surnamed(mention);
    if (!best) best = named_before(mention);
    if (!best) best = body_by_name(mention);
    return best;
}

void AgentTable::speaks(AgentId agent) {
    Agent& speaker = agents_[static_cast<std::size_t>(agent)];
    if (speaker.kind != AgentKind::unknown || !speaker.named) return;
    speaker.kind = AgentKind::person;
    records_[static_cast<std::size_t>(agent)].assumed = true;
}

void AgentTable::spoke(AgentId agent) {
    recent_.put(agent);
    salient_.put(agent);
}

void AgentTable::noticed(AgentId agent) {
    salient_.put(agent);
}

void AgentTable::spoken_of(AgentId agent, TokenRange tokens) {
    Record& record = records_[static_cast<std::size_t>(agent)];
    record.spoken_of = std::max(record.spoken_of, tokens.begin);
    if (article_.tokens[tokens.begin].quotation == detection::none)
        record.told_of = std::max(record.told_of, tokens.begin);
}

void AgentTable::mention(AgentId agent, TokenRange tokens) {
    spoken_of(agent, tokens);
    std::vector<Span>& mentions = agents_[static_cast<std::size_t>(agent)].mentions;
    const Span span = article_.span_of(tokens);
    const auto place = std::lower_bound(mentions.begin(), mentions.end(), span);
    if (place == mentions.end() || *place != span) mentions.insert(place, span);
}

std::vector<Agent> AgentTable::take() {
    unname_agencies();
    return std::move(agents_);
}

}  // namespace rawi::sources
