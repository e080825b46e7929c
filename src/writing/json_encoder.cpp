#include "writing/json_encoder.hpp"

#include <array>
#include <charconv>
#include <cstddef>

#include "text/json_text.hpp"
#include "text/utf8.hpp"

namespace rawi::writing {
namespace {

// What a byte means inside a JSON string: 0 stands for itself, `escape` has to be escaped, `lead` starts something
// longer.
enum Class : unsigned char { plain, escape, lead };

constexpr auto classes = [] {
    std::array<Class, 256> table{};
    for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = escape;
    table['"'] = table['\\'] = table[0x7F] = escape;
    for (std::size_t byte = 0x80; byte < 256; ++byte) table[byte] = lead;
    return table;
}();

constexpr unsigned char byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

void append_escape(std::string& out, unsigned code_point) {
    const std::string_view escape = text::short_escape(code_point);
    if (escape.empty()) return text::append_json_escape(out, code_point);
    out += escape;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t copied = 0;  // everything before it has been written
    const auto flush = [&](std::size_t until) { out.append(text, copied, until - copied); };
    for (std::size_t i = 0; i < text.size();) {
        const Class what = classes[byte_at(text, i)];
        if (what == plain) {
            ++i;
        } else if (what == escape) {
            flush(i);
            append_escape(out, byte_at(text, i));
            copied = ++i;
        } else if (const std::size_t length = text::sequence_length(text, i); length == 0) {
            flush(i);
            out += "\xEF\xBF\xBD";
            copied = ++i;
        } else {
            if (const unsigned code_point = text::obeyed_by_terminals(text.substr(i, length)); code_point != 0) {
                flush(i);
                append_escape(out, code_point);
                copied = i + length;
            }
            i += length;
        }
    }
    flush(text.size());
    out += '"';
}

void JsonEncoder::open(char bracket) {
    before_value();
    out_ += bracket;
    ++depth_;
    empty_ = true;
}

void JsonEncoder::close(char bracket) {
    --depth_;
    if (indented_ && !empty_) {
        out_ += '\n';
        out_.append(std::size_t{2} * depth_, ' ');
    }
    out_ += bracket;
    empty_ = false;
}

void JsonEncoder::separate() {
    if (!empty_) out_ += ',';
    if (indented_ && rows_ == 0) {
        out_ += '\n';
        out_.append(std::size_t{2} * depth_, ' ');
    } else if (indented_ && !empty_) {
        out_ += ' ';
    }
    empty_ = false;
}

void JsonEncoder::append_number(std::uint64_t value) {
    std::array<char, 20> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out_.append(digits.data(), end);
}

}  // namespace rawi::writing
