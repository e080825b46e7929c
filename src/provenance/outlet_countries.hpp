// Where listed outlets are at home.
#pragma once

#include <string_view>

namespace rawi::provenance {

/// ISO 3166 code of the outlet with that key in `src/languages/shared/outlets.tsv`; empty for any other.
[[nodiscard]] std::string_view country_of_outlet(std::string_view outlet_id);

}  // namespace rawi::provenance
