// The claims as a table, a row each, for R, pandas, SPSS and spreadsheets: RFC 4180, UTF-8. What a row cannot hold, as
// spans and evidence, JSON has.
#include <array>
#include <ostream>
#include <string>

#include "text/csv.hpp"
#include "text/moment.hpp"
#include "writing/exchange.hpp"
#include "writing/writers.hpp"

namespace rawi::writing {
namespace {

constexpr std::string_view arrow = " → ";  // the flow of information, in a path
constexpr std::string_view joint = " + ";  // side by side on it
constexpr std::array<std::string_view, 28> columns{
    "article", "url",      "published", "date",   "language",    "outlet", "outlet_id",
    "title",   "claim",    "parent",    "source", "source_kind", "named",  "source_outlet_id",
    "cue",     "lemma",    "stance",    "type",   "content",     "relays", "relay_outlet_ids",
    "path",    "contacts", "inferred",  "medium", "said_on",     "flags",  "rule"};

class ClaimsWriter final : public Writer {
public:
    explicit ClaimsWriter(std::ostream& out) : out_(out) {
        for (const std::string_view column : columns) cell(column);
        end_row();
    }

    void write(const Analysis& analysis) override {
        if (analysis.attributions.empty()) return;
        article(analysis);
        const std::string of_article = row_;
        for (std::size_t i = 0; i < analysis.attributions.size(); ++i) {
            row_ = of_article;
            claim(analysis, static_cast<AttributionId>(i));
        }
        check(out_);
    }

    void end() override { check(out_); }

private:
    void claim(const Analysis& analysis, AttributionId id) {
        const Attribution& said = analysis.attributions[static_cast<std::size_t>(id)];
        const Document& document = analysis.document;
        cell(id_of(id));
        cell(said.parent ? id_of(*said.parent) : "");
        const Agent* const source = said.source ? &analysis.agent(*said.source) : nullptr;
        cell(source ? source->name : "");
        cell(source ? name_of(source->kind) : "");
        cell(source ? truth(source->named) : "");
        cell(source ? source->outlet_id : "");
        cell(document.joined(said.cue));
        cell(said.lemma);
        cell(name_of(said.stance));
        cell(name_of(said.type));
        cell(document.joined(said.content));
        path(analysis, said);
        cell(said.medium.value_or(""));
        cell(said.when ? said.when->date : "");
        std::string flags;
        for (const Flag flag : said.flags) add(flags, " ", name_of(flag));
        cell(flags);
        cell(said.rule);
        end_row();
    }

    void article(const Analysis& analysis) {
        const Metadata& about = analysis.document.metadata();
        const Agent& publisher = analysis.agent(analysis.publisher);
        cell(about.id);
        cell(about.url);
        cell(about.published);
        const auto moment = text::read_moment(about.published);
        cell(moment ? text::text_of(*moment) : "");
        cell(analysis.language);
        cell(publisher.name);
        cell(publisher.outlet_id);
        cell(analysis.document.text(analysis.document.title()));
    }

    void path(const Analysis& analysis, const Attribution& said) {
        const std::size_t ends = said.source ? 2 : 1;  // the speaker, where one is given, and the publisher
        cell(std::to_string(said.chain.size() > ends ? said.chain.size() - ends : 0));
        std::string outlets, names, contacts;
        bool inferred = !said.source;
        if (inferred) {
            names = "?";
            contacts = name_of(Contact::unstated);
        }
        for (std::size_t i = 0; i < said.chain.size(); ++i) {
            const Agent& agent = analysis.agent(said.chain[i]);
            const bool relay = i + 1 >= ends && i + 1 < said.chain.size();
            if (relay && !agent.outlet_id.empty()) add(outlets, " ", agent.outlet_id);
            add(names, said.stands_beside(i) ? joint : arrow, agent.name.empty() ? "?" : agent.name);
        }
        for (const Hop& hop : said.hops) {
            add(contacts, hop.beside ? joint : arrow, name_of(hop.contact));
            inferred = inferred || hop.inferred;
        }
        cell(outlets);
        cell(names);
        cell(contacts);
        cell(truth(inferred));
    }

    static std::string_view truth(bool value) { return value ? "true" : "false"; }
    static void add(std::string& list, std::string_view separator, std::string_view item) {
        list.append(list.empty() ? "" : separator).append(item);
    }

    void cell(std::string_view value) {
        row_ += text::csv_cell(well_formed(value));
        row_ += ',';
    }
    void end_row() {
        row_.back() = '\r';  // the comma behind the last cell
        out_ << row_ << '\n';
        row_.clear();
    }

    std::ostream& out_;
    std::string row_;
};

}  // namespace

std::unique_ptr<Writer> make_csv_writer(std::ostream& out, const WritingOptions& /*options*/) {
    return std::make_unique<ClaimsWriter>(out);
}

}  // namespace rawi::writing
