// outlets.tsv: key, kind, country, names (separated by |). A name behind ~ is a common word too and counts as an outlet
// only after an outlet noun (newspaper, وكالة) or in quotation marks.
#include <algorithm>

#include "language/compile.hpp"
#include "language/notation.hpp"

namespace rawi::language {
namespace {

constexpr std::string_view kinds[] = {"agency", "newspaper", "magazine", "site", "channel", "radio"};

}  // namespace

std::vector<std::string_view> outlet_kinds() {
    return {std::begin(kinds), std::end(kinds)};
}

void compile_outlets(const PackFile& file, Builder& builder) {
    const ClassId outlet = static_cast<ClassId>(Known::outlet);
    const ClassId common = static_cast<ClassId>(Known::outlet_common);
    for_each_line(file, [&](std::string_view line, std::size_t number) {
        const std::vector<std::string_view> columns = split(line, "\t");
        if (columns.size() != 4) {
            return builder.faults.add(
                file, number,
                "an outlet has four columns: key, kind, country, names; here are " + std::to_string(columns.size()));
        }
        const auto [known, is_new] = builder.outlet_places.try_emplace(std::string(columns[0]), Place{&file, number});
        if (!is_new) {
            if (known->second.file != &file) return;  // the pack has its own line for it
            return builder.faults.add(
                file, number, "'" + std::string(columns[0]) + "' stands at " + known->second.text() + " already");
        }
        if (std::find(std::begin(kinds), std::end(kinds), columns[1]) == std::end(kinds))
            builder.faults.add(file, number, unknown_name("kind of outlet:", columns[1], kinds));
        const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
        if (columns[2] != "-" &&
            (columns[2].size() != 2 || !std::all_of(columns[2].begin(), columns[2].end(), capital)))
            builder.faults.add(
                file, number,
                "a country is two capital letters, as in ISO 3166 (FR), or -, not '" + std::string(columns[2]) + "'");
        if (columns[1] == "agency") builder.pack.agencies.emplace(columns[0]);
        for (std::string_view name : split(columns[3], "|")) {
            const bool is_common = name.front() == '~';
            if (is_common) name = trim(name.substr(1));
            builder.add_entry(is_common ? common : outlet, name, std::string(columns[0]), file, number);
        }
    });
}

}  // namespace rawi::language
