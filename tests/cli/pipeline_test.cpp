#include "cli/pipeline.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>

using rawi::cli::Pipeline;
using namespace std::chrono_literals;

namespace {

using Numbers = Pipeline<int, int>;

// Shared with the reader, which may outlive the pipeline that it reads for.
using Counter = std::shared_ptr<std::atomic<int>>;

Counter zero() {
    return std::make_shared<std::atomic<int>>(0);
}

// Counts to `count`; work doubles the number, and takes longer for some.
Numbers::Steps counting(int count, const Counter& read) {
    return {.read = [count, read]() -> std::optional<int> {
                return *read < count ? std::optional((*read)++) : std::nullopt;
            },
            .weight = [](const int&) { return std::size_t{1}; },
            .work =
                [](int&& number) {
                    if (number % 97 == 0) std::this_thread::sleep_for(2ms);
                    return 2 * number;
                }};
}

std::vector<int> all_of(Numbers& pipeline) {
    std::vector<int> all;
    while (auto some = pipeline.next(1s)) all.insert(all.end(), some->begin(), some->end());
    return all;
}

}  // namespace

TEST_CASE("a pipeline keeps the order, with any number of workers") {
    for (const unsigned workers : {0U, 1U, 2U, 8U}) {
        Numbers pipeline(counting(5000, zero()), workers);
        const auto all = all_of(pipeline);
        REQUIRE(all.size() == 5000);
        for (int i = 0; i < 5000; ++i) REQUIRE(all[static_cast<std::size_t>(i)] == 2 * i);
    }
}

TEST_CASE("a pipeline does not run ahead of a slow output") {
    const Counter read = zero();
    Numbers pipeline(counting(1000000, read), 2);
    std::this_thread::sleep_for(200ms);
    // six batches on their way and one in the reader's hands, of 64 items at most
    CHECK(*read <= 7 * 64);
    CHECK(pipeline.next(1s).has_value());
}

TEST_CASE("what a step throws reaches the caller") {
    auto steps = counting(1000, zero());
    steps.work = [](int&& number) -> int { return number == 500 ? throw std::runtime_error("work") : number; };
    Numbers working(steps, 3);
    CHECK_THROWS_WITH(all_of(working), "work");

    steps = counting(1000, zero());
    steps.read = [again = zero()]() -> std::optional<int> {
        return *again == 300 ? throw std::runtime_error("read") : std::optional((*again)++);
    };
    Numbers reading(steps, 3);
    std::vector<int> got;
    CHECK_THROWS_WITH(([&] {
                          while (auto some = reading.next(1s)) got.insert(got.end(), some->begin(), some->end());
                      }()),
                      "read");
    CHECK(got.size() == 300);  // all that came before it
}

TEST_CASE("a pipeline can be left while its reader waits") {
    auto release = std::make_shared<std::atomic<bool>>(false);
    auto done = std::make_shared<std::atomic<bool>>(false);
    {
        Numbers pipeline({.read = [release, done]() -> std::optional<int> {
                              while (!*release) std::this_thread::sleep_for(1ms);
                              *done = true;
                              return std::nullopt;
                          },
                          .weight = [](const int&) { return std::size_t{1}; },
                          .work = [](int&& number) { return number; }},
                         2);
        CHECK(pipeline.next(10ms)->empty());
    }
    CHECK_FALSE(*done);
    *release = true;
    while (!*done) std::this_thread::sleep_for(1ms);
}
