#include "corpus/linker.hpp"

#include <algorithm>
#include <string>

#include "corpus/words.hpp"

namespace rawi::corpus {
namespace {

const std::string select_print =
    "SELECT claim FROM prints WHERE print = ?1 ORDER BY claim LIMIT " + std::to_string(most_of_a_print);
constexpr std::string_view select_claim = "SELECT article, words FROM claims WHERE number = ?1";

template <class Value>
void sort_unique(std::vector<Value>& values) {
    std::ranges::sort(values);
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

Lookup::Lookup(const Database& database) : find_print_(database, select_print), find_claim_(database, select_claim) {}

std::vector<Candidate> Lookup::candidates(std::span<const std::int64_t> prints, std::span<const std::uint64_t> words) {
    std::vector<std::int64_t> numbers;
    for (const std::int64_t print : prints) {
        find_print_.bind(print);
        while (find_print_.step()) numbers.push_back(find_print_.number(0));
        find_print_.reset();
    }
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
    : insert_print_(database, "INSERT OR IGNORE INTO prints VALUES (?1, ?2)"),
      find_print_(database, select_print),
      find_claim_(database, select_claim),
      insert_link_(database,
                   "INSERT OR REPLACE INTO links (claim, other, similarity, shared) VALUES (?1, ?2, ?3, ?4)") {}

void Linker::add(std::int64_t claim, std::int64_t article, std::span<const std::int64_t> prints, std::string_view key) {
    if (prints.empty()) return;
    for (const std::int64_t print : prints) waiting_.emplace_back(print, claim);
    words_[claim] = {article, hashes_of(key)};
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

void Linker::flush() {
    std::ranges::sort(waiting_);
    for (const auto& [print, claim] : waiting_) {
        insert_print_.bind(print, claim);
        insert_print_.run();
    }
    // The pairs that share a print, the later claim first.
    std::vector<std::pair<std::int64_t, std::int64_t>> pairs;
    std::vector<std::int64_t> holders;
    for (std::size_t i = 0; i < waiting_.size(); ++i) {
        const auto [print, claim] = waiting_[i];
        if (i == 0 || waiting_[i - 1].first != print) {
            holders.clear();
            find_print_.bind(print);
            while (find_print_.step()) holders.push_back(find_print_.number(0));
            find_print_.reset();
        }
        for (const std::int64_t other : holders) {
            if (other != claim) pairs.emplace_back(std::max(claim, other), std::min(claim, other));
        }
    }
    sort_unique(pairs);
    for (const auto& [claim, other] : pairs) {
        const Words& words = words_of(claim);
        const Words& others = words_of(other);  // references into the map stay good
        if (words.article == others.article) continue;
        const Likeness how = likeness(words.hashes, others.hashes);
        if (!repeats(how)) continue;
        insert_link_.bind(claim, other, how.similarity(), static_cast<std::int64_t>(how.shared));
        insert_link_.run();
    }
    waiting_.clear();
    words_.clear();
}

}  // namespace rawi::corpus
