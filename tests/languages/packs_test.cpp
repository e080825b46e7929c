// What the data of the packs promises beside what the loader checks (no word twice, nothing that nobody asks for):
// order, and that the model of parts of speech tells apart what it is there for.
#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "detection/article.hpp"
#include "language/parts.hpp"
#include "rawi/document.hpp"
#include "rawi/language.hpp"

namespace fs = std::filesystem;
using rawi::LanguagePack;
using rawi::language::Part;

namespace {

const fs::path source_dir = RAWI_SOURCE_DIR;

std::vector<std::string> lines_of(const fs::path& file) {
    std::ifstream stream(file);
    REQUIRE(stream.good());
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);)
        if (!line.empty() && !line.starts_with('#')) lines.push_back(line);
    return lines;
}

std::vector<std::string> split(const std::string& line, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(line);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

const std::map<std::string, Part> tags = {
    {"n", Part::noun},         {"p", Part::proper},      {"j", Part::adjective},
    {"v", Part::verb},         {"b", Part::base},        {"d", Part::adverb},
    {"s", Part::subordinator}, {"r", Part::preposition}, {"dt", Part::determiner}};

}  // namespace

TEST_CASE("Lexicons are in order and list each word and each reading once", "[languages]") {
    const std::string code = GENERATE(as<std::string>(), "ar", "en");
    const auto lines = lines_of(source_dir / "src/languages" / code / "lexicon.tsv");
    CHECK(lines.size() > 10000);
    std::string before;
    for (const std::string& line : lines) {
        const auto columns = split(line, '\t');
        INFO(code << ": " << line);
        REQUIRE(columns.size() == 2);
        CHECK(before < columns[0]);
        before = columns[0];
        const auto readings = split(columns[1], ' ');
        CHECK(std::set<std::string>(readings.begin(), readings.end()).size() == readings.size());
    }
}

TEST_CASE("What stands around a word tells what part of speech it is", "[languages]") {
    const std::string code = GENERATE(as<std::string>(), "ar", "en");
    const LanguagePack pack = LanguagePack::built_in(code);
    for (const std::string& line : lines_of(source_dir / "fixtures/tagging" / (code + ".txt"))) {
        std::string text;
        std::vector<std::pair<std::size_t, Part>> wanted;  // where the word begins
        for (const std::string& word : split(line, ' ')) {
            const std::size_t slash = word.rfind('/');
            if (word != "." && !text.empty()) text += ' ';
            if (slash != std::string::npos) {
                REQUIRE(tags.contains(word.substr(slash + 1)));
                wanted.emplace_back(text.size(), tags.at(word.substr(slash + 1)));
            }
            text += word.substr(0, slash);
        }
        INFO(code << ": " << line);
        REQUIRE_FALSE(wanted.empty());
        const rawi::Document document({}, {}, text);
        const auto article = rawi::detection::detect(document, pack.pack());
        for (const auto& [offset, part] : wanted) {
            const auto token = std::find_if(article.tokens.begin(), article.tokens.end(),
                                            [&](const auto& t) { return t.span.begin >= offset && !t.proclitic; });
            REQUIRE(token != article.tokens.end());
            CHECK(static_cast<int>(token->part) == static_cast<int>(part));
        }
    }
}
