// What the matcher asks of a sentence: how far contents reach, and by subjects.hpp and phrases.hpp whose they are and
// where noun phrases end. Everything here works within limits given by the caller (the sentence, or the content of the
// attribution around it) and returns `none` where nothing fits. The definitions are in contents.cpp (clauses and
// phrases as contents), siblings.cpp and clauses.cpp (where they end because another clause begins), asides.cpp,
// elsewhere.cpp (contents on other lines).
#pragma once

#include <optional>

#include "attribution/subjects.hpp"

namespace rawi::attribution {

class Extents : public Subjects {
public:
    using Subjects::Subjects;

    /// Where the clause that begins at `begin` ends, as content of `cue`.
    [[nodiscard]] std::uint32_t clause_end(std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                                           const language::CueForm& form) const;
    /// Where a noun phrase as content ends.
    [[nodiscard]] std::uint32_t content_phrase_end(std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                                                   const language::CueForm& form) const;
    /// Where the content that ends before `end` begins.
    [[nodiscard]] std::uint32_t sentence_begin(std::uint32_t end, std::uint32_t limit) const;
    /// Where the relative clause begins that closes a sentence behind a comma ("..., which it often is"); `begin` where
    /// none does.
    [[nodiscard]] std::uint32_t last_relative(std::uint32_t begin, std::uint32_t end) const;
    /// Whether a noun phrase that can name a speaker stands at `token`, where subjects follow their verbs.
    [[nodiscard]] bool subject_follows(std::uint32_t token, std::uint32_t limit) const;
    /// What is said on the line below `line`, if that closes with a colon; empty where it does not.
    [[nodiscard]] TokenRange line_below(std::size_t line) const;
    /// Whether words in quotation marks go on to the end of `line`.
    [[nodiscard]] bool fills_line(TokenRange quoted, std::size_t line) const;
    /// What somebody signs: the words of `line` before the signature, from `from` on, or where there are none the line
    /// above; without the tags around them. `told`: where the last sentence before ends that says something.
    [[nodiscard]] TokenRange signed_words(TokenRange signature, std::size_t line, std::uint32_t from,
                                          std::uint32_t told) const;
    /// Lets the content go on to the end of `line`, in which it begins.
    void to_line_end(TokenRange& content, std::size_t line) const;
    /// The sentence before, of the same line or of body text.
    [[nodiscard]] TokenRange sentence_before(std::size_t sentence) const;

private:
    /// What the clause of a cue stands in.
    struct Around {
        bool fronted = false;   ///< it opens the sentence
        bool relative = false;  ///< it belongs to a noun
        bool aside = false;     ///< it is set off by commas
    };
    /// A clause that is a content, as far as is known before its end is looked for.
    struct Clause {
        std::uint32_t begin;
        std::uint32_t limit;  ///< it does not reach farther
        std::uint32_t whole;  ///< what the caller allows
        const CueToken& cue;
        const language::CueForm& form;
        Around around;
    };
    /// What follows from one token: the clause ends at `at`, or is looked at from there on. `none`: nothing.
    struct Step {
        std::uint32_t at = none;
        bool ends = false;
    };
    // contents.cpp
    [[nodiscard]] Clause clause_from(std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                                     const language::CueForm& form) const;
    [[nodiscard]] Step next_step(const Clause& clause, std::uint32_t i) const;
    [[nodiscard]] Step past_quotation(const Clause& clause, std::uint32_t i) const;
    [[nodiscard]] Step past_bracket(const Clause& clause, std::uint32_t i) const;
    [[nodiscard]] Step at_clause_stop(const Clause& clause, std::uint32_t i) const;
    [[nodiscard]] bool semicolon_ends(std::uint32_t i, std::uint32_t limit) const;
    [[nodiscard]] bool other_clause_begins(const Clause& clause, std::uint32_t i) const;
    [[nodiscard]] bool list_goes_on(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool phrase_goes_on(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t aside_clause_end(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool stops_clause(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool opens_other_clause(std::uint32_t conjunction, std::uint32_t limit) const;
    [[nodiscard]] bool relative_tells(std::uint32_t relative, std::uint32_t limit) const;
    // siblings.cpp
    struct Joint {
        std::uint32_t before = 0;  ///< the token before the auxiliaries and conjunctions of the cue
        bool dependent = false;    ///< the cue's clause hangs on the content: if, when
        bool conjoined = false;
        bool comma = false;  ///< or a dash, or a closing mark
    };
    [[nodiscard]] Joint joint_before(std::uint32_t token, std::uint32_t begin, std::uint32_t limit) const;
    /// Whether the cue at `token` begins a clause beside that of the cue read as `form` rather than one inside it.
    [[nodiscard]] bool sibling(std::uint32_t token, std::uint32_t begin, std::uint32_t limit,
                               const language::CueForm& form) const;
    // The same for one reading of that cue, by what form it is.
    [[nodiscard]] bool participle_beside(std::uint32_t token, const language::CueForm& reading, const Joint& joint,
                                         TokenRange content, const language::CueForm& form) const;
    [[nodiscard]] bool verb_beside(std::uint32_t token, const language::CueForm& reading, const Joint& joint,
                                   TokenRange content, const language::CueForm& form) const;
    [[nodiscard]] std::optional<bool> particle_beside(std::uint32_t token, const language::CueForm& reading,
                                                      const Joint& joint, TokenRange content) const;
    [[nodiscard]] bool same_speaker(const language::CueForm& other, const language::CueForm& form) const;
    [[nodiscard]] bool holds_infinitive(std::uint32_t begin, std::uint32_t token) const;
    [[nodiscard]] std::uint32_t before_conjunction(std::uint32_t verb, std::uint32_t begin) const;
    // clauses.cpp
    [[nodiscard]] Around around(std::uint32_t begin, const CueToken& cue, const language::CueForm& form) const;
    [[nodiscard]] bool goes_on_behind(const Around& around, TokenRange clause, std::uint32_t limit,
                                      std::uint32_t whole) const;
    [[nodiscard]] bool in_fronted_clause(const CueToken& cue) const;
    [[nodiscard]] bool compares_figures(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool belongs_to_subject(const CueToken& cue) const;
    [[nodiscard]] std::uint32_t behind_subject(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool in_clause_aside(const CueToken& cue) const;
    [[nodiscard]] bool behind_subordinator(const CueToken& cue) const;
    [[nodiscard]] bool opens_sentence(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t main_verb(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool in_relative_clause(const CueToken& cue) const;
    [[nodiscard]] bool goes_on_around(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool awaited(std::uint32_t token, const CueToken& cue) const;
    [[nodiscard]] bool others_answer(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool asked_of_topic(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool others_begin(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool pronoun_speaks(std::uint32_t conjunction, std::uint32_t limit) const;
    [[nodiscard]] bool another_speaks(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] bool others_speak(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool says_something(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool main_clause_follows(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] bool other_speaks(std::uint32_t i, std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool name_aside(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t before_aside_with(std::uint32_t token, std::uint32_t begin) const;
    [[nodiscard]] bool sentence_goes_on(std::uint32_t token) const;
    [[nodiscard]] bool joins_clause(std::uint32_t token, std::uint32_t limit) const;
    // asides.cpp
    [[nodiscard]] bool closes_aside(std::uint32_t begin, std::uint32_t comma) const;
    [[nodiscard]] bool parted_subject(std::uint32_t begin, std::uint32_t mark) const;
    [[nodiscard]] bool unknown_noun_before(std::uint32_t comma) const;
    [[nodiscard]] bool unnamed_things(std::uint32_t before, std::uint32_t behind) const;
    [[nodiscard]] bool tells_of_noun(std::uint32_t token, std::uint32_t limit) const;
    // elsewhere.cpp
    [[nodiscard]] TokenRange without_tags(TokenRange said) const;
};

}  // namespace rawi::attribution
