// Parts of speech: which a word can be, and which follow which. A bigram model (Church 1988; Jurafsky & Martin, Speech
// and Language Processing, ch. 17): the cost of a part at a word is -log P(word | part), that of a step
// -log P(part | part before). Steps are counted when a pack is compiled, in sentences that its authors have tagged
// (tagged.txt); what a word can be comes from the lexicon (lexicon.tsv, the classes of closed words); a word that
// nobody has listed is judged by its beginning and ending, as the listed ones have them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace rawi::language {

enum class Part : std::uint8_t {
    noun,
    proper,  ///< a word of a name
    adjective,
    verb,        ///< finite
    base,        ///< infinitive, or a present form that looks like it
    participle,  ///< past participle, where the language has one that stands in for clauses
    gerund,
    adverb,
    number,
    determiner,
    pronoun,
    preposition,
    conjunction,
    subordinator,  ///< opens a clause: complementisers too
    relative,
    auxiliary,
    modal,
    negation,
    particle,
    to,        ///< before an infinitive
    genitive,  ///< 's
    mark,
    boundary,  ///< the end of a sentence or line
    count_,
};

inline constexpr std::size_t part_count = static_cast<std::size_t>(Part::count_);

/// Its name in tagged.txt and lexicon.tsv; nothing for an unknown one.
[[nodiscard]] std::optional<Part> part_named(std::string_view name) noexcept;
[[nodiscard]] std::string_view name_of(Part part) noexcept;
/// All those names.
[[nodiscard]] std::span<const std::string_view> part_names() noexcept;

/// A set of parts.
class PartSet {
public:
    constexpr PartSet() = default;
    constexpr PartSet(Part part) : bits_(1u << static_cast<unsigned>(part)) {}  // NOLINT: one part is a set
    [[nodiscard]] constexpr bool has(Part part) const noexcept {
        return (bits_ >> static_cast<unsigned>(part) & 1u) != 0;
    }
    [[nodiscard]] constexpr bool empty() const noexcept { return bits_ == 0; }
    /// Whether the two have a part in common.
    [[nodiscard]] constexpr bool meets(PartSet other) const noexcept { return (bits_ & other.bits_) != 0; }
    friend constexpr bool operator==(PartSet, PartSet) = default;
    friend constexpr PartSet operator|(PartSet a, PartSet b) noexcept {
        a.bits_ |= b.bits_;
        return a;
    }

private:
    std::uint32_t bits_ = 0;
};

/// One part that a word can be. Costs are in hundredths of a nat.
struct PartOption {
    Part part = Part::noun;
    std::int16_t cost = 0;

    friend bool operator==(PartOption, PartOption) = default;
};

/// The parts of one word: a stretch of `PartModel::options`.
struct PartOptions {
    std::uint32_t begin : 24 = 0;
    std::uint32_t size : 8 = 0;
};

class PartModel {
public:
    static constexpr std::size_t most_options = 4;
    static constexpr std::size_t state_count = part_count + 2;

    // While a pack is compiled, in this order: counts, `finish`, shapes and options, `finish_shapes`.
    void count_step(std::size_t before, std::size_t after, bool verb_stands);  ///< states
    void count_word(Part part);
    /// A listed word as an example for unlisted ones.
    void learn_shape(std::string_view normal, Part part);
    /// A tagged word that is not listed: such words are names more often than listed ones.
    void count_unlisted(Part part);
    /// Turns counts into costs. Without counted steps all steps cost the same, and each word is what it mostly is.
    void finish();
    /// To be called once when all examples are there.
    void finish_shapes();
    /// Parts with their weights, the heaviest first.
    [[nodiscard]] PartOptions add_options(std::span<const std::pair<Part, double>> weights);
    /// The weight of the reading that a list names first, second, ...
    [[nodiscard]] static double rank_weight(std::size_t rank) noexcept;

    [[nodiscard]] std::span<const PartOption> options(PartOptions of) const noexcept {
        return std::span(options_).subspan(of.begin, of.size);
    }
    /// States tell definite nouns and adjectives from indefinite ones where the article is attached.
    [[nodiscard]] static constexpr std::size_t state_of(Part part, bool definite) noexcept {
        const auto index = static_cast<std::size_t>(part);
        if (!definite) return index;
        if (part == Part::noun) return part_count;
        if (part == Part::adjective) return part_count + 1;
        return index;
    }
    /// `verb_stands`: the clause has its verb already, so that what looks like another is mostly a noun.
    [[nodiscard]] std::int32_t step(std::size_t before, std::size_t after, bool verb_stands) const noexcept {
        return steps_[((verb_stands ? state_count : 0) + before) * state_count + after];
    }
    /// Whether the clause has its verb behind a word that is `part`; `stands`: whether it had it before.
    [[nodiscard]] static constexpr bool verb_stands(Part part, bool stands) noexcept {
        constexpr PartSet opening =
            PartSet(Part::conjunction) | Part::subordinator | Part::relative | Part::mark | Part::boundary;
        return part == Part::verb || (stands && !opening.has(part));
    }
    [[nodiscard]] std::int32_t prior(Part part) const noexcept { return prior_[static_cast<std::size_t>(part)]; }
    /// `part` as an option of a word that is one with this probability.
    [[nodiscard]] PartOption option(Part part, double probability) const noexcept;
    /// What an unlisted word most likely is, whatever stands around it.
    [[nodiscard]] Part likeliest(std::string_view normal, bool definite) const noexcept;
    /// What an unlisted word may be, into `out`; returns how many.
    std::size_t guess(std::string_view normal, bool definite, bool capital,
                      std::array<PartOption, most_options>& out) const noexcept;

private:
    using Counts = std::array<std::uint32_t, part_count>;
    /// What a word that nobody has listed can be.
    static constexpr std::array open_parts = {Part::noun, Part::proper,     Part::adjective, Part::verb,
                                              Part::base, Part::participle, Part::gerund,    Part::adverb};
    using Likely = std::array<double, open_parts.size()>;                    ///< of each open part
    static constexpr std::size_t longest_ending = 3, longest_beginning = 2;  // letters
    struct Shape {
        std::array<std::uint32_t, open_parts.size()> counts{};
        double seen = 0;  ///< listed words that have it, of whatever part
    };
    [[nodiscard]] Likely likely(std::string_view normal, bool ending) const noexcept;
    [[nodiscard]] std::size_t shape_place(std::uint64_t key) const noexcept;
    [[nodiscard]] static std::uint64_t shape_key(std::string_view normal, bool ending, std::size_t letters) noexcept;

    std::vector<PartOption> options_;
    std::vector<std::int32_t> steps_ = std::vector<std::int32_t>(2 * state_count * state_count, 0);
    std::array<std::uint32_t, part_count> words_{};     // tagged words by part
    std::array<std::int32_t, part_count> prior_{};      // -log P(part), in hundredths of a nat
    std::unordered_map<std::uint64_t, Counts> learnt_;  // until `finish_shapes`
    Counts shape_total_{};
    Counts unlisted_{};
    Likely overall_{};                       // whatever the shape
    Likely among_unlisted_{};                // of words that were tagged and are not listed
    std::vector<std::uint64_t> shape_keys_;  // open addressing; 0: empty
    std::vector<Shape> shapes_;              // parallel to it
};

}  // namespace rawi::language
