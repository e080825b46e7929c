#include "text/characters.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <vector>

namespace rawi::text {
namespace {

constexpr char32_t table_size = 0x10000;  // the Basic Multilingual Plane; the rest is computed when met

CharClass classify(char32_t c) noexcept {
    switch (c) {
        case '\n':
        case '\r':
        case 0x85:
        case 0x2028:
        case 0x2029: return CharClass::newline;
        case '.':
        case '!':
        case '?':
        case 0x061F:
        case 0x06D4:
        case 0x2026:
        case 0x203C: return CharClass::terminator;
        case ',':
        case ';':
        case 0x060C:
        case 0x061B:
        case 0x066B:
        case 0x066C:
        case 0xFF0C: return CharClass::comma;
        case ':':
        case 0xFF1A: return CharClass::colon;
        case '"':
        case 0x00AB:
        case 0x00BB:
        case 0x201C:
        case 0x201D:
        case 0x201E:
        case 0x201F:
        case 0x2033:
        case 0x2039:
        case 0x203A:
        case 0xFF02:
        case 0x300C:
        case 0x300D: return CharClass::quote;
        case '\'':
        case '`':
        case 0x00B4:
        case 0x2018:
        case 0x2019:
        case 0x201A:
        case 0x201B:
        case 0x2032: return CharClass::apostrophe;
        case 0x0640: return CharClass::ignorable;  // tatweel
        default: break;
    }
    const auto point = static_cast<UChar32>(c);
    switch (u_charType(point)) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_COMBINING_SPACING_MARK:
        case U_FORMAT_CHAR: return CharClass::ignorable;
        case U_DECIMAL_DIGIT_NUMBER:
        case U_LETTER_NUMBER:
        case U_OTHER_NUMBER: return CharClass::digit;
        case U_DASH_PUNCTUATION: return CharClass::dash;
        case U_START_PUNCTUATION: return CharClass::open_bracket;
        case U_END_PUNCTUATION: return CharClass::close_bracket;
        case U_SPACE_SEPARATOR:
        case U_CONTROL_CHAR: return CharClass::space;
        default: return u_isalpha(point) ? CharClass::letter : CharClass::symbol;
    }
}

/// Letters that Unicode keeps apart and keyboards and typesetters do not: alef maksura and Farsi yeh for yeh, keheh for
/// kaf, alef wasla for alef.
char32_t one_of_lookalikes(char32_t c) noexcept {
    switch (c) {
        case 0x0649:
        case 0x06CC: return 0x064A;
        case 0x06A9: return 0x0643;
        case 0x0671: return 0x0627;
        default: return c;
    }
}

/// Compatibility decomposition without marks, case folded.
std::u32string fold(char32_t c) {
    static const icu::Normalizer2& decomposition = [&]() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        return *icu::Normalizer2::getNFKDInstance(status);
    }();
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString decomposed =
        decomposition.normalize(icu::UnicodeString(static_cast<UChar32>(c)).foldCase(), status).foldCase();
    std::u32string folded;
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
        const UChar32 part = decomposed.char32At(i);
        if (classify(static_cast<char32_t>(part)) == CharClass::ignorable) continue;
        const int32_t digit = u_charDigitValue(part);
        if (classify(static_cast<char32_t>(part)) == CharClass::apostrophe)
            folded += U'\'';
        else
            folded += digit >= 0 ? static_cast<char32_t>('0' + digit) : one_of_lookalikes(static_cast<char32_t>(part));
    }
    return folded;
}

struct Tables {
    std::array<CharClass, table_size> classes{};
    // A normal form of one character stands itself; 0: none; above `expansion`: index into `expansions`.
    static constexpr char32_t expansion = 0x110000;
    std::array<char32_t, table_size> normal{};
    std::vector<std::string> expansions;

    Tables() {
        for (char32_t c = 0; c < table_size; ++c) {
            classes[c] = classify(c);
            normal[c] = normal_of(c);
        }
    }

    char32_t normal_of(char32_t c) {
        if (classes[c] == CharClass::ignorable) return 0;
        // Ideographs, syllables and private use fill most of the plane and have no case: no need to ask ICU of each.
        if (c >= 0x2E80 && c < 0xF900) return c;
        const std::u32string folded = fold(c);
        if (folded.empty()) return 0;
        if (folded.size() == 1) return folded[0];
        std::string utf8;
        for (const char32_t part : folded) append_utf8(part, utf8);
        expansions.push_back(utf8);
        return expansion + static_cast<char32_t>(expansions.size() - 1);
    }
};

const Tables& tables() {
    static const Tables instance;
    return instance;
}

}  // namespace

CharClass class_of(char32_t c) noexcept {
    return c < table_size ? tables().classes[c] : classify(c);
}

bool is_upper(char32_t c) noexcept {
    return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

void append_utf8(char32_t c, std::string& out) {
    if (c < 0x80) {
        out += static_cast<char>(c);
    } else if (c < 0x800) {
        out += static_cast<char>(0xC0 | c >> 6);
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += static_cast<char>(0xE0 | c >> 12);
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    } else {
        out += static_cast<char>(0xF0 | c >> 18);
        out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
        out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
}

void append_normal(char32_t c, std::string& out) {
    if (c >= table_size) {
        for (const char32_t part : fold(c)) append_utf8(part, out);
        return;
    }
    const Tables& t = tables();
    const char32_t folded = t.normal[c];
    if (folded == 0) return;
    if (folded >= Tables::expansion)
        out += t.expansions[folded - Tables::expansion];
    else
        append_utf8(folded, out);
}

std::string normal_form(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::uint32_t i = 0; i < text.size();) append_normal(next_code_point(text, i), out);
    return out;
}

}  // namespace rawi::text
