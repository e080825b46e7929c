#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <sstream>

#include "rawi/error.hpp"
#include "rawi/writing.hpp"

TEST_CASE("formats are found by name and by the end of a file's name") {
    REQUIRE(rawi::find_format("jsonl"));
    CHECK(rawi::find_format("jsonl")->extension == ".jsonl");
    CHECK(rawi::find_format("JSONL") == nullptr);
    CHECK(rawi::find_format("") == nullptr);
    REQUIRE(rawi::format_of_file("a.b/out.json"));
    CHECK(rawi::format_of_file("a.b/out.json")->name == "json");
    CHECK(rawi::format_of_file("out.jsonl")->name == "jsonl");
    CHECK(rawi::format_of_file("out.txt")->name == "text");
    REQUIRE(rawi::format_of_file("out.gv"));
    CHECK(rawi::format_of_file("out.gv")->name == "dot");
    CHECK(rawi::format_of_file("json") == nullptr);
    CHECK(rawi::format_of_file("") == nullptr);
}

TEST_CASE("every format is complete, and no two are mistaken for one another") {
    std::set<std::string_view> names;
    std::set<std::string_view> extensions;
    for (const rawi::Format& format : rawi::formats()) {
        CHECK(names.insert(format.name).second);
        CHECK(extensions.insert(format.extension).second);
        CHECK(format.extension.starts_with('.'));
        CHECK_FALSE(format.description.empty());
        CHECK(rawi::find_format(format.name) == &format);
        CHECK(rawi::format_of_file("x" + std::string(format.extension)) == &format);
        std::ostringstream out;
        CHECK(rawi::make_writer(format, out) != nullptr);
    }
    CHECK(std::is_sorted(rawi::formats().begin(), rawi::formats().end(),
                         [](const auto& a, const auto& b) { return a.name < b.name; }));
}

TEST_CASE("a format that is not listed cannot be made") {
    std::ostringstream out;
    CHECK_THROWS_AS(rawi::make_writer({"smoke", ".smoke", "", true}, out), rawi::Error);
}
