#include "reading/html_bulk.hpp"

#include <catch2/catch.hpp>
#include <string>

using rawi::reading::BulkFilter;

namespace {

/// In one piece and byte by byte, which is the same.
std::string filtered(const std::string& page) {
    BulkFilter whole, pieces;
    whole.take(page);
    for (const char c : page) pieces.take(std::string_view(&c, 1));
    std::string result = whole.page();
    CHECK(pieces.page() == result);
    return result;
}

const std::string large(5000, 'A');

}  // namespace

TEST_CASE("What holds text stays in a page as it is", "[reading]") {
    for (const std::string page : {
             "",
             "<!DOCTYPE html><html><body class=\"x\"><p title='a > b'>1 < 2 <= 3 & <b>more</b></p></body></html>",
             "<a href=http://e.com/?a=b>x</a><br/><p x= 'y' z>",
             "<script type='application/ld+json'>{\"a\": \"</b> <!-- x\"}</script>",
             "<SCRIPT TYPE=Application/LD+JSON>{}</SCRIPT >",
             "<script src='x.js'></script><style></style>",
             "<p>a</p><",
             "<!>",
         }) {
        CAPTURE(page);
        CHECK(filtered(page) == page);
    }
    CHECK(filtered("<p a=\"") == "<p a=");  // a value that never ends is none
}

TEST_CASE("Scripts, styles, long comments and long values are taken out", "[reading]") {
    const std::string cases[][2] = {
        {"a<script>if (a < b) '<p>' </scrip </Script>b", "a<script></Script>b"},
        {"<style media=x>p { } <</style ><p>", "<style media=x></style ><p>"},
        {"<script type='text/json'>{}</script><script>{}", "<script type='text/json'></script><script>"},
        {"a<!-- <p> -- > --->b<!---->c", "a<!-- <p> -- > --->b<!---->c"},
        {"a<!-- <p> -- > " + large + "--->b<!--", "a<!---->b<!--"},
        {"<img src=\"data:" + large + "\" alt='x'>", "<img src=\"\" alt='x'>"},
        {"<img src='data:" + large + "'>", "<img src=\"\">"},
        {"<img src=data:" + large + ">b", "<img src=\"\">b"},
        {"<img src=" + large + " alt=x>", "<img src=\"\" alt=x>"},
    };
    for (const auto& [page, kept] : cases) {
        CAPTURE(page);
        CHECK(filtered(page) == kept);
    }
}

TEST_CASE("Brackets before letters are counted as elements", "[reading]") {
    CHECK(rawi::reading::elements_in("") == 0);
    CHECK(rawi::reading::elements_in("<p>a</p> < b <") == 1);
    CHECK(rawi::reading::elements_in("<b><i><!-- --></i></b>") == 2);
}
