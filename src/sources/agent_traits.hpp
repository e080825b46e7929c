// What can be said of an agent by what the article has told of it, and of a mention beside one.
#pragma once

#include "sources/agent_table.hpp"

namespace rawi::sources {

/// Person, number and gender by which the text can go on about the agent: those of its words, or of the verbs that it
/// has had.
[[nodiscard]] language::Agreement agreement_of(const AgentTable& table, AgentId id);

/// Whether the agent is a person who is called by a name, and alone: no other goes on in the plural.
[[nodiscard]] bool is_one_person(const AgentTable& table, AgentId id);

/// Whether the agent is one person whose name is known.
[[nodiscard]] bool is_named_person(const AgentTable& table, AgentId id);

/// Whether the agent is somebody, and one, of whom no more than an office or a description is known.
[[nodiscard]] bool described_only(const AgentTable& table, AgentId id);

/// Whether the agent is plainly one or several people: somebody with a name of two words, or called by an office or
/// another word for people.
[[nodiscard]] bool plainly_people(const AgentTable& table, AgentId id);

/// Whether nothing is known of the agent but a name: ترامب, كوكاكولا.
[[nodiscard]] bool by_name_alone(const AgentTable& table, AgentId id);

/// "Paper reports", or "a news report says" in the lead: an outlet whose name comes later.
[[nodiscard]] bool outlet_without_name(const AgentTable& table, AgentId id);

/// Whether the mention is headed by a noun by which the agent has been described.
[[nodiscard]] bool shares_head(const AgentTable& table, const Mention& mention, AgentId id);

/// Where heads stand first, one name that is part of another is the same one's only if the heads are the same (the army
/// is not the army's chief), or if both are people: a surname, a title with a name.
[[nodiscard]] bool heads_agree(const AgentTable& table, const Mention& mention, AgentId id);

/// "X's spokesman" is not X: a name alone that only completes what the agent is called by.
[[nodiscard]] bool principal_of(const AgentTable& table, const Mention& mention, AgentId id);

/// برشلونة is not مدرب برشلونة, who has a name of his own: whether one of the two is the body that the other's office
/// is of.
[[nodiscard]] bool served_by(const AgentTable& table, const Mention& mention, AgentId id);

/// المصارف is not رئيسة اتحاد المصارف, nor ترامب محام لترامب: of two of whom one is a person, whether all words of the
/// one only complete what the other is described by.
[[nodiscard]] bool only_completes(const AgentTable& table, const Mention& mention, AgentId id);

/// Whether nothing speaks against calling the agent so as well: "the French diplomat" comes from where it does.
[[nodiscard]] bool fits_epithet(const AgentTable& table, const Mention& mention, AgentId id);

/// Where heads stand first: whether the words before the name have described the agent, who has none yet.
[[nodiscard]] bool names_described(const AgentTable& table, const Mention& mention, AgentId id);

/// قالت سلمى الحداد. وقال الحداد; قالت زوجة الحداد. وقال الحداد: whether a name alone is that of somebody else, where
/// the verb has not the gender of this one, or the name only completes the description of this one.
[[nodiscard]] bool named_elsewhere(const AgentTable& table, const Mention& name, AgentId id);

/// Whether the mention gives the full name of one who has been called by a surname, or by an office: الوزير, and then
/// الوزير سالم الحداد.
[[nodiscard]] bool in_full(const AgentTable& table, const Mention& mention, AgentId id);

/// Whether the last word is where somebody or something is from: الشركة الأمريكية.
[[nodiscard]] bool by_country(const Article& article, const Mention& mention);

/// الشرطة, and then الشرطة السويدية: whether a body called by its noun alone is given its country.
[[nodiscard]] bool bare_body_of(const AgentTable& table, const Mention& mention, AgentId id);

/// الرئيس الأمريكي is not الرئيس الإيراني فلان: whether they are said to be of different countries.
[[nodiscard]] bool of_another_country(const AgentTable& table, const Mention& mention, AgentId id);

/// Whether the mention is of somebody from one place and the agent has been said to be from another.
[[nodiscard]] bool from_elsewhere(const AgentTable& table, const Mention& mention, AgentId id);

/// Whether such an agent is somebody.
[[nodiscard]] constexpr bool is_somebody(AgentKind kind) noexcept {
    return kind == AgentKind::person || kind == AgentKind::role;
}
/// Whether it is a body, an outlet or a paper.
[[nodiscard]] constexpr bool is_thing(AgentKind kind) noexcept {
    return kind == AgentKind::organisation || kind == AgentKind::outlet || kind == AgentKind::document;
}

/// Of the agents that `fits` takes the one of whom the text spoke last.
template <class Fits>
[[nodiscard]] std::optional<AgentId> last_spoken_of(const AgentTable& table, Fits fits) {
    std::optional<AgentId> last;
    for (const AgentId id : table.remembered()) {
        if (fits(id) && (!last || table.record(id).spoken_of >= table.record(*last).spoken_of)) last = id;
    }
    return last;
}

}  // namespace rawi::sources
