// Person, gender and number, as far as a form shows them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rawi::language {

enum class Person : std::uint8_t { any, first, second, third };
enum class Gender : std::uint8_t { any, masculine, feminine };
enum class Number : std::uint8_t { any, singular, dual, plural };

struct Agreement {
    Person person = Person::any;
    Gender gender = Gender::any;
    Number number = Number::any;

    friend bool operator==(Agreement, Agreement) = default;
};

/// Whether two forms can speak of the same one: nothing known of both differs. Dual counts as plural.
[[nodiscard]] constexpr bool agree(Agreement a, Agreement b) noexcept {
    const auto plain = [](Number n) { return n == Number::dual ? Number::plural : n; };
    const bool gender = a.gender == Gender::any || b.gender == Gender::any || a.gender == b.gender;
    const bool number = a.number == Number::any || b.number == Number::any || plain(a.number) == plain(b.number);
    return gender && number;
}

/// What `parse_agreement` reads, for messages.
inline constexpr std::string_view agreement_letters = "1 2 3 for the person, m f, s d p: 3ms, fs, p";

/// Reads "3ms", "fs", "mp", "1s", "s" ...; nothing if a letter is none of 1 2 3 m f s d p.
[[nodiscard]] constexpr std::optional<Agreement> parse_agreement(std::string_view code) noexcept {
    Agreement result;
    for (const char letter : code) {
        switch (letter) {
            case '1': result.person = Person::first; break;
            case '2': result.person = Person::second; break;
            case '3': result.person = Person::third; break;
            case 'm': result.gender = Gender::masculine; break;
            case 'f': result.gender = Gender::feminine; break;
            case 's': result.number = Number::singular; break;
            case 'd': result.number = Number::dual; break;
            case 'p': result.number = Number::plural; break;
            default: return std::nullopt;
        }
    }
    return result;
}

}  // namespace rawi::language
