// The README's promises: its example comes out as shown, and every page it points to is there.
#include <unistd.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include "cli/process.hpp"

namespace fs = std::filesystem;
using rawi::testing::contents_of;
using rawi::testing::run;

namespace {

std::string block_after(const std::string& page, const std::string& mark) {
    const auto from = page.find('\n', page.find("```", page.find(mark))) + 1;
    return page.substr(from, page.find("```", from) - from);
}

// A place that a page points to: a file, relative to the page, and a heading in it. Empty: the page itself, the whole.
struct Link {
    std::string file;
    std::string heading;
};

// Those that stay in this repository.
std::vector<Link> links_in(const std::string& page) {
    static const std::regex link(R"(\]\(([^)#:\s]*)(?:#([^)\s]*))?\))");
    std::vector<Link> links;
    for (std::sregex_iterator at(page.begin(), page.end(), link), end; at != end; ++at)
        links.push_back({(*at)[1], (*at)[2]});
    return links;
}

// The names by which a page's headings can be linked to: small letters and digits, hyphens for spaces.
std::set<std::string> headings_of(const std::string& page) {
    std::set<std::string> names;
    std::istringstream lines(page);
    bool code = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) code = !code;
        if (code || !line.starts_with('#')) continue;
        std::string name;
        for (const char c : line.substr(std::min(line.find(' ') + 1, line.size()))) {
            if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_')
                name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
            else if (c == ' ')
                name += '-';
        }
        names.insert(name);
    }
    return names;
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
    for (const auto& entry : fs::recursive_directory_iterator(root / "docs"))
        if (entry.path().extension() == ".md") pages.push_back(entry.path());
    std::size_t links = 0;
    std::size_t headings = 0;
    for (const fs::path& page : pages) {
        for (const Link& link : links_in(contents_of(page.string()))) {
            INFO(page << " links to " << link.file << "#" << link.heading);
            const fs::path target = link.file.empty() ? page : page.parent_path() / link.file;
            CHECK(fs::exists(target));
            ++links;
            if (link.heading.empty() || target.extension() != ".md") continue;
            CHECK(headings_of(contents_of(target.string())).contains(link.heading));
            ++headings;
        }
    }
    CHECK(links > 10);
    CHECK(headings > 0);
}
