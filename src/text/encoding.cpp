// Which encoding bytes are in, and their conversion. See encoding.hpp for the order of the evidence.
#include "text/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <vector>

#include "rawi/error.hpp"

namespace rawi::text {
namespace {

constexpr std::size_t sample_size = std::size_t{1} << 16;  // bytes that detection looks at
constexpr std::string_view replacement = "\xEF\xBF\xBD";
constexpr std::string_view fallback =
    "windows-1252";  // defines every byte that ISO-8859-1 does, and what people mean by it

struct Mark {
    std::string_view bytes;
    std::string_view encoding;
};

// UTF-32LE stands before UTF-16LE, whose mark begins it.
constexpr std::array<Mark, 5> known_marks = {{{"\xEF\xBB\xBF", "UTF-8"},
                                              {std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                              {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                              {"\xFF\xFE", "UTF-16LE"},
                                              {"\xFE\xFF", "UTF-16BE"}}};

const Mark* byte_order_mark(std::string_view bytes) noexcept {
    const auto* found = std::find_if(known_marks.begin(), known_marks.end(),
                                     [&](const Mark& mark) { return bytes.starts_with(mark.bytes); });
    return found == known_marks.end() ? nullptr : found;
}

// Whether four in five units of `width` bytes (2 or 4) are Latin, Cyrillic, Hebrew, Arabic or the like.
bool looks_wide(std::string_view head, std::size_t width, bool little) noexcept {
    std::size_t units = 0;
    std::size_t letters = 0;
    for (std::size_t at = 0; at + width <= head.size(); at += width) {
        const auto byte = [&](std::size_t place) {  // 0: the lowest
            return static_cast<unsigned char>(head[at + (little ? place : width - 1 - place)]);
        };
        const auto low = byte(0);
        const auto high = byte(1);
        ++units;
        const bool latin = high == 0 && (low >= 0x20 || low == '\n' || low == '\r' || low == '\t');
        const bool of_16_bits = width == 2 || (byte(2) == 0 && byte(3) == 0);
        letters += of_16_bits && (latin || (high >= 0x03 && high <= 0x08));
    }
    return units >= 4 && letters * 10 >= units * 8;
}

struct ConverterCloser {
    void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

Converter open_converter(std::string_view name) {
    // ICU takes options after a comma and paths to converters; a label from a web page must not reach either.
    const bool plain = !name.empty() && name.size() < 40 && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' ||
               c == ':';
    });
    if (!plain) return nullptr;
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(std::string(name).c_str(), &status));
    return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

void note_replacements(Decoded& decoded, std::size_t from) {
    for (auto at = decoded.text.find(replacement, from); at != std::string::npos;
         at = decoded.text.find(replacement, at + replacement.size())) {
        if (decoded.replaced++ == 0) decoded.first_replaced = at;
    }
}

// Converts `bytes` and appends them; bytes that the encoding does not define become U+FFFD.
void append_converted(std::string_view bytes, UConverter& converter, Decoded& decoded) {
    const std::size_t from = decoded.text.size();
    constexpr std::size_t piece_size = std::size_t{1}
                                       << 30;  // ICU counts in 32 bits; only single-byte encodings get so large
    for (std::size_t at = 0; at < bytes.size(); at += piece_size) {
        const std::string_view piece = bytes.substr(at, piece_size);
        UErrorCode status = U_ZERO_ERROR;
        icu::UnicodeString(piece.data(), static_cast<std::int32_t>(piece.size()), &converter, status)
            .toUTF8String(decoded.text);
    }
    note_replacements(decoded, from);
}

struct Sequences {
    std::size_t good = 0;  // of more than one byte
    std::size_t bad = 0;
};

// Walks the code points of at most 2 GiB; `repaired`, if given, receives valid UTF-8.
Sequences walk_utf8(std::string_view bytes, Decoded* repaired) {
    Sequences count;
    const auto size =
        static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), std::numeric_limits<std::int32_t>::max()));
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    std::int32_t good_since = 0;
    const auto keep_until = [&](std::int32_t end) {
        if (repaired != nullptr)
            repaired->text.append(
                bytes.substr(static_cast<std::size_t>(good_since), static_cast<std::size_t>(end - good_since)));
    };
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t begin = at;
        UChar32 code_point = 0;
        U8_NEXT(data, at, size, code_point);
        if (code_point >= 0) {
            count.good += code_point >= 0x80;
            continue;
        }
        ++count.bad;
        keep_until(begin);
        good_since = at;
        if (repaired == nullptr) continue;
        if (repaired->replaced++ == 0) repaired->first_replaced = repaired->text.size();
        repaired->text.append(replacement);
    }
    keep_until(size);
    return count;
}

