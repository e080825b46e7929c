// Whom a pronoun, a dropped subject, a title or a kind ("the source") can mean: of those who spoke or were spoken of,
// the latest that fits.
#include <algorithm>

#include "language/pack_source.hpp"
#include "sources/agent_table.hpp"

namespace rawi::sources {

using detection::Known;

namespace {

AgentKind kind_of(Reference reference) noexcept {
    switch (reference) {
        case Reference::source:
        case Reference::role:
        case Reference::official: return AgentKind::role;
        case Reference::outlet: return AgentKind::outlet;
        case Reference::document: return AgentKind::document;
        case Reference::organisation: return AgentKind::organisation;
        case Reference::latter: break;  // of any kind
    }
    return AgentKind::unknown;
}

}  // namespace

std::optional<AgentId> AgentTable::latest_person(const Mention& mention) const {
    // Of those who spoke or were subjects the latest: Doe spoke, and Smith met her at the airport. "The senator said".
    // "Smith is ahead, but the senator said": who was named in the sentence itself only where nobody else can be meant.
    const std::uint32_t at = mention.tokens.begin;
    const auto sentence = std::ranges::partition_point(
        article_.sentences, [at](const detection::Sentence& one) { return one.tokens.end <= at; });
    const std::uint32_t begin = sentence == article_.sentences.end() ? at : std::min(at, sentence->tokens.begin);
    for (const bool before : {true, false}) {
        for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
            const Agent& agent = agents_[static_cast<std::size_t>(*it)];
            const Record& record = records_[static_cast<std::size_t>(*it)];
            if (excepted_ == *it || (before && record.told_of >= begin)) continue;
            if (agent.kind == AgentKind::person && agent.named && !record.joint &&
                language::agree(agreement(*it), mention.agreement) && !from_elsewhere(mention, *it))
                return *it;
        }
    }
    return std::nullopt;
}

language::Agreement AgentTable::agreement(AgentId agent) const {
    const Record& record = records_[static_cast<std::size_t>(agent)];
    language::Agreement found = record.agreement;
    if (record.voice != language::Gender::any) found.gender = record.voice;
    if (article_.pack->heads_first && found.number == language::Number::any && (single(agent) || country(agent)))
        found.number = language::Number::singular;
    return found;
}

/// Whether the agent is a person who is called by a name, and alone: no other goes on in the plural.
bool AgentTable::single(AgentId id) const {
    const Record& record = records_[static_cast<std::size_t>(id)];
    const Agent& agent = agents_[static_cast<std::size_t>(id)];
    return agent.kind == AgentKind::person && agent.named && !record.joint && !record.proper.empty() &&
           record.agreement.number != language::Number::plural && record.agreement.number != language::Number::dual;
}

/// العراق: a country, of which nothing is said in the plural.
bool AgentTable::country(AgentId id) const {
    const Record& record = records_[static_cast<std::size_t>(id)];
    return !record.joint && record.words.size() == 1 &&
           (article_.pack->lexicon.has(record.words.front(), Known::state) ||
            article_.pack->lexicon.has(record.words.front(), Known::place));
}

/// Whether several speak where one who has a name spoke last or was spoken of: then no telling who they are, and those
/// who spoke before are seldom meant.
bool AgentTable::others(language::Agreement several, AgentId last) const {
    return article_.pack->heads_first && several.person == language::Person::third &&
           (several.number == language::Number::plural || several.number == language::Number::dual) && single(last);
}

void AgentTable::voiced(AgentId agent, language::Agreement verb) {
    Record& record = records_[static_cast<std::size_t>(agent)];
    // Before its subject a verb is singular whatever that is, and feminine for several things: قالت مصادر. What has a
    // feminine verb and no gender that is known is feminine: القوى, and no he.
    const bool unknown = record.agreement.gender == language::Gender::any && !record.joint &&
                         verb.gender == language::Gender::feminine &&
                         record.agreement.number == language::Number::any &&
                         std::ranges::none_of(record.heads, [this](std::string_view head) {
                             return article_.pack->lexicon.has(head, Known::quantifier);
                         });
    if (!(single(agent) || unknown) || verb.person != language::Person::third || verb.gender == language::Gender::any)
        return;
    // Her office may have taken the masculine before (قال عضو المجلس), but no man the feminine.
    if (record.voice == language::Gender::any || verb.gender == language::Gender::feminine) record.voice = verb.gender;
}

