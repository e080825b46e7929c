// Text into words and marks. Language-independent: clitics are split later, by the language pack.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "rawi/span.hpp"
#include "text/characters.hpp"

namespace rawi::text {

/// A word or mark with its normal form beside it, never over it: `span` refers to the text as given.
struct RawToken {
    Span span;
    std::uint32_t normal_begin = 0;  ///< into `RawTokens::normal`
    std::uint32_t normal_end = 0;
    CharClass kind =
        CharClass::letter;  ///< letter for words, digit for numbers, newline for a line's end, else the mark's class
    char32_t mark = 0;      ///< of a mark: its character
    bool space_before = false;
    bool upper = false;  ///< begins with a capital letter
};

struct RawTokens {
    std::vector<RawToken> tokens;
    std::string normal;  ///< normal forms of all words, one after the other

    [[nodiscard]] std::string_view normal_of(const RawToken& token) const noexcept {
        return std::string_view(normal).substr(token.normal_begin, token.normal_end - token.normal_begin);
    }
};

/// Splits `text` (valid UTF-8). Words keep inner apostrophes, hyphens and dots between single letters (U.S., أ.ف.ب; not
/// د.سالم) and before com, org and net in small letters (Sports.com); numbers keep inner separators and signs of
/// percent. Spaces are no tokens, line ends are, but of several in a row only two; what cannot be seen before a word is
/// no part of it, though its span may hold such characters further on. Appends to `out`, which is cleared first.
void split_tokens(std::string_view text, RawTokens& out);

/// Whether the word, in normal form, ends as the address of a site does: sports.com.
[[nodiscard]] bool names_site(std::string_view word) noexcept;

}  // namespace rawi::text