// ICU's opinion of `bytes`, which are not UTF-8. Encodings of mainframes and of mail are not looked for, and the
// double-byte ones must be all but certain: short windows-1256 texts often pass for them.
std::string detect(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
    const auto size = static_cast<std::int32_t>(std::min(bytes.size(), sample_size));
    ucsdet_setText(detector.get(), bytes.data(), size, &status);
    std::int32_t found = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
    if (U_FAILURE(status)) return std::string(fallback);
    for (std::int32_t i = 0; i < found; ++i) {
        const std::string_view name = ucsdet_getName(matches[i], &status);
        const std::int32_t confidence = ucsdet_getConfidence(matches[i], &status);
        if (name == "ISO-8859-1") return std::string(fallback);
        const bool single_byte =
            name.starts_with("ISO-8859-") || name.starts_with("windows-") || name.starts_with("KOI8");
        const bool unwanted = name.starts_with("UTF-") || name.starts_with("IBM") || name.starts_with("ISO-2022");
        if (single_byte || (!unwanted && confidence >= 90)) return std::string(name);
    }
    return std::string(fallback);
}

// Whether a line was never UTF-8: hardly any of its high bytes form sequences. Amid other UTF-8 three bad bytes or
// fewer are rather damage; amid foreign lines a single sequence is rather a letter and a comma (in windows-1256 they
// form one).
bool foreign(Sequences line, bool utf8_elsewhere) {
    if (utf8_elsewhere) return line.bad > 3 && line.bad > line.good;
    return line.bad > 0 ? line.bad >= line.good : line.good == 1;
}

Decoded decode_by_line(std::string_view bytes) {
    struct Line {
        std::string_view bytes;
        Sequences count;
    };
    std::vector<Line> lines;
    Sequences all;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size() - 1) + 1;
        const std::string_view line = bytes.substr(at, end - at);
        lines.push_back({line, walk_utf8(line, nullptr)});
        all.good += lines.back().count.good;
        all.bad += lines.back().count.bad;
        at = end;
    }
    const bool utf8_elsewhere = all.good * 4 > all.bad;
    std::string sample;
    for (const Line& line : lines) {
        if (sample.size() < sample_size && foreign(line.count, utf8_elsewhere)) sample.append(line.bytes);
    }
    Decoded decoded;
    Converter converter;
    if (!sample.empty()) {
        decoded.encoding = detect(sample);
        decoded.guessed = true;
        converter = open_converter(decoded.encoding);
    }
    decoded.text.reserve(bytes.size() * 2);
    for (const Line& line : lines) {
        if (converter && foreign(line.count, utf8_elsewhere)) {
            append_converted(line.bytes, *converter, decoded);
        } else {
            decoded.mixed |= converter && line.count.good > 0;
            walk_utf8(line.bytes, &decoded);
        }
    }
    return decoded;
}

Decoded decode_as(std::string_view bytes, std::string_view encoding) {
    Decoded decoded;
    decoded.encoding = encoding;
    if (const Converter converter = open_converter(encoding)) append_converted(bytes, *converter, decoded);
    return decoded;
}

// The encoding that a label means in practice, "" where it means none that we believe.
std::string believed(std::string_view label) {
    const Converter converter = open_converter(label);
    if (!converter) return {};
    std::string_view name = label;
    for (const char* standard : {"IANA", "MIME"}) {  // what MIME calls them is better known
        UErrorCode status = U_ZERO_ERROR;
        const char* alias = ucnv_getStandardName(ucnv_getName(converter.get(), &status), standard, &status);
        if (U_SUCCESS(status) && alias != nullptr) name = alias;
    }
    if (name == "ISO-8859-1" || name == "US-ASCII") return std::string(fallback);
    if (name.starts_with("UTF-") || name.starts_with("ISO-10646") || name.starts_with("ISO-2022"))
        return {};  // their bytes show
    return std::string(name);
}

}  // namespace

