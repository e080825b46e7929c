// What feeds write that is no XML: "R&D", "&nbsp;", "a < b", "<a href=x>", "<b>x</p>". A parser of XML stops at it;
// readers of feeds do not.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rawi::reading {

/// Mends markup outside of comments and CDATA, as the text comes. A name that HTML knows stands for its character, as
/// in feeds that name no document type; what begins no reference and no tag stands for itself; a tag that is not closed
/// closes with the one around it, or at the end of the text; one that closes nothing is left out. An attribute gets the
/// quotation marks that it lacks; one given twice, or after many others, is left out.
///
/// Items above a size are left out, so that no parser has to hold them; their line ends stay.
class XmlMender {
public:
    XmlMender() = default;
    /// `items`: local names of elements that are items, with spaces between. None is larger than `largest` bytes.
    XmlMender(std::string_view items, std::uint64_t largest) : items_(items), largest_(largest) {}

    /// The next piece of UTF-8, mended, as far as it can be told; the end of it may come with the next one. `last` says
    /// that there is none.
    [[nodiscard]] std::string mend(std::string_view piece, bool last);

    /// Lines where items that were left out begin, those not taken before.
    [[nodiscard]] std::vector<std::size_t> take_too_large() { return std::exchange(too_large_, {}); }

    /// Tags that were put in or left out within the text.
    [[nodiscard]] std::size_t mended_tags() const noexcept { return mended_tags_; }
    /// Tags that the end of the text left open.
    [[nodiscard]] std::size_t left_open() const noexcept { return left_open_; }

private:
    static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

    /// Looks whether an item has begun or ended with what was written at `begin` of `out` or behind what is held of an
    /// item. `depth`: of the elements that were open before.
    void follow_item(std::size_t depth, std::size_t begin, std::string& out);
    void end_item(std::string& out);
    void bound_item();
    void move_to(std::size_t at);
    /// Takes what begins at `at`, a bracket or an ampersand, and gives where it ends; `at` if more must be seen.
    std::size_t take(std::size_t at, bool last, std::string& out);
    std::size_t take_bracket(std::size_t at, bool last, std::string& out);
    void take_tag(std::string_view tag, std::string& out);
    void take_value(std::string_view value, char quote, std::string& out) const;
    void close(std::string_view name, std::string_view tag, std::string& out);
    /// Bytes of the reference at the beginning of `rest`, or of the ampersand that begins none.
    std::size_t take_reference(std::string_view rest, std::string& out) const;
    /// Where what is left as it is ends, as far as it is seen.
    std::size_t hidden_end(std::size_t at, bool last);

    std::string items_;
    std::uint64_t largest_ = static_cast<std::uint64_t>(-1);
    std::string item_;                  // as far as it is mended, while it is open and not too large
    std::size_t item_depth_ = nowhere;  // elements around it
    std::size_t item_line_ = 0;
    bool drops_ = false;  // the item, as too large
    std::size_t dropped_lines_ = 0;
    std::vector<std::size_t> too_large_;
    std::size_t line_ = 1;
    std::size_t counted_ = 0;        // bytes of text_ whose lines are counted
    std::string text_;               // what is not given out yet
    std::string_view hides_;         // the end of what is left as it is
    std::vector<std::string> open_;  // names of elements
    std::size_t mended_tags_ = 0;
    std::size_t left_open_ = 0;
    bool declares_ = false;  // entities of its own
    bool balances_ = true;   // no longer, in what is nested as no feed is
};

}  // namespace rawi::reading
