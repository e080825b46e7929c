// Goes through an article's cues in text order and lets the rules of the pack match; what stands in whose content is
// arranged at the end (arrange.hpp).
#include <algorithm>
#include <iterator>
#include <span>

#include "attribution/arrange.hpp"
#include "attribution/circumstances.hpp"
#include "attribution/finding.hpp"
#include "attribution/loose_relays.hpp"
#include "attribution/matcher.hpp"
#include "attribution/repeated.hpp"

namespace rawi::attribution {
namespace {

using detection::Known;
using language::Makes;
using language::Role;
using text::CharClass;

constexpr std::uint32_t longest_reach = 2000;  // tokens from a cue to what belongs to it

class Finder {
public:
    explicit Finder(const Article& article)
        : article_(article),
          cues_(find_cues(article)),
          cue_at_(index_cues(article, cues_)),
          matcher_(article, cues_, cue_at_) {}

    Findings run() {
        std::size_t next = 0;
        for (std::uint32_t s = 0; s < article_.sentences.size(); ++s) {
            sentence_ = s;
            const TokenRange sentence = article_.sentences[s].tokens;
            while (next < cues_.size() && cues_[next].tokens.begin < sentence.begin) ++next;
            for (; next < cues_.size() && sentence.contains(cues_[next].tokens); ++next) {
                if (taken_ > cues_[next].tokens.begin) continue;  // part of an earlier cue
                try_cue(cues_[next]);
            }
            attach_relays();
        }
        arrange(article_, findings_);
        if (article_.pack->heads_first) continued_subjects();
        return std::move(findings_);
    }

private:
    /// Within what a cue may look for its source and content: the innermost content or quotation around it, else its
    /// sentence.
    [[nodiscard]] TokenRange limits_of(std::uint32_t cue) const {
        TokenRange limits = article_.sentences[sentence_].tokens;
        const auto narrow = [&](TokenRange range) {
            if (range.contains(cue)) limits = {std::max(limits.begin, range.begin), std::min(limits.end, range.end)};
        };
        (void)any_open([&](const Finding& finding) {
            const bool whole = article_.pack->subject_first && around_hearsay(finding);
            for (const TokenRange range : finding.content) {
                if (finding.anchor() < cue) narrow(whole ? clause_of(finding) : range);
            }
            return false;
        });
        for (std::uint32_t q = article_.tokens[cue].quotation; q != none; q = article_.quotations[q].parent) {
            narrow(article_.quotations[q].inner());
        }
        if (article_.tokens[cue].quotation != none && article_.pack->subject_first)
            limits = matcher_.extents().one_sentence(cue, limits);
        return limits;
    }

    void try_cue(const CueToken& cue) {
        TokenRange limits = limits_of(cue.tokens.begin);
        // No sentence is so long; what is without a full stop for longer is no prose, and must not take for ever.
        if (cue.tokens.begin > longest_reach) limits.begin = std::max(limits.begin, cue.tokens.begin - longest_reach);
        limits.end = std::min(limits.end, cue.tokens.end + longest_reach);
        if (limits.empty()) return;
        const Match match = matcher_.match(cue, limits, sentence_);
        if (match.rule == nullptr) return;
        switch (match.rule->makes) {
            case Makes::nothing: break;
            case Makes::background: findings_.background.push_back(cue.tokens.begin); break;
            case Makes::relay: loose_relays_.emplace_back(cue.tokens.begin, relay_of(match)); break;
            case Makes::inquiry: findings_.inquiries.push_back({cue.tokens.begin, match.captured(Role::source)}); break;
            case Makes::answer:
                if (const TokenRange asker = match.captured(Role::relay); !asker.empty())
                    findings_.inquiries.push_back({cue.tokens.begin, asker});
                findings_.answers.push_back(
                    {cue.tokens.begin, match.captured(Role::source), match.captured(Role::object)});
                break;
            case Makes::turn:
                findings_.turns.push_back({cue.tokens, match.captured(Role::source), match.form.agreement});
                break;
            case Makes::attribution: add(cue, match); break;
        }
    }

    [[nodiscard]] static Relay relay_of(const Match& match) {
        Relay relay{.phrase = match.extent, .rule = match.rule};
        for (const Capture& capture : match.captures) {
            if (capture.role != Role::relay) continue;
            relay.outlet = capture.tokens;
            relay.contact = capture.contact;
        }
        return relay;
    }

