// Texts made to cost time: what is done for each must not grow with the square of its size. Four times the text takes
// four times as long, by a square sixteen times; the bound is far from both, and processor time waits for nobody.
#include <catch2/catch.hpp>
#include <ctime>
#include <string>
#include <vector>

#include "rawi/rawi.hpp"

namespace {

rawi::Analysis analysed(const std::string& text) {
    const rawi::Document article({.language = "en", .outlet = "Harbour Post"}, "", text);
    static const std::vector<rawi::LanguagePack> packs{rawi::LanguagePack::built_in("en")};
    return rawi::analyze(article, packs);
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("Brackets without end and contents without end cost what their length does", "[attribution]") {
    const auto cost = [](std::size_t times) {
        const std::clock_t before = std::clock();
        CHECK(analysed("The minister said:\n" + repeated(")", 5 * times)).attributions.size() <= 1);
        // One content that reaches over all the others.
        const auto claims = analysed("The minister said:\n" + repeated("Jane Doe said the wall is safe. ", times));
        CHECK(claims.attributions.size() >= times);
        return static_cast<double>(std::clock() - before);
    };
    (void)cost(1);  // the pack is made
    const double quarter = cost(30'000);
    const double whole = cost(120'000);
    CHECK(whole < 9 * quarter);
}
