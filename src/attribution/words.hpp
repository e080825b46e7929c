// What single words of a sentence show, and the marks around them: the ground on which phrases.hpp (how far noun
// phrases reach), subjects.hpp (whose a clause is) and extents.hpp (how far contents reach) stand, each on the one
// before it.
#pragma once

#include "attribution/cues.hpp"
#include "attribution/finding.hpp"

namespace rawi::attribution {

class Words {
public:
    Words(const Article& article, const std::vector<CueToken>& cues, const std::vector<std::uint32_t>& cue_at)
        : article_(article), cues_(cues), cue_at_(cue_at) {}

    /// Whether a finite cue stands at `token`, and what it takes follows at once.
    [[nodiscard]] bool says_that(std::uint32_t token, std::uint32_t limit) const {
        return finite_cue(token) && opens_content(token, limit);
    }
    /// Whether the participle is what somebody or something is said to be: by a pronoun, or by the clause from `begin`
    /// on.
    [[nodiscard]] bool predicate(std::uint32_t begin, std::uint32_t participle) const;
    /// `range` without commas, conjunctions and full stops at its ends.
    [[nodiscard]] TokenRange trim(TokenRange range) const;
    /// Whether the word is a noun for what somebody says here: his statement, قوله.
    [[nodiscard]] bool noun_of_saying(std::uint32_t token) const;

protected:
    [[nodiscard]] bool is(std::uint32_t token, text::CharClass kind) const {
        return article_.tokens[token].kind == kind;
    }
    [[nodiscard]] bool has(std::uint32_t token, detection::Known known) const { return article_.has(token, known); }
    [[nodiscard]] bool wordlike(std::uint32_t token) const;
    [[nodiscard]] bool finite_cue(std::uint32_t token) const;
    [[nodiscard]] bool stops_phrase(std::uint32_t token) const;
    [[nodiscard]] bool speaks(std::uint32_t token) const;
    [[nodiscard]] bool has_flag(std::uint32_t token, std::uint64_t flag,
                                language::Form form = language::Form::finite) const;
    /// A capital inside a sentence, where capitals mark names: "The New York Times".
    [[nodiscard]] bool in_name(std::uint32_t token) const {
        return article_.pack->names_capitalised && article_.tokens[token].upper && token > 0 && wordlike(token - 1);
    }
    [[nodiscard]] bool verbal(std::uint32_t token) const;
    [[nodiscard]] bool adjectival(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool people(std::uint32_t token) const;
    [[nodiscard]] bool begins_noun(std::uint32_t token) const;
    [[nodiscard]] bool joins(std::uint32_t token) const;
    [[nodiscard]] bool closed_word(std::uint32_t token) const;
    [[nodiscard]] bool has_object(std::uint32_t token) const;
    [[nodiscard]] bool words_told(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool takes_clause(const CueToken& cue) const;
    [[nodiscard]] bool attached_object(std::uint32_t token) const;
    [[nodiscard]] bool opens_clause(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t bracket_end(std::uint32_t open, std::uint32_t limit) const;
    [[nodiscard]] bool opens_participle(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool opens_content(std::uint32_t token, std::uint32_t limit) const;

    const Article& article_;
    const std::vector<CueToken>& cues_;
    const std::vector<std::uint32_t>& cue_at_;  ///< by token, the cue that begins there; `none` where none does
};

}  // namespace rawi::attribution
