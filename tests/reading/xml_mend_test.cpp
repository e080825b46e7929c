#include "reading/xml_mend.hpp"

#include <catch2/catch.hpp>
#include <string>

using rawi::reading::XmlMender;

namespace {

/// In one piece and byte by byte, which is the same.
std::string mended(const std::string& text) {
    XmlMender whole;
    const std::string at_once = whole.mend(text, true);
    XmlMender pieces;
    std::string one_by_one;
    for (const char c : text) one_by_one += pieces.mend(std::string_view(&c, 1), false);
    one_by_one += pieces.mend({}, true);
    CHECK(one_by_one == at_once);
    return at_once;
}

}  // namespace

TEST_CASE("What feeds write that is no XML is mended") {
    const std::string pairs[][2] = {
        {"R&D", "R&amp;D"},
        {"a & b", "a &amp; b"},
        {"&", "&amp;"},
        {"&&amp;", "&amp;&amp;"},
        {"x?a=1&b=2;", "x?a=1&amp;b=2;"},
        {"a&nbsp;b", "a\u00A0b"},
        {"caf&eacute; &laquo;x&raquo;", "café «x»"},
        {"&nosuch;", "&amp;nosuch;"},
        {"&#0;&#x8;", "  "},
        {"&#;&#D;&#xG;", "&amp;#;&amp;#D;&amp;#xG;"},
        {"&#99999999999999999999;", "&amp;#99999999999999999999;"},
        {"&" + std::string(60, 'a') + ";", "&amp;" + std::string(60, 'a') + ";"},
        {"1 < 2 <= 3 <", "1 &lt; 2 &lt;= 3 &lt;"},
        {"<a href='x?a=1&b=<2>'/>", "<a href='x?a=1&amp;b=&lt;2>'/>"},
        {"a <b <c/> d", "a &lt;b <c/> d"},
        {"<a>it's <b>x</a>", "<a>it's <b>x</b></a>"},
        {"<a><p>x<br>y</p></a>", "<a><p>x<br>y</br></p></a>"},
        {"<a href=http://x/?a=1&b=2>y</a>", "<a href=\"http://x/?a=1&amp;b=2\">y</a>"},
        {"<a href=x\"y' b = 'z'/>", "<a href=\"x&quot;y'\" b = 'z'/>"},
        {"<a b='x>y'c=\"d\" />", "<a b='x>y' c=\"d\" />"},
        {"<option selected>x</option>", "<option selected=\"\">x</option>"},
        {"<a b='1' b='2' 3='4' ='5' \"/>", "<a b='1'    />"},
        {"<a b='1\n2'\n\nc=3>x</a>", "<a b='1\n2'\n\nc=\"3\">x</a>"},
        {"<http://example.com/> <me@example.com>", "&lt;http://example.com/> &lt;me@example.com>"},
        {"<a=b>", "&lt;a=b>"},
        {"&#60;&#x3C;", "&lt;&lt;"},
        {"<!DOCTYPE x [<!ENTITY y '&#60;a>'>]>", "<!DOCTYPE x [<!ENTITY y '&lt;a>'>]>"},
        {"<a>x</b></a>", "<a>x</a>"},
        {"<a><b>x", "<a><b>x</b></a>"},
        {"<a><b>x</b", "<a><b>x&lt;/b</b></a>"},
        {"<!-- x --> & <![CDATA[ y ]]> &", "<!-- x --> &amp; <![CDATA[ y ]]> &amp;"},
    };
    for (const auto& [given, wanted] : pairs) {
        CAPTURE(given);
        CHECK(mended(given) == wanted);
    }
}

TEST_CASE("What is XML stays as it is") {
    for (const char* given : {
             "",
             "<a b='1'>x</a>",
             "<a b\n=\n'1>2'\n/>",
             "<?xml version=\"1.0\"?><a><b c=\"/>\"/><b></b></a>",
             "<ب ت='1'>x</ب>",
             "&amp;&lt;&gt;&quot;&apos;",
             "&#160;&#xA0;",
             "<![CDATA[ R&D &nbsp; 1 < 2 ]] ]]]><a/>",
             "<!-- R&D &nbsp; - -- --->",
             "<?x R&D ?>",
             "<![CDATA[ never & ended",
             "<!DOCTYPE x [<!ENTITY house 'R&amp;D'>]><a>&house;</a>",
         }) {
        CAPTURE(given);
        CHECK(mended(given) == given);
    }
}

TEST_CASE("What was mended is counted") {
    XmlMender mender;
    (void)mender.mend("<a><b>x</a></c><d>", true);
    CHECK(mender.mended_tags() == 2);
    CHECK(mender.left_open() == 1);
    XmlMender deep;
    std::string many;
    for (int i = 0; i < 100'000; ++i) many += "<a>";
    CHECK(deep.mend(many, true) == many);
    CHECK(deep.left_open() == 0);
}

TEST_CASE("Items above a size are left out with all that is in them") {
    const auto mended_items = [](const std::string& text) {
        XmlMender whole("item entry", 20);
        const std::string at_once = whole.mend(text, true);
        XmlMender pieces("item entry", 20);
        std::string one_by_one;
        for (const char c : text) one_by_one += pieces.mend(std::string_view(&c, 1), false);
        one_by_one += pieces.mend({}, true);
        CHECK(one_by_one == at_once);
        CHECK(pieces.take_too_large() == whole.take_too_large());
        return at_once;
    };
    const std::string large(30, 'x');
    CHECK(mended_items("<a><item>small</item></a>") == "<a><item>small</item></a>");
    CHECK(mended_items("<a><item>" + large + "</item><item/></a>") == "<a><left-out/><item/></a>");
    CHECK(mended_items("<a><x:entry>1\n<b>\n" + large + "</b>\n</x:entry><item>2</item></a>") ==
          "<a>\n\n\n<left-out/><item>2</item></a>");
    CHECK(mended_items("<a><b><item>" + large + "<c></b><d/></a>") == "<a><b><left-out/></b><d/></a>");
    CHECK(mended_items("<a><b><item>" + large + "<c>") == "<a><b><left-out/></b></a>");
    CHECK(mended_items("<a><item><![CDATA[" + large + "</item>]]></item>x</a>") == "<a><left-out/>x</a>");
    CHECK(mended_items("<item>" + large + "</item>") == "<left-out/>");
    CHECK(mended_items("<a><items>" + large + "</items></a>") == "<a><items>" + large + "</items></a>");
    std::string deep;
    for (int i = 0; i < 300; ++i) deep += "<b>";
    CHECK_NOTHROW(mended_items("<a><item>" + large + deep + "</item></a>"));

    XmlMender mender("item", 20);
    (void)mender.mend("<a>\n<item>x</item>\n\n<item>" + large + "</item>\n<item>" + large, true);
    CHECK(mender.take_too_large() == std::vector<std::size_t>{4, 5});
    CHECK(mender.take_too_large().empty());
}
