// Reads noun phrases whose head stands first.
#pragma once

#include "sources/joint_mention.hpp"
#include "sources/mention_reader.hpp"

namespace rawi::sources {

class HeadFirstMention : MentionReader {
public:
    HeadFirstMention(const Article& article, TokenRange tokens, bool as_outlet)
        : MentionReader(article, tokens, as_outlet), core_end_(mention_.tokens.end) {}

    Mention read();

private:
    /// المدرب | البالغ من العمر 53 عاما
    void leave_age();
    void collect_words();
    /// The first word, and those of what stands in apposition: فلان، المتحدث الأمني.
    void find_heads();

    // What it is a mention of.
    void classify();
    bool try_class(detection::Known known, AgentKind kind);
    bool try_name();
    /// Takes the mention for one of `kind` if its first word is of class `known`: whether it is.
    bool take_head(detection::Known known, AgentKind kind);
    /// لكن مصدرا أمنيا قال: the noun itself has the class. Only of a speaker: elsewhere عما is no uncle.
    bool take_accusative_head(detection::Known known, AgentKind kind);
    /// Where an outlet stands first, or the text shows that it is one.
    bool take_outlet();
    /// وكالة الطاقة الذرية: a body whose first word may be an outlet's.
    [[nodiscard]] bool body_called_agency() const;
    /// منظمة is an organisation far more often than she who organises, unless a person's name closes the phrase.
    [[nodiscard]] bool body_rather_than_office() const;
    /// Whether the phrase is known to name somebody who is no outlet, though passing words on: the Kremlin, a minister.
    [[nodiscard]] bool names_body_or_person() const;
    /// رئيس الحكومة: a noun completed by one that is definite is definite itself, unless it is one of several (أحد).
    [[nodiscard]] bool construct_definite() const;

    // proper_names.cpp: whose name stands there.
    struct NameSearch;
    /// The name of a person at the end of the phrase proper: الرئيس الروسي | فلاديمير بوتين. A name behind an
    /// indefinite noun completes it and names no person (مدير منظمة أوكسفام), nor does a place's.
    void find_proper();
    void notice_mark(std::uint32_t i, const JointMention& joint, NameSearch& search);
    void notice_word(std::uint32_t i, NameSearch& search);
    void add_governed(std::uint32_t i, bool name, NameSearch& search);
    [[nodiscard]] bool completes_body_of_one(std::uint32_t name) const;
    [[nodiscard]] bool quoted(std::uint32_t name) const;
    [[nodiscard]] std::uint32_t outlet_end(std::uint32_t i, TokenRange name) const;
    [[nodiscard]] bool names_again(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t name_behind_clause(std::uint32_t relative) const;
    [[nodiscard]] bool completes_noun(std::uint32_t name) const;
    [[nodiscard]] bool completes_office(std::uint32_t i, TokenRange name, std::uint32_t served) const;

    std::uint32_t core_end_;  ///< before "and he is ..."
    std::uint32_t head_ = 0;
};

}  // namespace rawi::sources
