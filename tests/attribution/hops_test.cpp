#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "rawi/rawi.hpp"

TEST_CASE("The words that pass something on end without the mark behind them", "[attribution]") {
    const rawi::Document article({.language = "en", .outlet = "Harbour Post"}, "",
                                 "In remarks seen by the Harbour Post, mayor Dana Whitlock said the city had a plan.");
    const rawi::Analysis analysis = rawi::analyze(article, rawi::LanguagePack::built_in("en"));
    REQUIRE(analysis.attributions.size() == 1);
    REQUIRE(!analysis.attributions[0].hops.empty());
    CHECK(analysis.document.joined(analysis.attributions[0].hops.back().phrase) == "seen by the Harbour Post");
}

TEST_CASE("Each step of a chain that the text states has the rule that found it", "[attribution]") {
    const auto [language, text, states] = GENERATE(table<std::string, std::string, bool>({
        {"en", "Reuters reported that Finance Minister Jane Doe said the budget would be cut by a third.", true},
        {"en", "Jane Doe told Reuters that the budget would be cut by a third.", true},
        {"en", "Jane Doe said the budget would be cut by a third.", false},
        {"ar", "ذكرت رويترز أن وزير المالية سامي حداد قال إن الميزانية ستخفض بمقدار الثلث.", true},
    }));
    INFO(text);
    const rawi::Document article({.language = language, .outlet = "Harbour Post"}, "", text);
    const std::vector<rawi::LanguagePack> packs{rawi::LanguagePack::built_in(language)};
    const rawi::Analysis analysis = rawi::analyze(article, packs);
    REQUIRE(!analysis.attributions.empty());
    bool any = false;
    for (const rawi::Attribution& attribution : analysis.attributions) {
        for (const rawi::Hop& hop : attribution.hops) {
            CHECK(hop.inferred == hop.rule.empty());
            any = any || !hop.inferred;
        }
    }
    CHECK(any == states);
}
