#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "rawi/rawi.hpp"
#include "sources/latest_agents.hpp"

using rawi::AgentId;
using rawi::sources::LatestAgents;
using rawi::sources::remembered_agents;

TEST_CASE("Who comes again is the latest, and stands there once", "[sources]") {
    LatestAgents agents;
    for (const int id : {1, 2, 3, 1, 3}) agents.put(static_cast<AgentId>(id));
    CHECK(std::vector<AgentId>(agents.begin(), agents.end()) ==
          std::vector<AgentId>{static_cast<AgentId>(2), static_cast<AgentId>(1), static_cast<AgentId>(3)});
}

TEST_CASE("Of many agents the latest are remembered", "[sources]") {
    LatestAgents agents;
    const auto many = static_cast<int>(5 * remembered_agents);
    for (int id = 0; id < many; ++id) agents.put(static_cast<AgentId>(id));
    const auto held = static_cast<std::size_t>(std::distance(agents.begin(), agents.end()));
    CHECK(held >= remembered_agents);
    CHECK(held <= 2 * remembered_agents);
    CHECK(agents.back() == static_cast<AgentId>(many - 1));
    CHECK(std::is_sorted(agents.begin(), agents.end()));
}

TEST_CASE("Whoever has spoken of late is known again, however many have spoken before", "[sources]") {
    std::string text;
    const std::string letters = "abcdefghijklmnop";
    const auto name = [&](std::size_t i) {
        std::string surname = "Q";
        for (int k = 0; k < 4; ++k, i /= letters.size()) surname += letters[i % letters.size()];
        return surname;
    };
    const std::size_t many = 3 * remembered_agents;
    for (std::size_t i = 0; i < many; ++i)
        text += "Senator Paul " + name(i) + " said the plan was dead. " + name(i) + " said it was late.\n";
    const rawi::Document article({.language = "en", .outlet = "The Springfield Herald"}, "", text);
    const std::vector<rawi::LanguagePack> packs{rawi::LanguagePack::built_in("en")};
    const rawi::Analysis analysis = rawi::analyze(article, packs);
    CHECK(analysis.attributions.size() == 2 * many);
    CHECK(analysis.agents.size() == many + 1);  // and the publisher
}
