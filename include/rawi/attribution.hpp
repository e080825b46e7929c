// Who said what by which words, and through whom it came.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rawi/agent.hpp"
#include "rawi/span.hpp"

namespace rawi {

/// Index of an attribution in `Analysis::attributions`.
enum class AttributionId : std::uint32_t {};

enum class ContentType : std::uint8_t { direct, indirect, mixed };

/// How the words passed from one agent to the next.
enum class Contact : std::uint8_t {
    spoken,    ///< told, in an interview with
    written,   ///< statement, letter, post
    seen,      ///< read, watched, obtained a copy
    cited,     ///< according to, quoting
    unstated,  ///< nothing is said: inherited or implied
};

/// How the one who attributes stands to what is attributed.
enum class Stance : std::uint8_t { neutral, assertive, hedged, distanced, denied, demanding, asking };

/// A finding about an attribution that a reader should see.
enum class Flag : std::uint8_t {
    anonymous_source,     ///< the speaker is described, not named
    unknown_source,       ///< nobody is given at all
    anonymity_requested,  ///< the text says that the source asked not to be named
    missing_link,         ///< words came from elsewhere, but the text does not say from where
    inherited_path,       ///< the path is stated with another statement of the same source, or once for the story
    dropped_subject,      ///< no noun stands for the speaker: known by agreement
    second_hand,          ///< at least one intermediary
};

/// One step of a chain. `from` passed the words to `to`.
struct Hop {
    AgentId from{};
    AgentId to{};
    Contact contact = Contact::unstated;
    std::vector<Span> phrase;  ///< the words that say so; empty if inferred
    bool inferred = true;
    std::string rule;  ///< the rule that made it, "ar/relay-told"; empty if inferred from no rule
    /// `to` stands beside `from` ("AFP, Reuters"): it had the words not from there but from whoever comes before both,
    /// in the way that `contact` and `phrase` tell.
    bool beside = false;
};

struct When {
    Span text;         ///< أمس الأربعاء
    std::string date;  ///< ISO 8601, resolved against the publication date; empty where that is not known
};

/// One attribution relation. See `docs/vocabulary.md`.
struct Attribution {
    std::vector<Span> cue;  ///< in text order; empty for a quotation that goes on without a cue
    std::string lemma;      ///< dictionary form of the cue
    Stance stance = Stance::neutral;
    std::optional<AgentId> source;  ///< none: nobody is given
    /// Where the source is named here, with the relative pronoun that stands for it ("Smith, who"); for a quotation
    /// that goes on without a cue, where the words that it goes on from name it. None: dropped subject, or nobody.
    std::optional<Span> source_span;
    std::vector<Span> content;  ///< without complementiser and outer quotation marks, in text order, never empty
    ContentType type = ContentType::indirect;
    std::vector<AgentId> chain;         ///< speaker first, publisher last; the publisher alone where nobody is named
    std::vector<Hop> hops;              ///< chain.size() - 1 of them
    std::optional<std::string> medium;  ///< "statement", "tweet", "press conference", ... (a key of the pack)
    std::optional<When> when;
    std::optional<AttributionId> parent;  ///< the attribution in whose content this one stands
    std::vector<Flag> flags;              ///< sorted, each once
    std::string rule;                     ///< "ar/verb-subject-clause"
    std::string rule_place;               ///< file and line of that rule in the pack, "ar/frames.rules:12"

    [[nodiscard]] bool has(Flag flag) const noexcept {
        return std::find(flags.begin(), flags.end(), flag) != flags.end();
    }
    /// Whether link `i` of the chain stands beside the one before it, by its hop.
    [[nodiscard]] bool stands_beside(std::size_t i) const noexcept {
        return i > 0 && i <= hops.size() && hops[i - 1].beside;
    }
};

[[nodiscard]] std::string_view name_of(ContentType type) noexcept;
[[nodiscard]] std::string_view name_of(Contact contact) noexcept;
[[nodiscard]] std::string_view name_of(Stance stance) noexcept;
[[nodiscard]] std::string_view name_of(Flag flag) noexcept;

}  // namespace rawi
