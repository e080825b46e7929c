// Themes: how a picture looks, as data (graphs/themes, docs/themes.md).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rawi::writing {

/// Attributes of Graphviz with their values, in order of their names.
using Look = std::map<std::string, std::string, std::less<>>;

/// How nodes and edges are read: ours, or that of W3C PROV.
enum class Notation : std::uint8_t { flow, prov };

struct Theme {
    std::string description;
    Notation notation = Notation::flow;
    std::size_t wrap = 26;         ///< columns of a node's label
    std::size_t most_lines = 3;    ///< lines of a node's label
    std::size_t phrase_wrap = 22;  ///< the same for the words on an edge
    std::size_t phrase_lines = 2;
    std::map<std::string, Look, std::less<>> elements;  ///< "person", "edge", ... See `docs/themes.md`.

    /// What the layers together give, later ones before earlier ones. Elements that the theme does not name are empty.
    [[nodiscard]] Look look(const std::vector<std::string_view>& layers) const;

    /// One attribute of `look(layers)`; `otherwise` where it is not set.
    [[nodiscard]] std::string value(const std::vector<std::string_view>& layers, std::string_view attribute,
                                    std::string_view otherwise) const;
};

/// The theme of that name or, where `name` ends in ".theme", the file of that path. Throws `Error` if there is none
/// (naming those there are) or if it is faulty (naming file and line).
[[nodiscard]] Theme find_theme(const std::string& name);

/// Those that are built in.
[[nodiscard]] std::vector<std::string> theme_names();

/// The theme written in `text`. `file` is its name in messages.
[[nodiscard]] Theme parse_theme(const std::string& file, std::string_view text);

}  // namespace rawi::writing
