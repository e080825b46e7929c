// "Reportedly": who reports it, where the article says so elsewhere.
#pragma once

#include "attribution/finding.hpp"
#include "sources/sources.hpp"

namespace rawi::sources {

/// In an article that credits one outlet and no other, "reportedly" means as that outlet reports. Where there are
/// several or none, nobody is given. To be called when the agents of `result` are known.
void find_reporters(const detection::Article& article, const attribution::Findings& findings, Sources& result);

}  // namespace rawi::sources
