// Tables of tags, roles and class names. The names are a convention of web design and the same on pages of every
// language.
#include "reading/html_furniture.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "text/ascii.hpp"

namespace rawi::reading {
namespace {

using namespace std::string_view_literals;

// All sorted, for binary search.
constexpr std::array tags = {"applet"sv,   "area"sv,     "aside"sv,    "audio"sv,    "base"sv,   "button"sv,
                             "canvas"sv,   "datalist"sv, "dialog"sv,   "embed"sv,    "figure"sv, "footer"sv,
                             "form"sv,     "frame"sv,    "frameset"sv, "head"sv,     "iframe"sv, "img"sv,
                             "input"sv,    "label"sv,    "link"sv,     "map"sv,      "math"sv,   "menu"sv,
                             "meta"sv,     "nav"sv,      "noframes"sv, "noscript"sv, "object"sv, "option"sv,
                             "picture"sv,  "script"sv,   "select"sv,   "source"sv,   "style"sv,  "svg"sv,
                             "template"sv, "textarea"sv, "title"sv,    "track"sv,    "video"sv};
constexpr std::array roles = {"alert"sv,   "banner"sv,  "complementary"sv, "contentinfo"sv, "dialog"sv,
                              "form"sv,    "menu"sv,    "menubar"sv,       "navigation"sv,  "search"sv,
                              "tablist"sv, "toolbar"sv, "tooltip"sv};
constexpr std::array words = {
    "ad"sv,          "ads"sv,          "advert"sv,     "advertisement"sv, "advertising"sv,    "banner"sv,
    "breadcrumb"sv,  "breadcrumbs"sv,  "caption"sv,    "comment"sv,       "comments"sv,       "consent"sv,
    "cookie"sv,      "cookies"sv,      "copyright"sv,  "disqus"sv,        "footer"sv,         "gallery"sv,
    "login"sv,       "masthead"sv,     "menu"sv,       "modal"sv,         "mostread"sv,       "nav"sv,
    "navbar"sv,      "navigation"sv,   "newsletter"sv, "outbrain"sv,      "pagination"sv,     "paging"sv,
    "popular"sv,     "popup"sv,        "promo"sv,      "promoted"sv,      "rating"sv,         "reaction"sv,
    "reactions"sv,   "readmore"sv,     "recirc"sv,     "recommend"sv,     "recommendation"sv, "recommendations"sv,
    "recommended"sv, "related"sv,      "respond"sv,    "share"sv,         "sharebar"sv,       "shares"sv,
    "sharing"sv,     "sidebar"sv,      "signup"sv,     "social"sv,        "sponsor"sv,        "sponsored"sv,
    "subscribe"sv,   "subscription"sv, "taboola"sv,    "tags"sv,          "toolbar"sv,        "trending"sv,
    "widget"sv,      "widgets"sv};
// Of these, those that name nothing else, however much of the page they are: discussions outgrow their articles.
constexpr std::array certain_words = {
    "breadcrumb"sv,      "breadcrumbs"sv, "comment"sv,    "comments"sv, "consent"sv,  "cookie"sv,    "cookies"sv,
    "disqus"sv,          "mostread"sv,    "newsletter"sv, "outbrain"sv, "reaction"sv, "reactions"sv, "recirc"sv,
    "recommendations"sv, "recommended"sv, "related"sv,    "respond"sv,  "taboola"sv,  "trending"sv};

static_assert(std::is_sorted(tags.begin(), tags.end()) && std::is_sorted(roles.begin(), roles.end()) &&
              std::is_sorted(words.begin(), words.end()) && std::is_sorted(certain_words.begin(), certain_words.end()));

template <typename Table>
bool contains(const Table& table, std::string_view word) {
    return std::binary_search(table.begin(), table.end(), word);
}

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// "shareBar related-stories" has the words share, bar, related, stories.
template <typename Table>
bool has_word(const Table& table, std::string_view names) {
    std::string word;
    for (std::size_t at = 0; at <= names.size(); ++at) {
        const char c = at < names.size() ? names[at] : ' ';
        const bool hump = is_capital(c) && at > 0 && text::is_ascii_letter(names[at - 1]) && !is_capital(names[at - 1]);
        if ((!text::is_ascii_letter(c) || hump) && !word.empty()) {
            if (contains(table, word)) return true;
            word.clear();
        }
        if (text::is_ascii_letter(c)) word += text::small_letter(c);
    }
    return false;
}

bool is_hidden(const xmlNode& element) {
    if (attribute(element, "aria-hidden") == "true") return true;
    for (const xmlAttr* at = element.properties; at != nullptr; at = at->next) {
        if (view(at->name) == "hidden") return true;
    }
    std::string style(attribute(element, "style"));
    std::erase_if(style, [](char c) { return c == ' '; });
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

}  // namespace

bool never_text(const xmlNode& element) {
    return contains(tags, element_name(element)) || contains(roles, attribute(element, "role")) || is_hidden(element);
}

bool named_as_furniture(const xmlNode& element, bool large) {
    const auto named = [&](std::string_view names) {
        return large ? has_word(certain_words, names) : has_word(words, names);
    };
    return named(attribute(element, "class")) || named(attribute(element, "id"));
}

}  // namespace rawi::reading
