// Who was spoken of last, for pronouns, descriptions and names.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "rawi/agent.hpp"

namespace rawi::sources {

/// How many agents are thought of when a mention is to be understood: of those who spoke, of those who were subjects,
/// and of those first spoken of, the latest ones. Articles have some dozens. It bounds the work for a text of a
/// million names, which would grow with the square of their number.
inline constexpr std::size_t remembered_agents = 1024;

/// A list read from its end. It is no std::views::reverse, which clang-tidy-14 does not understand.
template <class Iterator>
struct LastToFirst {
    Iterator last, first;

    [[nodiscard]] Iterator begin() const noexcept { return last; }
    [[nodiscard]] Iterator end() const noexcept { return first; }
};

template <class Agents>
[[nodiscard]] auto last_to_first(const Agents& agents) noexcept {
    return LastToFirst<decltype(agents.rbegin())>{agents.rbegin(), agents.rend()};
}

/// Agents, the latest last, each once.
class LatestAgents {
public:
    void put(AgentId agent) {
        const auto found = std::find(agents_.rbegin(), agents_.rend(), agent);
        if (found != agents_.rend()) agents_.erase(std::next(found).base());
        agents_.push_back(agent);
        if (agents_.size() > 2 * remembered_agents)
            agents_.erase(agents_.begin(), agents_.end() - static_cast<std::ptrdiff_t>(remembered_agents));
    }

    [[nodiscard]] bool empty() const noexcept { return agents_.empty(); }
    [[nodiscard]] AgentId back() const noexcept { return agents_.back(); }
    [[nodiscard]] auto begin() const noexcept { return agents_.begin(); }
    [[nodiscard]] auto end() const noexcept { return agents_.end(); }
    [[nodiscard]] auto latest_first() const noexcept { return last_to_first(agents_); }

private:
    std::vector<AgentId> agents_;
};

/// The first of `agents` that `fits`.
template <class Agents, class Fits>
[[nodiscard]] std::optional<AgentId> first_that(Agents&& agents, Fits fits) {
    for (const AgentId id : agents) {
        if (fits(id)) return id;
    }
    return std::nullopt;
}

/// The one of `agents` that `fits`; nothing where several do.
template <class Agents, class Fits>
[[nodiscard]] std::optional<AgentId> only_that(Agents&& agents, Fits fits) {
    std::optional<AgentId> only;
    for (const AgentId id : agents) {
        if (!fits(id)) continue;
        if (only) return std::nullopt;
        only = id;
    }
    return only;
}

}  // namespace rawi::sources
