// What the formats for other tools share, where only our own eyes see it. What their readers make of it is in readers/.
#include <catch2/catch.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "provenance/hand_made.hpp"
#include "rawi/graph.hpp"
#include "rawi/saved.hpp"
#include "rawi/writing.hpp"

using namespace rawi;
using rawi::test::HandMade;

namespace {

std::string written(std::string_view format, const std::vector<Analysis>& articles,
                    const WritingOptions& options = {}) {
    std::ostringstream out;
    const auto writer = make_writer(*find_format(format), out, options);
    writer->begin();
    for (const Analysis& article : articles) writer->write(article);
    writer->end();
    return out.str();
}

std::size_t count(std::string_view text, std::string_view what) {
    std::size_t times = 0;
    for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++times;
    return times;
}

Analysis small(std::string id, std::string language = "en") {
    HandMade made({.id = std::move(id), .language = std::move(language)}, "Title",
                  "He told the Post one. He said two.");
    const AgentId he = made.agent("He", AgentKind::person);
    const AgentId post = made.publisher("the Post");
    made.claim("told", "one", {he, post}, {{Contact::spoken, "told the Post"}});
    made.claim("said", "two", {he, post});
    return made.analysis;
}

/// As many claims as no article has, each followed by another one.
Analysis of_claims(std::size_t claims) {
    std::string body;
    for (std::size_t i = 0; i < claims; ++i) body += "He said so it is, and that it will be so again tomorrow. ";
    HandMade made({.id = "long", .language = "en"}, "", body);
    const AgentId he = made.agent("He", AgentKind::person);
    const AgentId post = made.publisher("the Post");
    const auto length = static_cast<std::uint32_t>(body.size() / claims);
    Attribution said = made.claim("said", "so it is", {he, post});
    made.analysis.attributions.clear();
    for (std::size_t i = 0; i < claims; ++i) {
        const auto begin = static_cast<std::uint32_t>(i) * length;
        said.cue = {{begin + 3, begin + 7}};
        said.content = {{begin + 8, begin + 16}};
        said.parent.reset();
        if (i > 0) said.parent = static_cast<AttributionId>(i - 1);
        made.analysis.attributions.push_back(said);
    }
    return made.analysis;
}

}  // namespace

TEST_CASE("articles of different ids stay different, whatever others are called") {
    const std::vector<Analysis> articles{small("x"), small("x"), small("x#2")};
    for (const char* format : {"prov-n", "prov-json", "prov-jsonld"}) {
        INFO(format);
        const std::string text = written(format, articles);
        CHECK(count(text, "bundle:x%232%232") > 0);
        CHECK(count(text, "article:x%232%232/q1") > 0);
    }
    CHECK(count(written("prov-n", articles), "bundle bundle:x%232\n") == 1);
    const std::string nodes = written("csv-nodes", articles);
    CHECK(count(nodes, "agent:x/a1,") == 1);
    CHECK(count(nodes, "agent:x#2/a1,") == 1);
    CHECK(count(nodes, "agent:x#2#2/a1,") == 1);
    CHECK(provenance_graph(articles).nodes.size() == 4);  // three of his, and the Post
}

TEST_CASE("a graph for other tools tells what is stated from what is inferred") {
    const std::string edges = written("csv-edges", {small("x")});
    CHECK(edges ==
          "Source,Target,Type,Weight,Stated,Contact,Inferred,Phrase,Rules,Documents\r\n"
          "agent:a1,agent:a2,Directed,2,1,spoken,false,told the Post,test/by-hand,x\r\n");
    const std::string graphml = written("graphml", {small("x")});
    CHECK(count(graphml, "<data key=\"edge.weight\">2</data>") == 1);
    CHECK(count(graphml, "<data key=\"edge.stated\">1</data>") == 1);
    CHECK(count(written("gexf", {small("x")}), "<attvalue for=\"stated\" value=\"1\"/>") == 1);
}

TEST_CASE("what terminals obey stands in XML as references") {
    HandMade made({.id = "x", .language = "en"}, "", "Jane said: one.");
    const AgentId jane = made.agent("Ja\u202Ene\u0085 \u2066\u00E9", AgentKind::person);
    made.claim("said", "one", {jane, made.publisher("the Post")}, {{Contact::spoken, "said"}});
    for (const char* format : {"graphml", "gexf"}) {
        INFO(format);
        const std::string text = written(format, {made.analysis});
        CHECK(count(text, "Ja&#x202E;ne&#x85; &#x2066;\u00E9") > 0);
        CHECK(count(text, "\u202E") + count(text, "\u0085") + count(text, "\u2066") == 0);
    }
}

