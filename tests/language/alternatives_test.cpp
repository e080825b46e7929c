#include "language/alternatives.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace rawi::language;

namespace {

/// The entries with "/" between them, or what is wrong.
std::string listed(std::string_view line) {
    const Alternatives found = alternatives(line);
    if (!found.fault.empty()) return "fault: " + found.fault;
    std::string text;
    for (const std::string& entry : found.entries) text.append(text.empty() ? "" : "/").append(entry);
    return text;
}

}  // namespace

TEST_CASE("A line of a list stands for its entries and for those of its groups", "[language]") {
    CHECK(listed("one") == "one");
    CHECK(listed("one word | two  words|three") == "one word/two  words/three");
    CHECK(listed("(a | b) c") == "a c/b c");
    CHECK(listed("a (b | c) (d)?") == "a b d/a b/a c d/a c");
    CHECK(listed("(a)? b (c | (d | e) f)") == "a b c/a b d f/a b e f/b c/b d f/b e f");
    CHECK(listed("a(b|c)d") == "a b d/a c d");
    CHECK(listed("من (دون)? (ذكر | كشف) اسمه") == "من دون ذكر اسمه/من دون كشف اسمه/من ذكر اسمه/من كشف اسمه");
}

TEST_CASE("Nothing is no entry", "[language]") {
    CHECK(listed("").empty());
    CHECK(listed(" | a ||") == "a");
    CHECK(listed("(a)?") == "a");
    CHECK(listed("()?").empty());
    CHECK(listed("( | a) b") == "b/a b");
}

TEST_CASE("A line that stands for too much or is not closed lists nothing", "[language]") {
    CHECK(listed("(a") == "fault: a ( without its )");
    CHECK(listed("a | b)") == "fault: a ) without its (");
    CHECK(listed(std::string(9, '(') + "a" + std::string(9, ')')) == "fault: groups stand more than 8 deep");
    std::string many;
    for (int i = 0; i < 40; ++i) many += "(a | b)";
    CHECK(listed(many) == "fault: the line stands for more than 10000 entries");
    std::string long_list = "a";
    for (int i = 0; i < 10'000; ++i) long_list += "|a";
    CHECK(listed(long_list) == "fault: the line stands for more than 10000 entries");
}
