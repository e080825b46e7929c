// Which words can follow one another in a noun phrase whose head stands first (وزير الخارجية السعودي عادل الجبير):
//
//   an indefinite noun    | a noun that completes it (وزارة الخارجية), an indefinite adjective, a name
//   a definite noun, a    | definite adjectives, a name, people's titles (الرئيس العميد ...); any other noun begins
//   noun with a pronoun   | another phrase: أطلقت قوات الاحتلال | النار
//   a name                | more of it, adjectives, a person's office (فلان مدير المركز)
//
// A noun in the accusative with its ending (تقريرا) is an object or an adverb unless the phrase began so.
#pragma once

#include <optional>

#include "detection/article.hpp"

namespace rawi::detection {

/// What says that a phrase is of a body: group, company, newspaper.
[[nodiscard]] const language::ClassSet& body_nouns();

/// Whether the vowel of the accusative is written over the end of the word: مختلفاً.
[[nodiscard]] bool written_accusative(const Article& article, const Token& token);

/// عشرون نائبا: whether people or bodies are counted, whose accusative is the number's and says nothing of their part
/// in the sentence.
[[nodiscard]] bool counted(const Article& article, std::uint32_t token);

/// Whether the word is an indefinite accusative that shows by its ending.
[[nodiscard]] bool accusative(const Article& article, std::uint32_t token);
/// Whether the word is of several people, in the form that is no subject: المتمردين, الطرفين.
[[nodiscard]] bool oblique_people(const Article& article, std::uint32_t token);

/// Whether the word is listed as one for several people.
[[nodiscard]] bool plural_people(const Article& article, std::uint32_t token);

/// Whether the word is a plural that no noun completes, as its ending shows: مهندسون.
[[nodiscard]] bool sound_plural(const Article& article, std::uint32_t token);

/// Whether the word is a noun for what somebody says: تصريح, حديثه.
[[nodiscard]] bool talk(const Article& article, std::uint32_t token);

/// Words that tell how or when, and name nobody, from `token` on: من جهته, أمس الثلاثاء, also. 0 where others stand.
[[nodiscard]] std::uint32_t aside_words(const Article& article, std::uint32_t token, std::uint32_t limit);

/// Whether words of one of the classes stand in a stretch.
[[nodiscard]] bool holds(const Article& article, TokenRange range, const language::ClassSet& classes);
[[nodiscard]] bool holds(const Article& article, TokenRange range, Known known);

/// Whether every word is a name, and none of them a place's or a body's.
[[nodiscard]] bool only_names(const Article& article, TokenRange range);

/// انتقد ماكرون | القومية, حث ترامب | الكونغرس, سياسة ترامب | التجارية: whether the definite word at `i` is no more of
/// the phrase from `begin` that a name closes, since the article calls the same one by that name alone elsewhere: it is
/// the verb's object, or an adjective of the noun that the name completes.
[[nodiscard]] bool behind_known_name(const Article& article, std::uint32_t begin, std::uint32_t i);

/// Of a phrase that counts people the agreement that its quantifier tells: أحد الشهود is one, whatever the witnesses
/// are; a number of them says, or say.
[[nodiscard]] std::optional<language::Agreement> counted_agreement(const Article& article, TokenRange phrase);

/// Reads a phrase word by word. What joins phrases to longer ones (prepositions, conjunctions, quoted names) is the
/// caller's.
class HeadFirstPhrase {
public:
    HeadFirstPhrase(const Article& article, std::uint32_t begin)
        : article_(article), begin_(begin), accusative_(accusative(article, begin)) {}

    /// Whether the word at `i` still belongs to the phrase; if so it is taken in.
    bool accept(std::uint32_t i);

    /// A name in quotation marks was read.
    void named() noexcept {
        state_ = State::named;
        headed_ = true;
    }
    /// A body was read that is called by what it is: حركة فتح.
    void body_named() noexcept {
        named();
        body_ = true;
    }
    /// The words of an office were read (القائم بالأعمال): a person, complete unless a name follows.
    void office(bool definite) noexcept {
        state_ = definite ? State::closed : State::open;
        headed_ = person_ = true;
    }
    /// A conjunction or comma was read: another phrase of the same kind begins.
    void again() noexcept { state_ = State::empty; }
    /// A preposition was read: another phrase begins, and not with a verb.
    void governed() noexcept {
        state_ = State::empty;
        governed_ = true;
    }
    /// Nothing but an indefinite noun and what goes with it has been read: a clause without a relative pronoun may
    /// follow (دراسة أجرتها الجامعة).
    [[nodiscard]] bool indefinite() const noexcept { return state_ == State::open || state_ == State::qualified; }
    /// An indefinite noun has been read last, which a name may complete (صحيفة "المنبر").
    [[nodiscard]] bool open() const noexcept { return state_ == State::open; }
    /// Some word of it says that it is a person.
    [[nodiscard]] bool person() const noexcept { return person_; }
    /// A word that can be its head has been read: a determiner alone names nobody.
    [[nodiscard]] bool headed() const noexcept { return headed_; }

private:
    enum class State : std::uint8_t { empty, open, qualified, closed, named };

    bool take(std::uint32_t i);
    [[nodiscard]] bool begins_another(std::uint32_t i) const;
    bool goes_on(std::uint32_t i);
    bool determiner(std::uint32_t i);
    bool number(std::uint32_t i);
    bool proper(std::uint32_t i);
    bool like_no_noun(std::uint32_t i);
    bool adjective(std::uint32_t i);
    bool noun(std::uint32_t i);
    [[nodiscard]] bool begins_object(std::uint32_t i, bool person, bool several) const;
    [[nodiscard]] bool described(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool describes_closed(std::uint32_t i) const;
    [[nodiscard]] bool given_name(std::uint32_t i) const;
    [[nodiscard]] bool definite_given(std::uint32_t i) const;
    [[nodiscard]] bool chief(std::uint32_t i) const;
    [[nodiscard]] bool office_behind_name(std::uint32_t i) const;
    [[nodiscard]] bool man_and_woman(std::uint32_t one, std::uint32_t other) const;
    [[nodiscard]] bool names(std::uint32_t i) const;

    const Article& article_;
    std::uint32_t begin_;
    State state_ = State::empty;
    bool person_ = false;
    bool headed_ = false;
    std::uint32_t last_person_ = none;  ///< the last noun for a person
    bool plural_ = false;               ///< its head speaks of several people
    bool accusative_ = false;
    bool body_ = false;  ///< its head is one: حركة حماس has no surname
    bool governed_ = false;
};

}  // namespace rawi::detection
