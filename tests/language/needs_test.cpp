// What rules cannot do without: that it is found in their patterns, and that presence of all of it, and only that,
// meets it.
#include <catch2/catch.hpp>

#include "language/test_pack.hpp"

using rawi::language::Known;
using rawi::language::Needs;
using rawi::language::Part;
using rawi::language::PartSet;
using rawi::language::Presence;
using rawi::text::CharClass;

namespace {

const rawi::language::Pack& pack() {
    static const test::PackText text(test::small_pack(R"(rule plain
  on    finite
  match cue content:clause
rule needy
  on    finite
  match colon cue comma 'that' <conjunction|title> /noun|proper/ content:quote
rule spare
  on    finite
  match cue comma? 'that'* ( <conjunction> | <title> ) !<outlet>
  give  nothing
)"));
    static const rawi::language::Pack compiled = test::compiled(text);
    return compiled;
}

const rawi::language::Rule& rule(std::string_view name) {
    for (const auto& rule : pack().rules) {
        if (rule.name == name) return rule;
    }
    throw std::logic_error("no rule");
}

/// Everything that the rule `needy` asks for behind its cue.
Presence everything() {
    Presence all;
    all.classes.set(index_of(Known::title));
    all.words = Presence::bit_of(pack().lexicon.find("that"));
    all.marks = 1u << static_cast<unsigned>(CharClass::comma);
    all.parts = PartSet(Part::proper);
    all.quotation = true;
    return all;
}

}  // namespace

TEST_CASE("a rule that asks for nothing is met by nothing", "[language]") {
    CHECK(rule("xx/plain").needs_right.met_by({}, 0));
    CHECK(rule("xx/plain").needs_left.met_by({}, 0));
}

TEST_CASE("what a pattern asks for must all be there", "[language]") {
    const Needs& needs = rule("xx/needy").needs_right;
    CHECK(needs.met_by(everything(), 0));
    Presence less = everything();
    SECTION("a class") {
        less.classes.reset();
    }
    SECTION("a word") {
        less.words = 0;
    }
    SECTION("a mark") {
        less.marks = 0;
    }
    SECTION("a part of speech") {
        less.parts = PartSet(Part::verb);
    }
    SECTION("a quotation") {
        less.quotation = false;
    }
    CHECK_FALSE(needs.met_by(less, 0));
}

TEST_CASE("the two sides of a cue are asked for apart", "[language]") {
    Presence colon;
    colon.marks = 1u << static_cast<unsigned>(CharClass::colon);
    CHECK(rule("xx/needy").needs_left.met_by(colon, 0));
    CHECK_FALSE(rule("xx/needy").needs_left.met_by(everything(), 0));
}

TEST_CASE("what a pattern can do without is not asked for", "[language]") {
    Presence conjunction;
    conjunction.classes.set(index_of(Known::conjunction));
    CHECK(rule("xx/spare").needs_right.met_by(conjunction, 0));  // no comma, no "that", and the outlet looked out for
}
