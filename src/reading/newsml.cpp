// NewsML-G2 (newsItem, alone or in a newsMessage) and the NITF that agencies put into it or send by itself.
// https://iptc.org/standards/newsml-g2/, https://iptc.org/standards/nitf/
#include <array>

#include "reading/formats.hpp"
#include "reading/html.hpp"
#include "reading/html_blocks.hpp"
#include "reading/xml_items.hpp"

namespace rawi::reading {
namespace {

// The first element under `root` with this name, however deep.
const xmlNode* descendant(const xmlNode& root, std::string_view name) {
    for (const xmlNode* at = &root; at != nullptr; at = next_node(*at, root)) {
        if (element_name(*at) == name) return at;
    }
    return nullptr;
}

std::string descendant_text(const xmlNode* root, std::string_view name) {
    const xmlNode* found = root == nullptr ? nullptr : descendant(*root, name);
    return found == nullptr ? std::string() : std::string(trimmed(content(*found)));
}

// Who is named: a <name> inside, a literal, or the text itself.
std::string party(const xmlNode* element) {
    if (element == nullptr) return {};
    std::string name = descendant_text(element, "name");
    if (name.empty()) name = attribute(*element, "literal");
    return name.empty() ? std::string(trimmed(content(*element))) : name;
}

// <body.content> of NITF, <body> of XHTML, or plain text.
std::string content_of(const xmlNode& set) {
    for (const std::string_view name : {"body.content", "body", "inlineData"}) {
        const xmlNode* found = descendant(set, name);
        if (found == nullptr) continue;
        std::string text = joined_text(*found);
        if (text.find("<p") != std::string::npos) text = text_from_html(text);  // HTML that was escaped into the XML
        if (!text.empty()) return text;
    }
    return {};
}

void read_nitf(const xmlNode& nitf, Article& article) {
    if (article.title.empty()) article.title = descendant_text(&nitf, "hl1");
    if (article.title.empty()) article.title = descendant_text(&nitf, "title");
    if (article.metadata.author.empty()) article.metadata.author = descendant_text(&nitf, "byline");
    if (const xmlNode* date = descendant(nitf, "date.issue"); date != nullptr && article.metadata.published.empty()) {
        article.metadata.published = attribute(*date, "norm");
    }
    if (const xmlNode* id = descendant(nitf, "doc-id"); id != nullptr && article.metadata.id.empty()) {
        article.metadata.id = attribute(*id, "id-string");
    }
    if (article.body.empty()) article.body = content_of(nitf);
}

Article read_item(const xmlNode& item, std::string_view /*feed_title*/) {
    Article article;
    if (element_name(item) == "nitf") {
        read_nitf(item, article);
        return article;
    }
    Metadata& metadata = article.metadata;
    metadata.id = attribute(item, "guid");
    const xmlNode* about_item = child(item, "itemMeta");
    const xmlNode* about_content = child(item, "contentMeta");
    const xmlNode* set = child(item, "contentSet");
    article.title = descendant_text(about_content, "headline");
    if (article.title.empty()) article.title = descendant_text(about_item, "title");
    metadata.author = descendant_text(about_content, "by");
    if (metadata.author.empty() && about_content != nullptr) metadata.author = party(child(*about_content, "creator"));
    if (about_item != nullptr) metadata.outlet = party(child(*about_item, "provider"));
    if (about_content != nullptr && metadata.outlet.empty())
        metadata.outlet = party(child(*about_content, "infoSource"));
    for (const std::string_view date : {"firstCreated", "versionCreated"}) {
        if (metadata.published.empty()) metadata.published = descendant_text(about_item, date);
    }
    metadata.published =
        metadata.published.empty() ? descendant_text(about_content, "contentCreated") : metadata.published;
    if (about_content != nullptr) {
        if (const xmlNode* language = child(*about_content, "language"))
            metadata.language = attribute(*language, "tag");
    }
    if (const xmlNode* link = descendant(item, "link");
        link != nullptr && attribute(*link, "href").starts_with("http")) {
        metadata.url = attribute(*link, "href");
    }
    if (set != nullptr) {
        article.body = content_of(*set);
        if (const xmlNode* nitf = descendant(*set, "nitf")) read_nitf(*nitf, article);
    }
    return article;
}

}  // namespace

bool looks_like_newsml(std::string_view head) {
    const std::string_view root = root_element(head);
    return root == "newsItem" || root == "newsMessage" || root == "nitf";
}

std::unique_ptr<FormatReader> open_newsml(Input& input) {
    // The newsItem comes first, so a nitf inside of one is part of it.
    return open_xml_items(input, "newsItem nitf", read_item);
}

}  // namespace rawi::reading
