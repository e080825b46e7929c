// What is embedded is what is on disk: every file, every byte, in the order promised.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <tuple>

#include "language/embedded.hpp"
#include "languages/odd.hpp"
#include "writing/embedded_themes.hpp"

namespace fs = std::filesystem;
using rawi::language::EmbeddedFile;

namespace {

const fs::path source_dir = RAWI_SOURCE_DIR;

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::size_t data_files_below(const fs::path& folder) {
    if (!fs::exists(folder)) return 0;
    const auto is_data = [](const fs::directory_entry& entry) {
        return entry.is_regular_file() && entry.path().extension() != ".md" &&
               !entry.path().filename().string().starts_with('.');
    };
    return static_cast<std::size_t>(std::count_if(fs::recursive_directory_iterator(folder), {}, is_data));
}

void check_against_disk(std::span<const EmbeddedFile> files, const fs::path& root) {
    for (const EmbeddedFile& file : files) {
        INFO(file.folder << "/" << file.name);
        CHECK(bytes_of(root / file.folder / file.name) == file.text);
    }
    CHECK(std::is_sorted(files.begin(), files.end(), [](const EmbeddedFile& a, const EmbeddedFile& b) {
        return std::tie(a.folder, a.name) < std::tie(b.folder, b.name);
    }));
}

}  // namespace

TEST_CASE("the built-in packs are the files of src/languages", "[languages]") {
    const auto files = rawi::language::embedded_files();
    check_against_disk(files, source_dir / "src/languages");
    std::size_t on_disk = 0;
    for (const auto& entry : fs::directory_iterator(source_dir / "src/languages"))
        if (entry.is_directory()) on_disk += data_files_below(entry.path());
    CHECK(files.size() == on_disk);
}

TEST_CASE("the built-in themes are the files of graphs/themes", "[languages]") {
    const auto files = rawi::writing::embedded_themes();
    check_against_disk(files, source_dir / "graphs");
    CHECK(files.size() == data_files_below(source_dir / "graphs/themes"));
}

TEST_CASE("any byte survives embedding, notes stay out", "[languages]") {
    const auto files = rawi::tests::odd_files();
    check_against_disk(files, source_dir / "tests/languages/odd");
    REQUIRE(files.size() == 3);
    CHECK(files[0].name == "all.bin");
    for (std::size_t byte = 0; byte < 256; ++byte) CHECK(static_cast<unsigned char>(files[0].text[byte]) == byte);
    CHECK(files[1].name == "z.tsv");
    CHECK(files[2].folder == "a-b");
    CHECK(files[2].name == "deep/empty.tsv");
    CHECK(files[2].text.empty());
}
