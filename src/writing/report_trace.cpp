// A trace: every article that carries the words, in order of time, each tied to its path in the diagram.
#include <algorithm>
#include <optional>
#include <ostream>
#include <set>

#include "rawi/report.hpp"
#include "text/moment.hpp"
#include "writing/caption.hpp"
#include "writing/dot_text.hpp"
#include "writing/report_figures.hpp"
#include "writing/report_plots.hpp"
#include "writing/writers.hpp"

namespace rawi {
namespace writing {
namespace {

constexpr std::size_t most_nodes = 120;

/// Hours since some day.
std::optional<double> hours_of(std::string_view date) {
    const auto moment = text::read_moment(date);
    return moment ? std::optional(static_cast<double>(moment->seconds) / 3600.0) : std::nullopt;
}

class TracePage {
public:
    TracePage(const Trace& found, const Words& words) : found_(found), words_(words), place_(found.claims.size()) {
        for (const bool carrying : {true, false}) {
            for (std::size_t i = 0; i < found.claims.size(); ++i) {
                if (found.claims[i].carries != carrying) continue;
                place_[i] = order_.size();
                order_.push_back(i);
            }
            if (carrying) carrying_ = order_.size();
        }
    }

    std::string written() {
        std::string out = "<article class=\"report\" id=\"article-1\">\n<header>\n<p class=\"origin\">" +
                          html(words_["trace"]) + "</p>\n<h1 dir=\"auto\">" + html(found_.words) + "</h1>\n" +
                          figures();
        if (found_.upstream) {
            const std::string name = found_.upstream->empty() ? words_["nobody"] : *found_.upstream;
            out += "<p class=\"lede\">" + html_filled(words_, "upstream_of_all", {name}) + "</p>\n";
        }
        if (found_.cut) out += "<p class=\"note\">" + html(words_["cut"]) + "</p>\n";
        out += "</header>\n";
        if (found_.claims.empty()) return out + "<p class=\"empty\">" + html(words_["no_words"]) + "</p>\n</article>\n";
        out += "<p class=\"hint\" hidden>" + html(words_["hint"]) + "</p>\n<div class=\"columns\">\n<div>\n" +
               report_part("claims", words_["occurrences"], "", claims()) + missing() + circles() +
               "</div>\n<div class=\"panel\">\n" +
               report_part("picture", words_["paths"], "", report_picture(found_.graph, words_, most_nodes)) +
               timeline() + "</div>\n</div>\n</article>\n";
        return out;
    }

private:
    /// Claims are numbered as they are listed: those that carry the words first.
    std::string id_of(std::size_t index) const { return "1-q" + std::to_string(place_[index] + 1); }

    std::string publisher_of(const TraceClaim& claim) const {
        return !claim.publisher.empty() ? claim.publisher
               : !claim.outlet.empty()  ? claim.outlet
                                        : words_["publisher_unknown"];
    }

    std::string figures() const {
        FigureList list;
        std::set<std::string> outlets;
        std::set<std::string_view> articles;
        for (const TraceClaim& claim : found_.claims) {
            if (!claim.carries) continue;
            outlets.insert(publisher_of(claim));
            articles.insert(claim.article);
        }
        list.add("", words_["occurrences"], std::to_string(articles.size()));
        list.add("", words_["outlets"], std::to_string(outlets.size()));
        list.add("", words_["claims"], std::to_string(carrying_));
        list.add("", words_["close"], std::to_string(found_.claims.size() - carrying_));
        list.add("", words_["origins"], std::to_string(found_.origins.size()));
        list.add("unknown", words_["uncredited"],
                 std::to_string(std::ranges::count_if(found_.claims, &TraceClaim::uncredited)));
        list.add("missing", words_["absent"], std::to_string(found_.missing.size()));
        return list.written();
    }

    std::string timeline() const {
        std::vector<TimePoint> points;
        std::string first;
        std::string last;
        for (std::size_t i = 0; i < found_.claims.size(); ++i) {
            const TraceClaim& claim = found_.claims[i];
            const auto hours = hours_of(claim.date);
            if (!hours) continue;
            const std::string publisher = publisher_of(claim);
            points.push_back({publisher, *hours,
                              html(publisher) + " · &#8294;" + html(readable_date(claim.date)) + "&#8297;", id_of(i),
                              claim.uncredited});
            if (first.empty() || claim.date < first) first = claim.date;
            last = std::max(last, claim.date);
        }
        if (points.size() < 2) return {};
        const std::string end = first == last ? std::string() : readable_date(last);
        return report_part("when-plot", words_["timeline"], words_["timeline_note"],
                           time_plot(points, readable_date(first), end, words_["timeline"], words_.right_to_left()));
    }

    static bool is_second_hand(const TraceClaim& claim) { return claim.path.size() > 2; }
    static bool is_unnamed(const TraceClaim& claim) {
        return !claim.path.empty() && !claim.path.front().named && !claim.path.front().name.empty();
    }

