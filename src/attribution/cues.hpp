// Where the cues of an article stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <vector>

#include "attribution/finding.hpp"

namespace rawi::attribution {

/// Those readings of a word whose form is allowed.
class Readings {
public:
    class Iterator {
    public:
        using value_type = language::CueForm;
        using difference_type = std::ptrdiff_t;
        using reference = const language::CueForm&;
        using pointer = const language::CueForm*;
        using iterator_category = std::forward_iterator_tag;

        Iterator() = default;
        Iterator(pointer at, pointer end, std::uint8_t forms) : at_(at), end_(end), forms_(forms) { skip(); }
        reference operator*() const noexcept { return *at_; }
        pointer operator->() const noexcept { return at_; }
        Iterator& operator++() noexcept {
            ++at_;
            skip();
            return *this;
        }
        Iterator operator++(int) noexcept {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) noexcept { return a.at_ == b.at_; }

    private:
        void skip() noexcept {
            while (at_ != end_ && (forms_ >> static_cast<unsigned>(at_->form) & 1u) == 0) ++at_;
        }
        pointer at_ = nullptr;
        pointer end_ = nullptr;
        std::uint8_t forms_ = 0;
    };

    Readings(const std::vector<language::CueForm>& listed, std::uint8_t forms) : listed_(&listed), forms_(forms) {}
    [[nodiscard]] Iterator begin() const noexcept { return {listed_->data(), behind(), forms_}; }
    [[nodiscard]] Iterator end() const noexcept { return {behind(), behind(), forms_}; }
    [[nodiscard]] bool empty() const noexcept { return begin() == end(); }

private:
    [[nodiscard]] const language::CueForm* behind() const noexcept { return listed_->data() + listed_->size(); }
    const std::vector<language::CueForm>* listed_;
    std::uint8_t forms_;
};

/// A word or phrase that can be a cue, with its readings. The longest phrase at a token wins; it hides the words in it.
struct CueToken {
    TokenRange tokens;
    const std::vector<language::CueForm>* listed = nullptr;
    std::uint8_t forms = 0xFF;   ///< bits of language::Form: those that the word's part of speech allows here
    bool passive_vowel = false;  ///< the vowel of the passive is written over its beginning
    bool live = false;           ///< something that it takes follows (or stands before it): it may well be a cue here

    /// Those of the listed readings that it can have here.
    [[nodiscard]] Readings readings() const noexcept { return {*listed, forms}; }
};

/// All of them, in text order.
[[nodiscard]] std::vector<CueToken> find_cues(const Article& article);

/// The cue that begins at each token, for quick look-up: index into the list, or `none`.
[[nodiscard]] std::vector<std::uint32_t> index_cues(const Article& article, const std::vector<CueToken>& cues);

}  // namespace rawi::attribution
