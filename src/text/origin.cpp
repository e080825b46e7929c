#include "text/origin.hpp"

#include <fmt/format.h>

#include <cstdint>

namespace rawi::text {

std::string print_of_origin(std::string_view origin) {
    if (origin.empty() || origin.starts_with('<') || origin.starts_with('#')) return std::string(origin);
    // FNV-1a: it stands in files, so that it has to stay the same on every machine and in every version.
    std::uint64_t hash = 0xCBF29CE484222325U;
    for (const char c : origin) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    return fmt::format("#{:016x}", hash);
}

}  // namespace rawi::text
