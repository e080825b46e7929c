// What feeds write that is no XML: "R&D", "&nbsp;", "a < b". A parser of XML stops at it; readers of feeds do not.
#pragma once

#include <string>
#include <string_view>

namespace rawi::reading {

/// Mends ampersands and brackets outside of comments and CDATA, as the text comes. A name that HTML knows stands for
/// its character, as in feeds that name no document type; what begins no reference and no tag stands for itself.
class XmlMender {
public:
    /// The next piece of UTF-8, mended, as far as it can be told; the end of it may come with the next one. `last` says
    /// that there is none.
    [[nodiscard]] std::string mend(std::string_view piece, bool last);

private:
    /// Takes what begins at `at`, a bracket or an ampersand, and gives where it ends; `at` if more must be seen.
    std::size_t take(std::size_t at, bool last, std::string& out);
    /// Where what is left as it is ends, as far as it is seen.
    std::size_t hidden_end(std::size_t at, bool last);
    std::size_t take_bracket(std::size_t at, std::string& out);
    std::size_t take_reference(std::size_t at, std::string& out) const;

    std::string text_;        // what is not given out yet
    std::string_view hides_;  // the end of what is left as it is
    bool declares_ = false;   // entities of its own
};

}  // namespace rawi::reading
