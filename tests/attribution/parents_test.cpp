#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "rawi/rawi.hpp"

TEST_CASE("No attribution stands inside itself, however the marks of an article are set", "[attribution]") {
    const auto [language, text] = GENERATE(table<std::string, std::string>({
        {"en", "“Saying: ‘I am late’ said CNN.”"},
        {"en", "“He said ‘“It was late” she said’ Keel said.”"},
        {"en", "\"Keel said: \"Doe said: \"Roe said.\""},
        {"ar", "«قال: «قالت الصحيفة إن» قال الوزير»"},
    }));
    INFO(text);
    const rawi::Document article({.language = language, .outlet = "Harbour Post"}, "", text);
    const std::vector<rawi::LanguagePack> packs{rawi::LanguagePack::built_in(language)};
    const rawi::Analysis analysis = rawi::analyze(article, packs);
    REQUIRE(!analysis.attributions.empty());
    for (const rawi::Attribution& attribution : analysis.attributions) {
        std::size_t depth = 0;
        for (auto outer = attribution.parent; outer && depth <= analysis.attributions.size(); ++depth)
            outer = analysis.attributions[static_cast<std::size_t>(*outer)].parent;
        CHECK(depth <= analysis.attributions.size());
    }
}
