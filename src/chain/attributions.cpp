#include "chain/attributions.hpp"

#include <algorithm>

#include "attribution/circumstances.hpp"
#include "attribution/leave_out.hpp"
#include "detection/noun_phrase.hpp"

namespace rawi::chain {
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

/// Whether the words name the outlet, and do not describe it ("the paper").
bool names_outlet(const Article& article, TokenRange words) {
    const std::string& outlet = article.document->metadata().outlet;
    return detection::holds(article, words, Known::outlet) ||
           (!words.empty() && !outlet.empty() &&
            article.document->text(article.span_of(words)).find(outlet) != std::string_view::npos);
}

class AttributionMaker {
public:
    AttributionMaker(const Article& article, const attribution::Findings& findings, const sources::Sources& sources)
        : article_(article), findings_(findings), sources_(sources), last_named_(sources.agents.size()) {
        made_.reserve(findings.attributions.size());
    }

    std::vector<Attribution> run(std::vector<Chain> chains) {
        for (std::size_t i = 0; i < chains.size(); ++i) {
            made_.push_back(attribution_of(i, std::move(chains[i])));
            const Attribution& made = made_.back();
            if (made.source && made.source_span) last_named_[static_cast<std::size_t>(*made.source)] = made.source_span;
        }
        std::vector<bool> no_statement(made_.size());
        for (std::size_t i = 0; i < made_.size(); ++i) no_statement[i] = own_voice(i) || in_own_words(i);
        attribution::leave_out(
            made_, no_statement,
            [](const Attribution& inner) {
                return inner.parent ? static_cast<std::uint32_t>(*inner.parent) : detection::none;
            },
            [](Attribution& inner, std::uint32_t around) {
                inner.parent = around == detection::none ? std::nullopt : std::optional(AttributionId{around});
            });
        return std::move(made_);
    }

private:
    [[nodiscard]] Attribution attribution_of(std::size_t index, Chain chain) const {
        const Finding& finding = findings_.attributions[index];
        const sources::Speakers& speakers = sources_.speakers[index];
        Attribution out;
        out.cue = attribution::cue_of(article_, finding);
        if (finding.lemma != nullptr) {
            out.lemma = finding.lemma->name;
            out.stance = stance_of(finding);
        }
        // A rule's own stance has counted the negation.
        if (finding.rule != nullptr) {
            if (finding.rule->stance) out.stance = *finding.rule->stance;
            out.rule_place = finding.rule->place;
        }
        out.rule = attribution::rule_of(article_, finding);
        out.source = speakers.source;
        if (!finding.source.empty())
            out.source_span = article_.span_of(named_here(article_, finding));
        else if (finding.cue.empty() && out.source)
            out.source_span = last_named_[static_cast<std::size_t>(*out.source)];  // what a quotation goes on from
        for (const TokenRange range : finding.content) out.content.push_back(article_.span_of(range));
        out.type = type_of(article_, finding);
        if (finding.rule != nullptr && !finding.rule->medium.empty()) out.medium = finding.rule->medium;
        if (!finding.medium.empty()) {
            out.medium = std::string(attribution::medium_key(article_, finding.medium));
            if (out.medium->empty())
                out.medium = std::string(article_.document->text(article_.span_of(finding.medium)));
        }
        if (!finding.when.empty())
            out.when = When{article_.span_of(finding.when), attribution::resolve_when(article_, finding.when)};
        if (finding.parent != detection::none) out.parent = static_cast<AttributionId>(finding.parent);
        out.flags = flags_of(index, out.source, chain);
        out.chain = std::move(chain.agents);
        out.hops = std::move(chain.hops);
        return out;
    }

    /// The verb's, unless it is negated. لا يستبعد: what is not ruled out may be; لا يعتقد: what is not believed is
    /// denied.
    [[nodiscard]] Stance stance_of(const Finding& finding) const {
        const Stance stance = finding.lemma->stance;
        if (!negated(article_, finding.cue.front().begin)) return stance;
        if (stance == Stance::denied) return Stance::hedged;
        return (finding.lemma->flag_bits & article_.pack->thinks) != 0 ? Stance::denied : stance;
    }

