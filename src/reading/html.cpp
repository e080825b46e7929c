// Finds the article in a page: the element that holds most of the page's prose.
//
// Blocks of prose (a sentence or more, hardly any links) vote for the element around them, and half as much for the one
// around that (as in Arc90's Readability). An element that the page itself marks as the article wins if it holds enough
// of the prose. What stands in the winner is taken, without lists of links and without what trails the last sentence.
#include "reading/html.hpp"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
#include <vector>

#include "rawi/error.hpp"
#include "reading/formats.hpp"
#include "reading/html_blocks.hpp"
#include "reading/html_bulk.hpp"
#include "reading/html_metadata.hpp"
#include "reading/json_article.hpp"
#include "reading/tag_guard.hpp"
#include "reading/xml.hpp"
#include "text/ascii.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t least_article = 120;  // letters of prose; less is a teaser, a caption, an error page
// The tree of a page of nothing but tags takes a hundred times its bytes: with these limits it stays below some hundred
// MB.
constexpr std::size_t largest_page = std::size_t{8} << 20;
constexpr std::size_t bulky = std::size_t{2} << 20;  // above it a page is mostly what a browser saved into it
constexpr std::size_t most_elements = 400'000;
constexpr std::size_t most_attributes = 2000;  // of a tag

XmlDocument parse(std::string& page) {
    prepare_xml();
    std::erase(page, '\0');  // as browsers do; libxml2 takes it for the end
    if (!TagGuard(TagGuard::Markup::html, most_attributes).pass(page)) return nullptr;
    constexpr int parser_options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   HTML_PARSE_COMPACT | HTML_PARSE_IGNORE_ENC;
    return XmlDocument(htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", parser_options));
}

bool inside(const xmlNode* node, const xmlNode& outer) {
    while (node != nullptr && node != &outer) node = node->parent;
    return node != nullptr;
}

// Letters of prose under each element that has any: one walk up for each block, so that no page takes quadratic time.
using Prose = std::unordered_map<const xmlNode*, std::size_t>;

Prose prose_by_element(const std::vector<TextBlock>& blocks) {
    Prose prose;
    for (const TextBlock& block : blocks) {
        if (!block.prose()) continue;
        for (const xmlNode* at = block.element; at != nullptr; at = at->parent) prose[at] += block.letters;
    }
    return prose;
}

std::size_t prose_in(const xmlNode& element, const Prose& prose) {
    const auto found = prose.find(&element);
    return found == prose.end() ? 0 : found->second;
}

bool is_container(const xmlNode* node) {
    return node != nullptr && node->type == XML_ELEMENT_NODE && element_name(*node) != "body" &&
           element_name(*node) != "html";
}

// The element that the page calls its article, if it holds a good part of its prose.
const xmlNode* marked_article(const xmlNode& root, const Prose& all) {
    const xmlNode* best = nullptr;
    std::size_t best_prose = 0;
    for (const xmlNode* at = &root; at != nullptr; at = next_node(*at, root)) {
        const bool body = attribute(*at, "itemprop") == "articleBody";
        if (!body && element_name(*at) != "article") continue;
        const std::size_t prose = prose_in(*at, all) * (body ? 2 : 1);  // the narrower mark is the better one
        if (prose > best_prose) {
            best = at;
            best_prose = prose;
        }
    }
    return best_prose * 2 >= prose_in(root, all) ? best : nullptr;
}

// The element with most votes, widened where it holds only one of several parts of the text.
const xmlNode* voted_article(const std::vector<TextBlock>& blocks, const Prose& all) {
    std::unordered_map<const xmlNode*, double> votes;
    const xmlNode* best = nullptr;
    for (const TextBlock& block : blocks) {
        if (!block.prose() || block.element == nullptr) continue;
        const std::string_view tag = element_name(*block.element);
        const bool paragraph = tag == "p" || tag == "li" || tag == "blockquote" || tag == "pre" || tag == "dd";
        const xmlNode* around = paragraph ? block.element->parent : block.element;
        double weight = static_cast<double>(block.letters) * (1 - block.link_density());
        for (int step = 0; step < 3 && around != nullptr; ++step, around = around->parent, weight /= 2) {
            const double sum = votes[around] += weight;
            // Ties keep the earlier one: the order of blocks decides, never that of the hash table.
            if (best == nullptr || sum > votes[best]) best = around;
        }
    }
    if (best == nullptr) return nullptr;
    std::size_t prose = prose_in(*best, all);
    for (const xmlNode* wider = best->parent; is_container(wider); wider = wider->parent) {
        const std::size_t more = prose_in(*wider, all);
        if (more * 2 > prose * 3) {
            best = wider;
            prose = more;
        }
    }
    return best;
}

bool ends_sentence(std::string_view text) {
    // U+061F and U+06D4 end sentences in Arabic script.
    constexpr std::array<std::string_view, 12> ends = {".", "!", "?",        "\"",       ":", "…",
                                                       "”", "»", "\xD8\x9F", "\xDB\x94", ")", "’"};
    return std::any_of(ends.begin(), ends.end(), [&](std::string_view end) { return text.ends_with(end); });
}

// The first block of the article: of its element, or the lead that stands between the headline and it.
std::size_t first_block(const std::vector<TextBlock>& blocks, const xmlNode& article, std::string_view title) {
    std::size_t first = 0;
    while (first < blocks.size() && !inside(blocks[first].element, article)) ++first;
    std::size_t lead = first;
    for (std::size_t at = first; at-- > 0;) {
        if (blocks[at].heading && blocks[at].text == title) return lead;
        if (blocks[at].prose()) lead = at;
    }
    return first;
}

std::vector<TextBlock> cleaned(const std::vector<TextBlock>& blocks, const xmlNode& article, std::string_view title) {
    std::vector<TextBlock> kept;
    for (std::size_t at = first_block(blocks, article, title); at < blocks.size(); ++at) {
        const TextBlock& block = blocks[at];
        const bool lead = kept.empty() && block.prose();
        if (!lead && !inside(block.element, article)) continue;
        const bool links = block.link_density() > 0.6 || (block.link_density() > 0.3 && block.letters < 80);
        if (links || (block.text == title && block.heading)) continue;
        kept.push_back(block);
    }
    while (!kept.empty() && !kept.back().prose() && (kept.back().heading || !ends_sentence(kept.back().text)))
        kept.pop_back();
    return kept;
}

std::size_t letters_of(const std::vector<TextBlock>& blocks) {
    std::size_t letters = 0;
    for (const TextBlock& block : blocks) letters += block.letters;
    return letters;
}

// JSON-LD often has the whole text, but in one line; the page has its paragraphs. It is preferred where it has as much.
void choose_body(Article& article, const std::vector<TextBlock>& found) {
    std::string body = joined(found);
    const bool much_more = article.body.size() > body.size() * 3 / 2;
    if (letters_of(found) >= least_article && !much_more) article.body = std::move(body);
}

std::string declared_in(std::string_view page) {
    const std::string head = text::small_letters(page.substr(0, 4096));
    const auto at = head.find("charset=");
    if (at == std::string::npos) return {};
    const auto begin = head.find_first_not_of("\"' ", at + 8);
    return begin == std::string::npos ? std::string()
                                      : head.substr(begin, head.find_first_of("\"'> ;/\n", begin) - begin);
}

// A page without scripts, styles and pictures, until more than `most` bytes are left.
std::string without_bulk(std::string_view begin, InputBuffer& rest, std::size_t most) {
    BulkFilter filter;
    filter.take(begin);
    while (filter.size() <= most && (!rest.available().empty() || rest.fill())) {
        filter.take(rest.available());
        rest.consume(rest.available().size());
    }
    return filter.page();
}

void drop_bulk(std::string& page) {
    if (page.size() <= bulky) return;
    BulkFilter filter;
    filter.take(page);
    page = filter.page();
}

// Why no tree is made of the page; empty where one is.
std::string too_large(std::string_view page) {
    if (page.size() > largest_page)
        return "is larger than " + size_in_words(largest_page) +
               " without its scripts, styles and pictures, too large for a page: skipped; save the article as text";
    if (elements_in(page) > most_elements)
        return fmt::format("has more than {} elements, too many for a page: skipped; save the article as text",
                           most_elements);
    return {};
}

class HtmlPage final : public FormatReader {
public:
    explicit HtmlPage(Input& input) : input_(input) {}

    bool step(Sink& sink) override {
        std::string page = input_.bytes.rest(bulky);
        if (page.size() > bulky) page = without_bulk(page, input_.bytes, largest_page);
        HtmlArticle found = article_from_html(std::move(page));
        if (const std::string loss = loss_in_words(found.decoding); !loss.empty()) sink.problem(input_, 0, loss, false);
        if (!found.article) throw Error(found.fault);
        sink.article(input_, std::move(*found.article));
        return false;
    }

private:
    Input& input_;
};

}  // namespace

