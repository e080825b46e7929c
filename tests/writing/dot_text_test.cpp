// Text of any kind in DOT strings, HTML-like labels and URLs.
#include "writing/dot_text.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace rawi::writing;

TEST_CASE("a label wraps into lines of about the same length", "[dot]") {
    CHECK(dot_label("a spokeswoman for the shipping line Nordkap", {26, 3, false}) ==
          "a spokeswoman for the\\nshipping line Nordkap");
    CHECK(dot_label("Reuters", {26, 3, false}) == "Reuters");
    CHECK(dot_label("", {26, 3, false}).empty());
}

TEST_CASE("a label that is too long ends in an ellipsis", "[dot]") {
    CHECK(dot_label("one two three four five six", {9, 2, false}) == "one two\\nthree…");
    const std::string label = dot_label(std::string(100'000, 'x'), {10, 2, false});
    CHECK(label == "xxxxxxxxxx\\nxxxxxxxxx…");
    CHECK(dot_label("x" + std::string(100'000, ' '), {10, 2, false}).size() < 8);
}

TEST_CASE("right-to-left lines stand in isolates", "[dot]") {
    CHECK(dot_label("قال فلان.", {26, 3, true}) == "\u2067قال فلان.\u2069");
    CHECK(dot_label("قال فلان.", {26, 3, false}) == "\u2067قال فلان.\u2069");
    CHECK(dot_label("BBC عربي", {26, 3, true}) == "\u2067BBC عربي\u2069");
    CHECK(dot_label("the newspaper عكاظ", {26, 3, false}) == "\u2066the newspaper عكاظ\u2069");
    CHECK(dot_label("Reuters", {26, 3, true}) == "Reuters");
    CHECK(dot_label("ونقلت عن Reuters", {9, 3, true}) == "\u2067ونقلت عن\u2069\\n\u2067Reuters\u2069");
}

TEST_CASE("backslashes and entities mean themselves", "[dot]") {
    CHECK(dot_label("C:\\New \\N", {26, 3, false}) == "C:\\\\New \\\\N");
    CHECK(dot_string("a &lt; b & c &#38; AT&T;") == "a &amp;lt; b & c &amp;#38; AT&amp;T;");
    CHECK(dot_string("say \"so\"") == "say \"so\"");  // cgraph quotes these itself
}

TEST_CASE("controls, bidi controls and what XML forbids are removed", "[dot]") {
    CHECK(cleaned(std::string("a\0b\x1B[31mc\x7F", 10)) == "ab[31mc");
    CHECK(cleaned("a\u202Eb\u2066c\u2069d\uFFFEe\uFFFFf\u0080g") == "abcdefg");
    CHECK(cleaned(" two\r\n\tlines ") == "two lines");
    CHECK(cleaned("bad \xFF\xC3") == "bad \uFFFD\uFFFD");
}

TEST_CASE("no string is longer than DOT's reader takes", "[dot]") {
    CHECK(dot_string(std::string(100'000, '\\')).size() < 16'384);
    CHECK(dot_string(std::string(100'000, 'x')).size() < 16'384);
    CHECK(dot_string(std::string(15'000, 'x')) == std::string(15'000, 'x'));
}

TEST_CASE("nothing of an article is markup in an HTML-like label", "[dot]") {
    CHECK(html_text("<B>&amp;\"\\N", false) == "&lt;B&gt;&amp;amp;&quot;&#92;N");
    CHECK(html_text("قال", false) == "\u2067قال\u2069");
}

TEST_CASE("only plain web addresses become links", "[dot]") {
    CHECK(safe_url("https://x.example/a?b=1&c=2") == "https://x.example/a?b=1&amp;c=2");
    CHECK(safe_url("HTTP://x.example/") == "HTTP://x.example/");
    CHECK(safe_url("https://x.example/\"><script>") == "https://x.example/%22%3E%3Cscript%3E");
    CHECK(safe_url("https://x.example/\\N خبر") == "https://x.example/%5CN%20%D8%AE%D8%A8%D8%B1");
    CHECK(safe_url("javascript:alert(1)").empty());
    CHECK(safe_url("java\nscript:alert(1)").empty());
    CHECK(safe_url("data:text/html,x").empty());
    CHECK(safe_url("file:///etc/passwd").empty());
    CHECK(safe_url("https://x.example/" + std::string(3'000, 'a')).empty());
    CHECK(safe_url("").empty());
}
