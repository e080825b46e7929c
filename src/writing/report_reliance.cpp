// A corpus: what its outlets rely on, in tables that sort, a matrix and plots.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <ostream>
#include <set>
#include <span>

#include "rawi/report.hpp"
#include "text/countries.hpp"
#include "writing/caption.hpp"
#include "writing/filled.hpp"
#include "writing/report_figures.hpp"
#include "writing/report_plots.hpp"
#include "writing/writers.hpp"

namespace rawi {
namespace writing {
namespace {

constexpr std::size_t most_outlets = 300;
constexpr std::size_t most_in_matrix = 24;
constexpr std::size_t most_in_plot = 30;
constexpr std::size_t most_sources = 200;
constexpr std::size_t most_nodes = 40;

class ReliancePage {
public:
    ReliancePage(const Reliance& found, const Words& words) : found_(found), words_(words) {
        for (const OutletReliance& one : found.outlets)
            names_.emplace(one.outlet, one.name.empty() ? one.outlet : one.name);
    }

    std::string written() {
        std::string out = "<article class=\"report\">\n<header>\n" + selection() + "<h1>" + html(words_["reliance"]) +
                          "</h1>\n" + figures() + "</header>\n";
        if (found_.outlets.empty()) return out + "<p class=\"empty\">" + html(words_["nothing"]) + "</p>\n</article>\n";
        const auto publishers = static_cast<std::size_t>(
            std::ranges::count_if(found_.outlets, [](const OutletReliance& one) { return one.articles != 0; }));
        out +=
            report_part("wide", words_["shares"], words_["shares_note"] + largest(most_outlets, publishers), outlets());
        if (!found_.pairs.empty()) {
            const Order order = by_weight();
            out += report_part("wide", words_["matrix"], words_["matrix_note"] + largest(most_in_matrix, order.size()),
                               matrix(std::span(order).first(std::min(order.size(), most_in_matrix))));
            out += report_part("wide", words_["network"], words_["network_note"],
                               report_picture(found_.graph, words_, most_nodes));
        }
        out += circles();
        out += plot("delays", delays(), words_["hours"], Scale::growing);
        out += plot("diversity", diversity(), "", Scale::even);
        return out + sources() + "</article>\n";
    }

private:
    using Order = std::vector<std::pair<std::size_t, std::string>>;  // claims, outlet

    std::string selection() const {
        std::string chosen;
        const auto add = [&](const std::string& part) { chosen += (chosen.empty() ? "" : ", ") + part; };
        const ArticleFilter& filter = found_.articles;
        if (!filter.since.empty()) add(html_filled(words_, "since", {filter.since}));
        if (!filter.until.empty()) add(html_filled(words_, "until", {filter.until}));
        if (!filter.topic.empty()) add(html_filled(words_, "topic", {filter.topic}));
        if (!filter.outlet.empty()) add(bdi(filter.outlet));
        if (!filter.language.empty()) add(bdi(filter.language));
        return chosen.empty() ? "" : "<p class=\"origin\">" + filled(html(words_["selected"]), {chosen}) + "</p>\n";
    }

    std::string figures() const {
        FigureList list;
        list.add("", words_["corpus_articles"], std::to_string(found_.article_count));
        list.add("", words_["claims"], std::to_string(found_.claims));
        list.add("", words_["outlets"], std::to_string(found_.outlets.size()));
        list.add("", words_["stories"], std::to_string(found_.stories));
        list.add("", words_["reciprocity"], decimal(found_.reciprocity, 2));
        return list.written() + "<p class=\"note\">" + html(words_["reciprocity_note"]) + "</p>\n";
    }

    std::string head(std::initializer_list<std::string_view> keys) const {
        std::string out = "<thead><tr>";
        for (const std::string_view key : keys) out += "<th scope=\"col\">" + html(words_[key]) + "</th>";
        return out + "</tr></thead>\n<tbody>\n";
    }

    static std::string table(const std::string& rows) {
        return "<div class=\"scroll\" tabindex=\"0\"><table class=\"sortable\">\n" + rows + "</tbody></table></div>\n";
    }

