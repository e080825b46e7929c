// The line that shows how far a long run has come.
#include "cli/progress.hpp"

#include <catch2/catch.hpp>

using rawi::cli::text_of;

TEST_CASE("progress tells articles, share, speed, time left and failures") {
    CHECK(text_of({.articles = 450, .bytes = 25'000'000, .total = 100'000'000}, 10) ==
          "450 articles, 25 %, 2.5 MB/s, 0:30 left");
    CHECK(text_of({.articles = 1, .bytes = 1'000'000, .total = 9'000'000'000, .failures = 1}, 1) ==
          "1 article, 0 %, 1.0 MB/s, 2:29:59 left, 1 failure");
    CHECK(text_of({.articles = 7, .bytes = 3'000'000, .total = 0, .failures = 12}, 2) ==
          "7 articles, 1.5 MB/s, 12 failures");  // from a pipe: nobody knows how much is to come
    CHECK(text_of({.articles = 9, .bytes = 100, .total = 100}, 4) == "9 articles, 100 %, 0.0 MB/s, 0:00 left");
    CHECK(text_of({.articles = 0, .bytes = 0, .total = 100}, 0) == "0 articles, 0 %, 0.0 MB/s");
}
