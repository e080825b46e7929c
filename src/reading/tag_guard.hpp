// libxml2 compares each attribute of a tag with all before it: a hundred thousand of them keep it busy for minutes.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rawi::reading {

/// How many attributes the tags of a text can have, whatever a parser takes for comments, declarations and the like, of
/// which each has its own idea: any bracket before a letter may begin a tag. Of all tags that may be open, those that
/// are at the same place (in a name, in a quoted value, ...) go on alike, so only the one with most attributes counts.
class AttributeBound {
public:
    /// The next character.
    void take(char c);

    /// The most attributes that a tag can have had so far.
    [[nodiscard]] std::int64_t most() const noexcept { return seen_; }
    /// Comparisons of attributes that tags with hundreds of them can have cost, all together.
    [[nodiscard]] std::int64_t comparisons() const noexcept { return comparisons_; }

private:
    enum Place : std::uint8_t { name, fresh, attribute, named, equals, skipped, in_double, in_single, places };
    static constexpr std::int64_t nobody = -1;
    using Counts = std::array<std::int64_t, places>;

    void step(Place place, std::int64_t count, char c, Counts& next);
    void end(std::int64_t count);

    Counts counts_ = {nobody, nobody, nobody, nobody, nobody, nobody, nobody, nobody};
    std::int64_t seen_ = 0;
    std::int64_t comparisons_ = 0;
    std::size_t run_ = 0;  ///< characters of names in a row
    bool open_ = false;    ///< some tag may be
    bool bracket_ = false;
};

/// Looks for a tag with more attributes than any page has, before a parser sees it. Knows of markup what hides a tag's
/// end (quoted values) and what is none (comments, CDATA, and in HTML scripts and styles). Where a parser may think
/// otherwise of these, a few times as many attributes are let pass.
class TagGuard {
public:
    enum class Markup : std::uint8_t { html, xml };

    TagGuard(Markup markup, std::size_t most) : markup_(markup), most_(most) {}

    /// Looks at the next piece of the input. False, for good, once a tag has more than that many attributes.
    bool pass(std::string_view piece);

private:
    enum class At : std::uint8_t { text, begin, declaration, name, space, attribute, equals, value, quoted, hidden };

    void take(char c);
    void take_in_tag(char c);
    void end_tag();
    /// Nothing is a tag until `end` has passed.
    void hide(std::string_view end);
    void take_hidden(char c);

    Markup markup_;
    std::size_t most_;
    AttributeBound bound_;
    At at_ = At::text;
    char quote_ = '"';
    std::size_t attributes_ = 0;
    bool closed_ = false;   // by a slash, <script/>: nothing is in it
    std::string name_;      // of the tag, or what a declaration begins with
    std::string_view end_;  // of what is hidden
    std::size_t matched_ = 0;
};

}  // namespace rawi::reading
