#include "language/lexicon.hpp"

#include <algorithm>
#include <bit>

#include "text/hash.hpp"

namespace rawi::language {

Lexicon::Lexicon() : words_(1), phrases_(1) {
    widen_table();
}

WordId Lexicon::add_word(std::string_view normal) {
    if (const WordId known = find(normal); known != unknown_word) return known;
    const auto id = static_cast<WordId>(words_.size());
    Word word;
    word.text_begin = static_cast<std::uint32_t>(arena_.size());
    arena_ += normal;
    word.text_end = static_cast<std::uint32_t>(arena_.size());
    arena_ += '\0';
    words_.push_back(std::move(word));
    if (words_.size() * 2 + 2 > tags_.size())
        widen_table();
    else
        enter(id);
    return id;
}

Phrase& Lexicon::add_phrase(std::span<const WordId> words) {
    std::uint32_t node = words_[words.front()].phrases;
    const auto make = [&] {
        phrases_.emplace_back();
        return static_cast<std::uint32_t>(phrases_.size() - 1);
    };
    if (node == 0) node = words_[words.front()].phrases = make();
    for (const WordId word : words.subspan(1)) {
        const auto [edge, is_new] = added_edges_.try_emplace(edge_key(node, word), 0);
        if (is_new) edge->second = make();
        node = edge->second;
    }
    phrases_[node].length = static_cast<std::uint8_t>(words.size());
    return phrases_[node];
}

void Lexicon::freeze(std::string_view attached_article, std::string_view accusative_ending) {
    if (!attached_article.empty()) link_behind_article(attached_article);
    if (!accusative_ending.empty()) link_accusatives(accusative_ending);
    make_briefs(attached_article, accusative_ending);
    make_edges();
}

/// الوزير is وزير, with all that it is.
void Lexicon::link_behind_article(std::string_view article) {
    static const ClassSet closed =
        set_of({Known::preposition, Known::adjunct, Known::np_stop, Known::clause_stop, Known::subordinator,
                Known::conjunction, Known::complementiser, Known::negation, Known::auxiliary});
    for (Word& word : words_) {
        const std::string_view whole = written(word);
        if (!whole.starts_with(article)) continue;
        const WordId bare = find(whole.substr(article.size()));
        if (bare == unknown_word) continue;
        word.bare = bare;
        word.classes |= words_[bare].classes & ~closed;  // الوسط is no preposition
    }
}

/// بيانا is بيان, in the accusative.
void Lexicon::link_accusatives(std::string_view ending) {
    static const ClassSet papers = set_of({Known::document_noun, Known::medium});
    for (Word& word : words_) {
        if (word.bare != unknown_word) continue;
        const WordId bare = without_ending(word, ending);
        if ((words_[bare].classes & papers).none()) continue;
        word.bare = bare;
        word.classes |= words_[bare].classes & papers;
    }
}

/// The word that is left of a longer one, if it is one.
WordId Lexicon::without_ending(const Word& word, std::string_view ending) const {
    const std::string_view whole = written(word);
    return whole.ends_with(ending) ? find(whole.substr(0, whole.size() - ending.size())) : unknown_word;
}

/// Whether the word, or what it is behind its article, is one for several people.
bool Lexicon::of_several(const Word& word) const {
    std::string_view code;
    for (const Word* each : {&words_[word.bare], &word}) {
        const auto value =
            std::ranges::find(each->values, index_of(Known::human_noun), [](const auto& known) { return known.first; });
        if (value != each->values.end() && !value->second.empty()) code = value->second;
    }
    const auto agreement = parse_agreement(code);
    return agreement && agreement->number == Number::plural;
}

void Lexicon::make_briefs(std::string_view attached_article, std::string_view accusative_ending) {
    static const ClassSet names = set_of({Known::name, Known::place, Known::state});
    std::unordered_map<ClassSet, std::uint32_t> sets;
    for (const Word& word : words_) {
        const auto [set, is_new] = sets.try_emplace(word.classes, static_cast<std::uint32_t>(classes_.size()));
        if (is_new) classes_.push_back(word.classes);
        // Turkey (تركيا) is no "Turkish" in the accusative.
        const bool accusative = !accusative_ending.empty() && (word.classes & names).none() &&
                                without_ending(word, accusative_ending) != unknown_word;
        briefs_.push_back({.classes = set->second & 0x1FFFFFFu,
                           .cued = !word.readings.empty(),
                           .leads = word.phrases != 0,
                           .bared = word.bare != unknown_word,
                           .with_article = written(word).starts_with(attached_article),
                           .accusative = accusative,
                           .several = of_several(word),
                           .spelled = word.spelled});
        places_.emplace_back(word.text_begin, word.text_end);
    }
}

/// Makes the table of words wide enough, and enters all of them.
void Lexicon::widen_table() {
    const std::size_t slots = std::bit_ceil(words_.size() * 2 + 2);
    mask_ = slots - 1;
    tags_.assign(slots, 0);
    slots_.assign(slots, {});
    for (WordId id = 1; id < words_.size(); ++id) enter(id);
}

/// Words are found by their hashes, with open addressing.
void Lexicon::enter(WordId id) noexcept {
    const std::uint64_t hash = text::hash_of(written(words_[id]));
    std::uint64_t slot = hash & mask_;
    while (tags_[slot] != 0) slot = (slot + 1) & mask_;
    tags_[slot] = tag_of(hash);
    slots_[slot] = {words_[id].text_begin, id};
}

/// The steps of phrases by their hashes.
void Lexicon::make_edges() {
    edge_mask_ = std::bit_ceil(added_edges_.size() * 2 + 2) - 1;
    edges_.assign(edge_mask_ + 1, {0, 0});
    for (const auto& edge : added_edges_) {
        std::uint64_t slot = edge_slot(edge.first);
        while (edges_[slot].second != 0) slot = (slot + 1) & edge_mask_;
        edges_[slot] = edge;
    }
    added_edges_.clear();
}

WordId Lexicon::find(std::string_view normal) const noexcept {
    const std::uint64_t hash = text::hash_of(normal);
    const std::uint8_t tag = tag_of(hash);
    for (std::uint64_t slot = hash & mask_; tags_[slot] != 0; slot = (slot + 1) & mask_) {
        if (tags_[slot] != tag) continue;
        const auto [begin, id] = slots_[slot];
        if (begin + normal.size() < arena_.size() && arena_[begin + normal.size()] == '\0' &&
            text::same(arena_.data() + begin, normal.data(), normal.size()))
            return id;
    }
    return unknown_word;
}

std::uint32_t Lexicon::follow(std::uint32_t node, WordId word) const noexcept {
    const std::uint64_t key = edge_key(node, word);
    for (std::uint64_t slot = edge_slot(key); edges_[slot].second != 0; slot = (slot + 1) & edge_mask_) {
        if (edges_[slot].first == key) return edges_[slot].second;
    }
    return 0;
}

const Phrase* Lexicon::phrase_at(std::uint32_t node) const noexcept {
    return phrases_[node].length == 0 ? nullptr : &phrases_[node];
}

}  // namespace rawi::language