/// Where the paragraph begins that stands `count` paragraphs before the one of `at`.
std::uint32_t AgentTable::paragraphs_before(std::uint32_t at, int count) const {
    std::size_t line = article_.line_of(at);
    while (line > 0 && count > 0) {
        if (!article_.lines[--line].tokens.empty()) --count;
    }
    return article_.lines[line].tokens.begin;
}

/// The only person with a name of whom the text has spoken since `begin` and whom the pronoun at `at` can mean: outside
/// of quotations, unless it stands in one itself.
std::optional<AgentId> AgentTable::only_one_since(std::uint32_t begin, std::uint32_t at,
                                                  language::Agreement agreement) const {
    const bool quoted = article_.tokens[at].quotation != detection::none;
    std::optional<AgentId> only;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const auto id = static_cast<AgentId>(i);
        const std::uint32_t last = quoted ? records_[i].spoken_of : records_[i].told_of;
        if (agents_[i].kind != AgentKind::person || !agents_[i].named || records_[i].joint || excepted_ == id ||
            !language::agree(this->agreement(id), agreement) || last < begin || last >= at)
            continue;
        if (only) return std::nullopt;
        only = id;
    }
    return only;
}

/// Whether the text has first spoken of somebody since `begin`, and told behind the name what he is.
bool AgentTable::introduced_since(std::uint32_t begin, AgentId id) const {
    const std::vector<Span>& mentions = agents_[static_cast<std::size_t>(id)].mentions;
    if (records_[static_cast<std::size_t>(id)].heads.empty() || mentions.empty() ||
        mentions.front().begin < article_.tokens[begin].span.begin)
        return false;
    const std::uint32_t end = mentions.front().end;
    const auto behind = std::ranges::partition_point(
        article_.tokens, [end](const detection::Token& token) { return token.span.begin < end; });
    return behind != article_.tokens.end() && behind->kind == text::CharClass::comma;
}

/// The crowd, the audience: nobody alone, whose noun is singular.
bool AgentTable::many(AgentId id) const {
    return std::ranges::any_of(records_[static_cast<std::size_t>(id)].heads, [this](std::string_view head) {
        return article_.pack->lexicon.has(head, Known::crowd);
    });
}

