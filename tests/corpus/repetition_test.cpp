// Which claims repeat which: pairs written for the purpose, in fixtures/corpus/repetitions.tsv. Anybody may add one:
// language, "same" or "other", the one claim, the other claim, with tabs between.
#include <catch2/catch.hpp>
#include <fstream>
#include <random>
#include <sstream>

#include "corpus/likeness.hpp"
#include "corpus/prints.hpp"
#include "corpus/words.hpp"

using namespace rawi::corpus;

namespace {

struct Pair {
    std::size_t line = 0;
    std::string language, verdict, one, other;
};

std::vector<Pair> pairs() {
    std::ifstream in(RAWI_SOURCE_DIR "/fixtures/corpus/repetitions.tsv");
    std::vector<Pair> all;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        std::istringstream columns(line);
        Pair pair{.line = number};
        std::getline(columns, pair.language, '\t');
        std::getline(columns, pair.verdict, '\t');
        std::getline(columns, pair.one, '\t');
        std::getline(columns, pair.other, '\t');
        all.push_back(std::move(pair));
    }
    return all;
}

std::vector<std::uint64_t> words(const std::string& language, const std::string& text) {
    return hashes_of(words_in(language).key(text));
}

bool share_a_print(const std::vector<std::uint64_t>& one, const std::vector<std::uint64_t>& other) {
    const auto a = prints_of(one);
    const auto b = prints_of(other);
    std::vector<std::int64_t> shared;
    std::ranges::set_intersection(a, b, std::back_inserter(shared));
    return !shared.empty();
}

/// Longest common subsequence and stretch, by trying everything.
std::uint32_t slow_shared(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    if (a.empty() || b.empty()) return 0;
    if (a[0] == b[0]) return 1 + slow_shared(a.subspan(1), b.subspan(1));
    return std::max(slow_shared(a.subspan(1), b), slow_shared(a, b.subspan(1)));
}

std::uint32_t slow_run(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
    std::uint32_t longest = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            std::uint32_t run = 0;
            while (i + run < a.size() && j + run < b.size() && a[i + run] == b[j + run]) ++run;
            longest = std::max(longest, run);
        }
    }
    return longest;
}

}  // namespace

TEST_CASE("claims that repeat each other are found, and only they") {
    const auto all = pairs();
    REQUIRE(all.size() >= 30);
    for (const Pair& pair : all) {
        INFO("fixtures/corpus/repetitions.tsv:" << pair.line << "\n" << pair.one << "\n" << pair.other);
        const auto one = words(pair.language, pair.one);
        const auto other = words(pair.language, pair.other);
        const Likeness how = likeness(one, other);
        CAPTURE(how.words, how.longer_words, how.shared, how.run);
        REQUIRE((pair.verdict == "same" || pair.verdict == "other"));
        CHECK((repeats(how) && share_a_print(one, other)) == (pair.verdict == "same"));
    }
}

TEST_CASE("likeness is the same as by trying everything, in both directions") {
    std::mt19937_64 random(7);
    for (int round = 0; round < 300; ++round) {
        std::vector<std::uint64_t> one(random() % 10), other(random() % 10);
        for (auto* words : {&one, &other}) {
            for (auto& word : *words) word = random() % 4;
        }
        const Likeness found = likeness(one, other);
        CHECK(found.shared == slow_shared(one, other));
        CHECK(found.run == slow_run(one, other));
        CHECK(likeness(other, one).shared == found.shared);
        CHECK(found.words == std::min(one.size(), other.size()));
    }
}

TEST_CASE("a part of shingle + window - 1 words in a row is always found") {
    std::mt19937_64 random(8);
    for (int round = 0; round < 200; ++round) {
        std::vector<std::uint64_t> one, other, part;
        for (std::size_t i = 0; i < shingle + window - 1; ++i) part.push_back(random());
        for (auto* words : {&one, &other}) {
            for (std::size_t i = random() % 40; i > 0; --i) words->push_back(random());
            words->insert(words->end(), part.begin(), part.end());
            for (std::size_t i = random() % 40; i > 0; --i) words->push_back(random());
        }
        CHECK(share_a_print(one, other));
    }
}

TEST_CASE("spellings of a word are one") {
    CHECK(words("ar", "والحكومةُ") == words("ar", "حكومة"));
    CHECK(words("ar", "الأمطـار") == words("ar", "امطار"));
    CHECK(words("ar", "٢٠١٥") == words("ar", "2015"));
    CHECK(words("en", "HARBOUR") == words("en", "harbour"));
    CHECK(words("ar", "الحكومة") != words("ar", "المدرسة"));
    CHECK(words("xx", "some words").size() == 2);  // a language without a pack
}

TEST_CASE("words without some phrases are those before, between and behind them") {
    std::vector<std::uint64_t> numbers;
    for (std::uint64_t i = 1; i <= 20; ++i) numbers.push_back(i * 7919);
    const auto print_at = [&](std::size_t place) {
        std::uint64_t hash = 0;
        for (std::size_t i = 0; i < shingle; ++i) hash = mixed(hash ^ numbers[place + i]);
        return static_cast<std::int64_t>(hash | 1U);
    };
    const auto places = [&](const std::vector<std::int64_t>& phrases) {
        std::vector<std::uint64_t> left;
        for (const std::uint64_t number : without_phrases(numbers, phrases)) left.push_back(number / 7919);
        return left;
    };
    using Places = std::vector<std::uint64_t>;
    CHECK(places({}).size() == 20);
    CHECK(places({12345}).size() == 20);
    CHECK(places({print_at(2)}) == Places{1, 2, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20});
    CHECK(places({print_at(0), print_at(2)}) == Places{6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20});
    CHECK(places({print_at(2), print_at(7)}) ==  // two words between: they belong to the phrase
          Places{1, 2, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20});
    CHECK(places({print_at(2), print_at(8)}) == Places{1, 2, 6, 7, 8, 12, 13, 14, 15, 16, 17, 18, 19, 20});
    CHECK(without_phrases(std::span(numbers).first(2), std::vector<std::int64_t>{1}).size() == 2);
}
