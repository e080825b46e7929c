#include "rawi/document.hpp"

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>
#include <vector>

using rawi::CodePointIndex;
using rawi::Document;

TEST_CASE("the analysed text is title, blank line, body") {
    const Document document({.id = "a"}, "عنوان", "قال الراوي.");
    CHECK(document.text() == "عنوان\n\nقال الراوي.");
    CHECK(document.text(document.title()) == "عنوان");
    CHECK(document.text(document.body()) == "قال الراوي.");
    CHECK(document.metadata().id == "a");
}

TEST_CASE("of several stretches it shows what was left out between them") {
    const Document document({}, "", "the wall, he said, is safe");
    CHECK(document.joined({{0, 8}, {19, 26}}) == "the wall … is safe");
    CHECK(document.joined({{0, 8}}) == "the wall");
    CHECK(document.joined({}).empty());
}

TEST_CASE("a span that ends before it begins is empty, and one that begins behind the text is another document's") {
    const Document document({}, "", "the wall");
    CHECK(rawi::Span{5, 3}.size() == 0);
    CHECK(rawi::Span{5, 3}.empty());
    CHECK(document.text({5, 3}).empty());
    CHECK(document.text({4, 100}) == "wall");
    CHECK(document.text({8, 8}).empty());
    CHECK_THROWS_AS(document.text({9, 12}), std::out_of_range);
    CHECK_THROWS_AS(document.text({9, 3}), std::out_of_range);
}

TEST_CASE("without a title the body is the text, byte for byte") {
    const Document document({}, "", "\n\n body \n");
    CHECK(document.text() == "\n\n body \n");
    CHECK(document.title().empty());
    CHECK(document.body() == rawi::Span{0, 9});
}

TEST_CASE("a title without a body still ends in a blank line") {
    const Document document({}, "title", "");
    CHECK(document.text() == "title\n\n");
    CHECK(document.body().empty());
}

TEST_CASE("spans stay good when a document moves") {
    Document first({}, "t", "a body that is too long for the small string buffer");
    const rawi::Span body = first.body();
    const Document second = std::move(first);
    CHECK(second.text(body) == "a body that is too long for the small string buffer");
}

namespace {

// The slow obvious way, to check the fast one against.
std::vector<std::size_t> code_point_begins(std::string_view text) {
    std::vector<std::size_t> begins;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) begins.push_back(at);
    }
    return begins;
}

}  // namespace

TEST_CASE("code points and bytes convert into each other around every stride") {
    const std::string unit = "aبج\xE2\x80\x8F\xF0\x9F\x98\x80z";  // code points of one to four bytes
    for (const std::size_t repeats : {0U, 1U, 17U, 18U, 19U, 20U, 36U, 64U, 200U}) {
        std::string text;
        for (std::size_t i = 0; i < repeats; ++i) text += unit;
        const CodePointIndex index(text);
        const auto begins = code_point_begins(text);
        for (std::size_t i = 0; i < begins.size(); ++i) {
            REQUIRE(index(static_cast<std::uint32_t>(begins[i])) == i);
            REQUIRE(index.byte_of(static_cast<std::uint32_t>(i)) == begins[i]);
        }
        CHECK(index(static_cast<std::uint32_t>(text.size())) == begins.size());
        CHECK(index(static_cast<std::uint32_t>(text.size() + 1000)) == begins.size());
        CHECK(index.byte_of(static_cast<std::uint32_t>(begins.size())) == text.size());
        CHECK(index.byte_of(4000000000U) == text.size());
    }
}

TEST_CASE("texts whose size is a multiple of the stride") {
    for (const std::size_t size : {255U, 256U, 257U, 512U}) {
        const std::string text(size, 'x');
        const CodePointIndex index(text);
        CHECK(index(static_cast<std::uint32_t>(size)) == size);
        CHECK(index.byte_of(static_cast<std::uint32_t>(size - 1)) == size - 1);
    }
}
