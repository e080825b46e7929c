// The schema "rawi/1" (docs/json.md) as JSON Lines and as one indented array.
#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "text/origin.hpp"
#include "writing/json_encoder.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

constexpr std::uint64_t number_of(AgentId id) {
    return static_cast<std::uint64_t>(id) + 1;
}
constexpr std::uint64_t number_of(AttributionId id) {
    return static_cast<std::uint64_t>(id) + 1;
}

using text::print_of_origin;

// One article. Spans are turned from bytes into code points here and nowhere else.
class ArticleEncoder {
public:
    ArticleEncoder(const Analysis& analysis, JsonEncoder& json)
        : analysis_(analysis), json_(json), code_points_(analysis.document.text()) {}

    void encode(bool with_text) {
        json_.begin_object();
        json_.key("schema").string("rawi/1");
        json_.key("id").string(analysis_.document.metadata().id);
        document(with_text);
        json_.key("agents").begin_array();
        for (std::size_t i = 0; i < analysis_.agents.size(); ++i) agent(i);
        json_.end_array();
        json_.key("attributions").begin_array();
        for (std::size_t i = 0; i < analysis_.attributions.size(); ++i) attribution(i);
        json_.end_array();
        json_.end_object();
    }

private:
    void document(bool with_text) {
        const Document& document = analysis_.document;
        const Metadata& given = document.metadata();
        json_.key("document").begin_object();
        json_.key("id").string(given.id);
        json_.key("language").string_or_null(analysis_.language);
        json_.key("right_to_left").boolean(analysis_.right_to_left);
        json_.key("outlet").string_or_null(given.outlet);
        json_.key("title").string_or_null(document.text(document.title()));
        json_.key("author").string_or_null(given.author);
        json_.key("url").string_or_null(given.url);
        json_.key("published").string_or_null(given.published);
        json_.key("dateline").string_or_null(analysis_.dateline ? document.text(*analysis_.dateline) : "");
        json_.key("dateline_span");
        span_or_null(analysis_.dateline);
        json_.key("furniture");
        spans(analysis_.furniture);
        if (with_text) all_that_was_given(document);
        json_.end_object();
    }

    /// With the text what tells articles apart in a corpus, so that one can be filled from this.
    void all_that_was_given(const Document& document) {
        json_.key("text").string(document.text(document.body()));
        const Metadata& given = document.metadata();
        if (given.language != analysis_.language) json_.key("language_given").string_or_null(given.language);
        if (!given.origin.empty()) json_.key("origin").string(print_of_origin(given.origin));
    }

    void agent(std::size_t index) {
        const Agent& agent = analysis_.agents[index];
        json_.begin_object();
        json_.key("id").id('a', index + 1);
        json_.key("name").string(agent.name);
        json_.key("kind").string(name_of(agent.kind));
        json_.key("named").boolean(agent.named);
        json_.key("publisher").boolean(agent.publisher);
        json_.key("outlet_id").string_or_null(agent.outlet_id);
        json_.key("mentions");
        spans(agent.mentions);
        json_.end_object();
    }

    void attribution(std::size_t index) {
        const Attribution& said = analysis_.attributions[index];
        json_.begin_object();
        json_.key("id").id('q', index + 1);
        json_.key("cue");
        spans(said.cue);
        json_.key("lemma").string(said.lemma);
        json_.key("stance").string(name_of(said.stance));
        source(said);
        json_.key("content");
        spans(said.content);
        json_.key("type").string(name_of(said.type));
        json_.key("chain").begin_row();
        for (const AgentId id : said.chain) json_.id('a', number_of(id));
        json_.end_row();
        json_.key("hops").begin_array();
        for (const Hop& hop : said.hops) encode(hop);
        json_.end_array();
        circumstances(said);
        json_.key("rule").string(said.rule);
        json_.key("rule_place").string_or_null(said.rule_place);
        json_.end_object();
    }

    void source(const Attribution& said) {
        json_.key("source").begin_object();
        json_.key("agent");
        said.source ? json_.id('a', number_of(*said.source)) : json_.null();
        json_.key("span");
        span_or_null(said.source_span);
        json_.end_object();
    }

    void circumstances(const Attribution& said) {
        json_.key("medium").string_or_null(said.medium.value_or(""));
        json_.key("when");
        if (said.when) {
            json_.begin_object();
            json_.key("text");
            span(said.when->text);
            json_.key("date").string_or_null(said.when->date);
            json_.end_object();
        } else {
            json_.null();
        }
        json_.key("parent");
        said.parent ? json_.id('q', number_of(*said.parent)) : json_.null();
        json_.key("flags").begin_row();
        for (const Flag flag : said.flags) json_.string(name_of(flag));
        json_.end_row();
    }

    void encode(const Hop& hop) {
        json_.begin_object();
        json_.key("from").id('a', number_of(hop.from));
        json_.key("to").id('a', number_of(hop.to));
        json_.key("contact").string(name_of(hop.contact));
        json_.key("phrase");
        spans(hop.phrase);
        json_.key("inferred").boolean(hop.inferred);
        if (hop.beside) json_.key("beside").boolean(true);
        json_.key("rule").string_or_null(hop.rule);
        json_.end_object();
    }

    void span(Span bytes) {
        json_.begin_row();
        json_.number(code_points_(bytes.begin));
        json_.number(code_points_(bytes.end));
        json_.end_row();
    }

    void span_or_null(const std::optional<Span>& bytes) { bytes ? span(*bytes) : json_.null(); }

    void spans(const std::vector<Span>& all) {
        json_.begin_row();
        for (const Span one : all) span(one);
        json_.end_row();
    }

    const Analysis& analysis_;
    JsonEncoder& json_;
    CodePointIndex code_points_;
};

class JsonLinesWriter final : public Writer {
public:
    JsonLinesWriter(std::ostream& out, bool with_text) : out_(out), with_text_(with_text) {}

    void write(const Analysis& analysis) override {
        line_.clear();
        JsonEncoder json(line_, JsonEncoder::Layout::compact);
        ArticleEncoder(analysis, json).encode(with_text_);
        line_ += '\n';
        out_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
        check(out_);
    }

private:
    std::ostream& out_;
    std::string line_;  // kept from article to article for its memory
    bool with_text_;
};

class JsonArrayWriter final : public Writer {
public:
    JsonArrayWriter(std::ostream& out, bool with_text) : out_(out), with_text_(with_text) {}

    void begin() override {
        out_ << '[';
        check(out_);
    }

    void write(const Analysis& analysis) override {
        buffer_ = any_ ? ",\n  " : "\n  ";
        any_ = true;
        JsonEncoder json(buffer_, JsonEncoder::Layout::indented, 1);
        ArticleEncoder(analysis, json).encode(with_text_);
        out_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        check(out_);
    }

    void end() override {
        out_ << (any_ ? "\n]\n" : "]\n");
        check(out_);
    }

private:
    std::ostream& out_;
    std::string buffer_;
    bool with_text_;
    bool any_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_jsonl_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<JsonLinesWriter>(out, options.with_text);
}

std::unique_ptr<Writer> make_json_writer(std::ostream& out, const WritingOptions& options) {
    return std::make_unique<JsonArrayWriter>(out, options.with_text);
}

}  // namespace rawi::writing
