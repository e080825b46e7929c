// The agents of an article as they are met, and who of them spoke or was spoken of last. It keeps what is known; whom a
// mention means is asked of find_agent.hpp, what a mention adds is written down by learning.hpp.
#pragma once

#include <algorithm>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sources/agent_record.hpp"
#include "sources/latest_agents.hpp"

namespace rawi::sources {

class AgentTable {
public:
    explicit AgentTable(const Article& article);

    /// An agent that the text need not name.
    AgentId add(Agent agent, const Words& words);
    /// One whom the mention means and nobody before it; `learn` tells what it says.
    AgentId add(const Mention& mention);

    [[nodiscard]] const Article& article() const noexcept { return article_; }
    [[nodiscard]] const Agent& agent(AgentId id) const noexcept { return agents_[static_cast<std::size_t>(id)]; }
    [[nodiscard]] Agent& agent(AgentId id) noexcept { return agents_[static_cast<std::size_t>(id)]; }
    [[nodiscard]] const AgentRecord& record(AgentId id) const noexcept {
        return records_[static_cast<std::size_t>(id)];
    }
    [[nodiscard]] AgentRecord& record(AgentId id) noexcept { return records_[static_cast<std::size_t>(id)]; }

    /// The agents that are remembered in the order in which they were first spoken of: see `remembered_agents`.
    [[nodiscard]] std::span<const AgentId> remembered() const noexcept {
        return std::span(ids_).last(std::min(ids_.size(), remembered_agents));
    }

    /// Lists `tokens` among the words by which the agent is spoken of.
    void mention(AgentId id, TokenRange tokens);
    /// The agent is spoken of there, by nothing that is to be listed.
    void spoken_of(AgentId id, TokenRange tokens);

    /// Remembers that the agent spoke last, for pronouns and dropped subjects.
    void spoke(AgentId id);
    /// Remembers that the agent was the subject of a sentence: a pronoun may mean it.
    void noticed(AgentId id) { salient_.put(id); }
    /// Remembers that a speaker belongs to the body: "the company" may mean it.
    void employs(AgentId body) { employers_.put(body); }
    /// Remembers that the agent spoke in a statement, a report, a letter: "the statement" is its words. `noun` is what
    /// the paper is, without article and ending, as long-lived as the article; empty where nothing tells papers apart.
    void issued(AgentId id, std::string_view noun);
    /// Remembers that the text has named an outlet besides the publisher.
    void another_outlet() noexcept { other_outlet_ = true; }
    /// Whom no pronoun of the third person means until further notice: the one in whose words it stands.
    void except(std::optional<AgentId> speaker) noexcept { excepted_ = speaker; }

    [[nodiscard]] const LatestAgents& speakers() const noexcept { return speakers_; }
    /// Bodies that speakers have been said to belong to.
    [[nodiscard]] const LatestAgents& employers() const noexcept { return employers_; }
    /// Speakers and subjects.
    [[nodiscard]] const LatestAgents& salient() const noexcept { return salient_; }
    [[nodiscard]] std::optional<AgentId> excepted() const noexcept { return excepted_; }
    /// Who has put out the latest paper.
    [[nodiscard]] std::optional<AgentId> issuer() const noexcept { return issuer_; }
    /// The latest issuer of a paper that is called so.
    [[nodiscard]] std::optional<AgentId> issuer_of(std::string_view noun) const;
    /// The publisher, if it has a name.
    [[nodiscard]] std::optional<AgentId> own_outlet() const noexcept { return own_; }
    [[nodiscard]] bool names_another_outlet() const noexcept { return other_outlet_; }
    /// The first and the second paragraph below the headline.
    [[nodiscard]] TokenRange lead() const noexcept { return lead_; }
    [[nodiscard]] TokenRange second_paragraph() const noexcept { return second_; }

    /// The agents, when all is known of them. The table is of no use any more.
    [[nodiscard]] std::vector<Agent> take();

private:
    AgentId append(Agent agent, AgentRecord record);

    const Article& article_;
    TokenRange lead_, second_;
    std::deque<std::string> kept_;  ///< words that stand in no text
    std::vector<Agent> agents_;
    std::vector<AgentId> ids_;          // theirs, in order
    std::vector<AgentRecord> records_;  ///< parallel to the agents
    std::vector<std::pair<std::string_view, AgentId>> papers_;
    std::optional<AgentId> issuer_, own_, excepted_;
    bool other_outlet_ = false;
    LatestAgents speakers_, employers_, salient_;
};

}  // namespace rawi::sources
