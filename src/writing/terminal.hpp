// How lines for people are put together: colours, text of either direction, columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rawi::writing {

/// What a stretch of a line is for. Each has one look, so that colour always means the same.
enum class Ink : std::uint8_t { title, label, speaker, arrow, words, note, warning };

/// Text from an article made fit for one line of a terminal: harmless (`text::printable`) and, where it has
/// right-to-left characters, inside an isolate, so that it cannot disturb what stands around it. A terminal that knows
/// nothing of bidi ignores the isolates. `right_to_left` is the direction of the article.
[[nodiscard]] std::string isolated(std::string_view text, bool right_to_left);

/// `text` in its colour; as it is where `colour` is false.
[[nodiscard]] std::string painted(Ink ink, std::string_view text, bool colour);

/// `printable` text cut to `columns`, with an ellipsis where something is left out.
[[nodiscard]] std::string shortened(std::string_view printable, std::size_t columns);

/// Pieces that are set one after the other, each whole, as many on a line as there is room for.
class Flow {
public:
    /// Lines are at most `width` columns; all but the first, whose start the caller has written, are indented.
    Flow(std::string& out, std::size_t width, std::size_t indent, bool colour)
        : out_(out), width_(width), indent_(indent), at_(indent), colour_(colour) {}

    /// Appends `piece`, which is `columns` wide, with `separator` (of no colour) before it if it is not the first.
    void add(std::string_view separator, std::string_view piece, std::size_t columns);

private:
    std::string& out_;
    std::size_t width_;
    std::size_t indent_;
    std::size_t at_;
    bool colour_;
    bool first_ = true;
};

/// A paragraph of an article between two columns: `printable` wrapped, at most `most_lines` lines (0: all).
/// Right-to-left paragraphs are set flush right, as their readers expect. Each line ends with a line feed.
struct Paragraph {
    std::size_t indent = 0;
    std::size_t width = 80;
    std::size_t most_lines = 0;
    bool right_to_left = false;
    bool colour = false;
    Ink ink = Ink::label;
};
void append_paragraph(std::string& out, std::string_view printable, const Paragraph& look);

}  // namespace rawi::writing
