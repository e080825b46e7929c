// libxml2 compares each attribute of a tag with all before it: a hundred thousand of them keep it busy for minutes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rawi::reading {

/// Looks for a tag with more attributes than any page has, before a parser sees it. Knows of markup what hides a tag's
/// end (quoted values) and what is none (comments, CDATA, and in HTML scripts and styles).
class TagGuard {
public:
    enum class Markup : std::uint8_t { html, xml };

    TagGuard(Markup markup, std::size_t most) : markup_(markup), most_(most) {}

    /// Looks at the next piece of the input. False, for good, once a tag has more than that many attributes.
    bool pass(std::string_view piece);

private:
    enum class At : std::uint8_t {
        text,
        begin,
        declaration,
        name,
        space,
        attribute,
        equals,
        value,
        quoted,
        hidden,
        comment
    };

    void take(char c);
    [[nodiscard]] bool begins_name(char c) const;
    void take_in_comment(char c);
    void take_in_tag(char c);
    void end_tag();
    /// Nothing is a tag until `end` has passed.
    void hide(std::string_view end);
    void take_hidden(char c);

    Markup markup_;
    std::size_t most_;
    At at_ = At::text;
    char quote_ = '"';
    std::size_t attributes_ = 0;
    bool closed_ = false;   // by a slash, <script/>: nothing is in it
    std::string name_;      // of the tag, or what a declaration begins with
    std::string_view end_;  // of what is hidden
    std::size_t matched_ = 0;
};

}  // namespace rawi::reading
