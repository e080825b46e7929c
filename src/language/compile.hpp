// What the compilers of a pack's files share. One file of C++ a kind of file: conf.cpp, words.cpp, cue_table.cpp,
// rule_parser.cpp, outlet_table.cpp ...
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/pack.hpp"

namespace rawi::language {

/// A form of a paradigm: "perf.3fs  {1}ت  obj".
struct ParadigmForm {
    CueForm form;
    std::string model;
    bool takes_enclitic = false;
    std::string joined;  ///< the model before an enclitic, where it differs
};

struct Paradigm {
    std::vector<ParadigmForm> forms;
    std::size_t slots = 0;  ///< the highest of its models: so many stems a cue gives
    std::size_t line = 0;   ///< where it begins
    bool failed = false;    ///< a form has a fault
};

/// What a `match` or `macro` line says.
struct Pattern {
    Row nodes;
    std::size_t elements = 0;                  ///< with those of the macros in it
    std::size_t depth = 0;                     ///< of groups and macros within one another
    bool failed = false;                       ///< has a fault; then there are no nodes
    std::string place;                         ///< of a macro: "fr/rules/a.rules:3"
    std::shared_ptr<std::vector<Row>> shared;  ///< of a macro: its nodes, for the groups that it makes
};

/// A place in a file of the pack.
struct Place {
    const PackFile* file = nullptr;
    std::size_t line = 0;

    [[nodiscard]] std::string text() const { return file->name + ":" + std::to_string(line); }
};

/// A line of lexicon.tsv: what a word can be, the commonest first.
struct Listed {
    Place place;
    std::vector<Part> parts;
};

/// How often a word is each part in tagged.txt.
using TaggedCounts = std::array<std::uint32_t, part_count>;

class Builder {
public:
    Builder(Pack& made, Faults& found) : pack(made), faults(found) {}

    Pack& pack;
    Faults& faults;
    std::map<std::string, ClassId, std::less<>> classes;
    std::map<std::string, Paradigm, std::less<>> paradigms;
    std::map<std::string, Pattern, std::less<>> macros;
    /// What groups of patterns become before the cue. Holds the groups too, so that no other gets the address of one.
    std::map<std::shared_ptr<std::vector<Row>>, std::shared_ptr<std::vector<Row>>> turned;
    std::map<std::string, std::string, std::less<>> rule_places;
    std::map<std::string, Place, std::less<>> outlet_places;                 ///< by key
    std::unordered_map<std::string, std::vector<std::uint32_t>> cues_alike;  ///< by lemma, kind, paradigm and stems
    bool direction_given = false;                                            ///< language.conf says it
    ClassSet filled;                                                         ///< classes that have entries
    ClassSet asked;                                                          ///< classes that rules ask for
    std::map<ClassId, Place> class_places;                                   ///< where they are first mentioned
    std::uint64_t asked_flags = 0;                                           ///< flags that rules ask for
    std::vector<Place> flag_places;                                          ///< of each flag the first mention
    std::vector<std::string> presents;          ///< listed verbs that can follow the particle of the future
    std::unordered_map<WordId, Listed> listed;  ///< lexicon.tsv
    std::unordered_map<std::string, TaggedCounts> tagged_parts;

    /// The id of a class that gets entries, made if the engine does not know it.
    ClassId class_id(std::string_view name, const PackFile& file, std::size_t line);
    /// The id of a class that a rule asks for: one that the engine knows, or that has entries.
    ClassId asked_class(std::string_view name, const PackFile& file, std::size_t line);
    /// The bit of a cue's flag, made at its first mention.
    std::uint64_t flag_bit(std::string_view name, const PackFile& file, std::size_t line);
    /// The bit of a flag that a rule asks for: one that a cue carries.
    std::uint64_t asked_flag(std::string_view name, const PackFile& file, std::size_t line);
    /// The words of an entry in normal form with a space between them; a mark is a word too.
    [[nodiscard]] std::string key_of(std::string_view entry) const;
    /// The same, each added to the lexicon.
    std::vector<WordId> words_of(std::string_view entry);
    /// The words of a literal in a pattern, taken apart as texts are. To be called behind `add_phrases`.
    std::vector<WordId> literal(std::string_view text);
    /// What `stem` becomes before an attached pronoun (ة>ت), with the pronoun; both in normal form.
    [[nodiscard]] std::string with_enclitic(std::string_view stem, const Enclitic& enclitic) const;
    void add_entry(ClassId id, std::string_view entry, const std::string& value, const PackFile& file,
                   std::size_t line);
    void add_reading(std::string_view entry, const CueForm& form, const PackFile& file, std::size_t line);

