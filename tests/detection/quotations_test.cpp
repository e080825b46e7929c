#include <catch2/catch.hpp>

#include "detection/small_pack.hpp"

using test::Detected;

namespace {

/// What stands within the quotations, outer ones first, with a bar between them; an unclosed one ends in "...".
std::string quotations_of(const std::string& text) {
    const Detected detected(text);
    std::string joined;
    for (const auto& quotation : detected.article.quotations) {
        if (quotation.close == quotation.open + 1) continue;  // given up: no closing mark
        if (!joined.empty()) joined += '|';
        joined += detected.text(quotation.inner()) + (quotation.closed ? "" : "...");
    }
    return joined;
}

}  // namespace

TEST_CASE("Quotation marks are paired, whatever way they point", "[detection]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"He said \"yes\" and \"no\".", "yes|no"},
        {"«واحد» و«اثنان»", "واحد|اثنان"},
        {"“«It is late.»", "It is late."},  // the first mark is a stray one
        {"“نعم” و “لا”", "نعم|لا"},
        {"لـ”الشرق الأوسط” اليوم", "الشرق الأوسط"},  // behind a clitic a closing mark opens
        {"ل\"تحرير\" المدينة", "تحرير"},
        {"قال \" نعم \" ثم", "نعم"},                   // spaces inside the marks
        {"«قال \"نعم\" أمس»", "قال \"نعم\" أمس|نعم"},  // nested
        {"\"He said 'no' to me\"", "He said 'no' to me|no"},
        {"''I want it,'' she said", "I want it,"},  // two apostrophes for a mark
        {"don't and workers' rights", ""},
        {"a lost \" mark here", ""},
        {"stray” closing mark", ""},
        {"\"One. Two.\n\"Three.\" End", "One. Two....|Three."},  // taken up again in the next paragraph
        {"“lost and “found” here", "found"},
        {"\"Old debts. The port said \"no more\" today.", "Old debts....|no more"},  // the first one never closes
        {"\"the \"blue\" port", "blue"},
    }));
    INFO(text);
    CHECK(quotations_of(text) == expected);
}

TEST_CASE("Marks that open and never close do not nest without end", "[detection]") {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "«قال ";
    const Detected detected(text);
    REQUIRE(!detected.article.quotations.empty());
    for (const auto& quotation : detected.article.quotations) {
        std::size_t depth = 1;
        for (std::uint32_t outer = quotation.parent; outer != rawi::detection::none && depth < 100; ++depth)
            outer = detected.article.quotations[outer].parent;
        CHECK(depth <= 8);
    }
}

TEST_CASE("Nothing stays in a quotation that is given up", "[detection]") {
    const std::string text = GENERATE("“He said «yes» and left", "“«It is late.»", "“He said «yes, ‘no’ and» left");
    INFO(text);
    const Detected detected(text);
    const auto& all = detected.article.quotations;
    const auto given_up = [&](std::uint32_t id) {
        return id != rawi::detection::none && all[id].close == all[id].open + 1 && !all[id].closed;
    };
    CHECK(given_up(0));
    for (const auto& quotation : all) CHECK_FALSE(given_up(quotation.parent));
    for (const auto& token : detected.article.tokens) CHECK_FALSE(given_up(token.quotation));
}
