#include "text/dates.hpp"

#include <array>
#include <cstdio>

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
    std::array<char, 24> out{};
    const int size = std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return std::string(out.data(), static_cast<std::size_t>(size));
}

}  // namespace rawi::text
