// Articles that stop in the middle of a sentence, as summaries and feeds have them: whatever word comes last, nothing
// is read or found behind it. Reads behind the last token show under `./dev sanitize`.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "cases.hpp"
#include "rawi/rawi.hpp"

namespace rawi::test {
namespace {

constexpr std::size_t longest_byline = 60;  // bytes

bool within(const std::vector<Span>& spans, std::size_t end) {
    return std::all_of(spans.begin(), spans.end(), [end](Span s) { return s.begin <= s.end && s.end <= end; });
}

/// The beginning of a case, which is also what stands in its byline where it is short.
void analyse(const Case& c, std::size_t end, const LanguagePack& pack) {
    const std::string text = c.text.substr(0, end);
    INFO(c.file << ":" << c.line << ", cut off: " << text);
    Metadata metadata = c.metadata;
    if (end <= longest_byline) metadata.author = text;
    const Analysis analysis = analyze(Document(metadata, c.title, text), pack);
    const std::size_t size = analysis.document.text().size();
    for (const Attribution& attribution : analysis.attributions) {
        REQUIRE(within(attribution.content, size));
        REQUIRE(within(attribution.cue, size));
        REQUIRE_FALSE(attribution.chain.empty());
    }
    for (const Agent& agent : analysis.agents) REQUIRE(within(agent.mentions, size));
}

void cut_off_all(const std::string& language) {
    const LanguagePack pack = LanguagePack::built_in(language);
    std::size_t words = 0;
    for (const Case& c : read_cases(std::string(RAWI_SOURCE_DIR) + "/fixtures/cases/" + language)) {
        for (std::size_t end = c.text.find(' '); end != std::string::npos; end = c.text.find(' ', end + 1)) {
            analyse(c, end, pack);
            ++words;
        }
    }
    REQUIRE(words != 0);
}

}  // namespace

TEST_CASE("English articles that stop in the middle of a sentence", "[attribution][en]") {
    cut_off_all("en");
}

TEST_CASE("Arabic articles that stop in the middle of a sentence", "[attribution][ar]") {
    cut_off_all("ar");
}

}  // namespace rawi::test
