// Broken packs as data: fixtures/packs/*.txt hold the files of a pack and the faults that its author must
// see.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "language/test_pack.hpp"
#include "rawi/error.hpp"
#include "rawi/language.hpp"

namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

}  // namespace

TEST_CASE("Every fault of a pack is found, with file and line", "[language]") {
    std::size_t cases = 0;
    for (const auto& entry : fs::directory_iterator("fixtures/packs")) {
        if (entry.path().extension() != ".txt") continue;
        ++cases;
        INFO(entry.path().filename().string());
        test::PackText pack(read(entry.path()));
        std::string expected;
        bool whole = false;  // files that are missing or are none of a pack's are faults, too
        std::vector<rawi::language::PackFile> files;
        for (const auto& file : pack.files) {
            if (file.path == "faults" || file.path == "faults of the whole pack") {
                expected = rawi::language::trim(file.text);
                whole = file.path != "faults";
            } else {
                files.push_back(file);
            }
        }
        rawi::language::Faults faults;
        if (whole)
            (void)rawi::language::compile_whole(files, {}, faults);
        else
            (void)rawi::language::compile(files, faults);
        std::string found;
        for (const auto& fault : faults.all()) {
            found +=
                (found.empty() ? "" : "\n") + std::string(rawi::Error(fault.file, fault.line, fault.message).what());
        }
        CHECK(found == expected);
    }
    CHECK(cases >= 14);
}

TEST_CASE("The packs that are built in have no fault", "[language]") {
    for (const std::string& code : rawi::LanguagePack::built_in_codes()) {
        INFO(code);
        CHECK_NOTHROW(rawi::LanguagePack::built_in(code));
        CHECK(rawi::LanguagePack::check(fs::path("src/languages") / code).empty());
    }
}

TEST_CASE("A pack that is not there is named", "[language]") {
    CHECK_THROWS_WITH(rawi::LanguagePack::built_in("xx"),
                      Catch::Contains("no language pack 'xx'") && Catch::Contains("ar"));
    CHECK_THROWS_AS(rawi::LanguagePack::from_directory("no/such/folder"), rawi::Error);
}
