// The list of outlets: which names are one outlet, and of what kind it is.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/outlet_hosts.hpp"

namespace rawi::provenance {

/// The built-in list (src/languages/shared/outlets.tsv), which a user's own may add to.
class OutletList {
public:
    struct Outlet {
        std::string kind;     ///< "agency", "newspaper", ...; empty for one that is not listed
        std::string country;  ///< ISO 3166; empty where the list has none (-)
        std::string name;     ///< the first one listed
        std::vector<std::pair<std::string, std::string>> names;  ///< all listed: plain and folded, as written
    };

    OutletList();

    /// Adds a list of the same form: key, kind, country, names with | between them, and hosts if they are known,
    /// separated by tabs. What it says of a name goes before what was known. Throws `Error` with file and line.
    void add(const std::filesystem::path& file);

    /// The key of an outlet: `listed` if it has one (as the analysis found it), else by its name or host, else empty. A
    /// user's list may give another key for a listed name.
    [[nodiscard]] std::string key(std::string_view listed, std::string_view name) const;

    /// The same, but for an outlet that is not listed its bare name: never empty unless the name is.
    [[nodiscard]] std::string identity(std::string_view listed, std::string_view name) const;

    [[nodiscard]] const Outlet* find(std::string_view key) const;
    [[nodiscard]] const language::OutletHosts& hosts() const noexcept { return hosts_; }

    /// The longest name of `outlet` in the words by which somebody calls it: حرييت in صحيفة «حرييت» التركية; empty if
    /// there is none.
    [[nodiscard]] static std::string_view name_within(const Outlet& outlet, std::string_view called);

private:
    void read(std::string_view text, const std::string& file, bool from_user);

    std::map<std::string, Outlet, std::less<>> outlets_;
    std::map<std::string, std::string, std::less<>> by_name_;        // normal form -> key
    std::map<std::string, std::string, std::less<>> users_by_name_;  // the same, of the user's lists
    language::OutletHosts hosts_;
};

/// The list with nothing of a user's.
[[nodiscard]] const OutletList& built_in_outlets();

/// The plain name of an outlet without a determiner and a noun that says that it is one: "the newspaper Echo" is echo.
[[nodiscard]] std::string outlet_name(std::string_view name);

}  // namespace rawi::provenance
