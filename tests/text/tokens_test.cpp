#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
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
        {"a\n\n\n \r\n\nb\nc", "a|\n|\n|b|\n|c"},
        {"end.Next", "end|.|Next"},
        {"نعم ــ قال ــ ـ لا", "نعم|ــ|قال|ــ|ـ|لا"},
        {"نعم ــقال", "نعم|قال"},
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

TEST_CASE("What cannot be seen before a word is no part of it", "[text]") {
    const std::string invisible = GENERATE("\u200B", "\u200E", "\u200F", "\uFEFF", "\u202B\u200E", "\u0640");
    const std::string text =
        "then " + invisible + "John met " + invisible + "J. and " + invisible + "U.S. and " + invisible;
    rawi::text::RawTokens raw;
    rawi::text::split_tokens(text, raw);
    CHECK(tokens_of(text) == "then|John|met|J|.|and|U.S.|and");
    REQUIRE(raw.tokens.size() == 8);
    for (const std::size_t capital : {1U, 3U, 6U}) {
        CHECK(raw.tokens[capital].upper);
        CHECK(raw.tokens[capital].space_before);
    }
    CHECK_FALSE(raw.tokens[2].upper);
}

TEST_CASE("Letters beyond the table cost no more in a long text than in a short one", "[text]") {
    const auto seconds_for = [](int words) {
        std::string text;
        for (int i = 0; i < words; ++i) text += "\U0001D400\U0001D401 ";  // mathematical A and B
        rawi::text::RawTokens raw;
        std::chrono::duration<double> least = std::chrono::hours(1);
        for (int run = 0; run < 3; ++run) {
            const auto start = std::chrono::steady_clock::now();
            rawi::text::split_tokens(text, raw);
            least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - start));
        }
        CHECK(raw.tokens.size() == static_cast<std::size_t>(words));
        CHECK(raw.normal.size() == 2 * static_cast<std::size_t>(words));
        CHECK(raw.normal.starts_with("abab"));
        return least.count();
    };
    // Eight times the text: eight times the time, not 64 times.
    const double little = seconds_for(20000);
    CHECK(seconds_for(160000) < 24 * little);
}
