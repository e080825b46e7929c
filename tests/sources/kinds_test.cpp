#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "rawi/rawi.hpp"

using rawi::AgentKind;

TEST_CASE("What kind of agent speaks", "[sources]") {
    const auto [language, text, kind] = GENERATE(table<std::string, std::string, AgentKind>({
        {"ar", "قالت منظمة الصيادين إن الميناء مغلق.", AgentKind::organisation},
        {"ar", "قالت منظمة \"نور\" إن الميناء مغلق.", AgentKind::organisation},
        {"ar", "قالت المنظمة إن الميناء مغلق.", AgentKind::organisation},
        {"ar", "قالت منظمة الحفل سارة الكناني إن الميناء مغلق.", AgentKind::person},  // she who organises it
        {"ar", "أعلن فريق حملة سالم الكناني أن الميناء مغلق.", AgentKind::organisation},
        {"ar", "قال الفريق سالم الكناني إن الميناء مغلق.", AgentKind::person},  // a rank
        {"ar", "أعلنت مؤسسة البحار أن الميناء مغلق.", AgentKind::organisation},
        // Taken for a name at first: the noun comes later.
        {"ar", "قالت «ديلفا» إن الميناء مغلق. وأضافت شركة «ديلفا» أن الرصيف تصدع.", AgentKind::organisation},
        // Told by a mention that is itself no source.
        {"ar", "قالت «ديلفا» إن الميناء مغلق.\nقالت الوزارة إن شركة «ديلفا» بنت رصيفا.\nوأكد الوزير أنه تصدع.",
         AgentKind::organisation},
        {"ar", "قال مسؤول في الميناء إن الرصيف تصدع.", AgentKind::role},
        {"en", "The Fishermen's Union said the harbour was closed.", AgentKind::organisation},
        {"en", "Salim Kinani said the harbour was closed.", AgentKind::person},
        {"en", "A harbour official said the quay had cracked.", AgentKind::role},
    }));
    INFO(text);
    const rawi::Document article({.language = language, .outlet = "Harbour Post"}, "", text);
    const std::vector<rawi::LanguagePack> packs{rawi::LanguagePack::built_in(language)};
    const rawi::Analysis analysis = rawi::analyze(article, packs);
    REQUIRE(!analysis.attributions.empty());
    const std::optional<rawi::AgentId> speaker = analysis.attributions.front().source;
    REQUIRE(speaker);
    const rawi::Agent& agent = analysis.agents.at(static_cast<std::size_t>(*speaker));
    CHECK(rawi::name_of(agent.kind) == rawi::name_of(kind));
}
