#include "sources/sources.hpp"

#include <algorithm>

#include "detection/noun_phrase.hpp"
#include "sources/agent_table.hpp"
#include "sources/agent_traits.hpp"
#include "sources/answerers.hpp"
#include "sources/antecedents.hpp"
#include "sources/called_in_short.hpp"
#include "sources/captured.hpp"
#include "sources/described_bodies.hpp"
#include "sources/employers.hpp"
#include "sources/find_agent.hpp"
#include "sources/going_on.hpp"
#include "sources/headline_speakers.hpp"
#include "sources/interviewers.hpp"
#include "sources/learning.hpp"
#include "sources/papers.hpp"
#include "sources/publisher.hpp"
#include "sources/reporters.hpp"
#include "sources/resolve.hpp"
#include "sources/scanned_mentions.hpp"

namespace rawi::sources {
namespace {

using attribution::Finding;
using attribution::Findings;
using detection::Known;
using language::Speaker;

class SourceFinder {
public:
    SourceFinder(const Article& article, const Findings& findings)
        : article_(article), findings_(findings), table_(article) {}

    Sources run() {
        result_.publisher = add_publisher(article_, table_);
        find_carriers(article_, table_, result_);
        result_.speakers.resize(findings_.attributions.size());
        known_.resize(findings_.attributions.size(), false);
        for (std::size_t i = 0; i < findings_.attributions.size(); ++i) know(i);
        meet_until(static_cast<std::uint32_t>(article_.tokens.size()));
        std::ranges::stable_sort(result_.appearances, {}, &Appeared::token);
        find_interviewers(article_, findings_, result_);
        const auto bodies = bodies_of_headline(table_);
        result_.agents = table_.take();
        find_reporters(article_, findings_, result_);
        find_headline_speakers(article_, findings_, bodies, result_);
        keep_those_who_speak(result_);
        return std::move(result_);
    }

private:
    /// Decides who speaks. Of words whose speaker stands behind them ("I told him so," Smith said) Smith comes first,
    /// for who "I" is and who "he" is not.
    void know(std::size_t i) {
        if (known_[i]) return;
        const Finding& finding = findings_.attributions[i];
        const bool spoken =
            article_.pack->subject_first && article_.tokens[finding.anchor()].quotation != detection::none;
        const bool inner = spoken && finding.parent != detection::none && finding.parent > i;
        if (inner) know(finding.parent);
        known_[i] = true;
        appear_until(finding.anchor());
        meet_until(finding.source.empty() ? finding.anchor() : finding.source.begin);
        const auto speaker_of = [this](std::uint32_t index) {
            return index == detection::none ? std::optional<AgentId>{} : result_.speakers[index].source;
        };
        table_.except(spoken ? speaker_of(quoting_finding(article_, findings_, finding)) : std::nullopt);
        speaker(i);
        table_.except(std::nullopt);
        // Who is quoted in somebody's words is not the one who goes on behind them.
        if (const auto outer = speaker_of(finding.parent); outer && (inner || article_.pack->heads_first))
            table_.spoke(*outer);
        // "The minister said so, according to the paper. He added": whose words a credit closes is the one who goes on.
        if (const auto closed = closed_by(article_, {findings_, result_, i})) table_.spoke(*closed);
    }

    /// Appearances and answers before `token`.
    void appear_until(std::uint32_t token) {
        answerers_.until(token, table_, result_, [this](std::uint32_t begin) { meet_until(begin); });
        for (; appeared_ < findings_.appearances.size() && findings_.appearances[appeared_].token < token;
             ++appeared_) {
            const attribution::Appearance& appearance = findings_.appearances[appeared_];
            meet_until(appearance.speaker.begin);
            const auto speaker = resolve(table_, read_mention(article_, appearance.speaker, false));
            const auto outlet = resolve(table_, read_mention(article_, appearance.relay.outlet, true));
            if (!speaker || !outlet || outlet == speaker) continue;
            result_.appearances.push_back({appearance.token, *speaker, *outlet, appearance.relay.contact});
            table_.noticed(*speaker);
        }
    }

    /// The mentions before `token` that are not sources themselves.
    void meet_until(std::uint32_t token) {
        mentions_.meet_until(token, [this](const Scanned& scanned) { return meet(scanned); });
    }

