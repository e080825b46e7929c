// Walks are loops, not recursion: no depth of nesting can exhaust the stack.
#include "reading/xml.hpp"

#include <libxml/parser.h>

namespace rawi::reading {

void prepare_xml() {
    static const bool prepared = (xmlInitParser(), true);
    (void)prepared;
}

std::string_view attribute(const xmlNode& element, std::string_view name) {
    if (element.type != XML_ELEMENT_NODE) return {};
    for (const xmlAttr* at = element.properties; at != nullptr; at = at->next) {
        if (view(at->name) == name) return at->children == nullptr ? std::string_view() : view(at->children->content);
    }
    return {};
}

std::string content(const xmlNode& node) {
    std::string text;
    for (const xmlNode* at = &node; at != nullptr; at = next_node(*at, node)) {
        if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) text += view(at->content);
    }
    return text;
}

const xmlNode* child(const xmlNode& parent, std::string_view name) {
    for (const xmlNode* at = parent.children; at != nullptr; at = at->next) {
        if (element_name(*at) == name) return at;
    }
    return nullptr;
}

std::string child_text(const xmlNode& parent, std::string_view name) {
    const xmlNode* found = child(parent, name);
    return found == nullptr ? std::string() : std::string(trimmed(content(*found)));
}

const xmlNode* next_node(const xmlNode& node, const xmlNode& root, bool inside) {
    const bool parent =
        node.type == XML_ELEMENT_NODE || node.type == XML_DOCUMENT_NODE || node.type == XML_HTML_DOCUMENT_NODE;
    if (inside && parent && node.children != nullptr) return node.children;
    for (const xmlNode* at = &node; at != &root && at != nullptr; at = at->parent) {
        if (at->next != nullptr) return at->next;
    }
    return nullptr;
}

std::string_view local_name(std::string_view tag) {
    std::string_view name = tag.substr(0, tag.find_first_of(" \t\r\n/>"));
    if (const auto colon = name.find(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
    return name;
}

}  // namespace rawi::reading