    std::string outlets() const {
        std::string rows =
            head({"outlet", "country", "corpus_articles", "claims", "second_hand", "from_outlets", "from_agencies",
                  "unnamed", "unknown", "relies_on", "relied_on_by", "rank", "upstream"});
        std::size_t shown = 0;
        for (const OutletReliance& one : found_.outlets) {
            if (one.articles == 0 || ++shown > most_outlets) continue;  // one that is only credited has no claims
            rows += "<tr><th scope=\"row\">" + bdi(name_of(one.outlet)) + "</th><td>" + country(one.country) + "</td>" +
                    number_cell(std::to_string(one.articles)) + number_cell(std::to_string(one.claims)) +
                    share_cell(one.second_hand, one.claims, "second_hand") +
                    share_cell(one.from_outlets, one.claims, "second_hand") +
                    share_cell(one.from_agencies, one.claims, "second_hand") +
                    share_cell(one.unnamed, one.claims, "unnamed") + share_cell(one.nobody, one.claims, "unknown") +
                    number_cell(std::to_string(one.relies_on)) + number_cell(std::to_string(one.relied_on_by)) +
                    number_cell(decimal(one.page_rank, 4)) + "<td>" +
                    bdi(one.upstream.empty() ? "" : name_of(one.upstream)) + "</td></tr>\n";
        }
        return table(rows);
    }

    /// The code, so that columns stay narrow; its name where one points at it.
    std::string country(const std::string& code) const {
        if (code.empty()) return {};
        return "<abbr title=\"" + html(text::country_name(code, words_.language())) + "\">" + html(code) + "</abbr>";
    }

    /// By the claims that came from or went to others.
    Order by_weight() const {
        std::map<std::string, std::size_t, std::less<>> weight;
        for (const OutletPair& pair : found_.pairs) {
            weight[pair.from] += pair.claims;
            weight[pair.to] += pair.claims;
        }
        Order order;
        for (const auto& [outlet, claims] : weight) order.emplace_back(claims, outlet);
        std::ranges::stable_sort(order, std::ranges::greater{}, [](const auto& one) { return one.first; });
        return order;
    }

    /// Where a table or a picture has the first `shown` of `all` only, that it does.
    std::string largest(std::size_t shown, std::size_t all) const {
        if (shown >= all) return {};
        return ' ' + words_.filled("largest", {std::to_string(shown), std::to_string(all)});
    }

    /// Of these outlets, those who gave as rows, those who took as columns.
    std::string matrix(std::span<const Order::value_type> order) const {
        std::set<std::string_view> shown;
        for (const auto& [claims, outlet] : order) shown.insert(outlet);
        std::size_t most = 1;
        std::map<std::pair<std::string_view, std::string_view>, std::size_t> cells;
        std::set<std::string_view> give;
        std::set<std::string_view> take;
        for (const OutletPair& pair : found_.pairs) {
            most = std::max(most, pair.claims);
            if (!shown.contains(pair.from) || !shown.contains(pair.to)) continue;
            cells[{pair.from, pair.to}] = pair.claims;
            give.insert(pair.from);
            take.insert(pair.to);
        }

        std::string out = "<div class=\"scroll\" tabindex=\"0\"><table class=\"matrix\">\n<thead><tr><td></td>";
        for (const auto& [claims, to] : order) {
            if (take.contains(to)) out += "<th scope=\"col\">" + bdi(name_of(to)) + "</th>";
        }
        out += "</tr></thead>\n<tbody>\n";
        for (const auto& [claims, from] : order) {
            if (!give.contains(from)) continue;
            out += "<tr><th scope=\"row\">" + bdi(name_of(from)) + "</th>";
            for (const auto& [others, to] : order) {
                if (!take.contains(to)) continue;
                const auto cell = cells.find({from, to});
                const std::size_t count = cell == cells.end() ? 0 : cell->second;
                out += "<td class=\"h" + std::to_string(shade(count, most)) + "\">" +
                       (count == 0 ? "" : std::to_string(count)) + "</td>";
            }
            out += "</tr>\n";
        }
        return out + "</tbody></table></div>\n";
    }

