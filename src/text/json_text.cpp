#include "text/json_text.hpp"

#include "text/utf8.hpp"

namespace rawi::text {
namespace {

constexpr unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

}  // namespace

unsigned obeyed_by_terminals(std::string_view sequence) noexcept {
    if (sequence.size() == 2) return sequence[0] == '\xC2' && byte_at(sequence, 1) < 0xA0 ? byte_at(sequence, 1) : 0;
    if (sequence.size() != 3 || sequence[0] != '\xE2') return 0;
    const unsigned code_point = 0x2000U | (byte_at(sequence, 1) & 0x3FU) << 6U | (byte_at(sequence, 2) & 0x3FU);
    const bool separator_or_embedding = code_point >= 0x2028 && code_point <= 0x202E;
    const bool isolate = code_point >= 0x2066 && code_point <= 0x2069;
    return separator_or_embedding || isolate ? code_point : 0;
}

void append_json_escape(std::string& out, unsigned code_point) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(code_point >> shift) & 0xF];
}

std::string_view short_escape(unsigned code_point) noexcept {
    switch (code_point) {
        case '"': return "\\\"";
        case '\\': return "\\\\";
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        default: return {};
    }
}

std::string harmless_json(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    for (std::size_t at = 0; at < json.size();) {
        const unsigned byte = byte_at(json, at);
        const std::size_t length = byte < 0x80 ? 1 : sequence_length(json, at);
        const unsigned code_point = byte == 0x7F ? byte : length > 1 ? obeyed_by_terminals(json.substr(at, length)) : 0;
        if (code_point != 0)
            append_json_escape(out, code_point);
        else
            out.append(json, at, length == 0 ? 1 : length);
        at += length == 0 ? 1 : length;
    }
    return out;
}

}  // namespace rawi::text
