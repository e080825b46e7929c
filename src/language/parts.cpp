#include "language/parts.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

#include "text/characters.hpp"

namespace rawi::language {
namespace {

constexpr std::array<std::string_view, part_count> names_of_parts = {
    "noun",   "proper",     "adjective", "verb",        "base",        "participle",   "gerund",   "adverb",
    "number", "determiner", "pronoun",   "preposition", "conjunction", "subordinator", "relative", "auxiliary",
    "modal",  "negation",   "particle",  "to",          "genitive",    "mark",         "boundary"};

// P(part | word) by rank, for words that list several. From a glance at how unevenly readings are spread in news: the
// first of two readings covers about four fifths.
constexpr double rank_weights[] = {12, 3, 1, 0.5};

constexpr double smoothing = 0.3;          // added to each count of a step
constexpr double clause_smoothing = 20;    // weight of all steps against those of clauses that have their verb
constexpr double shape_smoothing = 2;      // weight of the shorter ending against the counts of the longer one
constexpr double unlisted_smoothing = 30;  // weight of the listed words against the unlisted ones that were tagged
constexpr double capital_factor = 500;     // a capital inside a sentence: how much likelier a name becomes
constexpr std::int32_t rarest = 1200;      // cost of the unlikeliest thing: exp(-12)

std::int32_t cost_of(double probability) {
    return std::min(rarest, static_cast<std::int32_t>(std::lround(-100 * std::log(std::max(probability, 1e-6)))));
}

/// `text` without all but its last (first) `letters` code points.
std::string_view last_letters(std::string_view text, std::size_t letters) {
    std::size_t at = text.size();
    while (letters > 0 && at > 0) {
        do --at;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0u) == 0x80u);
        --letters;
    }
    return text.substr(at);
}
std::string_view first_letters(std::string_view text, std::size_t letters) {
    std::uint32_t at = 0;
    while (letters-- > 0 && at < text.size()) (void)text::next_code_point(text, at);
    return text.substr(0, at);
}

}  // namespace

std::optional<Part> part_named(std::string_view name) noexcept {
    const auto found = std::find(names_of_parts.begin(), names_of_parts.end(), name);
    if (found == names_of_parts.end()) return std::nullopt;
    return static_cast<Part>(found - names_of_parts.begin());
}

std::string_view name_of(Part part) noexcept {
    return names_of_parts[static_cast<std::size_t>(part)];
}

std::span<const std::string_view> part_names() noexcept {
    return names_of_parts;
}

void PartModel::count_step(std::size_t before, std::size_t after, bool verb_stands) {
    ++steps_[((verb_stands ? state_count : 0) + before) * state_count + after];
}

void PartModel::count_word(Part part) {
    ++words_[static_cast<std::size_t>(part)];
}