    template <class Fits>
    std::string chip(std::string_view flag, std::string_view css, std::string_view key, Fits fits) const {
        const auto count = std::ranges::count_if(found_.claims, fits);
        if (count == 0) return {};
        return "<label class=\"chip " + std::string(css) + "\"><input type=\"checkbox\" value=\"" + std::string(flag) +
               "\"> <span>" + html(words_[key]) + "</span> <b>" + std::to_string(count) + "</b></label>\n";
    }

    /// Whom the words may have come through: everybody on the paths, in the order in which they come up.
    std::string stations() const {
        std::string options;
        std::set<std::size_t> listed;
        for (const TraceClaim& claim : found_.claims) {
            for (const TraceStation& station : claim.path) {
                const auto number = number_of(station);
                if (!number || station.name.empty() || !listed.insert(*number).second) continue;
                const std::string& label = found_.graph.nodes[*number].label;
                options += "<option value=\"n" + std::to_string(*number) + "\">" +
                           html(label.empty() ? station.name : label) + "</option>";
            }
        }
        if (listed.size() < 2) return {};
        return "<label class=\"through\">" + html(words_["source"]) + " <select><option value=\"\">" +
               html(words_["any_source"]) + "</option>" + options + "</select></label>\n";
    }

    std::optional<std::size_t> number_of(const TraceStation& station) const {
        const auto found = std::ranges::find(found_.graph.nodes, station.node, &Node::key);
        if (found == found_.graph.nodes.end()) return std::nullopt;
        return static_cast<std::size_t>(found - found_.graph.nodes.begin());
    }

    std::string claims() const {
        const std::string all = std::to_string(found_.claims.size());
        std::string out = "<form class=\"filters\" hidden><fieldset><legend>" + html(words_["filters"]) + "</legend>\n";
        out += chip("carries", "", "with_all_words", &TraceClaim::carries);
        out += chip("uncredited", "unknown", "uncredited", &TraceClaim::uncredited);
        out += chip("second-hand", "second_hand", "second_hand", is_second_hand);
        out += chip("unnamed", "unnamed", "unnamed", is_unnamed);
        out += stations();
        out += "<button type=\"reset\">" + html(words_["reset"]) +
               "</button></fieldset>\n<p role=\"status\" data-words=\"" + html(words_["shown"]) + "\">" +
               html(words_.filled("shown", {all, all})) + "</p></form>\n<ol class=\"list\">\n";
        for (std::size_t place = 0; place < order_.size(); ++place) {
            if (place == carrying_) out += "<li class=\"near\"><h3>" + html(words_["close_note"]) + "</h3></li>\n";
            out += claim(order_[place]);
        }
        return out + "</ol>\n<p class=\"empty\" hidden>" + html(words_["none_fit"]) + "</p>\n";
    }

    std::string claim(std::size_t index) const {
        const TraceClaim& claim = found_.claims[index];
        const std::string number = std::to_string(place_[index] + 1);
        std::string keys;
        std::string agents;
        for (const TraceStation& station : claim.path) {
            keys += (keys.empty() ? "" : "\n") + station.node;
            if (const auto at = number_of(station)) agents += "n" + std::to_string(*at) + ' ';
        }
        const bool unnamed = !claim.path.empty() && !claim.path.front().named;
        const std::string_view standing = claim.uncredited        ? "unknown"
                                          : unnamed               ? "unnamed"
                                          : is_second_hand(claim) ? "second_hand"
                                                                  : "first_hand";
        const std::string flags_of = std::string(claim.uncredited ? "uncredited " : "") +
                                     (is_second_hand(claim) ? "second-hand " : "") +
                                     (is_unnamed(claim) ? "unnamed " : "") + (claim.carries ? "carries" : "");
        std::string out = "<li class=\"claim " + std::string(standing) + "\" id=\"" + id_of(index) +
                          "\" data-claim=\"" + id_of(index) + "\" data-path=\"" + html(keys) + "\" data-flags=\"" +
                          flags_of + "\" data-agents=\"" + agents +
                          "\">\n<p class=\"head\"><a class=\"number\" href=\"#" + id_of(index) + "\" aria-label=\"" +
                          html(words_.filled("claim", {number})) + "\">" + number + "</a> <span>" + source(claim) +
                          "</span></p>\n<blockquote dir=\"auto\"" + language_attribute(claim.language) + "><p>" +
                          html(claim.content) + "</p></blockquote>\n<p class=\"way\">" + chain(claim) + "</p>\n";
        return out + flags(claim) + lacking(claim) + differences(claim) + "</li>\n";
    }

    /// Outlet, day and title of the article, with a link to it.
    std::string source(const TraceClaim& claim) const {
        const std::string url = safe_url(claim.url);
        const std::string title = claim.title.empty() ? claim.article : claim.title;
        std::string out = "<b>" + bdi(publisher_of(claim)) + "</b> <span class=\"when\">" +
                          bdi(claim.date.empty() ? words_["date_unknown"] : readable_date(claim.date)) + "</span> ";
        return out + (url.empty()
                          ? bdi(title)
                          : "<a href=\"" + url + "\" rel=\"noreferrer noopener external\">" + bdi(title) + "</a>");
    }

