// What rawi needs to know of a single character: its class and its normal form. Answers come from tables
// that ICU fills once per process, so that a pass over an article costs a look-up per character.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rawi::text {

enum class CharClass : std::uint8_t {
    letter,
    ignorable,  ///< combining marks, tatweel, bidi controls, other format characters: part of a word, absent from its
                ///< normal form
    digit,
    space,
    newline,
    terminator,  ///< ends a sentence: . ! ? …
    comma,       ///< , ; and their kin
    colon,
    dash,
    quote,       ///< any mark of quotation; `detection/quotations` finds out which way it points
    apostrophe,  ///< ' ’ ‘ ` : within a word, or a single quotation mark
    open_bracket,
    close_bracket,
    symbol,
};

/// Decodes the code point at `offset` of valid UTF-8 and moves `offset` behind it.
[[nodiscard]] inline char32_t next_code_point(std::string_view text, std::uint32_t& offset) noexcept {
    const auto byte = [&](std::uint32_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(offset);
    if (lead < 0x80) return byte(offset++);
    if (lead < 0xE0) {
        const char32_t c = static_cast<char32_t>((lead & 0x1Fu) << 6 | (byte(offset + 1) & 0x3Fu));
        offset += 2;
        return c;
    }
    if (lead < 0xF0) {
        const char32_t c =
            static_cast<char32_t>((lead & 0x0Fu) << 12 | (byte(offset + 1) & 0x3Fu) << 6 | (byte(offset + 2) & 0x3Fu));
        offset += 3;
        return c;
    }
    const char32_t c = static_cast<char32_t>((lead & 0x07u) << 18 | (byte(offset + 1) & 0x3Fu) << 12 |
                                             (byte(offset + 2) & 0x3Fu) << 6 | (byte(offset + 3) & 0x3Fu));
    offset += 4;
    return c;
}

/// The first character of `text`, which must not be empty.
[[nodiscard]] inline char32_t first_code_point(std::string_view text) noexcept {
    std::uint32_t offset = 0;
    return next_code_point(text, offset);
}

[[nodiscard]] CharClass class_of(char32_t c) noexcept;
[[nodiscard]] bool is_upper(char32_t c) noexcept;
/// Whether two characters belong to one script. What all scripts have in common, digits and marks, is one of its own.
[[nodiscard]] bool same_script(char32_t a, char32_t b) noexcept;
/// How many code points stand in `text`, which is valid UTF-8.
[[nodiscard]] constexpr std::size_t letters_in(std::string_view text) noexcept {
    std::size_t letters = 0;
    for (const char c : text) letters += (static_cast<unsigned char>(c) & 0xC0u) != 0x80u ? 1 : 0;
    return letters;
}

/// Bidi embeddings, overrides, isolates and what ends them: U+202A..202E, U+2066..2069. What they enclose may show in
/// another place than it stands. Marks (LRM, RLM, ALM) do no harm.
[[nodiscard]] constexpr bool reorders(char32_t c) noexcept {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
/// The same of a text in UTF-8 that begins with a character.
[[nodiscard]] constexpr bool begins_reordering(std::string_view text) noexcept {
    constexpr auto byte = [](char c) { return static_cast<unsigned char>(c); };
    return text.size() >= 3 && byte(text[0]) == 0xE2 && (byte(text[1]) & 0xC0U) == 0x80U &&
           (byte(text[2]) & 0xC0U) == 0x80U &&
           reorders(static_cast<char32_t>(0x2000U | (byte(text[1]) & 0x3FU) << 6 | (byte(text[2]) & 0x3FU)));
}

/// Appends the normal form of `c` to `out`: compatibility decomposition, case folding, marks and format characters
/// dropped, digits as ASCII. Several letters for a ligature, none for a mark. Hamza on a carrier is a mark in this
/// sense: the carrier stays.
void append_normal(char32_t c, std::string& out);

/// The normal form of a whole string. Spaces and punctuation stay.
[[nodiscard]] std::string normal_form(std::string_view text);

void append_utf8(char32_t c, std::string& out);

/// All of that for one character, for loops over whole articles.
struct Character {
    static constexpr std::uint8_t longer = 0xFF;  ///< as `size`: the normal form does not fit; ask `append_normal`

    CharClass kind = CharClass::letter;
    std::uint8_t size = 0;  ///< bytes of the normal form in UTF-8
    bool upper = false;
    std::array<char, 4> normal{};  ///< the normal form; what lies behind `size` is undefined
};

/// The characters of the Basic Multilingual Plane, by code point. `character` computes the others.
inline constexpr char32_t character_table_size = 0x10000;
[[nodiscard]] const Character* character_table() noexcept;
[[nodiscard]] Character character(char32_t c);

/// Bytes of the normal form of `c`.
[[nodiscard]] std::size_t normal_size(char32_t c);

}  // namespace rawi::text
