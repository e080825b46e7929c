// A response of a web server, as crawlers keep it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rawi::reading {

/// "Name: value" lines, as mail, HTTP and WARC have them. Names compare without regard to case.
class Headers {
public:
    /// Parses the lines of `block`; folded and broken lines are passed over.
    explicit Headers(std::string_view block);

    /// The first value of that name (to be given in small letters); empty if there is none. Views into `block`.
    [[nodiscard]] std::string_view value(std::string_view name) const;

private:
    std::vector<std::pair<std::string, std::string_view>> lines_;
};

struct HttpResponse {
    int status = 0;
    std::string media_type;  ///< in small letters, without parameters: "text/html"
    std::string charset;     ///< as the server said; may be empty or wrong
    std::string body;        ///< without transfer and content encoding
};

/// Takes a response apart, of which the body may expand to `limit` bytes at the most. None if it is no HTTP or its body
/// is in an encoding that we cannot undo.
[[nodiscard]] std::optional<HttpResponse> parse_response(std::string_view message, std::uint64_t limit);

/// Splits "text/html; charset=windows-1256".
[[nodiscard]] std::pair<std::string, std::string> media_type_and_charset(std::string_view content_type);

}  // namespace rawi::reading
