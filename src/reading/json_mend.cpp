#include "reading/json_mend.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rawi::reading {
namespace {

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The value of the escape \uXXXX at `at`, -1 if there is none.
int unicode_escape(std::string_view json, std::size_t at) {
    if (at + 6 > json.size() || json[at] != '\\' || json[at + 1] != 'u') return -1;
    const std::string digits(json.substr(at + 2, 4));
    return std::all_of(digits.begin(), digits.end(), is_hex) ? std::stoi(digits, nullptr, 16) : -1;
}

}  // namespace

std::size_t mend_surrogates(std::string& json) {
    std::size_t mended = 0;
    for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
        const int unit = unicode_escape(json, at);
        if (unit < 0) {
            at += 2;
            continue;
        }
        const int next = unit >= 0xD800 && unit < 0xDC00 ? unicode_escape(json, at + 6) : -1;
        const bool pair = next >= 0xDC00 && next < 0xE000;
        if (unit >= 0xD800 && unit < 0xE000 && !pair) {
            json.replace(at, 6, "\\ufffd");
            ++mended;
        }
        at += pair ? 12 : 6;
    }
    return mended;
}

std::size_t mend_numbers(std::string& json) {
    std::size_t mended = 0;
    std::string whole;  // what has been mended, up to `taken`
    std::size_t taken = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        if (in_string && json[at] == '\\') {
            ++at;
        } else if (json[at] == '"') {
            in_string = !in_string;
        } else if (!in_string && (json[at] == 'N' || json[at] == 'I' || json[at] == '-')) {
            for (const std::string_view word : {"NaN", "-Infinity", "Infinity"}) {
                if (!std::string_view(json).substr(at).starts_with(word)) continue;
                whole.append(json, taken, at - taken).append("null");
                taken = at + word.size();
                at = taken - 1;
                ++mended;
                break;
            }
        }
    }
    if (mended != 0) json = std::move(whole.append(json, taken));
    return mended;
}

}  // namespace rawi::reading