    std::optional<AgentId> meet(const Scanned& scanned) {
        const Mention& mention = scanned.mention;
        meet_body(table_, mention);
        if (const TokenRange around = captured_.around(mention.tokens); !around.empty()) {
            // "Smith, a spokesman for | Acme": what the company says later is Acme's.
            if (belongs_to(article_, around, mention)) {
                if (const auto body = sources::meet(table_, mention)) table_.employs(*body);
            }
            return std::nullopt;
        }
        const attribution::Turn* turn = scanned.subject ? turn_of(mention.tokens) : nullptr;
        const bool whole = turn != nullptr && !turn->subject.empty();
        const auto agent =
            whole ? resolve(table_, read_mention(article_, turn->subject, false)) : sources::meet(table_, mention);
        if (agent && scanned.subject) {
            table_.noticed(*agent);
            if (turn != nullptr) {
                learn_voice(table_, *agent, turn->agreement);
                table_.spoke(*agent);
            }
            subject_ = MetSubject{*agent, mention.tokens};
            if (const auto paper = paper_put_out(article_, mention.tokens); !paper.empty())
                table_.issued(*agent, paper);
        } else if (agent) {
            if (const auto body = issuer_of(mention)) table_.issued(*body, paper_noun(mention));
        }
        return agent;
    }

    /// أشاد الوزير بالجهود: where the subject has spoken, though nothing is passed on: who goes on (وأضاف) is he.
    [[nodiscard]] const attribution::Turn* turn_of(TokenRange subject) {
        constexpr std::uint32_t between = 2;  // tokens, such as "yesterday"
        const auto& all = findings_.turns;
        while (turned_ < all.size() && all[turned_].cue.end + between < subject.begin) ++turned_;
        return turned_ < all.size() && all[turned_].cue.end <= subject.begin ? &all[turned_] : nullptr;
    }

    /// "The army put out a statement": whose statement the mention is, if a subject stands before it.
    [[nodiscard]] std::optional<AgentId> issuer_of(const Mention& statement) const {
        if (statement.kind != AgentKind::document || !subject_) return std::nullopt;
        return put_out(article_, subject_->tokens, statement.tokens) ? std::optional(subject_->agent) : std::nullopt;
    }

    void speaker(std::size_t index) {
        const Finding& finding = findings_.attributions[index];
        Speakers& out = result_.speakers[index];
        read_relays(finding, out);
        read_source(index, out);
        if (out.source) heard(finding, out);
        employers_.hear(finding, table_, out);
    }

    void read_relays(const Finding& finding, Speakers& out) {
        for (const attribution::Relay& relay : finding.relays) {
            std::vector<AgentId>& agents = out.relays.emplace_back();
            for (const TokenRange outlet : side_by_side(article_, relay.outlet)) {
                const auto agent = resolve(table_, read_mention(article_, outlet, true));
                if (!agent) continue;
                agents.push_back(*agent);
                employers_.employ(outlet, *agent, table_);
            }
        }
        // "And it quoted an official as saying".
        const bool previous = finding.rule != nullptr && finding.rule->previous_relay;
        if (const auto outlet = previous ? latest_outlet(table_, finding.form.agreement) : std::nullopt)
            out.beside.push_back({*outlet, finding.cue.front()});
    }

    /// Who it is by the rule that has found the attribution.
    [[nodiscard]] static Speaker speaker_of(const Finding& finding) {
        return finding.rule == nullptr ? Speaker::previous : finding.rule->speaker;
    }

    void read_source(std::size_t index, Speakers& out) {
        const Finding& finding = findings_.attributions[index];
        switch (speaker_of(finding)) {
            case Speaker::nobody: break;
            case Speaker::interviewer:  // if not given, known when the answer is
                if (!finding.source.empty())
                    captured(index, out);
                else if (finding.relays.empty() && answered_by_shares(finding))
                    out.source = latest_survey(table_);
                break;
            case Speaker::publisher: out.source = result_.publisher; break;
            case Speaker::relay:
                if (!out.relays.empty() && !out.relays.front().empty()) out.source = out.relays.front().front();
                break;
            case Speaker::object:
                if (!finding.object.empty())
                    out.source = resolve(table_, read_mention(article_, finding.object, false));
                break;
            case Speaker::captured:
            case Speaker::subject:
            case Speaker::previous:
                if (first_person(article_, finding))
                    out.source = result_.speakers[finding.parent].source;
                else if (!finding.source.empty())
                    captured(index, out);
                else
                    out.source = dropped(index), out.dropped = true;
                break;
        }
    }

    /// Remembers who has spoken, and to whom.
    void heard(const Finding& finding, Speakers& out) {
        leave_own_site(finding, table_, out);
        // The publisher who is told goes on with nothing.
        for (const std::vector<AgentId>& relays : out.relays) {
            for (const AgentId relay : relays) {
                if (relay != result_.publisher) table_.spoke(relay);
            }
        }
        learn_that_speaks(table_, *out.source);
        // "The law provides that ...": nobody's next words are the law's, nor those of one who has asked.
        if (provides(article_, finding))
            law_ = out.source;
        else if (speaker_of(finding) != Speaker::interviewer)
            table_.spoke(*out.source);
        if (const auto paper = paper_of(article_, finding)) table_.issued(*out.source, *paper);
    }

