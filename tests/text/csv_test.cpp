#include "text/csv.hpp"

#include <catch2/catch.hpp>

using rawi::text::csv_cell;

TEST_CASE("a cell is quoted where it must be, and never runs as a formula", "[text]") {
    CHECK(csv_cell("") == "");
    CHECK(csv_cell("a b;c") == "a b;c");
    CHECK(csv_cell("a,b") == "\"a,b\"");
    CHECK(csv_cell("two\nlines") == "\"two\nlines\"");
    CHECK(csv_cell("said \"no\"") == "\"said \"\"no\"\"\"");
    CHECK(csv_cell("3-4") == "3-4");
    for (const char* formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\uFF1D1", "\uFF0B1", "\uFF0D1", "\uFF201"})
        CHECK(csv_cell(formula) == '\'' + std::string(formula));
    CHECK(csv_cell("\t=1") == "'\t=1");
    CHECK(csv_cell("\n=1,2") == "\"'\n=1,2\"");
    CHECK(csv_cell(std::string("\0=1", 3)) == "'=1");
}

TEST_CASE("a cell shows what it holds: without controls and without what reorders text", "[text]") {
    CHECK(csv_cell("a\x1B[31mb\x7F\u009B2Jc") == "a[31mb2Jc");
    CHECK(csv_cell("\u202Eevil\u202C and \u2067more\u2069") == "evil and more");
    CHECK(csv_cell("one\u2028two\u2029three\u0085four") == "one two three four");
    CHECK(csv_cell("\u202E=1+1") == "'=1+1");  // the formula shows only without it
    CHECK(csv_cell("\u200Fقال\u200E \u00E9 \u061C") == "\u200Fقال\u200E \u00E9 \u061C");
    CHECK(csv_cell("\xFFz") == "\xFFz");
}
