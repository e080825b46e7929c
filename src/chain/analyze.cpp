// The pipeline: document → article → findings → sources → chains → analysis.
#include <algorithm>

#include "attribution/finding.hpp"
#include "chain/attributions.hpp"
#include "chain/chains.hpp"
#include "detection/article.hpp"
#include "rawi/analysis.hpp"
#include "sources/sources.hpp"
#include "text/ascii.hpp"
#include "text/width.hpp"

namespace rawi {
namespace {

/// "reuters.com" is Reuters, and is called so in the article's script.
void name_outlet(Document& document, const LanguagePack& language, bool right_to_left) {
    const std::string& given = document.metadata().outlet;
    std::string name = language.pack().hosts.name_for(given, right_to_left);
    if (name != given) document.call_outlet(std::move(name));
}

/// Agents in order of first mention; the publisher, who may have none, first.
void order_agents(Analysis& analysis) {
    std::vector<std::uint32_t> order(analysis.agents.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    const auto first = [&](std::uint32_t i) {
        return analysis.agents[i].mentions.empty() ? 0 : analysis.agents[i].mentions.front().begin;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return first(a) < first(b); });
    std::vector<AgentId> renamed(order.size());
    std::vector<Agent> agents;
    for (std::uint32_t place = 0; place < order.size(); ++place) {
        renamed[order[place]] = static_cast<AgentId>(place);
        agents.push_back(std::move(analysis.agents[order[place]]));
    }
    const auto rename = [&](AgentId& id) { id = renamed[static_cast<std::size_t>(id)]; };
    analysis.agents = std::move(agents);
    rename(analysis.publisher);
    for (Attribution& attribution : analysis.attributions) {
        if (attribution.source) rename(*attribution.source);
        for (AgentId& id : attribution.chain) rename(id);
        for (Hop& hop : attribution.hops) rename(hop.from), rename(hop.to);
    }
}

}  // namespace

Analysis analyze(Document document, const LanguagePack& language) {
    Analysis analysis;
    analysis.document = std::move(document);
    name_outlet(analysis.document, language, language.right_to_left());
    analysis.language = language.code();
    analysis.right_to_left = language.right_to_left();
    const detection::Article article = detection::detect(analysis.document, language.pack());
    const attribution::Findings findings = attribution::find_attributions(article);
    sources::Sources sources = sources::find_sources(article, findings);
    std::vector<chain::Chain> chains = chain::build_chains(article, findings, sources);
    analysis.attributions = chain::make_attributions(article, findings, sources, std::move(chains));
    analysis.agents = std::move(sources.agents);
    analysis.publisher = sources.publisher;
    if (!article.dateline.empty()) analysis.dateline = article.span_of(article.dateline);
    for (const detection::Line& line : article.lines) {
        if (line.kind == detection::LineKind::furniture || line.kind == detection::LineKind::label)
            analysis.furniture.push_back(article.span_of(line.tokens));
    }
    order_agents(analysis);
    return analysis;
}

namespace {

/// In a language that is none of the packs': nothing but the publisher, whom any of them knows by the metadata.
Analysis not_understood(Document document, const LanguagePack& any) {
    name_outlet(document, any, text::has_right_to_left(document.text()));
    Analysis analysis = analyze(Document(document.metadata(), "", ""), any);
    const std::string& given = document.metadata().language;
    analysis.language = given.empty() ? "und" : given;  // BCP 47: undetermined
    analysis.right_to_left = text::has_right_to_left(document.text());
    analysis.document = std::move(document);
    return analysis;
}

/// "ar-LY", "AR" and "ar_LY" are Arabic, too.
bool is_in(const std::string& given, const LanguagePack& pack) {
    const std::string& code = pack.code();
    const std::string_view begin = std::string_view(given).substr(0, code.size());
    const char behind = given.size() > code.size() ? given[code.size()] : '-';
    return text::small_letters(begin) == code && (behind == '-' || behind == '_');
}

}  // namespace

Analysis analyze(Document document, std::span<const LanguagePack> languages) {
    const std::string& wanted = document.metadata().language;
    for (const LanguagePack& pack : languages) {
        if (is_in(wanted, pack)) return analyze(std::move(document), pack);
    }
    // Before the document is moved. What it says of its language may be wrong, unless the text is too short to tell.
    const LanguagePack* const pack = detect_language(document.text(), languages, !wanted.empty());
    return pack == nullptr ? not_understood(std::move(document), languages.front())
                           : analyze(std::move(document), *pack);
}

}  // namespace rawi