    [[nodiscard]] std::vector<Flag> flags_of(std::size_t index, std::optional<AgentId> source,
                                             const Chain& chain) const {
        const Finding& finding = findings_.attributions[index];
        const Agent* const speaker = source ? &sources_.agents[static_cast<std::size_t>(*source)] : nullptr;
        std::vector<Flag> flags;
        if (speaker == nullptr)
            flags.push_back(Flag::unknown_source);
        else if (!speaker->named)
            flags.push_back(Flag::anonymous_source);
        if (finding.anonymity) flags.push_back(Flag::anonymity_requested);
        if (link_is_missing(finding, speaker, chain)) flags.push_back(Flag::missing_link);
        if (chain.inherited) flags.push_back(Flag::inherited_path);
        if (sources_.speakers[index].dropped && source) flags.push_back(Flag::dropped_subject);
        // Of what nobody is given for the chain is who passed it on and the publisher.
        if (chain.agents.size() > (source ? 2U : 1U)) flags.push_back(Flag::second_hand);
        std::sort(flags.begin(), flags.end());
        return flags;
    }

    /// Whether the publisher read or watched it, but the text does not say where; or somebody passed it on from nobody;
    /// or it is "media reports" that say so.
    [[nodiscard]] bool link_is_missing(const Finding& finding, const Agent* speaker, const Chain& chain) const {
        if (speaker == nullptr) return !finding.relays.empty() && chain.agents.size() < 3;
        const bool person = speaker->kind == AgentKind::person || speaker->kind == AgentKind::role;
        const bool seen = person && chain.agents.size() == 2 && chain.hops.back().contact == Contact::seen;
        // Of "reports of the ministry" the text says whose they are.
        return seen ||
               (!speaker->named && !finding.source.empty() &&
                article_.match(finding.source.begin, Known::reports, finding.source.end) == finding.source.size());
    }

    /// "As The Times reported" in The Times: whether the publisher cites itself by its name, which is its own voice
    /// (GUIDE). What it asks or denies it says to somebody.
    [[nodiscard]] bool own_voice(std::size_t index) const {
        const Finding& finding = findings_.attributions[index];
        const Attribution& attribution = made_[index];
        if (attribution.source != sources_.publisher || attribution.parent) return false;
        const bool told = finding.lemma != nullptr && (finding.lemma->flag_bits & article_.pack->hearer) != 0;
        const bool reports = attribution.stance == Stance::neutral || attribution.stance == Stance::assertive;
        return reports && !told && names_outlet(article_, finding.source);
    }

    /// "I ask you to listen," Smith said: what somebody does with the words that are quoted, or only thinks of saying,
    /// is no statement within them (GUIDE); "I told her that" is.
    [[nodiscard]] bool in_own_words(std::size_t index) const {
        const Finding& finding = findings_.attributions[index];
        const Attribution& made = made_[index];
        if (!article_.pack->subject_first || finding.parent == detection::none || finding.cue.empty() || !made.source ||
            article_.tokens[finding.anchor()].quotation == detection::none)
            return false;
        const Attribution& around = made_[finding.parent];
        const bool named = !finding.source.empty() && !article_.has(finding.source.begin, Known::pronoun);
        const bool told = finding.quoted || (finding.form.form == language::Form::finite && finding.form.past);
        return !named && !told && made.source == around.source && around.type == ContentType::direct;
    }

    const Article& article_;
    const attribution::Findings& findings_;
    const sources::Sources& sources_;
    std::vector<std::optional<Span>> last_named_;  ///< where each agent was named last as a speaker, by its id
    std::vector<Attribution> made_;
};

}  // namespace

std::vector<Attribution> make_attributions(const Article& article, const attribution::Findings& findings,
                                           const sources::Sources& sources, std::vector<Chain> chains) {
    return AttributionMaker(article, findings, sources).run(std::move(chains));
}

}  // namespace rawi::chain