    /// Makes the phrases, once all single words are known: a word of a phrase that is none of them but a particle and
    /// one of them (لحقوق) is taken apart as it is in texts.
    void add_phrases();

private:
    /// A class or a reading that an entry gets.
    struct Addition {
        std::vector<std::string> words = {};  ///< of a phrase
        bool entry = false;                   ///< a class, else a reading
        ClassId id = 0;
        std::string value = {};
        CueForm form = {};
    };
    /// An entry of a class, as it was first listed.
    struct Entry {
        Place place;
        std::string written;
        std::string value;
    };
    void add(std::string_view entry, const std::string& key, Addition addition, const PackFile& file, std::size_t line);
    [[nodiscard]] bool is_known(std::string_view word) const;
    [[nodiscard]] std::string without_enclitic(std::string_view word) const;
    /// A word of a phrase or a literal as the words that texts make of it. Returns whether a pronoun was taken off.
    bool take_apart(std::string_view word, std::vector<WordId>& words);
    template <typename Where>
    static void enter(const Addition& addition, Where& where);

    std::vector<Addition> phrases_;
    std::unordered_map<std::string, Entry> entries_;  // by class and normal form
    std::size_t known_ = 0;  // words that single entries have made known; those that phrases add are not
};

/// What `Builder::key_of` makes of an entry where no clitics stand alone.
[[nodiscard]] std::string entry_key(std::string_view entry);
/// Whether an entry holds only for a word written with just these letters, whatever else has the same normal form:
/// =علي, the name, and not على.
[[nodiscard]] constexpr bool spelled(std::string_view entry) noexcept {
    return entry.size() > 1 && entry.front() == '=';
}

void compile_conf(const PackFile& file, Builder& builder);
void compile_words(const PackFile& file, Builder& builder);
void compile_outlets(const PackFile& file, Builder& builder);
void compile_paradigms(const PackFile& file, Builder& builder);
void compile_cues(const PackFile& file, Builder& builder);
void compile_rules(const PackFile& file, Builder& builder);
/// Of each listed verb that can follow the particle of the future, the word that the two make.
void add_futures(Builder& builder);
void compile_lexicon(const PackFile& file, Builder& builder);
void compile_tagged(const PackFile& file, Builder& builder);
/// What each word can be, once all files are read.
void assign_parts(Builder& builder);
/// Reads `+flag -flag finite takes=that lemma=say`. Words that it does not know become faults.
[[nodiscard]] Conditions parse_conditions(std::string_view text, const PackFile& file, std::size_t line,
                                          Builder& builder);

/// Reads a pattern's elements, in the order in which they are written.
[[nodiscard]] Pattern parse_pattern(std::string_view text, const PackFile& file, std::size_t line, Builder& builder);
/// The bit of `Takes` with that name.
[[nodiscard]] std::optional<std::uint16_t> parse_complement(std::string_view name);

/// Whether `value` is one that entries of the class can have; else a message.
[[nodiscard]] std::optional<std::string> wrong_value(ClassId id, std::string_view value);

/// What is wrong with files before a word of them is read: names that no pack has, bytes that are no text. The files
/// that can be read are left, without byte order marks.
[[nodiscard]] std::vector<PackFile> readable_files(std::span<const PackFile> files, std::string_view folder,
                                                   Faults& faults);
/// What a pack lacks, or has for nothing. To be called when all is compiled.
void check_whole(std::span<const PackFile> files, std::string_view folder, const Builder& builder);

}  // namespace rawi::language
