#include "sources/agent_table.hpp"

#include <algorithm>

namespace rawi::sources {

AgentTable::AgentTable(const Article& article) : article_(article) {
    constexpr std::size_t expected = 48;
    agents_.reserve(expected);
    records_.reserve(expected);
    for (const detection::Line& line : article.lines) {
        if (line.kind != detection::LineKind::body || line.tokens.empty()) continue;
        (lead_.empty() ? lead_ : second_) = line.tokens;
        if (!second_.empty()) break;
    }
}

AgentId AgentTable::append(Agent agent, AgentRecord record) {
    agents_.push_back(std::move(agent));
    records_.push_back(std::move(record));
    return ids_.emplace_back(static_cast<AgentId>(ids_.size()));
}

AgentId AgentTable::add(Agent agent, const Words& words) {
    const bool outlet = agent.kind == AgentKind::outlet && agent.named;
    const bool own = outlet && agent.publisher;
    AgentRecord record;
    for (const std::string_view word : words) record.words.push_back(kept_.emplace_back(word));
    if (!record.words.empty()) record.heads.push_back(record.words.front());
    record.fullest = static_cast<std::uint32_t>(record.words.size());
    record.signature = signature_of(record.words);
    const AgentId id = append(std::move(agent), std::move(record));
    if (own) own_ = id;
    if (outlet && !own) another_outlet();
    return id;
}

AgentId AgentTable::add(const Mention& mention) {
    return append({.kind = mention.kind, .named = mention.named, .outlet_id = std::string(mention.outlet_key)}, {});
}

void AgentTable::mention(AgentId id, TokenRange tokens) {
    spoken_of(id, tokens);
    std::vector<Span>& mentions = agent(id).mentions;
    const Span span = article_.span_of(tokens);
    const auto place = std::lower_bound(mentions.begin(), mentions.end(), span);
    if (place == mentions.end() || *place != span) mentions.insert(place, span);
}

void AgentTable::spoken_of(AgentId id, TokenRange tokens) {
    AgentRecord& known = record(id);
    known.spoken_of = std::max(known.spoken_of, tokens.begin);
    if (article_.tokens[tokens.begin].quotation == detection::none)
        known.told_of = std::max(known.told_of, tokens.begin);
}

void AgentTable::spoke(AgentId id) {
    speakers_.put(id);
    salient_.put(id);
}

void AgentTable::issued(AgentId id, std::string_view noun) {
    issuer_ = id;
    if (noun.empty()) return;
    std::erase_if(papers_, [&](const auto& paper) { return same_noun(paper.first, noun); });
    papers_.emplace_back(noun, id);
}

std::optional<AgentId> AgentTable::issuer_of(std::string_view noun) const {
    const auto called = [&](const auto& paper) { return same_noun(paper.first, noun); };
    const auto paper = std::find_if(papers_.rbegin(), papers_.rend(), called);
    return paper == papers_.rend() ? std::nullopt : std::optional(paper->second);
}

std::vector<Agent> AgentTable::take() {
    // "Agencies" are listed like an outlet, to be found in datelines, and are the name of none.
    for (std::size_t i = 0; i < agents_.size(); ++i) {
        const Words& words = records_[i].words;
        if (words.size() == 1 && article_.pack->lexicon.has(words.front(), detection::Known::wires))
            agents_[i].named = false;
    }
    return std::move(agents_);
}

}  // namespace rawi::sources
