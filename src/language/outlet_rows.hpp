// A list of outlets (src/languages/shared/outlets.tsv, or one that a user gives): an outlet a line, with tabs between
// key, kind, country and names, and hosts where they are known; | between names and between hosts. Empty lines and
// those that begin with # are left out.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/pack_source.hpp"

namespace rawi::language {

struct OutletRow {
    struct Name {
        std::string_view text;
        bool common =
            false;  ///< behind ~: a common word too, an outlet only behind an outlet noun or in quotation marks
    };
    std::string_view key;      ///< not empty
    std::string_view kind;     ///< "agency", "newspaper", ...; may be empty in a user's list
    std::string_view country;  ///< ISO 3166, or - for none; may be empty in a user's list
    std::vector<Name> names;   ///< at least one
    Pieces hosts;              ///< of its pages, "reuters.com"; they need not be known
};

/// Reads one line; nothing where it does not have the four columns, or five.
[[nodiscard]] std::optional<OutletRow> read_outlet_row(std::string_view line);

/// What to tell somebody whose line is none.
inline constexpr std::string_view outlet_row_form =
    "an outlet has four columns with tabs between them: key, kind, country, names (with | between them); hosts may "
    "stand in a fifth (with | between them)";

/// What is wrong with a kind, a country or a host, and what is allowed; empty where nothing is. The list of a pack has
/// to have a kind and a country.
[[nodiscard]] std::string fault_of_kind(std::string_view kind);
[[nodiscard]] std::string fault_of_country(std::string_view country);
[[nodiscard]] std::string fault_of_host(std::string_view host);

/// The built-in list.
[[nodiscard]] std::string_view built_in_outlets() noexcept;

/// Calls `use` with the number of each line that is to be read and what it says. The views last as long as `text`.
void each_outlet_row(std::string_view text,
                     const std::function<void(std::size_t number, const std::optional<OutletRow>& row)>& use);

}  // namespace rawi::language
