#include "text/dates.hpp"

#include <fmt/format.h>

namespace rawi::text {

std::optional<Day> day_of(int year, unsigned month, unsigned day) noexcept {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
    if (!date.ok()) return std::nullopt;
    return Day(date);
}

unsigned weekday_of(Day day) noexcept {
    return std::chrono::weekday(day).iso_encoding();
}

int year_of(Day day) noexcept {
    return static_cast<int>(std::chrono::year_month_day(day).year());
}

std::string iso(Day day) {
    const std::chrono::year_month_day date(day);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                       static_cast<unsigned>(date.day()));
}

}  // namespace rawi::text
