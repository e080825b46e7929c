#include "language/outlet_rows.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace rawi::language;

TEST_CASE("a line of a list of outlets has key, kind, country and names", "[language]") {
    const auto row = read_outlet_row("echo \tnewspaper\tLB\tEcho | ~ The Daily |  | صدى\r");
    REQUIRE(row);
    CHECK(row->key == "echo");
    CHECK(row->kind == "newspaper");
    CHECK(row->country == "LB");
    REQUIRE(row->names.size() == 3);
    CHECK((row->names[0].text == "Echo" && !row->names[0].common));
    CHECK((row->names[1].text == "The Daily" && row->names[1].common));
    CHECK(row->names[2].text == "صدى");
    CHECK(row->hosts.empty());
    const auto with_hosts = read_outlet_row("echo\tnewspaper\tLB\tEcho\techo.com.lb | | echo.example\r");
    REQUIRE(with_hosts);
    CHECK(with_hosts->hosts == Pieces{"echo.com.lb", "echo.example"});
    CHECK(read_outlet_row("echo\t\t\tEcho"));  // a user's list may not know more
    for (const char* line : {"", "echo", "echo\tnewspaper\tLB", "echo\tnewspaper\tLB\t", "\tnewspaper\tLB\tEcho",
                             "echo\tnewspaper\tLB\t~", "echo\tnewspaper\tLB\tEcho\techo.example\tmore"}) {
        CAPTURE(line);
        CHECK_FALSE(read_outlet_row(line));
    }
}

TEST_CASE("empty lines and comments are no outlets, and the others keep their numbers", "[language]") {
    std::string seen;
    each_outlet_row("# key\n\n  \r\na\tagency\tFR\tA\n # more\nb\n",
                    [&](std::size_t number, const std::optional<OutletRow>& row) {
                        seen += std::to_string(number) + (row ? std::string(row->key) : "?") + ' ';
                    });
    CHECK(seen == "4a 6? ");
    std::size_t faults = 0, rows = 0;
    each_outlet_row(built_in_outlets(), [&](std::size_t, const std::optional<OutletRow>& row) {
        ++rows;
        faults += row && !row->kind.empty() && !row->country.empty() ? 0 : 1;
    });
    CHECK(rows > 100);
    CHECK(faults == 0);
}
