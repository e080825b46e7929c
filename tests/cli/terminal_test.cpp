#include <catch2/catch.hpp>

#include "cli/process.hpp"
#include "text/width.hpp"

using rawi::testing::lines_of;
using rawi::testing::run;
using rawi::testing::Surroundings;

namespace {

const std::string article =
    "The minister said that the port will open on Monday, that trains will run again and that all roads are free.\n";

bool coloured(const std::vector<std::string>& options, const Surroundings& surroundings) {
    std::vector<std::string> arguments{"analyze", "--language", "en", "-"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const auto found = run(arguments, article, surroundings);
    CHECK(found.status == 0);
    CHECK_THAT(found.out, Catch::Contains("q1"));
    return found.out.find("\x1b[") != std::string::npos;
}

Surroundings terminal(std::map<std::string, std::string> environment) {
    environment.try_emplace("TERM", "xterm-256color");
    environment.try_emplace("NO_COLOR", "");
    return {.environment = std::move(environment), .terminal = true};
}

}  // namespace

TEST_CASE("colours are for terminals that can show them, and for nobody who does not want them") {
    CHECK(coloured({}, terminal({})));
    CHECK_FALSE(coloured({}, terminal({{"NO_COLOR", "1"}})));
    CHECK_FALSE(coloured({}, terminal({{"TERM", "dumb"}})));
    CHECK_FALSE(coloured({}, {.environment = {{"NO_COLOR", ""}, {"TERM", "xterm"}}}));
    CHECK(coloured({"--color", "always"}, terminal({{"NO_COLOR", "1"}})));
    CHECK(coloured({"--color=always"}, {}));
    CHECK_FALSE(coloured({"--colour", "never"}, terminal({})));
}

TEST_CASE("text is as wide as the terminal, or as is asked for") {
    const auto widest = [](const std::vector<std::string>& options, const Surroundings& surroundings) {
        std::vector<std::string> arguments{"analyze", "--color", "never", "--language", "en", "-"};
        arguments.insert(arguments.end(), options.begin(), options.end());
        std::size_t columns = 0;
        for (const std::string& line : lines_of(run(arguments, article, surroundings).out))
            columns = std::max(columns, rawi::text::display_width(line));
        return columns;
    };
    CHECK(widest({}, terminal({})) <= 60);  // the terminal of these tests
    CHECK(widest({}, terminal({})) > 50);
    CHECK(widest({"--width", "40"}, terminal({})) <= 40);
    CHECK(widest({"--width", "40"}, {}) <= 40);
    CHECK(widest({}, {.environment = {{"COLUMNS", "50"}}}) <= 50);
    CHECK(widest({}, {.environment = {{"COLUMNS", ""}}}) > 60);
}

TEST_CASE("pictures are not thrown at a terminal") {
    const auto found = run({"analyze", "--format", "png", "-"}, article, terminal({}));
    CHECK(found.status == 2);
    CHECK(found.out.empty());
    CHECK_THAT(found.err, Catch::Contains("-o FILE.png"));
}