std::optional<AgentId> AgentTable::antecedent(language::Agreement agreement, std::uint32_t at, bool papers) const {
    // Where nouns have no gender of their own, he and she are people; elsewhere agreement alone decides.
    const bool person = article_.pack->natural_gender && agreement.gender != language::Gender::any;
    std::optional<AgentId> house;
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        if (others(agreement, *it)) return std::nullopt;
        const Agent& agent = agents_[static_cast<std::size_t>(*it)];
        if (person && agent.kind != AgentKind::person && agent.kind != AgentKind::role)
            continue;  // a name of unknown kind: not yet
        if (records_[static_cast<std::size_t>(*it)].indefinite) continue;
        if (!papers && agent.kind == AgentKind::document) continue;
        if (person && agent.kind == AgentKind::role && many(*it)) continue;
        // "Her client" is not she.
        if (const auto owner = records_[static_cast<std::size_t>(*it)].owner;
            person && owner && owner != *it &&
            records_[static_cast<std::size_t>(*it)].agreement.gender == language::Gender::any &&
            records_[static_cast<std::size_t>(*owner)].agreement.gender == agreement.gender)
            continue;
        if (excepted_ == *it && agreement.person == language::Person::third) continue;
        // "They" is nobody alone; it may be a body, whose noun is singular.
        if (article_.pack->natural_gender && agreement.number == language::Number::plural) {
            if (agent.kind == AgentKind::organisation) return *it;
            if (agent.kind == AgentKind::outlet && agent.named &&
                records_[static_cast<std::size_t>(*it)].agreement.number != language::Number::plural) {
                if (!house) house = *it;  // "They leak it": a newspaper, where nobody else is several
                continue;
            }
            const bool alone = agent.kind == AgentKind::person || agent.kind == AgentKind::unknown;
            const Words& words = records_[static_cast<std::size_t>(*it)].words;
            const bool people = !words.empty() && article_.pack->lexicon.has(words.back(), Known::human_noun);
            if (alone && agent.named && !people && !records_[static_cast<std::size_t>(*it)].joint) continue;
        }
        // One of whom nothing shows that it is a single person: "sweeping questions", "people briefed on the move".
        const language::Agreement known = records_[static_cast<std::size_t>(*it)].agreement;
        if (person && agent.kind == AgentKind::role && known.gender == language::Gender::any &&
            known.number != language::Number::singular)
            continue;
        if (article_.pack->natural_gender && !person && agreement.number == language::Number::singular &&
            agent.kind == AgentKind::person) {
            continue;
        }
        if (!language::agree(this->agreement(*it), agreement)) continue;
        // "Harrison saw sadness in it. She said": who spoke last is not meant where the text has gone on to speak of
        // somebody else, and for some paragraphs if the one who spoke has a name, but for one that introduces somebody:
        // "The mask came from Joe Stone, a delegate who dressed up."
        const bool name = agent.kind == AgentKind::person && agent.named;
        const std::uint32_t spoken_of = records_[static_cast<std::size_t>(*it)].spoken_of;
        const std::uint32_t last = paragraphs_before(at, 1);
        if (const auto other = person && spoken_of < last ? only_one_since(last, at, agreement) : std::nullopt;
            other && (!name || spoken_of < paragraphs_before(at, 3) || introduced_since(last, *other)))
            return other;
        return *it;
    }
    if (house) return house;
    // One who has been no subject yet, the latest first; else a name of which nothing shows that it is a person's.
    for (std::size_t i = agents_.size(); person && i-- > first_remembered();) {
        if (agents_[i].kind == AgentKind::person && agents_[i].named && !records_[i].joint &&
            excepted_ != static_cast<AgentId>(i) && language::agree(records_[i].agreement, agreement))
            return static_cast<AgentId>(i);
    }
    for (auto it = salient_.rbegin(); person && it != salient_.rend(); ++it) {
        const Agent& agent = agents_[static_cast<std::size_t>(*it)];
        if (agent.kind == AgentKind::unknown && agent.named && excepted_ != *it) return *it;
    }
    return std::nullopt;
}

std::optional<AgentId> AgentTable::latest(language::Agreement agreement) const {
    // A verb of the feminine means one who is known to be feminine, where there is such a one.
    if (!names_show(article_) && agreement.gender == language::Gender::feminine) {
        for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
            const language::Agreement known = this->agreement(*it);
            if (known.gender == agreement.gender && language::agree(known, agreement)) return *it;
        }
    }
    for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
        if (others(agreement, *it)) return std::nullopt;
        const Record& record = records_[static_cast<std::size_t>(*it)];
        // Who spoke last, by a report, goes on as the report does: its verbs agree with it.
        const bool by_paper =
            it == recent_.rbegin() && record.paper != language::Agreement{} && language::agree(record.paper, agreement);
        if (by_paper || language::agree(this->agreement(*it), agreement)) return *it;
    }
    return std::nullopt;
}

