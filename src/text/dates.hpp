// Calendar dates, as far as articles need them. moment.hpp reads them.
#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace rawi::text {

using Day = std::chrono::sys_days;

/// That day of that month, if there is one.
[[nodiscard]] std::optional<Day> day_of(int year, unsigned month, unsigned day) noexcept;

/// 1 to 7, Monday first.
[[nodiscard]] unsigned weekday_of(Day day) noexcept;
[[nodiscard]] int year_of(Day day) noexcept;

/// "2019-08-28"
[[nodiscard]] std::string iso(Day day);

}  // namespace rawi::text
