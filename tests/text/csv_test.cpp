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
