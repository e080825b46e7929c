// An article as it was given: its text and what is known of it beforehand.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "rawi/span.hpp"

namespace rawi {

/// What the input says about an article. Every field is UTF-8, as given, and empty where nothing was given.
struct Metadata {
    std::string id;        ///< as given, else made by the reader from the file's name or the place in the input
    std::string language;  ///< BCP 47 code ("ar", "en"); empty: to be detected
    std::string outlet;    ///< who published it; empty: to be found in the text
    std::string author;
    std::string url;
    /// Date or time as given. Understood are ISO 8601 (2024-05-02, with or without a time), RFC 822 (Thu, 02 May 2024
    /// 10:05:00 +0300), May 2, 2024, 02/05/2024, the day first, and seconds since 1970; of anything else no day is
    /// told.
    std::string published;
    /// Of an id that the reader has made: the file (absolute) and the line that the article was read from, "<stdin>" of
    /// standard input; of a saved analysis a print of it. Empty where the article has its id itself. Two articles whose
    /// ids were made from two files are two, even if the files have one name.
    std::string origin = {};
};

/// An article. It owns the *analysed text*: the title, a blank line and the body, or the body alone where there is no
/// title. All spans of an analysis refer to this text. Move it freely: spans are offsets and stay good.
class Document {
public:
    Document() = default;

    /// `title` and `body` must be valid UTF-8 (the readers in `rawi/reading.hpp` see to that);
    /// control characters, bidi controls and NULs are allowed. Throws `Error` for more than 4 GiB of text, as spans are
    /// of 32 bits.
    Document(Metadata metadata, std::string_view title, std::string_view body);

    [[nodiscard]] const Metadata& metadata() const noexcept { return metadata_; }
    /// Calls the outlet by another name than was given: one whose host was given by its own.
    void call_outlet(std::string name) { metadata_.outlet = std::move(name); }
    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    /// The words of a span of this document; good as long as the document stays where it is. Of a span that ends behind
    /// the end of the text, what there is. One that begins behind it is another document's, and throws
    /// `std::out_of_range`.
    [[nodiscard]] std::string_view text(Span span) const {
        return std::string_view(text_).substr(span.begin, span.size());
    }
    /// Several stretches, " … " between them for what is left out; nothing for stretches of blanks, which stand for
    /// words that were not saved.
    [[nodiscard]] std::string joined(const std::vector<Span>& spans) const;
    [[nodiscard]] Span title() const noexcept { return title_; }  ///< empty where there is none
    [[nodiscard]] Span body() const noexcept { return {body_, static_cast<std::uint32_t>(text_.size())}; }

private:
    Metadata metadata_;
    std::string text_;
    Span title_;
    std::uint32_t body_ = 0;
};

/// Converts the byte offsets of one text into code point offsets, as the JSON interface wants them.
/// Built once per text in linear time; each conversion looks at 256 bytes at the most. Keeps a view of `text`.
class CodePointIndex {
public:
    explicit CodePointIndex(std::string_view text);
    [[nodiscard]] std::uint32_t operator()(std::uint32_t byte_offset) const noexcept;

    /// The way back: the byte at which code point number `code_point` begins (the text's size where it has fewer).
    [[nodiscard]] std::uint32_t byte_of(std::uint32_t code_point) const noexcept;

private:
    std::string_view text_;
    std::vector<std::uint32_t> before_;  // code points before each 256-byte stride
};

}  // namespace rawi
