// Cues: the words that signal an attribution, with what they take and how they stand to it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "language/agreement.hpp"
#include "rawi/attribution.hpp"

namespace rawi::language {

using WordId = std::uint32_t;
inline constexpr WordId unknown_word = 0;

enum class Form : std::uint8_t { finite, participle, gerund, infinitive, noun, particle, mark };

/// What a cue takes as its content. A cue may take several.
enum class Takes : std::uint16_t {
    that = 1,    ///< complementiser and clause
    clause = 2,  ///< a clause without complementiser
    colon = 4,
    quote = 8,
    phrase = 16,       ///< a noun phrase: announced the launch
    infinitive = 32,   ///< vowed to leave
    preposition = 64,  ///< content after a preposition of its own: called for, دعا إلى
    object = 128,      ///< a person stands between it and the content: accused X of, told X that
};

struct Lemma {
    std::string name;
    Form kind = Form::finite;  ///< finite stands for any verb
    Stance stance = Stance::neutral;
    std::uint16_t takes = 0;
    std::vector<WordId> prepositions;  ///< its own ones
    std::uint64_t flag_bits = 0;       ///< names that rules test (continues, transmits), as bits of `Pack::flags`
    std::uint32_t line = 0;

    [[nodiscard]] bool takes_any(std::uint16_t wanted) const noexcept { return (takes & wanted) != 0; }
    /// Whether what is said is all that it can have for an object: قال, but not دعا or أعلن.
    [[nodiscard]] bool only_says() const noexcept {
        return !takes_any(static_cast<std::uint16_t>(Takes::object) | static_cast<std::uint16_t>(Takes::phrase));
    }
};

/// One reading of a word as a form of a cue.
struct CueForm {
    std::uint32_t lemma = 0;
    Form form = Form::finite;
    bool passive = false;
    bool past = false;
    bool future = false;      ///< what will be said: سيعلن
    bool has_object = false;  ///< a pronoun is attached: وصفه, تأكيده
    bool or_first = false;    ///< in somebody's own words it may be the first person's: كتبت
    Agreement agreement;      ///< of the one who speaks
    Agreement object;         ///< of the attached pronoun
};

}  // namespace rawi::language
