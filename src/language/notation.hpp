// The words that the files of a pack are written in, as lists: the parsers read them, messages name them, and a test
// holds docs/add-language.md against them.
#pragma once

#include <algorithm>
#include <iterator>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/rules.hpp"
#include "text/characters.hpp"

namespace rawi::language {

/// A word of the notation and what it stands for.
template <class Value>
struct Named {
    std::string_view name;
    Value value;
};

/// The row of a table with that name; nullptr if there is none.
template <class Row, std::size_t size>
[[nodiscard]] const Row* row_named(const Row (&rows)[size], std::string_view name) noexcept {
    const auto* const found = std::ranges::find(rows, name, &Row::name);
    return found == std::end(rows) ? nullptr : found;
}

/// The names of all rows, for messages and the test of the docs.
template <class Row, std::size_t size>
[[nodiscard]] std::vector<std::string_view> names_in(const Row (&rows)[size]) {
    std::vector<std::string_view> names;
    for (const Row& row : rows) names.push_back(row.name);
    return names;
}

/// An element of a pattern, and on which side of the cue it can match.
struct ElementName {
    std::string_view name;
    Element element;
    bool before = true;
    bool behind = true;
    text::CharClass mark = text::CharClass::comma;  ///< of an element that is a mark
};

[[nodiscard]] std::span<const ElementName> element_names() noexcept;
/// Null for those that have a sign instead of a name. Of marks, the first.
[[nodiscard]] const ElementName* name_of(Element element) noexcept;
[[nodiscard]] std::vector<std::string_view> role_names();
/// What stands behind `on` and in {}, beside flags: "finite", "takes=".
[[nodiscard]] std::vector<std::string_view> condition_names();
/// What stands behind `give`: "agree", "source=", "content=next-line".
[[nodiscard]] std::vector<std::string_view> gift_names();
/// Whose words they are: what `source=` may name.
[[nodiscard]] std::vector<std::string_view> speaker_names();
[[nodiscard]] std::vector<std::string_view> complement_names();
/// Parts of the tags in paradigms.tsv, without agreements.
[[nodiscard]] std::vector<std::string_view> form_tags();
/// Tags of tagged.txt.
[[nodiscard]] std::vector<std::string_view> part_tags();
/// What a noun names in lexicon.tsv: "human".
[[nodiscard]] std::span<const std::string_view> noun_kinds() noexcept;
/// Keys of language.conf.
[[nodiscard]] std::vector<std::string_view> conf_keys();
/// Flags of cues that the engine itself asks for.
[[nodiscard]] std::vector<std::string_view> engine_flags();
/// Kinds of outlets.
[[nodiscard]] std::span<const std::string_view> outlet_kinds() noexcept;

/// "no WHAT 'NAME' (a, b, c); did you mean "b"?"
[[nodiscard]] std::string unknown_name(std::string_view what, std::string_view name,
                                       std::span<const std::string_view> allowed);
/// The name nearest to `name`, if it is near enough to be meant; else empty.
[[nodiscard]] std::string nearest(std::string_view name, std::span<const std::string_view> allowed);
/// Only the end of that: "; did you mean "b"?", or nothing.
[[nodiscard]] std::string meant(std::string_view name, std::span<const std::string_view> allowed);

}  // namespace rawi::language
