#include "writing/dot_text.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "text/ascii.hpp"
#include "text/characters.hpp"
#include "text/width.hpp"

namespace rawi::writing {
namespace {

constexpr std::string_view ellipsis = "…";
constexpr std::size_t longest_string = 16'000;  // DOT's own reader fails beyond 16,384 bytes

/// Bytes of the character that begins at `at`; malformed ones count as one.
std::size_t character_size(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const std::size_t size = byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
    return std::min(size, text.size() - at);
}

/// Controls that are not white space, bidi embeddings, overrides and isolates, and U+FFFE and U+FFFF, which XML
/// forbids.
bool is_unwanted(std::string_view character) {
    const auto byte = static_cast<unsigned char>(character.front());
    if (character.size() == 1) return (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F;
    if (character.size() == 2)
        return byte == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0 && character != "\xC2\x85";
    if (character.size() != 3) return false;
    return text::begins_reordering(character) || character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

/// Whether "&...;" at `at` would be read as an entity.
bool is_entity(std::string_view text, std::size_t at) {
    for (std::size_t next = at + 1; next < text.size() && next < at + 12; ++next) {
        const char c = text[next];
        if (c == ';') return next > at + 1;
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '#')) return false;
    }
    return false;
}

/// Appends the character at `at`, escaped for a DOT string.
void append_escaped(std::string& out, std::string_view text, std::size_t at, std::size_t size) {
    if (text[at] == '\\') {
        out += "\\\\";
    } else if (text[at] == '&' && is_entity(text, at)) {
        out += "&amp;";
    } else {
        out.append(text, at, size);
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = character_size(text, at);
        if (out.size() > longest_string) return out + std::string(ellipsis);
        append_escaped(out, text, at, size);
        at += size;
    }
    return out;
}

/// Whether `text` as a whole is read from right to left: of mixed text the graph's direction decides, else the
/// majority.
bool reads_right_to_left(std::string_view text, bool graph_right_to_left) {
    if (!text::has_right_to_left(text)) return false;
    if (graph_right_to_left) return true;
    std::size_t latin = 0;
    std::size_t others = 0;  // right-to-left letters take two bytes or three
    for (const char c : text) {
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) ++latin;
        if (static_cast<unsigned char>(c) >= 0xD6 && static_cast<unsigned char>(c) <= 0xDF) ++others;
    }
    return others > latin;
}

/// Without an isolate a full stop at the end of an Arabic line stands on the wrong side.
std::string isolated(std::string_view line, bool right_to_left) {
    if (right_to_left) return "\u2067" + std::string(line) + "\u2069";
    return text::has_right_to_left(line) ? "\u2066" + std::string(line) + "\u2069" : std::string(line);
}

/// Lines of about the same length: the narrowest width that needs no more lines than `columns` does.
std::vector<std::string_view> balanced(std::string_view text, std::size_t columns) {
    auto lines = text::wrap(text, columns);
    if (lines.size() == 1) return lines;
    for (std::size_t narrower = columns - 1; narrower > columns / 2; --narrower) {
        auto tried = text::wrap(text, narrower);
        if (tried.size() > lines.size()) break;
        lines = std::move(tried);
    }
    return lines;
}

/// `line` with an ellipsis at its end, within `columns`.
std::string with_ellipsis(std::string_view line, std::size_t columns) {
    if (text::display_width(line) + 1 > columns && columns > 1) line = text::wrap(line, columns - 1).front();
    return std::string(line) + std::string(ellipsis);
}

/// At most `bytes` of `text`, whole characters, so that a huge text costs no more than a long one.
std::string_view beginning(std::string_view text, std::size_t bytes) {
    std::size_t end = std::min(text.size(), bytes);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return text.substr(0, end);
}

}  // namespace

std::string cleaned(std::string_view text) {
    std::string kept;
    kept.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = character_size(text, at);
        if (!is_unwanted(text.substr(at, size))) kept.append(text, at, size);
        at += size;
    }
    return text::printable(kept);
}

std::string dot_label(std::string_view text, const LabelShape& shape) {
    const std::string_view shown = beginning(text, 8 * (shape.columns + 1) * (shape.lines + 1));
    const std::string clean = cleaned(shown);
    const bool right_to_left = reads_right_to_left(clean, shape.right_to_left);
    auto lines = text::wrap(clean, shape.columns);
    const bool cut = lines.size() > shape.lines || shown.size() < text.size();
    if (cut) {
        lines.resize(std::min(lines.size(), shape.lines));
    } else {
        lines = balanced(clean, shape.columns);
    }
    std::string label;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const bool is_last = index + 1 == lines.size();
        const std::string line =
            cut && is_last ? with_ellipsis(lines[index], shape.columns) : std::string(lines[index]);
        if (!label.empty()) label += "\\n";
        label += escaped(isolated(line, right_to_left));
    }
    return label;
}

std::string dot_string(std::string_view text) {
    return escaped(cleaned(beginning(text, 2 * longest_string)));
}

std::string xml_text(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

bool begins_right_to_left(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = character_size(text, at);
        if ((text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z')) return false;
        if (text::has_right_to_left(text.substr(at, size))) return true;
        at += size;
    }
    return false;
}

std::string html_text(std::string_view text, bool right_to_left) {
    const std::string clean = cleaned(beginning(text, 4'000));
    return html_line(clean, reads_right_to_left(clean, right_to_left));
}

std::string html_line(std::string_view clean, bool right_to_left) {
    std::string out = xml_text(isolated(clean, right_to_left));
    for (std::size_t at = 0; (at = out.find('\\', at)) != std::string::npos; at += 5) out.replace(at, 1, "&#92;");
    return out;
}

std::string safe_url(std::string_view url) {
    const std::string start = text::small_letters(url.substr(0, 8));
    constexpr std::size_t longest = 2'000;
    if ((!start.starts_with("http://") && start != "https://") || url.size() > longest) return {};
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : url) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte >= 0x7F || std::string_view("\"'<>\\^`{|}").find(c) != std::string_view::npos) {
            out += {'%', digits[byte >> 4], digits[byte & 15]};
        } else if (c == '&') {
            out += "&amp;";  // Graphviz copies it into the SVG as it stands
        } else {
            out += c;
        }
    }
    return out;
}

}  // namespace rawi::writing
