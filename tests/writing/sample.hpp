// Analyses built by hand, so that writers are tested without the engine.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "rawi/analysis.hpp"
#include "rawi/graph.hpp"

namespace rawi::testing {

/// Where `words` stand in the analysed text, the first time at or after byte `from`.
inline Span where(const Document& document, std::string_view words, std::size_t from = 0) {
    const auto at = document.text().find(words, from);
    if (at == std::string_view::npos) throw std::logic_error("not in the text: " + std::string(words));
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

/// An Arabic article with a title: an unnamed official told a paper, which the publisher read; a claim by the paper
/// nested in another; a claim that nobody is given for.
inline Analysis arabic_sample() {
    Analysis found;
    found.document =
        Document({.id = "ar-1",
                  .language = "ar",
                  .outlet = "المرصد",
                  .author = "سلمى",
                  .url = "https://example.org/1?a=b&c=\"d\"",
                  .published = "2024-03-07"},
                 "مسؤول: الميناء يعود غدا",
                 "بنغازي – المرصد\n"
                 "قال مسؤول في الميناء في تصريحات لـ”الصباح”، أمس الأربعاء، طالعتها “المرصد”، إن العمل يعود غدا.\n"
                 "وذكرت الصحيفة أن العمال، كما قال نقيبهم، “يرفضون” العودة.\n"
                 "ويعتقد أن الميناء خسر الكثير.");
    const Document& text = found.document;
    found.language = "ar";
    found.right_to_left = true;
    found.dateline = where(text, "بنغازي – المرصد");
    found.agents = {
        {"مسؤول في الميناء",
         AgentKind::role,
         false,
         false,
         {where(text, "مسؤول"), where(text, "مسؤول في الميناء")},
         ""},
        {"الصباح", AgentKind::outlet, true, false, {where(text, "الصباح"), where(text, "الصحيفة")}, "assabah"},
        {"المرصد", AgentKind::outlet, true, true, {where(text, "المرصد")}, ""},
        {"نقيبهم", AgentKind::role, false, false, {where(text, "نقيبهم")}, ""},
    };
    found.publisher = AgentId{2};
    const AgentId official{0};
    const AgentId paper{1};
    const AgentId publisher{2};
    const AgentId union_head{3};

    Attribution told;
    told.cue = {where(text, "قال")};
    told.lemma = "قال";
    told.source = official;
    told.source_span = where(text, "مسؤول في الميناء");
    told.content = {where(text, "العمل يعود غدا")};
    told.chain = {official, paper, publisher};
    told.hops = {{official, paper, Contact::spoken, {where(text, "في تصريحات لـ")}, false, "ar/relay-told"},
                 {paper, publisher, Contact::seen, {where(text, "طالعتها")}, false, "ar/relay-read"}};
    told.medium = "statement";
    told.when = When{where(text, "أمس الأربعاء"), "2024-03-06"};
    told.flags = {Flag::anonymous_source, Flag::second_hand};
    told.rule = "ar/verb-subject-clause";
    told.rule_place = "ar/frames.rules:12";

    Attribution reported = told;
    reported.cue = {where(text, "وذكرت")};
    reported.lemma = "ذكر";
    reported.source = paper;
    reported.source_span = where(text, "الصحيفة");
    reported.content = {where(text, "العمال، كما قال نقيبهم، “يرفضون” العودة")};
    reported.chain = {paper, publisher};
    reported.hops = {{paper, publisher, Contact::unstated, {}, true, ""}};
    reported.medium.reset();
    reported.when.reset();
    reported.flags = {};

    Attribution nested = reported;
    nested.cue = {where(text, "كما قال")};
    nested.lemma = "قال";
    nested.stance = Stance::distanced;
    nested.source = union_head;
    nested.source_span = where(text, "نقيبهم");
    nested.content = {where(text, "العمال"), where(text, "“يرفضون” العودة")};
    nested.type = ContentType::mixed;
    nested.chain = {union_head, paper, publisher};
    nested.hops = {{union_head, paper, Contact::cited, {where(text, "كما قال")}, false, "ar/nested"},
                   {paper, publisher, Contact::unstated, {}, true, ""}};
    nested.parent = AttributionId{1};
    nested.flags = {Flag::anonymous_source, Flag::second_hand};

    Attribution nobody = reported;
    nobody.cue = {where(text, "ويعتقد")};
    nobody.lemma = "اعتقد";
    nobody.stance = Stance::hedged;
    nobody.source.reset();
    nobody.source_span.reset();
    nobody.content = {where(text, "الميناء خسر الكثير")};
    nobody.chain = {publisher};
    nobody.hops = {};
    nobody.flags = {Flag::unknown_source};

    found.attributions = {told, reported, nested, nobody};
    return found;
}

/// An article whose every string is out to break something: control characters, escape sequences, quotation marks, bidi
/// overrides, line separators, characters outside the basic plane, broken UTF-8 in fields that a caller filled in.
inline Analysis hostile_sample() {
    const std::string evil =
        "\x1b[2J\x1b]0;title\x07 \"quoted\" \\back </script> \xE2\x80\xAE"
        "desrever\xE2\x80\xA9 \xF0\x9F\x98\x80 \xC2\x9B"
        "31m" +
        std::string(1, '\0') + "\r\n\ttail";
    Analysis found;
    found.document = Document({.id = evil, .outlet = evil + "\xFF\xC3", .author = evil, .url = evil, .published = evil},
                              evil, evil + " said " + evil);
    found.language = "en";
    const auto body = found.document.body();
    found.agents = {{evil, AgentKind::person, true, false, {body}, evil},
                    {"", AgentKind::unknown, false, true, {}, ""}};
    found.publisher = AgentId{1};
    Attribution said;
    said.cue = {where(found.document, " said ")};
    said.lemma = evil;
    said.source = AgentId{0};
    said.source_span = found.document.title();
    said.content = {body};
    said.type = ContentType::direct;
    said.chain = {AgentId{0}, AgentId{1}};
    said.hops = {{AgentId{0}, AgentId{1}, Contact::written, {body}, false, evil}};
    said.medium = evil;
    said.when = When{body, evil};
    said.flags = {Flag::anonymity_requested, Flag::missing_link};
    said.rule = evil;
    said.rule_place = evil;
    found.attributions = {said};
    return found;
}

/// `outlets` and one agency, node 0, from which each has words; the edges are in the order of their outlets.
inline ProvenanceGraph all_from_one_agency(unsigned outlets) {
    ProvenanceGraph graph;
    graph.language = "en";
    graph.nodes.resize(outlets + 1);
    for (unsigned number = 0; number <= outlets; ++number) {
        graph.nodes[number].label = "outlet " + std::to_string(number);
        graph.nodes[number].key = "outlet:" + std::to_string(number);
        graph.nodes[number].agent_kind = AgentKind::outlet;
    }
    for (unsigned number = 1; number <= outlets; ++number) {
        Edge edge;
        edge.from = NodeId{0};
        edge.to = static_cast<NodeId>(number);
        graph.edges.push_back(edge);
    }
    return graph;
}

}  // namespace rawi::testing
