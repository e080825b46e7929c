#include "chain/common_carrier.hpp"

#include <map>
#include <set>
#include <string_view>

#include "attribution/circumstances.hpp"
#include "text/characters.hpp"

namespace rawi::chain {

using detection::LineKind;

Lead::Lead(const detection::Article& article) : article_(article) {
    constexpr int sentences = 3;
    int body = 0;
    for (; end_ < article.sentences.size() && body < sentences; ++end_) {
        if (article.lines[article.sentences[end_].line].kind == LineKind::body) ++body;
    }
}

bool Lead::has(std::uint32_t sentence) const {
    return sentence < end_ || article_.lines[article_.sentences[sentence].line].kind == LineKind::title;
}

namespace {

/// "..., وفق موقع المنبر" in the narrator's voice, "المنبر: لماذا ..." as a headline, "ذكر تقرير لصحيفة المنبر", "قال
/// الكاتب في مقال بصحيفة المنبر": where heads come first, an article that credits one newspaper or site so tells its
/// story.
bool credits_story(const detection::Article& article, const attribution::Finding& finding, const Path& path) {
    if (!article.pack->heads_first || finding.parent != detection::none || finding.lemma == nullptr) return false;
    if ((finding.lemma->flag_bits & article.pack->credit) != 0) return true;
    if (article.lines[article.sentences[finding.sentence].line].kind == LineKind::title) return true;
    if (!finding.source.empty() && article.has(finding.source.begin, detection::Known::document_noun)) return true;
    const std::string_view medium = attribution::medium_key(article, finding.medium);
    const bool piece =
        !medium.empty() && !article.pack->written_media.contains(medium) && !article.pack->live_media.contains(medium);
    return piece && !path.empty() && path.front().contact == Contact::written;
}

}  // namespace

/// An agency to which several sources of the article spoke has made the article, unless a byline tells who has; and an
/// outlet that is credited in its first sentences and again, as the only one, has told the story; a newspaper or site
/// need be credited once.
CommonCarrier find_common_carrier(const detection::Article& article, const attribution::Findings& findings,
                                  const sources::Sources& sources, const std::vector<Path>& paths, const Lead& lead) {
    constexpr std::size_t several = 3;
    const std::vector<attribution::Finding>& all = findings.attributions;
    CommonCarrier common;
    std::map<AgentId, std::set<AgentId>> spoke_to;
    std::map<AgentId, std::set<std::uint32_t>> credited;  // sentences
    std::set<AgentId> hearers, carriers, employers;
    std::set<AgentId> retold;
    std::size_t credits = 0;
    const bool signed_by = !article.document->metadata().author.empty();
    const auto agent_of = [&](AgentId id) -> const Agent& { return sources.agents[static_cast<std::size_t>(id)]; };
    // One that is not listed is called so: وكالة المنبر.
    const auto is_agency = [&](AgentId id) {
        const std::string& noun = article.pack->agency_noun;
        return article.pack->agencies.contains(agent_of(id).outlet_id) ||
               (article.pack->heads_first && !noun.empty() && text::normal_form(agent_of(id).name).starts_with(noun));
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto source = sources.speakers[i].source;
        const auto credit = [&](AgentId id) {
            const Agent& outlet = agent_of(id);
            if (outlet.kind != AgentKind::outlet || id == sources.publisher || !outlet.named) return;
            if (credited[id].insert(all[i].sentence).second) ++credits;
        };
        if (source) credit(*source);
        // A journal that has printed a study has not asked those who speak of it.
        const bool study = source && agent_of(*source).kind == AgentKind::document;
        if (sources.carriers.empty() && !study && credits_story(article, all[i], paths[i])) {
            if (source) retold.insert(*source);
            for (const Step& step : paths[i]) retold.insert(step.agent);
        }
        for (const sources::Carrier& carrier : sources.speakers[i].beside) {
            if (carrier.contact != Contact::spoken) employers.insert(carrier.agent);
        }
        for (const Step& step : paths[i]) {
            credit(step.agent);
            carriers.insert(step.agent);
            if (step.contact == Contact::spoken && (signed_by || !is_agency(step.agent))) hearers.insert(step.agent);
        }
        if (signed_by || !source || paths[i].size() != 1 || paths[i].front().contact != Contact::spoken) continue;
        const AgentId agency = paths[i].front().agent;
        if (!is_agency(agency)) continue;
        std::set<AgentId>& speakers = spoke_to[agency];
        speakers.insert(*source);
        if (speakers.size() >= several) common.agent = agency;
    }
    common.made = common.agent.has_value();
    if (common.made) return common;
    for (const auto& [id, sentences] : credited) {
        // What an agency has reported on its own is seldom all of the story, what somebody says who works for one
        // never.
        if ((is_agency(id) && !carriers.contains(id)) || employers.contains(id)) continue;
        // A source spoke to a newspaper, which says nothing of the others.
        if (sentences.size() != credits || hearers.contains(id)) continue;
        if (sentences.size() < 2 && (is_agency(id) || !retold.contains(id))) continue;
        if (!lead.has(*sentences.begin())) continue;
        common.agent = id;
        common.told = article.pack->heads_first && !is_agency(id) && retold.contains(id);
        common.from = *sentences.begin();
    }
    return common;
}

}  // namespace rawi::chain
