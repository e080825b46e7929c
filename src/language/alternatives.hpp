// The notation of lists in a pack: entries that differ in a word are written once.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rawi::language {

/// The entries that a line lists, or why it lists none.
struct Alternatives {
    std::vector<std::string> entries = {};  ///< in the order in which they are written, none of them empty
    std::string fault = {};
};

/// `a | b` lists two entries, `(a | b) c` lists `a c` and `b c`, `(a)? b` lists `a b` and `b`. Between the pieces of
/// an entry stands one space. A line of more than 10,000 entries or of groups more than 8 deep is a fault.
[[nodiscard]] Alternatives alternatives(std::string_view line);

}  // namespace rawi::language
