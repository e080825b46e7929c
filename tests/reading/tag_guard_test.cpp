#include "reading/tag_guard.hpp"

#include <catch2/catch.hpp>
#include <string>

using rawi::reading::TagGuard;
using Markup = rawi::reading::TagGuard::Markup;

namespace {

/// Whether a page is let pass that may have three attributes a tag; in one piece and byte by byte.
bool passes(const std::string& page, Markup markup) {
    TagGuard whole(markup, 3);
    TagGuard pieces(markup, 3);
    const bool passed = whole.pass(page);
    bool all = true;
    for (const char c : page) all = pieces.pass(std::string_view(&c, 1));
    CHECK(all == passed);
    return passed;
}

}  // namespace

TEST_CASE("Tags with more attributes than any page has are seen, however they hide their end") {
    for (const char* page : {
             "<p a=1 b=2 c=3 d=4>", "<p a b c d>", "<p a=1 b='>' c=\">\" d>", "<p a='<' b='<' c='<' d='<'>",
             "<p\na\tb\rc\fd>", "<p/a/b/c/d>", "<P A B C D>", "<p a = 1 b = '2' c d>", "<p a=x/y b=1 c d>",
             "<b><p a b c d>", "text < 3 <p a b c d>", "<!-- x --><p a b c d>", "<!-- x ---><p a b c d>",
             "<![CDATA[ x ]]><p a b c d>", "<![CDATA[ x ]]]><p a b c d>", "<!DOCTYPE html><p a b c d>",
             "<?xml version='1.0'?><p a b c d>", "<p a b c",  // goes on
         }) {
        CAPTURE(page);
        const bool more = std::string(page) != "<p a b c";
        CHECK(passes(page, Markup::html) != more);
        CHECK(passes(page, Markup::xml) != more);
    }
}

TEST_CASE("Nothing that a parser may read otherwise hides a tag with many attributes") {
    const std::string many = " a b c d e f g h i j k l m n o p q r s t";
    for (const char* before : {
             "<p",
             "<!-- x --!><p",
             "<!--><p",
             "<!---><p",
             "<![CDATA[><p",
             "<![CDATA[<p",
             "<!x <p b=\"><p",
             "<?x <p b=\"><p",
             "</x <p b=\"><p",
             "</<p",
             "<<p",
             "<:",
             "<script></script x><p",
             "<!DOCTYPE x PUBLIC \"> <p b='\" ><p",
             "<p =\"",
             "<p a,=\"",
             "<p /a=\"",
             "<p\"",
             "<p a=b=\"",
             "<p a='x'b=\"y\"c",
             "<!-- <script> --><p",
         }) {
        CAPTURE(before);
        CHECK_FALSE(passes(before + many + ">", Markup::html));
        CHECK_FALSE(passes(before + many + ">", Markup::xml));
    }
    std::string names;  // libxml2 cuts names
    for (int i = 0; i < 20; ++i) names += std::string(99, 'a') + static_cast<char>('a' + i);
    CHECK_FALSE(passes("<!x <p " + names + ">", Markup::html));
    CHECK(passes("<!-- <p title='" + many + "'> " + many + many + " --> " + many, Markup::html));
}

TEST_CASE("Many tags that have many attributes are too many together") {
    const auto page = [](int tags) {
        std::string text;
        for (int tag = 0; tag < tags; ++tag) {
            text += "<p";
            for (int i = 0; i < 150; ++i) text += " a" + std::to_string(i);
            text += ">";
        }
        return text;
    };
    TagGuard few(Markup::html, 150);
    CHECK(few.pass(page(10)));
    TagGuard many(Markup::html, 150);
    CHECK_FALSE(many.pass(page(20)));
}

TEST_CASE("What is no tag has no attributes") {
    for (const char* page : {
             "",
             "a b c d e",
             "<p a b c></p><p a b c>",
             "<p title='a b c d e'>",
             "<p title=\"a b=1 c=2 d=3 e=4\">",
             "a < b c d e f",
             "<!-- <p a b c d> -->",
             "<!-- > <p a b c d> -->",
             "<p>it's a b c d e</p>",
         }) {
        CAPTURE(page);
        CHECK(passes(page, Markup::html));
        CHECK(passes(page, Markup::xml));
    }
    CHECK(passes("<script>if (a <b c d e f) g</script>", Markup::html));
    CHECK(passes("<STYLE>a <b c d e f </STYLE >", Markup::html));
    CHECK_FALSE(passes("<script>x</script><p a b c d>", Markup::html));
    CHECK_FALSE(passes("<script a b c d>", Markup::html));
    CHECK_FALSE(passes("<script/><p a b c d>", Markup::html));  // holds nothing
    CHECK_FALSE(passes("<script><p a b c d>", Markup::xml));
    CHECK(passes("<![CDATA[<p a b c d>]]>", Markup::xml));
}
