// Runs fixtures/cases: see cases.hpp for their form.
#include "attribution/cases.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <sstream>

#include "rawi/analysis.hpp"
#include "rawi/language.hpp"

namespace rawi::test {
namespace {

constexpr std::string_view agent_key = "agent: ";

std::vector<std::string> split(const std::string& text, const std::string& separator) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (true) {
        const std::size_t at = text.find(separator, begin);
        parts.push_back(text.substr(begin, at - begin));
        if (at == std::string::npos) return parts;
        begin = at + separator.size();
    }
}

std::string quoted(const Analysis& analysis, const std::vector<Span>& spans) {
    std::string out;
    for (const Span span : spans) out += (out.empty() ? "" : " … ") + std::string(analysis.document.text(span));
    return out.empty() ? "-" : out;
}

std::string row_of(const Analysis& analysis, const Attribution& attribution) {
    std::string chain;
    for (std::size_t i = 0; i < attribution.chain.size(); ++i) {
        const std::string& name = analysis.agent(attribution.chain[i]).name;
        chain += i == 0 ? "" : attribution.stands_beside(i) ? " + " : " > ";
        chain += name.empty() ? "?" : name;
    }
    const std::string source =
        attribution.source_span ? std::string(analysis.document.text(*attribution.source_span)) : std::string("-");
    return source + " | " + quoted(analysis, attribution.cue) + " | " + quoted(analysis, attribution.content) + " | " +
           (chain.empty() ? "-" : chain);
}

/// What `key` of the last column is in `attribution`; flags as a list between commas.
std::string value_of(const Attribution& attribution, const std::string& key) {
    if (key == "when") return attribution.when ? attribution.when->date : "-";
    if (key == "medium") return attribution.medium.value_or("-");
    if (key == "stance") return std::string(name_of(attribution.stance));
    if (key == "type") return std::string(name_of(attribution.type));
    if (key == "parent")
        return attribution.parent ? std::to_string(static_cast<std::size_t>(*attribution.parent) + 1) : "0";
    if (key == "flag") {
        std::string flags;
        for (const Flag flag : attribution.flags) flags += (flags.empty() ? "" : ",") + std::string(name_of(flag));
        return flags;
    }
    return "no such key";
}

void check_extras(const Attribution& attribution, const std::string& column) {
    std::istringstream words(column);
    for (std::string word; words >> word;) {
        const std::size_t equals = word.find('=');
        INFO("checking " << word);
        REQUIRE(equals != std::string::npos);
        const std::string key = word.substr(0, equals);
        std::string wanted = word.substr(equals + 1);
        std::replace(wanted.begin(), wanted.end(), '_', ' ');  // medium=press_conference
        if (key == "flag")
            CHECK_THAT("," + value_of(attribution, key) + ",", Catch::Contains("," + wanted + ","));
        else
            CHECK(value_of(attribution, key) == wanted);
    }
}

/// The mentions of the agent called `name`, in the form of a case.
std::string agent_row(const Analysis& analysis, const std::string& name) {
    const auto agent = std::ranges::find(analysis.agents, name, &Agent::name);
    if (agent == analysis.agents.end()) return "no agent is called " + name;
    std::string row = name;
    for (const Span mention : agent->mentions) row += " | " + std::string(analysis.document.text(mention));
    return row;
}

void run(const Case& c, const LanguagePack& pack) {
    INFO(c.file << ":" << c.line << ": " << c.name);
    const Analysis analysis = analyze(Document(c.metadata, c.title, c.text), pack);
    std::string found, expected;
    for (const Attribution& attribution : analysis.attributions) found += row_of(analysis, attribution) + "\n";
    std::vector<std::string> extras;
    for (const std::string& line : c.expected) {
        if (line.starts_with(agent_key)) {
            const std::string row = line.substr(agent_key.size());
            CHECK(agent_row(analysis, row.substr(0, row.find(" | "))) == row);
            continue;
        }
        std::vector<std::string> columns = split(line, " | ");
        REQUIRE(columns.size() >= 4);
        extras.push_back(columns.size() > 4 ? columns[4] : "");
        expected += columns[0] + " | " + columns[1] + " | " + columns[2] + " | " + columns[3] + "\n";
    }
    CHECK(found == expected);
    for (std::size_t i = 0; i < extras.size() && i < analysis.attributions.size(); ++i) {
        check_extras(analysis.attributions[i], extras[i]);
    }
}

void run_all(const std::string& language) {
    const std::vector<Case> cases = read_cases(std::string(RAWI_SOURCE_DIR) + "/fixtures/cases/" + language);
    REQUIRE_FALSE(cases.empty());
    const LanguagePack pack = LanguagePack::built_in(language);
    for (const Case& c : cases) run(c, pack);
}

}  // namespace

TEST_CASE("English cases", "[cases][en]") {
    run_all("en");
}

TEST_CASE("Arabic cases", "[cases][ar]") {
    run_all("ar");
}

}  // namespace rawi::test
