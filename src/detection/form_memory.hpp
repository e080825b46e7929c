// What has been found out about a written form, kept for when the form comes again. Words repeat: a few thousand forms
// make up most of all text, and most that is asked of a form depends on nothing but the form and the pack.
//
// A memory has a fixed number of places. A form counts as the same only if all of its bytes are, so nothing but time
// depends on what is remembered. A memory belongs to one thread; packs, which threads share, are told apart by their
// serial numbers, which no two packs have in common.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <utility>
#include <vector>

#include "text/hash.hpp"

namespace rawi::detection {

template <typename Answer>
class FormMemory {
public:
    static constexpr std::size_t longest = 39;  ///< bytes of a form; longer ones are not remembered

    /// `places`: a power of two, four at least.
    explicit FormMemory(std::size_t places) : marks_(places / ways), places_(places) {}

    /// The answer for `form`, asked of `find` where it is not remembered. It stays until the next call. `owner`: the
    /// pack's serial number with whatever else the answer depends on; never 0.
    template <typename Find>
    const Answer& answer(std::uint64_t owner, std::string_view form, Find find) {
        if (form.size() > longest) return rare_ = find(form);
        const std::uint64_t hash = text::hash_of(form);
        const std::uint16_t mark = mark_of(hash);
        const std::size_t set = set_of(hash, owner);
        std::array<std::uint16_t, ways>& marks = marks_[set];
        Place* const places = places_.data() + set * ways;
        for (std::size_t way = 0; way < ways; ++way) {
            if ((marks[way] & ~used) != mark || !places[way].holds(owner, form)) continue;
            marks[way] |= used;
            return places[way].answer;
        }
        // The first place from the hand on that has not been of use since the hand passed it last.
        std::size_t way = ++hand_ % ways;
        for (; (marks[way] & used) != 0; way = (way + 1) % ways) marks[way] &= static_cast<std::uint16_t>(~used);
        marks[way] = mark;
        Place& place = places[way];
        place.answer = find(form);
        place.owner = owner;
        place.size = static_cast<std::uint8_t>(form.size());
        std::memcpy(place.form.data(), form.data(), form.size());
        return place.answer;
    }

private:
    static constexpr std::size_t ways = 4;         ///< places that a form can be in
    static constexpr std::uint16_t used = 0x8000;  ///< bit of a mark

    struct alignas(64) Place {
        std::uint64_t owner = 0;
        std::uint8_t size = 0;
        std::array<char, longest> form{};
        Answer answer;

        [[nodiscard]] bool holds(std::uint64_t wanted, std::string_view other) const noexcept {
            return owner == wanted && size == other.size() && text::same(form.data(), other.data(), other.size());
        }
    };

    [[nodiscard]] std::size_t set_of(std::uint64_t hash, std::uint64_t owner) const noexcept {
        return (hash ^ owner * 0x9E3779B9u) & (marks_.size() - 1);
    }
    [[nodiscard]] static std::uint16_t mark_of(std::uint64_t hash) noexcept {
        return static_cast<std::uint16_t>(hash >> 49);
    }

    std::vector<std::array<std::uint16_t, ways>> marks_;  ///< a piece of the hash of what is in each place
    std::vector<Place> places_;
    Answer rare_;
    std::size_t hand_ = 0;
};

}  // namespace rawi::detection
