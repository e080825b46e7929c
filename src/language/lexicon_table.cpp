// lexicon.tsv: a word and what it can be, the commonest reading first:
//
//     قدم	verb noun.thing.fs
//     report	noun.document.s base
//
// A reading is a part of speech, for nouns with what they name (human group event document time place thing) and their
// agreement, for proper names with whose they are (person place). What a noun names becomes the class "human-noun",
// "group-noun", ..., a person's name the class "name".
//
// tagged.txt: sentences whose words carry their part, from which the model learns what follows what:
//
//     The/dt minister/n said/v that/s ...
#include <algorithm>

#include "language/compile.hpp"
#include "language/notation.hpp"

namespace rawi::language {
namespace {

constexpr Named<Part> tags[] = {
    {"n", Part::noun},        {"p", Part::proper},       {"j", Part::adjective}, {"v", Part::verb},
    {"b", Part::base},        {"vn", Part::participle},  {"vg", Part::gerund},   {"d", Part::adverb},
    {"m", Part::number},      {"dt", Part::determiner},  {"q", Part::pronoun},   {"r", Part::preposition},
    {"c", Part::conjunction}, {"s", Part::subordinator}, {"e", Part::relative},  {"k", Part::auxiliary},
    {"md", Part::modal},      {"x", Part::negation},     {"t", Part::particle},  {"to", Part::to},
    {"g", Part::genitive},    {".", Part::mark}};

/// The parts that membership in a class shows, for words that lexicon.tsv does not list.
struct ClassPart {
    Known known;
    Part part;
};
constexpr ClassPart class_parts[] = {{Known::preposition, Part::preposition},
                                     {Known::conjunction, Part::conjunction},
                                     {Known::complementiser, Part::subordinator},
                                     {Known::subordinator, Part::subordinator},
                                     {Known::relative, Part::relative},
                                     {Known::article, Part::determiner},
                                     {Known::possessive, Part::determiner},
                                     {Known::pronoun, Part::pronoun},
                                     {Known::negation, Part::negation},
                                     {Known::auxiliary, Part::auxiliary},
                                     {Known::verb, Part::verb},
                                     {Known::name, Part::proper},
                                     {Known::outlet, Part::proper},
                                     {Known::organisation, Part::proper},
                                     {Known::title, Part::noun},
                                     {Known::role_noun, Part::noun},
                                     {Known::source_noun, Part::noun},
                                     {Known::organisation_noun, Part::noun},
                                     {Known::outlet_noun, Part::noun},
                                     {Known::document_noun, Part::noun},
                                     {Known::collective_noun, Part::noun},
                                     {Known::event_noun, Part::noun},
                                     {Known::common_noun, Part::noun},
                                     {Known::adverb, Part::adverb},
                                     {Known::time, Part::adverb},
                                     {Known::weekday, Part::noun},
                                     {Known::month, Part::noun},
                                     {Known::adjunct, Part::preposition}};

void add_part(std::vector<Part>& parts, Part part) {
    if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
}

std::vector<Part> parts_of(const ClassSet& classes) {
    std::vector<Part> parts;
    for (const auto [known, part] : class_parts) {
        if (classes.test(index_of(known))) add_part(parts, part);
    }
    return parts;
}

std::vector<Part> parts_of_classes(const Word& word) {
    std::vector<Part> parts = parts_of(word.classes);
    for (const CueForm& form : word.readings) {
        switch (form.form) {
            case Form::finite: add_part(parts, Part::verb); break;
            case Form::participle: add_part(parts, Part::adverb); break;
            case Form::gerund: add_part(parts, Part::gerund); break;
            case Form::infinitive: add_part(parts, Part::base); break;
            case Form::noun: add_part(parts, Part::noun); break;
            case Form::particle: add_part(parts, Part::preposition); break;
            case Form::mark: break;
        }
    }
    return parts;
}

constexpr std::string_view nouns[] = {"human", "group", "event", "document", "time", "place", "thing"};
constexpr std::string_view bearers[] = {"person", "place"};

class LexiconRow {
public:
    LexiconRow(const PackFile& file, std::size_t line, Builder& builder)
        : file_(file), line_(line), builder_(builder) {}

