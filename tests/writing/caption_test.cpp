#include "writing/caption.hpp"

#include <catch2/catch.hpp>

using rawi::CaptionFacts;
using rawi::writing::caption_of;
using rawi::writing::FigureScope;
using rawi::writing::readable_date;

TEST_CASE("dates are shown the way people read them") {
    CHECK(readable_date("2024-03-11") == "2024-03-11");
    CHECK(readable_date("2024-03-11T07:30:00Z") == "2024-03-11 07:30 UTC");
    CHECK(readable_date("2024-03-11T07:30:00.250+00:00") == "2024-03-11 07:30 UTC");
    CHECK(readable_date("2024-03-11 07:30") == "2024-03-11 07:30");
    CHECK(readable_date("2024-03-11T07:30:00+03:00") == "2024-03-11 07:30 +03:00");
    CHECK(readable_date("Fri, 09 Mar 2018 17:34:29 +0400") == "2018-03-09 17:34 +0400");
    CHECK(readable_date("Fri, 09 Mar 2018 11:08:04 GMT") == "2018-03-09 11:08 UTC");
    CHECK(readable_date("1438326300") == "2015-07-31 07:05 UTC");
    CHECK(readable_date("29/08/2019") == "2019-08-29");
    CHECK(readable_date("29/08/2019 10:05") == "2019-08-29 10:05");
    for (const char* none : {"", "yesterday", "T07:30", "2024-99-99T07:30:00Z", "منذ يومين"})
        CHECK(readable_date(none) == none);
}

TEST_CASE("a caption names corpus, articles, dates and command") {
    FigureScope scope;
    for (const char* date : {"2024-03-12", "", "10/03/2024", "Fri, 09 Mar 2018 17:34:29 +0400", "2024-03-11T07:30:00Z"})
        scope.add(date);
    CHECK(caption_of({"news.rawi", "rawi reliance news.rawi"}, scope, "en") ==
          "news.rawi · articles: 5\n2018-03-09 – 2024-03-12\nrawi reliance news.rawi");
    CHECK(caption_of({"news.rawi", ""}, scope, "ar") == "news.rawi · عدد المقالات: 5\n2018-03-09 – 2024-03-12");
    FigureScope one;
    one.add("2024-03-12");
    CHECK(caption_of({"", ""}, one, "xx") == "articles: 1\n2024-03-12");
    CHECK(caption_of({"", ""}, {}, "en") == "articles: 0");
}
