// A web page as an article: its text without the furniture of the page, and what the page says of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reading/input.hpp"
#include "reading/xml.hpp"
#include "text/encoding.hpp"

namespace rawi::reading {

struct HtmlArticle {
    std::optional<Article> article;  ///< none if the page has no article: a list of links, a form, a picture
    text::Decoded decoding;          ///< how its bytes were read; its text is empty
    std::string fault = "no article was found in this page: skipped";  ///< where there is none: why
};

/// Of a page above 2 MiB only that is kept which holds text (`BulkFilter`). `declared`: the charset that a server gave
/// with the page; may be empty. The page's own declaration comes after it.
[[nodiscard]] HtmlArticle article_from_html(std::string page, std::string_view declared = {});

/// The text of a piece of HTML as feeds and agencies carry it, all of it, with an empty line between paragraphs; the
/// piece itself where it is too large for a page. UTF-8 in and out.
[[nodiscard]] std::string text_from_html(std::string_view fragment);

/// The text under an element that holds paragraphs, as `text_from_html` gives it.
[[nodiscard]] std::string joined_text(const xmlNode& element);

}  // namespace rawi::reading
