// Files of word classes:
//
//     [month]              a class; [class = value] gives all its entries that value
//     يناير = 1            an entry with a value of its own
//     أبريل | نيسان = 4    several of them
//     (a | b) c            "a c" and "b c": alternatives.hpp
//
#include <algorithm>
#include <charconv>

#include "language/alternatives.hpp"
#include "language/compile.hpp"
#include "language/names.hpp"
#include "language/notation.hpp"
#include "text/characters.hpp"

namespace rawi::language {
namespace {

constexpr Known with_agreement[] = {
    Known::article,       Known::pronoun,         Known::possessive,        Known::relative,
    Known::name,          Known::title,           Known::role_noun,         Known::human_noun,
    Known::group_noun,    Known::source_noun,     Known::organisation_noun, Known::outlet_noun,
    Known::document_noun, Known::collective_noun, Known::quantifier,        Known::organisation};

std::optional<std::string> wrong_number(std::string_view value, int least, int most) {
    int number = 0;
    const auto [behind, failed] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (failed == std::errc() && behind == value.data() + value.size() && number >= least && number <= most)
        return std::nullopt;
    return (value.empty() ? "a value is missing" : "'" + std::string(value) + "'") + ": a number from " +
           std::to_string(least) + " to " + std::to_string(most);
}

}  // namespace

std::optional<std::string> wrong_value(ClassId id, std::string_view value) {
    if (id >= index_of(Known::count_)) return std::nullopt;
    const auto known = static_cast<Known>(id);
    if (known == Known::month) return wrong_number(value, 1, 12);
    if (known == Known::weekday) return wrong_number(value, 1, 7);
    if (known == Known::day_offset) return wrong_number(value, -366, 366);
    if (known == Known::anaphor) {
        if (from_name<Reference>(value)) return std::nullopt;
        return unknown_name("kind that an anaphor refers to:", value, names_of<Reference>());
    }
    if (known == Known::issued && !value.empty() && value != "medium")
        return "'" + std::string(value) + "': what issued may have is the value medium";
    if (known == Known::journalist && !value.empty() && value != "guest")
        return "'" + std::string(value) + "': what journalist may have is the value guest";
    if (known == Known::reprint && !value.empty() && value != "outlet" && value != "quoted")
        return "'" + std::string(value) + "': what reprint may have is the value outlet or quoted";
    if (known == Known::alias) {
        // It is compared with words in normal form, and would never be one of them.
        const std::string normal = text::normal_form(value);
        if (normal != value) return "'" + std::string(value) + "': in normal form it is '" + normal + "'";
    }
    const bool agrees =
        std::find(std::begin(with_agreement), std::end(with_agreement), known) != std::end(with_agreement);
    if (!agrees || parse_agreement(value) || (known == Known::relative && value == "person")) return std::nullopt;
    return "no agreement '" + std::string(value) + "' (" + std::string(agreement_letters) + ")";
}

void compile_words(const PackFile& file, Builder& builder) {
    ClassId current = 0;
    bool in_class = false;
    std::string common_value;
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        if (line.front() == '[') {
            if (line.back() != ']')
                return builder.faults.add(file, number, "a class begins with [name]: the ] is missing");
            const std::string_view head = line.substr(1, line.size() - 2);
            const std::size_t equals = head.find('=');
            common_value = equals == std::string_view::npos ? "" : std::string(trim(head.substr(equals + 1)));
            current = builder.class_id(trim(head.substr(0, equals)), file, number);
            in_class = true;
            return;
        }
        if (!in_class) return builder.faults.add(file, number, "an entry before any [class]");
        // " = " separates the value, so that "=" may be part of an entry.
        const std::size_t equals = line.rfind(" = ");
        const std::string value(equals == std::string_view::npos ? common_value : trim(line.substr(equals + 3)));
        const Alternatives listed = alternatives(line.substr(0, equals));
        if (!listed.fault.empty()) return builder.faults.add(file, number, listed.fault);
        for (const std::string_view entry : listed.entries) {
            if (entry.find('=', 1) != std::string_view::npos) {
                builder.faults.add(
                    file, number,
                    "'" + std::string(entry) + "': a value stands behind ' = ', with a space on both sides");
                continue;
            }
            builder.add_entry(current, entry, value, file, number);
        }
    });
}

}  // namespace rawi::language
