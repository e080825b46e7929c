// W3C Web Annotations (https://www.w3.org/TR/annotation-model/): one annotation an attribution, in one collection. Its
// target are the words that are attributed, its bodies who said them, by which words, and how they came. A selector by
// position counts the code points of the analysed text; one by quotation finds the words again in the page itself.
#include <ostream>
#include <string>

#include "writing/dot_text.hpp"
#include "writing/exchange.hpp"
#include "writing/json_encoder.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

constexpr std::uint32_t context_bytes = 64;  // of the words before and after a quotation

class Annotator {
public:
    Annotator(const Analysis& analysis, const CodePointIndex& code_points, JsonEncoder& json, const std::string& name)
        : analysis_(analysis),
          json_(json),
          code_points_(code_points),
          article_(std::string(article_iri) + name),
          source_(is_web_address(analysis.document.metadata().url) ? analysis.document.metadata().url : article_) {}

    void annotate(AttributionId id) {
        const Attribution& said = analysis_.attribution(id);
        json_.begin_object();
        json_.key("id").string(article_ + '/' + id_of(id));
        json_.key("type").string("Annotation");
        json_.key("motivation").string("identifying");
        json_.key("body").begin_array();
        text_body("describing", description(said));
        text_body("classifying", name_of(said.type));
        text_body("classifying", name_of(said.stance));
        for (const Flag flag : said.flags) text_body("tagging", name_of(flag));
        if (said.source_span) selected("identifying", *said.source_span);
        for (const Span cue : said.cue) selected("highlighting", cue);
        for (const Hop& hop : said.hops) {
            for (const Span phrase : hop.phrase) selected("linking", phrase);
        }
        json_.end_array();
        json_.key("target").begin_array();
        for (const Span content : said.content) selected("", content);
        json_.end_array();
        json_.end_object();
    }

private:
    static bool is_web_address(std::string_view url) { return !safe_url(url).empty(); }

    std::string description(const Attribution& said) const {
        std::string chain;
        if (!said.source) chain = "?";
        for (const AgentId id : said.chain) {
            const std::string& name = analysis_.agent(id).name;
            chain += (chain.empty() ? "" : " → ") + (name.empty() ? std::string("?") : name);
        }
        return chain;
    }

    void text_body(std::string_view purpose, std::string_view value) {
        json_.begin_object();
        json_.key("type").string("TextualBody");
        json_.key("purpose").string(purpose);
        json_.key("format").string("text/plain");
        json_.key("value").string(value);
        json_.end_object();
    }

    /// Words of the article, as a resource with two selectors that find it.
    void selected(std::string_view purpose, Span span) {
        json_.begin_object();
        json_.key("type").string("SpecificResource");
        if (!purpose.empty()) json_.key("purpose").string(purpose);
        json_.key("source").string(source_);
        json_.key("selector").begin_array();
        json_.begin_object();
        json_.key("type").string("TextQuoteSelector");
        json_.key("exact").string(analysis_.document.text(span));
        json_.key("prefix").string(analysis_.document.text(before(span.begin)));
        json_.key("suffix").string(analysis_.document.text(after(span.end)));
        json_.end_object();
        json_.begin_object();
        json_.key("type").string("TextPositionSelector");
        json_.key("start").number(code_points_(span.begin));
        json_.key("end").number(code_points_(span.end));
        json_.end_object();
        json_.end_array();
        json_.end_object();
    }

    Span before(std::uint32_t end) const {
        const std::uint32_t begin = end > context_bytes ? end - context_bytes : 0;
        return {boundary(begin), end};
    }

    Span after(std::uint32_t begin) const {
        const auto size = static_cast<std::uint32_t>(analysis_.document.text().size());
        return {begin, boundary(size - begin > context_bytes ? begin + context_bytes : size)};
    }

    std::uint32_t boundary(std::uint32_t at) const {
        const std::string_view text = analysis_.document.text();
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
        return at;
    }

    const Analysis& analysis_;
    JsonEncoder& json_;
    const CodePointIndex& code_points_;
    std::string article_;
    std::string source_;
};

class WebAnnotationWriter final : public Writer {
public:
    explicit WebAnnotationWriter(std::ostream& out) : out_(out) {}

    void begin() override {
        out_ << "{\n  \"@context\": \"http://www.w3.org/ns/anno.jsonld\",\n  \"type\": \"AnnotationPage\",\n"
                "  \"items\": [";
        check(out_);
    }

    void write(const Analysis& analysis) override {
        const std::string name = names_(analysis.document);
        const CodePointIndex code_points(analysis.document.text());
        std::string text;
        for (std::size_t i = 0; i < analysis.attributions.size(); ++i) {
            text += any_ ? ",\n    " : "\n    ";
            any_ = true;
            JsonEncoder json(text, JsonEncoder::Layout::indented, 2);
            Annotator(analysis, code_points, json, name).annotate(static_cast<AttributionId>(i));
        }
        out_ << text;
        check(out_);
    }

    void end() override {
        out_ << (any_ ? "\n  ]\n}\n" : "]\n}\n");
        check(out_);
    }

private:
    std::ostream& out_;
    ArticleNames names_;
    bool any_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_web_annotation_writer(std::ostream& out, const WritingOptions& /*options*/) {
    return std::make_unique<WebAnnotationWriter>(out);
}

}  // namespace rawi::writing
