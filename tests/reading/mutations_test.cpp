// Fixtures with bytes changed, cut and doubled at random (always the same random): whatever comes, reading ends without
// a crash, and every article is valid UTF-8. Meant for the sanitizers above all.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "rawi/error.hpp"
#include "reading/formats.hpp"
#include "reading/input.hpp"
#include "text/encoding.hpp"

namespace {

constexpr int mutations = 60;  // of each file

std::string mutated(std::string bytes, std::mt19937& random) {
    const auto below = [&](std::size_t limit) {
        return static_cast<std::size_t>(random()) % std::max<std::size_t>(limit, 1);
    };
    for (std::size_t changes = 1 + below(8); changes > 0 && !bytes.empty(); --changes) {
        const std::size_t at = below(bytes.size());
        const std::size_t length = std::min(bytes.size() - at, below(64));
        switch (below(6)) {
            case 0: bytes[at] = static_cast<char>(below(256)); break;
            case 1: bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8))); break;
            case 2: bytes.erase(at, length); break;
            case 3: bytes.insert(at, bytes.substr(at, length)); break;
            case 4: bytes.insert(at, 1, "{}[]\"\\<>&\n\0\xFF"[below(12)]); break;
            default: bytes.resize(at); break;
        }
    }
    return bytes;
}

// The number of items; throws nothing but what the reader of all inputs catches.
std::size_t read(const std::string& name, std::string bytes) {
    rawi::reading::Sink sink({});
    std::size_t items = 0;
    const auto drain = [&] {
        for (; !sink.empty(); ++items) {
            const auto item = sink.take();
            if (const auto* document = std::get_if<rawi::Document>(&item)) {
                REQUIRE(rawi::text::valid_utf8(document->text()));
                REQUIRE(rawi::text::valid_utf8(document->metadata().id));
                REQUIRE(rawi::text::valid_utf8(document->metadata().outlet));
            }
        }
    };
    try {
        rawi::reading::Input input(name, rawi::reading::in_memory(std::move(bytes)));
        const auto reader = rawi::reading::open_reader(input);
        while (reader->step(sink)) drain();
        drain();
    } catch (const rawi::Error&) {
        drain();
        ++items;
    }
    return items;
}

}  // namespace

TEST_CASE("no mutation of a fixture brings the readers down") {
    for (const char* folder : {"formats", "malformed"}) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry :
             std::filesystem::directory_iterator(std::filesystem::path(RAWI_SOURCE_DIR) / "fixtures" / folder)) {
            if (entry.is_regular_file()) files.push_back(entry.path());
        }
        std::sort(files.begin(), files.end());
        REQUIRE_FALSE(files.empty());
        std::mt19937 random(20190828);
        std::size_t items = 0;
        for (const auto& file : files) {
            std::ifstream stream(file, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
            for (int i = 0; i < mutations; ++i) {
                INFO(file.filename() << ", mutation " << i);
                items += read(file.filename().string(), mutated(bytes, random));
            }
        }
        CHECK(items > files.size());
    }
}
