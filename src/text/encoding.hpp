// Bytes of whatever encoding become valid UTF-8, once, at the border. Behind it all text is valid.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace rawi::text {

/// Whether `bytes` are well-formed UTF-8 (no overlong forms, surrogates or values beyond U+10FFFF).
[[nodiscard]] bool valid_utf8(std::string_view bytes) noexcept;

/// What became of bytes that were decoded.
struct Decoded {
    std::string text;                ///< valid UTF-8, without byte order mark
    std::string encoding = "UTF-8";  ///< the IANA name: "UTF-16LE", "windows-1256"
    bool guessed = false;            ///< neither said by a byte order mark or a declaration nor valid UTF-8
    bool mixed = false;              ///< only some lines were in `encoding`, the others in UTF-8
    std::size_t replaced = 0;        ///< broken places, each of which became one U+FFFD
    std::size_t first_replaced = 0;  ///< the byte of `text` where the first of them stands
};

/// Decodes a whole text. A byte order mark decides first; then the distribution of the bytes, by which UTF-16 and
/// UTF-32 are told without one (`wide_encoding`); then text that is valid UTF-8 is UTF-8; then `declared` (a charset
/// label of HTTP, HTML or XML; may be empty or nonsense); then the bytes themselves, line by line: a line of broken
/// UTF-8 is repaired, a line that was never UTF-8 is converted from the encoding that ICU takes all such lines to be
/// in.
[[nodiscard]] Decoded decode(std::string bytes, std::string_view declared = {});

/// "UTF-16LE", "UTF-16BE", "UTF-32LE" or "UTF-32BE" where the beginning of a text says so by a byte order mark or
/// by the distribution of its bytes; else empty.
[[nodiscard]] std::string_view wide_encoding(std::string_view head) noexcept;

/// Converts a stream piece by piece, for texts that are too large to be held. Meant for the wide encodings and for XML.
class StreamDecoder {
public:
    explicit StreamDecoder(std::string_view encoding);
    ~StreamDecoder();
    StreamDecoder(StreamDecoder&&) noexcept;
    StreamDecoder& operator=(StreamDecoder&&) noexcept;

    /// Appends the text of `bytes` to `out`; a code point cut in two waits for the next call. `last`: nothing follows.
    void decode(std::string_view bytes, bool last, std::string& out);

    /// How many broken places became U+FFFD so far.
    [[nodiscard]] std::size_t replaced() const noexcept;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace rawi::text
