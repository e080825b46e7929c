// The yardstick: ICU's word segmentation, in its two forms.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace rawi::bench {

/// Finds word boundaries with one `icu::BreakIterator`, which is made once and set to each text.
class WordBreaks {
public:
    WordBreaks();
    ~WordBreaks();

    /// How many boundaries there are in a UTF-16 text, the faster form; the conversion is the caller's.
    [[nodiscard]] std::size_t count(const std::u16string& text);

    /// The same over UTF-8 through UText: no conversion, slower steps.
    [[nodiscard]] std::size_t count(std::string_view text);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

[[nodiscard]] std::u16string utf16(std::string_view text);

}  // namespace rawi::bench
