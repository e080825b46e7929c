#include "text/moment.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "text/characters.hpp"

namespace rawi::text {
namespace {

constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

/// Reads numbers and marks one after the other.
class Scanner {
public:
    explicit Scanner(std::string_view text) : rest_(text) {}

    std::optional<int> number(std::size_t least, std::size_t most) {
        std::size_t length = 0;
        int value = 0;
        while (length < most && length < rest_.size() && rest_[length] >= '0' && rest_[length] <= '9')
            value = value * 10 + (rest_[length++] - '0');
        if (length < least) return std::nullopt;
        rest_.remove_prefix(length);
        return value;
    }
    void skip_digits() { rest_.remove_prefix(digits()); }
    bool take(std::string_view any_of) {
        if (rest_.empty() || any_of.find(rest_.front()) == std::string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }
    bool take_word(std::string_view word) {
        if (!rest_.starts_with(word)) return false;
        rest_.remove_prefix(word.size());
        return true;
    }
    std::string_view word() {
        std::size_t length = 0;
        while (length < rest_.size() && rest_[length] >= 'a' && rest_[length] <= 'z') ++length;
        const std::string_view found = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return found;
    }
    void spaces() {
        while (take(" ,")) {
        }
    }
    [[nodiscard]] std::string_view rest() const { return rest_; }
    /// How many digits come next.
    [[nodiscard]] std::size_t digits() const { return std::min(rest_.find_first_not_of("0123456789"), rest_.size()); }

private:
    std::string_view rest_;
};

/// A day as it is written, and how far behind its beginning in UTC the moment is.
struct Written {
    Day day;
    std::int64_t seconds = 0;
    bool exact = false;
};

std::optional<Day> day_in(int year, int month, int day) {
    return day_of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

struct Zone {
    std::string_view name;
    int hours;  ///< east of UTC
};

/// Those of RFC 822. What others are called is not the same everywhere (IST, CST of China).
constexpr std::array zones{Zone{"z", 0},    Zone{"ut", 0},   Zone{"utc", 0},  Zone{"gmt", 0},
                           Zone{"est", -5}, Zone{"edt", -4}, Zone{"cst", -6}, Zone{"cdt", -5},
                           Zone{"mst", -7}, Zone{"mdt", -6}, Zone{"pst", -8}, Zone{"pdt", -7}};

/// "+03:00", "+0300", "+3", "z", "gmt", "utc+3", "est": seconds east of UTC; 0 where none is given, nothing where it is
/// one that nobody knows.
std::optional<std::int64_t> zone(Scanner& scan) {
    constexpr int most_hours = 14;
    scan.spaces();
    std::int64_t named = 0;
    if (const std::string_view name = scan.word(); !name.empty()) {
        const auto* const known = std::ranges::find(zones, name, &Zone::name);
        if (known == zones.end()) return std::nullopt;
        named = known->hours * std::int64_t{3600};
    }
    const bool west = !scan.rest().empty() && scan.rest().front() == '-';
    if (!scan.take("+-")) return named;
    const auto hours = scan.number(1, 2);
    if (!hours) return named;
    scan.take(":");
    const int minutes = scan.number(2, 2).value_or(0);
    if (*hours > most_hours) return std::nullopt;
    return named + (west ? -1 : 1) * (*hours * std::int64_t{3600} + minutes * std::int64_t{60});
}

/// The time of day behind a date, if there is one.
Written with_time(Day day, Scanner& scan) {
    scan.spaces();
    scan.take("t");
    auto hour = scan.number(1, 2);
    if (!hour || *hour > 24 || !scan.take(":.")) return {day};
    const auto minute = scan.number(2, 2);
    if (!minute || *minute > 59) return {day};
    int second = 0;
    if (scan.take(":")) second = std::min(scan.number(1, 2).value_or(0), 60);
    if (scan.take(".,")) scan.skip_digits();
    scan.spaces();
    if (*hour <= 12 && (scan.take_word("am") || scan.take_word("a.m."))) {
        hour = *hour % 12;
    } else if (*hour <= 12 && (scan.take_word("pm") || scan.take_word("p.m."))) {
        hour = *hour % 12 + 12;
    }
    const auto east = zone(scan);
    if (!east) return {day};
    return {day, *hour * std::int64_t{3600} + *minute * std::int64_t{60} + second - *east, true};
}

std::optional<Written> year_first(Scanner scan) {
    const auto year = scan.number(4, 4);
    if (!year) return std::nullopt;
    const bool marked = scan.take("-/.");
    const auto month = scan.number(marked ? 1 : 2, 2);
    if (!month || (marked && !scan.take("-/."))) return std::nullopt;
    const auto date = scan.number(marked ? 1 : 2, 2);
    if (!date) return std::nullopt;
    // More digits are no date but a count, as that of seconds since 1970; unless they are a time, 20150731103000.
    const std::size_t digits = scan.digits();
    if (digits != 0 && (marked || digits != 6)) return std::nullopt;
    const auto day = day_in(*year, *month, *date);
    if (!day) return std::nullopt;
    return with_time(*day, scan);
}

std::optional<Written> day_first(Scanner scan) {
    const auto first = scan.number(1, 2);
    if (!first || !scan.take("/.-")) return std::nullopt;
    const auto second = scan.number(1, 2);
    if (!second || !scan.take("/.-")) return std::nullopt;
    const auto year = scan.number(4, 4);
    if (!year || scan.digits() != 0) return std::nullopt;
    auto day = day_in(*year, *second, *first);
    if (!day) day = day_in(*year, *first, *second);
    if (!day) return std::nullopt;
    return with_time(*day, scan);
}

std::optional<int> month_named(std::string_view word) {
    const auto* const found = std::ranges::find(months, word.substr(0, 3));
    if (found == months.end()) return std::nullopt;
    return static_cast<int>(found - months.begin()) + 1;
}

std::optional<Written> mail(Scanner scan) {
    const std::string_view weekday = scan.word();
    if (!weekday.empty() && month_named(weekday)) return std::nullopt;
    scan.spaces();
    const auto date = scan.number(1, 2);
    scan.spaces();
    const auto month = month_named(scan.word());
    scan.spaces();
    const auto year = scan.number(4, 4);
    if (!date || !month || !year) return std::nullopt;
    const auto day = day_in(*year, *month, *date);
    if (!day) return std::nullopt;
    return with_time(*day, scan);
}

/// "May 2, 2024", "Thursday, May 2nd, 2024 10:05 AM".
std::optional<Written> month_first(Scanner scan) {
    std::string_view word = scan.word();
    if (!month_named(word)) {
        scan.spaces();
        word = scan.word();
    }
    const auto month = month_named(word);
    scan.take(".");
    scan.spaces();
    const auto date = scan.number(1, 2);
    (void)scan.word();
    scan.spaces();
    const auto year = scan.number(4, 4);
    if (!date || !month || !year || scan.digits() != 0) return std::nullopt;
    const auto day = day_in(*year, *month, *date);
    if (!day) return std::nullopt;
    (void)scan.take_word(" at");
    return with_time(*day, scan);
}

/// 1714608000, or 1714608000000: seconds or thousandths of them since 1970; but 2015073110 may be an hour of a day of a
/// year that has web pages. (As seconds such numbers lie behind 2030.)
std::optional<Written> since_1970(std::string_view text) {
    if ((text.size() != 10 && text.size() != 13) || text.find_first_not_of("0123456789") != std::string_view::npos ||
        ((text.starts_with("19") || text.starts_with("20")) && year_first(Scanner(text.substr(0, 8)))))
        return std::nullopt;
    std::int64_t seconds = 0;
    for (const char digit : text.substr(0, 10)) seconds = seconds * 10 + (digit - '0');
    const std::chrono::sys_seconds at{std::chrono::seconds{seconds}};
    const auto midnight = std::chrono::floor<std::chrono::days>(at);
    return Written{midnight, (at - midnight).count(), true};
}

/// Within the years that have four digits.
std::chrono::sys_seconds shown_time(Moment moment) {
    constexpr std::int64_t first = -62135596800;  // of year 1
    constexpr std::int64_t last = 253402300799;   // of year 9999
    return std::chrono::sys_seconds{std::chrono::seconds{std::clamp(moment.seconds, first, last)}};
}

std::optional<Written> read(std::string_view text) {
    constexpr std::size_t longest = 80;
    if (text.size() > longest) return std::nullopt;
    const std::string plain = normal_form(text);  // lower case, ASCII digits
    Scanner scan(plain);
    scan.spaces();
    if (const auto found = year_first(scan)) return found;
    if (const auto found = day_first(scan)) return found;
    if (const auto found = mail(scan)) return found;
    if (const auto found = month_first(scan)) return found;
    return since_1970(scan.rest());
}

}  // namespace

std::optional<Moment> read_moment(std::string_view text) {
    const auto written = read(text);
    if (!written) return std::nullopt;
    const std::chrono::sys_seconds midnight = written->day;
    return Moment{midnight.time_since_epoch().count() + written->seconds, written->exact};
}

std::optional<Day> read_day(std::string_view text) {
    const auto written = read(text);
    return written ? std::optional(written->day) : std::nullopt;
}

bool known_earlier(Moment one, Moment other) {
    using namespace std::chrono;
    if (one.exact && other.exact) return one.seconds < other.seconds;
    return floor<days>(seconds(one.seconds)) < floor<days>(seconds(other.seconds));
}

std::string day_of(Moment moment) {
    return iso(std::chrono::floor<std::chrono::days>(shown_time(moment)));
}

std::string text_of(Moment moment) {
    using namespace std::chrono;
    if (!moment.exact) return day_of(moment);
    const sys_seconds at = shown_time(moment);
    const hh_mm_ss time{at - floor<days>(at)};
    return day_of(moment) +
           fmt::format("T{:02}:{:02}:{:02}Z", time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace rawi::text
