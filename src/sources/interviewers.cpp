#include "sources/interviewers.hpp"

namespace rawi::sources {
namespace {

using attribution::Finding;
using attribution::Findings;

/// To whom somebody spoke.
std::optional<AgentId> heard_by(const Article& article, const Findings& findings, const Sources& sources,
                                std::size_t index) {
    const Speakers& speakers = sources.speakers[index];
    std::optional<AgentId> hearer;
    for (std::size_t r = 0; r < speakers.relays.size() && !hearer; ++r) {
        if (findings.attributions[index].relays[r].contact == Contact::spoken && !speakers.relays[r].empty())
            hearer = speakers.relays[r].front();
    }
    if (!hearer && names_show(article) && !speakers.beside.empty()) hearer = speakers.beside.front().agent;
    return hearer == sources.publisher ? std::nullopt : hearer;
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
            sources.speakers[i].source = asker;
            for (std::size_t j = i + 1; j < size && findings.attributions[j].sentence == asked.sentence; ++j) {
                if (findings.attributions[j].parent != detection::none || !findings.attributions[j].relays.empty())
                    continue;
                sources.speakers[j].beside.push_back(
                    {*asker, findings.attributions[i].relays.front().phrase, Contact::spoken});
            }
            continue;
        }
        for (std::size_t j = i > 3 ? i - 3 : 0; j < size && j < i + 4; ++j) {
            if (j == i || findings.attributions[j].sentence != asked.sentence) continue;
            if (const auto who = heard_by(article, findings, sources, j)) {
                sources.speakers[i].source = who;
                sources.speakers[i].dropped = true;
            }
        }
        // Else whoever was spoken to before.
        for (; looked < i; ++looked) {
            if (const auto who = heard_by(article, findings, sources, looked)) heard = who;
        }
        if (!sources.speakers[i].source) sources.speakers[i].source = heard;
    }
}

}  // namespace rawi::sources
