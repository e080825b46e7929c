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
constexpr std::string_view kCdata = "<![CDATA[";

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
    return out;
}

std::size_t XmlMender::hidden_end(std::size_t at, bool last) {
    const std::size_t end = text_.find(hides_, at);
    if (end != std::string::npos) return end + std::exchange(hides_, {}).size();
    const std::size_t begun = hides_.size() - 1;  // of its end
    return last ? text_.size() : std::max(at, text_.size() - std::min(text_.size(), begun));
}

std::size_t XmlMender::take(std::size_t at, bool last, std::string& out) {
    if (text_[at] == '<') {
        if (!last && text_.size() - at < kCdata.size()) return at;
        return take_bracket(at, out);
    }
    const std::string_view rest = std::string_view(text_).substr(at, kLongestReference);
    if (!last && rest.size() < kLongestReference && rest.find(';') == std::string_view::npos) return at;
    return take_reference(at, out);
}

std::size_t XmlMender::take_bracket(std::size_t at, std::string& out) {
    const std::string_view rest = std::string_view(text_).substr(at);
    if (rest.starts_with(kCdata)) {
        hides_ = "]]>";
        out += kCdata;
        return at + kCdata.size();
    }
    if (rest.starts_with("<!--")) {
        hides_ = "-->";
        out += "<!--";
        return at + 4;
    }
    if (rest.starts_with("<?")) hides_ = "?>";
    if (rest.starts_with("<!ENTITY")) declares_ = true;
    const char next = rest.size() > 1 ? rest[1] : ' ';
    const bool tag = text::is_ascii_letter(next) || next == '_' || next == ':' || next == '/' || next == '!' ||
                     next == '?' || static_cast<unsigned char>(next) >= 0x80;
    out += tag ? "<" : "&lt;";
    return at + 1;
}

std::size_t XmlMender::take_reference(std::size_t at, std::string& out) const {
    const std::string_view rest = std::string_view(text_).substr(at, kLongestReference);
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
        return at + 1;
    }
    return at + end + 1;
}

}  // namespace rawi::reading
