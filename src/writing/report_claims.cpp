// The list of an article's claims, with the filters above it.
#include <algorithm>

#include "writing/exchange.hpp"
#include "writing/report.hpp"

namespace rawi::writing {
namespace {

std::string_view kind_key(const Agent& agent) {
    if (agent.publisher) return "publisher";
    if (agent.kind == AgentKind::outlet) return "agent_outlet";
    if (agent.kind == AgentKind::unknown) return "agent_unknown";
    return rawi::name_of(agent.kind);
}

class ClaimList {
public:
    explicit ClaimList(const ReportedArticle& article)
        : article_(article), analysis_(article.analysis), words_(article.words) {}

    std::string written() {
        filters();
        out_ += "<ol class=\"list\">\n";
        for (std::size_t i = 0; i < analysis_.attributions.size(); ++i) claim(i);
        out_ += "</ol>\n<p class=\"empty\" hidden>" + html(words_["none_fit"]) + "</p>\n";
        return std::move(out_);
    }

private:
    void filters() {
        out_ += "<form class=\"filters\" hidden><fieldset><legend>" + html(words_["filters"]) + "</legend>\n";
        const auto count = [&](auto&& fits) { return std::ranges::count_if(analysis_.attributions, fits); };
        chip("second-hand", "second_hand", count([](const auto& a) { return a.has(Flag::second_hand); }));
        chip("unnamed", "unnamed", count([](const auto& a) { return is_unnamed(a); }));
        chip("nobody", "unknown", count([](const auto& a) { return !a.source; }));
        chip("missing-link", "missing", count([](const auto& a) { return a.has(Flag::missing_link); }));
        sources();
        const std::string all = std::to_string(analysis_.attributions.size());
        out_ += "<button type=\"reset\">" + html(words_["reset"]) +
                "</button></fieldset>\n<p role=\"status\" data-words=\"" + html(words_["shown"]) + "\">" +
                html(words_.filled("shown", {all, all})) + "</p></form>\n";
    }

    void chip(std::string_view flag, std::string_view key, std::ptrdiff_t count) {
        if (count == 0) return;
        out_ += "<label class=\"chip " + std::string(key) + "\"><input type=\"checkbox\" value=\"" + std::string(flag) +
                "\"> <span>" + html(words_[key]) + "</span> <b>" + std::to_string(count) + "</b></label>\n";
    }

    void sources() {
        std::vector<bool> used(analysis_.agents.size());
        for (const Attribution& said : analysis_.attributions) {
            for (const AgentId id : said.chain) used[static_cast<std::size_t>(id)] = true;
        }
        used[static_cast<std::size_t>(analysis_.publisher)] = false;  // everything came through it
        if (std::ranges::count(used, true) < 2) return;
        out_ += "<label class=\"through\">" + html(words_["source"]) + " <select><option value=\"\">" +
                html(words_["any_source"]) + "</option>";
        for (std::size_t i = 0; i < used.size(); ++i) {
            const auto id = static_cast<AgentId>(i);
            if (used[i]) out_ += "<option value=\"" + id_of(id) + "\">" + html(article_.agent_name(id)) + "</option>";
        }
        out_ += "</select></label>\n";
    }

    void claim(std::size_t index) {
        const Attribution& said = analysis_.attributions[index];
        const std::string number = std::to_string(index + 1);
        out_ += "<li class=\"claim " + std::string(name_of(standing_of(said))) + "\" id=\"" + article_.claim_id(index) +
                "\" data-claim=\"" + article_.claim_id(index) + "\" data-path=\"" + path(said) + "\" data-flags=\"" +
                flag_names(said) + "\" data-agents=\"" + agents(said) +
                "\">\n<p class=\"head\"><a class=\"number\" href=\"#t" + article_.claim_id(index) + "\" aria-label=\"" +
                html(words_.filled("to_text", {number})) + "\">" + number + "</a> " + chain(said) + "</p>\n";
        words(said);
        flags(said);
        evidence(said);
        out_ += "</li>\n";
    }

    /// Nothing where the analysis was saved without its text: the page says so once.
    void words(const Attribution& said) {
        const std::string content = analysis_.document.joined(said.content);
        if (content.empty()) return;
        out_ += "<blockquote" + language_attributes(analysis_.language, analysis_.right_to_left) + "><p>" +
                html(content) + "</p></blockquote>\n";
    }

    std::string path(const Attribution& said) const {
        std::string keys;
        for (const std::string& key : article_.path_keys(said))
            keys += (keys.empty() ? "" : "\n") + key;  // keys may hold spaces
        return html(keys);
    }

    static std::string flag_names(const Attribution& said) {
        std::string names;
        if (!said.source) names += "nobody ";
        if (is_unnamed(said)) names += "unnamed ";
        for (const Flag flag : said.flags) names += std::string(rawi::name_of(flag)) + ' ';
        return names;
    }

    static std::string agents(const Attribution& said) {
        std::string ids;
        for (const AgentId id : said.chain) ids += id_of(id) + ' ';
        return ids;
    }

