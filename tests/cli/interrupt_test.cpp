#include <atomic>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

#include "cli/process.hpp"

using rawi::testing::contents_of;
using rawi::testing::Process;
using rawi::testing::TemporaryFolder;
using Json = nlohmann::json;

namespace {

// More than the reader looks at before it decides on encoding and format.
std::string articles() {
    const std::string padding(1000, ' ');
    std::string lines;
    for (int i = 0; i < 1000; ++i) lines += R"({"text":"The minister said that it rains."})" + padding + "\n";
    return lines;
}

/// Until `path` is there and has `bytes` or more in it.
void wait_for(const std::string& path, std::uintmax_t bytes = 0) {
    const auto there = [&] {
        std::error_code none;
        const std::uintmax_t size = std::filesystem::file_size(path, none);
        return !none && size >= bytes;
    };
    for (int i = 0; i < 2400 && !there(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(25));
    REQUIRE(there());
}

}  // namespace

TEST_CASE("Ctrl-C leaves what was written whole, beside the old file") {
    const TemporaryFolder folder;
    const auto out = folder.write("out.json", "before\n");
    Process process({"analyze", "--from", "jsonl", "-o", out, "-"});
    wait_for(out + ".partial");
    process.write(articles());
    wait_for(out + ".partial", 1);
    process.signal(SIGINT);
    CHECK(process.status() == 130);
    CHECK(contents_of(out) == "before\n");
    const Json written = Json::parse(contents_of(out + ".partial"));
    CHECK(!written.empty());
    CHECK(written.size() <= 1000);
}

TEST_CASE("Ctrl-C ends standard output as a whole array") {
    Process process({"analyze", "--from", "jsonl", "--format", "json", "-"});
    std::string all;
    std::atomic<std::size_t> written = 0;
    std::jthread reader([&] {
        constexpr std::string_view of_each_article = "\"schema\":";
        std::size_t from = 0;
        for (std::string more = process.read_some(60); !more.empty(); more = process.read_some(60)) {
            all += more;
            for (std::size_t at = 0; (at = all.find(of_each_article, from)) != std::string::npos; ++written)
                from = at + of_each_article.size();
        }
    });
    process.write(articles());
    for (int i = 0; i < 2400 && written < 1000; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(25));
    REQUIRE(written == 1000);
    process.signal(SIGINT);
    CHECK(process.status() == 130);
    reader.join();
    CHECK(Json::parse(all).size() == 1000);
}

TEST_CASE("a signal ends a picture that is being laid out, and leaves nothing") {
    const TemporaryFolder folder;
    std::string lines;
    for (int i = 0; i < 400; ++i) {
        const std::string n = std::to_string(i);
        lines += R"({"outlet":"Paper )" + n + R"(","text":")";
        for (int j = 0; j < 12; ++j)
            lines += "Reporter Adam Novak" + std::to_string((i * 7 + j * 13) % 90) + " told Paper " +
                     std::to_string((i + j * 31) % 400) + " that the gate " + std::to_string(j) + " was shut. ";
        lines += "\"}\n";
    }
    for (const int signal : {SIGINT, SIGTERM}) {
        const auto in = folder.write("in.jsonl", lines);
        const auto out = folder / "out.svg";
        Process process({"analyze", "--view", "claims", "--most-nodes", "0", "-o", out, in});
        wait_for(out + ".partial");
        std::this_thread::sleep_for(std::chrono::milliseconds(3000));
        process.signal(signal);
        CHECK(process.status() == 128 + signal);
        CHECK_FALSE(std::filesystem::exists(out));
        CHECK_FALSE(std::filesystem::exists(out + ".partial"));
    }
}