HtmlArticle article_from_html(std::string page, std::string_view declared) {
    HtmlArticle result;
    drop_bulk(page);
    const std::string in_page = declared.empty() ? declared_in(page) : std::string(declared);
    result.decoding = text::decode(std::move(page), in_page);
    page = std::exchange(result.decoding.text, {});
    drop_bulk(page);  // of UTF-16 none has been seen before
    if (std::string fault = too_large(page); !fault.empty()) {
        result.fault = std::move(fault);
        return result;
    }
    const XmlDocument document = parse(page);
    if (!document) return result;
    Article article = described_in_page(*document);
    const auto& root = *reinterpret_cast<const xmlNode*>(document.get());
    const auto blocks = text_blocks(root, true);
    const Prose prose = prose_by_element(blocks);
    const xmlNode* element = marked_article(root, prose);
    if (element == nullptr) element = voted_article(blocks, prose);
    if (element != nullptr) choose_body(article, cleaned(blocks, *element, article.title));
    if (article.body.size() >= least_article) result.article = std::move(article);
    return result;
}

std::string text_from_html(std::string_view fragment) {
    if (!too_large(fragment).empty()) return std::string(fragment);
    std::string page = "<html><body>" + std::string(fragment) + "</body></html>";
    const XmlDocument document = parse(page);
    if (!document) return std::string(fragment);
    return joined_text(*reinterpret_cast<const xmlNode*>(document.get()));
}

std::string joined_text(const xmlNode& element) {
    return joined(text_blocks(element, false));
}

bool looks_like_html(std::string_view head) {
    const std::string small = text::small_letters(trimmed(head).substr(0, 2048));
    if (small.find("<!doctype html") != std::string::npos || small.find("<html") != std::string::npos) return true;
    constexpr std::array<std::string_view, 7> tags = {"<head", "<body", "<meta", "<title", "<article", "<div", "<p>"};
    return std::any_of(tags.begin(), tags.end(), [&](std::string_view tag) { return small.starts_with(tag); });
}

std::unique_ptr<FormatReader> open_html(Input& input) {
    return std::make_unique<HtmlPage>(input);
}

}  // namespace rawi::reading
