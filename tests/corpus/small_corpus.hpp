// Seven articles of four outlets, small enough that every figure can be worked out by hand (reliance_test.cpp does so).
// They are analyses, not texts, so that the figures do not hang on what the engine finds.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "provenance/hand_made.hpp"
#include "rawi/corpus.hpp"
#include "rawi/trace.hpp"

namespace rawi::test {

/// A folder for corpora that is gone after the test.
class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "rawi-corpus-XXXXXX").string();
        path_ = ::mkdtemp(name.data());
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

inline const std::string reopens = "the harbour will open its gates to cargo ships again before the end of spring";
inline const std::string pier = "العمل في الرصيف الشمالي اكتمل قبل موعده المحدد بأسبوعين كاملين رغم الأمطار";

inline HandMade article(const std::string& id, const std::string& language, const std::string& outlet,
                        const std::string& published, const std::string& title, const std::string& body) {
    return HandMade(
        {.id = id, .language = language, .outlet = outlet, .url = "https://news.example/" + id, .published = published},
        title, body);
}

inline Analysis reuters_1() {
    auto made = article("r1", "en", "Reuters", "2024-03-01T08:00:00Z", "Harbour to open",
                        "Salma Haddad told Reuters that " + reopens +
                            ". An official said that engineers found no damage under the wall.");
    const auto reuters = made.publisher("Reuters", "reuters");
    const auto salma = made.agent("Salma Haddad", AgentKind::person);
    const auto official = made.agent("An official", AgentKind::role);
    made.claim("told", reopens, {salma, reuters}, {{Contact::spoken, "told Reuters"}}).lemma = "tell";
    made.claim("said", "engineers found no damage under the wall", {official, reuters}, {{Contact::spoken, "said"}},
               {Flag::anonymous_source});
    return made.analysis;
}

inline Analysis harbour_1() {
    auto made = article("h1", "en", "Harbour Post", "2024-03-01T10:00:00Z", "Gates open soon",
                        "Salma Haddad confirmed, according to Reuters, that " + reopens +
                            ". Ticket prices may rise by a third, it is believed.");
    const auto post = made.publisher("Harbour Post");
    const auto salma = made.agent("Salma Haddad", AgentKind::person);
    const auto reuters = made.agent("Reuters", AgentKind::outlet, "reuters");
    auto& first = made.claim("confirmed", reopens, {salma, reuters, post},
                             {{Contact::unstated, ""}, {Contact::cited, "according to"}}, {Flag::second_hand});
    first.lemma = "confirm";
    first.stance = Stance::assertive;
    made.claim("believed", "Ticket prices may rise by a third", {post}, {}, {Flag::unknown_source});
    return made.analysis;
}

inline Analysis harbour_2() {
    auto made = article("h2", "en", "Harbour Post", "2024-03-05", "Crews return",
                        "Omar Aziz wrote that fishing crews expect to return within two weeks.");
    const auto post = made.publisher("Harbour Post");
    made.claim("wrote", "fishing crews expect to return within two weeks",
               {made.agent("Omar Aziz", AgentKind::person), post}, {{Contact::written, "wrote"}});
    return made.analysis;
}

inline Analysis harbour_3() {
    auto made = article("h3", "en", "Harbour Post", "2024-03-06", "Nets and boats",
                        "Omar Aziz said nets cost twice as much. He added that boats need new engines.");
    const auto post = made.publisher("Harbour Post");
    const auto omar = made.agent("Omar Aziz", AgentKind::person);
    made.claim("said", "nets cost twice as much", {omar, post}, {{Contact::spoken, "said"}});
    made.claim("added", "boats need new engines", {omar, post}, {{Contact::spoken, "added"}});
    return made.analysis;
}

inline Analysis mina_1() {
    auto made =
        article("m1", "ar", "الميناء", "2024-03-02", "عودة قريبة",
                "قالت سلمى حداد لرويترز إن الميناء يفتح أبوابه قبل نهاية فصل الربيع. وقال مسؤول إن " + pier + ".");
    const auto mina = made.publisher("الميناء");
    const auto salma = made.agent("سلمى حداد", AgentKind::person);
    const auto reuters = made.agent("رويترز", AgentKind::outlet, "reuters");
    made.claim("قالت", "الميناء يفتح أبوابه قبل نهاية فصل الربيع", {salma, reuters, mina},
               {{Contact::spoken, "لرويترز"}, {}}, {Flag::second_hand});
    made.claim("وقال", pier, {made.agent("مسؤول", AgentKind::role), mina}, {{Contact::spoken, "وقال"}},
               {Flag::anonymous_source})
        .lemma = "قال";
    return made.analysis;
}

inline Analysis mina_2() {
    auto made = article("m2", "ar", "الميناء", "2024-03-03", "جنوح سفينة",
                        "ذكرت صدى الساحل أن سفينة شحن كبيرة جنحت قرب مدخل الخليج.");
    const auto mina = made.publisher("الميناء");
    made.claim("ذكرت", "سفينة شحن كبيرة جنحت قرب مدخل الخليج", {made.agent("صدى الساحل", AgentKind::outlet), mina},
               {{Contact::cited, "ذكرت"}});
    return made.analysis;
}

inline Analysis sada_1() {
    auto made = article("s1", "ar", "صدى الساحل", "2024-03-01", "السوق القديمة",
                        "قرأنا في الميناء أن مجلس المدينة وافق على توسعة السوق. وأكد مسؤول أن " + pier + ".");
    const auto sada = made.publisher("صدى الساحل");
    made.claim("قرأنا", "مجلس المدينة وافق على توسعة السوق", {made.agent("الميناء", AgentKind::outlet), sada},
               {{Contact::seen, "قرأنا في"}});
    made.claim("وأكد", pier, {made.agent("مسؤول", AgentKind::role), sada}, {{Contact::spoken, "وأكد"}},
               {Flag::anonymous_source})
        .lemma = "أكد";
    return made.analysis;
}

inline std::vector<Analysis> small_corpus() {
    return {reuters_1(), harbour_1(), harbour_2(), harbour_3(), mina_1(), mina_2(), sada_1()};
}

inline std::vector<PreparedArticle> prepared(const std::vector<Analysis>& analyses) {
    std::vector<PreparedArticle> articles;
    for (const Analysis& analysis : analyses) articles.emplace_back(analysis);
    return articles;
}

/// A corpus in `folder` that holds these analyses.
/// The words of two agencies that stand side by side.
inline Analysis side_by_side() {
    auto made = article("side", "en", "Harbour Post", "2024-03-07", "Cranes ordered",
                        "Salma Haddad said, Reuters and AFP reported, that " + reopens + ".");
    const auto post = made.publisher("Harbour Post");
    const auto salma = made.agent("Salma Haddad", AgentKind::person);
    const auto reuters = made.agent("Reuters", AgentKind::outlet, "reuters");
    const auto afp = made.agent("AFP", AgentKind::outlet, "afp");
    made.claim("said", reopens, {salma, reuters, afp, post},
               {{Contact::spoken, "said"}, {Contact::spoken, "said", true}, {Contact::cited, "reported"}},
               {Flag::second_hand});
    return made.analysis;
}

inline Corpus corpus_of(const Folder& folder, const std::vector<Analysis>& analyses,
                        const std::string& name = "small.rawi") {
    Corpus corpus(folder / name, Corpus::Access::write);
    corpus.add(prepared(analyses));
    return corpus;
}

/// The claims of a trace, in its order.
inline std::vector<std::string> ids(const Trace& found) {
    std::vector<std::string> all;
    for (const TraceClaim& claim : found.claims) all.push_back(claim.id);
    return all;
}

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace rawi::test
