#include "chain/stated.hpp"

#include <algorithm>
#include <utility>

#include "detection/noun_phrase.hpp"

namespace rawi::chain {
namespace {

using attribution::Finding;
using attribution::Findings;
using attribution::Relay;
using sources::Sources;

class StatedReader {
public:
    StatedReader(const detection::Article& article, const Findings& findings, const Sources& sources, std::size_t i)
        : article_(article), sources_(sources), finding_(findings.attributions[i]), speakers_(sources.speakers[i]) {}

    /// "Citing a memo seen by the BBC": who had the source's words comes first.
    Stated read() {
        for (const bool within : {true, false}) {
            for (std::size_t r = 0; r < finding_.relays.size(); ++r) {
                if (finding_.source.contains(finding_.relays[r].outlet) == within) take(r);
            }
            for (const sources::Carrier& carrier : speakers_.beside) {
                const bool had = carrier.contact != Contact::spoken && finding_.source.contains(carrier.tokens);
                if (had == within) take(carrier);
            }
        }
        return std::move(stated_);
    }

private:
    void take(std::size_t r) {
        const Relay& relay = finding_.relays[r];
        std::optional<AgentId> before = r > 0 && side_by_side(finding_.relays[r - 1], relay) ? latest_ : std::nullopt;
        for (const AgentId agent : speakers_.relays[r]) {
            if (agent == speakers_.source) continue;
            if (relay.contact == Contact::spoken && nobody_in_particular(relay, agent)) continue;
            Step step{.agent = agent,
                      .contact = relay.contact,
                      .phrase = words_of(article_, relay.phrase),
                      .rule = relay.rule == nullptr ? "" : relay.rule->name,
                      .beside = before};
            if (agent == sources_.publisher)
                stated_.to_publisher = std::move(step);
            else
                append(stated_.path, std::move(step));
            before = latest_ = agent;
        }
    }
    void take(const sources::Carrier& carrier) {
        if (carrier.agent == sources_.publisher) return;
        const bool spoken = carrier.contact == Contact::spoken;
        append(stated_.path, Step{.agent = carrier.agent,
                                  .contact = carrier.contact,
                                  .phrase = words_of(article_, carrier.tokens),
                                  .rule = article_.pack->code + (spoken ? "/house-of-hearer" : "/outlet-within-source"),
                                  .beside = carrier.side_by_side ? beside_ : std::nullopt});
        beside_ = carrier.agent;
    }

    /// "Reuters and AFP reported": whether two have the words in the same way, and nothing but a comma or a conjunction
    /// stands between them.
    [[nodiscard]] bool side_by_side(const Relay& one, const Relay& other) const {
        constexpr std::uint32_t most = 2;  // ", and"
        if (one.contact != other.contact || one.outlet.end >= other.outlet.begin ||
            other.outlet.begin - one.outlet.end > most)
            return false;
        for (std::uint32_t i = one.outlet.end; i < other.outlet.begin; ++i) {
            if (article_.tokens[i].kind != text::CharClass::comma && !article_.has(i, detection::Known::conjunction))
                return false;
        }
        return true;
    }

    /// "Told reporters" names nobody who passed it on, "told state television" does.
    [[nodiscard]] bool nobody_in_particular(const Relay& relay, AgentId agent) const {
        const Agent& hearer = sources_.agents[static_cast<std::size_t>(agent)];
        if (hearer.named) return false;
        return hearer.kind != AgentKind::outlet ||
               detection::holds(article_, relay.outlet, detection::Known::collective_noun);
    }

    const detection::Article& article_;
    const Sources& sources_;
    const Finding& finding_;
    const sources::Speakers& speakers_;
    std::optional<AgentId> latest_;                     // of the relays
    std::optional<AgentId> beside_ = speakers_.source;  // the last of those whom the source names
    Stated stated_;
};

}  // namespace

Stated stated_path(const detection::Article& article, const Findings& findings, const Sources& sources, std::size_t i) {
    return StatedReader(article, findings, sources, i).read();
}

void append(Path& path, Step step) {
    const auto known = std::ranges::find(path, step.agent, &Step::agent);
    if (known == path.end()) path.push_back(std::move(step));
}

}  // namespace rawi::chain
