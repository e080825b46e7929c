// To whom others have spoken, and for which outlet those work: "told CNN's Jane Doe", and later "told Doe". Where
// capitals show names.
#pragma once

#include <map>

#include "attribution/finding.hpp"
#include "sources/agent_table.hpp"
#include "sources/sources.hpp"

namespace rawi::sources {

class Employers {
public:
    explicit Employers(const Article& article) : article_(article) {}

    /// "CNN's Jane Doe", captured as a relay that is `house`: she works there.
    void employ(TokenRange outlet, AgentId house, AgentTable& table);

    /// Where the finding tells who heard it, the words came through the outlet for which the hearer works: it is added
    /// to `speakers`. Who is asked goes on.
    void hear(const attribution::Finding& finding, AgentTable& table, Speakers& speakers);

private:
    const Article& article_;
    std::map<AgentId, AgentId> houses_;  ///< by who works there
};

}  // namespace rawi::sources