    std::string chain(const TraceClaim& claim) const {
        std::string out = "<span class=\"chain\">";
        for (std::size_t i = 0; i < claim.path.size(); ++i) {
            const TraceStation& station = claim.path[i];
            if (station.beside) {
                out += " + ";
            } else if (i > 0) {
                const TraceStation& before = claim.path[i - 1];
                const bool unstated = before.contact == Contact::unstated;
                out += " <span class=\"arrow" + std::string(unstated ? " inferred" : "") + '"' +
                       (before.phrase.empty() ? "" : " title=\"" + html(before.phrase) + '"') + '>' +
                       html(words_[rawi::name_of(before.contact)]) + "</span> ";
            }
            out += "<span class=\"agent" +
                   std::string(station.named          ? ""
                               : station.name.empty() ? " gone"
                                                      : " unnamed") +
                   "\">" + bdi(station.name.empty() ? words_["nobody"] : station.name) + "</span>";
        }
        return out + "</span>";
    }

    std::string flags(const TraceClaim& claim) const {
        std::string list;
        if (claim.uncredited) list += "<li class=\"unknown-source\">" + html(words_["uncredited"]) + "</li>";
        if (claim.from_elsewhere) list += "<li class=\"missing-link\">" + html(words_["flag_missing-link"]) + "</li>";
        if (claim.stance != "neutral" && !claim.stance.empty()) {
            const auto stance = words_.find(claim.stance);  // a corpus of another version may have other ones
            list += "<li>" + html(stance ? *stance : claim.stance) + "</li>";
        }
        if (!claim.carries) {
            list += "<li>" + html_filled(words_, "held", {decimal(100 * claim.held, 0)}) + "</li>";
        }
        return list.empty() ? "" : "<ul class=\"flags\">" + list + "</ul>\n";
    }

    std::string lacking(const TraceClaim& claim) const {
        if (claim.lacks.empty()) return {};
        std::string out = "<p class=\"diff\" dir=\"auto\"><span>" + html(words_["lacks"]) + "</span>";
        for (const std::string& words : claim.lacks) out += "<del>" + html(words) + "</del> ";
        return out + "</p>\n";
    }

    /// Of a cue, "قال (neutral)", the stance in the page's own words.
    std::string in_words(const Difference& difference, const std::string& text) const {
        const std::size_t open = text.rfind(" (");
        if (difference.kind != Difference::Kind::cue || open == std::string::npos || !text.ends_with(')')) return text;
        const auto stance = words_.find(text.substr(open + 2, text.size() - open - 3));
        return stance ? text.substr(0, open + 2) + *stance + ')' : text;
    }

    std::string differences(const TraceClaim& claim) const {
        std::string out;
        for (const Difference& one : claim.differences) {
            std::string key = "diff_" + std::string(rawi::name_of(one.kind));
            std::ranges::replace(key, '-', '_');
            out += "<p class=\"diff\" dir=\"auto\"><span>" + html(words_[key]) + "</span>";
            if (!one.before.empty()) out += "<del>" + html(in_words(one, one.before)) + "</del> ";
            if (!one.after.empty()) out += "<ins>" + html(in_words(one, one.after)) + "</ins>";
            out += "</p>\n";
        }
        return out;
    }

    std::string missing() const {
        if (found_.missing.empty()) return {};
        std::string list = "<ul>\n";
        for (const MissingLink& one : found_.missing) {
            list += "<li><b>" + bdi(one.name.empty() ? one.outlet : one.name) + "</b>";
            list += " · " + html_filled(words_, "credited_in", {std::to_string(one.credits())});
            for (const SoughtStatement& statement : one.sought) {
                list += "<br><q dir=\"auto\">" + html(statement.words) + "</q>";
                if (!statement.no_later_than.empty())
                    list += ' ' + html_filled(words_, "no_later_than", {statement.no_later_than});
            }
            list += "</li>\n";
        }
        return report_part("missing-links", words_["absent"], words_["absent_note"], list + "</ul>\n");
    }

    std::string circles() const {
        if (found_.circles.empty()) return {};
        std::string list = "<ul>\n";
        for (const auto& circle : found_.circles) {
            std::string names;
            for (const std::string& name : circle) names += (names.empty() ? "" : " · ") + bdi(name);
            list += "<li>" + names + "</li>\n";
        }
        return report_part("circles", words_["circles"], words_["circles_note"], list + "</ul>\n");
    }

    const Trace& found_;
    const Words& words_;
    std::vector<std::size_t> order_;  ///< of the claims
    std::vector<std::size_t> place_;  ///< of each claim in `order_`
    std::size_t carrying_ = 0;        ///< how many carry the words
};

}  // namespace
}  // namespace writing

void write_html(std::ostream& out, const Trace& trace, const ReportOptions& options) {
    const writing::Words words = writing::report_words(options.language.empty() ? trace.language : options.language);
    const std::string caption = options.facts
                                    ? writing::caption_of(*options.facts, writing::scope_of(trace), words.language())
                                    : options.caption;
    const std::string body = writing::TracePage(trace, words).written();
    out << writing::report_page({trace.words + " – " + words["trace"], body, caption}, words);
    writing::check(out);
}

}  // namespace rawi
