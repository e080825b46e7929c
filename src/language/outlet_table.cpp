// outlets.tsv: key, kind, country, names (separated by |). A name behind ~ is a common word too and counts as an outlet
// only after an outlet noun (newspaper, وكالة) or in quotation marks.
#include "language/compile.hpp"

namespace rawi::language {

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
        if (columns[1] == "agency") builder.pack.agencies.emplace(columns[0]);
        for (std::string_view name : split(columns[3], "|")) {
            const bool is_common = name.front() == '~';
            if (is_common) name = trim(name.substr(1));
            builder.add_entry(is_common ? common : outlet, name, std::string(columns[0]), file, number);
        }
    });
}

}  // namespace rawi::language
