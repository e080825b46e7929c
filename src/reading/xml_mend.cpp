#include "reading/xml_mend.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "text/ascii.hpp"
#include "text/characters.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t kLongestReference = 40;  // with its ampersand and semicolon
constexpr std::size_t kLongestTag = std::size_t{64} << 10;
constexpr std::size_t kDeepest = 256;  // as libxml2
constexpr std::string_view kCdata = "<![CDATA[";
constexpr std::pair<std::string_view, std::string_view> kHides[] = {{kCdata, "]]>"}, {"<!--", "-->"}, {"<?", "?>"}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether XML lets a character stand in a document at all.
bool is_xml_character(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) || (c >= 0xE000 && c < 0xFFFE) ||
           (c >= 0x10000 && c <= 0x10FFFF);
}

/// Of "#160" and "#xA0"; nothing if it is no number.
std::optional<std::uint32_t> number_in(std::string_view name) {
    if (!name.starts_with('#')) return std::nullopt;
    name.remove_prefix(1);
    const bool hexadecimal = name.starts_with('x');
    if (hexadecimal) name.remove_prefix(1);
    std::uint32_t number = 0;
    const char* const end = name.data() + name.size();
    const auto [read, wrong] = std::from_chars(name.data(), end, number, hexadecimal ? 16 : 10);
    return wrong == std::errc() && read == end ? std::optional(number) : std::nullopt;
}

/// The character that HTML calls so.
std::optional<std::uint32_t> character_called(const std::string& name) {
    if (name.empty() || !std::ranges::all_of(name, [](char c) { return text::is_ascii_letter(c) || is_digit(c); }))
        return std::nullopt;
    const htmlEntityDesc* const known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    return known == nullptr ? std::nullopt : std::optional<std::uint32_t>(known->value);
}

bool is_entity_of_xml(std::string_view name) {
    return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

/// Whether a tag may begin so; `next` is what follows its bracket.
bool begins_tag(char next) {
    return text::is_ascii_letter(next) || next == '_' || next == ':' || next == '/' ||
           static_cast<unsigned char>(next) >= 0x80;
}

/// Bytes of the tag that `rest` begins with; 0 if it is none, as another one begins in it; npos if it goes on.
std::size_t tag_length(std::string_view rest) {
    char quote = 0;
    for (std::size_t i = 1; i < rest.size(); ++i) {
        const char c = rest[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '>') {
            return i + 1;
        } else if (c == '<') {
            return 0;
        } else if ((c == '"' || c == '\'') && rest[i - 1] == '=') {
            quote = c;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::string XmlMender::mend(std::string_view piece, bool last) {
    text_ += piece;
    std::string out;
    out.reserve(text_.size());
    std::size_t at = 0;
    while (at < text_.size()) {
        if (!hides_.empty()) {
            const std::size_t end = hidden_end(at, last);
            out.append(text_, at, end - at);
            at = end;
            if (!hides_.empty()) break;
            continue;
        }
        const std::size_t next = std::min(text_.find_first_of("&<", at), text_.size());
        out.append(text_, at, next - at);
        at = next;
        if (at == text_.size()) break;
        const std::size_t end = take(at, last, out);
        if (end == at) break;
        at = end;
    }
    text_.erase(0, at);
    if (last) {
        left_open_ = open_.size();
        for (; !open_.empty(); open_.pop_back()) out.append("</").append(open_.back()).append(">");
    }
    return out;
}

std::size_t XmlMender::hidden_end(std::size_t at, bool last) {
    const std::size_t end = text_.find(hides_, at);
    if (end != std::string::npos) return end + std::exchange(hides_, {}).size();
    const std::size_t begun = hides_.size() - 1;  // of its end
    return last ? text_.size() : std::max(at, text_.size() - std::min(text_.size(), begun));
}

std::size_t XmlMender::take(std::size_t at, bool last, std::string& out) {
    if (text_[at] == '<') return take_bracket(at, last, out);
    const std::string_view rest = std::string_view(text_).substr(at, kLongestReference);
    if (!last && rest.size() < kLongestReference && rest.find(';') == std::string_view::npos) return at;
    return at + take_reference(rest, out);
}

std::size_t XmlMender::take_bracket(std::size_t at, bool last, std::string& out) {
    const std::string_view rest = std::string_view(text_).substr(at);
    if (!last && rest.size() < kCdata.size()) return at;
    for (const auto& [begin, end] : kHides) {
        if (!rest.starts_with(begin)) continue;
        hides_ = end;
        out += begin;
        return at + begin.size();
    }
    const char next = rest.size() > 1 ? rest[1] : ' ';
    if (next == '!') {
        declares_ = declares_ || rest.starts_with("<!ENTITY");
        out += '<';
        return at + 1;
    }
    const std::size_t length = begins_tag(next) ? tag_length(rest.substr(0, kLongestTag)) : 0;
    if (length == std::string_view::npos && rest.size() < kLongestTag && !last) return at;
    if (length == 0 || length == std::string_view::npos) {
        out += "&lt;";
        return at + 1;
    }
    take_tag(rest.substr(0, length), out);
    return at + length;
}

void XmlMender::take_tag(std::string_view tag, std::string& out) {
    const bool closes = tag[1] == '/';
    const std::string_view inside = tag.substr(closes ? 2 : 1, tag.size() - (closes ? 3 : 2));
    const std::string_view name = inside.substr(0, inside.find_first_of(" \t\r\n/"));
    if (closes) return close(name, tag, out);
    out += '<';
    for (std::size_t i = 0; i < inside.size();) {
        if (inside[i] == '&') {
            i += take_reference(inside.substr(i, kLongestReference), out);
        } else if (inside[i] == '<') {
            out += "&lt;";
            ++i;
        } else {
            out += inside[i++];
        }
    }
    out += '>';
    if (!balances_ || inside.ends_with('/')) return;
    open_.emplace_back(name);
    if (open_.size() <= kDeepest) return;
    balances_ = false;
    open_.clear();
}

void XmlMender::close(std::string_view name, std::string_view tag, std::string& out) {
    if (!balances_) {
        out += tag;
        return;
    }
    const auto opened = std::find(open_.rbegin(), open_.rend(), name);
    if (opened == open_.rend()) {
        ++mended_tags_;
        return;
    }
    mended_tags_ += static_cast<std::size_t>(opened - open_.rbegin());
    while (open_.back() != name) {
        out.append("</").append(open_.back()).append(">");
        open_.pop_back();
    }
    out.append("</").append(name).append(">");
    open_.pop_back();
}

std::size_t XmlMender::take_reference(std::string_view rest, std::string& out) const {
    const std::size_t end = rest.find(';');
    const std::string name(rest.substr(1, end == std::string_view::npos ? 0 : end - 1));
    const auto number = number_in(name);
    const auto called = character_called(name);
    const bool of_document = declares_ && !called && !name.empty() && name.find_first_of(" &<#") == std::string::npos;
    if ((number && is_xml_character(*number)) || is_entity_of_xml(name) || of_document) {
        out.append(rest.substr(0, end + 1));
    } else if (number || called) {
        text::append_utf8(called.value_or(U' '), out);
    } else {
        out += "&amp;";
        return 1;
    }
    return end + 1;
}

}  // namespace rawi::reading
