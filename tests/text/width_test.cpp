#include "text/width.hpp"

#include <catch2/catch.hpp>

using rawi::text::display_width;
using rawi::text::printable;
using rawi::text::wrap;
using Lines = std::vector<std::string_view>;

TEST_CASE("width counts columns, not bytes or code points") {
    CHECK(display_width("") == 0);
    CHECK(display_width("abc") == 3);
    CHECK(display_width("سلام") == 4);
    CHECK(display_width("سَلَامٌ") == 4);     // with vowel marks
    CHECK(display_width("e\u0301") == 1);  // combining acute
    CHECK(display_width("漢字") == 4);
    CHECK(display_width("\U0001F600") == 2);  // emoji
    CHECK(display_width("\u2067سلام\u2069") == 4);
    CHECK(display_width("a\u200Db") == 2);
}

TEST_CASE("lines break where Unicode allows it") {
    CHECK(wrap("one two three", 7) == Lines{"one two", "three"});
    CHECK(wrap("one two three", 8) == Lines{"one two", "three"});
    CHECK(wrap("one two three", 80) == Lines{"one two three"});
    CHECK(wrap("well-known", 5) == Lines{"well-", "known"});
    CHECK(wrap("(one) “two”", 6) == Lines{"(one)", "“two”"});
    CHECK(wrap("漢字漢字", 5) == Lines{"漢字", "漢字"});
    CHECK(wrap("قال الوزير إن", 10) == Lines{"قال الوزير", "إن"});
}

TEST_CASE("a word that is longer than a line is cut, never a character") {
    CHECK(wrap("abcdefgh", 3) == Lines{"abc", "def", "gh"});
    CHECK(wrap("a abcdefgh b", 3) == Lines{"a", "abc", "def", "gh", "b"});
    CHECK(wrap("e\u0301e\u0301e\u0301", 2) == Lines{"e\u0301e\u0301", "e\u0301"});
    CHECK(wrap("漢字", 1) == Lines{"漢", "字"});  // wider than the line: one by one
    CHECK(wrap("abc", 0) == Lines{"a", "b", "c"});
}

TEST_CASE("there is always a line") {
    CHECK(wrap("", 10) == Lines{""});
    CHECK(wrap("   ", 10) == Lines{""});
}

TEST_CASE("no wrapped line is too wide and no word is lost") {
    const std::string text =
        "قال مسؤول (لم يذكر اسمه) لـ“رويترز” إن the 漢字 reports, e.g. "
        "https://example.org/a/very/long/address?with=query are سليمة.";
    for (std::size_t width = 2; width < 90; ++width) {
        std::string joined;
        for (const auto line : wrap(text, width)) {
            CHECK(display_width(line) <= width);
            joined += line;
        }
        std::string expected = text;
        std::erase(expected, ' ');
        std::erase(joined, ' ');
        CHECK(joined == expected);
    }
}

TEST_CASE("printable text can do no harm") {
    CHECK(printable("a\tb\r\n\n c ") == "a b c");
    CHECK(printable("\x1b[31mred") == "\\x1B[31mred");
    CHECK(printable(std::string_view("a\0b", 3)) == "a\\x00b");
    CHECK(printable("\xC2\x9B"
                    "31m") == "\\x9B31m");
    CHECK(printable("\u202Eevil\u2069") == "\\u202Eevil\\u2069");
    CHECK(printable("\u200Fسلام\u200F") == "\u200Fسلام\u200F");
    CHECK(printable("bad\xFFutf") == "bad\uFFFDutf");
    CHECK(printable("\u2028x\u00A0y") == "x y");
}

TEST_CASE("right-to-left characters are noticed in any script") {
    CHECK(rawi::text::has_right_to_left("abc سلام"));
    CHECK(rawi::text::has_right_to_left("שלום"));
    CHECK_FALSE(rawi::text::has_right_to_left("abc 漢字 123 “”"));
}
