#include <catch2/catch.hpp>
#include <string>

#include "text/tokens.hpp"

namespace {

/// The tokens of `text` as given, with a bar between them.
std::string tokens_of(const std::string& text) {
    rawi::text::RawTokens raw;
    rawi::text::split_tokens(text, raw);
    std::string joined;
    for (const rawi::text::RawToken& token : raw.tokens) {
        if (!joined.empty()) joined += '|';
        joined += text.substr(token.span.begin, token.span.size());
    }
    return joined;
}

}  // namespace

TEST_CASE("Text is split into words, numbers and marks", "[text]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"", ""},
        {"   \t ", ""},
        {"قال: نعم.", "قال|:|نعم|."},
        {"لـ”الشرق الأوسط”،", "لـ|”|الشرق|الأوسط|”|،"},
        {"U.S. troops", "U.S.|troops"},
        {"J. Smith left.", "J|.|Smith|left|."},
        {"أ.ف.ب", "أ.ف.ب"},
        {"don't stop", "don't|stop"},
        {"the workers' union", "the|workers|'|union"},
        {"far-right leader", "far-right|leader"},
        {"PARIS - now", "PARIS|-|now"},
        {"3.5% of 1,200", "3.5%|of|1,200"},
        {"at 10:30.", "at|10:30|."},
        {"2011م", "2011|م"},
        {"the 5th", "the|5th"},
        {"AT&T said", "AT&T|said"},
        {"a\nb", "a|\n|b"},
        {"end.Next", "end|.|Next"},
    }));
    CHECK(tokens_of(text) == expected);
}

TEST_CASE("Spans refer to the text as given, and normal forms lie beside it", "[text]") {
    const std::string text = "و\u064Eأكّـــد المسؤول";
    rawi::text::RawTokens raw;
    rawi::text::split_tokens(text, raw);
    REQUIRE(raw.tokens.size() == 2);
    CHECK(text.substr(raw.tokens[0].span.begin, raw.tokens[0].span.size()) == "و\u064Eأكّـــد");
    CHECK(raw.normal.substr(raw.tokens[0].normal_begin, raw.tokens[0].normal_end - raw.tokens[0].normal_begin) ==
          "واكد");
    CHECK(raw.tokens[1].space_before);
}
