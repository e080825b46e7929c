// Through whom words came, on the way from the speaker to the publisher.
#pragma once

#include <string>
#include <vector>

#include "rawi/attribution.hpp"

namespace rawi::chain {

/// An intermediary and how the words reached it from the one before.
struct Step {
    AgentId agent{};
    Contact contact = Contact::unstated;
    std::vector<Span> phrase;
    std::string rule;
};
using Path = std::vector<Step>;

}  // namespace rawi::chain
