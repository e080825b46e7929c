#include "text/moment.hpp"

#include <catch2/catch.hpp>

using namespace rawi::text;

namespace {

std::string read(std::string_view text) {
    const auto moment = read_moment(text);
    return moment ? text_of(*moment) : "none";
}

}  // namespace

TEST_CASE("dates are read in the ways articles give them") {
    CHECK(read("2015-07-31") == "2015-07-31");
    CHECK(read("20150731") == "2015-07-31");
    CHECK(read("2015/7/1") == "2015-07-01");
    CHECK(read("2017-03-10T19:32:00+01:00") == "2017-03-10T18:32:00Z");
    CHECK(read("2017-03-10T19:32Z") == "2017-03-10T19:32:00Z");
    CHECK(read("2017-03-10 19:32:05.123 -0500") == "2017-03-11T00:32:05Z");
    CHECK(read("2017-03-10T19:32:05.999999999999Z") == "2017-03-10T19:32:05Z");
    CHECK(read("2017-03-10T19:32:05.1234567890123456789-05:00") == "2017-03-11T00:32:05Z");
    CHECK(read("Sun, 29 Mar 2015 10:00:00 +0300") == "2015-03-29T07:00:00Z");
    CHECK(read("Fri, 06 Mar 2015 09:08:07 GMT") == "2015-03-06T09:08:07Z");
    CHECK(read("31/07/2015") == "2015-07-31");
    CHECK(read("07/31/2015") == "2015-07-31");
    CHECK(read("03/04/2015") == "2015-04-03");  // the day first
    CHECK(read("٢٠١٥-٠٧-٣١") == "2015-07-31");
    CHECK(read("1969-12-31T23:59:59Z") == "1969-12-31T23:59:59Z");
    CHECK(read("May 2, 2024") == "2024-05-02");
    CHECK(read("Thursday, Sept. 12th, 2024 at 1:05 PM") == "2024-09-12T13:05:00Z");
    CHECK(read("2024-05-02 12:30 a.m.") == "2024-05-02T00:30:00Z");
    CHECK(read("1714608000") == "2024-05-02T00:00:00Z");
    CHECK(read("1714608060123") == "2024-05-02T00:01:00Z");
    CHECK(read("1710010100") == "2024-03-09T18:48:20Z");  // no day of the year 1710
}

TEST_CASE("zones are read by name where the name is the same everywhere, else the hour is not known") {
    CHECK(read("Mon, 11 Mar 2024 20:00:00 EST") == "2024-03-12T01:00:00Z");
    CHECK(read("March 11, 2024 8:00 PM PDT") == "2024-03-12T03:00:00Z");
    CHECK(read("2024-03-11 20:00:00 UTC-5") == "2024-03-12T01:00:00Z");
    CHECK(read("2024-03-11 20:00 GMT+3") == "2024-03-11T17:00:00Z");
    CHECK(read("2024-03-11 20:00 +3") == "2024-03-11T17:00:00Z");
    CHECK(read("Mon, 11 Mar 2024 20:00:00 -0500 (EST)") == "2024-03-12T01:00:00Z");
    CHECK(read("2024-03-11T20:00:00.5Z") == "2024-03-11T20:00:00Z");
    CHECK(read("2024-03-11 20:00 IST") == "2024-03-11");
    CHECK(read("2024-03-11 20:00 +99:00") == "2024-03-11");
}

TEST_CASE("what is no date is none") {
    for (const char* text :
         {"", "yesterday", "2015-13-01", "2015-02-30", "32/01/2015", "12", "2015", "Sun, 99 Mar 2015", "May 32, 2024",
          "May 2024", "2015073110", "17146080001", "March of 2, 2024"}) {
        CAPTURE(text);
        CHECK(read(text) == "none");
    }
    CHECK_FALSE(read_moment(std::string(10000, '1')));
}

TEST_CASE("the day of a moment is the one written, whatever its zone") {
    const auto day = [](std::string_view text) {
        const auto found = read_day(text);
        return found ? iso(*found) : "none";
    };
    CHECK(day("2017-03-11T00:30:00+03:00") == "2017-03-11");
    CHECK(day("Sun, 29 Mar 2015 23:00:00 -0500") == "2015-03-29");
    CHECK(day("29/08/2019") == "2019-08-29");
    CHECK(day("20190829") == "2019-08-29");
    CHECK(day("in August") == "none");
}
