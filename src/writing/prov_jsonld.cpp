// PROV-O in JSON-LD: RDF that any triple store takes. One named graph, a prov:Bundle, an article. The context stands in
// the file, so that nothing has to be fetched.
#include <ostream>
#include <string>

#include "writing/exchange.hpp"
#include "writing/json_encoder.hpp"
#include "writing/prov_bundle.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

/// The property and, where the way of passing is described, the qualified one with its class.
struct Terms {
    std::string_view property;
    std::string_view qualified;
    std::string_view type;
};

Terms terms_of(ProvRelation::Kind kind) {
    switch (kind) {
        case ProvRelation::Kind::attribution:
            return {"prov:wasAttributedTo", "prov:qualifiedAttribution", "prov:Attribution"};
        case ProvRelation::Kind::quotation: return {"prov:wasQuotedFrom", "prov:qualifiedQuotation", "prov:Quotation"};
        case ProvRelation::Kind::primary_source:
            return {"prov:hadPrimarySource", "prov:qualifiedPrimarySource", "prov:PrimarySource"};
        case ProvRelation::Kind::derivation: break;
    }
    return {"prov:wasDerivedFrom", "prov:qualifiedDerivation", "prov:Derivation"};
}

/// PROV-O says rdfs:label where the other notations say prov:label.
std::string_view property_of(std::string_view key) {
    return key == "prov:label" ? "rdfs:label" : key;
}

class ProvJsonLdWriter final : public Writer {
public:
    explicit ProvJsonLdWriter(std::ostream& out) : out_(out) {}

    void begin() override {
        std::string text = "{\n  \"@context\": ";
        JsonEncoder json(text, JsonEncoder::Layout::indented, 1);
        json.begin_object();
        json.key("prov").string("http://www.w3.org/ns/prov#");
        json.key("rdfs").string("http://www.w3.org/2000/01/rdf-schema#");
        for (const auto& [prefix, iri] : prov_prefixes()) json.key(prefix).string(iri);
        json.end_object();
        out_ << text << ",\n  \"@graph\": [";
        check(out_);
    }

    void write(const Analysis& analysis) override {
        const ProvBundle bundle = prov_bundle(analysis, names_(analysis.document));
        std::string text = any_ ? ",\n    " : "\n    ";
        any_ = true;
        JsonEncoder json(text, JsonEncoder::Layout::indented, 2);
        json.begin_object();
        json.key("@id").string(bundle.id);
        json.key("@type").string("prov:Bundle");
        json.key("@graph").begin_array();
        for (const ProvElement& element : bundle.elements) append(json, element, bundle.language);
        for (const ProvRelation& relation : bundle.relations) append(json, relation, bundle.language);
        json.end_array();
        json.end_object();
        out_ << text;
        check(out_);
    }

    void end() override {
        out_ << (any_ ? "\n  ]\n}\n" : "]\n}\n");
        check(out_);
    }

private:
    static void append(JsonEncoder& json, const ProvElement& element, const std::string& language) {
        json.begin_object();
        json.key("@id").string(element.id);
        json.key("@type").begin_row();
        json.string(element.is_agent ? "prov:Agent" : "prov:Entity");
        std::size_t types = 0;
        for (; types < element.attributes.size() && element.attributes[types].first == "prov:type"; ++types) {
            json.string(element.attributes[types].second.value);
        }
        json.end_row();
        append(json, {element.attributes.begin() + static_cast<std::ptrdiff_t>(types), element.attributes.end()},
               language);
        json.end_object();
    }

    static void append(JsonEncoder& json, const ProvRelation& relation, const std::string& language) {
        const Terms terms = terms_of(relation.kind);
        json.begin_object();
        json.key("@id").string(relation.effect);
        json.key(terms.property).begin_row();
        reference(json, relation.cause);
        json.end_row();
        if (!relation.attributes.empty()) {
            json.key(terms.qualified).begin_object();
            json.key("@type").string(terms.type);
            json.key(relation.kind == ProvRelation::Kind::attribution ? "prov:agent" : "prov:entity");
            reference(json, relation.cause);
            append(json, relation.attributes, language);
            json.end_object();
        }
        json.end_object();
    }

    static void reference(JsonEncoder& json, const std::string& id) {
        json.begin_object();
        json.key("@id").string(id);
        json.end_object();
    }

    static void append(JsonEncoder& json, const ProvAttributes& attributes, const std::string& language) {
        each_name(attributes, [&](std::string_view name, auto values) {
            json.key(property_of(name));
            if (values.size() > 1) json.begin_row();
            for (const auto& [same_name, value] : values) append(json, value, language);
            if (values.size() > 1) json.end_row();
        });
    }

    static void append(JsonEncoder& json, const ProvValue& value, const std::string& language) {
        switch (value.kind) {
            case ProvValue::Kind::text: json.string(value.value); return;
            case ProvValue::Kind::boolean: json.boolean(value.value == "true"); return;
            case ProvValue::Kind::name: reference(json, value.value); return;
            case ProvValue::Kind::words: break;
        }
        json.begin_object();
        json.key("@value").string(value.value);
        if (!language.empty()) json.key("@language").string(language);
        json.end_object();
    }

    std::ostream& out_;
    ArticleNames names_;
    bool any_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_prov_jsonld_writer(std::ostream& out, const WritingOptions& /*options*/) {
    return std::make_unique<ProvJsonLdWriter>(out);
}

}  // namespace rawi::writing
