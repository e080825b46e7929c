// The lists of outlets as words of a pack: its own, then the built-in one.
#include <algorithm>

#include "language/compile.hpp"
#include "language/notation.hpp"
#include "language/outlet_rows.hpp"

namespace rawi::language {
namespace {

constexpr std::string_view kinds[] = {"agency", "newspaper", "magazine", "site", "channel", "radio"};

}  // namespace

std::span<const std::string_view> outlet_kinds() noexcept {
    return kinds;
}

std::string fault_of_kind(std::string_view kind) {
    if (std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds)) return {};
    return unknown_name("kind of outlet:", kind, kinds);
}

std::string fault_of_country(std::string_view country) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (country == "-" || (country.size() == 2 && std::all_of(country.begin(), country.end(), capital))) return {};
    return "a country is two capital letters, as in ISO 3166 (FR), or -, not '" + std::string(country) + "'";
}

void compile_outlets(const PackFile& file, Builder& builder) {
    const ClassId outlet = static_cast<ClassId>(Known::outlet);
    const ClassId common = static_cast<ClassId>(Known::outlet_common);
    each_outlet_row(file.text, [&](std::size_t number, const std::optional<OutletRow>& row) {
        if (!row) return builder.faults.add(file, number, std::string(outlet_row_form));
        const auto [known, is_new] = builder.outlet_places.try_emplace(std::string(row->key), Place{&file, number});
        if (!is_new) {
            if (known->second.file != &file) return;  // the pack has its own line for it
            return builder.faults.add(file, number,
                                      "'" + std::string(row->key) + "' stands at " + known->second.text() + " already");
        }
        for (const std::string& fault : {fault_of_kind(row->kind), fault_of_country(row->country)}) {
            if (!fault.empty()) builder.faults.add(file, number, fault);
        }
        if (row->kind == "agency") builder.pack.agencies.emplace(row->key);
        for (const OutletRow::Name& name : row->names)
            builder.add_entry(name.common ? common : outlet, name.text, std::string(row->key), file, number);
    });
}

}  // namespace rawi::language
