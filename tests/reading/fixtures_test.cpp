// Every file of fixtures/formats and fixtures/malformed is read and compared with what the folder's expected.txt says
// of it:
//
//     == broken.jsonl                      a file of the folder; "--from NAME" may follow
//     article broken:1 | title | body | outlet=...
//     error broken.jsonl:2 this line is not JSON ...
//
// To add a case: add the file and its lines; no C++ is needed.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "reading/read_all.hpp"

namespace {

struct Case {
    std::string file;
    std::string format;
    std::vector<std::string> items;
};

std::vector<Case> cases_in(const std::filesystem::path& folder) {
    std::vector<Case> cases;
    std::ifstream table(folder / "expected.txt");
    for (std::string line; std::getline(table, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("== ")) {
            const auto from = line.find(" --from ");
            Case& added = cases.emplace_back();
            added.file = line.substr(3, from == std::string::npos ? from : from - 3);
            if (from != std::string::npos) added.format = line.substr(from + 8);
        } else {
            REQUIRE_FALSE(cases.empty());
            cases.back().items.push_back(line);
        }
    }
    return cases;
}

void check_folder(const std::string& name) {
    const std::filesystem::path folder = std::filesystem::path(RAWI_SOURCE_DIR) / "fixtures" / name;
    const auto cases = cases_in(folder);
    REQUIRE_FALSE(cases.empty());
    std::set<std::string> covered;
    for (const Case& expected : cases) {
        covered.insert(expected.file);
        INFO(name << "/" << expected.file << " " << expected.format);
        rawi::ReadingOptions options;
        options.format = expected.format;
        CHECK(rawi::tests::read_all({(folder / expected.file).string()}, options, folder.string() + "/") ==
              expected.items);
    }
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const std::string file = entry.path().filename().string();
        INFO("is in no case of expected.txt: " << file);
        CHECK((file == "expected.txt" || covered.contains(file)));
    }
}

}  // namespace

TEST_CASE("each format is read as its fixtures say") {
    check_folder("formats");
}
TEST_CASE("malformed input gives the articles and the messages that its fixtures say") {
    check_folder("malformed");
}
