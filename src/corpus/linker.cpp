#include "corpus/linker.hpp"

#include <algorithm>
#include <string>

#include "corpus/prints.hpp"
#include "corpus/words.hpp"

namespace rawi::corpus {
namespace {

constexpr std::string_view select_claim = "SELECT article, words FROM claims WHERE number = ?1";

template <class Value>
void sort_unique(std::vector<Value>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

/// Whether two claims that share a phrase have more in common than it.
bool akin(const Likeness& how) {
    const std::uint32_t outside = how.words + how.longer_words - 2 * how.run;
    return how.similarity() >= 0.75 || (outside > 0 && 2.0 * (how.shared - how.run) >= 0.15 * outside);
}

}  // namespace

Lookup::Lookup(const Database& database) : prints_(database), find_claim_(database, select_claim) {}

std::vector<Candidate> Lookup::candidates(std::span<const std::int64_t> prints, std::span<const std::uint64_t> words) {
    std::vector<std::int64_t> numbers;
    for (const std::int64_t print : prints) prints_.holders(print, numbers);
    sort_unique(numbers);
    std::vector<Candidate> found;
    for (const std::int64_t number : numbers) {
        find_claim_.bind(number);
        if (find_claim_.step()) {
            const Likeness how = likeness(words, hashes_of(find_claim_.view(1)));
            if (repeats(how)) found.push_back({number, how});
        }
        find_claim_.reset();
    }
    return found;
}

Linker::Linker(const Database& database)
    : prints_(database),
      find_claim_(database, select_claim),
      insert_link_(database,
                   "INSERT OR REPLACE INTO links (claim, other, similarity, shared) VALUES (?1, ?2, ?3, ?4)") {}

void Linker::add(std::int64_t claim, std::int64_t article, std::span<const std::int64_t> prints,
                 std::vector<std::uint64_t> words) {
    if (prints.empty()) return;
    for (const std::int64_t print : prints) waiting_.emplace_back(print, claim);
    words_[claim] = {article, std::move(words)};
}

void Linker::remove(std::int64_t claim, std::span<const std::int64_t> prints) {
    for (const std::int64_t print : prints) prints_.remove(print, claim);
}

const Linker::Words& Linker::words_of(std::int64_t claim) {
    const auto [place, is_new] = words_.try_emplace(claim);
    if (is_new) {
        find_claim_.bind(claim);
        if (find_claim_.step()) place->second = {find_claim_.number(0), hashes_of(find_claim_.view(1))};
        find_claim_.reset();
    }
    return place->second;
}

std::size_t Linker::PairHash::operator()(const Pair& pair) const noexcept {
    return mixed(static_cast<std::uint64_t>(pair.first) ^ mixed(static_cast<std::uint64_t>(pair.second)));
}

/// Asked for every phrase that the two share, and again for the link.
const Likeness& Linker::compared(const Pair& pair) {
    const auto [place, is_new] = likeness_.try_emplace(pair);
    if (is_new) place->second = likeness(words_of(pair.first).hashes, words_of(pair.second).hashes);
    return place->second;
}

/// A phrase that stands in many claims which have nothing else in common: a title, a courtesy, a verse.
bool Linker::formula(std::span<const std::int64_t> holders) {
    if (holders.size() < strangers_of_a_formula) return false;
    struct Stranger {
        std::int64_t claim = 0;
        std::int64_t article = 0;
    };
    std::vector<Stranger> strangers;
    for (const std::int64_t holder : holders) {
        const std::int64_t article = words_of(holder).article;
        const bool known = std::ranges::any_of(strangers, [&](const Stranger& other) {
            return other.article == article || akin(compared(later_first(holder, other.claim)));
        });
        if (known) continue;
        strangers.push_back({holder, article});
        if (strangers.size() == strangers_of_a_formula) return true;
    }
    return false;
}

/// Whether two claims that are alike are so in more than formulas.
bool Linker::says_more(std::int64_t claim, const Likeness& how, const Words& others) {
    const auto known = formulas_.find(claim);
    if (known == formulas_.end()) return true;
    const auto rest = without_phrases(words_of(claim).hashes, known->second);
    const Likeness of_rest = likeness(rest, others.hashes);
    return repeats(of_rest) || (how.similarity() >= 0.6 && of_rest.shared >= 3);
}

void Linker::flush() {
    std::ranges::sort(waiting_);
    std::vector<Pair> pairs;  // that share a print
    std::vector<std::int64_t> holders;
    for (std::size_t begin = 0, end = 0; begin < waiting_.size(); begin = end) {
        const std::int64_t print = waiting_[begin].first;
        holders.clear();
        for (end = begin; end < waiting_.size() && waiting_[end].first == print; ++end) {
            const std::int64_t claim = waiting_[end].second;
            if (end == begin) {
                prints_.add(print, claim, holders);
            } else {
                prints_.add_other(print, claim);
            }
            if (holders.size() < most_of_a_print) holders.push_back(claim);
        }
        if (holders.size() < 2) continue;
        if (of_phrase(print) && formula(holders)) {
            for (std::size_t i = begin; i < end; ++i) formulas_[waiting_[i].second].push_back(print);
            continue;
        }
        for (std::size_t i = begin; i < end; ++i) {
            const std::int64_t claim = waiting_[i].second;
            for (const std::int64_t other : holders) {
                // An article that repeats itself has no pairs, however long it is.
                if (other != claim && words_of(other).article != words_of(claim).article)
                    pairs.push_back(later_first(claim, other));
            }
        }
    }
    sort_unique(pairs);
    for (const Pair& pair : pairs) {
        const auto& [claim, other] = pair;
        const Likeness& how = compared(pair);
        if (!repeats(how) || !says_more(claim, how, words_of(other))) continue;
        insert_link_.bind(claim, other, how.similarity(), static_cast<std::int64_t>(how.shared));
        insert_link_.run();
    }
    forget();
}

void Linker::forget() noexcept {
    waiting_.clear();
    words_.clear();
    likeness_.clear();
    formulas_.clear();
}

}  // namespace rawi::corpus
