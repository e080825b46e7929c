// Texts made to cost time: what is done for each must not grow with the square of its size. Four times the text takes
// four times as long, by a square sixteen times; the bound is far from both, and processor time waits for nobody.
#include <algorithm>
#include <catch2/catch.hpp>
#include <ctime>
#include <limits>
#include <string>
#include <vector>

#include "rawi/rawi.hpp"

namespace {

rawi::Analysis analysed(const std::string& text, const std::string& language = "en") {
    const rawi::Document article({.language = language, .outlet = "Harbour Post"}, "", text);
    static const std::vector<rawi::LanguagePack> packs{rawi::LanguagePack::built_in("en"),
                                                       rawi::LanguagePack::built_in("ar")};
    return rawi::analyze(article, packs);
}

std::string repeated(const std::string& text, std::size_t times) {
    std::string all;
    for (std::size_t i = 0; i < times; ++i) all += text;
    return all;
}

/// The same with a new word of the language for each #.
std::string repeated(const std::string& text, std::size_t times, const std::string& language) {
    static constexpr std::string_view latin[] = {"a", "e", "i", "o", "u", "b", "d", "k", "l", "n"};
    static constexpr std::string_view arabic[] = {"ت", "ث", "ج", "خ", "د", "ز", "ط", "ق", "ك", "ه"};
    std::string all;
    for (std::size_t i = 0; i < times; ++i) {
        std::string word = language == "ar" ? "غ" : "V";
        for (std::size_t rest = i + 100; rest != 0; rest /= 10) word += (language == "ar" ? arabic : latin)[rest % 10];
        for (const char c : text) c == '#' ? all += word : all += c;
    }
    return all;
}

/// Processor time of `work`, the least of three: what else the machine does only adds to it.
template <typename Work>
double cost_of(Work work) {
    std::clock_t least = std::numeric_limits<std::clock_t>::max();
    for (int round = 0; round < 3; ++round) {
        const std::clock_t before = std::clock();
        work();
        least = std::min(least, std::clock() - before);
    }
    return static_cast<double>(least) / CLOCKS_PER_SEC;
}

}  // namespace

TEST_CASE("Brackets without end and contents without end cost what their length does", "[attribution]") {
    const auto cost = [](std::size_t times) {
        return cost_of([times] {
            CHECK(analysed("The minister said:\n" + repeated(")", 5 * times)).attributions.size() <= 1);
            // One content that reaches over all the others.
            const auto claims = analysed("The minister said:\n" + repeated("Jane Doe said the wall is safe. ", times));
            CHECK(claims.attributions.size() >= times);
        });
    };
    (void)cost(1);  // the pack is made
    const double quarter = cost(10'000);
    const double whole = cost(40'000);
    CHECK(whole < 9 * quarter);
}

TEST_CASE("Credits one behind the other cost what their length does", "[attribution]") {
    const auto cost = [](std::size_t times) {
        return cost_of([times] {
            for (const char* credit : {"بحسب رويترز ", "وفقا لوكالة رويترز "})
                (void)analysed(repeated(credit, times), "ar");
        });
    };
    (void)cost(1);
    const double quarter = cost(10'000);
    const double whole = cost(40'000);
    CHECK(whole < 9 * quarter);
}

TEST_CASE("Claims lie inside each other no deeper than any article has them", "[attribution]") {
    const auto found = analysed(repeated("The minister said that ", 2'000) + "the wall is safe.");
    std::size_t deepest = 0;
    for (const auto& claim : found.attributions) {
        std::size_t depth = 0;
        for (auto outer = claim.parent; outer; outer = found.attribution(*outer).parent) ++depth;
        deepest = std::max(deepest, depth);
    }
    CHECK(deepest > 0);
    CHECK(deepest <= 16);
}

// Isolated vowel marks, as PDFs have them, are letters of which nothing is left in the normal form; what that reads
// where it should not, `./dev sanitize` tells.
TEST_CASE("Letters without a normal form are words like others", "[attribution]") {
    for (const char* mark : {"\uFE71", "\uFE77", "\uFE79", "\uFE7F", "\u00AD"}) {
        CAPTURE(mark);
        for (const std::string language : {"en", "ar"}) {
            (void)analysed(std::string("plain ") + mark, language);
            (void)analysed(mark + std::string(" 30 "), language);
        }
        const auto found = analysed("The minister said that the " + std::string(mark) + " wall is safe.");
        CHECK(found.attributions.size() == 1);
        const auto arabic = analysed("قال الوزير إن الجدار " + std::string(mark) + " متين.", "ar");
        CHECK(arabic.attributions.size() == 1);
    }
}

TEST_CASE("What is repeated without end costs what its length does", "[attribution]") {
    struct Shape {
        const char* what;
        const char* language;
        std::string part;
        std::size_t times;  ///< of the smaller text
    };
    // Each was a loop over all that stood before it: names, surnames, sentences, people and bodies met.
    const std::vector<Shape> shapes{{"words that open a name", "en", "The ", 20'000},
                                    {"words in capitals", "en", "NEWS ", 20'000},
                                    {"a speaker again and again", "ar", "قال علي سلام. ", 4'000},
                                    {"a surname that is a month", "en", "He met Helen May. It was in June. ", 3'000},
                                    {"a body again and again", "ar", "أصدر الجيش بيانا. ", 4'000},
                                    {"quotation marks that never close", "en", "\"She said so. ", 6'000},
                                    {"particles before names never met", "ar", "فان # ", 5'000},
                                    {"words never met", "en", "The # said so. ", 2'000},
                                    {"speech and turns", "ar", "قال سالم: سنفتح الجسر. أشاد الوزير بالجهود. ", 3'000}};
    for (const auto& [what, language, part, times] : shapes) {
        const auto cost = [&](std::size_t size) {
            const std::string text = repeated(part, size, language);
            return cost_of([&] { (void)analysed(text, language); });
        };
        (void)cost(1);
        const double quarter = cost(times);
        const double whole = cost(4 * times);
        INFO(what << ": " << quarter << " s, four times the text " << whole << " s");
        CHECK(whole < 9 * quarter);
    }
}

TEST_CASE("A claim stands in the words around it, however many stand there before it", "[attribution]") {
    constexpr std::size_t many = 200;
    const auto found =
        analysed("Mayor Dana Whitlock said: “" + repeated("Anna # said the wall is safe. ", many, "en") + "”");
    REQUIRE(found.attributions.size() == many + 1);
    CHECK(std::ranges::count_if(found.attributions, [](const auto& one) { return one.parent.has_value(); }) == many);
}

TEST_CASE("A text may open with anything", "[attribution]") {
    // The first word is a name: nothing stands before it to be looked at.
    const auto found = analysed("Dorlin of Keel, who said the port was closed, left the town.");
    CHECK(found.attributions.size() == 1);
}
