#include "language/outlet_rows.hpp"

#include <algorithm>
#include <array>

#include "language/embedded.hpp"

namespace rawi::language {

std::optional<OutletRow> read_outlet_row(std::string_view line) {
    std::array<std::string_view, 5> columns;
    std::size_t given = 0;
    for (bool last = false; !last; ++given) {
        if (given == columns.size()) return std::nullopt;
        const std::size_t tab = line.find('\t');
        last = tab == std::string_view::npos;
        columns[given] = trim(line.substr(0, tab));
        if (!last) line.remove_prefix(tab + 1);
    }
    if (given < 4) return std::nullopt;
    OutletRow row{
        .key = columns[0], .kind = columns[1], .country = columns[2], .names = {}, .hosts = split(columns[4], "|")};
    for (const std::string_view name : split(columns[3], "|")) {
        const bool common = name.starts_with('~');
        const std::string_view text = common ? trim(name.substr(1)) : name;
        if (!text.empty()) row.names.push_back({text, common});
    }
    if (row.key.empty() || row.names.empty()) return std::nullopt;
    return row;
}

std::string_view built_in_outlets() noexcept {
    for (const EmbeddedFile& file : embedded_files()) {
        if (file.folder == "shared" && file.name == "outlets.tsv") return file.text;
    }
    return {};
}

void each_outlet_row(std::string_view text,
                     const std::function<void(std::size_t number, const std::optional<OutletRow>& row)>& use) {
    for (std::size_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (const std::string_view said = trim(line); !said.empty() && said.front() != '#')
            use(number, read_outlet_row(line));
    }
}

}  // namespace rawi::language
