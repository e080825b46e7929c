// See html_metadata.hpp for the order of belief.
#include "reading/html_metadata.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/address.hpp"
#include "reading/html.hpp"
#include "reading/json_ld.hpp"
#include "text/ascii.hpp"

namespace rawi::reading {
namespace {

struct MetaName {
    std::string_view name;  // value of `name`, `property` or `itemprop`, in small letters
    std::string Article::*part;
    std::string Metadata::*field;
};

// The first of these that a page has is taken.
constexpr std::array meta_names = {
    MetaName{"og:title", &Article::title, nullptr},
    MetaName{"twitter:title", &Article::title, nullptr},
    MetaName{"dc.title", &Article::title, nullptr},
    MetaName{"og:site_name", nullptr, &Metadata::outlet},
    MetaName{"application-name", nullptr, &Metadata::outlet},
    MetaName{"dc.publisher", nullptr, &Metadata::outlet},
    MetaName{"publisher", nullptr, &Metadata::outlet},
    MetaName{"author", nullptr, &Metadata::author},
    MetaName{"article:author", nullptr, &Metadata::author},
    MetaName{"dc.creator", nullptr, &Metadata::author},
    MetaName{"article:published_time", nullptr, &Metadata::published},
    MetaName{"og:published_time", nullptr, &Metadata::published},
    MetaName{"datepublished", nullptr, &Metadata::published},
    MetaName{"dc.date.issued", nullptr, &Metadata::published},
    MetaName{"dcterms.created", nullptr, &Metadata::published},
    MetaName{"dc.date", nullptr, &Metadata::published},
    MetaName{"parsely-pub-date", nullptr, &Metadata::published},
    MetaName{"pubdate", nullptr, &Metadata::published},
    MetaName{"publishdate", nullptr, &Metadata::published},
    MetaName{"publish-date", nullptr, &Metadata::published},
    MetaName{"date", nullptr, &Metadata::published},
    MetaName{"og:url", nullptr, &Metadata::url},
};

// Collects what the elements say; each place remembers how much its source is believed.
class Descriptions {
public:
    explicit Descriptions(const xmlDoc& page) {
        const auto* const root = reinterpret_cast<const xmlNode*>(&page);
        for (const xmlNode* at = root; at != nullptr; at = next_node(*at, *root)) {
            if (at->type == XML_ELEMENT_NODE) look_at(*at, element_name(*at));
            if (at->type == XML_COMMENT_NODE && saved_from_.empty()) saved_from_ = noted_by_browser(view(at->content));
        }
    }

    Article merged() {
        Article article = ld_ ? std::move(*ld_) : Article();
        for (std::size_t i = 0; i < meta_names.size(); ++i) {
            std::string& place =
                meta_names[i].part != nullptr ? article.*meta_names[i].part : article.metadata.*meta_names[i].field;
            if (place.empty()) place = folded(meta_[i]);
        }
        Metadata& metadata = article.metadata;
        if (!is_address(metadata.url)) metadata.url.clear();
        if (!canonical_.empty()) metadata.url = canonical_;
        if (metadata.url.empty()) metadata.url = saved_from_;
        if (metadata.author.empty()) metadata.author = author_;
        if (metadata.published.empty()) metadata.published = time_;
        article.title = choose_title(article.title.empty() ? title_ : article.title, metadata.outlet);
        return article;
    }

private:
    void look_at(const xmlNode& element, std::string_view tag) {
        if (tag == "meta") return look_at_meta(element);
        if (tag == "title" && title_.empty()) title_ = text_of(element);
        if (tag == "h1") headings_.push_back(text_of(element));
        if (tag == "link" && attribute(element, "rel") == "canonical" && is_address(attribute(element, "href")))
            canonical_ = attribute(element, "href");
        if (tag == "time" && time_.empty()) time_ = attribute(element, "datetime");
        if (author_.empty() && (attribute(element, "rel") == "author" || attribute(element, "itemprop") == "author"))
            author_ = text_of(element);
        if (tag == "script" && !ld_ && text::small_letters(attribute(element, "type")) == "application/ld+json") {
            ld_ = article_from_json_ld(content(element));
            if (ld_) unescape(*ld_);
        }
    }

    void look_at_meta(const xmlNode& element) {
        const std::string_view value = trimmed(attribute(element, "content"));
        if (value.empty()) return;
        for (const std::string_view key : {"property", "name", "itemprop"}) {
            const std::string name = text::small_letters(attribute(element, key));
            for (std::size_t i = 0; i < meta_names.size(); ++i) {
                const bool author = meta_names[i].field == &Metadata::author;
                if (meta_names[i].name == name && meta_[i].empty() && !(author && is_address(value))) meta_[i] = value;
            }
        }
    }

    // Where a page was saved from, as browsers (<!-- saved from url=(0024)https://example.org/a -->) and SingleFile
    // (<!-- Page saved with SingleFile, url: https://example.org/a, ... -->, a line each) note it.
    static std::string noted_by_browser(std::string_view comment) {
        std::string_view rest = trimmed(comment);
        if (rest.starts_with("saved from url=(")) {
            rest.remove_prefix(std::min(rest.find(')') + 1, rest.size()));
        } else if (const auto at = rest.find("url: "); rest.starts_with("Page saved with SingleFile") && at < 100) {
            rest.remove_prefix(at + 5);
        } else {
            return {};
        }
        rest = rest.substr(0, rest.find_first_of(" \t\r\n"));
        return is_address(rest) ? std::string(rest) : std::string();
    }

    // Text in JSON-LD is often escaped for HTML once more.
    static void unescape(Article& article) {
        for (std::string* text : {&article.title, &article.body, &article.metadata.author, &article.metadata.outlet}) {
            if (text->find_first_of("&<") != std::string::npos) *text = text_from_html(*text);
        }
        article.metadata.language.clear();
        article.metadata.id.clear();
        if (!is_address(article.metadata.url)) article.metadata.url.clear();
    }

    static std::string text_of(const xmlNode& element) { return folded(content(element)); }

    static std::string folded(std::string_view text) {
        std::string folded;
        for (const char c : text) {
            const bool space = static_cast<unsigned char>(c) <= 0x20;
            if (!space) folded += c;
            if (space && !folded.empty() && folded.back() != ' ') folded += ' ';
        }
        return std::string(trimmed(folded));
    }

    // "Headline - Site" is a title for browsers; the headline itself stands in a heading, or before the site's name.
    [[nodiscard]] std::string choose_title(std::string title, std::string_view site) const {
        constexpr std::size_t longest_title = 1000;  // bytes
        for (const std::string& heading : headings_) {
            if (heading.size() >= 12 && title.size() <= longest_title && title.size() > heading.size() &&
                title.find(heading) != std::string::npos)
                return heading;
        }
        if (!site.empty() && title.size() > site.size() && title.ends_with(site)) {
            title.resize(title.size() - site.size());
            constexpr std::array<std::string_view, 9> separators = {" ", "-", "|", "–", "—", ":", "·", "»", "\xC2\xA0"};
            for (bool again = true; again;) {
                again = false;
                for (const std::string_view separator : separators) {
                    if (!title.ends_with(separator)) continue;
                    title.resize(title.size() - separator.size());
                    again = true;
                }
            }
        }
        return title.empty() && !headings_.empty() ? headings_.front() : title;
    }

    std::optional<Article> ld_;
    std::array<std::string, meta_names.size()> meta_;
    std::vector<std::string> headings_;
    std::string title_, canonical_, time_, author_, saved_from_;
};

}  // namespace

Article described_in_page(const xmlDoc& page) {
    return Descriptions(page).merged();
}

}  // namespace rawi::reading