    /// "When asked which of them they like, 59 percent named Keel": whether the sentence goes on with how many.
    [[nodiscard]] bool answered_by_shares(const Finding& finding) const {
        const TokenRange sentence = article_.sentences[finding.sentence].tokens;
        return names_show(article_) && detection::holds(article_, {finding.anchor(), sentence.end}, Known::share);
    }

    /// Nobody stands for the speaker. In this order: the subject of the clause gone on from; who spoke before in the
    /// sentence or is its subject; whose content it is; the subject of the sentence before; who spoke last.
    [[nodiscard]] std::optional<AgentId> dropped(std::size_t index) {
        const Finding& finding = findings_.attributions[index];
        const language::Agreement agreement = finding.form.agreement;
        const bool nested = finding.parent != detection::none;
        // "The remarks that he called baseless": a relative pronoun turns to the noun before it for its object, and the
        // one who speaks goes on.
        const bool relative =
            !names_show(article_) && finding.anchor() > 0 && article_.has(finding.anchor() - 1, Known::relative);
        if (relative && antecedent_tells(article_, finding)) return std::nullopt;
        if (const auto outer = outer_goes_on({findings_, result_, index}, table_)) return outer;
        if (const auto subject = relative ? std::nullopt : continued(index)) return subject;
        for (std::size_t i = index; i-- > 0;) {
            const Finding& before = findings_.attributions[i];
            if (before.sentence != finding.sentence) break;
            const auto source = result_.speakers[i].source;
            if (provides(article_, before) && !stipulates(article_, finding)) continue;
            if (before.parent == finding.parent && source && language::agree(agreement_of(table_, *source), agreement))
                return source;
        }
        if (agreement.person == language::Person::first)
            return nested ? result_.speakers[finding.parent].source : latest(table_, {});
        if (!finding.cue.empty() && !(relative && nested)) {
            if (const auto subject = subject_before(finding)) return subject;
        }
        if (nested) {
            const auto outer = result_.speakers[finding.parent].source;
            if (outer && language::agree(agreement_of(table_, *outer), agreement)) return outer;
        }
        if (law_ && stipulates(article_, finding) && language::agree(agreement_of(table_, *law_), agreement))
            return law_;
        if (const auto told = turned_to(findings_, table_, finding, subject_)) return told;
        const auto speaker = latest(table_, agreement);
        return speaker || names_show(article_)
                   ? speaker
                   : antecedent(table_, agreement, finding.anchor(), tells_of_papers(article_, finding));
    }

    /// The subject of the clause that the cue goes on from, unless somebody has spoken since.
    [[nodiscard]] std::optional<AgentId> continued(std::size_t index) {
        const Finding& finding = findings_.attributions[index];
        if (finding.subject.empty()) return std::nullopt;
        for (std::size_t i = index; i-- > 0;) {
            const Finding& before = findings_.attributions[i];
            if (before.sentence != finding.sentence) break;
            if (before.source.overlaps(finding.subject)) return result_.speakers[i].source;
            const bool since = before.anchor() >= finding.subject.begin && before.parent == finding.parent;
            if (since && result_.speakers[i].source) return std::nullopt;
        }
        const Mention mention = read_mention(article_, finding.subject, false);
        if (mention.words.empty() || mention.pronoun || mention.kind == AgentKind::document ||
            !can_be_said(article_, finding, mention.agreement))
            return std::nullopt;
        // The publisher that has read a statement is the subject of its reading, not of what goes on in it.
        const auto agent = resolve(table_, mention);
        const bool alone =
            agent && of_several(article_, finding) && !can_be_said(article_, finding, agreement_of(table_, *agent));
        return agent == result_.publisher || alone ? std::nullopt : agent;
    }

    /// The first mention of the sentence, or of the content around it, that stands before the cue and agrees.
    [[nodiscard]] std::optional<AgentId> subject_before(const Finding& finding) const {
        const TokenRange scope = scope_of(article_, findings_, finding);
        const std::vector<ScannedMentions::Place>& places = mentions_.places();
        for (std::size_t i = mentions_.met(); i-- > 0;) {
            const TokenRange tokens = places[i].tokens;
            if (tokens.begin < scope.begin) break;
            const bool first = i == 0 || places[i - 1].tokens.begin < scope.begin;
            if (!places[i].subject && !(first && finding.parent != detection::none)) continue;
            if (!names_show(article_) && detection::accusative(article_, tokens.begin)) continue;
            if (!names_show(article_) && finding.parent == detection::none &&
                !opens_sentence(article_, scope.begin, tokens.begin))
                continue;
            const auto agent = places[i].agent;
            // A document says what somebody has written.
            const bool paper = agent && !names_show(article_) && table_.agent(*agent).kind == AgentKind::document;
            if (agent && tokens.end <= finding.anchor() && !paper &&
                language::agree(agreement_of(table_, *agent), finding.form.agreement))
                return agent;
        }
        return std::nullopt;
    }

