// Who has answered questions that somebody sent out.
#pragma once

#include <functional>
#include <optional>

#include "sources/agent_table.hpp"
#include "sources/sources.hpp"

namespace rawi::sources {

/// Goes through the inquiries and the answers of an article in text order.
class Answerers {
public:
    Answerers(const Article& article, const attribution::Findings& findings) : article_(article), findings_(findings) {}

    /// Those who have answered before `token`, whoever sent questions out last. `meet` lets the table know the mentions
    /// before a token.
    void until(std::uint32_t token, AgentTable& table, Sources& sources,
               const std::function<void(std::uint32_t)>& meet);

private:
    const Article& article_;
    const attribution::Findings& findings_;
    std::size_t inquired_ = 0, answered_ = 0;  ///< of the inquiries, of the answers
    std::optional<AgentId> asker_;             ///< of the latest inquiry
};

}  // namespace rawi::sources
