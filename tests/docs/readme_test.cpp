// The README's promises: its example comes out as shown, and every page it points to is there.
#include <unistd.h>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>

#include "cli/process.hpp"

namespace fs = std::filesystem;
using rawi::testing::contents_of;
using rawi::testing::run;

namespace {

std::string block_after(const std::string& page, const std::string& mark) {
    const auto from = page.find('\n', page.find("```", page.find(mark))) + 1;
    return page.substr(from, page.find("```", from) - from);
}

// Links to files, relative to the page.
std::vector<std::string> links_in(const std::string& page) {
    static const std::regex link(R"(\]\(([^)#:]+)\))");
    std::vector<std::string> links;
    for (std::sregex_iterator at(page.begin(), page.end(), link), end; at != end; ++at) links.push_back((*at)[1]);
    return links;
}

}  // namespace

TEST_CASE("the example in the README comes out as shown") {
    const std::string page = contents_of(RAWI_SOURCE_DIR "/README.md");
    const fs::path folder = fs::temp_directory_path() / ("rawi-readme-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const fs::path article = folder / "article.txt";
    std::ofstream(article) << block_after(page, "<!-- article -->");
    const auto found = run({"analyze", "--outlet", "The Echo", "--width", "80", article.string()});
    fs::remove_all(folder);
    CHECK(found.status == 0);
    CHECK(found.out == block_after(page, "<!-- output -->"));
}

TEST_CASE("links in the documentation lead somewhere") {
    const fs::path root = RAWI_SOURCE_DIR;
    std::vector<fs::path> pages{root / "README.md", root / "src/README.md"};
    for (const auto& entry : fs::directory_iterator(root / "docs"))
        if (entry.path().extension() == ".md") pages.push_back(entry.path());
    std::size_t links = 0;
    for (const fs::path& page : pages) {
        for (const std::string& link : links_in(contents_of(page.string()))) {
            INFO(page << " links to " << link);
            CHECK(fs::exists(page.parent_path() / link));
            ++links;
        }
    }
    CHECK(links > 10);
}
