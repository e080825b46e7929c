// The name of a person without what else stands in it: Adam Novak of "Foreign Minister Dr. Adam B. Novak".
#pragma once

#include <string>
#include <vector>

#include "detection/article.hpp"

namespace rawi::sources {

struct NameWord {
    std::string text;      ///< normal form
    bool given = false;    ///< a known given name, which many bear
    bool lineage = false;  ///< between the names of a person and of the father: بن
};

/// The letters of the initials at `token`, a space between them: "j" for the J of "J. Smith", "j k" for J.K.; else
/// empty.
[[nodiscard]] std::string initials_at(const detection::Article& article, std::uint32_t token);

/// The longest stretch of names in `name`, without offices, titles, places, bodies and initials; empty where none is
/// seen.
[[nodiscard]] std::vector<NameWord> person_name(const detection::Article& name);

}  // namespace rawi::sources
