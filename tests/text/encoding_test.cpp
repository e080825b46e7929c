#include "text/encoding.hpp"

#include <catch2/catch.hpp>
#include <string>

using rawi::text::decode;
using rawi::text::valid_utf8;

TEST_CASE("well-formed UTF-8 by Unicode's table 3-7") {
    for (const std::string good : {"", "plain ASCII, longer than a word", "\xD9\x82\xD8\xA7\xD9\x84", "\xE2\x80\x8F",
                                   "\xED\x9F\xBF", "\xEE\x80\x80", "\xF0\x90\x80\x80", "\xF4\x8F\xBF\xBF"}) {
        INFO(good);
        CHECK(valid_utf8(good));
        CHECK(valid_utf8("eight___" + good + "eight___"));
    }
    for (const std::string bad :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xD9", "\xD9 ", "\xE0\x9F\x80", "\xED\xA0\x80", "\xE2\x80",
          "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF", "\xF0\x90\x80"}) {
        CHECK_FALSE(valid_utf8(bad));
        CHECK_FALSE(valid_utf8("eight___" + bad));
        CHECK_FALSE(valid_utf8(bad + "eight___"));
    }
    CHECK(valid_utf8(std::string(3, '\0')));
}

TEST_CASE("valid UTF-8 is left as it is") {
    using namespace std::string_literals;
    const std::string text =
        "قال\0 ‏شيئا\r\n"s;  // with a NUL, a mark of direction and the line end of Windows
    REQUIRE(text.ends_with("\r\n"));
    const auto decoded = decode(text);
    CHECK(decoded.text == text);
    CHECK(decoded.encoding == "UTF-8");
    CHECK_FALSE(decoded.guessed);
    CHECK(decoded.replaced == 0);
}

TEST_CASE("damage in UTF-8 is replaced, counted and located") {
    const auto decoded = decode("قال \xD9 ثم \xE2\x80 قال");
    CHECK(decoded.text == "قال \xEF\xBF\xBD ثم \xEF\xBF\xBD قال");
    CHECK(decoded.replaced == 2);
    CHECK(decoded.first_replaced == 7);
    CHECK(decoded.encoding == "UTF-8");
    CHECK_FALSE(decoded.guessed);
}

TEST_CASE("a declared encoding is believed where the bytes allow it") {
    CHECK(decode("caf\xE9", "ISO-8859-1").text == "café");
    CHECK(decode("\x93quoted\x94", "iso-8859-1").text == "“quoted”");  // what people mean by Latin 1
    CHECK(decode("\xDE\xC7\xE1", "windows-1256").text == "قال");
    CHECK(decode("\xDE\xC7\xE1", "WINDOWS-1256").encoding == "windows-1256");
    CHECK(decode("قال", "windows-1256").text == "قال");  // valid UTF-8 is no accident
    CHECK(decode("plain", "no-such-thing").text == "plain");
    CHECK(decode("caf\xE9", "../../etc/passwd,version=1").text == "café");
}

TEST_CASE("UTF-16 comes by its mark or by its bytes, also cut in pieces") {
    const std::string little("\x42\x06\x27\x06\x44\x06\x20\x00\x31\x00\x0A\x00", 12);  // قال 1
    CHECK(decode(little).text == "قال 1\n");
    CHECK(decode(little).guessed);
    CHECK(decode("\xFF\xFE" + little).text == "قال 1\n");
    CHECK_FALSE(decode("\xFF\xFE" + little).guessed);
    rawi::text::StreamDecoder decoder("UTF-16LE");
    std::string text;
    for (const char byte : little) decoder.decode({&byte, 1}, false, text);
    decoder.decode({}, true, text);
    CHECK(text == "قال 1\n");
}

TEST_CASE("UTF-32 is told from its bytes, too") {
    std::string little, big;
    for (const char32_t unit : std::u32string(U"قال 1\n")) {
        for (const int place : {0, 8, 16, 24}) little += static_cast<char>(unit >> place & 0xFF);
        for (const int place : {24, 16, 8, 0}) big += static_cast<char>(unit >> place & 0xFF);
    }
    CHECK(decode(little).text == "قال 1\n");
    CHECK(decode(big).text == "قال 1\n");
    CHECK(decode(big).encoding == "UTF-32BE");
    CHECK(decode(std::string(64, '\0')).encoding == "UTF-8");
}
