// The text of a page in blocks (paragraphs, headings, list items), with what tells prose from furniture.
#pragma once

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "reading/xml.hpp"

namespace rawi::reading {

struct TextBlock {
    std::string text;                  ///< space folded; line breaks of <br> kept as '\n'
    std::size_t letters = 0;           ///< code points that are not space
    std::size_t linked = 0;            ///< of these, how many lie in links
    const xmlNode* element = nullptr;  ///< the innermost block element around it
    bool heading = false;

    [[nodiscard]] double link_density() const {
        return letters == 0 ? 0 : static_cast<double>(linked) / static_cast<double>(letters);
    }

    /// A sentence or more that is not mainly links; some pages set the first paragraph as a heading.
    [[nodiscard]] bool prose() const { return letters >= (heading ? 120U : 40U) && link_density() < 0.4; }
};

/// All blocks under `root`. With `skip_furniture` elements that are none of an article's are passed over: scripts,
/// forms, navigation, whatever is hidden, and what its class or id calls a menu, a share bar, related stories and the
/// like.
[[nodiscard]] std::vector<TextBlock> text_blocks(const xmlNode& root, bool skip_furniture);

/// The texts with an empty line between them.
[[nodiscard]] std::string joined(const std::vector<TextBlock>& blocks);

}  // namespace rawi::reading
