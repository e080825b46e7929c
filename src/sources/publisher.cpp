#include "sources/publisher.hpp"

#include <algorithm>

#include "detection/credits.hpp"
#include "detection/publisher_name.hpp"
#include "sources/find_agent.hpp"
#include "sources/resolve.hpp"
#include "text/characters.hpp"

namespace rawi::sources {

using detection::Known;
using detection::words_of;

namespace {

/// `agent` carried the article; `phrase` says so in the text, empty where it is said beside the text.
void carry(AgentId agent, TokenRange phrase, Sources& sources) {
    if (agent == sources.publisher ||
        std::find(sources.carriers.begin(), sources.carriers.end(), agent) != sources.carriers.end())
        return;
    sources.carriers.push_back(agent);
    sources.carrier_phrases.push_back(phrase);
}

/// The agent of an outlet that is named beside the text.
AgentId outlet_beside_text(const Mention& mention, std::string_view name, AgentTable& table) {
    if (const std::optional<AgentId> known = find_outlet(table, mention.outlet_key, mention.words)) return *known;
    return table.add(Agent{.name = std::string(name),
                           .kind = AgentKind::outlet,
                           .named = true,
                           .outlet_id = std::string(mention.outlet_key)},
                     mention.words);
}

/// دبي - بوابة المنبر, لندن - سونبرك: in a byline beside the text, where heads stand first, what an outlet's noun opens
/// between two marks; or between a mark and the end the only word, if no list holds it, beside a place.
TokenRange unlisted_in_byline(const Article& byline) {
    constexpr std::size_t shortest = 3;  // letters
    const auto size = static_cast<std::uint32_t>(byline.tokens.size());
    const auto letter = [&](std::uint32_t i) { return byline.tokens[i].kind == text::CharClass::letter; };
    TokenRange alone;
    bool beside_place = false;
    for (std::uint32_t begin = 0, end = 0; begin < size; begin = end) {
        while (begin < size && !letter(begin)) ++begin;
        for (end = begin; end < size && letter(end);) ++end;
        const TokenRange part{begin, end};
        if (part.empty()) break;
        const std::uint32_t noun = byline.match(begin, Known::outlet_noun, end);
        if (noun != 0 && noun < part.size() && !byline.has(begin, Known::collective_noun)) return part;
        if (byline.match(begin, Known::place, end) == part.size())
            beside_place = true;
        else if (part.size() == 1 && byline.tokens[begin].word == language::unknown_word &&
                 text::letters_in(byline.normal_of(begin)) >= shortest)
            alone = part;
        else
            return {};
    }
    return beside_place ? alone : TokenRange{};
}

}  // namespace

std::vector<Mention> outlets_in(const Article& article, TokenRange range) {
    std::vector<Mention> found;
    for (const TokenRange name : detection::credited_outlets(article, range))
        found.push_back(read_mention(article, name, true));
    return found;
}

AgentId add_publisher(const Article& article, AgentTable& table) {
    const std::string& given = article.document->metadata().outlet;
    Agent publisher{.name = given, .kind = AgentKind::outlet, .named = !given.empty(), .publisher = true};
    const std::vector<std::string> without_article = words_of(given, article.pack->article);
    const std::vector<std::string> whole = words_of(given, {});
    const Words words(without_article.begin(), without_article.end());
    if (!given.empty()) {
        publisher.outlet_id = detection::listed_key(*article.pack, whole);
        if (publisher.outlet_id.empty() && !names_show(article)) publisher.outlet_id = detection::publisher_key;
    } else if (!article.credits.empty()) {
        // Nobody says who published it: the byline's outlet did.
        const std::vector<Mention> credited = outlets_in(article, article.credits.front());
        if (!credited.empty()) {
            publisher.name = article.document->text(article.span_of(credited.front().tokens));
            publisher.named = true;
            publisher.outlet_id = credited.front().outlet_key;
            const AgentId id = table.add(std::move(publisher), credited.front().words);
            table.mention(id, credited.front().tokens);
            return id;
        }
    }
    return table.add(std::move(publisher), words);
}

void find_carriers(const Article& article, AgentTable& table, Sources& sources) {
    // The byline may be given beside the text: "London - Reuters".
    if (const std::string& author = article.document->metadata().author; !author.empty()) {
        Metadata metadata;
        metadata.outlet = article.document->metadata().outlet;
        const Document byline(std::move(metadata), {}, author);
        const Article read = detection::detect(byline, *article.pack);
        const TokenRange all{0, static_cast<std::uint32_t>(read.tokens.size())};
        const std::vector<std::string> own = words_of(article.document->metadata().outlet, article.pack->article);
        std::vector<TokenRange> credited = detection::credited_outlets(read, all);
        if (credited.empty() && article.pack->heads_first) {
            if (const TokenRange unlisted = unlisted_in_byline(read); !unlisted.empty()) credited.push_back(unlisted);
        }
        for (const TokenRange name : credited) {
            const Mention mention = read_mention(read, name, true);
            // الرياض - «الجزيرة» in الجزيرة السعودية: its own name in short, though another outlet is called so, too.
            const bool short_name = !mention.words.empty() && mention.words.size() < own.size();
            if (short_name && std::equal(mention.words.begin(), mention.words.end(), own.begin())) continue;
            carry(outlet_beside_text(mention, byline.text(read.span_of(name)), table), {}, sources);
        }
    }
    for (const TokenRange credit : article.credits) {
        for (const Mention& mention : outlets_in(article, credit)) {
            if (const auto agent = resolve(table, mention)) carry(*agent, mention.tokens, sources);
        }
    }
}

void keep_those_who_speak(Sources& sources) {
    std::vector<bool> used(sources.agents.size(), false);
    const auto use = [&](AgentId agent) { used[static_cast<std::size_t>(agent)] = true; };
    use(sources.publisher);
    for (const AgentId carrier : sources.carriers) use(carrier);
    for (const Appeared& appeared : sources.appearances) use(appeared.outlet), use(appeared.speaker);
    for (const Speakers& speakers : sources.speakers) {
        if (speakers.source) use(*speakers.source);
        for (const std::vector<AgentId>& relays : speakers.relays) {
            for (const AgentId relay : relays) use(relay);
        }
        for (const Carrier& carrier : speakers.beside) use(carrier.agent);
    }
    std::vector<AgentId> renamed(used.size());
    std::vector<Agent> kept;
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) continue;
        renamed[i] = static_cast<AgentId>(kept.size());
        kept.push_back(std::move(sources.agents[i]));
    }
    const auto rename = [&](AgentId& agent) { agent = renamed[static_cast<std::size_t>(agent)]; };
    for (Agent& agent : kept) {
        if (agent.outlet_id == detection::publisher_key) agent.outlet_id.clear();
    }
    sources.agents = std::move(kept);
    rename(sources.publisher);
    for (AgentId& carrier : sources.carriers) rename(carrier);
    for (Appeared& appeared : sources.appearances) rename(appeared.outlet), rename(appeared.speaker);
    for (Speakers& speakers : sources.speakers) {
        if (speakers.source) rename(*speakers.source);
        for (std::vector<AgentId>& relays : speakers.relays) {
            for (AgentId& relay : relays) rename(relay);
        }
        for (Carrier& carrier : speakers.beside) rename(carrier.agent);
    }
}

}  // namespace rawi::sources
