// Text made fit for HTML, and what a claim is called and where it belongs in a report.
#include <algorithm>

#include "text/characters.hpp"
#include "writing/exchange.hpp"
#include "writing/report.hpp"

namespace rawi::writing {
namespace {

/// Bytes of a character to leave out at `at`: controls, bidi embeddings, overrides and isolates; 0 for one that stays.
std::size_t unwanted(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) return 1;
    if (byte == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0) return 2;
    return text::begins_reordering(text.substr(at)) ? 3 : 0;
}

}  // namespace

std::string html(std::string_view text) {
    const std::string valid = well_formed(text);
    std::string out;
    out.reserve(valid.size() + valid.size() / 16);
    for (std::size_t at = 0; at < valid.size(); ++at) {
        if (const std::size_t bytes = unwanted(valid, at); bytes > 0) {
            at += bytes - 1;
            continue;
        }
        switch (valid[at]) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += valid[at];
        }
    }
    return out;
}

std::string bdi(std::string_view name) {
    return "<bdi>" + html(name) + "</bdi>";
}

std::string html_filled(const Words& words, std::string_view key, std::initializer_list<std::string_view> values) {
    std::string out = html(words[key]);
    std::size_t at = 0;
    for (const std::string_view value : values) {
        const std::string isolated = bdi(value);
        at = out.find("{}", at);
        if (at == std::string::npos) break;
        out.replace(at, 2, isolated);
        at += isolated.size();
    }
    return out;
}

std::string language_attributes(std::string_view language, bool right_to_left) {
    return language_attribute(language) + " dir=\"" + (right_to_left ? "rtl" : "ltr") + '"';
}

std::string language_attribute(std::string_view language) {
    return is_language_tag(language) ? " lang=\"" + std::string(language) + '"' : std::string();
}

bool is_unnamed(const Attribution& said) noexcept {
    return said.has(Flag::anonymous_source) || said.has(Flag::anonymity_requested);
}

Standing standing_of(const Attribution& said) noexcept {
    if (!said.source || said.has(Flag::unknown_source) || said.has(Flag::missing_link)) {
        return Standing::unknown;
    }
    if (said.has(Flag::anonymous_source) || said.has(Flag::anonymity_requested)) return Standing::unnamed;
    return said.has(Flag::second_hand) ? Standing::second_hand : Standing::first_hand;
}

std::string_view name_of(Standing standing) noexcept {
    switch (standing) {
        case Standing::first_hand: return "first_hand";
        case Standing::second_hand: return "second_hand";
        case Standing::unnamed: return "unnamed";
        case Standing::unknown: break;
    }
    return "unknown";
}

std::string ReportedArticle::claim_id(std::size_t index) const {
    return std::to_string(number) + "-q" + std::to_string(index + 1);
}

std::string ReportedArticle::title() const {
    const std::string_view title = analysis.document.text(analysis.document.title());
    if (!title.empty()) return std::string(title);
    const std::string& id = analysis.document.metadata().id;
    return id.empty() ? words["untitled"] : id;
}

std::string ReportedArticle::agent_name(AgentId id) const {
    const Agent& agent = analysis.agent(id);
    if (!agent.name.empty()) return agent.name;
    return words[agent.publisher ? "publisher_unknown" : "nobody"];
}

std::string ReportedArticle::path_in_words(const Attribution& said) const {
    std::string path;
    if (!said.source) path = words["nobody"];
    for (const AgentId id : said.chain) {
        // Each name keeps its own direction: the arrows show the order in which they are read.
        path += path.empty() ? "" : words["direction"] == "rtl" ? " ← " : " → ";
        path += agent_name(id);
    }
    return path;
}

std::vector<std::string> ReportedArticle::path_keys(const Attribution& said) const {
    std::vector<std::string> keys;
    for (const AgentId id : said.chain) keys.push_back("agent:" + id_of(id));
    if (keys.empty()) keys.push_back("agent:" + id_of(analysis.publisher));
    // The same nodes for what is missing as the graph has: see ProvenanceGraph.
    if (said.has(Flag::missing_link) && keys.size() > 1) {
        const std::string& last = keys[keys.size() - 1];
        keys.insert(keys.end() - 1, "missing:" + keys[keys.size() - 2] + '>' + last);
    }
    if (!said.source) keys.insert(keys.begin(), "unknown:" + keys.front());
    return keys;
}

}  // namespace rawi::writing
