#include "provenance/outlet_countries.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "language/embedded.hpp"

namespace rawi::provenance {
namespace {

using Countries = std::map<std::string_view, std::string_view>;

/// key, kind, country, names, with tabs between. The packs' compiler has checked the file; here it is only looked up.
void read_line(std::string_view line, Countries& countries) {
    std::array<std::string_view, 3> columns;
    for (std::string_view& column : columns) {
        const std::size_t tab = line.find('\t');
        if (tab == std::string_view::npos) return;
        column = line.substr(0, tab);
        line.remove_prefix(tab + 1);
    }
    const auto& [key, kind, country] = columns;
    if (!key.starts_with('#') && country.size() == 2) countries.emplace(key, country);
}

Countries read_countries() {
    Countries countries;
    for (const auto& file : language::embedded_files()) {
        if (file.folder != "shared" || file.name != "outlets.tsv") continue;
        for (std::string_view text = file.text; !text.empty();) {
            const std::size_t end = std::min(text.find('\n'), text.size());
            read_line(text.substr(0, end), countries);
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
    return countries;
}

}  // namespace

std::string_view country_of_outlet(std::string_view outlet_id) {
    static const Countries countries = read_countries();
    const auto found = countries.find(outlet_id);
    return found == countries.end() ? std::string_view() : found->second;
}

}  // namespace rawi::provenance
