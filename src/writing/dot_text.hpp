// Text from articles made fit for DOT, for Graphviz' HTML-like labels and for SVG. What comes out of here can neither
// end a string nor be taken for an escape, an entity or a tag, and shows right-to-left text as its readers expect.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace rawi::writing {

/// One line without control characters, bidi controls and what XML cannot hold; white space becomes single spaces.
[[nodiscard]] std::string cleaned(std::string_view text);

/// How a label is set.
struct LabelShape {
    std::size_t columns = 26;
    std::size_t lines = 3;       ///< what is longer ends in an ellipsis
    bool right_to_left = false;  ///< direction of the graph: decides for text of both directions
};

/// `text` as the value of a `label`: wrapped to lines of about the same length, each in an isolate if it needs one.
[[nodiscard]] std::string dot_label(std::string_view text, const LabelShape& shape);

/// `text` as the value of another string attribute (tooltip, id): cleaned, `\` doubled, entities defused, and cut to
/// what the DOT reader takes (16,384 bytes).
[[nodiscard]] std::string dot_string(std::string_view text);

/// `text` for an HTML-like label: cleaned, escaped, isolated.
[[nodiscard]] std::string html_text(std::string_view text, bool right_to_left);

/// The same of a clean line whose direction is known.
[[nodiscard]] std::string html_line(std::string_view clean, bool right_to_left);

/// Whether the first letter is one of a right-to-left script.
[[nodiscard]] bool begins_right_to_left(std::string_view text);

/// `text` as the content of an XML element. Lines are kept, so that a tooltip may have several.
[[nodiscard]] std::string xml_text(std::string_view text);

/// `url` as the value of a `URL`, or nothing if it is not plain http or https.
[[nodiscard]] std::string safe_url(std::string_view url);

}  // namespace rawi::writing
