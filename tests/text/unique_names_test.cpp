#include "text/unique_names.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

using rawi::text::UniqueNames;

TEST_CASE("a name is given once, whatever else has been asked for", "[text]") {
    UniqueNames names;
    CHECK(names("x") == "x");
    CHECK(names("x") == "x#2");
    CHECK(names("x#2") == "x#2#2");  // what stands for another is not free
    CHECK(names("x") == "x#3");
    UniqueNames others;
    CHECK(others("x#2") == "x#2");
    CHECK(others("x") == "x");
    CHECK(others("x") == "x#3");
}

TEST_CASE("many of one name are named in little time", "[text]") {
    UniqueNames names;
    std::set<std::string> given;
    for (int times = 0; times < 20'000; ++times) given.insert(names("x"));
    CHECK(given.size() == 20'000);
    CHECK(given.contains("x#20000"));
}
