// A compiled language pack.
#pragma once

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "language/lexicon.hpp"
#include "language/openings.hpp"
#include "language/outlet_hosts.hpp"
#include "language/pack_source.hpp"
#include "language/parts.hpp"
#include "language/rules.hpp"

namespace rawi::language {

/// A particle written in one word with what follows it (و ف ل ب ك). Those of a higher level stand nearer to the word.
struct Proclitic {
    std::string normal;
    int level = 1;
    WordId word = unknown_word;
    bool marked = false;  ///< ends in an apostrophe or a hyphen (qu'): what follows it is a word, known or not
};

/// A pronoun written in one word with what stands before it.
struct Enclitic {
    std::string normal;
    Agreement agreement;
    bool marked = false;  ///< begins with an apostrophe or a hyphen (-t-il): what stands before it is a word
};

/// A word told from others of its normal form only by how it is written.
struct Spelling {
    WordId normal = unknown_word;  ///< what its normal form is otherwise
    std::string written;
    WordId word = unknown_word;
};

class Pack {
public:
    /// What tells the pack from all others of the process, also from one that stood at the same address before.
    std::uint64_t serial = next_serial();
    std::string code;
    std::string name;
    bool right_to_left = false;

    Lexicon lexicon;
    PartModel part_model;
    std::vector<Lemma> lemmas;
    std::vector<std::string> flags;        ///< names of the bits of `Lemma::flag_bits`
    std::vector<std::string> class_names;  ///< names of `ClassId`s
    std::vector<Rule> rules;
    std::vector<Opening> openings;                           ///< of the rules' nodes behind the cue
    std::vector<std::vector<std::uint32_t>> rules_of_lemma;  ///< the rules that a cue of this lemma can match, in order

    WordId somebody = unknown_word;  ///< stands for each name that no list holds, once an article has told it

    std::string article;                           ///< attached article in normal form, "ال"
    std::string assimilated_from, assimilated_to;  ///< لل stands for ل + ال
    std::vector<Proclitic> proclitics;
    std::vector<Enclitic> enclitics;
    std::vector<std::pair<std::string, std::string>>
        joins;  ///< endings that change before an enclitic, normal forms: ة>ت
    std::vector<std::pair<std::string, std::string>>
        alike;                                ///< endings of which many write the second for the first: ة>ه
    std::string accusative_ending;            ///< of nouns that are objects or adverbs: تقريرا
    std::string accusative_vowel;             ///< written at a word's end it tells the indefinite accusative
    std::vector<std::string> origin_endings;  ///< of adjectives that tell where somebody is from: فرنسي, فرنسية
    std::string weak_letters;       ///< in normal form, which names of other scripts are written with or without
    char32_t passive_vowel = 0;     ///< over the first letter of a verb it tells the passive; papers write few vowels
    bool heads_first = false;       ///< the head of a noun phrase is its first word
    bool free_participles = false;  ///< a participle opens a clause of its own without a comma before it (مؤكدا أن)
    bool subject_first = true;      ///< the subject stands before its verb
    std::vector<std::string> suffixes;  ///< endings that are tokens of their own: 's
    unsigned known_words = 0;     ///< percent of the words of any text in the language, the least; 0: not asked for
    unsigned frequent_words = 0;  ///< the same of the words of the class `frequent` and those with the article
    std::string plural_ending;    ///< an unknown noun that ends so is taken for a plural: s
    std::string future;           ///< particle written with a verb of the future: س
    std::vector<std::string> future_before;   ///< with what such a verb begins behind it
    std::string sound_plural;                 ///< of nouns that no other noun completes: ون
    std::string oblique_plural;               ///< of nouns that are no subject: ين
    std::string office_link;                  ///< between an office and the body it speaks for: باسم
    std::vector<Spelling> spellings;          ///< words told from others only by how they are written
    std::vector<std::string> name_particles;  ///< as written, which look like a proclitic and a word: فان
    std::string name_link;                    ///< between a noun and the name of what it belongs to: of
    std::string genitive;                     ///< the first of them: a word behind it is a noun or an adjective
    std::uint64_t continues = 0, resumes = 0, credit = 0, carrier = 0, accord = 0, speech = 0, hearer = 0, noisy = 0,
                  asks = 0, answers = 0, talk = 0, reported = 0, clausal = 0, shows = 0, stipulates = 0, writes = 0,
                  transmits = 0, receives = 0, unrounded = 0, accuses = 0, carries = 0, quoting = 0,
                  thinks = 0;                          ///< bits of the flags that the engine itself asks for
    bool names_capitalised = false;                    ///< names are written with capitals and show by them
    bool natural_gender = false;                       ///< nouns have no gender of their own: he and she are people
    std::set<std::string, std::less<>> written_media;  ///< keys of media that publish what stands behind the verb
    std::set<std::string, std::less<>> live_media;     ///< keys of media in which somebody is heard
    OutletHosts hosts;                                 ///< of the outlets in its lists
    std::set<std::string, std::less<>> agencies;       ///< keys of the outlets that are news agencies
    std::string agency_noun;                           ///< what a news agency is called where it is spoken of again

    /// Whether a word (in normal form) ends as adjectives do that tell where somebody is from: فرنسي.
    [[nodiscard]] bool tells_origin(std::string_view word) const noexcept {
        return std::ranges::any_of(origin_endings, [&](const std::string& ending) { return word.ends_with(ending); });
    }
    [[nodiscard]] bool has(WordId word, Known known) const noexcept {
        return lexicon.classes(word).test(index_of(known));
    }
    [[nodiscard]] std::uint64_t flag(
        std::string_view wanted) const noexcept;  ///< its bit; 0 if the pack has no such flag

private:
    [[nodiscard]] static std::uint64_t next_serial() noexcept;
};

/// Compiles `files`, as many as there are: parts of a pack will do. Everything wrong with what they say is added to
/// `faults`; the pack may only be used if none was.
[[nodiscard]] Pack compile(std::span<const PackFile> files, Faults& faults);

/// The same for a pack as a whole, which stands in `folder`: files that cannot be read as text, that no pack has or
/// that are missing are faults too, and so is what nothing asks for.
[[nodiscard]] Pack compile_whole(std::span<const PackFile> files, std::string_view folder, Faults& faults);

}  // namespace rawi::language
