// Whose a clause is: the subject of a verb or participle that has none beside it. The definitions are in subjects.cpp
// (subjects before their verbs), participles.cpp (those of participles), continued.cpp (those of clauses that go on,
// where verbs stand before their subjects).
#pragma once

#include <span>

#include "attribution/phrases.hpp"

namespace rawi::attribution {

class Subjects : public Phrases {
public:
    using Phrases::Phrases;

    /// The subject of the verb at `verb`, where it stands before it; for a participle or a verb behind a conjunction
    /// the subject of the clause that it continues. Empty where none is found.
    [[nodiscard]] TokenRange subject_of(std::uint32_t verb, std::uint32_t limit) const;
    /// Whose the participle at `gerund` is by what stands right before it: "prices fell, with traders | citing the
    /// drought", "she's | calling for it". Empty where that does not tell. Subjects before their verbs only.
    [[nodiscard]] TokenRange doer_of(std::uint32_t gerund, std::uint32_t limit) const;
    /// "Citing a rule, | the minister | said": the subject of the clause that follows a participle and its content,
    /// which ends before `end`, where they open the sentence; else empty.
    [[nodiscard]] TokenRange doer_behind(std::uint32_t gerund, std::uint32_t end, TokenRange sentence) const;
    /// "When Smith asked what it was, Jones left, | saying": whether the last clause before a participle has a subject
    /// of its own, and the one before it only says when.
    [[nodiscard]] bool behind_clause(std::uint32_t gerund, std::uint32_t limit) const;
    /// Where verbs stand before their subjects: the subject of the clause that the cue of `finding`, which has none of
    /// its own, goes on from. `scope`: its sentence or the content around it; `near`: the findings round about.
    [[nodiscard]] TokenRange continued_subject(const Finding& finding, TokenRange scope,
                                               std::span<const Finding> near) const;
    /// The document of which a clause without a relative pronoun tells what it says, before the cue of `finding`: "| a
    /// letter by post | says that". Empty where none stands there. Verbs before their subjects only.
    [[nodiscard]] TokenRange document_before(const Finding& finding, std::uint32_t limit) const;
    /// "The timing supports the idea that": whether the subject is a thing, which says nothing and is no source.
    [[nodiscard]] bool thing_speaks(const Finding& finding) const;
    /// Whether somebody says it all the same, since words are quoted in it or it is a clause of its own: "that". Some
    /// content has to be there.
    [[nodiscard]] bool said_by_somebody(const Finding& finding) const;
    /// Where the pronoun behind `cue` takes up somebody's remarks: whose they are; else empty.
    [[nodiscard]] TokenRange whose_statements(TokenRange cue, std::uint32_t limit) const;
    /// Whether a verb stands between `begin` and the next comma, so that a clause begins here rather than a noun
    /// phrase.
    [[nodiscard]] bool predicate_follows(std::uint32_t begin, std::uint32_t limit) const;
    /// Who is said to appear in the words of a relay: "Smith, appearing on CNN"; `phrase`: the relay's words. Empty
    /// where nobody is.
    [[nodiscard]] TokenRange who_appears(TokenRange phrase, TokenRange sentence) const;
    /// `subject` trimmed, and without an aside in it that only says when or why something was said.
    [[nodiscard]] TokenRange without_circumstance(TokenRange subject) const;

protected:
    // subjects.cpp
    /// Whether the mark at `token` ends a content: what follows is a speaker and a verb of saying, a quotation, the end
    /// of an aside.
    [[nodiscard]] bool ends_before_verb(std::uint32_t token, std::uint32_t limit, const CueToken& cue,
                                        const language::CueForm& form) const;
    [[nodiscard]] bool speaker_follows(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t first_of_verb(std::uint32_t verb, std::uint32_t limit) const;
    [[nodiscard]] bool nominative(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] std::uint32_t behind_dash(std::uint32_t dash, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t behind_aside(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] bool behind_relative(std::uint32_t verb) const;
    [[nodiscard]] bool behind_adverb(std::uint32_t participle, std::uint32_t begin) const;
    // participles.cpp
    [[nodiscard]] bool fronted(TokenRange before) const;
    [[nodiscard]] TokenRange doer_beside(std::uint32_t gerund, std::uint32_t limit) const;
    [[nodiscard]] TokenRange described(std::uint32_t end, std::uint32_t limit) const;
    [[nodiscard]] TokenRange blamed(std::uint32_t ground, std::uint32_t limit) const;
    [[nodiscard]] TokenRange interrupted(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] bool opens_with(std::uint32_t gerund, std::uint32_t begin) const;
    // continued.cpp
    [[nodiscard]] bool opens_thing(std::uint32_t token) const;
    [[nodiscard]] TokenRange who_does(std::uint32_t verb, const Finding& finding, std::uint32_t limit) const;
    [[nodiscard]] TokenRange subject_behind(std::uint32_t verb, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t behind_circumstance(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool opens_by_formula(std::uint32_t begin, std::uint32_t verb) const;
    [[nodiscard]] std::uint32_t subordinator_from(std::uint32_t begin, std::uint32_t verb) const;
    [[nodiscard]] bool opens_predicate(std::uint32_t token) const;
};

}  // namespace rawi::attribution
