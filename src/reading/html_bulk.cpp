// Only pages above 2 MiB go through this, so that all others are read by libxml2's rules alone.
#include "reading/html_bulk.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t longest_value = 4096;                 // of an attribute; addresses and descriptions are shorter
constexpr std::size_t most_json_ld = std::size_t{4} << 20;  // of a page
constexpr std::size_t longest_note = 512;                   // comments; a browser's tells where the page was saved from
constexpr std::string_view json_ld = "application/ld+json";

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

}  // namespace

void BulkFilter::take(std::string_view piece) {
    while (!piece.empty()) {
        // Text and what is dropped are most of a page: gone through by the piece.
        if (at_ == At::text) {
            const std::size_t plain = std::min(piece.find('<'), piece.size());
            out_ += piece.substr(0, plain);
            piece.remove_prefix(plain);
        } else if (at_ == At::quoted) {
            const std::string_view plain = piece.substr(0, piece.find(quote_));
            if (value_.size() < longest_value) value_ += plain.substr(0, longest_value);
            value_size_ += plain.size();
            piece.remove_prefix(plain.size());
        } else if (at_ == At::dropped && held_.empty()) {
            piece.remove_prefix(std::min(piece.find('<'), piece.size()));
        } else if (at_ == At::comment && dashes_ == 0) {
            const std::string_view plain = piece.substr(0, piece.find('-'));
            if (value_.size() < longest_note) value_ += plain.substr(0, longest_note - value_.size());
            piece.remove_prefix(plain.size());
        }
        if (piece.empty()) return;
        take(piece.front());
        piece.remove_prefix(1);
    }
}

void BulkFilter::take(char c) {
    switch (at_) {
        case At::text:
            if (c == '<') at_ = At::bracket;
            out_ += c;
            break;
        case At::bracket:
            name_.clear();
            if (c == '!') {
                held_.clear();
                at_ = At::declaration;
                out_ += c;
            } else if (text::is_ascii_letter(c) || c == '/') {
                name_ = text::small_letter(c);
                at_ = At::name;
                out_ += c;
            } else {
                at_ = At::text;
                take(c);
            }
            break;
        case At::declaration:
            out_ += c;
            held_ += c;
            if (c != '-') at_ = At::text;  // its values hide nothing
            if (held_ == "--") {
                at_ = At::comment;
                dashes_ = 0;
                value_.clear();
            }
            break;
        case At::comment:
            if (value_.size() < longest_note) value_ += c;
            if (c == '>' && dashes_ >= 2) {
                out_ += value_.size() < longest_note ? std::string_view(value_) : "-->";
                at_ = At::text;
            }
            dashes_ = c == '-' ? dashes_ + 1 : 0;
            break;
        case At::script:
        case At::dropped: take_in_script(c); break;
        default: take_in_tag(c);
    }
}

void BulkFilter::take_in_tag(char c) {
    switch (at_) {
        case At::name:
            if (!is_space(c) && c != '>' && c != '/') {
                name_ += name_.size() < 16 ? std::string(1, text::small_letter(c)) : "";
                out_ += c;
                break;
            }
            tells_of_article_ = false;
            at_ = At::tag;
            [[fallthrough]];
        case At::tag:
            out_ += c;
            if (c == '>') end_tag();
            if (c == '=') at_ = At::equals;
            break;
        case At::equals:
            if (c == '"' || c == '\'') {
                begin_value(c);
                at_ = At::quoted;
            } else if (c == '>') {
                out_ += c;
                end_tag();
            } else if (is_space(c)) {
                out_ += c;
            } else {
                begin_value('\0');
                at_ = At::unquoted;
                take_in_tag(c);
            }
            break;
        case At::unquoted:
            if (is_space(c) || c == '>') {
                end_value();
                take_in_tag(c);
                break;
            }
            if (value_.size() < longest_value) value_ += c;
            ++value_size_;
            break;
        default: end_value();  // the quotation mark: all before it is taken by the piece
    }
}

void BulkFilter::begin_value(char quote) {
    value_.clear();
    value_size_ = 0;
    quote_ = quote;
}

void BulkFilter::end_value() {
    if (value_size_ > longest_value) {
        out_ += "\"\"";
    } else {
        if (quote_ != '\0') out_ += quote_;
        out_ += value_;
        if (quote_ != '\0') out_ += quote_;
        tells_of_article_ = tells_of_article_ || text::small_letters(value_) == json_ld;
    }
    at_ = At::tag;
}

void BulkFilter::end_tag() {
    at_ = At::text;
    if (name_ != "script" && name_ != "style") return;
    held_.clear();
    end_ = "</" + name_;
    at_ = name_ == "script" && tells_of_article_ ? At::script : At::dropped;
}

/// Up to "</script", whatever stands before it.
void BulkFilter::take_in_script(char c) {
    if (held_.size() == end_.size() && (is_space(c) || c == '>' || c == '/')) {
        out_ += held_;
        name_.clear();
        tells_of_article_ = false;
        at_ = At::tag;
        return take_in_tag(c);
    }
    if (held_.size() < end_.size() && text::small_letter(c) == end_[held_.size()]) {
        held_ += c;
        return;
    }
    const bool stays = at_ == At::script && json_ld_ < most_json_ld;
    if (stays) {
        out_ += held_;
        json_ld_ += held_.size();
    }
    held_.clear();
    if (c == '<') {
        held_ = c;
    } else if (stays) {
        out_ += c;
        ++json_ld_;
    }
}

std::size_t elements_in(std::string_view page) {
    std::size_t elements = 0;
    for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1))
        elements += at + 1 < page.size() && text::is_ascii_letter(page[at + 1]) ? 1 : 0;
    return elements;
}

}  // namespace rawi::reading
