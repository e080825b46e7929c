// Where heads stand first: whether a noun phrase with "and" in it speaks of one or of several.
#pragma once

#include "sources/mention.hpp"

namespace rawi::sources {

class JointMention {
public:
    /// `phrase` begins with its head; behind `core_end` it tells of more ("and he is ...").
    JointMention(const Article& article, TokenRange phrase, std::uint32_t core_end)
        : article_(article), phrase_(phrase), core_end_(core_end) {}

    /// Whether somebody else stands behind the conjunction.
    [[nodiscard]] bool joins_another(std::uint32_t conjunction) const {
        return joins(conjunction) && !one_person(conjunction);
    }

private:
    [[nodiscard]] bool joins(std::uint32_t conjunction) const;
    [[nodiscard]] bool completes(std::uint32_t conjunction) const;
    [[nodiscard]] bool one_person(std::uint32_t conjunction) const;
    [[nodiscard]] bool one_name_closes(std::uint32_t conjunction) const;

    const Article& article_;
    TokenRange phrase_;
    std::uint32_t core_end_;
};

}  // namespace rawi::sources
