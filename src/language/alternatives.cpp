// What a line of a list stands for: "a | b" lists two entries, "(a | b) c" lists "a c" and "b c", "(a)? b" lists "a b"
// and "b". Entries that differ in one word are written once.
#include "language/alternatives.hpp"

#include <iterator>
#include <string>
#include <utility>

#include "language/compile.hpp"

namespace rawi::language {
namespace {

constexpr std::size_t most_entries = 10'000;  // of one line
constexpr std::size_t deepest = 8;            // groups within one another

class Expansion {
public:
    explicit Expansion(std::string_view line) : rest_(line) {}

    Alternatives run() {
        Alternatives all{.entries = alternatives(0)};
        if (fault_.empty() && !rest_.empty()) fault_ = "a ) without its (";
        if (!fault_.empty()) return {.fault = std::move(fault_)};
        std::erase_if(all.entries, [](const std::string& entry) { return entry.empty(); });
        return all;
    }

private:
    using Entries = std::vector<std::string>;

    /// Up to the ) of the group, or the end.
    Entries alternatives(std::size_t depth) {
        Entries all = sequence(depth);
        while (!rest_.empty() && rest_.front() == '|') {
            rest_.remove_prefix(1);
            Entries more = sequence(depth);
            all.insert(all.end(), std::move_iterator(more.begin()), std::move_iterator(more.end()));
            if (all.size() > most_entries) return too_many();
        }
        return all;
    }

    Entries sequence(std::size_t depth) {
        Entries begun{""};
        while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')') {
            const Entries next = rest_.front() == '(' ? group(depth + 1) : Entries{std::string(words())};
            if (begun.size() * next.size() > most_entries) return too_many();
            Entries longer;
            longer.reserve(begun.size() * next.size());
            for (const std::string& first : begun) {
                for (const std::string& then : next) {
                    longer.push_back(first);
                    longer.back().append(first.empty() || then.empty() ? "" : " ").append(then);
                }
            }
            begun = std::move(longer);
        }
        return begun;
    }

    std::string_view words() {
        const std::size_t end = std::min(rest_.find_first_of("|()"), rest_.size());
        const std::string_view words = trim(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return words;
    }

    Entries group(std::size_t depth) {
        if (depth > deepest) return stop("groups stand more than " + std::to_string(deepest) + " deep");
        rest_.remove_prefix(1);
        Entries inside = alternatives(depth);
        if (rest_.empty()) return stop("a ( without its )");
        rest_.remove_prefix(1);
        if (!rest_.empty() && rest_.front() == '?') {
            rest_.remove_prefix(1);
            inside.emplace_back();
        }
        return inside;
    }

    Entries too_many() { return stop("the line stands for more than " + std::to_string(most_entries) + " entries"); }

    /// The first fault is told; what is left is not read.
    Entries stop(std::string fault) {
        if (fault_.empty()) fault_ = std::move(fault);
        rest_ = {};
        return {};
    }

    std::string_view rest_;
    std::string fault_;
};

}  // namespace

Alternatives alternatives(std::string_view line) {
    return Expansion(line).run();
}

}  // namespace rawi::language