    void add(const CueToken& cue, const Match& match) {
        Finding finding = captured(cue, match);
        const bool accused = match.rule->speaker == language::Speaker::nobody && !finding.source.empty();
        if (accused || hearer_follows(article_, findings_.attributions, finding))
            finding.object = std::exchange(finding.source, {});
        content_elsewhere(finding, match.extent);
        if (match.rule->to_line_end && !finding.content.empty())
            matcher_.extents().to_line_end(finding.content.back(), article_.sentences[sentence_].line);
        if (finding.content.empty() || joins_another(finding) || !holds_its_own(finding)) return;
        const bool subject = match.rule->speaker == language::Speaker::subject;
        if (finding.source.empty() && subject) finding.source = accused_before(article_, found_here(), finding);
        if (finding.source.empty() && subject) finding.source = subject_for(finding, match.extent.begin);
        std::ranges::sort(finding.content, {}, &TokenRange::begin);
        std::ranges::sort(finding.cue.begin() + 1, finding.cue.end(), {}, &TokenRange::begin);
        const bool thing = subject && matcher_.extents().thing_speaks(finding);
        if (thing && !matcher_.extents().said_by_somebody(finding)) return;
        if (thing) finding.source = {};  // who says it is looked for elsewhere
        for (const TokenRange range : finding.cue) {
            if (range.begin <= match.extent.end) taken_ = std::max(taken_, range.end);
        }
        find_circumstances(article_, finding);
        findings_.attributions.push_back(std::move(finding));
    }

    /// What the rule has captured, as it stands.
    [[nodiscard]] Finding captured(const CueToken& cue, const Match& match) {
        Finding finding{.sentence = sentence_,
                        .cue = {cue.tokens},
                        .lemma = &article_.pack->lemmas[match.form.lemma],
                        .form = match.form,
                        .rule = match.rule};
        for (const Capture& capture : match.captures) {
            switch (capture.role) {
                case Role::source: finding.source = matcher_.extents().without_circumstance(capture.tokens); break;
                case Role::object: finding.object = capture.tokens; break;
                case Role::content: content(capture, finding); break;
                case Role::relay:
                    finding.relays.push_back({capture.tokens, capture.tokens, capture.contact, match.rule});
                    break;
                case Role::medium: finding.medium = capture.tokens; break;
                case Role::when: finding.when = capture.tokens; break;
                case Role::cue: finding.cue.push_back(capture.tokens); break;
                case Role::anonymous: finding.anonymity = true; break;
                case Role::none: break;
            }
        }
        in_text_order(article_, finding.relays);
        return finding;
    }

    /// Whether the finding only adds to one before it: says it once more, goes on with its words, credits it again.
    bool joins_another(const Finding& finding) {
        if (says_again(article_, found_here(), finding)) return true;
        if (Finding* const before = goes_on_from(article_, found_here(), finding)) {
            before->content.push_back(finding.content.front());
            return true;
        }
        if (Finding* const before = credited_again(found_here(), finding)) {
            before->cue.push_back(finding.cue.front());
            return true;
        }
        return false;
    }

    /// A credit that closes a sentence takes what was told in it; of two findings that want one clause one is left.
    /// Returns false where that is the other.
    bool holds_its_own(Finding& finding) {
        hold_inner_credit(article_, found_here(), finding);
        if (Finding* const told = told_around(article_, found_here(), finding)) {
            // What he says next came that way too, unless it was his own (بحسب حسابه) or a paper.
            const std::uint32_t who = finding.source.begin;
            if (article_.tokens[who].enclitic == language::Agreement{} && !article_.has(who, Known::document_noun))
                told->relays.push_back(
                    {finding.source, {finding.anchor(), finding.source.end}, Contact::cited, finding.rule});
            std::erase_if(finding.content, [&](TokenRange range) { return range.begin >= finding.source.end; });
            std::ranges::copy(told->content, std::back_inserter(finding.content));
            return true;
        }
        const auto loser = loses_clause(article_, found_here(), finding);
        if (!loser) return true;
        if (*loser == found_here().size()) return false;
        findings_.attributions.erase(findings_.attributions.begin() +
                                     static_cast<std::ptrdiff_t>(first_here_ + *loser));
        return true;
    }

    /// What its rule looks for outside of its sentence.
    void content_elsewhere(Finding& finding, TokenRange extent) {
        const language::Rule& rule = *finding.rule;
        const std::uint32_t line = article_.sentences[sentence_].line;
        TokenRange said;
        if (rule.previous_sentence) said = matcher_.extents().sentence_before(sentence_);
        if (rule.next_line) said = matcher_.extents().line_below(line);
        if (rule.line_before) {
            const auto& all = findings_.attributions;
            const std::uint32_t told = all.empty() ? 0 : article_.sentences[all.back().sentence].tokens.end;
            said = matcher_.extents().signed_words({finding.anchor(), extent.end}, line, signed_, told);
            signed_ = extent.end;
        }
        if (said.empty()) return;
        finding.speech = !rule.previous_sentence;
        finding.quoted = rule.line_before || (rule.next_line && article_.opens(said.begin - 1) != none);
        // What no verb of saying announces may be a list, and a quotation that has a verb of its own.
        if (rule.next_line && rule.type == ContentType::direct &&
            !(finding.quoted && matcher_.extents().fills_line(said, line + 1)))
            return;
        finding.content.push_back(said);
    }