    /// 0 for none, else 1 to 5: each shade is for about three times as many as the one before.
    static int shade(std::size_t count, std::size_t most) {
        if (count == 0) return 0;
        int level = 5;
        for (std::size_t bound = most / 3; level > 1 && count <= bound; bound /= 3) --level;
        return level;
    }

    std::string circles() const {
        if (found_.circles.empty()) return {};
        std::string list = "<ul>\n";
        for (const auto& circle : found_.circles) {
            list += "<li>";
            for (std::size_t i = 0; i < circle.size(); ++i) list += (i == 0 ? "" : " · ") + bdi(name_of(circle[i]));
            list += "</li>\n";
        }
        return report_part("wide", words_["circles"], words_["circles_note"], list + "</ul>\n");
    }

    std::string plot(std::string_view key, std::vector<PlotRow> rows, const std::string& unit, Scale scale) const {
        if (rows.empty()) return {};
        const std::string note = words_[std::string(key) + "_note"] + largest(most_in_plot, rows.size());
        rows.resize(std::min(rows.size(), most_in_plot));
        return report_part("wide", words_[key], note, row_plot(rows, unit, words_[key], scale, words_.right_to_left()));
    }

    std::vector<PlotRow> delays() const {
        std::vector<PlotRow> rows;
        for (const OutletReliance& one : found_.outlets) {
            if (!one.median_delay) continue;
            const double hours = *one.median_delay;
            rows.push_back(
                {std::string(name_of(one.outlet)), hours, hours, hours,
                 words_["first_share"] + ' ' + std::to_string(one.first) + '/' + std::to_string(one.stories)});
        }
        std::ranges::stable_sort(rows, {}, &PlotRow::value);
        return rows;
    }

    std::vector<PlotRow> diversity() const {
        std::vector<PlotRow> rows;
        for (const OutletReliance& one : found_.outlets) {
            if (one.diversity.sources < 2) continue;
            const Interval& even = one.diversity.shannon;
            rows.push_back({std::string(name_of(one.outlet)), even.value, even.low, even.high,
                            words_["sources"] + ": " + std::to_string(one.diversity.sources)});
        }
        return rows;
    }

    std::string sources() const {
        if (found_.sources.empty()) return {};
        std::vector<const SourceReliance*> most;
        for (const SourceReliance& one : found_.sources) most.push_back(&one);
        std::ranges::stable_sort(most, std::ranges::greater{}, &SourceReliance::claims);
        most.resize(std::min(most.size(), most_sources));
        std::string rows = head({"outlet", "source_name", "kind_of_source", "claims", "share"});
        for (const SourceReliance* one : most) {
            const std::string kind(one->kind == AgentKind::outlet    ? "agent_outlet"
                                   : one->kind == AgentKind::unknown ? "agent_unknown"
                                                                     : rawi::name_of(one->kind));
            rows += "<tr><td>" + bdi(name_of(one->outlet)) + "</td><th scope=\"row\">" + bdi(one->name) + "</th><td>" +
                    html(words_[kind]) + "</td>" + number_cell(std::to_string(one->claims)) +
                    share_cell(static_cast<std::size_t>(std::lround(one->share * 1000)), 1000, "") + "</tr>\n";
        }
        return report_part(
            "wide", words_["sources"],
            words_.filled("sources_note", {std::to_string(most.size()), std::to_string(found_.sources.size())}),
            table(rows));
    }

    std::string_view name_of(const std::string& outlet) const {
        const auto found = names_.find(outlet);
        return found == names_.end() ? std::string_view(outlet) : std::string_view(found->second);
    }

    const Reliance& found_;
    const Words& words_;
    std::map<std::string, std::string, std::less<>> names_;
};

}  // namespace
}  // namespace writing

void write_html(std::ostream& out, const Reliance& reliance, const ReportOptions& options) {
    const writing::Words words =
        writing::report_words(options.language.empty() ? reliance.graph.language : options.language);
    const std::string caption = options.facts
                                    ? writing::caption_of(*options.facts, writing::scope_of(reliance), words.language())
                                    : options.caption;
    out << writing::report_page({words["reliance"], writing::ReliancePage(reliance, words).written(), caption}, words);
    writing::check(out);
}

}  // namespace rawi
