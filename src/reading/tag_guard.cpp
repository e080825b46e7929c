#include "reading/tag_guard.hpp"

#include <algorithm>

#include "text/ascii.hpp"

namespace rawi::reading {
namespace {

constexpr std::size_t longest_name = 8;        // of those that matter: "[CDATA["
constexpr std::int64_t times_as_many = 4;      // times as many attributes, where it may be no tag
constexpr std::int64_t many_attributes = 100;  // attributes; the cost of fewer does not count
constexpr std::size_t piece_size = 100;        // bytes of a name, behind which libxml2 begins another one

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '/';
}

}  // namespace

void AttributeBound::take(char c) {
    run_ = text::is_of_markup_name(c) ? run_ + 1 : 0;
    Counts next;
    next.fill(nobody);
    if (open_) {
        for (std::size_t place = 0; place < places; ++place) {
            if (counts_[place] != nobody) step(static_cast<Place>(place), counts_[place], c, next);
        }
    }
    if (bracket_ && text::begins_markup_name(c)) next[name] = std::max<std::int64_t>(next[name], 0);
    bracket_ = c == '<';
    counts_ = next;
    open_ = std::ranges::any_of(counts_, [](std::int64_t count) { return count != nobody; });
}

/// As libxml2 2.9 reads the attributes of HTML; where XML is read otherwise, both ways are gone.
void AttributeBound::step(Place place, std::int64_t count, char c, Counts& next) {
    const auto go = [&](Place to, std::int64_t attributes) {
        next[to] = std::max(next[to], attributes);
        seen_ = std::max(seen_, attributes);
    };
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    if (place == in_double || place == in_single)
        return go(c == (place == in_double ? '"' : '\'') ? fresh : place, count);
    if (c == '>') return end(count);
    if (place == equals && (c == '"' || c == '\'')) return go(c == '"' ? in_double : in_single, count);
    if (place == equals && space) return go(equals, count);
    if (space) return go(place == attribute || place == named ? named : fresh, count);
    if ((place == attribute || place == named) && c == '=') return go(equals, count);
    if (c == '/' && place != equals && place != skipped) go(fresh, count);
    if ((place == name || place == attribute) && text::is_of_markup_name(c))
        return go(place, place == attribute && run_ % piece_size == 0 ? count + 1 : count);
    if ((place == fresh || place == named) && text::begins_markup_name(c)) return go(attribute, count + 1);
    go(skipped, count);  // up to a space: values without quotation marks, and what is no name
}

void AttributeBound::end(std::int64_t count) {
    if (count > many_attributes) comparisons_ += count * count;
}

bool TagGuard::pass(std::string_view piece) {
    for (std::size_t i = 0; i < piece.size() && attributes_ <= most_; ++i) {
        bound_.take(piece[i]);
        if (at_ != At::text || piece[i] == '<') take(piece[i]);
    }
    const std::int64_t doubtful = times_as_many * static_cast<std::int64_t>(most_);
    return attributes_ <= most_ && bound_.most() <= doubtful && bound_.comparisons() <= doubtful * doubtful;
}

void TagGuard::take(char c) {
    switch (at_) {
        case At::text:
            at_ = At::begin;
            name_.clear();
            attributes_ = 0;
            closed_ = false;
            break;
        case At::begin:
            at_ = c == '!' ? At::declaration : text::is_ascii_letter(c) || c == '_' ? At::name : At::text;
            if (at_ == At::name) name_ = text::small_letter(c);
            break;
        case At::declaration:
            name_ += c;
            if (name_ == "--") return hide("-->");
            if (name_ == "[CDATA[") return hide("]]>");
            if (name_.size() >= longest_name || c == '>') at_ = At::text;
            break;
        case At::hidden: take_hidden(c); break;
        case At::quoted:
            if (c == quote_) at_ = At::space;
            break;
        default: take_in_tag(c);
    }
}

void TagGuard::take_in_tag(char c) {
    if (c == '>') return end_tag();
    closed_ = c == '/';
    if (at_ == At::name) {
        if (is_space(c)) {
            at_ = At::space;
        } else if (name_.size() < longest_name) {
            name_ += text::small_letter(c);
        }
    } else if (at_ == At::equals) {
        if (is_space(c) && c != '/') return;
        at_ = c == '"' || c == '\'' ? At::quoted : At::value;
        quote_ = c;
    } else if (c == '=' && at_ != At::value) {
        at_ = At::equals;
    } else if (is_space(c) && (c != '/' || at_ != At::value)) {
        at_ = At::space;
    } else if (at_ == At::space) {
        at_ = At::attribute;
        ++attributes_;
    }
}

void TagGuard::end_tag() {
    at_ = At::text;
    if (markup_ == Markup::xml || closed_) return;
    if (name_ == "script") hide("</script");
    if (name_ == "style") hide("</style");
}

void TagGuard::hide(std::string_view end) {
    at_ = At::hidden;
    end_ = end;
    matched_ = 0;
}

void TagGuard::take_hidden(char c) {
    const char lower = text::small_letter(c);
    // "--->" and "]]]>": the first of three may have been in vain.
    while (matched_ > 0 && lower != end_[matched_]) matched_ = lower == end_.front() && matched_ == 2 ? 1 : 0;
    matched_ += lower == end_[matched_];
    if (matched_ == end_.size()) at_ = At::text;
}

}  // namespace rawi::reading
