// Calendar dates, as far as articles need them: the day of publication and days told relative to it.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace rawi::text {

using Day = std::chrono::sys_days;

/// The day that `text` gives: ISO 8601 ("2019-08-29", with or without a time) or RFC 822 ("Tue, 20 Mar 2018 07:44:32
/// +0000"). The day is the one written; time zones are not applied. Nothing where it is neither.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text) noexcept;

/// That day of that month, if there is one.
[[nodiscard]] std::optional<Day> day_of(int year, unsigned month, unsigned day) noexcept;

/// 1 to 7, Monday first.
[[nodiscard]] unsigned weekday_of(Day day) noexcept;
[[nodiscard]] int year_of(Day day) noexcept;

/// "2019-08-28"
[[nodiscard]] std::string iso(Day day);

}  // namespace rawi::text
