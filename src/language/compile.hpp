// What the compilers of a pack's files share. One file of C++ a kind of file: words.cpp, cue_table.cpp,
// rule_parser.cpp, outlet_table.cpp.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
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

class Builder {
public:
    Builder(Pack& made, Faults& found) : pack(made), faults(found) {}

    Pack& pack;
    Faults& faults;
    std::map<std::string, ClassId, std::less<>> classes;
    std::map<std::string, std::vector<ParadigmForm>, std::less<>> paradigms;
    std::map<std::string, std::vector<Node>, std::less<>> macros;
    std::map<std::string, std::string, std::less<>> rule_places;
    std::vector<std::string> presents;                 ///< listed verbs that can follow the particle of the future
    std::map<WordId, std::vector<Part>> listed_parts;  ///< lexicon.tsv: the commonest first
    std::map<std::string, std::array<std::uint32_t, part_count>, std::less<>> tagged_parts;  ///< counts of tagged.txt

    /// The id of a class, made if the engine does not know it.
    ClassId class_id(std::string_view name, const PackFile& file, std::size_t line);
    /// The bit of a flag, made at its first mention.
    std::uint64_t flag_bit(std::string_view name, const PackFile& file, std::size_t line);
    /// The words of an entry in normal form; a mark is a word too.
    std::vector<WordId> words_of(std::string_view entry);
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
    void add(std::string_view entry, Addition addition, const PackFile& file, std::size_t line);
    template <typename Known>
    [[nodiscard]] std::string without_enclitic(std::string_view word, const Known& is_known) const;
    template <typename Place>
    static void enter(const Addition& addition, Place& place);

    std::vector<Addition> phrases_;
};

/// The words of an entry in normal form with a space between them.
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
[[nodiscard]] std::vector<Node> parse_pattern(std::string_view text, const PackFile& file, std::size_t line,
                                              Builder& builder);
/// Bits of `Takes` for names separated by commas; nothing if one is unknown.
[[nodiscard]] std::optional<std::uint16_t> parse_takes(std::string_view names);

}  // namespace rawi::language
