// Who is one source: names in fixtures/corpus/persons.tsv. Anybody may add a line: language, then a person a column,
// with the names of the person and | between them.
#include <catch2/catch.hpp>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "corpus/small_corpus.hpp"
#include "rawi/reliance.hpp"

using namespace rawi;
using namespace rawi::test;

namespace {

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(' ');
    return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

}  // namespace

TEST_CASE("a person is one source by every name that articles use, and no two are one") {
    std::ifstream in(RAWI_SOURCE_DIR "/fixtures/corpus/persons.tsv");
    std::string line;
    std::size_t lines = 0;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        ++lines;
        CAPTURE(number, line);
        std::istringstream columns(line);
        std::string language, column;
        std::getline(columns, language, '\t');
        std::vector<Analysis> analyses;
        std::multiset<std::size_t> claims;  // how many each person makes
        while (std::getline(columns, column, '\t')) {
            std::istringstream names(column);
            std::size_t its = 0;
            for (std::string name; std::getline(names, name, '|'); ++its) {
                auto made = article(std::to_string(analyses.size()), language, "Echo", "2024-01-01", "",
                                    trimmed(name) + " said the sea is calm.");
                const auto publisher = made.publisher("Echo");
                made.claim("said", "the sea is calm", {made.agent(trimmed(name), AgentKind::person), publisher});
                analyses.push_back(made.analysis);
            }
            claims.insert(its);
        }
        const Folder folder;
        const Reliance found = reliance(corpus_of(folder, analyses));
        std::multiset<std::size_t> counted;
        for (const SourceReliance& source : found.sources) counted.insert(source.claims);
        CHECK(counted == claims);
    }
    CHECK(lines >= 10);
}
