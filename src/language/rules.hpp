// The rules of a pack: patterns over tokens and their classes, anchored on a cue.
//
//     rule verb-subject-clause
//       on    finite takes=that
//       match cue $aside* source:np $aside* <complementiser> content:clause
//       give  agree
//
// `match` is read outwards from `cue`: what stands before it is matched from right to left, what stands behind it from
// left to right. Rules are tried in the order of the files and lines; the first that matches a cue takes it.
// docs/add-language.md describes the notation.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "language/cues.hpp"
#include "language/lexicon.hpp"
#include "language/needs.hpp"
#include "language/parts.hpp"
#include "rawi/attribution.hpp"
#include "text/characters.hpp"

namespace rawi::language {

/// What a captured stretch is.
enum class Role : std::uint8_t { none, source, content, relay, medium, when, object, cue, anonymous };

enum class Element : std::uint8_t {
    cue,          ///< the anchor
    words,        ///< 'a literal'
    word_class,   ///< <class> or <one|another>; spans several tokens where the class holds phrases
    noun_phrase,  ///< np: with its appositions and relative clauses
    core_phrase,  ///< core: up to the first comma or relative pronoun
    subject,      ///< subject: np that ends where a noun of event begins (announced by X: the launch)
    gap,  ///< gap: any words up to what the rule wants next; crosses no complementiser, colon, quotation or live cue
    headline,   ///< headline: nothing, in the headline only
    outlet,     ///< outlet: a noun phrase that names an outlet
    quotation,  ///< quote
    speech,     ///< speech: a quotation that is too long for a name, or follows a colon
    clause,     ///< clause: up to where the clause ends
    phrase,     ///< phrase: up to where the noun phrase as content ends
    sentence,   ///< sentence: back to where the sentence or the last content ends
    part,       ///< /noun|proper/: one word of these parts of speech
    own,        ///< own: one of the cue's own prepositions
    reading,    ///< {conditions}: another cue
    any,        ///< any: one word
    capital,    ///< capital: one word with a capital letter
    capitals,   ///< capitals: one word in capitals throughout
    definite,   ///< definite: one word with the attached article
    predicate,  ///< predicate: nothing, but a verb follows before the next comma or conjunction (for looking ahead)
    number,     ///< number
    mark,       ///< comma colon dash open close terminator
    start,
    end,    ///< limits of the sentence
    group,  ///< ( a b | c )
    look,   ///< & or ! before an element: looks without moving
};

/// Conditions on a reading of a cue: `finite passive first-person +transmits -continues takes=that lemma=say`.
struct Conditions {
    std::uint16_t forms = 0;    ///< bits of Form; 0: any
    std::uint16_t takes = 0;    ///< at least one of these; 0: any
    std::uint64_t with = 0;     ///< flags that must be set
    std::uint64_t without = 0;  ///< flags that must not
    std::optional<bool> passive;
    std::optional<bool> object;  ///< an attached pronoun
    std::optional<bool> past;
    std::optional<bool> future;
    bool first_person = false;           ///< I believe, we say
    std::optional<Agreement> agreement;  ///< just this one
    std::vector<std::string> lemmas;

    [[nodiscard]] bool allow(const Lemma& lemma) const;
    [[nodiscard]] bool allow(const CueForm& form) const noexcept {
        if (forms != 0 && (forms >> static_cast<unsigned>(form.form) & 1u) == 0) return false;
        if (passive && *passive != form.passive) return false;
        if (past && *past != form.past) return false;
        if (future && *future != form.future) return false;
        if (agreement && *agreement != form.agreement) return false;
        if (first_person && form.agreement.person != Person::first) return false;
        return !object || *object == form.has_object;
    }
};

struct Node;
/// Nodes that stand one behind the other.
using Row = std::vector<Node>;

struct Node {
    Element element = Element::any;
    char repeat = '1';  ///< 1 ? * +
    Role role = Role::none;
    Contact contact = Contact::unstated;  ///< of a relay
    text::CharClass mark = text::CharClass::comma;
    bool negative = false;  ///< of `look`
    ClassSet classes;
    PartSet parts;
    std::vector<WordId> words;
    Conditions conditions;
    /// Of `group`; the one element of `look`; null of all others. What a macro stands for is shared by all its uses:
    /// written out, the patterns of a pack would have some ten times as many nodes.
    std::shared_ptr<std::vector<Row>> alternatives;
    std::uint32_t opening = 0, row_opening = 0;  ///< of the node; of it and what follows it: places in `Pack::openings`

    [[nodiscard]] std::span<const Row> rows() const noexcept {
        return alternatives == nullptr ? std::span<const Row>() : std::span<const Row>(*alternatives);
    }
};

/// What a rule makes when it matches.
enum class Makes : std::uint8_t {
    attribution,
    relay,       ///< a link in the chain of the sentence's attribution
    inquiry,     ///< nothing yet: somebody has sent questions out
    answer,      ///< nothing yet: somebody has answered whoever sent questions out
    turn,        ///< nothing: somebody has spoken without words that count, and may go on
    background,  ///< nothing: the publisher's own voice; the last speaker is over
    nothing,     ///< nothing: keeps later rules from the cue
};

/// Whose words they are where the pattern captures no source.
enum class Speaker : std::uint8_t { captured, previous, subject, nobody, relay, object, publisher, interviewer };

struct Rule {
    std::string name;   ///< "ar/verb-subject-clause"
    std::string place;  ///< "ar/rules/frames.rules:12"
    Conditions on;
    Row left;  ///< before the cue, nearest first
    Row right;
    Needs needs_left, needs_right;  ///< of the two
    Makes makes = Makes::attribution;
    Speaker speaker = Speaker::captured;
    ClassSet of;  ///< the captured source must hold a word of one of these classes; none: any source will do
    bool previous_relay = false;     ///< nobody stands for who passed the words on: the outlet spoken of before did
    bool previous_sentence = false;  ///< the content is the sentence before
    bool next_line = false;          ///< the content is the line below; type=direct: if it is a quotation alone
    bool line_before = false;        ///< the content is the line up to the cue, or the line above
    bool to_line_end = false;        ///< the content goes on to the end of the line
    bool outermost = false;          ///< no attribution inside what others say
    bool taken_up = false;  ///< what others are told to have said in its content comes not by way of its source
    bool agree = false;     ///< the rule holds only if captured source and cue agree
    std::string medium;
    std::optional<Stance> stance;
    std::optional<ContentType> type;
};

}  // namespace rawi::language
