#include "sources/interviewers.hpp"

namespace rawi::sources {
namespace {

using attribution::Finding;
using attribution::Findings;

/// To whom somebody spoke, and the words that say so.
std::optional<Carrier> heard_by(const Article& article, const Findings& findings, const Sources& sources,
                                std::size_t index) {
    const Speakers& speakers = sources.speakers[index];
    std::optional<Carrier> hearer;
    for (std::size_t r = 0; r < speakers.relays.size() && !hearer; ++r) {
        const attribution::Relay& relay = findings.attributions[index].relays[r];
        if (relay.contact == Contact::spoken && !speakers.relays[r].empty())
            hearer = Carrier{speakers.relays[r].front(), relay.phrase, Contact::spoken};
    }
    if (!hearer && names_show(article) && !speakers.beside.empty())
        hearer = Carrier{speakers.beside.front().agent, speakers.beside.front().tokens, Contact::spoken};
    return hearer && hearer->agent == sources.publisher ? std::nullopt : hearer;
}

}  // namespace

void find_interviewers(const Article& article, const Findings& findings, Sources& sources) {
    const std::size_t size = findings.attributions.size();
    std::optional<AgentId> heard;  // to whom somebody spoke last, of the first `looked`
    std::size_t looked = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const Finding& asked = findings.attributions[i];
        if (asked.rule == nullptr || asked.rule->speaker != language::Speaker::interviewer ||
            sources.speakers[i].source)
            continue;
        // "Asked by CNN whether ..., Smith said": what is answered there was said to CNN.
        if (const auto asker = heard_by(article, findings, sources, i)) {
            sources.speakers[i].source = asker->agent;
            for (std::size_t j = i + 1; j < size && findings.attributions[j].sentence == asked.sentence; ++j) {
                if (findings.attributions[j].parent != detection::none || !findings.attributions[j].relays.empty())
                    continue;
                sources.speakers[j].beside.push_back(*asker);
            }
            continue;
        }
        for (std::size_t j = i > 3 ? i - 3 : 0; j < size && j < i + 4; ++j) {
            if (j == i || findings.attributions[j].sentence != asked.sentence) continue;
            if (const auto who = heard_by(article, findings, sources, j)) {
                sources.speakers[i].source = who->agent;
                sources.speakers[i].dropped = true;
            }
        }
        // Else whoever was spoken to before.
        for (; looked < i; ++looked) {
            if (const auto who = heard_by(article, findings, sources, looked)) heard = who->agent;
        }
        if (!sources.speakers[i].source) sources.speakers[i].source = heard;
    }
}

}  // namespace rawi::sources
