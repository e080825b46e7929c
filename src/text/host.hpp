// Hosts of the web, as an article's outlet is given by some: "www.reuters.com", "https://www.reuters.com/world".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rawi::text {

/// The host of an address, or of what is written as one, in small letters and without "www."; nothing for other words.
/// Whether there is such a host, nobody is asked: "Gazeta.ru" is one.
[[nodiscard]] std::optional<std::string> host_of(std::string_view written);

/// What a host is called by those who speak of it, its name without what says where it is: "theguardian" for
/// ara.theguardian.com, "libyaherald" for libya-herald.com.ly. `country` are the capital letters of the country that
/// its ending stands for, empty for an ending that is of none.
struct HostName {
    std::string name;
    std::string country;
};
[[nodiscard]] HostName name_of_host(std::string_view host);

}  // namespace rawi::text
