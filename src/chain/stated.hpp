// The path that the text gives for an attribution itself.
#pragma once

#include <cstddef>
#include <optional>

#include "attribution/finding.hpp"
#include "chain/path.hpp"
#include "sources/sources.hpp"

namespace rawi::chain {

struct Stated {
    Path path;
    std::optional<Step> to_publisher;  ///< the last step, where the text tells how the words reached the publisher
};

/// Those who stand on the way of attribution `i` by the text's own words: "told the paper", "CNN's Jane Doe".
[[nodiscard]] Stated stated_path(const detection::Article& article, const attribution::Findings& findings,
                                 const sources::Sources& sources, std::size_t i);

/// Adds whoever does not stand on the path yet.
void append(Path& path, Step step);

}  // namespace rawi::chain
