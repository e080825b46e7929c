#include "corpus/reliance_scan.hpp"

#include <algorithm>
#include <set>

#include "corpus/person_names.hpp"
#include "corpus/words.hpp"
#include "language/names.hpp"
#include "provenance/names.hpp"
#include "provenance/passages.hpp"
#include "rawi/error.hpp"

namespace rawi::corpus {

using language::from_name;

/// The article that is being counted.
struct RelianceScan::Article {
    std::vector<AgentRow> agents;
    std::uint32_t publisher = 0;                     ///< its number
    std::map<std::uint32_t, std::uint32_t> sources;  ///< claims of each
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
};

ScanBasis::ScanBasis(const Store& store, const RelianceOptions& options)
    : database(store.database()),
      persons(database),
      agents_of(database,
                "SELECT name, kind, outlet_id, named, publisher FROM agents WHERE article = ?1 ORDER BY agent"),
      claims_of(database, "SELECT number, source IS NOT NULL, words FROM claims WHERE article = ?1 ORDER BY claim"),
      stations_of(database, "SELECT agent, contact, beside FROM stations WHERE claim = ?1 ORDER BY place"),
      publishers_(publisher_names(database)) {
    for (const auto& file : options.outlet_lists) outlets.add(file);
    Statement all(database, "SELECT claim, other FROM links ORDER BY claim, other");
    while (all.step()) links.emplace_back(all.number(0), all.number(1));
}

const std::string& ScanBasis::outlet_key(const std::string& listed, const std::string& name) {
    const auto [place, is_new] = keys_.try_emplace({listed, name});
    if (is_new) place->second = outlets.identity(listed, name);
    if (place->second.empty()) place->second = "?";
    return place->second;
}

bool ScanBasis::publishes(const std::string& name) {
    const auto [place, is_new] = publishes_.try_emplace(name);
    if (is_new) place->second = publishers_.contains(provenance::outlet_name(name));
    return place->second;
}

RelianceScan::RelianceScan(ScanBasis& basis, const RelianceOptions& options)
    : basis_(basis), selection_(options.articles, basis.outlets) {}

void RelianceScan::run() {
    selection_.each(basis_.database, [this](const ArticleRow& row) { add(row); });
}

std::uint32_t RelianceScan::outlet_number(const std::string& listed, const std::string& name, bool publishes) {
    const std::string& key = basis_.outlet_key(listed, name);
    const auto [place, is_new] = outlet_numbers_.try_emplace(key, static_cast<std::uint32_t>(outlets.size()));
    if (is_new) {
        Outlet made;
        made.counted.outlet = key;
        if (const provenance::OutletList::Outlet* known = basis_.outlets.find(key)) {
            made.counted.kind = known->kind;
            made.counted.country = known->country;
        }
        outlets.push_back(std::move(made));
    }
    Outlet& outlet = outlets[place->second];
    if (publishes && outlet.counted.name.empty()) outlet.counted.name = name;
    if (!name.empty()) ++outlet.names[name];
    return place->second;
}

void RelianceScan::name_all() {
    for (Outlet& outlet : outlets) {
        name_outlet(outlet);
        for (auto& [number, source] : outlet.sources)
            source.name = provenance::most_common(outlet.source_names.at(number));
    }
}

/// Articles call one outlet by many names; it is known by the most common one. What they call a listed outlet may have
/// its country and more with it: the listed name in it counts.
void RelianceScan::name_outlet(Outlet& outlet) const {
    OutletReliance& counted = outlet.counted;
    if (!counted.name.empty()) return;
    const provenance::OutletList::Outlet* known = basis_.outlets.find(counted.outlet);
    provenance::NameCounts called;
    for (const auto& [name, times] : outlet.names)
        called[known == nullptr ? name : std::string(provenance::OutletList::name_within(*known, name))] += times;
    counted.name = provenance::most_common(called);
    if (counted.name.empty() && known != nullptr) counted.name = known->name;
}

bool RelianceScan::read_agents(const ArticleRow& row, Article& article) {
    basis_.agents_of.bind(row.number);
    while (basis_.agents_of.step()) {
        AgentRow agent{.name = basis_.agents_of.text(0),
                       .outlet_id = basis_.agents_of.text(2),
                       .kind = from_name<AgentKind>(basis_.agents_of.view(1)).value_or(AgentKind::unknown),
                       .named = basis_.agents_of.number(3) != 0,
                       .publisher = basis_.agents_of.number(4) != 0};
        article.agents.push_back(std::move(agent));
    }
    basis_.agents_of.reset();
    if (std::ranges::none_of(article.agents, &AgentRow::publisher)) return false;
    for (AgentRow& agent : article.agents) {
        if (agent.publisher) {
            agent.outlet = article.publisher = outlet_number(agent.outlet_id, agent.name, true);
        } else if (agent.named && (agent.kind == AgentKind::outlet || basis_.publishes(agent.name))) {
            agent.kind = AgentKind::outlet;
            agent.outlet = outlet_number(agent.outlet_id, agent.name, false);
        }
        if (!agent.outlet)
            agent.key = agent.kind == AgentKind::person ? basis_.persons.key(agent.name, row.language)
                                                        : words_in(row.language).name_key(agent.name);
    }
    return true;
}

void RelianceScan::add(const ArticleRow& row) {
    Article article;
    if (!read_agents(row, article)) {
        damaged.push_back(row.id);
        return;
    }
    bool any = row.on_topic;
    basis_.claims_of.bind(row.number);
    while (basis_.claims_of.step()) {
        if (!row.on_topic && !selection_.topic().in(basis_.claims_of.view(2), row.language)) continue;
        any = true;
        const std::int64_t number = basis_.claims_of.number(0);
        std::vector<Station> stations;
        basis_.stations_of.bind(number);
        while (basis_.stations_of.step()) {
            const auto agent = static_cast<std::size_t>(basis_.stations_of.number(0));
            if (agent < article.agents.size())
                stations.push_back({agent, from_name<Contact>(basis_.stations_of.view(1)).value_or(Contact::unstated),
                                    basis_.stations_of.number(2) != 0});
        }
        basis_.stations_of.reset();
        add_claim(article, basis_.claims_of.number(1) != 0, stations);
        story_claims.push_back({number, article.publisher, row.moment});
    }
    basis_.claims_of.reset();
    if (!any) return;
    ++articles;
    ++languages[row.language];
    if (row.moment) {
        const std::string day = text::day_of(*row.moment);
        if (first_day.empty()) first_day = day;  // articles come in order of time
        last_day = day;
    }
    Outlet& publisher = outlets[article.publisher];
    ++publisher.counted.articles;
    publisher.articles.emplace_back(article.sources.begin(), article.sources.end());
    for (const auto& pair : article.pairs) ++pairs[pair].articles;
}

void RelianceScan::add_claim(Article& article, bool has_source, const std::vector<Station>& stations) {
    OutletReliance& counted = outlets[article.publisher].counted;
    ++claims;
    ++counted.claims;
    const bool known = has_source && !stations.empty();
    const Contact contact = known && stations.size() > 1 ? stations.front().contact : Contact::unstated;
    if (stations.size() > (known ? 2U : 1U)) ++counted.second_hand;
    bool outlet = false;
    bool agency = false;
    for (const Station& station : stations) {
        const auto& number = article.agents[station.agent].outlet;
        if (!number || *number == article.publisher) continue;
        outlet = true;
        agency = agency || outlets[*number].counted.kind == "agency";
    }
    counted.from_outlets += outlet ? 1 : 0;
    counted.from_agencies += agency ? 1 : 0;
    const AgentRow* source = known ? &article.agents[stations.front().agent] : nullptr;
    const std::string kind(source != nullptr ? name_of(source->kind) : "nobody");
    KindReliance& of_kind = outlets[article.publisher].kinds[kind];
    of_kind.kind = kind;
    ++of_kind.claims;
    ++of_kind.contacts[static_cast<std::size_t>(contact)];
    if (source == nullptr) {
        ++counted.nobody;
    } else {
        if (!source->named) {
            ++counted.unnamed;
            ++of_kind.unnamed;
        }
        count_source(article, *source, contact);
    }
    count_pairs(article, stations);
}

void RelianceScan::count_source(Article& article, const AgentRow& agent, Contact contact) {
    // Persons are one if their names are, whatever their offices; outlets if the list says so.
    const std::string key = agent.outlet ? outlets[*agent.outlet].counted.outlet : agent.key;
    const auto [place, is_new] = source_numbers_.try_emplace(
        {agent.outlet ? AgentKind::outlet : agent.kind, agent.kind == AgentKind::person ? squeezed(key) : key},
        source_count);
    if (is_new) ++source_count;
    Outlet& outlet = outlets[article.publisher];
    SourceReliance& source = outlet.sources[place->second];
    if (source.claims == 0) {
        source.source = key;
        source.kind = agent.kind;
    }
    source.named = source.named || agent.named;
    ++source.claims;
    ++source.contacts[static_cast<std::size_t>(contact)];
    if (++article.sources[place->second] == 1) ++outlet.source_names[place->second][agent.name];
}

/// Who had the words from whom, as far as they are outlets: an official between two does not part them.
void RelianceScan::count_pairs(Article& article, const std::vector<Station>& stations) {
    std::vector<Station> houses;
    bool beside = true;
    for (const Station& station : stations) {
        beside = beside && station.beside;
        if (article.agents[station.agent].outlet) {
            houses.push_back(station);
            houses.back().beside = beside;
            beside = true;
        }
    }
    provenance::each_passage(
        houses.size(), [&](std::size_t i) { return houses[i].beside; },
        [&](std::size_t from, std::size_t to) {
            const std::pair ends(*article.agents[houses[from].agent].outlet, *article.agents[houses[to].agent].outlet);
            if (ends.first == ends.second) return;
            OutletPair& pair = pairs[ends];
            ++pair.claims;
            ++pair.contacts[static_cast<std::size_t>(houses[to - 1].contact)];
            article.pairs.insert(ends);
        });
}

}  // namespace rawi::corpus
