// What a row of nodes can begin with: all that can match must be in it, and what cannot should not.
#include <catch2/catch.hpp>

#include "language/test_pack.hpp"

using rawi::language::Known;
using rawi::language::Opening;
using rawi::language::Part;
using rawi::text::CharClass;

namespace {

const rawi::language::Pack& pack() {
    static const test::PackText text(test::small_pack(R"(rule class
  on    finite
  match cue <complementiser> content:clause
rule optional
  on    finite
  match cue comma? 'that'* ( <conjunction> | quote )+ content:clause
rule spare
  on    finite
  match cue comma? content:clause
rule looks
  on    finite
  match cue !<title> &/noun|proper/ content:phrase
rule gap
  on    finite
  match cue gap own content:phrase
)"));
    static const rawi::language::Pack compiled = test::compiled(text);
    return compiled;
}

const Opening& opening(std::string_view name, std::size_t node = 0) {
    for (const auto& rule : pack().rules) {
        if (rule.name == name) return pack().openings[rule.right[node].row_opening];
    }
    throw std::logic_error("no rule");
}

}  // namespace

TEST_CASE("a row begins with what its first node matches", "[language]") {
    CHECK_FALSE(opening("xx/class").anything);
    CHECK(opening("xx/class").classes == rawi::language::set_of({Known::complementiser}));
}

TEST_CASE("behind what may be missing the next node begins", "[language]") {
    const Opening& found = opening("xx/optional");
    CHECK_FALSE(found.anything);
    CHECK(found.has(CharClass::comma));
    CHECK_FALSE(found.has(CharClass::colon));
    CHECK(found.words == std::vector{pack().lexicon.find("that")});
    CHECK(found.classes == rawi::language::set_of({Known::conjunction}));
    CHECK(found.quotation);
}

TEST_CASE("a clause can begin with anything", "[language]") {
    CHECK(opening("xx/spare").anything);
    CHECK(opening("xx/class", 1).anything);
    CHECK(opening("xx/gap").anything);
}

TEST_CASE("what must be seen ahead tells, what must not be there does not", "[language]") {
    const Opening& found = opening("xx/looks");
    CHECK_FALSE(found.anything);
    CHECK(found.classes.none());
    CHECK(found.parts.has(Part::proper));
    CHECK_FALSE(found.parts.has(Part::verb));
}

TEST_CASE("behind a gap its end is looked for", "[language]") {
    CHECK_FALSE(opening("xx/gap", 1).anything);
    CHECK(opening("xx/gap", 1).own);
}
