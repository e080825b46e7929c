#include "text/characters.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <map>

namespace rawi::text {
namespace {

constexpr char32_t table_size = character_table_size;  // the rest is computed when met

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
/// kaf, heh doachashmee and heh goal for heh, alef wasla for alef.
char32_t one_of_lookalikes(char32_t c) noexcept {
    switch (c) {
        case 0x0649:
        case 0x06CC: return 0x064A;
        case 0x06A9: return 0x0643;
        case 0x06BE:
        case 0x06C1: return 0x0647;
        case 0x0671: return 0x0627;
        default: return c;
    }
}

const icu::Normalizer2& decomposition() {
    static const icu::Normalizer2& instance = []() -> const icu::Normalizer2& {
        UErrorCode status = U_ZERO_ERROR;
        return *icu::Normalizer2::getNFKDInstance(status);
    }();
    return instance;
}

/// What a character of a decomposition contributes to a normal form.
void append_folded(UChar32 part, std::u32string& folded) {
    const CharClass kind = classify(static_cast<char32_t>(part));
    if (kind == CharClass::ignorable) return;
    const int32_t digit = u_charDigitValue(part);
    if (kind == CharClass::apostrophe)
        folded += U'\'';
    else
        folded += digit >= 0 ? static_cast<char32_t>('0' + digit) : one_of_lookalikes(static_cast<char32_t>(part));
}

/// Compatibility decomposition without marks, case folded.
std::u32string fold(char32_t c) {
    std::u32string folded;
    const auto point = static_cast<UChar32>(c);
    icu::UnicodeString decomposed;
    // Most characters have neither case nor parts, and need no strings to find that out.
    if (!decomposition().getDecomposition(point, decomposed) &&
        !u_hasBinaryProperty(point, UCHAR_CHANGES_WHEN_CASEFOLDED)) {
        append_folded(point, folded);
        return folded;
    }
    UErrorCode status = U_ZERO_ERROR;
    decomposed = decomposition().normalize(icu::UnicodeString(point).foldCase(), status).foldCase();
    for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1))
        append_folded(decomposed.char32At(i), folded);
    return folded;
}

struct Tables {
    std::array<Character, table_size> characters{};
    std::map<char32_t, std::string> expansions;  // normal forms that are longer than `Character` can hold

    Tables() {
        for (char32_t c = 0; c < table_size; ++c) {
            const std::string normal = normal_of(c);
            characters[c] = made(c, normal);
            if (characters[c].size == Character::longer) expansions.emplace(c, normal);
        }
    }

    static Character made(char32_t c, std::string_view normal) {
        Character made{.kind = classify(c), .upper = is_upper(c)};
        const bool fits = normal.size() <= made.normal.size();
        made.size = fits ? static_cast<std::uint8_t>(normal.size()) : Character::longer;
        if (fits) std::copy(normal.begin(), normal.end(), made.normal.begin());
        return made;
    }

    static std::string normal_of(char32_t c) {
        std::string normal;
        if (c == 0 || classify(c) == CharClass::ignorable) return normal;
        // Ideographs, syllables and private use fill most of the plane and have no case: no need to ask ICU of each.
        if (c >= 0x2E80 && c < 0xF900)
            append_utf8(c, normal);
        else
            for (const char32_t part : fold(c)) append_utf8(part, normal);
        return normal;
    }
};

const Tables& tables() {
    static const Tables instance;
    return instance;
}

}  // namespace

CharClass class_of(char32_t c) noexcept {
    return c < table_size ? tables().characters[c].kind : classify(c);
}

const Character* character_table() noexcept {
    return tables().characters.data();
}

Character character(char32_t c) {
    return c < table_size ? tables().characters[c] : Tables::made(c, Tables::normal_of(c));
}

bool is_upper(char32_t c) noexcept {
    return u_isupper(static_cast<UChar32>(c)) || u_istitle(static_cast<UChar32>(c));
}

bool same_script(char32_t a, char32_t b) noexcept {
    UErrorCode unknown_a = U_ZERO_ERROR, unknown_b = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(a), &unknown_a) ==
           uscript_getScript(static_cast<UChar32>(b), &unknown_b);
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
        out += Tables::normal_of(c);
        return;
    }
    const Character& known = tables().characters[c];
    if (known.size == Character::longer)
        out += tables().expansions.at(c);
    else
        out.append(known.normal.data(), known.size);
}

std::string normal_form(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::uint32_t i = 0; i < text.size();) append_normal(next_code_point(text, i), out);
    return out;
}

std::size_t normal_size(char32_t c) {
    const Character known = character(c);
    if (known.size != Character::longer) return known.size;
    std::string normal;
    append_normal(c, normal);
    return normal.size();
}

}  // namespace rawi::text
