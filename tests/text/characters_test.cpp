#include <catch2/catch.hpp>
#include <string>

#include "text/characters.hpp"

using rawi::text::CharClass;
using rawi::text::class_of;
using rawi::text::next_code_point;
using rawi::text::normal_form;

TEST_CASE("Spellings of one word have one normal form", "[text]") {
    const auto [given, normal] = GENERATE(table<std::string, std::string>({
        {"أكّد", "اكد"},  // hamza and shadda
        {"إعلان", "اعلان"},
        {"آخر", "اخر"},
        {"مسؤول", "مسوول"},  // hamza on its carrier: the carrier stays
        {"رئيس", "رييس"},
        {"مـــوقع", "موقع"},  // tatweel
        {"علَى", "علي"},       // alef maksura, vowel sign
        {"\uFEFB", "لا"},     // presentation form: a ligature of two letters
        {"\uFEED\uFED7\uFE8E\uFEDD", "وقال"},
        {"ک\u06CCف", "كيف"},             // Farsi keheh and yeh
        {"\u06BEذا \u06C1و", "هذا هو"},  // heh doachashmee and heh goal
        {"\u202Bنص\u202C", "نص"},        // bidi controls
        {"٢٠١٩", "2019"},
        {"Élysée", "elysee"},
        {"ﬁnal", "final"},
        {"STRASSE", "strasse"},
        {"can’t", "can't"},
        {"\U0001D400", "a"},  // beyond the Basic Multilingual Plane
    }));
    CHECK(normal_form(given) == normal);
}

TEST_CASE("A mark has a class, whatever script it comes from", "[text]") {
    const auto [mark, expected] = GENERATE(table<char32_t, CharClass>({
        {U'،', CharClass::comma},         {U';', CharClass::comma},          {U'؟', CharClass::terminator},
        {U'…', CharClass::terminator},    {U'«', CharClass::quote},          {U'”', CharClass::quote},
        {U'"', CharClass::quote},         {U'’', CharClass::apostrophe},     {U':', CharClass::colon},
        {U'–', CharClass::dash},          {U'-', CharClass::dash},           {U'(', CharClass::open_bracket},
        {U']', CharClass::close_bracket}, {U'\u00A0', CharClass::space},     {U'\n', CharClass::newline},
        {U'\0', CharClass::space},        {U'\u202E', CharClass::ignorable}, {U'ـ', CharClass::ignorable},
        {U'ب', CharClass::letter},        {U'٣', CharClass::digit},          {U'$', CharClass::symbol},
    }));
    CHECK(class_of(mark) == expected);
}

TEST_CASE("Code points of every length are read", "[text]") {
    const std::string text = "aب€\U0001F600";
    std::uint32_t at = 0;
    CHECK(next_code_point(text, at) == U'a');
    CHECK(next_code_point(text, at) == U'ب');
    CHECK(next_code_point(text, at) == U'€');
    CHECK(next_code_point(text, at) == U'\U0001F600');
    CHECK(at == text.size());
}

TEST_CASE("what may show text in another place than it stands is known by its code and by its bytes", "[text]") {
    for (char32_t c = 0; c < 0x3000; ++c) {
        std::string bytes;
        rawi::text::append_utf8(c, bytes);
        const bool expected = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        if (rawi::text::reorders(c) != expected || rawi::text::begins_reordering(bytes + "x") != expected) {
            CAPTURE(static_cast<std::uint32_t>(c));
            FAIL("a wrong answer");
        }
    }
    CHECK_FALSE(rawi::text::begins_reordering("\xE2\x80"));
}