    void compile(std::string_view text) {
        const std::size_t tab = text.find('\t');
        if (tab == std::string_view::npos) return fault("a line is: word, tab, readings");
        const std::vector<WordId> words = builder_.words_of(text.substr(0, tab));
        if (words.size() != 1) return fault("an entry is one word: '" + std::string(text.substr(0, tab)) + "'");
        word_ = words.front();
        const auto [known, is_new] = builder_.listed.try_emplace(word_, Listed{.place = {&file_, line_}});
        if (!is_new)
            return fault("'" + std::string(trim(text.substr(0, tab))) + "' stands at " + known->second.place.text() +
                         " already: all its readings are one line");
        std::vector<Part>& listed = known->second.parts;
        for (const std::string_view reading : split(text.substr(tab + 1), " ")) {
            if (const auto part = read(reading)) add_part(listed, *part);
        }
        const std::string_view normal = builder_.pack.lexicon.text_added(word_);
        const auto& before = builder_.pack.future_before;
        if (std::find(listed.begin(), listed.end(), Part::verb) != listed.end() &&
            std::any_of(before.begin(), before.end(), [&](const auto& letter) { return normal.starts_with(letter); }))
            builder_.presents.emplace_back(normal);
    }

private:
    void fault(std::string message) { builder_.faults.add(file_, line_, std::move(message)); }

    std::optional<Part> read(std::string_view reading) {
        const Pieces pieces = split(reading, ".");
        const auto part = pieces.empty() ? std::nullopt : part_named(pieces.front());
        if (!part) {
            fault(unknown_name("part of speech", pieces.empty() ? reading : pieces.front(), part_names()));
            return std::nullopt;
        }
        if (pieces.size() == 1) return part;
        std::span<const std::string_view> allowed;
        if (*part == Part::noun) allowed = nouns;
        if (*part == Part::proper) allowed = bearers;
        if (allowed.empty() || pieces.size() > 3)
            fault("'" + std::string(reading) + "': a part of speech, what a noun or a name is of, its agreement");
        else if (std::find(allowed.begin(), allowed.end(), pieces[1]) == allowed.end())
            fault(unknown_name(*part == Part::noun ? "kind of noun" : "bearer of a name:", pieces[1], allowed));
        else if (*part == Part::noun)
            enter(builder_.class_id(std::string(pieces[1]) + "-noun", file_, line_), pieces);
        else
            enter(static_cast<ClassId>(pieces[1] == "person" ? Known::name : Known::place), pieces);
        return part;
    }

    void enter(ClassId id, const Pieces& pieces) {
        Word& word = builder_.pack.lexicon.change(word_);
        word.classes.set(id);
        builder_.filled.set(id);
        if (pieces.size() < 3) return;
        if (!parse_agreement(pieces[2]))
            return fault("no agreement '" + std::string(pieces[2]) + "' (" + std::string(agreement_letters) + ")");
        word.values.emplace_back(id, pieces[2]);
    }

