#include "text/origin.hpp"

#include <catch2/catch.hpp>

using rawi::text::print_of_origin;

TEST_CASE("An origin is printed the same everywhere, without its name", "[text]") {
    CHECK(print_of_origin("/home/jane/news/1.txt") == "#6466c8ef79ee97ca");
    CHECK(print_of_origin("/home/jane/news/2.txt") != print_of_origin("/home/jane/news/1.txt"));
    for (const char* itself : {"", "<stdin>", "<stdin>:17", "#6466c8ef79ee97ca"})
        CHECK(print_of_origin(itself) == itself);
}
