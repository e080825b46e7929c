#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <nlohmann/json.hpp>
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

void wait_for(const std::string& path) {
    for (int i = 0; i < 400 && !std::filesystem::exists(path); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(25));
    REQUIRE(std::filesystem::exists(path));
}

// Long enough for the articles to be read, analysed and handed to the writer.
void let_it_work() {
    std::this_thread::sleep_for(std::chrono::milliseconds(1000));
}

}  // namespace

TEST_CASE("Ctrl-C leaves what was written whole, beside the old file") {
    const TemporaryFolder folder;
    const auto out = folder.write("out.json", "before\n");
    Process process({"analyze", "--from", "jsonl", "-o", out, "-"});
    wait_for(out + ".partial");
    process.write(articles());
    let_it_work();
    process.signal(SIGINT);
    CHECK(process.status() == 130);
    CHECK(contents_of(out) == "before\n");
    CHECK(Json::parse(contents_of(out + ".partial")).size() == 1000);
}

TEST_CASE("Ctrl-C ends standard output as a whole array") {
    Process process({"analyze", "--from", "jsonl", "--format", "json", "-"});
    std::string all;
    std::thread reader([&] {
        for (std::string more = process.read_some(20); !more.empty(); more = process.read_some(20)) all += more;
    });
    process.write(articles());
    let_it_work();
    process.signal(SIGINT);
    CHECK(process.status() == 130);
    reader.join();
    CHECK(Json::parse(all).size() == 1000);
}
