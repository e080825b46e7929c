#include "text/width.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "rawi/error.hpp"
#include "text/ascii.hpp"
#include "text/characters.hpp"

namespace rawi::text {
namespace {

constexpr std::string_view line_blanks = " \n";  // left out at the ends of a line

// Whether `is_such(code_point, begin, end)` of a character: the first one that is ends it. Malformed bytes come as
// U+FFFD, one by one.
template <class Question>
bool any_code_point(std::string_view text, Question is_such) {
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const std::size_t size = text.size();
    for (std::size_t at = 0; at < size;) {
        const std::size_t begin = at;
        UChar32 code_point = 0;
        U8_NEXT_OR_FFFD(bytes, at, size, code_point);
        if (is_such(code_point, begin, at)) return true;
    }
    return false;
}

// Calls `use(code_point, begin, end)` for each character.
template <class Use>
void each_code_point(std::string_view text, Use use) {
    any_code_point(text, [&](UChar32 code_point, std::size_t begin, std::size_t end) {
        use(code_point, begin, end);
        return false;
    });
}

std::size_t columns_of(UChar32 code_point) {
    if (code_point < 0x300)
        return code_point >= 0x20 && code_point != 0x7F && !(code_point >= 0x80 && code_point < 0xA0);
    switch (u_charType(code_point)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
        case U_CONTROL_CHAR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR: return 0;
        default: break;
    }
    const int width = u_getIntPropertyValue(code_point, UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_space(UChar32 code_point) {
    return u_isUWhiteSpace(code_point) != 0;
}

bool is_control(UChar32 code_point) {
    return code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0) || u_charType(code_point) == U_CONTROL_CHAR;
}

void append_escape(std::string& out, UChar32 code_point) {
    std::array<char, 16> escape;
    const auto value = static_cast<unsigned>(code_point);
    const int length = std::snprintf(escape.data(), escape.size(), value < 0x100 ? "\\x%02X" : "\\u%04X", value);
    out.append(escape.data(), static_cast<std::size_t>(length));
}

// A break iterator over UTF-8. Making one is slow, so each thread keeps its own of each kind.
class Breaks {
public:
    explicit Breaks(icu::BreakIterator& iterator, std::string_view text) : iterator_(iterator) {
        UErrorCode status = U_ZERO_ERROR;
        utext_openUTF8(&text_, text.data(), static_cast<std::int64_t>(text.size()), &status);
        iterator_.setText(&text_, status);
    }
    ~Breaks() { utext_close(&text_); }
    Breaks(const Breaks&) = delete;
    Breaks& operator=(const Breaks&) = delete;

    /// The next place to break after `at`; the text's size at the end.
    std::size_t after(std::size_t at, std::size_t size) {
        const std::int32_t next = iterator_.following(static_cast<std::int32_t>(at));
        return next == icu::BreakIterator::DONE ? size : static_cast<std::size_t>(next);
    }

private:
    icu::BreakIterator& iterator_;
    UText text_ = UTEXT_INITIALIZER;
};

using BreaksPointer = std::unique_ptr<icu::BreakIterator>;

/// What ICU has made; it fails only where its own data are missing.
BreaksPointer made(icu::BreakIterator* iterator, UErrorCode status) {
    BreaksPointer breaks(iterator);
    if (U_FAILURE(status) || !breaks)
        throw Error(std::string("ICU has no data for line breaks: ") + u_errorName(status));
    return breaks;
}

// One each a thread. The analyser takes them for variables that the function's end destroys.
// NOLINTBEGIN(clang-analyzer-cplusplus.NewDelete)
icu::BreakIterator& line_breaks() {
    thread_local const BreaksPointer iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        icu::BreakIterator* created = icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status);
        return made(created, status);
    }();
    return *iterator;
}

icu::BreakIterator& character_breaks() {
    thread_local const BreaksPointer iterator = [] {
        UErrorCode status = U_ZERO_ERROR;
        icu::BreakIterator* created = icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status);
        return made(created, status);
    }();
    return *iterator;
}
// NOLINTEND(clang-analyzer-cplusplus.NewDelete)

// Cuts `word`, which is wider than a line, into full lines; returns what is left for the next one.
std::string_view cut_long_word(std::string_view word, std::size_t width, std::vector<std::string_view>& lines) {
    Breaks characters(character_breaks(), word);
    std::size_t begin = 0;
    std::size_t columns = 0;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t next = characters.after(at, word.size());
        const std::size_t wide = display_width(word.substr(at, next - at));
        if (columns + wide > width && at > begin) {
            lines.push_back(word.substr(begin, at - begin));
            begin = at;
            columns = 0;
        }
        columns += wide;
        at = next;
    }
    return word.substr(begin);
}

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t columns = 0;
    each_code_point(text, [&](UChar32 code_point, std::size_t, std::size_t) { columns += columns_of(code_point); });
    return columns;
}

std::vector<std::string_view> wrap(std::string_view text, std::size_t width) {
    if (width == 0) width = 1;
    std::vector<std::string_view> lines;
    Breaks breaks(line_breaks(), text);
    std::size_t begin = 0;    // of the line that is being filled
    std::size_t columns = 0;  // of it so far, with the space at its end
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = breaks.after(at, text.size());
        const std::string_view piece = text.substr(at, next - at);
        if (columns + display_width(trimmed(piece, line_blanks)) > width && at > begin) {
            lines.push_back(trimmed(text.substr(begin, at - begin), line_blanks));
            begin = at;
            columns = 0;
        }
        if (display_width(trimmed(piece, line_blanks)) > width) {
            const std::string_view rest = cut_long_word(piece, width, lines);
            begin = next - rest.size();
            columns = display_width(rest);
        } else {
            columns += display_width(piece);
        }
        at = next;
    }
    if (begin < text.size() || lines.empty()) lines.push_back(trimmed(text.substr(begin), line_blanks));
    return lines;
}

std::string printable(std::string_view text) {
    std::string shown;
    shown.reserve(text.size());
    bool space = false;  // one is due before the next character
    each_code_point(text, [&](UChar32 code_point, std::size_t begin, std::size_t end) {
        if (is_space(code_point)) {
            space = !shown.empty();
            return;
        }
        if (space) shown += ' ';
        space = false;
        if (is_control(code_point) || reorders(static_cast<char32_t>(code_point))) {
            append_escape(shown, code_point);
        } else if (code_point == 0xFFFD) {
            shown += "\xEF\xBF\xBD";
        } else {
            shown.append(text, begin, end - begin);
        }
    });
    return shown;
}

bool has_right_to_left(std::string_view text) {
    return any_code_point(text, [](UChar32 code_point, std::size_t, std::size_t) {
        if (code_point < 0x590) return false;
        const UCharDirection direction = u_charDirection(code_point);
        return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
    });
}

}  // namespace rawi::text
