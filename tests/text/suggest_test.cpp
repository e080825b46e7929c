#include "text/suggest.hpp"

#include <catch2/catch.hpp>

using rawi::text::nearest;

TEST_CASE("the nearest word is suggested, and none where none is near") {
    const std::vector<std::string> words{"analyze", "convert", "languages", "formats", "json", "jsonl", "svg"};
    CHECK(nearest("analyse", words) == "analyze");
    CHECK(nearest("anlayze", words) == "analyze");
    CHECK(nearest("ANALYZE", words) == "analyze");
    CHECK(nearest("lang", words) == "languages");
    CHECK(nearest("jsno", words) == "json");
    CHECK(nearest("jsnol", words) == "jsonl");
    CHECK(nearest("sgv", words) == "svg");
    CHECK(nearest("xyz", words).empty());
    CHECK(nearest("", words).empty());
    CHECK(nearest("completely-else", words).empty());
    CHECK(nearest(std::string(100000, 'a'), words).empty());
    CHECK(nearest("x", {}).empty());
    CHECK(nearest("-o", {"-h", "--help"}).empty());
}
