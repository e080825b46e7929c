// The outlet that has made an article or told its story, if there is one: what the text gives no path for came through
// it too (GUIDE, "The chain").
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "attribution/finding.hpp"
#include "chain/path.hpp"
#include "sources/sources.hpp"

namespace rawi::chain {

/// The headline and the first three sentences of the body.
class Lead {
public:
    /// `article` has to outlive it.
    explicit Lead(const detection::Article& article);
    [[nodiscard]] bool has(std::uint32_t sentence) const;

private:
    const detection::Article& article_;
    std::uint32_t end_ = 0;  ///< behind the third sentence of the body
};

struct CommonCarrier {
    std::optional<AgentId> agent;
    bool made = false;       ///< several sources spoke to it: an agency, whose article it is
    bool told = false;       ///< a newspaper or site, whose story it is
    std::uint32_t from = 0;  ///< the sentence that credits it first
};

/// `lead`: of the article. `paths`: one for each attribution of `findings`, as the text states it.
[[nodiscard]] CommonCarrier find_common_carrier(const detection::Article& article,
                                                const attribution::Findings& findings, const sources::Sources& sources,
                                                const std::vector<Path>& paths, const Lead& lead);

}  // namespace rawi::chain
