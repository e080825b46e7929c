// Who speaks, passes on, and publishes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rawi/span.hpp"

namespace rawi {

/// Index of an agent in `Analysis::agents`. A type of its own, so that it cannot be taken for another number.
enum class AgentId : std::uint32_t {};

enum class AgentKind : std::uint8_t {
    person,        ///< named
    role,          ///< described, not named: an official, a source, witnesses
    organisation,  ///< ministry, army, party, company
    outlet,        ///< newspaper, agency, channel, site
    document,      ///< a report, a study, a leaked memo that "says"
    unknown,       ///< nobody is given
};

/// All mentions of one source, intermediary or publisher in one article.
struct Agent {
    std::string name;  ///< the fullest mention as it stands in the text; for a publisher without mention its name as
                       ///< given; may be empty
    AgentKind kind = AgentKind::unknown;
    bool named = false;  ///< false: a reader cannot tell who it is
    bool publisher = false;
    std::vector<Span> mentions;  ///< in text order; may be empty for a publisher known from metadata only
    std::string outlet_id;  ///< key of the outlet in the list of outlets ("reuters"), the same in every language and
                            ///< article; empty if not listed
};

[[nodiscard]] std::string_view name_of(AgentKind kind) noexcept;

}  // namespace rawi
