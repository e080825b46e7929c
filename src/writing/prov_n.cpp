// PROV-N (W3C recommendation): the notation for people who read PROV, one bundle an article.
#include <ostream>
#include <string>

#include "text/json_text.hpp"
#include "writing/exchange.hpp"
#include "writing/prov_bundle.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

/// The grammar's strings have escapes for a few characters and none for a code point. Of the controls among them only
/// line breaks and tabs come this far.
std::string literal(std::string_view text) {
    std::string out = "\"";
    for (const char c : inert(text)) {
        const std::string_view escape = text::short_escape(static_cast<unsigned char>(c));
        if (escape.empty())
            out += c;
        else
            out += escape;
    }
    return out + '"';
}

std::string value_of(const ProvValue& value, const std::string& language) {
    switch (value.kind) {
        case ProvValue::Kind::boolean: return '"' + value.value + "\" %% xsd:boolean";
        case ProvValue::Kind::name: return '\'' + value.value + '\'';
        case ProvValue::Kind::words: return literal(value.value) + (language.empty() ? "" : '@' + language);
        case ProvValue::Kind::text: break;
    }
    return literal(value.value);
}

/// ", [key=value, ...]"
std::string list_of(const ProvAttributes& attributes, const std::string& language) {
    if (attributes.empty()) return {};
    std::string out = ", [";
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        out += (i == 0 ? "" : ", ") + std::string(attributes[i].first) + '=' + value_of(attributes[i].second, language);
    }
    return out + ']';
}

std::string statement(const ProvRelation& relation, const std::string& language) {
    const bool attribution = relation.kind == ProvRelation::Kind::attribution;
    ProvAttributes attributes = relation.attributes;
    if (relation.kind == ProvRelation::Kind::quotation) {
        attributes.insert(attributes.begin(), {"prov:type", {ProvValue::Kind::name, "prov:Quotation"}});
    } else if (relation.kind == ProvRelation::Kind::primary_source) {
        attributes.insert(attributes.begin(), {"prov:type", {ProvValue::Kind::name, "prov:PrimarySource"}});
    }
    return (attribution ? "wasAttributedTo(" : "wasDerivedFrom(") + relation.effect + ", " + relation.cause +
           list_of(attributes, language) + ')';
}

class ProvNWriter final : public Writer {
public:
    explicit ProvNWriter(std::ostream& out) : out_(out) {}

    void begin() override {
        out_ << "document\n";
        for (const auto& [prefix, iri] : prov_prefixes()) out_ << "  prefix " << prefix << " <" << iri << ">\n";
        check(out_);
    }

    void write(const Analysis& analysis) override {
        const ProvBundle bundle = prov_bundle(analysis, names_(analysis.document));
        std::string text = "\n  bundle " + bundle.id + '\n';
        for (const ProvElement& element : bundle.elements) {
            text += "    " + std::string(element.is_agent ? "agent(" : "entity(") + element.id +
                    list_of(element.attributes, bundle.language) + ")\n";
        }
        for (const ProvRelation& relation : bundle.relations)
            text += "    " + statement(relation, bundle.language) + '\n';
        out_ << text << "  endBundle\n";
        check(out_);
    }

    void end() override {
        out_ << "endDocument\n";
        check(out_);
    }

private:
    std::ostream& out_;
    ArticleNames names_;
};

}  // namespace

std::unique_ptr<Writer> make_prov_n_writer(std::ostream& out, const WritingOptions& /*options*/) {
    return std::make_unique<ProvNWriter>(out);
}

}  // namespace rawi::writing
