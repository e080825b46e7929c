// The first two fixtures of fixtures/articles, analysed by hand as the annotation guide asks.
#pragma once

#include "provenance/hand_made.hpp"

namespace rawi::test {

inline Analysis desalination() {
    HandMade made(
        {.id = "ar-desalination",
         .language = "ar",
         .outlet = "صدى الواحات",
         .url = "https://sada.example/2024/03/12/tahliya",
         .published = "2024-03-12"},
        "مصدر: محطة التحلية تعود إلى العمل خلال أسبوع",
        "الجفرة – صدى الواحات\n"
        "قال مصدر في شركة المياه، طلب عدم ذكر اسمه، إن محطة التحلية ستعود إلى العمل خلال أسبوع.\n"
        "وأوضح المصدر، في تصريحات لصحيفة «الوسط» نقلتها وكالة رويترز، أن قطع الغيار وصلت إلى ميناء مصراتة يوم الأحد.\n"
        "ونقلت رويترز عن وزير الموارد المائية سالم القاضي قوله إن «الأزمة في طريقها إلى الحل».\n"
        "وقال الوزير لقناة ليبيا الأحرار إن الوزارة ستوزع المياه بالصهاريج مجانا.\n"
        "ونفى عميد البلدية يونس الهادي، في تصريحات اطلعت عليها «صدى الواحات»، أن تكون مياه الآبار ملوثة.\n"
        "ويُعتقد أن العطل بدأ في المضخة الرئيسة قبل شهرين.\n");
    const AgentId source = made.agent("مصدر في شركة المياه", AgentKind::role);
    const AgentId publisher = made.publisher("صدى الواحات");
    const AgentId wasat = made.agent("الوسط", AgentKind::outlet, "alwasat");
    const AgentId reuters = made.agent("وكالة رويترز", AgentKind::outlet, "reuters");
    const AgentId minister = made.agent("وزير الموارد المائية سالم القاضي", AgentKind::person);
    const AgentId channel = made.agent("قناة ليبيا الأحرار", AgentKind::outlet);
    const AgentId mayor = made.agent("عميد البلدية يونس الهادي", AgentKind::person);
    made.claim("قال", "محطة التحلية ستعود إلى العمل خلال أسبوع", {source, wasat, reuters, publisher}, {},
               {Flag::anonymous_source, Flag::anonymity_requested, Flag::inherited_path, Flag::second_hand});
    made.claim("وأوضح", "قطع الغيار وصلت إلى ميناء مصراتة يوم الأحد", {source, wasat, reuters, publisher},
               {{Contact::spoken, "في تصريحات لصحيفة «الوسط»"}, {Contact::cited, "نقلتها"}},
               {Flag::anonymous_source, Flag::second_hand});
    made.claim("قوله", "الأزمة في طريقها إلى الحل", {minister, reuters, publisher},
               {{Contact::cited, "ونقلت رويترز عن"}}, {Flag::second_hand});
    made.claim("وقال الوزير", "الوزارة ستوزع المياه بالصهاريج مجانا", {minister, channel, publisher},
               {{Contact::spoken, "لقناة ليبيا الأحرار"}}, {Flag::second_hand});
    made.claim("ونفى", "تكون مياه الآبار ملوثة", {mayor, publisher}, {{Contact::seen, "تصريحات اطلعت عليها"}},
               {Flag::missing_link});
    made.claim("ويُعتقد", "العطل بدأ في المضخة الرئيسة قبل شهرين", {publisher}, {}, {Flag::unknown_source});
    return made.analysis;
}

inline Analysis terminal() {
    HandMade made(
        {.id = "en-terminal",
         .language = "en",
         .outlet = "Harbour Post",
         .url = "https://harbour-post.example/news?id=41&ref=front",
         .published = "2024-05-21"},
        "Grain terminal to close for a month, officials say",
        "The grain terminal will close for a month from Friday, Reuters reported on Tuesday, citing two port "
        "officials who asked not to be named.\n"
        "A senior engineer at the port told the Financial Times that the main crane had not been inspected since "
        "2019. \"Nobody wanted to pay for it,\" the engineer said.\n"
        "Reuters quoted a spokeswoman for the shipping line Nordkap as saying that its vessels would be diverted "
        "to Port Ellis.\n"
        "In remarks seen by the Harbour Post, mayor Dana Whitlock said the city had not been consulted.\n"
        "Transport minister Paul Okafor denied that the closure had been planned for weeks.\n"
        "The repair is believed to cost about $40 million.\n");
    const AgentId officials = made.agent("two port officials", AgentKind::role);
    const AgentId reuters = made.agent("Reuters", AgentKind::outlet, "reuters");
    const AgentId publisher = made.publisher("Harbour Post");
    const AgentId engineer = made.agent("A senior engineer at the port", AgentKind::role);
    const AgentId times = made.agent("the Financial Times", AgentKind::outlet, "financial-times");
    const AgentId nordkap = made.agent("a spokeswoman for the shipping line Nordkap", AgentKind::role);
    const AgentId mayor = made.agent("mayor Dana Whitlock", AgentKind::person);
    const AgentId minister = made.agent("Transport minister Paul Okafor", AgentKind::person);
    made.claim("reported", "The grain terminal will close for a month from Friday", {officials, reuters, publisher},
               {{Contact::cited, "citing"}}, {Flag::anonymous_source, Flag::anonymity_requested, Flag::second_hand});
    made.claim("told", "the main crane had not been inspected since 2019", {engineer, times, publisher},
               {{Contact::spoken, "told the Financial Times"}}, {Flag::anonymous_source, Flag::second_hand});
    made.claim("the engineer said", "Nobody wanted to pay for it", {engineer, times, publisher}, {},
               {Flag::anonymous_source, Flag::inherited_path, Flag::second_hand});
    made.claim("saying", "its vessels would be diverted to Port Ellis", {nordkap, reuters, publisher},
               {{Contact::cited, "Reuters quoted"}}, {Flag::anonymous_source, Flag::second_hand});
    made.claim("said the", "the city had not been consulted", {mayor, publisher}, {{Contact::seen, "remarks seen by"}},
               {Flag::missing_link});
    made.claim("denied", "the closure had been planned for weeks", {minister, publisher});
    made.claim("is believed", "The repair", {publisher}, {}, {Flag::unknown_source});
    return made.analysis;
}

}  // namespace rawi::test
