// A trace for people, and as JSON.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>
#include <set>

#include "rawi/trace.hpp"
#include "text/json_text.hpp"
#include "text/width.hpp"

namespace rawi {
namespace {

using Json = nlohmann::ordered_json;

/// Text of articles in a line of English: harmless, and isolated where it is written from right to left.
std::string shown(std::string_view text) {
    const std::string plain = text::printable(text);
    return text::has_right_to_left(plain) ? "\u2068" + plain + "\u2069" : plain;
}

std::string name_or(const std::string& name, std::string_view otherwise) {
    return name.empty() ? std::string(otherwise) : shown(name);
}

std::string in_quotes(std::string_view text) {
    return "\u201C" + shown(text) + "\u201D";
}

/// Paragraphs of a terminal's width, lines after the first indented alike.
class Page {
public:
    Page(std::ostream& out, unsigned width) : out_(out), width_(width) {}

    void line(std::size_t indent, std::string_view text) {
        const std::size_t room = width_ > indent + 20 ? width_ - indent : 20;
        for (const std::string_view piece : text::wrap(text, room)) {
            out_ << std::string(indent, ' ') << piece << '\n';
        }
    }
    /// A line with an id, which is copied: it does not break.
    void whole(std::size_t indent, std::string_view text) { out_ << std::string(indent, ' ') << text << '\n'; }
    void gap() { out_ << '\n'; }

private:
    std::ostream& out_;
    std::size_t width_;
};

std::string path_of(const TraceClaim& claim) {
    std::string path;
    for (std::size_t i = 0; i < claim.path.size(); ++i) {
        const TraceStation& station = claim.path[i];
        path += name_or(station.name, i + 1 == claim.path.size() ? "(publisher not known)" : "(nobody is given)");
        if (i + 1 == claim.path.size()) break;
        if (claim.path[i + 1].beside) {
            path += " + ";
            continue;
        }
        path += station.inferred ? " ⇢ " : " → ";
        if (station.contact != Contact::unstated) path += fmt::format("[{}] ", name_of(station.contact));
    }
    return path;
}

std::string text_of(const Difference& difference) {
    switch (difference.kind) {
        case Difference::Kind::dropped: return "dropped: " + in_quotes(difference.before);
        case Difference::Kind::added: return "added: " + in_quotes(difference.after);
        case Difference::Kind::changed:
            return "changed: " + in_quotes(difference.before) + " to " + in_quotes(difference.after);
        case Difference::Kind::source:
            return "another source: " + name_or(difference.before, "nobody") + " became " +
                   name_or(difference.after, "nobody");
        case Difference::Kind::cue:
            return "another verb: " + shown(difference.before) + " became " + shown(difference.after);
        case Difference::Kind::name_lost:
            return "a name lost: " + shown(difference.before) + " became " + name_or(difference.after, "nobody");
        case Difference::Kind::name_added:
            return "a name added: " + name_or(difference.before, "nobody") + " became " + shown(difference.after);
        case Difference::Kind::hedge_lost: return "a doubt lost: " + in_quotes(difference.before);
        case Difference::Kind::hedge_added: return "a doubt added: " + in_quotes(difference.after);
    }
    return {};
}

/// The name by which the first speaker is called in this trace.
std::string speaker_of(const Trace& trace, const TraceClaim& first) {
    if (first.path.empty()) return {};
    for (const Node& node : trace.graph.nodes) {
        if (node.key == first.path.front().node) return node.label;
    }
    return first.path.front().name;
}

bool is_one(std::size_t number) {
    return number == 1;
}

std::string how_many(const Trace& trace) {
    std::set<std::string_view> outlets;
    std::set<std::string_view> outlets_near;
    std::size_t carrying = 0;
    for (const TraceClaim& claim : trace.claims) {
        (claim.carries ? outlets : outlets_near).insert(claim.outlet);
        if (claim.carries) ++carrying;
    }
    const std::size_t near = trace.claims.size() - carrying;
    const auto claims_of = [](std::size_t claims, std::size_t of) {
        return fmt::format("{} claim{} of {} outlet{}", claims, is_one(claims) ? "" : "s", of, is_one(of) ? "" : "s");
    };
    const auto verb = [](std::size_t claims) { return is_one(claims) ? "comes" : "come"; };
    if (carrying == 0)
        return fmt::format("No claim carries all of these words; {} {} close.", claims_of(near, outlets_near.size()),
                           verb(near));
    return fmt::format("{} carr{} these words{}.", claims_of(carrying, outlets.size()), is_one(carrying) ? "ies" : "y",
                       near == 0 ? "" : fmt::format("; {} more {} close", near, verb(near)));
}

/// Of the words asked for, what a claim that comes close does not have. Where the earliest one is made of these words
/// and nothing else, what differs from it has said so.
std::string what_is_lacking(const Trace& trace, const TraceClaim& claim) {
    const std::string_view other = claim.similarity == 0 ? "; found through a claim that repeats it" : "";
    if (trace.claims[trace.earliest].similarity == 1 && !claim.differences.empty()) return {};
    if (claim.lacks.empty()) return fmt::format("does not have all of the words in their order{}", other);
    std::string lacks;
    for (const std::string& words : claim.lacks) lacks.append(lacks.empty() ? "" : ", ").append(in_quotes(words));
    return fmt::format("lacks: {}{}", lacks, other);
}

void write_head(Page& page, const Trace& trace) {
    const TraceClaim& first = trace.claims[trace.earliest];
    page.line(0, how_many(trace));
    if (trace.cut)
        page.line(
            0,
            "There may be more: the trace stops after so many (--most-claims), and what follows holds for these only.");
    page.gap();
    if (!first.carries) page.line(0, "Of those that come close:");
    const std::string speaker = speaker_of(trace, first);
    page.line(0, "Said by:  " + name_or(speaker, "nobody is given"));
    page.whole(0, fmt::format("Earliest: {}  {}  {}", first.date.empty() ? "(no date)" : first.date,
                              name_or(first.publisher, "(publisher not known)"), shown(first.id)));
    page.line(10, in_quotes(first.content));
    const auto same_moment = std::ranges::count_if(trace.claims, [&](const TraceClaim& claim) {
        return first.date.find('T') != std::string::npos && claim.date == first.date &&
               std::ranges::find(trace.same_day, claim.id) != trace.same_day.end();
    });
    if (same_moment > 0) page.line(10, fmt::format("and {} more at the same time", same_moment));
    if (const auto unknown = static_cast<std::ptrdiff_t>(trace.same_day.size()) - same_moment; unknown > 0)
        page.line(10, fmt::format("and {} more of that day; at what hour is not known", unknown));
    if (trace.upstream) {
        page.line(0, "Upstream: " + name_or(*trace.upstream, "?") + ": every path in this corpus passes there");
    } else {
        std::string origins;
        for (const std::string& origin : trace.origins)
            origins.append(origins.empty() ? "" : ", ").append(name_or(origin, "(nobody is given)"));
        page.line(0, fmt::format("Upstream: no single one; {} origin{}: {}", trace.origins.size(),
                                 trace.origins.size() == 1 ? "" : "s", origins));
    }
}

void write_claim(Page& page, const Trace& trace, const TraceClaim& claim) {
    page.whole(2, fmt::format("{}  {}  {}", claim.date.empty() ? "(no date)" : claim.date,
                              name_or(claim.publisher, "(publisher not known)"), shown(claim.id)));
    page.line(4, path_of(claim));
    page.line(4, in_quotes(claim.content));
    if (!claim.carries) {
        if (const std::string lacking = what_is_lacking(trace, claim); !lacking.empty()) page.line(6, lacking);
    }
    for (const Difference& difference : claim.differences) page.line(6, text_of(difference));
    if (claim.from_elsewhere) page.line(6, "says that it has the words from elsewhere, but not from where");
    if (claim.uncredited)
        page.line(6, "the same words as in " + shown(claim.same_words_as) + ", and no outlet is credited");
}

Json json_of(const TraceClaim& claim) {
    Json path = Json::array();
    for (const TraceStation& station : claim.path) {
        path.push_back({{"name", station.name},
                        {"kind", name_of(station.kind)},
                        {"named", station.named},
                        {"outlet", station.outlet},
                        {"node", station.node},
                        {"contact", name_of(station.contact)},
                        {"phrase", station.phrase},
                        {"inferred", station.inferred},
                        {"beside", station.beside}});
    }
    Json differences = Json::array();
    for (const Difference& difference : claim.differences) {
        differences.push_back(
            {{"kind", name_of(difference.kind)}, {"before", difference.before}, {"after", difference.after}});
    }
    return {{"id", claim.id},
            {"article", claim.article},
            {"url", claim.url},
            {"title", claim.title},
            {"language", claim.language},
            {"outlet", claim.outlet},
            {"publisher", claim.publisher},
            {"date", claim.date},
            {"content", claim.content},
            {"lemma", claim.lemma},
            {"stance", claim.stance},
            {"similarity", claim.similarity},
            {"held", claim.held},
            {"carries", claim.carries},
            {"lacks", claim.lacks},
            {"path", path},
            {"differences", differences},
            {"uncredited", claim.uncredited},
            {"same_words_as", claim.same_words_as},
            {"from_elsewhere", claim.from_elsewhere}};
}

Json json_of(const MissingLink& link) {
    Json sought = Json::array();
    for (const SoughtStatement& statement : link.sought) {
        sought.push_back({{"words", statement.words},
                          {"no_later_than", statement.no_later_than},
                          {"credited_in", statement.credited_in}});
    }
    return {{"outlet", link.outlet}, {"name", link.name}, {"articles", link.articles}, {"sought", sought}};
}

/// Of an outlet that is credited and has so many articles.
std::string words_are_not_in(std::size_t articles) {
    if (articles == 0) return "no article of it is";
    if (articles == 1) return "the words are not in its only article";
    return fmt::format("the words are in none of its {} articles", articles);
}

}  // namespace

void write_text(std::ostream& out, const Trace& trace, unsigned width) {
    Page page(out, width);
    page.line(0, in_quotes(trace.words));
    if (trace.claims.empty()) {
        page.line(0,
                  trace.looked_for == 0
                      ? "None of these is a word to look for: function words and marks are not. Give some that say "
                        "something."
                  : trace.bare.empty()
                      ? "No claim in this corpus carries these words. Try fewer of them, those that are least likely "
                        "to be reworded."
                      : "No claim in this corpus carries these words, but they stand in articles that give them to "
                        "nobody:");
        for (const BareMention& mention : trace.bare) {
            page.line(2, fmt::format("{}  {}  {}", mention.date.empty() ? "(no date)" : mention.date,
                                     name_or(mention.publisher, "(publisher not known)"), shown(mention.article)));
            page.line(4, shown(mention.title));
        }
        return;
    }
    write_head(page, trace);
    const bool some_carry = trace.claims[trace.earliest].carries;
    const bool all_carry = std::ranges::all_of(trace.claims, &TraceClaim::carries);
    for (const bool carrying : {true, false}) {
        if (carrying ? !some_carry : all_carry) continue;
        page.gap();
        page.line(0, all_carry  ? "In order of time:"
                     : carrying ? "With these words, in order of time:"
                                : "Close to these words, in order of time:");
        for (const TraceClaim& claim : trace.claims) {
            if (claim.carries == carrying) write_claim(page, trace, claim);
        }
    }
    if (!trace.missing.empty()) {
        page.gap();
        page.line(0, "Links that are missing here:");
    }
    for (const MissingLink& link : trace.missing) {
        page.line(2, fmt::format("{} is credited in {}{}, but {} in the corpus.", name_or(link.name, link.outlet),
                                 shown(link.sought.front().credited_in.front()),
                                 link.credits() > 1 ? fmt::format(" and {} more", link.credits() - 1) : "",
                                 words_are_not_in(link.articles)));
        for (const SoughtStatement& statement : link.sought) {
            page.line(4,
                      fmt::format("Look for: {}{}: {}", name_or(link.name, link.outlet),
                                  statement.no_later_than.empty() ? "" : ", " + statement.no_later_than + " or before",
                                  in_quotes(statement.words)));
        }
    }
    for (const auto& circle : trace.circles) {
        std::string names;
        for (const std::string& name : circle) names.append(names.empty() ? "" : ", ").append(shown(name));
        page.gap();
        page.line(0, "Credit runs in a circle: " + names);
    }
}

void write_json(std::ostream& out, const Trace& trace) {
    Json all;
    all["schema"] = "rawi-trace/1";
    all["words"] = trace.words;
    all["language"] = trace.language;
    all["upstream"] = trace.upstream ? Json{{"name", *trace.upstream}, {"node", trace.upstream_node}} : Json(nullptr);
    all["origins"] = trace.origins;
    all["cut"] = trace.cut;
    all["earliest"] = trace.claims.empty() ? Json(nullptr) : Json(trace.claims[trace.earliest].id);
    all["claims"] = Json::array();
    for (const TraceClaim& claim : trace.claims) all["claims"].push_back(json_of(claim));
    all["same_day"] = trace.same_day;
    all["missing"] = Json::array();
    for (const MissingLink& link : trace.missing) all["missing"].push_back(json_of(link));
    all["bare"] = Json::array();
    for (const BareMention& mention : trace.bare) {
        all["bare"].push_back({{"article", mention.article},
                               {"url", mention.url},
                               {"title", mention.title},
                               {"outlet", mention.outlet},
                               {"publisher", mention.publisher},
                               {"date", mention.date}});
    }
    all["circles"] = trace.circles;
    out << text::harmless_json(all.dump(2, ' ', false, Json::error_handler_t::replace)) << "\n";
}

}  // namespace rawi
