// The analysed text, and the two ways of counting in it.
#include "rawi/document.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "rawi/error.hpp"

namespace rawi {
namespace {

constexpr std::size_t stride_size = 256;

// Every byte that does not continue a code point begins one. The loop has no branch, so that compilers vectorise it.
std::uint32_t count_code_points(std::string_view text) noexcept {
    std::uint32_t count = 0;
    for (const char byte : text) count += static_cast<unsigned>((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U);
    return count;
}

}  // namespace

Document::Document(Metadata metadata, std::string_view title, std::string_view body) : metadata_(std::move(metadata)) {
    constexpr std::string_view blank_line = "\n\n";
    if (title.size() + blank_line.size() + body.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw Error("article " + metadata_.id + " is larger than 4 GiB; split it");
    }
    if (title.empty()) {
        text_.assign(body);
        return;
    }
    text_.reserve(title.size() + blank_line.size() + body.size());
    text_.append(title).append(blank_line);
    body_ = static_cast<std::uint32_t>(text_.size());
    text_.append(body);
    title_ = {0, static_cast<std::uint32_t>(title.size())};
}

std::string Document::joined(const std::vector<Span>& spans) const {
    std::string words;
    for (const Span span : spans) {
        if (text(span).find_first_not_of(' ') == std::string_view::npos) continue;  // was not saved
        if (!words.empty()) words += " … ";
        words += text(span);
    }
    return words;
}

CodePointIndex::CodePointIndex(std::string_view text) : text_(text) {
    before_.reserve(text.size() / stride_size + 1);
    std::uint32_t count = 0;
    for (std::size_t begin = 0;; begin += stride_size) {
        before_.push_back(count);
        if (begin + stride_size > text.size()) break;
        count += count_code_points(text.substr(begin, stride_size));
    }
}

std::uint32_t CodePointIndex::operator()(std::uint32_t byte_offset) const noexcept {
    const std::size_t offset = std::min<std::size_t>(byte_offset, text_.size());
    const std::size_t stride = offset / stride_size;
    const std::string_view rest(text_.data() + stride * stride_size, offset - stride * stride_size);
    return before_[stride] + count_code_points(rest);
}

std::uint32_t CodePointIndex::byte_of(std::uint32_t code_point) const noexcept {
    const auto after = std::upper_bound(before_.begin(), before_.end(), code_point);
    const auto stride = static_cast<std::size_t>(after - before_.begin()) - 1;  // before_[0] is 0, so there is one
    std::uint32_t count = before_[stride];
    for (std::size_t at = stride * stride_size; at < text_.size(); ++at) {
        if ((static_cast<unsigned char>(text_[at]) & 0xC0U) == 0x80U) continue;
        if (count++ == code_point) return static_cast<std::uint32_t>(at);
    }
    return static_cast<std::uint32_t>(text_.size());
}

}  // namespace rawi