    /// A source that the text names. Of two outlets the second passes on beside the first; a journalist's words come
    /// through the house that the description names.
    void captured(std::size_t index, Speakers& out) {
        const Finding& finding = findings_.attributions[index];
        const std::vector<TokenRange> parts = side_by_side(article_, finding.source);
        const Mention first = mention_of_source(parts.front(), finding);
        out.source = resolve_source(first, index);
        const bool subject = finding.rule != nullptr && finding.rule->agree;
        if (out.source && subject && finding.form.form == language::Form::finite && article_.pack->heads_first)
            learn_voice(table_, *out.source, finding.form.agreement);
        // "75 percent of Democrats said": the poll that the article tells of asked them.
        if (names_show(article_) && first.counted) {
            if (const auto poll = latest_survey(table_)) out.beside.push_back({*poll, {}});
        }
        for (std::size_t i = 1; i < parts.size(); ++i) {
            if (const auto agent = resolve(table_, read_mention(article_, parts[i], true)))
                out.beside.push_back({*agent, parts[i], Contact::cited, true});
        }
        const TokenRange house = house_of_journalist(article_, finding);
        if (house.empty()) return;
        const auto agent = resolve(table_, read_mention(article_, house, true));
        if (agent && agent != out.source) out.beside.push_back({*agent, house});
    }

    [[nodiscard]] Mention mention_of_source(TokenRange source, const Finding& finding) const {
        if (!article_.pack->heads_first) return read_mention(article_, source, false);
        Mention whole = read_mention(article_, with_office(article_, mentions_.places(), source), false);
        if (finding.rule != nullptr && finding.rule->agree) whole.voice.gender = finding.form.agreement.gender;
        return whole;
    }

    /// The source as captured: who it is known to be, or who the text shows that it is, or somebody new.
    std::optional<AgentId> resolve_source(const Mention& whole, std::size_t index) {
        const Finding& finding = findings_.attributions[index];
        const Heard heard{findings_, result_, index};
        const TokenRange source = whole.tokens.empty() ? finding.source : whole.tokens;
        // "The army put out a statement that says": the statement's words are the army's, a study's its own.
        if (article_.pack->heads_first && source.end <= finding.anchor() && !article_.tokens[source.begin].definite &&
            !article_.has(source.begin, Known::evidence)) {
            if (const auto body = issuer_of(whole)) return body;
        }
        const auto known = whole.tokens.empty() ? std::nullopt : find_agent(table_, whole);
        // "The ministry has denied it, according to a statement": her own, unless it is known whose it is.
        if (of_nobody_named(article_, whole)) {
            const auto closed = closed_by(article_, heard);
            const AgentKind kind = closed ? table_.agent(*closed).kind : AgentKind::document;
            const bool unknown = !known || table_.agent(*known).kind == AgentKind::document;
            if (unknown && kind != AgentKind::document && kind != AgentKind::outlet) {
                table_.mention(*closed, whole.tokens);
                table_.issued(*closed, paper_noun(whole));
                return closed;
            }
        }
        const bool first = !std::exchange(told_, told_ || !article_.in_headline(source.begin));
        if (known)
            return resolve(table_, whole, source_of_another(heard, table_, whole, *known) ? std::nullopt : known);
        if (const auto one = introduced(finding, table_, whole, first && told_)) return resolve(table_, whole, one);
        if (const auto before = who_goes_on(heard, table_, whole)) {
            table_.mention(*before, whole.tokens);
            return before;
        }
        return whole.tokens.empty() ? std::nullopt : resolve(table_, whole, called_by_field(table_, whole));
    }

    const Article& article_;
    const Findings& findings_;
    AgentTable table_;
    Sources result_;
    ScannedMentions mentions_{article_};
    Employers employers_{article_};
    std::optional<MetSubject> subject_;
    std::optional<AgentId> law_;  ///< what stipulated something last
    std::size_t appeared_ = 0;    ///< of the appearances
    std::size_t turned_ = 0;      ///< of the turns: those before are over
    Answerers answerers_{article_, findings_};
    CapturedPhrases captured_{findings_};
    std::vector<bool> known_;  ///< whose speaker is decided; parallel to the findings
    bool told_ = false;        ///< somebody has spoken below the headline
};

}  // namespace

Sources find_sources(const Article& article, const Findings& findings) {
    return SourceFinder(article, findings).run();
}

}  // namespace rawi::sources
