// Which outlet a host of the web is: reuters.com, ara.reuters.com, https://www.reuters.com/world.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/outlet_rows.hpp"

namespace rawi::language {

/// Knows the hosts of a list of outlets, and likens others to its names.
class OutletHosts {
public:
    /// What a row of the list says. `before`: it goes before what was known, as a user's does.
    void add(const OutletRow& row, bool before = false);

    /// The key of the outlet whose address or host `written` is, or is a part of: by the longest listed host, else by
    /// the one outlet whose name, written together, is that of the host, in the country of its ending. Nothing where
    /// it is no host, or none that is known.
    [[nodiscard]] std::optional<std::string_view> key_of(std::string_view written) const;

    /// What to call an outlet that is given so, to be known for what it is: its first name that is written from right
    /// to left or not, as the article is; its listed host where it has no such name; the host where it is not known.
    /// What is no host stays as given.
    [[nodiscard]] std::string name_for(std::string_view given, bool right_to_left) const;

private:
    struct Outlet {
        std::string country;             ///< ISO 3166; empty where the list has none (-)
        std::vector<std::string> shown;  ///< names that are no common words, as written
    };
    using Outlets = std::map<std::string, Outlet, std::less<>>;
    struct Found {
        std::string_view listed;  ///< empty where it was only likened to a name
        const Outlets::value_type* outlet;
    };
    [[nodiscard]] std::optional<Found> find(std::string_view host) const;

    Outlets outlets_;
    std::map<std::string, std::string, std::less<>> by_host_;    // reuters.com -> key
    std::map<std::string, std::string, std::less<>> by_joined_;  // theguardian -> key; empty: several are called so
};

}  // namespace rawi::language