    const PackFile& file_;
    std::size_t line_;
    Builder& builder_;
    WordId word_ = unknown_word;
};

}  // namespace

std::vector<std::string_view> part_tags() {
    return names_in(tags);
}

std::span<const std::string_view> noun_kinds() noexcept {
    return nouns;
}

void compile_lexicon(const PackFile& file, Builder& builder) {
    for_each_line(file,
                  [&](std::string_view line, std::size_t number) { LexiconRow(file, number, builder).compile(line); });
}

void add_futures(Builder& builder) {
    for (const std::string& verb : builder.presents) {
        std::vector<Part>& parts = builder.listed[builder.pack.lexicon.add_word(builder.pack.future + verb)].parts;
        if (parts.empty()) parts.push_back(Part::verb);
    }
}

void compile_tagged(const PackFile& file, Builder& builder) {
    PartModel& model = builder.pack.part_model;
    const std::string& article = builder.pack.article;
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        std::size_t before = PartModel::state_of(Part::boundary, false);
        bool verb_stands = false;
        for (const std::string_view item : split(line, " ")) {
            const std::size_t slash = item.rfind('/');
            if (slash == std::string_view::npos)
                return builder.faults.add(file, number, "a word is word/tag, not '" + std::string(item) + "'");
            const auto* const tag = row_named(tags, item.substr(slash + 1));
            if (tag == nullptr)
                return builder.faults.add(
                    file, number,
                    "'" + std::string(item) + "': " + unknown_name("tag", item.substr(slash + 1), part_tags()));
            const Part part = tag->value;
            std::string normal = entry_key(item.substr(0, slash));
            const bool definite = !article.empty() && normal.starts_with(article) && normal.size() > article.size();
            model.count_word(part);
            const std::size_t state = PartModel::state_of(part, definite);
            model.count_step(before, state, verb_stands);
            before = state;
            verb_stands = !builder.pack.subject_first && PartModel::verb_stands(part, verb_stands);
            if (normal.empty() || normal.find(' ') != std::string::npos || part == Part::mark) continue;
            if (definite && (part == Part::noun || part == Part::adjective)) normal.erase(0, article.size());
            ++builder.tagged_parts[normal][static_cast<std::size_t>(part)];
        }
        model.count_step(before, PartModel::state_of(Part::boundary, false), verb_stands);
    });
}

namespace {

/// What words look like by what they are, for those that are in no list.
void learn_shapes(Builder& builder) {
    const Pack& pack = builder.pack;
    PartModel& model = builder.pack.part_model;
    for (const auto& [word, listed] : builder.listed) {
        if (!listed.parts.empty() && !spelled(pack.lexicon.text(word)))
            model.learn_shape(pack.lexicon.text(word), listed.parts.front());
    }
    for (const auto& [normal, counts] : builder.tagged_parts) {
        if (pack.lexicon.find(normal) != unknown_word) continue;
        for (std::size_t p = 0; p < part_count; ++p) {
            for (std::uint32_t n = 0; n < counts[p]; ++n) model.count_unlisted(static_cast<Part>(p));
        }
    }
    model.finish_shapes();
}

/// What a cue can be it can be, even if lexicon.tsv does not say so (رأى, which is spelt like رأي).
void add_parts_of_cues(const Pack& pack, WordId id, std::uint64_t noisy, std::vector<Part>& parts) {
    for (const CueForm& form : pack.lexicon.word(id).readings) {
        if (form.form == Form::finite) add_part(parts, Part::verb);
        if (form.form != Form::participle || (pack.lemmas[form.lemma].flag_bits & noisy) != 0) continue;
        // Mostly what it is where it ends as an accusative (متهما), now and then elsewhere (لافتة إلى أن).
        if (pack.lexicon.brief(id).accusative && std::ranges::find(parts, Part::adverb) == parts.end())
            parts.insert(parts.begin(), Part::adverb);
        else
            add_part(parts, Part::adverb);
    }
}

/// What a word can be, the likeliest first: by its place in the list, and by how often the tagged sentences have it as
/// that.
std::vector<std::pair<Part, double>> weights_of(const std::vector<Part>& parts, const TaggedCounts* tagged) {
    std::vector<std::pair<Part, double>> weights;
    for (std::size_t rank = 0; rank < parts.size(); ++rank)
        weights.emplace_back(parts[rank], PartModel::rank_weight(rank));
    if (tagged == nullptr) return weights;
    for (std::size_t p = 0; p < part_count; ++p) {
        if ((*tagged)[p] == 0) continue;
        const auto part = static_cast<Part>(p);
        const auto place = std::ranges::find(weights, part, &std::pair<Part, double>::first);
        if (place == weights.end())
            weights.emplace_back(part, (*tagged)[p]);
        else
            place->second += (*tagged)[p];
    }
    std::stable_sort(weights.begin(), weights.end(), [](auto& a, auto& b) { return a.second > b.second; });
    return weights;
}

/// Finds out what each word of the lexicon can be.
class PartsOfWords {
public:
    explicit PartsOfWords(Builder& builder)
        : pack_(builder.pack),
          noisy_(builder.pack.flag("noisy")),
          listed_(pack_.lexicon.size() + 1),
          tagged_(pack_.lexicon.size() + 1) {
        for (const auto& [word, listed] : builder.listed) listed_[word] = &listed.parts;
        for (const auto& [normal, counts] : builder.tagged_parts) tagged_[pack_.lexicon.find(normal)] = &counts;
        tagged_[unknown_word] = nullptr;
    }