std::string_view wide_encoding(std::string_view head) noexcept {
    if (const Mark* mark = byte_order_mark(head))
        return mark->encoding == "UTF-8" ? std::string_view() : mark->encoding;
    head = head.substr(0, 4096);
    if (head.find('\0') == std::string_view::npos && head.size() >= 16) {
        // Arabic in UTF-16 may have no NUL: its spaces have (U+0020). Without one this is no UTF-16 of ours.
        return {};
    }
    if (looks_wide(head, 4, true)) return "UTF-32LE";
    if (looks_wide(head, 4, false)) return "UTF-32BE";
    if (looks_wide(head, 2, true)) return "UTF-16LE";
    if (looks_wide(head, 2, false)) return "UTF-16BE";
    return {};
}

Decoded decode(std::string bytes, std::string_view declared) {
    if (const std::string_view wide = wide_encoding(bytes); !wide.empty()) {
        const Mark* mark = byte_order_mark(bytes);
        Decoded decoded = decode_as(std::string_view(bytes).substr(mark != nullptr ? mark->bytes.size() : 0), wide);
        decoded.guessed = mark == nullptr;
        return decoded;
    }
    if (bytes.starts_with(known_marks[0].bytes)) bytes.erase(0, known_marks[0].bytes.size());
    if (valid_utf8(bytes)) {
        Decoded decoded;
        decoded.text = std::move(bytes);
        return decoded;
    }
    if (const std::string encoding = believed(declared); !encoding.empty()) return decode_as(bytes, encoding);
    return decode_by_line(bytes);
}

class StreamDecoder::Impl {
public:
    explicit Impl(std::string_view encoding) : from_(open_converter(encoding)), to_(open_converter("UTF-8")) {
        if (!from_ || !to_) throw Error("unknown encoding " + std::string(encoding));
        UErrorCode status = U_ZERO_ERROR;
        ucnv_setToUCallBack(from_.get(), &Impl::count, &replaced_, nullptr, nullptr, &status);
    }

    void decode(std::string_view bytes, bool last, std::string& out) {
        const char* source = bytes.data();
        const char* const end = source + bytes.size();
        for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
            status = U_ZERO_ERROR;
            std::array<char, 1 << 14> piece;
            char* target = piece.data();
            ucnv_convertEx(to_.get(), from_.get(), &target, piece.data() + piece.size(), &source, end, pivot_.data(),
                           &pivot_from_, &pivot_to_, pivot_.data() + pivot_.size(), static_cast<UBool>(fresh_),
                           static_cast<UBool>(last), &status);
            fresh_ = false;
            out.append(piece.data(), target);
        }
    }

    [[nodiscard]] std::size_t replaced() const noexcept { return replaced_; }

private:
    static void count(const void* replaced, UConverterToUnicodeArgs* args, const char* bytes, std::int32_t length,
                      UConverterCallbackReason reason, UErrorCode* status) {
        if (reason <= UCNV_IRREGULAR) ++*static_cast<std::size_t*>(const_cast<void*>(replaced));
        UCNV_TO_U_CALLBACK_SUBSTITUTE(nullptr, args, bytes, length, reason, status);
    }

    std::size_t replaced_ = 0;
    Converter from_;
    Converter to_;
    std::array<UChar, 4096> pivot_{};
    UChar* pivot_from_ = pivot_.data();
    UChar* pivot_to_ = pivot_.data();
    bool fresh_ = true;
};

StreamDecoder::StreamDecoder(std::string_view encoding) : impl_(std::make_unique<Impl>(encoding)) {}
StreamDecoder::~StreamDecoder() = default;
StreamDecoder::StreamDecoder(StreamDecoder&&) noexcept = default;
StreamDecoder& StreamDecoder::operator=(StreamDecoder&&) noexcept = default;

void StreamDecoder::decode(std::string_view bytes, bool last, std::string& out) {
    impl_->decode(bytes, last, out);
}

std::size_t StreamDecoder::replaced() const noexcept {
    return impl_->replaced();
}

}  // namespace rawi::text
