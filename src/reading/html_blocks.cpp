// From a tree of elements to blocks of text.
#include "reading/html_blocks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "reading/html_furniture.hpp"

namespace rawi::reading {
namespace {

using namespace std::string_view_literals;

// Elements that stand within a line of text; all others begin a block of their own.
constexpr std::array inline_tags = {"a"sv,    "abbr"sv, "acronym"sv, "b"sv,     "bdi"sv,  "bdo"sv,    "big"sv,
                                    "cite"sv, "code"sv, "data"sv,    "del"sv,   "dfn"sv,  "em"sv,     "font"sv,
                                    "i"sv,    "ins"sv,  "kbd"sv,     "mark"sv,  "q"sv,    "rp"sv,     "rt"sv,
                                    "ruby"sv, "s"sv,    "samp"sv,    "small"sv, "span"sv, "strike"sv, "strong"sv,
                                    "sub"sv,  "sup"sv,  "time"sv,    "tt"sv,    "u"sv,    "var"sv,    "wbr"sv};
static_assert(std::is_sorted(inline_tags.begin(), inline_tags.end()));

constexpr unsigned deepest = 400;  // libxml2 itself stops at 256

bool is_inline(std::string_view tag) {
    return std::binary_search(inline_tags.begin(), inline_tags.end(), tag);
}

bool is_heading(std::string_view tag) {
    return tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
}

std::size_t visible_letters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && (byte & 0xC0U) != 0x80U;
    }));
}

// Without those of scripts, which may be most of a page.
std::size_t letters_under(const xmlNode& root) {
    std::size_t letters = 0;
    for (const xmlNode* at = &root; at != nullptr;) {
        const std::string_view tag = element_name(*at);
        if (at->type == XML_TEXT_NODE) letters += visible_letters(view(at->content));
        at = next_node(*at, root, tag != "script" && tag != "style");
    }
    return letters;
}

class Collector {
public:
    Collector(const xmlNode& root, bool skip_furniture) : skip_furniture_(skip_furniture) {
        if (skip_furniture_) large_ = letters_under(root) / 3;
        visit(root, 0);
        flush();
    }

    std::vector<TextBlock> take() { return std::move(blocks_); }

private:
    void visit(const xmlNode& node, unsigned depth) {
        if (node.type == XML_TEXT_NODE || node.type == XML_CDATA_SECTION_NODE) return add(view(node.content));
        if (node.type != XML_ELEMENT_NODE && node.type != XML_HTML_DOCUMENT_NODE && node.type != XML_DOCUMENT_NODE)
            return;
        const std::string_view tag = element_name(node);
        if (tag == "br") return break_line();
        if (depth > deepest || is_furniture(node, tag)) return;
        const bool block = !is_inline(tag);
        const xmlNode* const outer = element_;
        const bool outer_heading = heading_;
        if (block) {
            flush();
            element_ = &node;
            heading_ = heading_ || is_heading(tag);
        }
        links_ += tag == "a";
        for (const xmlNode* at = node.children; at != nullptr; at = at->next) visit(*at, depth + 1);
        links_ -= tag == "a";
        if (block) {
            flush();
            element_ = outer;
            heading_ = outer_heading;
        }
    }

    [[nodiscard]] bool is_furniture(const xmlNode& node, std::string_view tag) const {
        if (!skip_furniture_) return tag == "script" || tag == "style";
        if (tag == "html" || tag == "body" || tag == "main" || node.type != XML_ELEMENT_NODE) return false;
        if (tag != "form" && never_text(node)) return true;
        if (tag != "form" && !named_as_furniture(node, false)) return false;
        if (has_main_heading(node)) return false;
        const bool large = letters_under(node) > large_;
        return !large || named_as_furniture(node, true);  // a large form is a page of ASP.NET
    }

    [[nodiscard]] static bool has_main_heading(const xmlNode& node) {
        for (const xmlNode* at = &node; at != nullptr; at = next_node(*at, node)) {
            if (element_name(*at) == "h1") return true;
        }
        return false;
    }

    void add(std::string_view text) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            const bool no_break = text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0';
            if (no_break || text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r' ||
                text[at] == '\f') {
                at += no_break;
                space_ = true;
                continue;
            }
            if (space_ && !block_.text.empty() && block_.text.back() != '\n') block_.text += ' ';
            space_ = false;
            block_.text += text[at];
            const bool begins = (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
            block_.letters += begins;
            block_.linked += begins && links_ > 0;
        }
    }

    // One break ends a line, two a paragraph.
    void break_line() {
        if (block_.text.empty()) return;
        if (block_.text.back() == '\n') return flush();
        block_.text += '\n';
        space_ = false;
    }

    void flush() {
        while (!block_.text.empty() && block_.text.back() == '\n') block_.text.pop_back();
        if (block_.letters > 0) {
            block_.element = element_;
            block_.heading = heading_;
            blocks_.push_back(std::move(block_));
        }
        block_ = TextBlock();
        space_ = false;
    }

    std::vector<TextBlock> blocks_;
    TextBlock block_;
    const xmlNode* element_ = nullptr;
    std::size_t large_ = 0;  // letters: a third of the page
    unsigned links_ = 0;
    bool heading_ = false;
    bool space_ = false;
    bool skip_furniture_;
};

}  // namespace

std::vector<TextBlock> text_blocks(const xmlNode& root, bool skip_furniture) {
    return Collector(root, skip_furniture).take();
}

std::string joined(const std::vector<TextBlock>& blocks) {
    std::string text;
    for (const TextBlock& block : blocks) {
        if (!text.empty()) text += "\n\n";
        text += block.text;
    }
    return text;
}

}  // namespace rawi::reading