std::optional<AgentId> AgentTable::latest_of_kind(const Mention& mention) const {
    const bool official = mention.refers_to == Reference::official;
    const AgentKind wanted = mention.refers_to ? kind_of(*mention.refers_to) : AgentKind::unknown;
    // A body is spoken of by its own head (the ministry): one that has not been called so is another one.
    if (wanted == AgentKind::organisation && !names_show(article_)) return std::nullopt;
    // A plural of things may speak of people (المصادر), so what does not agree is the second choice, not none.
    for (const bool strict : {true, false}) {
        if (!strict && wanted != AgentKind::role) break;
        for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
            const Agent& agent = agents_[static_cast<std::size_t>(*it)];
            const bool fits = agent.kind == wanted || (wanted == AgentKind::role && agent.kind == AgentKind::person);
            if (!fits || agent.publisher) continue;
            // The radio is not the "Israeli media" of which nobody has been named (things in the plural are feminine);
            // the site may be أحد المواقع.
            const bool masculine =
                records_[static_cast<std::size_t>(*it)].agreement.gender == language::Gender::masculine;
            if (wanted == AgentKind::outlet && !agent.named && !masculine && !shares_head(mention, *it)) continue;
            // The Russian official is one who has been called Russian.
            const Words& described = records_[static_cast<std::size_t>(*it)].described;
            if (official && !std::ranges::all_of(mention.words, [&](std::string_view word) {
                    return holds(mention.heads, word) || holds(described, word);
                }))
                continue;
            if (language::agree(agreement(*it), mention.agreement)) return *it;
            // المتحدثة is no man.
            const bool several = mention.agreement.number == language::Number::plural && !single(*it);
            if (!strict && (several || mention.agreement.number == language::Number::any)) return *it;
        }
    }
    return wanted == AgentKind::outlet ? outlet_named_last(mention) : std::nullopt;
}

/// المصدر: whoever spoke last; but المصادر are no newspaper and no one person.
std::optional<AgentId> AgentTable::latest_source(const Mention& mention) const {
    if (recent_.empty()) return std::nullopt;
    const AgentId last = recent_.back();
    const bool several =
        mention.agreement.gender == language::Gender::feminine || mention.agreement.number == language::Number::plural;
    const bool one = single(last) || agents_[static_cast<std::size_t>(last)].kind == AgentKind::outlet;
    return several && one ? std::nullopt : std::optional(last);
}

/// نشرت صحيفة المنبر صورا. وقالت الصحيفة: an outlet that the text has named, though it has passed on nothing yet. One
/// that is described (الإذاعة المصرية) has been called so before.
std::optional<AgentId> AgentTable::outlet_named_last(const Mention& mention) const {
    const bool described = mention.words.size() > mention.heads.size();
    std::optional<AgentId> last;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const auto id = static_cast<AgentId>(i);
        if (agents_[i].kind != AgentKind::outlet || !agents_[i].named || agents_[i].publisher ||
            agents_[i].mentions.empty() || records_[i].spoken_of >= mention.tokens.begin ||
            !language::agree(agreement(id), mention.agreement) || (described && !shares_head(mention, id)))
            continue;
        if (!last || records_[i].spoken_of >= records_[static_cast<std::size_t>(*last)].spoken_of) last = id;
    }
    return last;
}

/// "The latter": the person whom the text has mentioned last, in words that agree.
std::optional<AgentId> AgentTable::last_mentioned(const Mention& latter) const {
    std::optional<AgentId> last;
    for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
        const auto id = static_cast<AgentId>(i);
        const bool person = agents_[i].kind == AgentKind::person && !records_[i].proper.empty();
        const bool office = agents_[i].kind == AgentKind::role && records_[i].words.size() > 1 &&
                            agreement(id).number == language::Number::singular;
        if (records_[i].joint || (!person && !office) || records_[i].spoken_of >= latter.tokens.begin ||
            !language::agree(agreement(id), latter.agreement))
            continue;
        if (!last || records_[i].spoken_of >= records_[static_cast<std::size_t>(*last)].spoken_of) last = id;
    }
    return last;
}

