// What the readers of noun phrases share, whether heads stand first or last.
#pragma once

#include "sources/mention.hpp"

namespace rawi::sources {

class MentionReader {
protected:
    MentionReader(const Article& article, TokenRange tokens, bool as_outlet);

    [[nodiscard]] bool has(std::uint32_t token, detection::Known known) const { return article_.has(token, known); }
    [[nodiscard]] bool is(std::uint32_t token, language::PartSet parts) const { return article_.is(token, parts); }
    [[nodiscard]] bool wordlike(std::uint32_t token) const;
    /// `range` without marks and prepositions at its ends, and without quotation marks around all of it.
    [[nodiscard]] TokenRange strip(TokenRange range) const;
    /// Narrows the mention to whoever says what a paper or a site says (whose_paper.cpp).
    void narrow_to_author();
    /// The first outlet named in the mention: its key.
    [[nodiscard]] std::string_view outlet_key() const;
    /// Where capitals show names: whether the words of a listed name have them, and no longer name begins with them.
    [[nodiscard]] bool written_as_name(TokenRange listed) const;
    /// Whether a common word that is an outlet's name too names the outlet where it stands.
    [[nodiscard]] bool common_word_names(TokenRange word) const;
    [[nodiscard]] bool ends_longer_name(std::uint32_t token) const;
    /// Whether the word's ending is that of feminine ones.
    [[nodiscard]] bool feminine(std::uint32_t token) const;
    /// The first word that is no article, no possessive and not "same".
    [[nodiscard]] std::uint32_t head() const;
    /// شركة بيكر الأميركية may be spoken of as بيكر: what stands between the noun and an adjective of the body. A noun
    /// with the article says what the body does (شركة الكهرباء), a person's name whose it is, unless they are quoted;
    /// then it is empty.
    [[nodiscard]] TokenRange own_name(std::uint32_t head, std::uint32_t end) const;
    /// A body's other name behind its full one, in brackets or quotation marks. Empty where there is none.
    [[nodiscard]] TokenRange other_name(std::uint32_t head) const;
    /// Whether the head is a common noun for people, or counts them: الناس, آخرون, عدد. It names nobody.
    [[nodiscard]] bool anybody(std::uint32_t head) const;
    /// Whether a body, or an outlet, is named or described from `i` on.
    [[nodiscard]] bool names_body(std::uint32_t i) const;
    [[nodiscard]] bool names_person(std::uint32_t i) const;
    /// Whether the phrase names somebody by two words, though neither is listed as a name (own_names.cpp).
    [[nodiscard]] bool named_in_full(std::uint32_t head) const;
    /// القاضي: a title that names nobody without a name behind it.
    [[nodiscard]] bool title_alone(std::uint32_t head) const;
    /// خصوم سالم: people whom a name only tells from others. Takes their agreement.
    [[nodiscard]] bool people_of(std::uint32_t head);
    /// One word that the lexicon knows for things (البلاد, رفضه, التحقيقات), not for a name: it names nobody.
    [[nodiscard]] bool common_thing(std::uint32_t head) const;
    /// The word as it is compared: "Sen." and "senator" are one.
    [[nodiscard]] std::string_view word(std::uint32_t token) const;
    /// The same without the ending, the article and the pronoun that are no part of it: مصادرها is مصادر. Whether
    /// anything is left.
    [[nodiscard]] bool bare(std::uint32_t i, std::string_view& word) const;
    void add_to(Words& words, std::uint32_t i) const;
    /// محام | لترامب, رئيسة اتحاد | المصارف, السفير | السوداني كريم: the words up to `end` that a preposition governs,
    /// the nouns behind one without the article, and the adjectives of somebody with a name. What may be a part of a
    /// name is none of these.
    void find_beside(std::uint32_t end);
    /// The bracket that closes an age, if one opens at `i` (بليجريني (61 عاما)), which is no name; else `i`.
    [[nodiscard]] std::uint32_t behind_age(std::uint32_t i) const;
    /// Of people without an office (الركاب) their number and gender; several women (شخصيات) may speak as one does.
    void read_people(std::uint32_t head);
    /// Number and gender of "the latter", as its ending shows.
    [[nodiscard]] language::Agreement latter() const;
    /// Whether "the statement" or "the paper" is all of it: what kind it refers to.
    void read_anaphor();
    /// Whether it is a pronoun and nothing else; takes its agreement.
    bool read_pronoun();

    const Article& article_;
    bool as_outlet_;
    Mention mention_;

private:
    void leave_shell();
    void narrow_to_owner();
    void narrow_to_issuer();
    [[nodiscard]] std::uint32_t behind_issued(std::uint32_t i) const;
    [[nodiscard]] bool says_put_out(std::uint32_t i) const;
    [[nodiscard]] bool signed_by(std::uint32_t i, std::uint32_t paper) const;
    [[nodiscard]] bool published(std::uint32_t paper, std::uint32_t verb) const;
    [[nodiscard]] bool issued_by(std::uint32_t i, std::uint32_t paper, std::uint32_t described) const;
    [[nodiscard]] bool written_by(std::uint32_t i, std::uint32_t paper, std::uint32_t described) const;
    [[nodiscard]] bool holds_outlet(std::uint32_t mark) const;
};

}  // namespace rawi::sources
