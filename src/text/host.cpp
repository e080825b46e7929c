#include "text/host.hpp"

#include <algorithm>
#include <iterator>

#include "text/ascii.hpp"

namespace rawi::text {
namespace {

bool is_label(std::string_view label) {
    const auto fits = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-'; };
    return !label.empty() && label.front() != '-' && std::all_of(label.begin(), label.end(), fits);
}

/// Takes the part behind the last dot off; all of it where there is none.
std::string_view take_last(std::string_view& host) {
    const std::size_t dot = host.rfind('.');
    const std::string_view last = dot == std::string_view::npos ? host : host.substr(dot + 1);
    host = dot == std::string_view::npos ? std::string_view() : host.substr(0, dot);
    return last;
}

// Before a country's ending they are none of the name's: theguardian.co.uk.
constexpr std::string_view before_countries[] = {"ac", "co", "com", "edu", "gov", "info", "net", "or", "org", "press"};
// Endings of countries that sell them to anybody, for what they sound like.
constexpr std::string_view sold[] = {"ai", "cc", "co", "fm", "io", "me", "to", "tv", "ws"};

template <typename List>
bool is_one_of(std::string_view label, const List& list) {
    return std::find(std::begin(list), std::end(list), label) != std::end(list);
}

}  // namespace

std::optional<std::string> host_of(std::string_view written) {
    if (written.find('.') == std::string_view::npos) return std::nullopt;  // most names
    std::string host = small_letters(written);
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (host.starts_with(scheme)) host.erase(0, scheme.size());
    }
    host.resize(std::min(host.find_first_of("/?#:"), host.size()));
    if (host.starts_with("www.")) host.erase(0, 4);
    std::string_view rest = host;
    const std::string_view ending = take_last(rest);
    if (ending.size() < 2 || !std::all_of(ending.begin(), ending.end(), is_ascii_letter) || rest.empty())
        return std::nullopt;
    while (!rest.empty()) {
        if (rest.back() == '.' || !is_label(take_last(rest))) return std::nullopt;
    }
    return host;
}

HostName name_of_host(std::string_view host) {
    const std::string_view ending = take_last(host);
    HostName found;
    std::string_view name = take_last(host);
    if (ending.size() == 2) {
        if (!is_one_of(ending, sold)) {
            for (const char c : ending) found.country += static_cast<char>(c - ('a' - 'A'));
            if (found.country == "UK") found.country = "GB";  // the one that is not the country's code
        }
        if (!host.empty() && is_one_of(name, before_countries)) name = take_last(host);
    }
    std::copy_if(name.begin(), name.end(), std::back_inserter(found.name), [](char c) { return c != '-'; });
    return found;
}

}  // namespace rawi::text
