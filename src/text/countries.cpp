#include "text/countries.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace rawi::text {

std::string country_name(std::string_view code, std::string_view language) {
    const bool is_code = code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_code) return std::string(code);
    const std::string speaking(language.empty() ? "en" : language);
    icu::UnicodeString name;
    icu::Locale("", std::string(code).c_str()).getDisplayCountry(icu::Locale(speaking.c_str()), name);
    std::string utf8;
    name.toUTF8String(utf8);
    return utf8.empty() ? std::string(code) : utf8;
}

}  // namespace rawi::text