    /// The likeliest first.
    PartOptions options(WordId id) {
        const Parts found = parts(id);
        const TaggedCounts* const tagged = tagged_[found.word];
        const auto add = [&] { return pack_.part_model.add_options(weights_of(found.parts, tagged)); };
        if (tagged != nullptr || found.parts.size() > most_in_key) return add();
        // Few lists are different from all others.
        std::uint64_t key = 0;
        for (const Part part : found.parts) key = key << bits_of_part | (static_cast<std::uint64_t>(part) + 1);
        const auto [made, is_new] = made_.try_emplace(key);
        if (is_new) made->second = add();
        return made->second;
    }

private:
    static constexpr unsigned bits_of_part = 5;
    static constexpr std::size_t most_in_key = 64 / bits_of_part;
    static_assert(part_count < 1U << bits_of_part);

    struct Parts {
        std::vector<Part> parts;
        WordId word;  ///< whose they are: the word's own, or those of what stands behind its article
    };

    [[nodiscard]] Parts parts(WordId id) const {
        const Word& word = pack_.lexicon.word(id);
        const bool with_article = word.bare != unknown_word;
        const std::vector<Part>* const itself = listed_[id];
        const std::vector<Part>* const bare = listed_[word.bare];
        // What a word is of its own (التي, a relative pronoun) it is not by what stands behind its article (تي).
        const ClassSet own = with_article ? word.classes & ~pack_.lexicon.classes(word.bare) : word.classes;
        const bool as_bare = itself == nullptr && with_article && parts_of(own).empty();
        const std::vector<Part>* const listed = as_bare ? bare : itself;
        Parts found{listed != nullptr ? *listed : parts_of_classes(word), as_bare ? word.bare : id};
        std::vector<Part>& parts = found.parts;
        // السعودية is a country, and Saudi.
        if (listed == nullptr && bare != nullptr && parts.size() == 1 && parts.front() == Part::proper)
            for (const Part part : *bare) add_part(parts, part);
        // Behind an article stands no verb: العدل is no عدل, "he altered".
        if (with_article && itself == nullptr &&
            std::ranges::any_of(parts, [](Part part) { return part != Part::verb; }))
            std::erase(parts, Part::verb);
        if (!pack_.genitive.empty() && pack_.lexicon.text(found.word) == pack_.genitive)
            parts = {Part::genitive, Part::auxiliary};
        if (listed != nullptr) add_parts_of_cues(pack_, id, noisy_, parts);
        return found;
    }

    Pack& pack_;
    std::uint64_t noisy_;
    std::vector<const std::vector<Part>*> listed_;         // of each word in lexicon.tsv; of the unknown word nothing
    std::vector<const TaggedCounts*> tagged_;              // of each word in tagged.txt
    std::unordered_map<std::uint64_t, PartOptions> made_;  // of lists of parts that no tagged sentence weighs
};

}  // namespace

void assign_parts(Builder& builder) {
    Pack& pack = builder.pack;
    pack.part_model.finish();
    learn_shapes(builder);
    PartsOfWords words(builder);
    for (WordId id = 1; id <= pack.lexicon.size(); ++id) pack.lexicon.set_parts(id, words.options(id));
}

}  // namespace rawi::language
