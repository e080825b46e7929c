#include "language/notation.hpp"

#include "text/suggest.hpp"

namespace rawi::language {

std::string meant(std::string_view name, std::span<const std::string_view> allowed) {
    return text::did_you_mean(name, {allowed.begin(), allowed.end()});
}

std::string nearest(std::string_view name, std::span<const std::string_view> allowed) {
    return text::nearest(name, {allowed.begin(), allowed.end()});
}

std::string unknown_name(std::string_view what, std::string_view name, std::span<const std::string_view> allowed) {
    std::string list;
    for (const std::string_view each : allowed) list.append(list.empty() ? "" : ", ").append(each);
    return "no " + std::string(what) + " '" + std::string(name) + "' (" + list + ")" + meant(name, allowed);
}

}  // namespace rawi::language
