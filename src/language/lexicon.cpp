#include "language/lexicon.hpp"

#include <bit>
#include <cstring>

namespace rawi::language {

Lexicon::Lexicon() : words_(1), phrases_(1) {}

WordId Lexicon::add_word(std::string_view normal) {
    const auto [place, is_new] = building_.try_emplace(std::string(normal), static_cast<WordId>(words_.size()));
    if (is_new) {
        Word word;
        word.text_begin = static_cast<std::uint32_t>(arena_.size());
        arena_ += normal;
        word.text_end = static_cast<std::uint32_t>(arena_.size());
        words_.push_back(std::move(word));
    }
    return place->second;
}

Phrase& Lexicon::add_phrase(std::span<const WordId> words) {
    std::uint32_t node = words_[words.front()].phrases;
    const auto make = [&] {
        phrases_.emplace_back();
        return static_cast<std::uint32_t>(phrases_.size() - 1);
    };
    if (node == 0) node = words_[words.front()].phrases = make();
    for (const WordId word : words.subspan(1)) {
        const std::uint64_t key = static_cast<std::uint64_t>(node) << 32 | word;
        const auto found = edges_.find(key);
        if (found != edges_.end()) {
            node = found->second;
        } else {
            node = make();
            edges_.emplace(key, node);
        }
    }
    phrases_[node].length = static_cast<std::uint8_t>(words.size());
    return phrases_[node];
}

// Eight bytes at a time: words are short, and this is asked of every word of every article.
std::uint64_t Lexicon::hash(std::string_view text) noexcept {
    std::uint64_t h = 0x9E3779B97F4A7C15u ^ text.size();
    while (text.size() >= 8) {
        std::uint64_t part = 0;
        std::memcpy(&part, text.data(), 8);
        h = (h ^ part) * 0xFF51AFD7ED558CCDu;
        h ^= h >> 32;
        text.remove_prefix(8);
    }
    std::uint64_t rest = 0;
    if (!text.empty()) std::memcpy(&rest, text.data(), text.size());  // no text may have no address
    h = (h ^ rest) * 0xC4CEB9FE1A85EC53u;
    return h ^ h >> 29;
}

void Lexicon::freeze(std::string_view attached_article, std::string_view accusative_ending) {
    static const ClassSet closed =
        set_of({Known::preposition, Known::adjunct, Known::np_stop, Known::clause_stop, Known::subordinator,
                Known::conjunction, Known::complementiser, Known::negation, Known::auxiliary});
    if (!attached_article.empty()) {
        for (Word& word : words_) {
            const auto whole = std::string_view(arena_).substr(word.text_begin, word.text_end - word.text_begin);
            if (!whole.starts_with(attached_article)) continue;
            const auto bare = building_.find(std::string(whole.substr(attached_article.size())));
            if (bare == building_.end()) continue;
            word.bare = bare->second;
            word.classes |= words_[bare->second].classes & ~closed;  // الوسط is no preposition
        }
    }
    if (!accusative_ending.empty()) {
        for (Word& word : words_) {
            const auto whole = std::string_view(arena_).substr(word.text_begin, word.text_end - word.text_begin);
            word.accusative = whole.size() > accusative_ending.size() && whole.ends_with(accusative_ending) &&
                              building_.contains(std::string(whole.substr(0, whole.size() - accusative_ending.size())));
        }
    }
    for (const Word& word : words_) {
        places_.emplace_back(word.text_begin, word.text_end);
        classes_.push_back(word.classes);
    }
    const std::size_t slots = std::bit_ceil(words_.size() * 2 + 2);
    mask_ = slots - 1;
    table_.assign(slots, {0, unknown_word});
    for (WordId id = 1; id < words_.size(); ++id) {
        const std::uint64_t h = hash(text(id));
        std::uint64_t slot = h & mask_;
        while (table_[slot].second != unknown_word) slot = (slot + 1) & mask_;
        table_[slot] = {static_cast<std::uint32_t>(h >> 32), id};
    }
    building_.clear();
}

WordId Lexicon::find(std::string_view normal) const noexcept {
    const std::uint64_t h = hash(normal);
    const auto tag = static_cast<std::uint32_t>(h >> 32);
    for (std::uint64_t slot = h & mask_; table_[slot].second != unknown_word; slot = (slot + 1) & mask_) {
        if (table_[slot].first == tag && text(table_[slot].second) == normal) return table_[slot].second;
    }
    return unknown_word;
}

std::uint32_t Lexicon::follow(std::uint32_t node, WordId word) const noexcept {
    const auto found = edges_.find(static_cast<std::uint64_t>(node) << 32 | word);
    return found == edges_.end() ? 0 : found->second;
}

const Phrase* Lexicon::phrase_at(std::uint32_t node) const noexcept {
    return phrases_[node].length == 0 ? nullptr : &phrases_[node];
}

}  // namespace rawi::language
