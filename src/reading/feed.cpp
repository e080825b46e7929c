// RSS (0.9x, 1.0, 2.0) and Atom. What a feed carries is an article only as far as the feed goes: some give the whole
// text (content:encoded, Atom's content), many a summary.
#include <array>

#include "reading/formats.hpp"
#include "reading/html.hpp"
#include "reading/xml_items.hpp"

namespace rawi::reading {
namespace {

// The first of these children that has text, tags taken out.
std::string first_text(const xmlNode& item, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        const xmlNode* found = child(item, name);
        if (found == nullptr) continue;
        // Atom's type="xhtml" has elements inside; everything else is escaped HTML or plain text.
        std::string text = attribute(*found, "type") == "xhtml" ? joined_text(*found) : text_from_html(content(*found));
        if (!text.empty()) return text;
    }
    return {};
}

std::string link_of(const xmlNode& item) {
    for (const xmlNode* at = item.children; at != nullptr; at = at->next) {
        if (element_name(*at) != "link") continue;
        const std::string_view kind = attribute(*at, "rel");
        const std::string_view href = attribute(*at, "href");
        if (href.empty()) return std::string(trimmed(content(*at)));  // RSS
        if (kind.empty() || kind == "alternate") return std::string(href);
    }
    return {};
}

// The feed that an item was taken from: RSS names it (<source url="...">Town Post</source>), Atom gives the head of
// that feed, of which the title is the name.
std::string outlet_of(const xmlNode& item) {
    const xmlNode* source = child(item, "source");
    if (source == nullptr) return {};
    const bool has_elements = xmlFirstElementChild(const_cast<xmlNode*>(source)) != nullptr;
    return has_elements ? child_text(*source, "title") : std::string(trimmed(content(*source)));
}

Article read_item(const xmlNode& item, std::string_view feed_title) {
    Article article;
    article.title = first_text(item, {"title"});
    article.body = first_text(item, {"encoded", "content", "description", "summary"});
    Metadata& metadata = article.metadata;
    metadata.url = link_of(item);
    for (const std::string_view name : {"guid", "id"}) {
        if (metadata.id.empty()) metadata.id = child_text(item, name);
    }
    for (const std::string_view name : {"pubDate", "published", "date", "updated"}) {
        if (metadata.published.empty()) metadata.published = child_text(item, name);
    }
    metadata.author = child_text(item, "creator");
    if (const xmlNode* author = child(item, "author"); author != nullptr && metadata.author.empty()) {
        metadata.author = child_text(*author, "name");
        if (metadata.author.empty()) metadata.author = trimmed(content(*author));
    }
    metadata.outlet = outlet_of(item);
    if (metadata.outlet.empty()) metadata.outlet = feed_title;
    return article;
}

}  // namespace

bool looks_like_feed(std::string_view head) {
    const std::string_view root = root_element(head);
    return root == "rss" || root == "feed" || root == "RDF";
}

std::unique_ptr<FormatReader> open_feed(Input& input) {
    return open_xml_items(input, "item entry", read_item);
}

}  // namespace rawi::reading
