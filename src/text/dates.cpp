#include "text/dates.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace rawi::text {
namespace {

/// Reads exactly `digits` digits at `at`.
std::optional<int> number_at(std::string_view text, std::size_t at, std::size_t digits) noexcept {
    if (at + digits > text.size()) return std::nullopt;
    int value = 0;
    const char* begin = text.data() + at;
    const auto [end, error] = std::from_chars(begin, begin + digits, value);
    if (error != std::errc() || end != begin + digits || value < 0) return std::nullopt;
    return value;
}

std::optional<Day> parse_iso(std::string_view text) noexcept {
    const auto year = number_at(text, 0, 4);
    const auto month = number_at(text, 5, 2);
    const auto day = number_at(text, 8, 2);
    if (!year || !month || !day || text[4] != '-' || text[7] != '-') return std::nullopt;
    return day_of(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::optional<Day> parse_rfc822(std::string_view text) noexcept {
    static constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (const std::size_t comma = text.find(','); comma != std::string_view::npos) text.remove_prefix(comma + 1);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    const std::size_t digits = text.size() > 1 && text[1] == ' ' ? 1 : 2;
    const auto day = number_at(text, 0, digits);
    const auto year = number_at(text, digits + 5, 4);
    if (!day || !year) return std::nullopt;
    for (unsigned m = 0; m < months.size(); ++m) {
        if (text.substr(digits + 1, 3) == months[m]) return day_of(*year, m + 1, static_cast<unsigned>(*day));
    }
    return std::nullopt;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) noexcept {
    const auto day = parse_iso(text);
    return day ? day : parse_rfc822(text);
}

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
