// The mentions of an article one after the other, without keeping them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sources/scan.hpp"

namespace rawi::sources {

/// The mentions of an article in text order. They are read a sentence at a time, and of those that have been met only
/// where they stand is kept: what a mention tells takes a hundred times the room of its words.
class ScannedMentions {
public:
    struct Place {
        TokenRange tokens;
        bool subject = false;          ///< see `Scanned`
        std::optional<AgentId> agent;  ///< whom it means, where whoever met it could tell
    };

    explicit ScannedMentions(const Article& article) : article_(article) {}

    /// Calls `meet(const Scanned&)`, which returns the agent, for those not met yet that end at or before `token`.
    template <typename Meet>
    void meet_until(std::uint32_t token, Meet meet) {
        while (read(token) && waiting_[next_].mention.tokens.end <= token) {
            const Scanned& scanned = waiting_[next_];
            Place& place = places_[met()];
            place.agent = meet(scanned);
            ++next_;
        }
    }

    /// Those met, and behind them those of the last sentence read that are not.
    [[nodiscard]] const std::vector<Place>& places() const noexcept { return places_; }
    [[nodiscard]] std::size_t met() const noexcept { return places_.size() - (waiting_.size() - next_); }

private:
    /// Whether one waits, if need be by reading the sentences that begin before `token` until one does.
    bool read(std::uint32_t token);

    const Article& article_;
    std::vector<Place> places_;
    std::vector<Scanned> waiting_;  ///< of the sentence read last
    std::size_t next_ = 0;          ///< of these: the first one not met
    std::size_t sentence_ = 0;      ///< the first one not read
};

}  // namespace rawi::sources
