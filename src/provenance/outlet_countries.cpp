#include "provenance/outlet_countries.hpp"

#include <map>

#include "language/outlet_rows.hpp"

namespace rawi::provenance {
namespace {

using Countries = std::map<std::string_view, std::string_view>;

Countries read_countries() {
    Countries countries;
    language::each_outlet_row(language::built_in_outlets(),
                              [&](std::size_t, const std::optional<language::OutletRow>& row) {
                                  if (row && row->country.size() == 2) countries.emplace(row->key, row->country);
                              });
    return countries;
}

}  // namespace

std::string_view country_of_outlet(std::string_view outlet_id) {
    static const Countries countries = read_countries();
    const auto found = countries.find(outlet_id);
    return found == countries.end() ? std::string_view() : found->second;
}

}  // namespace rawi::provenance
