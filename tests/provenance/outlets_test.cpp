// fixtures/outlets/hosts.tsv: what an outlet that is given by its host is called, and which one it is. To add a case:
// add a line; no C++ is needed.
#include "provenance/outlets.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <string>

#include "language/outlet_rows.hpp"
#include "rawi/error.hpp"

using namespace rawi::provenance;

namespace {

std::string take_column(std::string& line) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string column = line.substr(0, tab);
    line.erase(0, tab + 1);
    return column;
}

}  // namespace

TEST_CASE("an outlet that is given by its host is the listed one, and is called so", "[outlets]") {
    std::ifstream table(RAWI_SOURCE_DIR "/fixtures/outlets/hosts.tsv");
    const OutletList& outlets = built_in_outlets();
    std::size_t cases = 0;
    for (std::string line; std::getline(table, line);) {
        if (line.starts_with('#')) continue;
        CAPTURE(line);
        const std::string given = take_column(line);
        const std::string left_to_right = take_column(line);
        const std::string right_to_left = take_column(line);
        CHECK(outlets.hosts().name_for(given, false) == left_to_right);
        CHECK(outlets.hosts().name_for(given, true) == right_to_left);
        CHECK(outlets.key({}, given) == line);
        ++cases;
    }
    CHECK(cases > 20);
}

TEST_CASE("no host in the built-in list is two outlets', and most have one", "[outlets]") {
    std::map<std::string, std::string> seen;
    std::size_t with_hosts = 0;
    rawi::language::each_outlet_row(rawi::language::built_in_outlets(),
                                    [&](std::size_t, const std::optional<rawi::language::OutletRow>& row) {
                                        REQUIRE(row);
                                        with_hosts += row->hosts.empty() ? 0 : 1;
                                        for (const std::string_view host : row->hosts) {
                                            CAPTURE(host);
                                            CHECK(rawi::language::fault_of_host(host).empty());
                                            CHECK(seen.emplace(host, row->key).second);
                                        }
                                    });
    CHECK(with_hosts > 500);
}
