// Crawlers differ in what they undo: Common Crawl stores bodies plain and renames the headers, wget stores what came
// over the wire.
#include "reading/http.hpp"

#include <charconv>
#include <system_error>
#include <tuple>

#include "rawi/error.hpp"
#include "reading/archive.hpp"
#include "reading/bytes.hpp"
#include "reading/xml.hpp"
#include "text/ascii.hpp"

namespace rawi::reading {
namespace {

// The body without its chunks' sizes; as it is, if it does not consist of chunks after all.
std::string without_chunks(std::string_view body) {
    std::string whole;
    for (std::string_view rest = body;;) {
        std::size_t size = 0;
        const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size, 16);
        const auto line_end = rest.find("\r\n");
        if (error != std::errc() || end == rest.data() || line_end == std::string_view::npos) return std::string(body);
        if (size == 0) return whole;
        rest.remove_prefix(line_end + 2);
        if (rest.size() < size) return std::string(body);
        whole += rest.substr(0, size);
        rest.remove_prefix(size);
        if (rest.starts_with("\r\n")) rest.remove_prefix(2);
    }
}

}  // namespace

Headers::Headers(std::string_view block) {
    while (!block.empty()) {
        const auto end = block.find('\n');
        const std::string_view line = block.substr(0, end);
        block.remove_prefix(end == std::string_view::npos ? block.size() : end + 1);
        const auto colon = line.find(':');
        if (colon == std::string_view::npos || line.starts_with(' ') || line.starts_with('\t')) continue;
        lines_.emplace_back(text::small_letters(trimmed(line.substr(0, colon))), trimmed(line.substr(colon + 1)));
    }
}

std::string_view Headers::value(std::string_view name) const {
    for (const auto& [known, value] : lines_) {
        if (known == name) return value;
    }
    return {};
}

std::pair<std::string, std::string> media_type_and_charset(std::string_view content_type) {
    const std::string small = text::small_letters(content_type);
    std::pair<std::string, std::string> parts;
    parts.first = trimmed(std::string_view(small).substr(0, small.find(';')));
    if (const auto at = small.find("charset="); at != std::string::npos) {
        const std::string_view value = std::string_view(small).substr(at + 8);
        const auto begin = value.find_first_not_of("\"' ");
        if (begin != std::string_view::npos)
            parts.second = value.substr(begin, value.find_first_of("\"'; ", begin) - begin);
    }
    return parts;
}

std::optional<HttpResponse> parse_response(std::string_view message, std::uint64_t limit) {
    const auto line_end = message.find('\n');
    const auto space = message.find(' ');
    if (!message.starts_with("HTTP/") || line_end == std::string_view::npos || space > line_end) return std::nullopt;
    HttpResponse response;
    std::from_chars(message.data() + space + 1, message.data() + line_end, response.status);
    auto head_end = message.find("\r\n\r\n", line_end - 1);
    std::size_t gap = 4;
    if (const auto bare = message.find("\n\n", line_end); bare < head_end) {
        head_end = bare;
        gap = 2;
    }
    if (head_end == std::string_view::npos) return std::nullopt;
    const Headers headers(message.substr(line_end + 1, head_end > line_end ? head_end - line_end - 1 : 0));
    std::string_view body = message.substr(head_end + gap);
    std::tie(response.media_type, response.charset) = media_type_and_charset(headers.value("content-type"));
    response.body = text::small_letters(headers.value("transfer-encoding")).find("chunked") != std::string::npos
                        ? without_chunks(body)
                        : std::string(body);
    const std::string coding = text::small_letters(headers.value("content-encoding"));
    if (looks_compressed(response.body)) {
        try {
            InputBuffer plain(decompressed(in_memory(std::move(response.body))));
            response.body = plain.rest(limit);
        } catch (const Error&) {
            return std::nullopt;
        }
    } else if (coding == "br" || coding == "deflate") {
        return std::nullopt;
    }
    return response;
}

}  // namespace rawi::reading
