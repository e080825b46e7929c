// Names that are each given but once.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace rawi::text {

/// Gives each of several things the name that it has or, where another has that one already, the name with the first
/// number behind it that is free: "x", "x#2", "x#3", ...
class UniqueNames {
public:
    [[nodiscard]] std::string operator()(const std::string& wanted) {
        std::uint32_t& times = times_asked_[wanted];
        for (;;) {
            ++times;
            std::string name = times == 1 ? wanted : wanted + '#' + std::to_string(times);
            if (given_.insert(name).second) return name;
        }
    }

private:
    std::unordered_map<std::string, std::uint32_t> times_asked_;
    std::unordered_set<std::string> given_;
};

}  // namespace rawi::text
