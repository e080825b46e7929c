// When an article appeared, out of the many ways in which that is written.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/dates.hpp"

namespace rawi::text {

/// A point in time, or a day.
struct Moment {
    std::int64_t seconds = 0;  ///< since 1970-01-01T00:00 UTC; of a day: its beginning, in UTC
    bool exact = false;        ///< with a time of day

    friend bool operator==(const Moment&, const Moment&) = default;
};

/// Reads ISO 8601 (2015-07-31, 2015-07-31T10:05:00+03:00, 20150731), RFC 822 (Sun, 29 Mar 2015 10:00:00 +0300), the
/// American way (March 29, 2015 10:00 AM), dates with slashes, dots or dashes, the day first (31/07/2015), or the month
/// where only that can be (07/31/2015), and seconds or thousandths of a second since 1970, of 10 or 13 digits. A time
/// without a zone counts as UTC. Nothing for anything else.
[[nodiscard]] std::optional<Moment> read_moment(std::string_view text);

/// The day alone, as it is written: the zone of a time is not applied, for it is the writer's "yesterday" that a day is
/// told by. Reads what `read_moment` reads.
[[nodiscard]] std::optional<Day> read_day(std::string_view text);

/// Whether it is known which one is the earlier: by the hour where both have one, else by the day (in UTC).
[[nodiscard]] bool known_earlier(Moment one, Moment other);

/// ISO 8601: "2015-07-31", in UTC.
[[nodiscard]] std::string day_of(Moment moment);

/// ISO 8601: "2015-07-31" or "2015-07-31T07:05:00Z".
[[nodiscard]] std::string text_of(Moment moment);

}  // namespace rawi::text
