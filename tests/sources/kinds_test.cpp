#include <catch2/catch.hpp>
#include <optional>
#include <string>
#include <vector>

#include "rawi/rawi.hpp"

using rawi::AgentKind;

namespace {

/// Who speaks first in an article of that text.
rawi::Agent first_speaker(const std::string& language, const std::string& text) {
    const rawi::Document article({.language = language, .outlet = "Harbour Post"}, "", text);
    const std::vector<rawi::LanguagePack> packs{rawi::LanguagePack::built_in(language)};
    const rawi::Analysis analysis = rawi::analyze(article, packs);
    REQUIRE(!analysis.attributions.empty());
    const std::optional<rawi::AgentId> speaker = analysis.attributions.front().source;
    REQUIRE(speaker);
    return analysis.agents.at(static_cast<std::size_t>(*speaker));
}

}  // namespace

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
        {"ar", "يقول الناس إن الميناء مغلق.", AgentKind::role},
        {"ar", "قال آخرون إن الميناء مغلق.", AgentKind::role},
        {"ar", "قال عدد من الزوار إن الميناء مغلق.", AgentKind::role},
        {"ar", "قال البعض إن الميناء مغلق.", AgentKind::role},
        {"ar", "أكد المشاركون أن الميناء مغلق.", AgentKind::role},
        {"ar", "قال سالم الكناني إن الميناء مغلق.", AgentKind::person},
        {"en", "The law firm Keel Hill said the harbour was closed.", AgentKind::organisation},
        {"en", "The charity Mary Hill said the harbour was closed.", AgentKind::person},  // a given name
        {"en", "Leading Republicans said the harbour was closed.", AgentKind::role},
        {"en", "The Syrian Observatory for Human Rights said the harbour was closed.", AgentKind::organisation},
        {"en", "The Fishermen's Union said the harbour was closed.", AgentKind::organisation},
        {"en", "Salim Kinani said the harbour was closed.", AgentKind::person},
        {"en", "Salim Kinani and Sara Kinani said the harbour was closed.", AgentKind::person},
        {"en", "The FBI, the CIA and the NSA said the harbour was closed.", AgentKind::organisation},
        {"en", "Salim Kinani and a harbour official said the quay had cracked.", AgentKind::role},
        {"en", "A harbour official said the quay had cracked.", AgentKind::role},
    }));
    INFO(text);
    CHECK(rawi::name_of(first_speaker(language, text).kind) == rawi::name_of(kind));
}

TEST_CASE("Several together are named where each of them is", "[sources]") {
    const auto [text, named] = GENERATE(table<std::string, bool>({
        {"Salim Kinani and Sara Kinani said the harbour was closed.", true},
        {"Mr. Kinani and Ms. Porter said the harbour was closed.", true},
        {"Salim Kinani, Mary Hill and Peter Lake said the harbour was closed.", true},
        {"The FBI and the CIA said the harbour was closed.", true},
        {"Salim Kinani and a colleague said the harbour was closed.", false},
        {"Salim Kinani, Mary Hill and several others said the harbour was closed.", false},
        {"Republicans and Democrats said the harbour was closed.", false},
        {"The mayor, the governor and the police chief said the harbour was closed.", false},
    }));
    INFO(text);
    CHECK(first_speaker("en", text).named == named);
}

TEST_CASE("Which listed outlet is meant", "[sources]") {
    const auto [language, text, outlet] = GENERATE(table<std::string, std::string, std::string>({
        // A common word that is an outlet's name too names it behind the noun, or in marks.
        {"ar", "قالت صحيفة الاتحاد إن الميناء مغلق.", "al-ittihad"},
        {"ar", "قالت صحيفة «الاتحاد» إن الميناء مغلق.", "al-ittihad"},
        {"ar", "قالت صحيفة الاتحاد الإماراتية إن الميناء مغلق.", "al-ittihad"},
        {"ar", "قال موقع الاتحاد الأوروبي لكرة القدم إن الملعب مغلق.", ""},
        {"ar", "قالت وكالة الأنباء الرسمية إن الميناء مغلق.", ""},
        {"ar", "قالت وكالة الأنباء السودانية إن الميناء مغلق.", "suna"},
        {"ar", "قالت محطة المرسى الإخبارية إن الميناء مغلق.", ""},
        {"ar", "قالت قناة الإخبارية إن الميناء مغلق.", "al-ekhbariya"},
        {"ar", "قالت شبكة (سي إن إن) الإخبارية إن الميناء مغلق.", "cnn"},
        {"ar", "قال كوبي براينت إن الميناء مغلق.", ""},
        // The end of a longer name.
        {"ar", "قالت صحيفة «هاربر تايمز» إن الميناء مغلق.", ""},
        {"ar", "قالت صحيفة «نيويورك تايمز» إن الميناء مغلق.", "new-york-times"},
        {"ar", "قالت صحيفة «التايمز» البريطانية إن الميناء مغلق.", "times-of-london"},
        {"ar", "قالت وكالات أنباء محلية إن الميناء مغلق.", "agencies"},
        {"ar", "قالت وكالات الاستخبارات إن الميناء مغلق.", ""},
        {"en", "The National said the harbour was closed.", "the-national"},
        {"en", "The National Harbour Agency said the harbour was closed.", ""},
        {"en", "According to the New York Times, the harbour was closed.", "new-york-times"},
        {"en", "The nation said the harbour was closed.", ""},
        {"en", "Michael Bloomberg said the harbour was closed.", ""},
        {"en", "Michael Bloomberg said the harbour was closed. Bloomberg said it was old.", ""},
        {"en", "Bloomberg said the harbour was closed.", "bloomberg"},
    }));
    INFO(text);
    CHECK(first_speaker(language, text).outlet_id == outlet);
}
