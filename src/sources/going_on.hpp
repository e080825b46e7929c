// Who speaks where a verb says that somebody goes on.
#pragma once

#include <optional>

#include "sources/agent_table.hpp"
#include "sources/sources.hpp"

namespace rawi::sources {

/// One of the findings, and who speaks in those before it.
struct Heard {
    const attribution::Findings& findings;
    const Sources& sources;
    std::size_t index;

    [[nodiscard]] const attribution::Finding& finding() const { return findings.attributions[index]; }
};

/// A subject that the text has told of.
struct MetSubject {
    AgentId agent;
    TokenRange tokens;
};

/// وأضاف المدرب البرتغالي: a verb that goes on, and `mention`, somebody described in words that have not been heard and
/// whom nobody is known by: the one who spoke last, if one of that gender did. So does any verb behind a name, by what
/// such people are called as well: وقال الدبلوماسي الفرنسي.
[[nodiscard]] std::optional<AgentId> who_goes_on(const Heard& heard, const AgentTable& table, const Mention& mention);

/// نقلت صحيفة عن مسؤول أمريكي, ونقلت أخرى عن مسؤول أمريكي: whether somebody of whom nothing is told but what another
/// outlet's source has been called already speaks by an outlet of their own, and so is not that one.
[[nodiscard]] bool source_of_another(const Heard& heard, const AgentTable& table, const Mention& mention,
                                     AgentId known);

/// Whether it is "I", in somebody's words, who says it.
[[nodiscard]] bool first_person(const Article& article, const attribution::Finding& finding);

/// "The rules that say it is late": where nobody stands for who speaks, whether it is the noun before the relative
/// pronoun, which no pronoun takes up as an object.
[[nodiscard]] bool antecedent_tells(const Article& article, const attribution::Finding& finding);

/// "The reporter asked Smith whether it was late": whether a question is put, which the one asked answers.
[[nodiscard]] bool questions(const Article& article, const attribution::Finding& finding);

/// "He said that Europe leads, but he added that": in somebody's words a verb that goes on; he goes on, and no one of
/// whom he speaks.
[[nodiscard]] std::optional<AgentId> outer_goes_on(const Heard& heard, const AgentTable& table);

/// "The minister said so, according to the paper": the one whose words the finding closes, where heads stand first and
/// it is a credit.
[[nodiscard]] std::optional<AgentId> closed_by(const Article& article, const Heard& heard);

/// Who has been described before somebody is named who speaks: in the headline, where the one named is the `first` to
/// speak below it, or as the only speaker so far, where the verb goes on (وأضاف).
[[nodiscard]] std::optional<AgentId> introduced(const attribution::Finding& finding, const AgentTable& table,
                                                const Mention& mention, bool first);

/// Whether the verb of `finding` is one of several people, where verbs tell so by more than the third person's ending.
[[nodiscard]] bool of_several(const Article& article, const attribution::Finding& finding);

/// Whether the verb of `finding` can be said of its subject, which agrees so: أدانت الرابطة والعلماء القرار، مؤكدين; of
/// two it is of several, whatever the first is.
[[nodiscard]] bool can_be_said(const Article& article, const attribution::Finding& finding,
                               language::Agreement subject);

/// اختتمت السيدة كريمة الزيارة. وقالت إنها: the one of whom `subject`, that of this sentence or of the one before,
/// tells, where a verb follows that goes on from no one's words; those who spoke further up are seldom meant then.
[[nodiscard]] std::optional<AgentId> turned_to(const attribution::Findings& findings, const AgentTable& table,
                                               const attribution::Finding& finding,
                                               const std::optional<MetSubject>& subject);

}  // namespace rawi::sources
