#include "writing/prov_bundle.hpp"

#include <utility>

#include "writing/exchange.hpp"

namespace rawi::writing {
namespace {

using Kind = ProvValue::Kind;

class Bundler {
public:
    Bundler(const Analysis& analysis, const std::string& name) : analysis_(analysis), article_("article:" + name) {
        bundle_.id = "bundle:" + name;
        if (is_language_tag(analysis.language)) bundle_.language = analysis.language;
    }

    ProvBundle bundled() {
        article();
        for (std::size_t i = 0; i < analysis_.agents.size(); ++i) agent(static_cast<AgentId>(i));
        relate(ProvRelation::Kind::attribution, article_, name_of_agent(analysis_.publisher));
        for (std::size_t i = 0; i < analysis_.attributions.size(); ++i) claim(static_cast<AttributionId>(i));
        return std::move(bundle_);
    }

private:
    void article() {
        const Document& document = analysis_.document;
        ProvAttributes attributes = {{"prov:type", {Kind::name, "rawi:Article"}}};
        add(attributes, "prov:label", document.text(document.title()), Kind::words);
        add(attributes, "rawi:id", document.metadata().id);
        add(attributes, "rawi:url", document.metadata().url);
        add(attributes, "rawi:published", document.metadata().published);
        bundle_.elements.push_back({article_, false, std::move(attributes)});
    }

    void agent(AgentId id) {
        const Agent& agent = analysis_.agent(id);
        ProvAttributes attributes;
        if (agent.kind == AgentKind::person) attributes.push_back({"prov:type", {Kind::name, "prov:Person"}});
        if (agent.kind == AgentKind::organisation || agent.kind == AgentKind::outlet) {
            attributes.push_back({"prov:type", {Kind::name, "prov:Organization"}});
        }
        add(attributes, "prov:label", agent.name, Kind::words);
        add(attributes, "rawi:kind", rawi::name_of(agent.kind));
        attributes.push_back({"rawi:named", {Kind::boolean, agent.named ? "true" : "false"}});
        bundle_.elements.push_back({name_of_agent(id), true, std::move(attributes)});
    }

    void claim(AttributionId id) {
        const Attribution& said = analysis_.attribution(id);
        const Document& document = analysis_.document;
        const std::string entity = article_ + '/' + id_of(id);
        ProvAttributes attributes = {{"prov:type", {Kind::name, "rawi:Claim"}}};
        add(attributes, "prov:value", document.joined(said.content), Kind::words);
        add(attributes, "rawi:cue", document.joined(said.cue), Kind::words);
        add(attributes, "rawi:type", rawi::name_of(said.type));
        add(attributes, "rawi:stance", rawi::name_of(said.stance));
        add(attributes, "rawi:medium", said.medium.value_or(""));
        add(attributes, "rawi:date", said.when ? said.when->date : "");
        for (const Flag flag : said.flags) add(attributes, "rawi:flag", rawi::name_of(flag));
        add(attributes, "rawi:rule", said.rule);
        bundle_.elements.push_back({entity, false, std::move(attributes)});
        if (said.source) relate(ProvRelation::Kind::attribution, entity, name_of_agent(*said.source));
        const std::string reached = path(said, entity);
        if (reached == entity) relate(ProvRelation::Kind::derivation, article_, entity);
        if (said.source) relate(ProvRelation::Kind::primary_source, article_, entity);
    }

    /// From the claim to the article or to the claim in which it stands. Returns the entity that was reached.
    std::string path(const Attribution& said, const std::string& claim) {
        std::vector<std::string> causes, effects{claim};
        for (const Hop& hop : said.hops) {
            if (!hop.beside)
                causes = std::exchange(effects, {});
            else if (causes.empty()) {  // beside the source: the claim is theirs, too
                relate(ProvRelation::Kind::attribution, claim, name_of_agent(hop.to));
                continue;
            }
            const bool into_parent = said.parent && analysis_.attribution(*said.parent).source == hop.to;
            const bool published = hop.to == analysis_.publisher;
            std::string effect = into_parent ? article_ + '/' + id_of(*said.parent)
                                 : published ? article_
                                             : claim + '/' + id_of(hop.to);
            const bool stated = hop.contact != Contact::unstated;
            ProvAttributes attributes = {{"rawi:contact", {Kind::text, std::string(rawi::name_of(hop.contact))}},
                                         {"rawi:inferred", {Kind::boolean, hop.inferred ? "true" : "false"}}};
            add(attributes, "rawi:phrase", analysis_.document.joined(hop.phrase), Kind::words);
            add(attributes, "rawi:rule", hop.rule);
            if (!into_parent && !published) report(effect, hop.to);
            for (const std::string& cause : causes) {
                relate(stated ? ProvRelation::Kind::quotation : ProvRelation::Kind::derivation, effect, cause,
                       attributes);
            }
            effects.push_back(std::move(effect));
            if (into_parent || published) break;
        }
        return effects.back();
    }

    /// A claim as somebody passed it on.
    void report(const std::string& id, AgentId by) {
        bundle_.elements.push_back({id, false, {{"prov:type", {Kind::name, "rawi:Report"}}}});
        relate(ProvRelation::Kind::attribution, id, name_of_agent(by));
    }

    void relate(ProvRelation::Kind kind, const std::string& effect, const std::string& cause,
                ProvAttributes attributes = {}) {
        bundle_.relations.push_back({kind, effect, cause, std::move(attributes)});
    }

    static void add(ProvAttributes& attributes, std::string_view key, std::string_view value, Kind kind = Kind::text) {
        if (!value.empty()) attributes.push_back({key, {kind, well_formed(value)}});
    }

    /// An outlet that is listed is the same in every bundle.
    std::string name_of_agent(AgentId id) const {
        const Agent& agent = analysis_.agent(id);
        return agent.outlet_id.empty() ? article_ + '/' + id_of(id) : "outlet:" + percent_encoded(agent.outlet_id);
    }

    const Analysis& analysis_;
    std::string article_;
    ProvBundle bundle_;
};

}  // namespace

const std::vector<std::pair<std::string_view, std::string_view>>& prov_prefixes() {
    static const std::vector<std::pair<std::string_view, std::string_view>> prefixes = {
        {"article", article_iri}, {"bundle", "urn:x-rawi:bundle:"}, {"outlet", outlet_iri}, {"rawi", terms_iri}};
    return prefixes;
}

ProvBundle prov_bundle(const Analysis& analysis, const std::string& name) {
    return Bundler(analysis, name).bundled();
}

}  // namespace rawi::writing
