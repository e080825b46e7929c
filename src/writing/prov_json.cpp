// PROV-JSON (W3C member submission): one bundle an article. The Python package `prov` and ProvStore read it.
#include <ostream>
#include <string>
#include <unordered_set>

#include "writing/exchange.hpp"
#include "writing/json_encoder.hpp"
#include "writing/prov_bundle.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

class ProvJsonWriter final : public Writer {
public:
    explicit ProvJsonWriter(std::ostream& out) : out_(out) {}

    void begin() override {
        std::string text = "{\n  \"prefix\": ";
        JsonEncoder json(text, JsonEncoder::Layout::indented, 1);
        json.begin_object();
        for (const auto& [prefix, iri] : prov_prefixes()) json.key(prefix).string(iri);
        json.end_object();
        out_ << text << ",\n  \"bundle\": {";
        check(out_);
    }

    void write(const Analysis& analysis) override {
        const ProvBundle bundle = prov_bundle(analysis, names_(analysis.document));
        std::string text = (any_ ? ",\n    \"" : "\n    \"") + bundle.id + "\": ";
        any_ = true;
        JsonEncoder json(text, JsonEncoder::Layout::indented, 2);
        json.begin_object();
        for (const bool agents : {false, true}) {
            json.key(agents ? "agent" : "entity").begin_object();
            // Two agents of an article may be the same outlet; a key may stand but once in an object.
            std::unordered_set<std::string_view> written;
            for (const ProvElement& element : bundle.elements) {
                if (element.is_agent != agents || !written.insert(element.id).second) continue;
                json.key(element.id).begin_object();
                append(json, element.attributes, bundle.language);
                json.end_object();
            }
            json.end_object();
        }
        relations(json, bundle, "wasAttributedTo", true);
        relations(json, bundle, "wasDerivedFrom", false);
        json.end_object();
        out_ << text;
        check(out_);
    }

    void end() override {
        out_ << (any_ ? "\n  }\n}\n" : "}\n}\n");
        check(out_);
    }

private:
    static void relations(JsonEncoder& json, const ProvBundle& bundle, std::string_view section, bool attributions) {
        json.key(section).begin_object();
        for (std::size_t i = 0; i < bundle.relations.size(); ++i) {
            const ProvRelation& relation = bundle.relations[i];
            if ((relation.kind == ProvRelation::Kind::attribution) != attributions) continue;
            json.key("_:r" + std::to_string(i + 1)).begin_object();
            json.key(attributions ? "prov:entity" : "prov:generatedEntity").string(relation.effect);
            json.key(attributions ? "prov:agent" : "prov:usedEntity").string(relation.cause);
            ProvAttributes attributes = relation.attributes;
            const ProvValue::Kind name = ProvValue::Kind::name;
            if (relation.kind == ProvRelation::Kind::quotation) {
                attributes.insert(attributes.begin(), {"prov:type", {name, "prov:Quotation"}});
            } else if (relation.kind == ProvRelation::Kind::primary_source) {
                attributes.insert(attributes.begin(), {"prov:type", {name, "prov:PrimarySource"}});
            }
            append(json, attributes, bundle.language);
            json.end_object();
        }
        json.end_object();
    }

    static void append(JsonEncoder& json, const ProvAttributes& attributes, const std::string& language) {
        each_name(attributes, [&](std::string_view name, auto values) {
            json.key(name);
            if (values.size() > 1) json.begin_row();
            for (const auto& [same_name, value] : values) append(json, value, language);
            if (values.size() > 1) json.end_row();
        });
    }

    static void append(JsonEncoder& json, const ProvValue& value, const std::string& language) {
        switch (value.kind) {
            case ProvValue::Kind::text: json.string(value.value); return;
            case ProvValue::Kind::boolean: json.boolean(value.value == "true"); return;
            case ProvValue::Kind::words:
                if (language.empty()) return json.string(value.value);
                json.begin_object();
                json.key("$").string(value.value);
                json.key("lang").string(language);
                json.end_object();
                return;
            case ProvValue::Kind::name:
                json.begin_object();
                json.key("$").string(value.value);
                json.key("type").string("prov:QUALIFIED_NAME");
                json.end_object();
        }
    }

    std::ostream& out_;
    ArticleNames names_;
    bool any_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_prov_json_writer(std::ostream& out, const WritingOptions& /*options*/) {
    return std::make_unique<ProvJsonWriter>(out);
}

}  // namespace rawi::writing
