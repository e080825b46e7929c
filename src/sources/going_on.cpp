#include "sources/going_on.hpp"

#include <algorithm>

#include "detection/noun_phrase.hpp"
#include "sources/agent_traits.hpp"
#include "sources/antecedents.hpp"
#include "sources/captured.hpp"
#include "sources/described_first.hpp"
#include "sources/find_agent.hpp"

namespace rawi::sources {

using attribution::Finding;

namespace {

/// Where heads stand last, who goes on is looked for otherwise (capitalised_descriptions.hpp).
bool goes_on(const Article& article, const Finding& finding) {
    return article.pack->heads_first && finding.lemma != nullptr &&
           (finding.lemma->flag_bits & article.pack->continues) != 0;
}

/// الدبلوماسي الفرنسي, without a name behind it: such words as describe somebody who has one, and no office.
bool by_epithet(const Article& article, const Mention& mention) {
    using language::Part;
    const std::uint32_t end = mention.tokens.end;
    if (!article.pack->heads_first || mention.tokens.size() < 2 ||
        !article.has(mention.tokens.begin, detection::Known::epithet) || !article.tokens[mention.tokens.begin].definite)
        return false;
    for (std::uint32_t i = mention.tokens.begin + 1; i < end; ++i) {
        if (!article.is(i, Part::adjective) || !article.tokens[i].definite ||
            article.tokens[i].word == language::unknown_word)
            return false;
    }
    // المحلل السياسي، والباحث في المعهد، سالم الحداد
    std::uint32_t behind = end + 1;
    if (behind < article.tokens.size() && article.has(behind, detection::Known::conjunction)) ++behind;
    if (behind < article.tokens.size() && article.tokens[end].kind == text::CharClass::comma &&
        (article.is(behind, Part::proper) || article.has(behind, detection::Known::role_noun)))
        return false;
    const bool over = end >= article.tokens.size() || article.tokens[end].kind != text::CharClass::letter;
    return over || article.is(end, Part::verb) || article.has(end, detection::Known::complementiser) ||
           article.has(end, detection::Known::preposition) || article.has(end, detection::Known::adverb) ||
           article.has(end, detection::Known::time) || article.has(end, detection::Known::weekday);
}

}  // namespace

bool first_person(const Article& article, const Finding& finding) {
    if (finding.parent == detection::none || finding.source.size() != 1) return false;
    for (const detection::Known known : {detection::Known::pronoun, detection::Known::possessive}) {
        const auto agreement = language::parse_agreement(article.value(finding.source, known));
        if (agreement && agreement->person == language::Person::first) return true;
    }
    return false;
}

bool questions(const Article& article, const Finding& finding) {
    if (finding.lemma == nullptr || (finding.lemma->flag_bits & article.pack->asks) == 0 || finding.content.empty())
        return false;
    const std::uint32_t content = finding.content.front().begin;
    return content > 0 && !article.is(content - 1, language::Part::to);  // "asked him to go"
}

bool antecedent_tells(const Article& article, const Finding& finding) {
    using detection::Known;
    const std::uint32_t pronoun = finding.anchor() - 1;
    if (finding.anchor() == 0 || finding.form.has_object || finding.content.empty() ||
        article.has(pronoun, Known::subordinator))
        return false;
    const auto noun = language::parse_agreement(article.value({pronoun, pronoun + 1}, Known::relative));
    if (!noun || !language::agree(*noun, finding.form.agreement) || noun->gender != language::Gender::feminine)
        return false;
    // Only a thing: of people and bodies the rules tell, and where they do not, it is one who has been spoken of.
    static const language::ClassSet things =
        language::set_of({Known::thing_noun, Known::event_noun, Known::document_noun, Known::law});
    static const language::ClassSet others =
        language::set_of({Known::human_noun, Known::role_noun, Known::group_noun, Known::organisation_noun,
                          Known::outlet_noun, Known::name, Known::organisation, Known::outlet, Known::source_noun});
    std::uint32_t last = pronoun;
    while (last > 0 && (article.tokens[last - 1].kind == text::CharClass::comma ||
                        article.has(last - 1, Known::conjunction) || article.is(last - 1, language::Part::adjective)))
        --last;
    if (last == 0 || article.is(last - 1, language::Part::proper) || !article.has(last - 1, things) ||
        article.has(last - 1, others))
        return false;
    // الأرقام التي قالت إنها خاطئة, القرار الذي أعلن فيه
    for (std::uint32_t i = finding.anchor() + 1; i <= finding.content.front().begin && i < article.tokens.size(); ++i) {
        const bool takes_up =
            article.has(i, Known::resumptive) ||
            (article.has(i, Known::complementiser) && article.tokens[i].enclitic != language::Agreement{});
        if (takes_up) return false;
    }
    return true;
}

std::optional<AgentId> outer_goes_on(const Heard& heard, const AgentTable& table) {
    const Article& article = table.article();
    const Finding& finding = heard.finding();
    if (finding.parent == detection::none || !goes_on(article, finding)) return std::nullopt;
    const auto outer = heard.sources.speakers[finding.parent].source;
    const bool before = heard.findings.attributions[finding.parent].anchor() < finding.anchor();
    return before && outer && language::agree(agreement_of(table, *outer), finding.form.agreement) ? outer
                                                                                                   : std::nullopt;
}

std::optional<AgentId> who_goes_on(const Heard& heard, const AgentTable& table, const Mention& mention) {
    const Article& article = table.article();
    const Finding& finding = heard.finding();
    constexpr std::uint32_t near = 2;  // sentences
    if (finding.parent != detection::none) return std::nullopt;
    const bool on = goes_on(article, finding);
    if (!on && !by_epithet(article, mention)) return std::nullopt;
    const bool back = !mention.refers_to || (mention.refers_to == Reference::official && mention.tokens.size() > 1);
    const bool described = mention.kind == AgentKind::role && !mention.named && mention.proper.empty() &&
                           !mention.pronoun && !mention.joint && !mention.another && back &&
                           mention.agreement.number == language::Number::singular;
    if (!described || !says_which(article, mention.tokens)) return std::nullopt;
    for (std::size_t i = heard.index; i-- > 0;) {
        const Finding& before = heard.findings.attributions[i];
        if (before.parent != detection::none) continue;
        const auto speaker = heard.sources.speakers[i].source;
        if (!speaker || before.sentence + near < finding.sentence) return std::nullopt;
        const Agent& agent = table.agent(*speaker);
        if (!on && !(agent.kind == AgentKind::person && agent.named && fits_epithet(table, mention, *speaker)))
            return std::nullopt;
        // The South's president is not the North's.
        const bool somebody = agent.kind == AgentKind::person ||
                              (agent.kind == AgentKind::role && !shares_head(table, mention, *speaker));
        return somebody && language::agree(agreement_of(table, *speaker), mention.agreement) ? speaker : std::nullopt;
    }
    return std::nullopt;
}

std::optional<AgentId> closed_by(const Article& article, const Heard& heard) {
    const Finding& finding = heard.finding();
    if (!article.pack->heads_first || finding.lemma == nullptr ||
        (finding.lemma->flag_bits & article.pack->credit) == 0)
        return std::nullopt;
    for (std::size_t i = heard.index; i-- > 0;) {
        const Finding& before = heard.findings.attributions[i];
        if (before.sentence != finding.sentence) return std::nullopt;
        const auto speaker = heard.sources.speakers[i].source;
        if (before.parent == heard.index && speaker) return speaker;
    }
    return std::nullopt;
}

std::optional<AgentId> introduced(const Finding& finding, const AgentTable& table, const Mention& mention, bool first) {
    const Article& article = table.article();
    if (!article.pack->heads_first || finding.parent != detection::none || mention.kind != AgentKind::person ||
        !mention.named)
        return std::nullopt;
    if (const auto above = first ? announced(table, mention) : std::nullopt) return above;
    const std::uint64_t flags = finding.lemma == nullptr ? 0 : finding.lemma->flag_bits;
    const bool continues = (flags & article.pack->continues) != 0;
    if (!continues && (flags & article.pack->resumes) == 0) return std::nullopt;
    return described_first(table, mention, continues);
}

bool of_several(const Article& article, const Finding& finding) {
    const language::Number number = finding.form.agreement.number;
    return !names_show(article) && (number == language::Number::plural || number == language::Number::dual);
}

bool can_be_said(const Article& article, const Finding& finding, language::Agreement subject) {
    if (language::agree(subject, finding.form.agreement)) return true;
    return of_several(article, finding) &&
           (detection::holds(article, finding.subject, detection::Known::conjunction) ||
            detection::counted_agreement(article, finding.subject) == language::Agreement{});
}

std::optional<AgentId> turned_to(const attribution::Findings& findings, const AgentTable& table, const Finding& finding,
                                 const std::optional<MetSubject>& subject) {
    const Article& article = table.article();
    const language::Agreement verb = finding.form.agreement;
    const std::uint64_t goes_on = article.pack->continues | article.pack->resumes;
    if (!article.pack->heads_first || finding.form.form != language::Form::finite || finding.lemma == nullptr ||
        (finding.lemma->flag_bits & goes_on) != 0 || verb.person != language::Person::third || !subject)
        return std::nullopt;
    const std::uint32_t before = finding.sentence == 0 ? 0 : finding.sentence - 1;
    const std::uint32_t told = subject->tokens.begin;
    if (told < article.sentences[before].tokens.begin || article.tokens[told].quotation != detection::none)
        return std::nullopt;
    // زوجته, مديونة: nor does somebody's wife go on, or what is said of a thing.
    const detection::Token& head = article.tokens[told];
    if (head.enclitic != language::Agreement{} || (!head.definite && article.is(told, language::Part::adjective)))
        return std::nullopt;
    // بشأن زيارة الوزير: whom a noun before it takes in is no subject.
    static constexpr auto nominal = language::PartSet(language::Part::noun) | language::Part::adjective;
    if (told > 0 && article.tokens[told - 1].kind == text::CharClass::letter && article.is(told - 1, nominal))
        return std::nullopt;
    if (!plainly_people(table, subject->agent) || antecedent(table, verb, finding.anchor(), false) != subject->agent)
        return std::nullopt;
    const bool said = std::ranges::any_of(findings.attributions, [&](const Finding& other) {
        return other.holds(told) && !other.holds(finding.anchor());
    });
    return said ? std::nullopt : std::optional(subject->agent);
}

bool source_of_another(const Heard& heard, const AgentTable& table, const Mention& mention, AgentId known) {
    const Article& article = table.article();
    if (!article.pack->heads_first || mention.kind != AgentKind::role || mention.named || mention.definite ||
        heard.finding().relays.empty())
        return false;
    const auto houses = [&](std::size_t i) {
        std::vector<AgentId> found;
        for (const std::vector<AgentId>& relays : heard.sources.speakers[i].relays) {
            for (const AgentId relay : relays) {
                const Agent& agent = table.agent(relay);
                if (agent.kind == AgentKind::outlet && agent.named && !agent.publisher) found.push_back(relay);
            }
        }
        return found;
    };
    const std::vector<AgentId> own = houses(heard.index);
    bool another = false;
    for (std::size_t i = 0; i < heard.index && !own.empty(); ++i) {
        if (heard.sources.speakers[i].source != known) continue;
        const std::vector<AgentId> theirs = houses(i);
        if (std::ranges::any_of(theirs, [&](AgentId one) { return std::ranges::find(own, one) != own.end(); }))
            return false;
        another = another || !theirs.empty();
    }
    return another;
}

}  // namespace rawi::sources
