// What makes pages large and holds no text: pictures, fonts and programs that a browser saved into the page.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace rawi::reading {

/// Takes out of a page, as it comes, what scripts and styles hold (not JSON-LD, which tells of the article), long
/// comments, and long values of attributes, as those of "data:" addresses. All tags stay. Keeps nothing but what stays
/// and one value, so that memory is bounded by who asks for `size`.
class BulkFilter {
public:
    /// The next piece of the page, in an encoding of which ASCII is a part.
    void take(std::string_view piece);

    /// Bytes that stay so far.
    [[nodiscard]] std::size_t size() const noexcept { return out_.size(); }

    /// What stays; the filter is used up.
    [[nodiscard]] std::string page() { return std::move(out_); }

private:
    enum class At : unsigned char {
        text,
        bracket,
        declaration,
        comment,
        name,
        tag,
        equals,
        unquoted,
        quoted,
        script,
        dropped
    };

    void take(char c);
    void take_in_tag(char c);
    void begin_value(char quote);
    void end_value();
    void end_tag();
    void take_in_script(char c);

    At at_ = At::text;
    std::string out_;
    std::string name_;   // of the tag
    std::string value_;  // of the attribute, as far as it may stay
    std::string end_;    // of the script
    std::string held_;   // what may be that, or begin a comment
    std::size_t value_size_ = 0;
    std::size_t json_ld_ = 0;  // bytes of all of it
    std::size_t dashes_ = 0;   // in a row, in a comment
    char quote_ = '"';
    bool tells_of_article_ = false;  // the tag is of a script that is JSON-LD
};

/// How many elements `page` has, those counted that may be one: brackets before letters.
[[nodiscard]] std::size_t elements_in(std::string_view page);

}  // namespace rawi::reading
