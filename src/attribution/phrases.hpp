// How far noun phrases reach. There is no parser: parts of speech, closed classes of words, punctuation and quotation
// marks bound them. The definitions are in files of their own by what they are about: phrases.cpp (in general),
// head_first*.cpp and closing_names.cpp (heads first), head_last*.cpp (heads last), boundaries.cpp and prepositions.cpp
// (where one phrase ends because another begins), subject_end.cpp and object_begins.cpp (subjects behind their verbs),
// outlets.cpp.
#pragma once

#include <algorithm>
#include <array>

#include "attribution/words.hpp"
#include "detection/noun_phrase.hpp"

namespace rawi::attribution {

/// The classes of nouns that say nothing by themselves: things, events, times and places.
[[nodiscard]] const language::ClassSet& silent_nouns();

class Phrases : public Words {
public:
    Phrases(const Article& article, const std::vector<CueToken>& cues, const std::vector<std::uint32_t>& cue_at)
        : Words(article, cues, cue_at) {
        if (article_.pack->names_capitalised) find_outlets_shown();
    }

    /// End of the noun phrase that begins at `begin`. A core phrase has no appositions and no relative clauses.
    [[nodiscard]] std::uint32_t phrase_end(std::uint32_t begin, std::uint32_t limit, bool core) const {
        // Rule after rule asks for the same phrase: two of three questions have just been answered.
        limit = std::min(limit, begin + longest_phrase);
        KnownEnd& known = known_ends_[(begin * 2 + (core ? 1 : 0)) % known_ends_.size()];
        if (known.begin != begin || known.limit != limit || known.core != core) {
            const std::uint32_t end = find_phrase_end(begin, limit, core);
            known = {begin, limit, end, core};
        }
        return known.end;
    }
    /// End of the noun phrase that begins at `begin` and is followed by an event told of: "the army | the launch of
    /// ...".
    [[nodiscard]] std::uint32_t subject_end(std::uint32_t begin, std::uint32_t limit,
                                            const language::Lemma& lemma) const;
    /// قال الوزير، بحسب ما ذكرت الوكالة، إن; قال الوزير بحسب ما ذكرت الوكالة إن: where a credit before what is said
    /// ends: the comma that closes it, or the clause.
    [[nodiscard]] std::uint32_t credit_end(std::uint32_t at, std::uint32_t limit) const;
    /// One step of a gap: behind the word, mark, bracket or short quotation at `at`; `none` where a gap cannot go on.
    [[nodiscard]] std::uint32_t skip(std::uint32_t at, std::uint32_t limit) const;
    /// Beginning of the noun phrase that ends before `end`.
    [[nodiscard]] std::uint32_t phrase_begin(std::uint32_t end, std::uint32_t limit, bool core) const;
    /// The sentence that holds the cue: a quotation, `limits`, may hold several, which are one of the article's; a full
    /// stop before a capital letter ends each.
    [[nodiscard]] TokenRange one_sentence(std::uint32_t cue, TokenRange limits) const;
    /// End of the noun phrase that names an outlet and begins at `begin`.
    [[nodiscard]] std::uint32_t outlet_end(std::uint32_t begin, std::uint32_t limit) const;
    /// Whether the name of a body stands in quotation marks, before what is said of it or by it: قال «اتحاد المزارعين»
    /// إن.
    [[nodiscard]] bool body_in_marks(const detection::Quotation& quotation) const;
    /// سيرحل كما أعلن المدرب أنه باق: whether a verb behind كما tells something more, and is not what it is as.
    [[nodiscard]] bool says_also(std::uint32_t token, std::uint32_t limit) const;
    /// Whether a verb in somebody's own words, whose form is hers as well as mine (كتبت), tells of the speaker: nothing
    /// in its sentence can be she.
    [[nodiscard]] bool tells_of_self(std::uint32_t verb) const;
    /// Whether the words in quotation marks are a clause, short as they may be: "we will not kneel".
    [[nodiscard]] bool tells_something(const detection::Quotation& quotation) const;
    /// Whether the noun phrase can name somebody who speaks: its head is not known to be a thing, an event, a time or a
    /// place and nothing else. `shows`: evidence counts as a speaker; `things`: so do things, events and places.
    [[nodiscard]] bool can_speak(TokenRange phrase, bool shows = false, bool things = false) const;
    /// Whether the phrase shows by the ending of its head that it is no subject: المدنيين, but المدنيون.
    [[nodiscard]] bool oblique(TokenRange phrase) const;

protected:
    static constexpr std::uint32_t longest_subject = 40;  ///< tokens, of one whose head stands last
    // head_first.cpp
    [[nodiscard]] std::uint32_t head_first_end(std::uint32_t begin, std::uint32_t limit, bool core) const;
    // head_first_parts.cpp
    [[nodiscard]] std::uint32_t head_first_begin(std::uint32_t end, std::uint32_t limit, bool core) const;
    // head_last.cpp
    [[nodiscard]] std::uint32_t subject_begin(std::uint32_t end, std::uint32_t limit, bool core) const;
    // head_last_parts.cpp
    [[nodiscard]] std::uint32_t relative_before(std::uint32_t verb, std::uint32_t limit) const;
    // head_last_forward.cpp
    [[nodiscard]] std::uint32_t list_end(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] bool more_adjectives(std::uint32_t comma, std::uint32_t limit) const;
    // prepositions.cpp
    [[nodiscard]] bool links_office(std::uint32_t preposition) const;
    [[nodiscard]] bool carried_by(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool credits_somebody(std::uint32_t token, std::uint32_t limit) const;

private:
    // Bounds, in tokens, beyond which no phrase is read on.
    static constexpr std::uint32_t longest_phrase = 40;  ///< whose head stands first
    static constexpr std::uint32_t longest_quoted_name = 9;

    class HeadLastTokens;
    class HeadFirstReader;
    class HeadLastReader;
    class HeadLastForwardReader;

    /// What `phrase_end` has answered.
    struct KnownEnd {
        std::uint32_t begin = none, limit = none, end = none;
        bool core = false;
    };
    struct Head {
        std::uint32_t token = none;
        bool speaks = false;  ///< whatever the head
    };
    // phrases.cpp
    [[nodiscard]] bool tells_how(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool closing_noun(std::uint32_t begin, std::uint32_t i, std::uint32_t limit) const;
    [[nodiscard]] bool names_deed(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t apposition_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool begins_apposition(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t apposed_words_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t office_aside_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t relative_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t find_phrase_end(std::uint32_t begin, std::uint32_t limit, bool core) const;
    // head_first_parts.cpp
    [[nodiscard]] bool taken_up(TokenRange phrase, std::uint32_t relative) const;
    [[nodiscard]] bool opens_phrase(std::uint32_t token) const;
    [[nodiscard]] bool article_before_marks(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool issued_on_day(TokenRange phrase, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t nominal_clause_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t odd_surname(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool opens_other_person(TokenRange before, std::uint32_t limit) const;
    // head_last_parts.cpp
    [[nodiscard]] bool reduces(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t before_aside(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t without_opening(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool in_modifier(std::uint32_t comma, std::uint32_t reach, bool place) const;
    [[nodiscard]] std::uint32_t apposed_name(TokenRange who, std::uint32_t limit) const;
    // head_last_forward.cpp
    [[nodiscard]] std::uint32_t head_last_end(std::uint32_t begin, std::uint32_t limit, bool core) const;
    // boundaries.cpp
    [[nodiscard]] Head head_of(TokenRange phrase) const;
    [[nodiscard]] bool opens_event(std::uint32_t token) const;
    [[nodiscard]] bool opens_object(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool begins_phrase(std::uint32_t i) const;
    [[nodiscard]] bool begins_phrase(std::uint32_t i, std::uint32_t before) const;
    [[nodiscard]] std::uint32_t aside_end(std::uint32_t dash, std::uint32_t limit) const;
    // closing_names.cpp
    [[nodiscard]] bool clause_behind_aside(std::uint32_t i, std::uint32_t limit) const;
    [[nodiscard]] bool clause_begins(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t closing_name(std::uint32_t begin, std::uint32_t i, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t apposed_end(std::uint32_t office, std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t apposed_name(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool closing_surname(std::uint32_t begin, std::uint32_t i) const;
    [[nodiscard]] bool name_of_office(std::uint32_t begin, std::uint32_t i, std::uint32_t words) const;
    // prepositions.cpp
    [[nodiscard]] std::uint32_t issuer_behind_time(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool office_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit,
                                      bool core) const;
    [[nodiscard]] bool issuer_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool site_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool requires_preposition(std::uint32_t word, std::uint32_t preposition) const;
    [[nodiscard]] bool name_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool house_follows(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool place_spoken_of(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool tells_of_saying(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool told_to_outlet(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool author_follows(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool names_body(std::uint32_t begin, std::uint32_t preposition) const;
    [[nodiscard]] bool bare_name(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool adjunct_follows(std::uint32_t preposition, std::uint32_t limit) const;
    // preposition_ends.cpp
    struct Junction;
    [[nodiscard]] bool ends_before(std::uint32_t i, TokenRange range, const detection::HeadFirstPhrase& phrase,
                                   bool core) const;
    [[nodiscard]] bool means_follow(const Junction& junction) const;
    [[nodiscard]] bool people_do_with(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool name_ends(const Junction& junction) const;
    [[nodiscard]] bool person_ends(const Junction& junction) const;
    [[nodiscard]] bool outlet_ends(const Junction& junction) const;
    [[nodiscard]] bool body_ends(const Junction& junction) const;
    [[nodiscard]] bool hearers_follow(const Junction& junction) const;
    [[nodiscard]] bool nothing_goes_on(const Junction& junction) const;
    // subject_end.cpp
    [[nodiscard]] std::uint32_t own_preposition(std::uint32_t begin, std::uint32_t limit,
                                                const language::Lemma& lemma) const;
    [[nodiscard]] bool only_clause_follows(std::uint32_t begin, std::uint32_t limit,
                                           const language::Lemma& lemma) const;
    [[nodiscard]] std::uint32_t subject_runs_on(std::uint32_t end, std::uint32_t limit) const;
    // object_begins.cpp
    [[nodiscard]] bool people_behind_name(std::uint32_t i) const;
    [[nodiscard]] bool another_behind(std::uint32_t begin, std::uint32_t i) const;
    [[nodiscard]] bool another_beside(std::uint32_t begin) const;
    [[nodiscard]] bool person_behind_body(std::uint32_t begin, std::uint32_t i) const;
    [[nodiscard]] bool names_person(std::uint32_t token) const;
    [[nodiscard]] bool some_of(std::uint32_t token) const;
    [[nodiscard]] bool described_indefinite(std::uint32_t begin, std::uint32_t i) const;
    [[nodiscard]] bool object_begins(std::uint32_t begin, std::uint32_t i, std::uint32_t end,
                                     std::uint32_t names) const;
    // outlets.cpp
    void find_outlets_shown();
    void leave_out_people(std::vector<std::string_view>& names) const;
    [[nodiscard]] bool stands_alone(std::uint32_t token) const;
    [[nodiscard]] bool call_sign(std::uint32_t token) const;
    [[nodiscard]] bool capital(std::uint32_t token, std::uint32_t limit) const {
        return token < limit && is(token, text::CharClass::letter) && article_.tokens[token].upper;
    }
    [[nodiscard]] std::uint32_t name_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool outlet_word(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t capitalised_outlet_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t described_outlet_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t employed_end(std::uint32_t begin, std::uint32_t limit) const;

    mutable std::array<KnownEnd, 64> known_ends_;  ///< of the last thirty tokens or so
    std::vector<std::string_view> shown_;  ///< last words of names that show that they are an outlet's, in order
};

/// Agreement of a noun phrase, as far as its head shows it.
[[nodiscard]] language::Agreement agreement_of(const Article& article, TokenRange phrase);

}  // namespace rawi::attribution
