// What a figure says of itself: which articles it is on, from when, and by which command it was made.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "rawi/reliance.hpp"
#include "rawi/trace.hpp"
#include "rawi/writing.hpp"

namespace rawi::writing {

/// "2018-03-09" or "2018-03-09 17:34 UTC", from any of the forms that articles give; as given where it is no date.
[[nodiscard]] std::string readable_date(std::string_view published);

/// The articles that a figure is on.
class FigureScope {
public:
    void add(std::string_view published);

    std::size_t articles = 0;
    std::string first_day, last_day;  ///< ISO 8601; empty where no article has a date
};

[[nodiscard]] FigureScope scope_of(const Reliance& reliance);
[[nodiscard]] FigureScope scope_of(const Trace& trace);

/// A line of the corpus and the number of articles, one of the dates, one of the command; in the language where there
/// are words.
[[nodiscard]] std::string caption_of(const CaptionFacts& facts, const FigureScope& scope, std::string_view language);

}  // namespace rawi::writing
