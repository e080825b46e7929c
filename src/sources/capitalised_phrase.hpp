// The phrase proper of a noun phrase whose head stands last, whose it is, and the name in it.
#pragma once

#include "sources/mention_reader.hpp"

namespace rawi::sources {

class CapitalisedPhrase : protected MentionReader {
protected:
    CapitalisedPhrase(const Article& article, TokenRange tokens, bool as_outlet)
        : MentionReader(article, tokens, as_outlet) {}

    /// A capital that shows a name: any but that of an ordinary word at the beginning of a sentence.
    [[nodiscard]] bool capital(std::uint32_t token) const;
    /// The phrase proper: what follows a comma, a relative pronoun, a participle or a preposition describes, it does
    /// not name.
    void find_core();
    /// Ends a member of the joint phrase before `end`, where the next one begins behind it.
    void join(std::uint32_t end);
    /// Where a sentence begins with a name whose first word is an ordinary one: "University of Virginia professor Jane
    /// Doe said".
    [[nodiscard]] std::uint32_t behind_office() const;
    [[nodiscard]] bool described_behind(std::uint32_t conjunction) const;
    /// Whether the name of a body goes on behind the preposition: "the Council | on Foreign Relations", "the
    /// Organization | for the Prohibition of Chemical Weapons".
    [[nodiscard]] bool body_goes_on(std::uint32_t link) const;
    /// Whether the name holds such a place: "the Association of Springfield Teachers".
    [[nodiscard]] bool body_of_something() const;
    [[nodiscard]] bool opens_body(std::uint32_t i) const;
    /// "Former prosecutor and Mayor Jane Doe" is one, "Smith and a colleague" are two.
    [[nodiscard]] bool joins(std::uint32_t conjunction) const;
    [[nodiscard]] bool joins_people(std::uint32_t conjunction) const;
    /// "The Ohio senator | and presidential candidate": whether it is a second office of the same one.
    [[nodiscard]] bool second_office(std::uint32_t conjunction) const;
    [[nodiscard]] bool linked(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t counted(std::uint32_t i) const;
    void find_possessor();
    /// Whether whose it is is a part of a body's name: "the Farmers' Union", "the Women's Institute".
    [[nodiscard]] bool inside_body(std::uint32_t genitive) const;
    /// The run of capitalised words that closes the phrase proper, without the titles and roles that open it; none
    /// where a common noun closes it.
    void find_name();
    /// "Environment | Canada", "British | Airways": an ordinary word that opens a sentence and the name of a body.
    [[nodiscard]] bool opens_body_name(TokenRange name) const;
    /// "Ohio Republican", what somebody there is.
    [[nodiscard]] bool lives_there() const;
    /// "Democrats", "Senate Republicans": capitals make no name of what many are.
    [[nodiscard]] bool names_group() const;
    /// "House Committee Chairman Jason Doe", "Comedian Jane Doe": the name begins behind the last role.
    void without_roles();
    /// "Bernie Sanders of Vermont": where a given name opens it, the name ends before the preposition.
    void without_place();
    [[nodiscard]] bool names_person(TokenRange name) const;
    /// "A spokesman for the mayor, John Smith": the comma behind what hangs on the noun, if one stands there.
    [[nodiscard]] std::uint32_t comma_behind() const;
    [[nodiscard]] std::uint32_t behind_description(std::uint32_t begin) const;
    /// "Carter's press secretary, Peter Cook": the name stands in the apposition.
    void name_behind(std::uint32_t comma);
    /// The last noun of the phrase proper.
    void find_head();
    /// Someone's letter, suit or statement: the agent is the one whose it is. A poll or study keeps a name of its own.
    [[nodiscard]] std::optional<Mention> issuer() const;
    [[nodiscard]] TokenRange issued_by(std::uint32_t begin) const;

    TokenRange core_;             ///< the phrase proper
    detection::Members members_;  ///< of a joint phrase, of which each names or describes somebody
    std::uint32_t rest_ = 0;      ///< what stands behind whose it is
    std::uint32_t head_ = detection::none;
};

}  // namespace rawi::sources
