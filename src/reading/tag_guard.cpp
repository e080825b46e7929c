#include "reading/tag_guard.hpp"

#include "text/ascii.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t kLongestName = 8;  // of those that matter: "[CDATA["

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/';
}

}  // namespace

bool TagGuard::pass(std::string_view piece) {
    for (std::size_t i = 0; i < piece.size() && attributes_ <= most_; ++i) {
        if (at_ == At::text) {
            i = piece.find('<', i);
            if (i == std::string_view::npos) break;
        }
        take(piece[i]);
    }
    return attributes_ <= most_;
}

void TagGuard::take(char c) {
    switch (at_) {
        case At::text:
            at_ = At::begin;
            name_.clear();
            attributes_ = 0;
            closed_ = false;
            break;
        case At::begin:
            if (c == '<') break;  // of "<<p" the second begins the tag
            if (c == '!') {
                at_ = At::declaration;
            } else if (c == '/' || (c == '?' && markup_ == Markup::html)) {
                hide(">");  // with whatever quotation marks
            } else if (c == '?') {
                hide("?>");
            } else {
                at_ = begins_name(c) ? At::name : At::text;
                name_ = text::small_letter(c);
            }
            break;
        case At::declaration:
            name_ += c;
            if (markup_ == Markup::html) {
                if (name_ == "-") break;
                if (name_ == "--") {
                    at_ = At::comment;
                    name_.clear();
                } else if (c == '>') {
                    at_ = At::text;
                } else {
                    hide(">");  // HTML knows no CDATA
                }
                break;
            }
            if (name_ == "--") return hide("-->");
            if (name_ == "[CDATA[") return hide("]]>");
            if (name_.size() >= kLongestName || c == '>') at_ = At::text;
            break;
        case At::comment: take_in_comment(c); break;
        case At::hidden: take_hidden(c); break;
        case At::quoted:
            if (c == quote_) at_ = At::space;
            break;
        default: take_in_tag(c);
    }
}

bool TagGuard::begins_name(char c) const {
    if (text::is_ascii_letter(c) || c == '_' || c == ':') return true;
    return markup_ == Markup::xml && static_cast<unsigned char>(c) >= 0x80;
}

/// As libxml2 ends comments of HTML: at "-->" and "--!>", and at once in "<!-->" and "<!--->".
void TagGuard::take_in_comment(char c) {
    if (c == '>' && (name_.empty() || name_ == "b-" || name_.ends_with("--") || name_.ends_with("--!"))) {
        at_ = At::text;
        return;
    }
    // The last three characters, behind a mark that the comment has only begun.
    if (name_.empty()) name_ = "b";
    name_ += c;
    if (name_.size() > 4) name_.erase(0, name_.size() - 3);
}

void TagGuard::take_in_tag(char c) {
    if (c == '>') return end_tag();
    closed_ = c == '/';
    if (at_ == At::name) {
        if (is_space(c)) {
            at_ = At::space;
        } else if (name_.size() < kLongestName) {
            name_ += text::small_letter(c);
        }
    } else if (at_ == At::equals) {
        if (is_space(c) && c != '/') return;
        at_ = c == '"' || c == '\'' ? At::quoted : At::value;
        quote_ = c;
    } else if (c == '=' && at_ != At::value) {
        at_ = At::equals;
    } else if (is_space(c) && (c != '/' || at_ != At::value)) {
        at_ = At::space;
    } else if (at_ == At::space) {
        at_ = At::attribute;
        ++attributes_;
    }
}

void TagGuard::end_tag() {
    at_ = At::text;
    if (markup_ == Markup::xml || closed_) return;
    if (name_ == "script") hide("</script");
    if (name_ == "style") hide("</style");
}

void TagGuard::hide(std::string_view end) {
    at_ = At::hidden;
    end_ = end;
    matched_ = 0;
}

void TagGuard::take_hidden(char c) {
    const char lower = text::small_letter(c);
    // "--->" and "]]]>": the first of three may have been in vain.
    while (matched_ > 0 && lower != end_[matched_]) matched_ = lower == end_.front() && matched_ == 2 ? 1 : 0;
    matched_ += lower == end_[matched_];
    if (matched_ == end_.size()) at_ = At::text;
}

}  // namespace rawi::reading
