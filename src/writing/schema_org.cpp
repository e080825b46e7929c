// schema.org in JSON-LD, as search engines and fact-checkers' tools take it: the article with what is said in it. Words
// in quotation marks are a Quotation (spokenByCharacter), reported ones a Claim (author); what a relay published is a
// CreativeWork that is based on them, and the article is based on that.
#include <ostream>
#include <string>

#include "text/moment.hpp"
#include "writing/dot_text.hpp"
#include "writing/exchange.hpp"
#include "writing/json_encoder.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

/// As schema.org has it: ISO 8601, with the zone as it is given. Empty where no day is told.
std::string iso_date(std::string_view published) {
    const auto moment = text::read_moment(published);
    if (!moment) return {};
    const bool iso = published.size() >= 10 && published[4] == '-' && published[7] == '-';
    return iso ? std::string(published) : text::text_of(*moment);
}

std::string_view type_of(const Agent& agent) {
    if (agent.publisher) return "NewsMediaOrganization";
    switch (agent.kind) {
        case AgentKind::organisation: return "Organization";
        case AgentKind::outlet: return "NewsMediaOrganization";
        case AgentKind::document: return "CreativeWork";
        default: return "Person";
    }
}

class Describer {
public:
    Describer(const Analysis& analysis, JsonEncoder& json, const std::string& name)
        : analysis_(analysis), json_(json), article_(std::string(article_iri) + name) {}

    void describe() {
        article();
        for (std::size_t i = 0; i < analysis_.agents.size(); ++i) agent(static_cast<AgentId>(i));
        for (std::size_t i = 0; i < analysis_.attributions.size(); ++i) claim(static_cast<AttributionId>(i));
    }

private:
    void article() {
        const Metadata& given = analysis_.document.metadata();
        json_.begin_object();
        json_.key("@type").string("NewsArticle");
        json_.key("@id").string(article_);
        const std::string_view title = analysis_.document.text(analysis_.document.title());
        if (!title.empty()) json_.key("headline").string(title);
        if (!safe_url(given.url).empty()) json_.key("url").string(given.url);
        if (const std::string date = iso_date(given.published); !date.empty()) json_.key("datePublished").string(date);
        if (is_language_tag(analysis_.language)) json_.key("inLanguage").string(analysis_.language);
        if (!given.author.empty()) {
            json_.key("author").begin_object();
            json_.key("@type").string("Person");
            json_.key("name").string(given.author);
            json_.end_object();
        }
        json_.key("publisher");
        reference(iri_of(analysis_.publisher));
        json_.key("hasPart").begin_array();
        for (std::size_t i = 0; i < analysis_.attributions.size(); ++i)
            reference(iri_of(static_cast<AttributionId>(i)));
        json_.end_array();
        json_.key("isBasedOn").begin_array();
        for (std::size_t i = 0; i < analysis_.attributions.size(); ++i) {
            const Attribution& said = analysis_.attributions[i];
            if (!said.parent) reference(last_version(static_cast<AttributionId>(i)));
        }
        json_.end_array();
        json_.end_object();
    }

    void agent(AgentId id) {
        const Agent& agent = analysis_.agent(id);
        json_.begin_object();
        json_.key("@type").string(type_of(agent));
        json_.key("@id").string(iri_of(id));
        if (!agent.name.empty()) json_.key(agent.named || agent.publisher ? "name" : "description").string(agent.name);
        json_.end_object();
    }

    void claim(AttributionId id) {
        const Attribution& said = analysis_.attribution(id);
        const bool quoted = said.type != ContentType::indirect;
        json_.begin_object();
        json_.key("@type").string(quoted ? "Quotation" : "Claim");
        json_.key("@id").string(iri_of(id));
        json_.key("text").string(analysis_.document.joined(said.content));
        if (is_language_tag(analysis_.language)) json_.key("inLanguage").string(analysis_.language);
        if (said.source) {
            // Only somebody can speak and be an author; what a document says is based on it.
            const bool is_document = analysis_.agent(*said.source).kind == AgentKind::document;
            json_.key(is_document ? "isBasedOn" : quoted ? "spokenByCharacter" : "author");
            reference(iri_of(*said.source));
        }
        if (said.when && !said.when->date.empty()) json_.key("dateCreated").string(said.when->date);
        if (!quoted) {
            json_.key("appearance");
            reference(article_);
        }
        json_.key("isPartOf");
        reference(said.parent ? iri_of(*said.parent) : article_);
        json_.end_object();
        relays(id);
    }

    /// What each of those between the speaker and the publisher passed on.
    void relays(AttributionId id) {
        const Attribution& said = analysis_.attribution(id);
        std::string based_on = iri_of(id), version = based_on;
        for (const Hop& hop : said.hops) {
            if (hop.to == analysis_.publisher) break;
            if (!hop.beside) based_on = version;
            json_.begin_object();
            json_.key("@type").string("CreativeWork");
            json_.key("@id").string(iri_of(id) + '/' + id_of(hop.to));
            json_.key("creator");
            reference(iri_of(hop.to));
            json_.key("isBasedOn");
            reference(based_on);
            json_.end_object();
            version = iri_of(id) + '/' + id_of(hop.to);
        }
    }

    std::string last_version(AttributionId id) const {
        std::string version = iri_of(id);
        for (const Hop& hop : analysis_.attribution(id).hops) {
            if (hop.to != analysis_.publisher) version = iri_of(id) + '/' + id_of(hop.to);
        }
        return version;
    }

    std::string iri_of(AttributionId id) const { return article_ + '/' + id_of(id); }

    std::string iri_of(AgentId id) const {
        const Agent& agent = analysis_.agent(id);
        return agent.outlet_id.empty() ? article_ + '/' + id_of(id)
                                       : std::string(outlet_iri) + percent_encoded(agent.outlet_id);
    }

    void reference(const std::string& iri) {
        json_.begin_object();
        json_.key("@id").string(iri);
        json_.end_object();
    }

    const Analysis& analysis_;
    JsonEncoder& json_;
    std::string article_;
};

class SchemaOrgWriter final : public Writer {
public:
    explicit SchemaOrgWriter(std::ostream& out) : out_(out) {}

    void begin() override {
        out_ << "{\n  \"@context\": \"https://schema.org\",\n  \"@graph\": ";
        check(out_);
    }

    /// One array over all articles: each goes in without the brackets of its own.
    void write(const Analysis& analysis) override {
        std::string text;
        JsonEncoder json(text, JsonEncoder::Layout::indented, 1);
        json.begin_array();
        Describer(analysis, json, names_(analysis.document)).describe();
        json.end_array();
        const std::size_t last = text.rfind('\n');  // before the closing bracket: an article describes at least itself
        text.resize(last);
        if (any_) text.front() = ',';
        any_ = true;
        out_ << text;
        check(out_);
    }

    void end() override {
        out_ << (any_ ? "\n  ]\n}\n" : "[]\n}\n");
        check(out_);
    }

private:
    std::ostream& out_;
    ArticleNames names_;
    bool any_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_schema_org_writer(std::ostream& out, const WritingOptions& /*options*/) {
    return std::make_unique<SchemaOrgWriter>(out);
}

}  // namespace rawi::writing
