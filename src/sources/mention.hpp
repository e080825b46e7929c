// What a noun phrase tells of the one it names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "detection/article.hpp"
#include "detection/enumeration.hpp"
#include "language/reference.hpp"
#include "rawi/agent.hpp"
#include "text/short_list.hpp"

namespace rawi::sources {

using language::Reference;

using detection::Article;
using detection::TokenRange;

/// Words in normal form, of the article or of its pack, which outlive them.
using Words = text::ShortList<std::string_view, 4>;

[[nodiscard]] bool holds(const Words& words, std::string_view word);
/// Whether `whole` holds each word of `part`.
[[nodiscard]] bool subset(const Words& part, const Words& whole);
/// Whether the two have a word in common.
[[nodiscard]] bool share_a_word(const Words& one, const Words& other);
/// Whether two words are one noun, with a pronoun or another ending of one letter or two: بيان, بيانه, بيانا, بيانها.
[[nodiscard]] bool same_noun(std::string_view a, std::string_view b);
/// The first letters, which a country and its people have in common: فرنسا, فرنسي.
[[nodiscard]] std::string_view country_root(std::string_view word);

struct Mention {
    TokenRange tokens;            ///< without marks and prepositions at its ends
    Words words;                  ///< the words that name: normal forms without article, title and preposition
    TokenRange name;              ///< where a name closes the phrase (former senator Jane Doe): the name itself
    std::string_view head;        ///< of a description whose head stands last: "official" of "the US official"
    std::string_view quantity;    ///< how many of those described: "some" of "some voters"
    bool counted = false;         ///< a share of many, as polls find them: "75 percent of Democrats"
    bool generic = false;         ///< nothing but a head and adjectives: "a new poll"
    TokenRange possessor;         ///< whose: "Smith" of "Smith's campaign", "the Smith campaign"
    Words titles;                 ///< titles and, beside a name, the words that describe
    Words places;                 ///< where it is from: "the Ohio senator", "Jane Doe (R-Ohio)"
    std::uint64_t signature = 0;  ///< of `words`: see `signature_of`
    AgentKind kind = AgentKind::unknown;
    language::Agreement agreement;
    bool named = false;
    bool pronoun = false;
    bool definite = false;        ///< a definite description: the minister, المصدر
    bool passing = false;         ///< a description that is no subject
    bool told_apart = false;      ///< one that the words behind it complete: "the man accused of fraud"
    bool possessed = false;       ///< his father, والده
    language::Agreement voice;    ///< of the verb that it is the subject of, where heads stand first
    language::Agreement owner;    ///< of the possessive or attached pronoun
    language::Agreement paper;    ///< of that document, whose verbs agree with it
    std::string_view paper_noun;  ///< what it is: تقرير, where heads stand first
    bool issued = false;          ///< a document or site that stands for who issued it: the agent is that one
    bool joint = false;           ///< several phrases joined by a conjunction: the ministry and the police
    bool paired = false;          ///< one name with "and" in it, which may be two: "Smith and Jones"
    bool same = false;            ///< says itself that it is the same one: المصدر نفسه
    bool another = false;         ///< says itself that it is another one than before: مصدر آخر
    Words heads;                  ///< of the phrase and its appositions, where heads stand first
    std::string_view state;       ///< the country that a place stands for: طهران speaks for Iran
    Words proper;                 ///< the words of a person's own name, where heads stand first
    Words principal;  ///< those of another's, who completes the description: "X" of مدير مكتب فلان
    Words served;  ///< those of the body that his office is of or for: "X" of فلان مدرب X, فلان المدير الفني لـX
    Words beside;  ///< those of nouns and adjectives that plainly complete a description: "X" of رئيس اتحاد X
    Words epithets;  ///< of these the adjectives of the head: "X" of المدرب X فلان, who may be called الX
    Words own;       ///< a body's own name, without the noun that says what it is: "X" of شركة X
    Words alias;  ///< its other name, in brackets or quotation marks: حركة المقاومة الإسلامية (حماس)
    std::optional<Reference> refers_to;  ///< of an anaphor: what kind it refers to
    std::string_view outlet_key;

    /// Nothing in it points to somebody else, as "his", "another" and "the same" do, and it is one phrase.
    [[nodiscard]] bool by_itself() const noexcept { return !joint && !another && !possessed && !refers_to; }
    [[nodiscard]] bool several() const noexcept {
        return agreement.number == language::Number::plural || agreement.number == language::Number::dual;
    }
    /// An office or part without the name of who has it.
    [[nodiscard]] bool described_role() const noexcept { return kind == AgentKind::role && !named; }
};

/// Whether the language writes names with capitals, so that they show.
[[nodiscard]] inline bool names_show(const Article& article) {
    return article.pack->names_capitalised;
}

/// A set of words as 64 bits: where a bit of one set is missing in another's, the one is no subset of the other. Most
/// pairs of agents have nothing in common, and this tells it without comparing words.
[[nodiscard]] std::uint64_t signature_of(const Words& words) noexcept;

/// An outlet and the one who works there, in one noun phrase: "CNN's Jane Doe", "Jane Doe of CNN". Empty where it is
/// none.
struct HouseAndPerson {
    TokenRange house;
    TokenRange person;
};
[[nodiscard]] HouseAndPerson house_and_person(const Article& article, TokenRange tokens);

/// Whether the phrase for a speaker names the body as the one that he belongs to: "Smith, a spokesman for | Acme".
[[nodiscard]] bool belongs_to(const Article& article, TokenRange speaker, const Mention& body);

/// Whether the name of an outlet opens the phrase, or a word that shows one closes it.
[[nodiscard]] bool names_outlet(const Article& article, TokenRange tokens);

/// بحسب "الفرنسية": whether it is an agency's short name that is a common word elsewhere, alone between quotation
/// marks.
[[nodiscard]] bool quoted_agency(const Article& article, TokenRange name);

/// Whether the noun is something written or said that stands for those whose it is: a letter, a statement; no poll.
[[nodiscard]] bool is_paper(const Article& article, std::uint32_t token);

/// Whether a description is one of a person: the mogul, the 57-year-old, the secretary of state; no performance,
/// prospect or generation, and no crowd.
[[nodiscard]] bool tells_of_one(const Article& article, const Mention& mention);

/// The same for languages that write names with capitals and put heads last.
[[nodiscard]] Mention read_capitalised_mention(const Article& article, TokenRange tokens, bool as_outlet);

/// The members of a joint noun phrase of such a language: "Smith", "Jones" of "Smith and Jones".
[[nodiscard]] detection::Members members_of(const Article& article, TokenRange tokens);

/// Reads the noun phrase `tokens`. `as_outlet`: the text shows that it passes on words, so that it is an outlet.
[[nodiscard]] Mention read_mention(const Article& article, TokenRange tokens, bool as_outlet);

}  // namespace rawi::sources
