#include "writing/terminal.hpp"

#include <algorithm>

#include "text/width.hpp"

namespace rawi::writing {
namespace {

constexpr std::string_view right_to_left_isolate = "\u2067";
constexpr std::string_view first_strong_isolate = "\u2068";
constexpr std::string_view pop_isolate = "\u2069";

std::string_view escape_of(Ink ink) {
    switch (ink) {
        case Ink::title: return "\x1b[1m";
        case Ink::label: return "";
        case Ink::speaker: return "\x1b[1;36m";
        case Ink::arrow: return "\x1b[2m";
        case Ink::words: return "\x1b[32m";
        case Ink::note: return "\x1b[2m";
        case Ink::warning: return "\x1b[33m";
    }
    return "";
}

// `printable` is harmless already.
std::string in_isolate(std::string_view printable, bool right_to_left) {
    if (!text::has_right_to_left(printable)) return std::string(printable);
    std::string whole(right_to_left ? right_to_left_isolate : first_strong_isolate);
    whole += printable;
    whole += pop_isolate;
    return whole;
}

}  // namespace

std::string isolated(std::string_view text, bool right_to_left) {
    return in_isolate(text::printable(text), right_to_left);
}

std::string painted(Ink ink, std::string_view text, bool colour) {
    const std::string_view escape = colour && !text.empty() ? escape_of(ink) : "";
    if (escape.empty()) return std::string(text);
    std::string whole(escape);
    whole += text;
    whole += "\x1b[0m";
    return whole;
}

std::string shortened(std::string_view printable, std::size_t columns) {
    if (text::display_width(printable) <= columns) return std::string(printable);
    const auto lines = text::wrap(printable, std::max<std::size_t>(columns, 2) - 1);
    return std::string(lines.front()) + "…";
}

void Flow::add(std::string_view separator, std::string_view piece, std::size_t columns) {
    const std::size_t gap = first_ ? 0 : text::display_width(separator);
    if (!first_ && at_ + gap + columns > width_) {
        separator.remove_prefix(std::min(separator.find_first_not_of(' '), separator.size()));
        if (separator == "· ") separator = {};
        out_ += '\n';
        out_.append(indent_, ' ');
        at_ = indent_;
    }
    if (!first_) {
        out_ += painted(Ink::arrow, separator, colour_);
        at_ += text::display_width(separator);
    }
    out_ += piece;
    at_ += columns;
    first_ = false;
}

void append_paragraph(std::string& out, std::string_view printable, const Paragraph& look) {
    const std::size_t columns = look.width > look.indent + 10 ? look.width - look.indent : 10;
    auto lines = text::wrap(printable, columns);
    const bool cut = look.most_lines != 0 && lines.size() > look.most_lines;
    std::string last;
    if (cut) {
        lines.resize(look.most_lines);
        last = std::string(text::wrap(lines.back(), columns - 1).front()) + "…";
        lines.back() = last;
    }
    for (const std::string_view line : lines) {
        const std::size_t used = text::display_width(line);
        const std::size_t indent = look.right_to_left ? look.width - std::min(look.width, used) : look.indent;
        out.append(indent, ' ');
        out += painted(look.ink, in_isolate(line, look.right_to_left), look.colour);
        out += '\n';
    }
}

}  // namespace rawi::writing
