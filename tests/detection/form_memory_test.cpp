// What is remembered of written forms must change nothing but the time it takes.
#include "detection/form_memory.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <latch>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "detection/article.hpp"
#include "detection/division.hpp"
#include "detection/small_pack.hpp"

using rawi::detection::divide;
using rawi::detection::Division;
using rawi::detection::FormMemory;

namespace {

/// An answer that tells what it was found for.
struct Answer {
    std::uint64_t owner = 0;
    std::size_t size = 0;
    char last = 0;
    friend bool operator==(const Answer&, const Answer&) = default;
};

struct Asked {
    FormMemory<Answer> memory{8};  // so few places that forms drive each other out
    int found = 0;

    Answer operator()(std::uint64_t owner, const std::string& form) {
        return memory.answer(owner, form, [&](std::string_view asked) {
            ++found;
            return Answer{owner, asked.size(), asked.empty() ? '\0' : asked.back()};
        });
    }
};

/// A pack whose only word is `noun`, which is of the class `kind`.
std::unique_ptr<rawi::language::Pack> pack_of(const std::string& noun, const std::string& kind) {
    const test::PackText text("=== language.conf\ncode = xx\nname = Test\nproclitics = و:1\n=== words/a.txt\n[" + kind +
                              "]\n" + noun + "\n");
    rawi::language::Faults faults;
    auto pack = std::make_unique<rawi::language::Pack>(rawi::language::compile(text.files, faults));
    REQUIRE(faults.all().empty());
    return pack;
}

/// The tokens of `text`, a letter each: title, name, or neither.
std::string kinds(const rawi::language::Pack& pack, const std::string& text) {
    using rawi::detection::Known;
    const rawi::Document document({}, {}, text);
    const rawi::detection::Article article = rawi::detection::detect(document, pack);
    std::string result;
    for (std::uint32_t i = 0; i < article.tokens.size(); ++i)
        result += article.has(i, Known::title) ? 't' : article.has(i, Known::name) ? 'n' : '-';
    return result;
}

}  // namespace

TEST_CASE("A memory answers as whoever it asks, however few its places are", "[detection]") {
    Asked ask;
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 200; ++i) {
            const std::string form = "form" + std::to_string(i * 37 % 101);
            for (const std::uint64_t owner : {1u, 2u})
                CHECK(ask(owner, form) == Answer{owner, form.size(), form.back()});
        }
    }
}

TEST_CASE("A form that comes again is not sought again", "[detection]") {
    Asked ask;
    (void)ask(1, "again");
    (void)ask(1, "again");
    CHECK(ask.found == 1);
    (void)ask(2, "again");  // of another pack
    CHECK(ask.found == 2);
}

TEST_CASE("Forms that end or begin alike, empty ones and long ones are told apart", "[detection]") {
    Asked ask;
    const std::string longest(FormMemory<Answer>::longest, 'x');
    for (const std::string& form : {std::string(), std::string("a"), std::string("aa"), std::string("ab"),
                                    std::string("abcdefgh"), std::string("abcdefgi"), longest, longest + "y"}) {
        for (int round = 0; round < 2; ++round)
            CHECK(ask(1, form) == Answer{1, form.size(), form.empty() ? '\0' : form.back()});
    }
}

TEST_CASE("Forms are divided the same way the first time and later", "[detection]") {
    const rawi::language::Pack& pack = test::small_pack();
    FormMemory<Division> memory(4);
    for (int round = 0; round < 3; ++round) {
        for (const char* written :
             {"وقال", "ولرويترز", "للصحيفة", "وزير", "بحسابه", "صحيفتها", "الصحيفة", "ل", "لcnn"}) {
            INFO(written);
            const Division divided = divide(pack, written);
            const Division& remembered =
                memory.answer(pack.serial, written, [&](std::string_view form) { return divide(pack, form); });
            CHECK(remembered == divided);
        }
    }
}

TEST_CASE("Packs in turns do not take each other's words, nor does one that comes where another stood", "[detection]") {
    auto first = pack_of("سعيد", "title");
    const auto second = pack_of("سعيد", "name");
    for (int round = 0; round < 2; ++round) {
        CHECK(kinds(*first, "سعيد وسعيد") == "t-t");
        CHECK(kinds(*second, "سعيد وسعيد") == "n-n");
    }
    // The same text, so that the allocator is likely to give the new pack the old one's place.
    const std::uint64_t serial = first->serial;
    first.reset();
    first = pack_of("وسعيد", "name");
    CHECK(first->serial != serial);
    CHECK(kinds(*first, "سعيد وسعيد") == "-n");
}

TEST_CASE("Threads that use one pack at the same time find the same", "[detection]") {
    const auto pack = pack_of("سعيد", "title");
    constexpr std::size_t count = 4;
    constexpr int rounds = 200;
    std::latch ready(count);
    std::array<std::string, count> found;
    std::vector<std::thread> threads;
    for (std::string& mine : found) {
        threads.emplace_back([&] {
            ready.arrive_and_wait();
            for (int round = 0; round < rounds; ++round) mine += kinds(*pack, "وسعيد سعيد") + ' ';
        });
    }
    for (std::thread& thread : threads) thread.join();
    std::string expected;
    for (int round = 0; round < rounds; ++round) expected += "-tt ";
    for (const std::string& each : found) CHECK(each == expected);
}
