#include "writing/exchange.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/encoding.hpp"
#include "text/json_text.hpp"
#include "text/utf8.hpp"

namespace rawi::writing {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_unreserved(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

std::string well_formed(std::string_view text) {
    std::string bytes(text);
    return text::valid_utf8(bytes) ? bytes : text::decode(std::move(bytes), "UTF-8").text;
}

std::string inert(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = std::max<std::size_t>(text::sequence_length(text, at), 1);
        const std::string_view character = text.substr(at, length);
        const auto first = static_cast<unsigned char>(character.front());
        const bool control = (first < 0x20 && first != '\t' && first != '\n' && first != '\r') || first == 0x7F ||
                             text::obeyed_by_terminals(character) != 0;
        out += control ? replacement : character;
        at += length;
    }
    return out;
}

void append_xml(std::string& out, std::string_view text) {
    const std::string valid = well_formed(text);
    for (std::size_t at = 0; at < valid.size(); ++at) {
        const char c = valid[at];
        const auto byte = static_cast<unsigned char>(c);
        const std::string_view three = std::string_view(valid).substr(at, 3);
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else if (c == '\t' || c == '\n' || c == '\r') {  // a reader would make a space of them in an attribute
            out += c == '\t' ? "&#9;" : c == '\n' ? "&#10;" : "&#13;";
        } else if (byte < 0x20) {
            out += replacement;
        } else if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
            out += replacement;
            at += 2;
        } else if (const std::size_t length = text::sequence_length(valid, at); length > 1) {
            const std::string_view sequence = std::string_view(valid).substr(at, length);
            if (const unsigned code_point = text::obeyed_by_terminals(sequence); code_point != 0)
                out += fmt::format("&#x{:X};", code_point);
            else
                out += sequence;
            at += length - 1;
        } else {
            out += c;
        }
    }
}

std::string percent_encoded(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (is_unreserved(c)) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += {'%', digits[byte >> 4], digits[byte & 15]};
        }
    }
    return out;
}

bool is_language_tag(std::string_view tag) noexcept {
    constexpr std::size_t longest_part = 8;
    for (bool first = true;; first = false) {
        const std::string_view part = tag.substr(0, tag.find('-'));
        const bool good = std::ranges::all_of(part, [first](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
        });
        if (!good || part.empty() || part.size() > longest_part) return false;
        if (part.size() == tag.size()) return true;
        tag.remove_prefix(part.size() + 1);
    }
}

std::string capitalised(std::string_view name) {
    std::string word(name);
    word.front() = static_cast<char>(word.front() - 'a' + 'A');
    return word;
}

std::string id_of(AgentId id) {
    return 'a' + std::to_string(static_cast<std::uint64_t>(id) + 1);
}
std::string id_of(AttributionId id) {
    return 'q' + std::to_string(static_cast<std::uint64_t>(id) + 1);
}

std::string ArticleNames::operator()(const Document& document) {
    return percent_encoded(names_(document.metadata().id));
}

}  // namespace rawi::writing
