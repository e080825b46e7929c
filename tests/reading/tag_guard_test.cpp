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

TEST_CASE("What hides a tag from a reader of HTML hides it from the guard, and nothing else does") {
    for (const char* page : {
             "<!-- x --!><p a b c d>",
             "<!--><p a b c d> -->",
             "<!---><p a b c d> -->",
             "<!----><p a b c d> -->",
             "<![CDATA[><p a b c d>]]>",
             "<!x <p b=\"><p a b c d>",
             "<?x <p b=\"><p a b c d>",
             "</x <p b=\"><p a b c d>",
             "<<p a b c d>",
             "<: a b c d>",
         }) {
        CAPTURE(page);
        CHECK_FALSE(passes(page, Markup::html));
    }
    for (const char* page : {"<!-- -> --x> <p a b c d> -->", "<!b-><p a b c>", "<!--b-><p a b c d> -->"}) {
        CAPTURE(page);
        CHECK(passes(page, Markup::html));
    }
    CHECK_FALSE(passes("<?x <p b=' ?><p a b c d>", Markup::xml));
    CHECK_FALSE(passes("<ب a b c d>", Markup::xml));
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