    /// "They spoke about Smith | promising to stay | and said", "he has met nobody since | saying so | and added": a
    /// participle that a preposition governs has no clause of its own.
    [[nodiscard]] bool governed(const Finding& participle) const {
        const std::uint32_t cue = participle.anchor();
        const std::uint32_t first = participle.source.end == cue ? participle.source.begin : cue;
        return first > 0 && article_.has(first - 1, detection::Known::preposition);
    }

    /// The one who spoke before in the same sentence, beside this cue and not around it: "She said it was late and
    /// added ...".
    [[nodiscard]] TokenRange speaker_before(std::uint32_t cue, bool finite) const {
        for (std::size_t i = findings_.attributions.size(); i-- > first_here_;) {
            const Finding& before = findings_.attributions[i];
            if (before.source.empty() || before.source.end > cue || before.holds(cue) ||
                before.form.form == language::Form::noun)
                continue;
            if (finite && before.form.form == language::Form::gerund && governed(before)) continue;
            // An attribution inside another's content has a speaker of its own.
            const auto around = [&](const Finding& other) {
                return &other != &before && other.holds(before.anchor()) && !other.holds(cue);
            };
            if (!any_open(around)) return before.source;
        }
        return {};
    }

    /// "She asked for it, and he drew cheers by promising to": whose means it is tells the verb before it.
    [[nodiscard]] bool means(std::uint32_t cue) const {
        return article_.pack->subject_first && cue > 0 && article_.is(cue - 1, language::Part::preposition);
    }

    /// Who does what the cue says, where its rule leaves that to the clause around.
    [[nodiscard]] TokenRange subject_for(const Finding& finding, std::uint32_t begin) const {
        const Extents& extents = matcher_.extents();
        const std::uint32_t cue = finding.cue.front().begin;
        const std::uint32_t limit = limits_of(cue).begin;
        TokenRange source = extents.doer_of(begin, limit);
        if (source.empty() && !means(cue) && !extents.behind_clause(begin, limit))
            source = speaker_before(cue, finding.form.form == language::Form::finite);
        if (source.empty()) source = extents.subject_of(begin, limit);
        if (source.empty() && finding.form.form == language::Form::gerund && !finding.content.empty())
            source = extents.doer_behind(cue, finding.content.back().end, article_.sentences[sentence_].tokens);
        return source;
    }

    /// A captured content loses its outer quotation marks; whether all of it was quoted is remembered.
    void content(const Capture& capture, Finding& finding) {
        TokenRange range = matcher_.extents().trim(capture.tokens);
        if (range.empty()) return;
        // "He said: that ...": the complementiser is not what is said.
        if (article_.has(range.begin, Known::complementiser) && range.size() > 1 &&
            article_.tokens[range.begin].enclitic == language::Agreement{} && article_.pack->heads_first)
            ++range.begin;
        // A pronoun attached to the complementiser is the clause's own subject: أنهم يعتزمون.
        if (range.begin > 0 && article_.has(range.begin - 1, Known::complementiser) &&
            article_.tokens[range.begin - 1].enclitic != language::Agreement{}) {
            --range.begin;
        }
        const bool first = finding.content.empty();
        bool quoted = false;
        if (const std::uint32_t q = article_.opens(range.begin); q != none) {
            const detection::Quotation& quotation = article_.quotations[q];
            if (quotation.close + (quotation.closed ? 1 : 0) >= range.end) {
                range = {range.begin + 1, std::min(quotation.close, range.end)};
                quoted = true;
            }
        }
        const std::uint32_t before = capture.tokens.begin;
        if (before > 0 && article_.tokens[before - 1].kind == CharClass::colon) finding.speech = true;
        finding.quoted = quoted && (first || finding.quoted);
        if (!range.empty()) finding.content.push_back(range);
    }

    /// "The remarks came in an interview with CNN": the attribution that a sentence of this kind speaks of.
    [[nodiscard]] Finding* told_before() {
        constexpr std::uint32_t near = 2;  // sentences
        const TokenRange sentence = article_.sentences[sentence_].tokens;
        std::uint32_t first = sentence.begin;
        while (first < sentence.end && article_.has(first, Known::conjunction)) ++first;
        if (article_.match(first, Known::refers_back, sentence.end) == 0) return nullptr;
        std::vector<Finding>& all = findings_.attributions;
        const auto last =
            std::find_if(all.rbegin(), all.rend(), [&](const Finding& f) { return f.sentence < sentence_; });
        return last != all.rend() && last->sentence + near >= sentence_ ? &*last : nullptr;
    }

