#include <catch2/catch.hpp>

#include "detection/small_pack.hpp"

using rawi::detection::Known;
using test::Detected;

namespace {

std::string tokens_of(const Detected& detected) {
    std::string joined;
    for (const auto& token : detected.article.tokens) {
        if (!joined.empty()) joined += '|';
        joined += detected.document.text(token.span);
    }
    return joined;
}

}  // namespace

TEST_CASE("Proclitics are split off words that the pack knows, and off no others", "[detection]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"وقال", "و|قال"},
        {"وَقال", "وَ|قال"},  // the vowel sign stays with its letter
        {"ولرويترز", "و|ل|رويترز"},
        {"لصحيفة", "ل|صحيفة"},
        {"للصحيفة", "ل|لصحيفة"},  // l + al: the article's alef is not written
        {"وزير", "وزير"},         // an unknown word is left alone
        {"بحسابه", "ب|حسابه"},
        {"ووكالة", "و|وكالة"},
        {"وكالة", "وكالة"},
        {"لـ”الشرق الأوسط”", "لـ|”|الشرق|الأوسط|”"},  // a tatweel belongs to the clitic that it lengthens
    }));
    INFO(text);
    CHECK(tokens_of(Detected(text)) == expected);
}

TEST_CASE("Article and attached pronoun are looked through", "[detection]") {
    const Detected detected("الصحيفة وصحيفته في المؤتمر الصحفي");
    const auto& article = detected.article;
    CHECK(article.has(0, Known::outlet_noun));
    CHECK(article.tokens[0].definite);
    CHECK(article.has(2, Known::outlet_noun));
    CHECK(article.tokens[2].enclitic == *rawi::language::parse_agreement("3ms"));
    const auto medium = article.match(4, Known::medium, 6);
    REQUIRE(medium == 2);
    CHECK(article.value({4, 6}, Known::medium) == "press conference");
}

TEST_CASE("A phrase is matched whole, and not beyond the limit", "[detection]") {
    const Detected detected("الشرق الأوسط");
    CHECK(detected.article.match(0, Known::outlet, 2) == 2);
    CHECK(detected.article.match(0, Known::outlet, 1) == 0);
    CHECK(detected.article.value({0, 2}, Known::outlet) == "asharq");
}

TEST_CASE("What only its spelling tells from another word is told by that", "[detection]") {
    const Detected detected("علي على عليّ وعلي وعلى");
    const auto& article = detected.article;
    REQUIRE(article.tokens.size() == 7);
    const auto is_name = [&](std::uint32_t i) {
        CHECK(article.has(i, Known::name) != article.has(i, Known::preposition));
        return article.has(i, Known::name);
    };
    CHECK(is_name(0));
    CHECK_FALSE(is_name(1));
    CHECK_FALSE(is_name(2));  // with a vowel sign it is written otherwise than the entry
    CHECK(is_name(4));
    CHECK_FALSE(is_name(6));
}
