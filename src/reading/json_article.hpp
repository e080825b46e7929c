// One JSON object as an article, by the names that the tools of the field give to its parts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reading/input.hpp"
#include "text/encoding.hpp"

namespace rawi::reading {

struct JsonArticle {
    std::optional<Article> article;  ///< none if there is a fault
    std::string fault;               ///< why there is no article: one message for people
    std::string loss;                ///< what was replaced or guessed; empty if nothing was
    bool saved_analysis = false;     ///< it is one, which is a fault for those who want articles
};

/// Reads `object` in one pass that keeps only the fields of an article. Broken UTF-8, foreign encodings and lone
/// surrogates are mended and said; nesting costs no stack.
[[nodiscard]] JsonArticle article_from_json(std::string_view object);

/// The parts of an article that `object`, valid JSON, has; whether it is a whole one or not.
[[nodiscard]] std::optional<Article> parts_from_json(std::string_view object);

/// "12 broken bytes were replaced by U+FFFD", "not UTF-8: read as windows-1256"; empty where `decoded` is as it was.
[[nodiscard]] std::string loss_in_words(const text::Decoded& decoded);
[[nodiscard]] std::string loss_in_words(std::size_t replaced);  ///< where the encoding is said elsewhere

}  // namespace rawi::reading
