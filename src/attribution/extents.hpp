// How far noun phrases and contents reach. There is no parser: parts of speech, closed classes of words, punctuation
// and quotation marks bound them. Everything here works within limits given by the caller (the sentence, or the content
// of the attribution around it) and returns `none` where nothing fits.
#pragma once

#include <algorithm>
#include <array>
#include <span>

#include "attribution/cues.hpp"
#include "attribution/finding.hpp"
#include "detection/noun_phrase.hpp"

namespace rawi::attribution {

/// The classes of nouns that say nothing by themselves: things, events, times and places.
[[nodiscard]] const language::ClassSet& silent_nouns();

/// What the matcher asks of a sentence. The definitions are in files of their own by what they are about: extents.cpp
/// (phrases in general), head_first.cpp and phrases.cpp (heads first), head_last.cpp (heads last), subjects.cpp
/// (subjects before their verbs), participles.cpp (theirs), continued.cpp (subjects of clauses gone on from),
/// boundaries.cpp (where one phrase ends because another begins), contents.cpp (clauses and phrases as contents).
class Extents {
public:
    Extents(const Article& article, const std::vector<CueToken>& cues, const std::vector<std::uint32_t>& cue_at)
        : article_(article), cues_(cues), cue_at_(cue_at) {
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
    /// The sentence that holds the cue: a quotation, `limits`, may hold several, which are one of the article's; a full
    /// stop before a capital letter ends each.
    [[nodiscard]] TokenRange one_sentence(std::uint32_t cue, TokenRange limits) const;
    /// The document of which a clause without a relative pronoun tells what it says, before the cue of `finding`: "| a
    /// letter by post | says that". Empty where none stands there. Verbs before their subjects only.
    [[nodiscard]] TokenRange document_before(const Finding& finding, std::uint32_t limit) const;
    /// Where the pronoun behind `cue` takes up somebody's remarks: whose they are; else empty.
    [[nodiscard]] TokenRange whose_statements(TokenRange cue, std::uint32_t limit) const;
    /// End of the noun phrase that names an outlet and begins at `begin`.
    [[nodiscard]] std::uint32_t outlet_end(std::uint32_t begin, std::uint32_t limit) const;

    /// Where the clause that begins at `begin` ends, as content of `cue`.
    [[nodiscard]] std::uint32_t clause_end(std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                                           const language::CueForm& form) const;
    /// Whether a verb stands between `begin` and the next comma, so that a clause begins here rather than a noun
    /// phrase.
    [[nodiscard]] bool predicate_follows(std::uint32_t begin, std::uint32_t limit) const;
    /// Where a noun phrase as content ends.
    [[nodiscard]] std::uint32_t content_phrase_end(std::uint32_t begin, std::uint32_t limit, const CueToken& cue,
                                                   const language::CueForm& form) const;
    /// Where the content that ends before `end` begins.
    [[nodiscard]] std::uint32_t sentence_begin(std::uint32_t end, std::uint32_t limit) const;

    /// Where the relative clause begins that closes a sentence behind a comma ("..., which it often is"); `begin` where
    /// none does.
    [[nodiscard]] std::uint32_t last_relative(std::uint32_t begin, std::uint32_t end) const;
    /// Whether the name of a body stands in quotation marks, before what is said of it or by it: قال «اتحاد المزارعين»
    /// إن.
    [[nodiscard]] bool body_in_marks(const detection::Quotation& quotation) const;
    /// Whether a finite cue stands at `token`, and what it takes follows at once.
    [[nodiscard]] bool says_that(std::uint32_t token, std::uint32_t limit) const {
        return finite_cue(token) && opens_content(token, limit);
    }
    /// سيرحل كما أعلن المدرب أنه باق: whether a verb behind كما tells something more, and is not what it is as.
    [[nodiscard]] bool says_also(std::uint32_t token, std::uint32_t limit) const;
    /// Whether a verb in somebody's own words, whose form is hers as well as mine (كتبت), tells of the speaker: nothing
    /// in its sentence can be she.
    [[nodiscard]] bool tells_of_self(std::uint32_t verb) const;
    /// Whether the words in quotation marks are a clause, short as they may be: "we will not kneel".
    [[nodiscard]] bool tells_something(const detection::Quotation& quotation) const;

    /// Whether the participle is what somebody or something is said to be: by a pronoun, or by the clause from `begin`
    /// on.
    [[nodiscard]] bool predicate(std::uint32_t begin, std::uint32_t participle) const;
    /// Whether a noun phrase that can name a speaker stands at `token`, where subjects follow their verbs.
    [[nodiscard]] bool subject_follows(std::uint32_t token, std::uint32_t limit) const;
    /// Whether the noun phrase can name somebody who speaks: its head is not known to be a thing, an event, a time or a
    /// place and nothing else. `shows`: evidence counts as a speaker; `things`: so do things, events and places.
    [[nodiscard]] bool can_speak(TokenRange phrase, bool shows = false, bool things = false) const;
    /// Who is said to appear in the words of a relay: "Smith, appearing on CNN"; `phrase`: the relay's words. Empty
    /// where nobody is.
    [[nodiscard]] TokenRange who_appears(TokenRange phrase, TokenRange sentence) const;
    /// What is said on the line below `line`, if that closes with a colon; empty where it does not.
    [[nodiscard]] TokenRange line_below(std::size_t line) const;
    /// What somebody signs: the words of `line` before the signature, from `from` on, or where there are none the line
    /// above; without the tags around them. `told`: where the last sentence before ends that says something.
    [[nodiscard]] TokenRange signed_words(TokenRange signature, std::size_t line, std::uint32_t from,
                                          std::uint32_t told) const;
    /// Lets the content go on to the end of `line`, in which it begins.
    void to_line_end(TokenRange& content, std::size_t line) const;
    /// The sentence before, of the same line or of body text.
    [[nodiscard]] TokenRange sentence_before(std::size_t sentence) const;

    /// Whether the phrase shows by the ending of its head that it is no subject: المدنيين, but المدنيون.
    [[nodiscard]] bool oblique(TokenRange phrase) const;

    /// `range` without commas, conjunctions and full stops at its ends.
    [[nodiscard]] TokenRange trim(TokenRange range) const;
    /// `subject` trimmed, and without an aside in it that only says when or why something was said.
    [[nodiscard]] TokenRange without_circumstance(TokenRange subject) const;
    /// Whether the word is a noun for what somebody says here: his statement, قوله.
    [[nodiscard]] bool noun_of_saying(std::uint32_t token) const;

private:
    // Bounds, in tokens, beyond which no phrase is read on.
    static constexpr std::uint32_t longest_phrase = 40;   ///< whose head stands first
    static constexpr std::uint32_t longest_subject = 40;  ///< whose head stands last
    static constexpr std::uint32_t longest_quoted_name = 9;

    struct Head {
        std::uint32_t token = none;
        bool speaks = false;  ///< whatever the head
    };
    [[nodiscard]] Head head_of(TokenRange phrase) const;
    [[nodiscard]] bool is(std::uint32_t token, text::CharClass kind) const {
        return article_.tokens[token].kind == kind;
    }
    [[nodiscard]] bool has(std::uint32_t token, detection::Known known) const { return article_.has(token, known); }
    [[nodiscard]] bool wordlike(std::uint32_t token) const;
    [[nodiscard]] bool finite_cue(std::uint32_t token) const;
    [[nodiscard]] bool stops_phrase(std::uint32_t token) const;
    /// Whether the mark at `token` ends a content: what follows is a speaker and a verb of saying, a quotation, the end
    /// of an aside.
    [[nodiscard]] bool ends_before_verb(std::uint32_t token, std::uint32_t limit, const CueToken& cue,
                                        const language::CueForm& form) const;
    [[nodiscard]] bool speaker_follows(std::uint32_t token, std::uint32_t limit) const;
    class HeadLastTokens;
    class HeadFirstReader;
    class HeadLastReader;
    class HeadLastForwardReader;
    // head_last_forward.cpp
    [[nodiscard]] std::uint32_t head_last_end(std::uint32_t begin, std::uint32_t limit, bool core) const;
    // subject_end.cpp
    [[nodiscard]] std::uint32_t own_preposition(std::uint32_t begin, std::uint32_t limit,
                                                const language::Lemma& lemma) const;
    [[nodiscard]] bool people_behind_name(std::uint32_t i) const;
    [[nodiscard]] bool another_behind(std::uint32_t begin, std::uint32_t i) const;
    [[nodiscard]] bool another_beside(std::uint32_t begin) const;
    [[nodiscard]] bool person_behind_body(std::uint32_t begin, std::uint32_t i) const;
    [[nodiscard]] bool names_person(std::uint32_t token) const;
    [[nodiscard]] bool some_of(std::uint32_t token) const;
    [[nodiscard]] bool only_clause_follows(std::uint32_t begin, std::uint32_t limit,
                                           const language::Lemma& lemma) const;
    [[nodiscard]] std::uint32_t subject_runs_on(std::uint32_t end, std::uint32_t limit) const;
    [[nodiscard]] bool described_indefinite(std::uint32_t begin, std::uint32_t i) const;
    [[nodiscard]] bool object_begins(std::uint32_t begin, std::uint32_t i, std::uint32_t end,
                                     std::uint32_t names) const;
    // subjects.cpp: languages whose subject stands before the verb.
    [[nodiscard]] std::uint32_t subject_begin(std::uint32_t end, std::uint32_t limit, bool core) const;
    [[nodiscard]] std::uint32_t first_of_verb(std::uint32_t verb, std::uint32_t limit) const;
    [[nodiscard]] bool nominative(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] TokenRange doer_beside(std::uint32_t gerund, std::uint32_t limit) const;
    [[nodiscard]] TokenRange described(std::uint32_t end, std::uint32_t limit) const;
    [[nodiscard]] TokenRange blamed(std::uint32_t ground, std::uint32_t limit) const;
    [[nodiscard]] TokenRange interrupted(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] bool opens_with(std::uint32_t gerund, std::uint32_t begin) const;
    [[nodiscard]] std::uint32_t list_end(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t behind_dash(std::uint32_t dash, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t behind_aside(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t before_aside(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t issuer_behind_time(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t apposed_name(TokenRange who, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t relative_before(std::uint32_t verb, std::uint32_t limit) const;
    [[nodiscard]] bool speaks(std::uint32_t token) const;
    [[nodiscard]] bool has_flag(std::uint32_t token, std::uint64_t flag,
                                language::Form form = language::Form::finite) const;
    /// A capital inside a sentence, where capitals mark names: "The New York Times".
    [[nodiscard]] bool in_name(std::uint32_t token) const {
        return article_.pack->names_capitalised && article_.tokens[token].upper && token > 0 && wordlike(token - 1);
    }
    [[nodiscard]] bool verbal(std::uint32_t token) const;
    [[nodiscard]] bool adjectival(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t without_opening(std::uint32_t begin, std::uint32_t end) const;
    /// What the clause of a cue stands in.
    struct Around {
        bool fronted = false;   ///< it opens the sentence
        bool relative = false;  ///< it belongs to a noun
        bool aside = false;     ///< it is set off by commas
    };
    [[nodiscard]] Around around(std::uint32_t begin, const CueToken& cue, const language::CueForm& form) const;
    [[nodiscard]] bool goes_on_behind(const Around& around, TokenRange clause, std::uint32_t limit,
                                      std::uint32_t whole) const;
    [[nodiscard]] bool in_fronted_clause(const CueToken& cue) const;
    [[nodiscard]] bool people_do_with(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool compares_figures(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool belongs_to_subject(const CueToken& cue) const;
    [[nodiscard]] std::uint32_t behind_subject(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool in_clause_aside(const CueToken& cue) const;
    [[nodiscard]] bool behind_subordinator(const CueToken& cue) const;
    [[nodiscard]] bool opens_sentence(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t main_verb(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool in_relative_clause(const CueToken& cue) const;
    [[nodiscard]] bool goes_on_around(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool taken_up(TokenRange phrase, std::uint32_t relative) const;
    [[nodiscard]] bool opens_event(std::uint32_t token) const;
    [[nodiscard]] bool opens_object(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool holds_infinitive(std::uint32_t begin, std::uint32_t token) const;
    [[nodiscard]] bool in_modifier(std::uint32_t comma, std::uint32_t reach, bool place) const;
    [[nodiscard]] bool links_office(std::uint32_t preposition) const;
    [[nodiscard]] bool people(std::uint32_t token) const;
    [[nodiscard]] bool opens_phrase(std::uint32_t token) const;
    [[nodiscard]] bool awaited(std::uint32_t token, const CueToken& cue) const;
    [[nodiscard]] bool others_answer(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool asked_of_topic(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool carried_by(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool others_begin(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool begins_noun(std::uint32_t token) const;
    [[nodiscard]] bool tells_how(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool reduces(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool pronoun_speaks(std::uint32_t conjunction, std::uint32_t limit) const;
    [[nodiscard]] bool another_speaks(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] bool others_speak(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool says_something(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool list_goes_on(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool main_clause_follows(std::uint32_t comma, std::uint32_t limit) const;
    // outlets.cpp
    void find_outlets_shown();
    [[nodiscard]] std::uint32_t name_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool outlet_word(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t capitalised_outlet_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t described_outlet_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool closing_noun(std::uint32_t begin, std::uint32_t i, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t employed_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool begins_phrase(std::uint32_t i) const;
    [[nodiscard]] bool begins_phrase(std::uint32_t i, std::uint32_t before) const;
    [[nodiscard]] bool more_adjectives(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] bool other_speaks(std::uint32_t i, std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool name_aside(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] bool phrase_goes_on(std::uint32_t comma, std::uint32_t limit) const;
    [[nodiscard]] bool names_deed(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t apposition_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t office_aside_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t relative_end(std::uint32_t begin, std::uint32_t limit) const;
    // asides.cpp
    [[nodiscard]] bool closes_aside(std::uint32_t begin, std::uint32_t comma) const;
    [[nodiscard]] bool parted_subject(std::uint32_t begin, std::uint32_t mark) const;
    [[nodiscard]] bool unknown_noun_before(std::uint32_t comma) const;
    [[nodiscard]] bool unnamed_things(std::uint32_t before, std::uint32_t behind) const;
    [[nodiscard]] bool tells_of_noun(std::uint32_t token, std::uint32_t limit) const;
    // continued.cpp
    [[nodiscard]] bool opens_thing(std::uint32_t token) const;
    [[nodiscard]] TokenRange who_does(std::uint32_t verb, const Finding& finding, std::uint32_t limit) const;
    [[nodiscard]] TokenRange subject_behind(std::uint32_t verb, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t behind_circumstance(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool opens_by_formula(std::uint32_t begin, std::uint32_t verb) const;
    [[nodiscard]] std::uint32_t subordinator_from(std::uint32_t begin, std::uint32_t verb) const;
    [[nodiscard]] bool opens_predicate(std::uint32_t token) const;
    // phrases.cpp: languages whose noun phrases begin with their head.
    [[nodiscard]] bool ends_before(std::uint32_t i, TokenRange range, const detection::HeadFirstPhrase& phrase,
                                   bool core) const;
    [[nodiscard]] std::uint32_t head_first_end(std::uint32_t begin, std::uint32_t limit, bool core) const;
    [[nodiscard]] std::uint32_t head_first_begin(std::uint32_t end, std::uint32_t limit, bool core) const;
    [[nodiscard]] bool article_before_marks(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool issued_on_day(TokenRange phrase, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t nominal_clause_end(std::uint32_t begin, std::uint32_t limit) const;
    [[nodiscard]] bool joins(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t odd_surname(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] TokenRange without_tags(TokenRange said) const;
    // closing_names.cpp
    [[nodiscard]] bool clause_behind_aside(std::uint32_t i, std::uint32_t limit) const;
    [[nodiscard]] bool clause_begins(std::uint32_t i) const;
    [[nodiscard]] std::uint32_t closing_name(std::uint32_t begin, std::uint32_t i, std::uint32_t limit) const;
    [[nodiscard]] bool closing_surname(std::uint32_t begin, std::uint32_t i) const;
    [[nodiscard]] bool name_of_office(std::uint32_t begin, std::uint32_t i, std::uint32_t words) const;
    [[nodiscard]] bool closed_word(std::uint32_t token) const;
    [[nodiscard]] bool office_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit,
                                      bool core) const;
    [[nodiscard]] bool issuer_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool site_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool requires_preposition(std::uint32_t word, std::uint32_t preposition) const;
    [[nodiscard]] bool name_follows(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool house_follows(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t aside_end(std::uint32_t dash, std::uint32_t limit) const;
    [[nodiscard]] bool has_object(std::uint32_t token) const;
    [[nodiscard]] bool behind_relative(std::uint32_t verb) const;
    [[nodiscard]] bool behind_adverb(std::uint32_t participle, std::uint32_t begin) const;
    [[nodiscard]] bool words_told(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool takes_clause(const CueToken& cue) const;
    [[nodiscard]] bool place_spoken_of(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool tells_of_saying(std::uint32_t begin, std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool told_to_outlet(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool author_follows(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool names_body(std::uint32_t begin, std::uint32_t preposition) const;
    [[nodiscard]] bool bare_name(std::uint32_t begin, std::uint32_t end) const;
    [[nodiscard]] bool opens_other_person(TokenRange before, std::uint32_t limit) const;
    [[nodiscard]] bool attached_object(std::uint32_t token) const;
    [[nodiscard]] bool opens_clause(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t bracket_end(std::uint32_t open, std::uint32_t limit) const;
    [[nodiscard]] bool adjunct_follows(std::uint32_t preposition, std::uint32_t limit) const;
    [[nodiscard]] bool opens_participle(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool opens_content(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool credits_somebody(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t aside_end(std::uint32_t begin, std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] std::uint32_t before_aside_with(std::uint32_t token, std::uint32_t begin) const;
    [[nodiscard]] std::uint32_t before_conjunction(std::uint32_t verb, std::uint32_t begin) const;
    [[nodiscard]] bool stops_clause(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool sentence_goes_on(std::uint32_t token) const;
    [[nodiscard]] bool joins_clause(std::uint32_t token, std::uint32_t limit) const;
    [[nodiscard]] bool opens_other_clause(std::uint32_t conjunction, std::uint32_t limit) const;
    [[nodiscard]] bool relative_tells(std::uint32_t relative, std::uint32_t limit) const;
    /// Whether the cue at `token` begins a clause beside that of the cue read as `form` rather than one inside it.
    [[nodiscard]] bool sibling(std::uint32_t token, std::uint32_t begin, std::uint32_t limit,
                               const language::CueForm& form) const;

    /// What `phrase_end` has answered.
    struct KnownEnd {
        std::uint32_t begin = none, limit = none, end = none;
        bool core = false;
    };
    [[nodiscard]] std::uint32_t find_phrase_end(std::uint32_t begin, std::uint32_t limit, bool core) const;

    mutable std::array<KnownEnd, 64> known_ends_;  ///< of the last thirty tokens or so
    std::vector<std::string_view> shown_;  ///< last words of names that show that they are an outlet's, in order
    const Article& article_;
    const std::vector<CueToken>& cues_;
    const std::vector<std::uint32_t>& cue_at_;
};

/// Agreement of a noun phrase, as far as its head shows it.
[[nodiscard]] language::Agreement agreement_of(const Article& article, TokenRange phrase);

}  // namespace rawi::attribution