TEST_CASE("what terminals obey stands in PROV-N as U+FFFD, whose strings have no escape for it") {
    const std::string evil = "\u202Eon\u009B31me\u2066 \u00E9 \x1B[2J";
    HandMade made({.id = "x", .language = "en", .outlet = evil}, evil, "Jane said: " + evil);
    Attribution& said = made.claim("said", evil, {made.agent("Jane", AgentKind::person), made.publisher(evil)});
    said.medium = evil;
    const std::string text = written("prov-n", {made.analysis});
    CHECK(count(text, "\"\uFFFDon\uFFFD31me\uFFFD \u00E9 \uFFFD[2J\"") >= 4);
    for (const char* obeyed : {"\u202E", "\u009B", "\u2066", "\x1B"}) CHECK(count(text, obeyed) == 0);
}

TEST_CASE("a table has a row for each claim") {
    const std::string header =
        "article,url,published,date,language,outlet,outlet_id,title,claim,parent,source,source_kind,named,"
        "source_outlet_id,cue,lemma,stance,type,content,relays,relay_outlet_ids,path,contacts,inferred,medium,said_on,"
        "flags,rule\r\n";
    CHECK(written("csv", {}) == header);
    HandMade made({.id = "r", .language = "en", .published = "May 2, 2024"}, "", "Jane, as \"AFP\" has it, said: -1.");
    const AgentId jane = made.agent("Jane", AgentKind::role);
    const AgentId afp = made.agent("AFP", AgentKind::outlet, "afp");
    const AgentId nobody = made.publisher("");
    Attribution& said = made.claim("said", "-1", {jane, afp, nobody}, {{Contact::spoken, "said"}});
    said.flags = {Flag::anonymous_source, Flag::second_hand};
    said.medium = "interview";
    CHECK(
        written("csv", {small("x"), made.analysis}) ==
        header +
            "x,,,,en,the Post,,Title,q1,,He,person,true,,told,,neutral,indirect,one,0,,He → the Post,spoken,false,,,,"
            "test/by-hand\r\n"
            "x,,,,en,the Post,,Title,q2,,He,person,true,,said,,neutral,indirect,two,0,,He → the Post,unstated,true,,,,"
            "test/by-hand\r\n"
            "r,,\"May 2, 2024\",2024-05-02,en,,,,q1,,Jane,role,false,,said,,neutral,indirect,'-1,1,afp,Jane → AFP → "
            "?,spoken → unstated,true,interview,,anonymous-source second-hand,test/by-hand\r\n");
}

TEST_CASE("what nobody is given for, but an agency passed on, has a relay and a missing speaker") {
    HandMade made({.id = "x", .language = "en"}, "", "WASHINGTON (AP) - It was revealed that the port was closed.");
    const AgentId agency = made.agent("AP", AgentKind::outlet, "ap");
    const AgentId post = made.publisher("the Post");
    made.claim("revealed", "the port was closed", {agency, post}, {}, {Flag::unknown_source});
    using Catch::Contains;
    CHECK_THAT(written("csv", {made.analysis}),
               Contains(",the port was closed,1,ap,? → AP → the Post,unstated → unstated,true,"));
    CHECK_THAT(written("text", {made.analysis}), Contains("(nobody is given) ⇢ AP ⇢ the Post"));
}

TEST_CASE("a language that is none is not written as one") {
    for (const std::string language : {"en", "ar", "ar-LY", "zh-Hans-CN"}) {
        INFO(language);
        CHECK(count(written("prov-n", {small("x", language)}), "\"Title\"@" + language + "]") == 0);
        CHECK(count(written("prov-n", {small("x", language)}), "\"Title\"@" + language) == 1);
        CHECK(count(written("svg", {small("x", language)}), " xml:lang=\"" + language + '"') == 1);
        CHECK(count(written("html", {small("x", language)}), "<div class=\"prose\" lang=\"" + language + '"') == 1);
    }
    for (const std::string language :
         {"en])\n    entity(evil:x", "e n", "-", "en-", "en--us", "7", "", "n\u00E9", "languages"}) {
        INFO(language);
        const std::string text = written("prov-n", {small("x", language)});
        CHECK(count(text, "prov:label=\"Title\"") == 1);
        CHECK(count(text, "\"@") == 0);
        CHECK(count(text, "\n    entity(evil:x") == 0);
        CHECK(count(written("schema-org", {small("x", language)}), "inLanguage") == 0);
        CHECK(count(written("svg", {small("x", language)}), "xml:lang") == 0);
        CHECK(count(written("html", {small("x", language)}), " lang=\"") == 1);  // of the page itself
    }
}

TEST_CASE("an article of very many claims is written in little time") {
    constexpr std::size_t many = 30'000;  // with work for each pair of claims this test would take minutes
    const Analysis article = of_claims(many);
    CHECK(count(written("prov-json", {article}), "\"rawi:Claim\"") == many);
    CHECK(count(written("web-annotation", {article}), "\"Annotation\"") == many);
    CHECK(count(written("text", {article}, {.text = {.explain = true}}), "test/by-hand") == many);
    const std::string saved = written("jsonl", {article}, {.with_text = true});
    CHECK(read_analysis(saved).analysis.attributions.size() == many);
}