    /// Speaker, relays and publisher, with how the words passed between them.
    std::string chain(const Attribution& said) const {
        std::string line = "<span class=\"chain\">";
        if (!said.source) {
            line += "<span class=\"agent gone\">" + html(words_["nobody"]) + "</span>" + arrow("unstated", true);
        }
        for (std::size_t i = 0; i < said.chain.size(); ++i) {
            const Agent& agent = analysis_.agent(said.chain[i]);
            if (said.stands_beside(i)) {
                line += " + ";
            } else if (i > 0) {
                const bool known = i - 1 < said.hops.size();
                line += arrow(known ? rawi::name_of(said.hops[i - 1].contact) : "unstated",
                              !known || said.hops[i - 1].inferred);
            }
            line += "<span class=\"agent " + std::string(rawi::name_of(agent.kind)) +
                    (agent.publisher ? " publisher" : "") + (agent.named || agent.publisher ? "" : " unnamed") +
                    "\" title=\"" + html(words_[kind_key(agent)]) + "\">" + bdi(article_.agent_name(said.chain[i])) +
                    "</span>";
        }
        return line + "</span>";
    }

    std::string arrow(std::string_view contact, bool inferred) const {
        return " <span class=\"arrow " + std::string(contact) + (inferred ? " inferred" : "") + "\">" +
               html(words_[contact]) + "</span> ";
    }

    void flags(const Attribution& said) {
        std::string list;
        const auto add = [&](std::string_view css, std::string_view text) {
            list += "<li class=\"" + std::string(css) + "\">" + html(text) + "</li>";
        };
        for (const Flag flag : said.flags) {
            add(rawi::name_of(flag), words_["flag_" + std::string(rawi::name_of(flag))]);
        }
        if (said.stance != Stance::neutral) add("stance", words_[rawi::name_of(said.stance)]);
        if (said.medium) add("medium", words_.find("medium_" + *said.medium).value_or(*said.medium));
        if (said.when && !said.when->date.empty()) add("when", said.when->date);
        if (said.parent) {
            const auto parent = static_cast<std::size_t>(*said.parent);
            list += "<li><a href=\"#" + article_.claim_id(parent) + "\">" +
                    html(words_.filled("within", {std::to_string(parent + 1)})) + "</a></li>";
        }
        if (!list.empty()) out_ += "<ul class=\"flags\">" + list + "</ul>\n";
    }

    void evidence(const Attribution& said) {
        out_ += "<details><summary>" + html(words_["details"]) + "</summary><dl>\n";
        row(words_["kind"], html(words_[rawi::name_of(said.type)]));
        row(words_["stance"], html(words_[rawi::name_of(said.stance)]));
        row(words_["cue"], said.cue.empty() ? html(words_["none"]) : quoted(said.cue));
        if (!said.lemma.empty()) row(words_["lemma"], bdi(said.lemma));
        if (said.when) row(words_["when"], when(*said.when));
        row(words_["rule"], rule(said.rule, said.rule_place));
        for (const Hop& hop : said.hops) {
            std::string how = html(words_[rawi::name_of(hop.contact)]);
            if (const std::string phrase = quoted(hop.phrase); !phrase.empty()) how += ": " + phrase;
            if (hop.inferred) how += " (" + html(words_["inferred"]) + ')';
            if (!hop.rule.empty()) how += ' ' + rule(hop.rule, "");
            out_ += "<div><dt>" +
                    html_filled(words_, "step", {article_.agent_name(hop.from), article_.agent_name(hop.to)}) +
                    "</dt><dd>" + how + "</dd></div>\n";
        }
        out_ += "</dl></details>\n";
    }

    /// Without a value, which may be words that were not saved, there is no row.
    void row(std::string_view name, const std::string& value) {
        if (value.empty()) return;
        out_ += "<div><dt>" + html(name) + "</dt><dd>" + value + "</dd></div>\n";
    }

    std::string when(const When& said) const {
        const std::string text = quoted({said.text});
        if (text.empty() || said.date.empty()) return text + (said.date.empty() ? "" : bdi(said.date));
        return text + ' ' + bdi(said.date);
    }

    /// Nothing for no words, and for those that were not saved.
    std::string quoted(const std::vector<Span>& spans) const {
        const std::string text = analysis_.document.joined(spans);
        if (text.empty()) return text;
        return "<q" + language_attributes(analysis_.language, analysis_.right_to_left) + '>' + html(text) + "</q>";
    }

    static std::string rule(std::string_view name, std::string_view place) {
        std::string code = "<code dir=\"ltr\">" + html(name) + "</code>";
        if (!place.empty()) code += " <code class=\"place\" dir=\"ltr\">" + html(place) + "</code>";
        return code;
    }

    const ReportedArticle& article_;
    const Analysis& analysis_;
    const Words& words_;
    std::string out_;
};

}  // namespace

std::string report_claims(const ReportedArticle& article) {
    return ClaimList(article).written();
}

}  // namespace rawi::writing
