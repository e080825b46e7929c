// The house as it stands keeps its own rules, and the check of them sees when one is broken.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include "architecture/rules.hpp"

namespace fs = std::filesystem;
using rawi::tests::broken_rules;

namespace {

const fs::path source_dir = RAWI_SOURCE_DIR;

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

bool breaks(std::string_view path, std::string_view text) {
    return !broken_rules(path, text).empty();
}

}  // namespace

TEST_CASE("every source file keeps the rules of the house", "[architecture]") {
    std::size_t checked = 0;
    for (const char* folder : {"include", "src"}) {
        for (const auto& entry : fs::recursive_directory_iterator(source_dir / folder)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".hpp") continue;
            ++checked;
            for (const auto& fault :
                 broken_rules(fs::relative(entry.path(), source_dir).generic_string(), bytes_of(entry.path())))
                FAIL_CHECK(fault);
        }
    }
    CHECK(checked > 10);
}

TEST_CASE("the top level holds what the plan names, and nothing else", "[architecture]") {
    const std::set<std::string> planned{
        "CMakeLists.txt", "src", "include",   "graphs",  "fixtures",          "tests",
        "docs",           "dev", "README.md", "LICENSE", "CMakePresets.json", "CMakeUserPresets.json"};
    for (const auto& entry : fs::directory_iterator(source_dir)) {
        const std::string name = entry.path().filename().string();
        INFO(name);
        const bool build = name == "build" || name.starts_with("build-");
        CHECK((name.starts_with('.') || build || planned.contains(name)));
    }
}

TEST_CASE("a room includes only what stands before it", "[architecture]") {
    CHECK_FALSE(breaks("src/chain/a.cpp",
                       "#include \"text/utf8.hpp\"\n#include \"chain/b.hpp\"\n#include \"rawi/span.hpp\"\n"));
    CHECK(breaks("src/text/a.cpp", "#include \"chain/b.hpp\"\n"));
    CHECK(breaks("src/writing/a.cpp", "#include \"corpus/store.hpp\"\n"));
    CHECK(breaks("src/detection/a.cpp", "  #  include \"cli/main.hpp\"\n"));
    CHECK(breaks("src/text/a.cpp", "#include \"nowhere/b.hpp\"\n"));
    CHECK_FALSE(breaks("src/reading/a.cpp", "#include \"text/utf8.hpp\"\n"));
    CHECK(breaks("src/reading/a.cpp", "#include \"language/pack.hpp\"\n"));
    CHECK(broken_rules("src/text/a.cpp", "\n#include \"cli/b.hpp\"\n").front() ==
          "src/text/a.cpp:2: text must not know of cli");
}

TEST_CASE("a foreign library is used in its place only", "[architecture]") {
    CHECK_FALSE(breaks("src/text/a.cpp", "#include <unicode/uchar.h>\n#include <vector>\n"));
    CHECK(breaks("src/chain/a.cpp", "#include <unicode/uchar.h>\n"));
    CHECK_FALSE(breaks("src/writing/dot_layout.cpp", "#include <graphviz/gvc.h>\n"));
    CHECK(breaks("src/writing/html.cpp", "#include <graphviz/gvc.h>\n"));
    CHECK(breaks("src/text/a.cpp", "#include <unheard/of.hpp>\n"));
}

TEST_CASE("a public header includes the standard library and public headers", "[architecture]") {
    CHECK_FALSE(breaks("include/rawi/a.hpp", "#include <string>\n#include \"rawi/span.hpp\"\n"));
    CHECK(breaks("include/rawi/a.hpp", "#include \"text/utf8.hpp\"\n"));
    CHECK(breaks("include/rawi/a.hpp", "#include <nlohmann/json.hpp>\n"));
}

TEST_CASE("words of a language stand in comments and data, not in code", "[architecture]") {
    CHECK(breaks("src/chain/a.cpp", "const char* said = \"\u0642\u0627\u0644\";\n"));
    CHECK(breaks("src/chain/a.cpp", "f(\"http://x/\u0642\u0627\u0644\");\n"));
    CHECK_FALSE(breaks("src/chain/a.cpp", "// \u0642\u0627\u0644\nint x = 0;  // \u0642\u0627\u0644\n"));
    CHECK(breaks("src/chain/a.cpp", "u8\"\uFEFB\"\n"));
    CHECK_FALSE(breaks("src/chain/a.cpp", "\"\u2067\u00B7\"\n"));
}

TEST_CASE("a file has one subject and so an end", "[architecture]") {
    CHECK_FALSE(breaks("src/chain/a.cpp", std::string(400, '\n')));
    CHECK(breaks("src/chain/a.cpp", std::string(401, '\n')));
}
