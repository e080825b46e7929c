// Who asked what somebody answered.
#pragma once

#include "sources/sources.hpp"

namespace rawi::sources {

/// "Asked whether ..., she told CNN": those asked to whom she answers.
void find_interviewers(const Article& article, const attribution::Findings& findings, Sources& sources);

}  // namespace rawi::sources
