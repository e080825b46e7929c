// What the readers of HTML and XML need of libxml2: ownership, names, attributes, text.
#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

#include "text/ascii.hpp"

namespace rawi::reading {

struct XmlDocumentCloser {
    void operator()(xmlDoc* document) const noexcept { xmlFreeDoc(document); }
};
using XmlDocument = std::unique_ptr<xmlDoc, XmlDocumentCloser>;

/// Prepares libxml2 once for the whole process; safe from any thread.
void prepare_xml();

[[nodiscard]] inline std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

/// The local name of an element, without prefix; empty for anything else.
[[nodiscard]] inline std::string_view element_name(const xmlNode& node) {
    return node.type == XML_ELEMENT_NODE ? view(node.name) : std::string_view();
}

/// The value of an attribute by its local name; empty where there is none. Good as long as the document.
[[nodiscard]] std::string_view attribute(const xmlNode& element, std::string_view name);

/// The text under `node`, as it stands, without that of comments.
[[nodiscard]] std::string content(const xmlNode& node);

/// The first child element of that name; nullptr if none.
[[nodiscard]] const xmlNode* child(const xmlNode& parent, std::string_view name);

/// The text of that child, without space around it; empty if none.
[[nodiscard]] std::string child_text(const xmlNode& parent, std::string_view name);

/// The next node after `node` in document order under `root`, going into children if `inside`; nullptr at the end.
[[nodiscard]] const xmlNode* next_node(const xmlNode& node, const xmlNode& root, bool inside = true);

/// The name that `tag`, without its bracket, begins with, without a prefix.
[[nodiscard]] std::string_view local_name(std::string_view tag);

using text::trimmed;

}  // namespace rawi::reading
