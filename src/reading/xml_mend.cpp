#include "reading/xml_mend.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>

#include "reading/xml.hpp"
#include "text/ascii.hpp"
#include "text/characters.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t longest_reference = 40;  // with its ampersand and semicolon
constexpr std::size_t longest_tag = std::size_t{64} << 10;
constexpr std::size_t deepest = 256;         // as libxml2
constexpr std::size_t most_attributes = 64;  // of a tag; no feed has as many
constexpr std::string_view white_space = " \t\r\n";
constexpr std::string_view name_ends = " \t\r\n/";
constexpr std::string_view cdata = "<![CDATA[";
constexpr std::pair<std::string_view, std::string_view> hides[] = {{cdata, "]]>"}, {"<!--", "-->"}, {"<?", "?>"}};

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
    if (name.empty() ||
        !std::ranges::all_of(name, [](char c) { return text::is_ascii_letter(c) || text::is_ascii_digit(c); }))
        return std::nullopt;
    const htmlEntityDesc* const known = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
    return known == nullptr ? std::nullopt : std::optional<std::uint32_t>(known->value);
}

bool is_entity_of_xml(std::string_view name) {
    return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

bool is_name(std::string_view name) {
    return !name.empty() && text::begins_markup_name(name.front()) &&
           std::ranges::all_of(name, text::is_of_markup_name);
}

/// What stands between the brackets of a tag, without the slash of one that closes.
std::string_view inside_of(std::string_view tag) {
    const std::size_t begin = tag[1] == '/' ? 2 : 1;
    return tag.substr(begin, tag.size() - begin - 1);
}

std::string_view name_of(std::string_view inside) {
    return inside.substr(0, inside.find_first_of(name_ends));
}

/// Whether what stands between brackets is a tag: <http://example.com> and <me@example.com> are none.
bool is_tag(std::string_view tag) {
    const std::string_view inside = inside_of(tag);
    const std::string_view name = name_of(inside);
    const bool slash = name.size() < inside.size() && inside[name.size()] == '/';
    return is_name(name) && (!slash || name.size() + 1 == inside.size());
}

/// What stands in a tag behind the name of its element: attributes and the spaces between them.
class Attributes {
public:
    struct Attribute {
        std::string_view spaces;  ///< before it
        std::string_view name;
        std::string_view sign = "=";  ///< with the spaces around it
        std::string_view value;
        char quote = 0;  ///< that its value stands in; 0: none
    };

    explicit Attributes(std::string_view rest) : rest_(rest) {}

    /// The next one, without a name where there is none: what else stands there is left out.
    Attribute take() {
        Attribute found;
        found.spaces = until_not(white_space);
        found.name = until(" \t\r\n/=");
        const std::size_t sign = std::min(rest_.find_first_not_of(white_space), rest_.size());
        if (sign == rest_.size() || rest_[sign] != '=') {
            if (found.name.empty()) (void)cut(1);
            return found;
        }
        found.sign = cut(std::min(rest_.find_first_not_of(white_space, sign + 1), rest_.size()));
        if (!rest_.starts_with('"') && !rest_.starts_with('\'')) {
            found.value = until(white_space);
            return found;
        }
        found.quote = rest_.front();
        (void)cut(1);
        found.value = until(std::string_view(&found.quote, 1));
        (void)cut(1);
        return found;
    }

    [[nodiscard]] bool at_end() const noexcept { return rest_.empty(); }

private:
    std::string_view until(std::string_view any_of) { return cut(rest_.find_first_of(any_of)); }
    std::string_view until_not(std::string_view any_of) { return cut(rest_.find_first_not_of(any_of)); }
    std::string_view cut(std::size_t length) {
        const std::string_view taken = rest_.substr(0, length);
        rest_.remove_prefix(taken.size());
        return taken;
    }

    std::string_view rest_;
};

/// Bytes of the tag that `rest` begins with; 0 if it is none, as another one begins in it; npos if it goes on.
std::size_t tag_length(std::string_view rest) {
    char quote = 0;
    char before = 0;  // but for spaces
    for (std::size_t i = 1; i < rest.size(); ++i) {
        const char c = rest[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '>') {
            return i + 1;
        } else if (c == '<') {
            return 0;
        } else if ((c == '"' || c == '\'') && before == '=') {
            quote = c;
        }
        if (white_space.find(c) == std::string_view::npos) before = c;
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
        std::string& to = item_depth_ == nowhere ? out : item_;
        if (!hides_.empty()) {
            const std::size_t end = hidden_end(at, last);
            to.append(text_, at, end - at);
            bound_item();
            at = end;
            if (!hides_.empty()) break;
            continue;
        }
        const std::size_t next = std::min(text_.find_first_of("&<", at), text_.size());
        to.append(text_, at, next - at);
        bound_item();
        at = next;
        if (at == text_.size()) break;
        const std::size_t depth = open_.size();
        const std::size_t begin = to.size();
        const std::size_t end = take(at, last, to);
        if (end == at) break;
        move_to(at);
        follow_item(depth, begin, out);
        at = end;
    }
    bound_item();
    move_to(at);
    text_.erase(0, at);
    counted_ = 0;
    if (last) {
        left_open_ = open_.size();
        std::string& to = item_depth_ == nowhere ? out : item_;
        for (; !open_.empty(); open_.pop_back()) to.append("</").append(open_.back()).append(">");
        if (item_depth_ != nowhere) end_item(out);
    }
    return out;
}

void XmlMender::move_to(std::size_t at) {
    const auto begin = text_.begin();
    line_ += static_cast<std::size_t>(
        std::count(begin + static_cast<std::ptrdiff_t>(counted_), begin + static_cast<std::ptrdiff_t>(at), '\n'));
    counted_ = at;
}

void XmlMender::follow_item(std::size_t depth, std::size_t begin, std::string& out) {
    if (item_depth_ != nowhere) {
        if (open_.size() <= item_depth_) return end_item(out);
        return bound_item();
    }
    if (open_.size() <= depth || !text::stand_in(local_name(open_.back()), items_)) return;
    item_depth_ = depth;
    item_line_ = line_;
    item_ = out.substr(begin);
    out.resize(begin);
}

void XmlMender::bound_item() {
    if (item_depth_ == nowhere || (!drops_ && item_.size() <= largest_)) return;
    if (!std::exchange(drops_, true)) too_large_.push_back(item_line_);
    // Where lines are counted behind it, they should be right.
    std::erase_if(item_, [](char c) { return c != '\n'; });
    dropped_lines_ += item_.size();
    item_.clear();
}

/// What closed it may have closed others around it.
void XmlMender::end_item(std::string& out) {
    if (drops_) {
        std::size_t closers = item_.size();
        for (std::size_t outer = item_depth_ - std::min(item_depth_, open_.size()); outer > 0 && closers > 0; --outer)
            closers = std::min(item_.rfind("</", closers - 1), item_.size());
        const std::string around = item_.substr(closers);
        item_.resize(closers);
        bound_item();
        // An element of no name that is known: one has to stand there where the item is all of the document.
        out.append(std::exchange(dropped_lines_, 0), '\n').append("<left-out/>").append(around);
    } else {
        out += item_;
    }
    item_.clear();
    item_depth_ = nowhere;
    drops_ = false;
}

std::size_t XmlMender::hidden_end(std::size_t at, bool last) {
    const std::size_t end = text_.find(hides_, at);
    if (end != std::string::npos) return end + std::exchange(hides_, {}).size();
    const std::size_t begun = hides_.size() - 1;  // of its end
    return last ? text_.size() : std::max(at, text_.size() - std::min(text_.size(), begun));
}

std::size_t XmlMender::take(std::size_t at, bool last, std::string& out) {
    if (text_[at] == '<') return take_bracket(at, last, out);
    const std::string_view rest = std::string_view(text_).substr(at, longest_reference);
    if (!last && rest.size() < longest_reference && rest.find(';') == std::string_view::npos) return at;
    return at + take_reference(rest, out);
}

std::size_t XmlMender::take_bracket(std::size_t at, bool last, std::string& out) {
    const std::string_view rest = std::string_view(text_).substr(at);
    if (!last && rest.size() < cdata.size()) return at;
    for (const auto& [begin, end] : hides) {
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
    const std::size_t length =
        text::begins_markup_name(next) || next == '/' ? tag_length(rest.substr(0, longest_tag)) : 0;
    if (length == std::string_view::npos && rest.size() < longest_tag && !last) return at;
    if (length == 0 || length == std::string_view::npos || !is_tag(rest.substr(0, length))) {
        out += "&lt;";
        return at + 1;
    }
    take_tag(rest.substr(0, length), out);
    return at + length;
}

void XmlMender::take_tag(std::string_view tag, std::string& out) {
    const std::string_view inside = inside_of(tag);
    const std::string_view name = name_of(inside);
    if (tag[1] == '/') return close(name, tag, out);
    out.append("<").append(name);
    // The slash of a value without quotation marks is the value's, as in HTML: <a href=http://example.com/>.
    Attributes attributes(inside.substr(name.size()));
    std::vector<std::string_view> names;
    bool closes = false;
    while (!attributes.at_end()) {
        const Attributes::Attribute found = attributes.take();
        closes = found.name.empty() && inside.ends_with('/') && attributes.at_end();
        if (is_name(found.name) && names.size() < most_attributes && std::ranges::count(names, found.name) == 0) {
            names.push_back(found.name);
            out += found.spaces.empty() ? " " : found.spaces;
            out.append(found.name).append(found.sign);
            take_value(found.value, found.quote == 0 ? '"' : found.quote, out);
        } else {
            out += found.spaces;
        }
    }
    out += closes ? "/>" : ">";
    if (!balances_ || closes) return;
    open_.emplace_back(name);
    if (open_.size() <= deepest) return;
    balances_ = false;
    open_.clear();
}

void XmlMender::take_value(std::string_view value, char quote, std::string& out) const {
    out += quote;
    for (std::size_t i = 0; i < value.size();) {
        if (value[i] == '&') {
            i += take_reference(value.substr(i, longest_reference), out);
            continue;
        }
        if (value[i] == '<') {
            out += "&lt;";
        } else if (value[i] == quote) {
            out += quote == '"' ? "&quot;" : "&apos;";
        } else {
            out += value[i];
        }
        ++i;
    }
    out += quote;
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
    if (number == U'<') {
        out += "&lt;";  // in an entity of the document's own, too, which would become markup behind the guard
    } else if ((number && is_xml_character(*number)) || is_entity_of_xml(name) || of_document) {
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
