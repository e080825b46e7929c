#include "language/outlet_hosts.hpp"

#include <algorithm>

#include "language/folding.hpp"
#include "text/ascii.hpp"
#include "text/host.hpp"
#include "text/width.hpp"

namespace rawi::language {
namespace {

/// Shorter names written together are too many things: aps.com, map.org.
constexpr std::size_t shortest_joined = 5;

}  // namespace

void OutletHosts::add(const OutletRow& row, bool before) {
    Outlet& outlet = outlets_[std::string(row.key)];
    outlet.country = row.country == "-" ? std::string_view() : row.country;  // nowhere at home
    for (const std::string_view host : row.hosts) by_host_[std::string(host)] = row.key;
    for (const OutletRow::Name& name : row.names) {
        if (name.common) continue;
        outlet.shown.emplace_back(name.text);
        std::string joined = plain_name(name.text);
        std::erase(joined, ' ');
        if (joined.size() < shortest_joined) continue;
        const auto [known, is_new] = by_joined_.try_emplace(std::move(joined), row.key);
        if (!is_new && known->second != row.key) known->second = before ? row.key : std::string_view();
    }
}

std::optional<OutletHosts::Found> OutletHosts::find(std::string_view host) const {
    for (std::string_view rest = host; rest.find('.') != std::string_view::npos;
         rest.remove_prefix(rest.find('.') + 1)) {
        if (const auto place = by_host_.find(rest); place != by_host_.end())
            return Found{place->first, &*outlets_.find(place->second)};
    }
    const auto [name, country] = text::name_of_host(host);
    const auto place = by_joined_.find(name);
    if (place == by_joined_.end() || place->second.empty()) return std::nullopt;
    const auto outlet = outlets_.find(place->second);
    // independent.ie is not The Independent of London.
    if (!country.empty() && country != outlet->second.country) return std::nullopt;
    return Found{{}, &*outlet};
}

std::optional<std::string_view> OutletHosts::key_of(std::string_view written) const {
    const std::optional<std::string> host = text::host_of(written);
    const std::optional<Found> found = host ? find(*host) : std::nullopt;
    return found ? std::optional<std::string_view>(found->outlet->first) : std::nullopt;
}

std::string OutletHosts::name_for(std::string_view given, bool right_to_left) const {
    const std::optional<std::string> host = text::host_of(given);
    if (!host) return std::string(given);
    const std::optional<Found> found = find(*host);
    if (!found) return text::small_letters(given) == *host ? std::string(given) : *host;
    const std::vector<std::string>& names = found->outlet->second.shown;
    const auto name = std::ranges::find_if(
        names, [&](const std::string& one) { return text::has_right_to_left(one) == right_to_left; });
    if (name != names.end()) return *name;
    return found->listed.empty() ? names.front() : std::string(found->listed);
}

}  // namespace rawi::language