/// "The prince": the latest spoken of who has been called so, by a title that is no part of the name.
std::optional<AgentId> AgentTable::titled(const Mention& mention) const {
    if (!mention.definite || mention.words.empty() || mention.kind == AgentKind::outlet ||
        mention.kind == AgentKind::organisation || mention.another || mention.joint ||
        mention.agreement.number == language::Number::plural)
        return std::nullopt;
    for (auto it = salient_.rbegin(); it != salient_.rend(); ++it) {
        const Record& record = records_[static_cast<std::size_t>(*it)];
        const Agent& agent = agents_[static_cast<std::size_t>(*it)];
        if (agent.kind == AgentKind::person && agent.named && !record.joint && !principal_of(mention, *it) &&
            !served_by(mention, *it) && subset(mention.words, record.described) && !only_completes(mention, *it) &&
            language::agree(record.agreement, mention.agreement))
            return *it;
    }
    return std::nullopt;
}

/// سموه: the latest of those who spoke or were spoken of who has such a title or office; or else the first who is met
/// with the title, or with the office.
std::optional<AgentId> AgentTable::addressed(const Mention& mention) const {
    const std::string_view titles = article_.value(mention.tokens, Known::honorific);
    if (titles.empty()) return std::nullopt;
    const auto bears = [&](AgentId id, std::string_view title) {
        const Record& record = records_[static_cast<std::size_t>(id)];
        const AgentKind kind = agents_[static_cast<std::size_t>(id)].kind;
        return (kind == AgentKind::person || kind == AgentKind::role) && !record.joint && record.principal.empty() &&
               record.agreement.number != language::Number::plural && holds(record.described, title);
    };
    const auto words = language::split(titles, " ");
    for (const LatestAgents* list : {&recent_, &salient_}) {
        for (auto it = list->rbegin(); it != list->rend(); ++it) {
            if (std::ranges::any_of(words, [&](std::string_view title) { return bears(*it, title); })) return *it;
        }
    }
    for (const std::string_view title : words) {
        for (std::size_t i = first_remembered(); i < agents_.size(); ++i) {
            if (bears(static_cast<AgentId>(i), title)) return static_cast<AgentId>(i);
        }
    }
    return std::nullopt;
}

std::optional<AgentId> AgentTable::latest_outlet(language::Agreement agreement) const {
    for (auto it = recent_.rbegin(); it != recent_.rend(); ++it) {
        const Agent& agent = agents_[static_cast<std::size_t>(*it)];
        if (agent.kind == AgentKind::outlet && !agent.publisher &&
            language::agree(records_[static_cast<std::size_t>(*it)].agreement, agreement))
            return *it;
    }
    return std::nullopt;
}

bool AgentTable::shares_head(const Mention& mention, AgentId agent) const {
    const Words& known = records_[static_cast<std::size_t>(agent)].heads;
    return std::ranges::any_of(mention.heads, [&](std::string_view head) { return holds(known, head); });
}

/// Where heads stand first, one name that is part of another is the same one's only if the heads are the same (the army
/// is not the army's chief), or if both are people: a surname, a title with a name.
bool AgentTable::heads_agree(const Mention& mention, AgentId id) const {
    if (!article_.pack->heads_first) return true;
    const Record& record = records_[static_cast<std::size_t>(id)];
    if (shares_head(mention, id)) return true;
    // شركة «المرسى» and «المرسى»
    if ((!record.own.empty() && record.own == mention.words) || (!mention.own.empty() && mention.own == record.words))
        return true;
    // The headline names the paper alone (لوتان: ...), the text says what it is (صحيفة لوتان السويسرية).
    const AgentKind kind = agents_[static_cast<std::size_t>(id)].kind;
    if (record.headline && mention.kind == AgentKind::outlet && mention.named && kind != AgentKind::role)
        return record.state.empty();
    const bool person = kind == AgentKind::person || kind == AgentKind::role;
    return person && mention.kind == AgentKind::person;
}

/// "In a statement to the newspaper", where no other outlet has been named: the one that publishes the article.
std::optional<AgentId> AgentTable::own_outlet(const Mention& mention) const {
    // An agency may be any office.
    if (!mention.definite || mention.agreement.number == language::Number::plural || mention.tokens.size() != 1 ||
        article_.has(mention.tokens.begin, Known::organisation_noun))
        return std::nullopt;
    return other_outlet_ ? std::nullopt : own_;
}

}  // namespace rawi::sources