std::uint64_t PartModel::shape_key(std::string_view normal, bool ending, std::size_t letters) noexcept {
    const std::string_view piece = ending ? last_letters(normal, letters) : first_letters(normal, letters);
    std::uint64_t key = ending ? letters : letters + 16;
    for (const char c : piece) key = (key ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return key;
}

void PartModel::learn_shape(std::string_view normal, Part part) {
    const auto index = static_cast<std::size_t>(part);
    ++shape_total_[index];
    for (std::size_t letters = 1; letters <= longest_ending; ++letters)
        ++learnt_[shape_key(normal, true, letters)][index];
    for (std::size_t letters = 1; letters <= longest_beginning; ++letters)
        ++learnt_[shape_key(normal, false, letters)][index];
}

void PartModel::count_unlisted(Part part) {
    ++unlisted_[static_cast<std::size_t>(part)];
}

PartOptions PartModel::add_options(std::span<const std::pair<Part, double>> weights) {
    double total = 0;
    for (const auto& [part, weight] : weights) total += weight;
    std::vector<PartOption> options;
    for (const auto& [part, weight] : weights.first(std::min(weights.size(), most_options)))
        options.push_back(option(part, weight / total));
    // Few lists are different from all others: one that stands there already serves.
    const auto place = std::search(options_.begin(), options_.end(), options.begin(), options.end());
    const PartOptions made{.begin = static_cast<std::uint32_t>(place - options_.begin()) & 0xFFFFFFu,
                           .size = static_cast<std::uint32_t>(options.size()) & 0xFFu};
    if (place == options_.end()) options_.insert(options_.end(), options.begin(), options.end());
    return made;
}

PartOption PartModel::option(Part part, double probability) const noexcept {
    return {part, static_cast<std::int16_t>(cost_of(probability) - prior(part))};
}

double PartModel::rank_weight(std::size_t rank) noexcept {
    return rank_weights[std::min(rank, std::size(rank_weights) - 1)];
}

void PartModel::finish() {
    const double all = std::accumulate(words_.begin(), words_.end(), 0.0) + part_count;
    for (std::size_t p = 0; p < part_count; ++p) prior_[p] = cost_of((words_[p] + 1.0) / all);
    constexpr std::size_t verb = state_of(Part::verb, false);
    for (std::size_t before = 0; before < state_count; ++before) {
        const auto first = std::span(steps_).subspan(before * state_count, state_count);
        const auto later = std::span(steps_).subspan((state_count + before) * state_count, state_count);
        const double laters = std::accumulate(later.begin(), later.end(), 0.0);
        const double total = std::accumulate(first.begin(), first.end(), laters) + smoothing * state_count;
        std::array<double, state_count> step{};
        for (std::size_t after = 0; after < state_count; ++after)
            step[after] = (first[after] + later[after] + smoothing) / total;
        // Few sentences are tagged: of clauses that have their verb no more is learned than how rare another one is.
        const double another = (later[verb] + clause_smoothing * step[verb]) / (laters + clause_smoothing);
        for (std::size_t after = 0; after < state_count; ++after) {
            first[after] = cost_of(step[after]);
            later[after] = cost_of(after == verb ? another : step[after] * (1 - another) / (1 - step[verb]));
        }
    }
}

std::size_t PartModel::shape_place(std::uint64_t key) const noexcept {
    const std::size_t mask = shape_keys_.size() - 1;
    std::size_t place = (key ^ key >> 32) & mask;
    while (shape_keys_[place] != 0 && shape_keys_[place] != key) place = (place + 1) & mask;
    return place;
}

void PartModel::finish_shapes() {
    const double total = std::accumulate(shape_total_.begin(), shape_total_.end(), 1.0);
    const double unlisted = std::accumulate(unlisted_.begin(), unlisted_.end(), 0.0) + unlisted_smoothing;
    for (std::size_t o = 0; o < open_parts.size(); ++o) {
        const auto p = static_cast<std::size_t>(open_parts[o]);
        overall_[o] = (shape_total_[p] + 0.1) / total;
        among_unlisted_[o] = (unlisted_[p] + unlisted_smoothing * overall_[o]) / unlisted;
    }
    shape_keys_.assign(std::bit_ceil(learnt_.size() * 2 + 2), 0);
    shapes_.resize(shape_keys_.size());
    for (const auto& [key, counts] : learnt_) {
        const std::size_t place = shape_place(key);
        shape_keys_[place] = key;
        shapes_[place].seen = std::accumulate(counts.begin(), counts.end(), 0.0);
        for (std::size_t o = 0; o < open_parts.size(); ++o)
            shapes_[place].counts[o] = counts[static_cast<std::size_t>(open_parts[o])];
    }
    learnt_.clear();
}

/// From the shortest ending (beginning) to the longest, each smoothed by the one before.
PartModel::Likely PartModel::likely(std::string_view normal, bool ending) const noexcept {
    Likely likely = overall_;
    for (std::size_t letters = 1; letters <= (ending ? longest_ending : longest_beginning); ++letters) {
        const std::uint64_t key = shape_key(normal, ending, letters);
        const std::size_t place = shape_place(key);
        if (shape_keys_[place] != key) continue;
        const Shape& shape = shapes_[place];
        for (std::size_t o = 0; o < open_parts.size(); ++o)
            likely[o] = (shape.counts[o] + shape_smoothing * likely[o]) / (shape.seen + shape_smoothing);
    }
    return likely;
}

std::size_t PartModel::guess(std::string_view normal, bool definite, bool capital,
                             std::array<PartOption, most_options>& out) const noexcept {
    const Likely ends = likely(normal, true);
    const Likely begins = likely(normal, false);
    std::size_t size = 0;
    for (std::size_t o = 0; o < open_parts.size(); ++o) {
        const Part part = open_parts[o];
        if (definite && part != Part::noun && part != Part::proper && part != Part::adjective) continue;
        double probability = ends[o] * begins[o] / overall_[o] * among_unlisted_[o] / overall_[o];
        if (capital) probability *= part == Part::proper ? capital_factor : 1;
        const PartOption fresh = option(part, probability);
        if (size < most_options) {
            out[size++] = fresh;
        } else {
            const auto worst =
                std::max_element(out.begin(), out.end(), [](PartOption a, PartOption b) { return a.cost < b.cost; });
            if (fresh.cost < worst->cost) *worst = fresh;
        }
    }
    return size;
}

Part PartModel::likeliest(std::string_view normal, bool definite) const noexcept {
    std::array<PartOption, most_options> guessed;
    const auto options = std::span(guessed).first(guess(normal, definite, false, guessed));
    return std::ranges::min_element(options, {}, [this](PartOption o) { return o.cost + prior(o.part); })->part;
}

}  // namespace rawi::language
