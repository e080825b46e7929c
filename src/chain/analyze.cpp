// The pipeline: document → article → findings → sources → chains → analysis.
#include <algorithm>

#include "attribution/circumstances.hpp"
#include "attribution/finding.hpp"
#include "attribution/leave_out.hpp"
#include "chain/chains.hpp"
#include "detection/article.hpp"
#include "detection/noun_phrase.hpp"
#include "rawi/analysis.hpp"
#include "sources/sources.hpp"
#include "text/ascii.hpp"
#include "text/width.hpp"

namespace rawi {
namespace {

using attribution::Finding;
using detection::Article;
using detection::Known;
using detection::TokenRange;

/// Quoted words inside a paraphrase make it mixed; a name in quotation marks does not.
bool holds_quotation(const Article& article, TokenRange range) {
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const std::uint32_t q = article.opens(i);
        if (q == detection::none || !article.quotations[q].closed || article.quotations[q].close >= range.end) continue;
        const bool name = article.tokens[i + 1].upper && article.quotations[q].inner().size() <= 4;
        if (!name && !article.quotations[q].inner().empty()) return true;
    }
    return false;
}

ContentType type_of(const Article& article, const Finding& finding) {
    if (finding.rule != nullptr && finding.rule->type) return *finding.rule->type;
    if (finding.quoted || finding.speech) return ContentType::direct;
    for (const TokenRange range : finding.content) {
        if (holds_quotation(article, range)) return ContentType::mixed;
    }
    return ContentType::indirect;
}

std::vector<Flag> flags_of(const Article& article, const Analysis& analysis, const Attribution& attribution,
                           const Finding& finding, const chain::Chain& chain, bool dropped) {
    std::vector<Flag> flags;
    if (!attribution.source)
        flags.push_back(Flag::unknown_source);
    else if (!analysis.agent(*attribution.source).named)
        flags.push_back(Flag::anonymous_source);
    if (finding.anonymity) flags.push_back(Flag::anonymity_requested);
    // The publisher read or watched it, but the text does not say where; or somebody passed it on from nobody; or it is
    // "media reports" that say so.
    const bool person = attribution.source && (analysis.agent(*attribution.source).kind == AgentKind::person ||
                                               analysis.agent(*attribution.source).kind == AgentKind::role);
    const bool seen = person && chain.agents.size() == 2 && chain.hops.back().contact == Contact::seen;
    // Of "reports of the ministry" the text says whose they are.
    const bool reports =
        attribution.source && !analysis.agent(*attribution.source).named && !finding.source.empty() &&
        article.match(finding.source.begin, Known::reports, finding.source.end) == finding.source.size();
    if (seen || reports || (!finding.relays.empty() && chain.agents.size() < 3 && !attribution.source))
        flags.push_back(Flag::missing_link);
    if (chain.inherited) flags.push_back(Flag::inherited_path);
    if (dropped && attribution.source) flags.push_back(Flag::dropped_subject);
    // Of what nobody is given for the chain is who passed it on and the publisher.
    if (chain.agents.size() > (attribution.source ? 2U : 1U)) flags.push_back(Flag::second_hand);
    std::sort(flags.begin(), flags.end());
    return flags;
}

/// Whether a negation stands before the cue.
bool negated(const Article& article, std::uint32_t cue) {
    while (cue > 0 && article.has(cue - 1, Known::adverb) && !article.has(cue - 1, Known::negation)) --cue;
    return cue > 0 && article.has(cue - 1, Known::negation);
}

/// Where the source is named, with the pronoun that stands for it in a relative clause: "Smith, who | said".
TokenRange named_here(const Article& article, const Finding& finding) {
    TokenRange named = finding.source;
    if (!article.pack->subject_first || finding.cue.empty()) return named;
    const std::uint32_t verb = finding.cue.front().begin;
    std::uint32_t pronoun = named.end;
    if (pronoun < verb && article.tokens[pronoun].kind != text::CharClass::letter) ++pronoun;
    if (pronoun < verb && article.opens_relative(pronoun)) named.end = pronoun + 1;
    return named;
}

/// Where each agent was named last as a speaker, by its id.
using LastNamed = std::vector<std::optional<Span>>;

Attribution attribution_of(const Article& article, const Finding& finding, const sources::Speakers& speakers,
                           chain::Chain chain, const Analysis& analysis, const LastNamed& last_named) {
    Attribution out;
    out.cue = attribution::cue_of(article, finding);
    if (finding.lemma != nullptr) {
        out.lemma = finding.lemma->name;
        out.stance = finding.lemma->stance;
    }
    // لا يستبعد: what is not ruled out may be. A rule's own stance has counted the negation.
    if (out.stance == Stance::denied && negated(article, finding.cue.front().begin)) out.stance = Stance::hedged;
    if (finding.rule != nullptr) {
        if (finding.rule->stance) out.stance = *finding.rule->stance;
        out.rule_place = finding.rule->place;
    }
    out.rule = attribution::rule_of(article, finding);
    out.source = speakers.source;
    if (!finding.source.empty())
        out.source_span = article.span_of(named_here(article, finding));
    else if (finding.cue.empty() && out.source)
        out.source_span = last_named[static_cast<std::size_t>(*out.source)];  // what a quotation goes on from
    for (const TokenRange range : finding.content) out.content.push_back(article.span_of(range));
    out.type = type_of(article, finding);
    if (finding.rule != nullptr && !finding.rule->medium.empty()) out.medium = finding.rule->medium;
    if (!finding.medium.empty()) {
        out.medium = std::string(attribution::medium_key(article, finding.medium));
        if (out.medium->empty()) out.medium = std::string(article.document->text(article.span_of(finding.medium)));
    }
    if (!finding.when.empty())
        out.when = When{article.span_of(finding.when), attribution::resolve_when(article, finding.when)};
    if (finding.parent != detection::none) out.parent = static_cast<AttributionId>(finding.parent);
    out.flags = flags_of(article, analysis, out, finding, chain, speakers.dropped);
    out.chain = std::move(chain.agents);
    out.hops = std::move(chain.hops);
    return out;
}

/// Whether the words name the outlet, and do not describe it ("the paper").
bool names_outlet(const Article& article, TokenRange words) {
    const std::string& outlet = article.document->metadata().outlet;
    return detection::holds(article, words, Known::outlet) ||
           (!words.empty() && !outlet.empty() &&
            article.document->text(article.span_of(words)).find(outlet) != std::string_view::npos);
}

/// "As The Times reported" in The Times: whether the publisher cites itself by its name, which is its own voice
/// (GUIDE). What it asks or denies it says to somebody.
bool own_voice(const Article& article, const Finding& finding, const Attribution& attribution, AgentId publisher) {
    if (attribution.source != publisher || attribution.parent) return false;
    const bool told = finding.lemma != nullptr && (finding.lemma->flag_bits & article.pack->hearer) != 0;
    const bool reports = attribution.stance == Stance::neutral || attribution.stance == Stance::assertive;
    return reports && !told && names_outlet(article, finding.source);
}

/// "I ask you to listen," Smith said: what somebody does with the words that are quoted, or only thinks of saying, is
/// no statement within them (GUIDE); "I told her that" is.
bool in_own_words(const Article& article, const attribution::Findings& findings, const Analysis& analysis,
                  std::size_t index) {
    const Finding& finding = findings.attributions[index];
    const Attribution& made = analysis.attributions[index];
    if (!article.pack->subject_first || finding.parent == detection::none || finding.cue.empty() || !made.source ||
        article.tokens[finding.anchor()].quotation == detection::none)
        return false;
    const Attribution& around = analysis.attributions[finding.parent];
    const bool named = !finding.source.empty() && !article.has(finding.source.begin, Known::pronoun);
    const bool told = finding.quoted || (finding.form.form == language::Form::finite && finding.form.past);
    return !named && !told && made.source == around.source && around.type == ContentType::direct;
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
    analysis.language = language.code();
    analysis.right_to_left = language.right_to_left();
    const Article article = detection::detect(analysis.document, language.pack());
    const attribution::Findings findings = attribution::find_attributions(article);
    sources::Sources sources = sources::find_sources(article, findings);
    std::vector<chain::Chain> chains = chain::build_chains(article, findings, sources);
    analysis.agents = std::move(sources.agents);
    analysis.publisher = sources.publisher;
    std::vector<bool> own(chains.size());
    LastNamed last_named(analysis.agents.size());
    for (std::size_t i = 0; i < chains.size(); ++i) {
        const Finding& finding = findings.attributions[i];
        analysis.attributions.push_back(
            attribution_of(article, finding, sources.speakers[i], std::move(chains[i]), analysis, last_named));
        const Attribution& made = analysis.attributions.back();
        if (made.source && made.source_span) last_named[static_cast<std::size_t>(*made.source)] = made.source_span;
        own[i] = own_voice(article, finding, made, analysis.publisher);
    }
    for (std::size_t i = 0; i < own.size(); ++i) own[i] = own[i] || in_own_words(article, findings, analysis, i);
    attribution::leave_out(
        analysis.attributions, own,
        [](const Attribution& inner) {
            return inner.parent ? static_cast<std::uint32_t>(*inner.parent) : detection::none;
        },
        [](Attribution& inner, std::uint32_t around) {
            inner.parent = around == detection::none ? std::nullopt : std::optional(AttributionId{around});
        });
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