    /// A relay that stands apart belongs to the attribution of its sentence that it follows, else to the first one.
    void attach_relays() {
        for (const auto& [token, relay] : loose_relays_) {
            if (const auto closed = closed_content(article_, found_here(), relay)) {
                closed->finding->content.back().end = closed->end;
                closed->finding->relays.push_back(relay);
                continue;
            }
            Finding* best = nullptr;
            for (Finding& finding : found_here()) {
                if (finding.holds(token)) continue;
                if (best == nullptr || finding.anchor() < token) best = &finding;
            }
            if (best == nullptr) best = told_before();
            // What is asked was not said to the outlet; what the one asked says next was.
            const bool asked =
                best != nullptr && best->rule != nullptr && best->rule->speaker == language::Speaker::interviewer;
            if (best != nullptr) best->relays.push_back(relay);
            if (best != nullptr && !asked) continue;
            if (const TokenRange speaker =
                    matcher_.extents().who_appears(relay.phrase, article_.sentences[sentence_].tokens);
                !speaker.empty()) {
                findings_.appearances.push_back({token, speaker, relay});
            }
        }
        loose_relays_.clear();
        // Contents that end before the next sentence are closed: later cues need not look at them.
        const auto closed = [&](std::size_t i) {
            return std::ranges::none_of(findings_.attributions[i].content, [&](TokenRange range) {
                return range.end > article_.sentences[sentence_].tokens.end;
            });
        };
        for (; first_here_ < findings_.attributions.size(); ++first_here_) open_.push_back(first_here_);
        std::erase_if(open_, closed);
    }

    /// What has been found in this sentence so far.
    [[nodiscard]] std::span<Finding> found_here() { return std::span(findings_.attributions).subspan(first_here_); }

    /// Whether `is` holds for one of what may hold a token of this sentence: what is found in it, and earlier contents
    /// that reach into it.
    template <class Is>
    [[nodiscard]] bool any_open(Is is) const {
        const std::vector<Finding>& all = findings_.attributions;
        return std::ranges::any_of(open_, [&](std::size_t i) { return is(all[i]); }) ||
               std::any_of(all.begin() + static_cast<std::ptrdiff_t>(first_here_), all.end(), is);
    }

    /// For cues without a subject of their own, that of the clause they go on from.
    void continued_subjects() {
        std::vector<Finding>& all = findings_.attributions;
        for (std::size_t i = 0; i < all.size(); ++i) {
            Finding& finding = all[i];
            if (!finding.source.empty() || finding.cue.empty() || finding.rule == nullptr) continue;
            if (finding.rule->speaker == language::Speaker::nobody || finding.form.form == language::Form::noun)
                continue;
            TokenRange scope = article_.sentences[finding.sentence].tokens;
            if (finding.parent != none) {
                for (const TokenRange content : all[finding.parent].content) {
                    if (content.contains(finding.anchor())) scope.begin = std::max(scope.begin, content.begin);
                }
            }
            finding.source = matcher_.extents().document_before(finding, scope.begin);
            const std::uint32_t cue = finding.anchor();
            if (finding.source.empty() && cue > scope.begin && article_.has(cue - 1, Known::relative))
                finding.source = matcher_.extents().whose_statements(finding.cue.front(), scope.begin);
            if (!finding.source.empty()) continue;
            constexpr std::size_t before = 40, behind = 20;  // more than a sentence of any article has
            const std::size_t first = i - std::min(i, before);
            const std::span<const Finding> near{all.data() + first, std::min(all.size(), i + behind) - first};
            finding.subject = matcher_.extents().continued_subject(finding, scope, near);
        }
    }

    const Article& article_;
    std::vector<CueToken> cues_;
    std::vector<std::uint32_t> cue_at_;
    Matcher matcher_;
    Findings findings_;
    std::vector<std::pair<std::uint32_t, Relay>> loose_relays_;
    std::size_t first_here_ = 0;     // of the attributions of this sentence
    std::vector<std::size_t> open_;  // earlier ones whose contents reach into it
    std::uint32_t sentence_ = 0;
    std::uint32_t signed_ = 0;  // behind the last words whose content is the line before them
    std::uint32_t taken_ = 0;   // cues before this token are part of an attribution's cue already
};

}  // namespace

Findings find_attributions(const Article& article) {
    return Finder(article).run();
}

}  // namespace rawi::attribution
