// Writes JSON straight into a string: no tree in between, since this runs once for each of millions of articles.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rawi::writing {

/// Appends `text` to `out` with quotation marks, as a JSON string that is valid whatever the bytes: malformed UTF-8
/// becomes U+FFFD, and control characters, U+2028 and U+2029 are escaped, so that it never breaks a line.
void append_json_string(std::string& out, std::string_view text);

/// Emits one JSON value. The caller keeps begin and end in pairs and writes a key before each member.
class JsonEncoder {
public:
    enum class Layout : std::uint8_t { compact, indented };

    /// Appends to `out`. Indented output starts at `depth` levels.
    JsonEncoder(std::string& out, Layout layout, unsigned depth = 0)
        : out_(out), depth_(depth), indented_(layout == Layout::indented) {}

    void begin_object() { open('{'); }
    void end_object() { close('}'); }
    void begin_array() { open('['); }
    void end_array() { close(']'); }

    /// What follows, until `end_row`, stays on one line in the indented layout as well.
    void begin_row() {
        before_value();
        ++rows_;
        out_ += '[';
        empty_ = true;
    }
    void end_row() {
        out_ += ']';
        --rows_;
        empty_ = false;
    }

    /// `name` is written as it is: no quotation marks, backslashes or controls in it.
    JsonEncoder& key(std::string_view name) {
        separate();
        out_ += '"';
        out_ += name;
        out_ += indented_ ? std::string_view("\": ") : std::string_view("\":");
        after_key_ = true;
        return *this;
    }

    void string(std::string_view value) {
        before_value();
        append_json_string(out_, value);
    }
    /// As `string`, but null where there is nothing.
    void string_or_null(std::string_view value) { value.empty() ? null() : string(value); }
    void number(std::uint64_t value) {
        before_value();
        append_number(value);
    }
    void boolean(bool value) {
        before_value();
        out_ += value ? "true" : "false";
    }
    void null() {
        before_value();
        out_ += "null";
    }
    /// "a1", "q7": a letter and a number.
    void id(char letter, std::uint64_t number) {
        before_value();
        out_ += '"';
        out_ += letter;
        append_number(number);
        out_ += '"';
    }

private:
    void open(char bracket);
    void close(char bracket);
    void separate();
    void append_number(std::uint64_t value);
    void before_value() {
        if (after_key_) {
            after_key_ = false;
        } else {
            separate();
        }
    }

    std::string& out_;
    unsigned depth_;
    unsigned rows_ = 0;
    bool indented_;
    bool after_key_ = true;  // the first value is separated from nothing
    bool empty_ = true;      // nothing yet in the innermost array or object
};

}  // namespace rawi::writing
