// The built-in list of outlets as words of a pack.
#include "language/compile.hpp"
#include "language/outlet_rows.hpp"

namespace rawi::language {

void compile_outlets(const PackFile& file, Builder& builder) {
    const ClassId outlet = static_cast<ClassId>(Known::outlet);
    const ClassId common = static_cast<ClassId>(Known::outlet_common);
    each_outlet_row(file.text, [&](std::size_t number, const std::optional<OutletRow>& row) {
        if (!row) return builder.faults.add(file, number, std::string(outlet_row_form));
        if (row->kind.empty()) return builder.faults.add(file, number, "an outlet has a kind");
        if (row->country.empty()) return builder.faults.add(file, number, "an outlet has a country");
        if (row->kind == "agency") builder.pack.agencies.emplace(row->key);
        for (const OutletRow::Name& name : row->names)
            builder.add_entry(name.common ? common : outlet, name.text, std::string(row->key), file, number);
    });
}

}  // namespace rawi::language
