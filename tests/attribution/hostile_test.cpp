// Texts made to cost time: what is done for each must not grow with the square of its size. A square would take minutes
// here, so the bound is far from both.
#include <catch2/catch.hpp>
#include <chrono>
#include <string>
#include <vector>

#include "rawi/rawi.hpp"

namespace {

rawi::Analysis analysed(const std::string& text) {
    const rawi::Document article({.language = "en", .outlet = "Harbour Post"}, "", text);
    const std::vector<rawi::LanguagePack> packs{rawi::LanguagePack::built_in("en")};
    return rawi::analyze(article, packs);
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("Brackets without end and contents without end take no time to speak of", "[attribution]") {
    const auto before = std::chrono::steady_clock::now();
    CHECK(analysed("The minister said:\n" + repeated(")", 600'000)).attributions.size() <= 1);
    // One content that reaches over all the others.
    const auto claims = analysed("The minister said:\n" + repeated("Jane Doe said the wall is safe. ", 120'000));
    CHECK(claims.attributions.size() >= 120'000);
    CHECK(std::chrono::steady_clock::now() - before < std::chrono::seconds(20));
}
