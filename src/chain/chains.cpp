// Inheritance (GUIDE, "The chain"): once the text has said that a source spoke to an outlet, later statements of the
// same source come by the same path until the text gives another; and a path given only later holds for the headline
// and the lead too.
#include "chain/chains.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "attribution/circumstances.hpp"
#include "chain/common_carrier.hpp"
#include "chain/occasions.hpp"
#include "chain/stated.hpp"
#include "detection/noun_phrase.hpp"

namespace rawi::chain {
namespace {

using attribution::Finding;
using attribution::Findings;
using sources::Sources;

constexpr int deepest = 8;  // attributions within one another, at the most

class ChainBuilder {
public:
    ChainBuilder(const detection::Article& article, const Findings& findings, const Sources& sources)
        : article_(article),
          findings_(findings),
          all_(findings.attributions),
          sources_(sources),
          paths_(all_.size()),
          inherited_(all_.size(), false),
          stated_to_publisher_(all_.size()) {}

    std::vector<Chain> run() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            Stated stated = stated_path(article_, findings_, sources_, i);
            paths_[i] = std::move(stated.path);
            stated_to_publisher_[i] = std::move(stated.to_publisher);
        }
        common_ = find_common_carrier(article_, findings_, sources_, paths_, lead_);
        inherit();
        for (std::size_t i = 0; i < all_.size(); ++i) tell_story(i);
        std::vector<Chain> chains(all_.size());
        for (std::size_t i = 0; i < all_.size(); ++i) chains[i] = build(i);
        return chains;
    }

private:
    /// Statements of a source without a path of their own take the last one given for that source; those of the
    /// headline and of the lead take the first one.
    void inherit() {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            meet(i);
            const std::optional<AgentId> source = sources_.speakers[i].source;
            if (!source) {
                if (told_by_common(i)) take_over({Step{.agent = *common_.agent}}, i);
                continue;
            }
            notice_record(i, *source);
            if (from_record(i, *source)) {
                take_from_record(i, *source);
            } else if (stated(i)) {
                remember_stated(i, *source);
            } else if (all_[i].parent != detection::none) {
                // Who else tells of it is not on the way of what the same source says later.
                if (!paths_[i].empty()) last_.try_emplace(*source, Given{paths_[i], i});
            } else if (other_occasion(i)) {
                last_.erase(*source);
                asides_.erase(*source);
                elsewhere_.insert(*source);
            } else {
                take_last(i, *source);
            }
        }
    }

    /// Who is said to have spoken to an outlet before attribution `i`, or to others.
    void meet(std::size_t i) {
        for (; met_ < sources_.appearances.size() && sources_.appearances[met_].token < all_[i].anchor(); ++met_) {
            const sources::Appeared& there = sources_.appearances[met_];
            if (there.outlet == sources_.publisher) continue;
            if (!sources_.agents[static_cast<std::size_t>(there.outlet)].named) {
                last_.erase(there.speaker);  // "spoke to reporters"
                continue;
            }
            const Path path{Step{.agent = there.outlet}};
            if (there.answered) {  // and the text goes on to tell the answers
                last_[there.speaker] = {path, std::nullopt, true};
                continue;
            }
            give_waiting(path, there.speaker);
            // What is told much later was said elsewhere.
            const bool near = article_.line_of(all_[i].anchor()) <= article_.line_of(there.token) + 2;
            if (near) last_[there.speaker] = {path, std::nullopt, there.contact == Contact::written};
        }
    }

    void give_waiting(const Path& path, AgentId source) {
        for (const std::size_t earlier : waiting_[source]) take_over(path, earlier);
        waiting_.erase(source);
    }

    [[nodiscard]] bool nested(std::size_t i) const { return all_[i].parent != detection::none; }

    /// The record, as that of a trial, from which the text has what follows. The credit may stand behind what it is
    /// for.
    void notice_record(std::size_t i, AgentId source) {
        if (is_record(i)) record_ = source;
        if (nested(i) && is_record(all_[i].parent)) record_ = sources_.speakers[all_[i].parent].source;
    }

    /// Whether the text has the words from that record.
    [[nodiscard]] bool from_record(std::size_t i, AgentId source) const {
        return record_ && record_ != source && (nested(i) ? is_record(all_[i].parent) : paths_[i].empty()) &&
               told_inquirers(article_, all_[i]);
    }

    void take_from_record(std::size_t i, AgentId source) {
        const Path path{Step{.agent = *record_}};
        if (!nested(i)) take_over(path, i);
        asides_[source] = {path, line_of(i)};
    }

    /// Whether the text says how the words came: an outlet that reports them, or a recording that holds them, stands
    /// around them or beside them.
    [[nodiscard]] bool stated(std::size_t i) const {
        return nested(i) ? carried_by_parent(i) : !paths_[i].empty() || stated_to_publisher_[i];
    }

    /// So came what the source says on that occasion.
    void remember_stated(std::size_t i, AgentId source) {
        const bool nested = this->nested(i);
        Path path = path_with_reporters(i);
        const std::uint32_t line = line_of(i);
        if (all_[i].bygone && !nested) {
            asides_[source] = {std::move(path), line};
            return;
        }
        if (!nested && owned_noun(article_, all_[i])) return;
        give_waiting(path, source);
        // "He said so. He told the paper": one occasion. What another reports may be another, in another paragraph.
        const bool heard = !nested && !path.empty() && path.front().contact != Contact::cited;
        const std::vector<std::size_t>& before = beside_[source];
        const bool here = !before.empty() && (heard ? goes_on(article_, findings_, sources_, before.back(), i)
                                                    : line_of(before.back()) == line);
        if (here && (!nested || article_.pack->heads_first)) {
            for (const std::size_t earlier : before) take_over(path, earlier);
        }
        beside_.erase(source);
        last_[source] = {std::move(path), i, !nested && in_print(article_, all_[i]), all_[i].anchor()};
    }

    /// What the headline has somebody say came through the outlets by way of which the lead tells it.
    void tell_story(std::size_t i) {
        const std::optional<std::size_t> below = sources_.speakers[i].story;
        if (!below || !paths_[i].empty() || stated_to_publisher_[i] || !lead_.has(all_[*below].sentence)) return;
        Path path = path_with_reporters(*below);
        const Finding& told = all_[*below];
        if (told.lemma != nullptr && (told.lemma->flag_bits & article_.pack->credit) != 0)
            path.insert(path.begin(), Step{.agent = *sources_.speakers[*below].source});
        std::erase_if(path,
                      [&](const Step& step) { return !is_outlet(step.agent) || step.agent == sources_.publisher; });
        take_over(path, i);
    }

    /// The path that was given before, or is given later, of what has none of its own.
    void take_last(std::size_t i, AgentId source) {
        // "Last year he said", "he has said": not to whom he spoke now. What outlets say, unless they are sources of
        // the press, did not come through others.
        if (all_[i].bygone || all_[i].earlier) return;
        if (is_outlet(source) && !holds(article_, all_[i].source, detection::Known::source_noun)) return;
        const auto told = told_on(article_, findings_, sources_, i);
        if (told) return take_over(path_with_reporters(*told), i);
        // What somebody writes was not said to the outlet to which they spoke.
        const bool on_paper = written(article_, all_[i]);
        const std::uint32_t line = line_of(i);
        if (const auto aside = asides_.find(source); aside != asides_.end() && aside->second.second == line) {
            if (!on_paper) take_over(aside->second.first, i);
        } else if (const auto found = last_.find(source);
                   found != last_.end() && (!on_paper || (found->second.in_writing && all_[i].medium.empty()))) {
            Given& given = found->second;
            const detection::TokenRange when = given.by ? all_[*given.by].when : detection::TokenRange{};
            if (other_day(article_, all_[i].when, when) || long_ago(given, i)) return;
            take_over(given.path, i);
            given.latest = all_[i].anchor();
        } else if (came_through_common(i, source, on_paper)) {
            paths_[i] = {Step{.agent = *common_.agent}};
            inherited_[i] = true;
        } else if (!on_paper && in_lead(i) && !elsewhere_.contains(source)) {
            waiting_[source].push_back(i);
        } else if (!on_paper) {
            std::vector<std::size_t>& before = beside_[source];
            if (!before.empty() && !goes_on(article_, findings_, sources_, before.back(), i)) before.clear();
            before.push_back(i);
        }
    }

    [[nodiscard]] std::uint32_t line_of(std::size_t i) const {
        return static_cast<std::uint32_t>(article_.line_of(all_[i].anchor()));
    }

    /// "من المتوقع أن": what nobody is given for in a story that an outlet has told.
    [[nodiscard]] bool told_by_common(std::size_t i) const {
        return common_.told && all_[i].parent == detection::none && paths_[i].empty() && !stated_to_publisher_[i] &&
               all_[i].sentence >= common_.from;
    }

    /// Whether what has no path of its own came through the outlet that has made the article or told its story: what
    /// somebody has put in writing, only through the one that has made it, and only if it was published.
    [[nodiscard]] bool came_through_common(std::size_t i, AgentId source, bool on_paper) const {
        if (!common_.agent || common_.agent == source || all_[i].sentence < common_.from || is_outlet(source))
            return false;
        if (!on_paper) return true;
        const std::string_view medium = attribution::medium_key(article_, all_[i].medium);
        return common_.made && article_.pack->written_media.contains(medium);
    }

    [[nodiscard]] bool is_outlet(AgentId agent) const {
        return sources_.agents[static_cast<std::size_t>(agent)].kind == AgentKind::outlet;
    }

    /// A path and the attribution for which the text states it.
    struct Given {
        Path path;
        std::optional<std::size_t> by;
        bool in_writing = false;   ///< to questions that somebody sent, or in a piece for the outlet
        std::uint32_t latest = 0;  ///< token of the latest words that came so
    };

    /// Whoever comes up again after a long stretch about others says it elsewhere, unless it was "in the interview".
    [[nodiscard]] bool long_ago(const Given& given, std::size_t i) const {
        constexpr std::uint32_t longest = 400;  // tokens
        return article_.pack->subject_first && given.latest != 0 && all_[i].anchor() > given.latest + longest &&
               !given.in_writing && all_[i].medium.empty();
    }

    /// "Told the crowd": said to others than before, so that the path given before does not hold.
    [[nodiscard]] bool other_occasion(std::size_t i) const {
        if (other_interview(article_, all_[i])) return true;
        for (std::size_t r = 0; r < all_[i].relays.size(); ++r) {
            const std::vector<AgentId>& hearers = sources_.speakers[i].relays[r];
            if (all_[i].relays[r].contact == Contact::spoken && !hearers.empty() &&
                !sources_.agents[static_cast<std::size_t>(hearers.front())].named)
                return true;
        }
        // Who is urged need not be there.
        return !all_[i].object.empty() && all_[i].lemma != nullptr && all_[i].form.form == language::Form::finite &&
               all_[i].lemma->stance != Stance::demanding && (all_[i].lemma->flag_bits & article_.pack->hearer) != 0;
    }

    /// "According to the affidavit": what those who question people have put down of it.
    [[nodiscard]] bool is_record(std::size_t i) const { return is_document(i, detection::Known::record); }

    [[nodiscard]] bool is_document(std::size_t i, detection::Known of) const {
        const auto source = sources_.speakers[i].source;
        return source && sources_.agents[static_cast<std::size_t>(*source)].kind == AgentKind::document &&
               holds(article_, all_[i].source, of);
    }

    void take_over(Path path, std::size_t to) {
        for (Step& step : path) step.contact = Contact::unstated, step.phrase.clear(), step.rule.clear();
        inherited_[to] = !path.empty();
        paths_[to] = std::move(path);
    }

    /// What an outlet tells that somebody said, and what a recording of it holds.
    [[nodiscard]] bool carried_by_parent(std::size_t i) const {
        const auto reporter = sources_.speakers[all_[i].parent].source;
        return reporter && *reporter != sources_.publisher && sources_.speakers[i].source != reporter &&
               (is_outlet(*reporter) || is_document(all_[i].parent, detection::Known::recording));
    }

    /// The path of an attribution, with those who report it round about.
    [[nodiscard]] Path path_with_reporters(std::size_t i) const {
        Path path = paths_[i];
        std::size_t at = i;
        for (int depth = 0; depth < deepest && all_[at].parent != detection::none; ++depth) {
            at = all_[at].parent;
            if (const auto reporter = sources_.speakers[at].source; reporter && *reporter != sources_.publisher) {
                append(path, Step{.agent = *reporter});
            }
            for (const Step& step : paths_[at]) append(path, step);
        }
        return path;
    }

    /// The headline and the first sentences of the body.
    [[nodiscard]] bool in_lead(std::size_t i) const { return lead_.has(all_[i].sentence); }

    [[nodiscard]] Chain build(std::size_t i) const {
        Chain chain;
        chain.inherited = inherited_[i];
        std::optional<Step> to_publisher;
        std::size_t at = i;
        for (int depth = 0; depth < deepest; ++depth) {
            if (const auto source = sources_.speakers[at].source) {
                add(chain,
                    Step{.agent = *source,
                         .contact = depth == 0 ? Contact::unstated : Contact::cited,
                         .phrase = depth == 0 ? std::vector<Span>{} : attribution::cue_of(article_, all_[at]),
                         .rule = depth == 0 ? std::string() : attribution::rule_of(article_, all_[at])},
                    depth != 0);
            }
            for (const Step& step : paths_[at]) add(chain, step, !step.phrase.empty());
            if (stated_to_publisher_[at]) to_publisher = stated_to_publisher_[at];
            if (all_[at].parent == detection::none) break;
            at = all_[at].parent;
        }
        for (std::size_t c = 0; c < sources_.carriers.size(); ++c) {
            // "AFP, Reuters": side by side, in the order of the text; nobody says that the one cited the other.
            add(chain,
                Step{.agent = sources_.carriers[c],
                     .contact = Contact::cited,
                     .phrase = phrase_of(sources_.carrier_phrases[c]),
                     .rule = article_.pack->code + "/byline",
                     .beside = c == 0 ? std::nullopt : std::optional(sources_.carriers[c - 1])},
                true);
        }
        Step last = to_publisher.value_or(Step{.agent = sources_.publisher});
        last.agent = sources_.publisher;
        // The publisher stands once, and last.
        const auto seen = std::find(chain.agents.begin(), chain.agents.end(), sources_.publisher);
        if (seen != chain.agents.end()) truncate(chain, static_cast<std::size_t>(seen - chain.agents.begin()));
        add(chain, last, !last.phrase.empty());
        return chain;
    }

    static void truncate(Chain& chain, std::size_t size) {
        chain.agents.resize(size);
        chain.hops.resize(size == 0 ? 0 : size - 1);
    }

    [[nodiscard]] std::vector<Span> phrase_of(detection::TokenRange tokens) const { return words_of(article_, tokens); }

    static void add(Chain& chain, const Step& step, bool stated) {
        if (std::find(chain.agents.begin(), chain.agents.end(), step.agent) != chain.agents.end()) return;
        if (!chain.agents.empty()) {
            chain.hops.push_back(Hop{.from = chain.agents.back(),
                                     .to = step.agent,
                                     .contact = stated ? step.contact : Contact::unstated,
                                     .phrase = stated ? step.phrase : std::vector<Span>{},
                                     .inferred = !stated,
                                     .rule = stated ? step.rule : "",
                                     .beside = step.beside == chain.agents.back()});
        }
        chain.agents.push_back(step.agent);
    }

    const detection::Article& article_;
    const Findings& findings_;
    const std::vector<Finding>& all_;
    const Sources& sources_;
    std::vector<Path> paths_;
    CommonCarrier common_;
    const Lead lead_{article_};
    std::vector<bool> inherited_;
    std::vector<std::optional<Step>> stated_to_publisher_;

    // What `inherit` remembers on its way through the text.
    std::map<AgentId, Given> last_;
    // What was said long ago goes on by its path to the end of the paragraph, and no farther.
    std::map<AgentId, std::pair<Path, std::uint32_t>> asides_;
    std::map<AgentId, std::vector<std::size_t>> waiting_;  // for a path that is given later
    std::map<AgentId, std::vector<std::size_t>> beside_;   // the latest on one occasion, without a path
    std::set<AgentId> elsewhere_;                          // who has spoken to others than an outlet
    std::size_t met_ = 0;                                  // of the appearances
    std::optional<AgentId> record_;                        // the latest one that the text has told from
};

}  // namespace

std::vector<Chain> build_chains(const detection::Article& article, const Findings& findings, const Sources& sources) {
    return ChainBuilder(article, findings, sources).run();
}

}  // namespace rawi::chain
