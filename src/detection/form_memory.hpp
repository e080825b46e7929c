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
    explicit FormMemory(std::size_t places) : tags_(places / ways), places_(places) {}

    /// What to ask `answer` with. The processor begins to fetch the form's place, which is ready when some other forms
    /// have been asked for.
    [[nodiscard]] std::uint64_t expect(std::uint64_t owner, std::string_view form) const noexcept {
        const std::uint64_t hash = text::hash_of(form) ^ owner * 0x9E3779B97F4A7C15u;
        __builtin_prefetch(places_.data() + (hash & (tags_.size() - 1)) * ways);
        return hash;
    }

    /// The answer for `form`, asked of `find` where it is not remembered. It stays until the next call. `owner`: the
    /// pack's serial number with whatever else the answer depends on; never 0. `hash`: what `expect` said.
    template <typename Find>
    const Answer& answer(std::uint64_t hash, std::uint64_t owner, std::string_view form, Find find) {
        if (form.size() > longest) return rare_ = find(form);
        const std::size_t set = hash & (tags_.size() - 1);
        const auto tag = static_cast<std::uint16_t>(hash >> 48);
        std::array<std::uint16_t, ways>& tags = tags_[set];
        Place* const places = places_.data() + set * ways;
        for (std::size_t way = 0; way < ways; ++way) {
            if (tags[way] != tag || !places[way].holds(owner, form)) continue;
            if (way == 0) return places[0].answer;
            // A form that comes again moves up, so that it is the rare ones that are forgotten.
            std::swap(tags[way], tags[way - 1]);
            std::swap(places[way], places[way - 1]);
            return places[way - 1].answer;
        }
        Place& last = places[ways - 1];
        last.answer = find(form);
        last.owner = owner;
        last.size = static_cast<std::uint8_t>(form.size());
        std::memcpy(last.form.data(), form.data(), form.size());
        tags[ways - 1] = tag;
        return last.answer;
    }

private:
    static constexpr std::size_t ways = 4;  ///< places that a form can be in

    struct alignas(64) Place {
        std::uint64_t owner = 0;
        std::uint8_t size = 0;
        std::array<char, longest> form{};
        Answer answer;

        [[nodiscard]] bool holds(std::uint64_t wanted, std::string_view other) const noexcept {
            return owner == wanted && size == other.size() && text::same(form.data(), other.data(), other.size());
        }
    };

    std::vector<std::array<std::uint16_t, ways>> tags_;  ///< of the places: most others need not be looked at
    std::vector<Place> places_;
    Answer rare_;
};

}  // namespace rawi::detection
