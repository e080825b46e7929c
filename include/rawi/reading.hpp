// Articles from files, folders and streams.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rawi/document.hpp"

namespace rawi {

/// One thing that could not be read, or was read with loss.
struct Problem {
    std::string file;      ///< as named by the user; "<stdin>" for standard input
    std::size_t line = 0;  ///< 1-based; 0 where a whole file is meant
    std::string message;   ///< what is wrong and what to do, one line
    bool fatal = true;     ///< false: the article was read all the same (replaced bytes, guessed encoding), or there is
                           ///< none (a page of links)
};

/// A saved analysis ("rawi/1", see docs/json.md) that stands among the articles, for `read_analysis`.
struct SavedText {
    std::string file;      ///< as in `Problem`
    std::size_t line = 0;  ///< where it begins, 1-based
    std::string json;      ///< as it was found; UTF-8 unless the input is broken
};

struct ReadingOptions {
    std::string format;  ///< "text", "jsonl", ...; empty: detected by name and content
    Metadata defaults;   ///< for fields that the input does not give (--outlet, --published, --language)
    /// Files that are no articles wherever a folder has them, nor is what was left of them as NAME.partial,
    /// NAME.2.partial.
    std::vector<std::filesystem::path> passed_over;
    std::uint64_t largest_article = 64u << 20;  ///< bytes; a larger one is a problem, not a crash
    /// Hand on what is a saved analysis, alone or among articles; otherwise it is a problem.
    bool saved_analyses = false;
    /// What the caller has taken from standard input to see what it is: read before the rest.
    std::string already_read;
};

/// A format that articles can be read in.
struct InputFormatName {
    std::string_view name;         ///< for `ReadingOptions::format`
    std::string_view description;  ///< one line
};

/// All of them, in the order in which detection asks them.
[[nodiscard]] std::vector<InputFormatName> input_formats();

/// Reads articles one by one; memory is bounded by the largest article. Inputs are files, directories (walked in sorted
/// order) and "-" (standard input). Problems come in their place between the articles and never end the reading.
class ArticleReader {
public:
    using Item = std::variant<Document, Problem, SavedText>;

    /// Throws `Error` only for a format that does not exist; inputs that do not are problems in their place.
    ArticleReader(std::vector<std::string> inputs, ReadingOptions options = {});
    ~ArticleReader();
    ArticleReader(ArticleReader&&) noexcept;
    ArticleReader& operator=(ArticleReader&&) noexcept;

    /// The next article or problem, or, where the options ask for them, saved analysis; nothing at the end.
    [[nodiscard]] std::optional<Item> next();

    /// Bytes of input consumed so far and in all (0 where unknown), for progress: any thread may ask while another one
    /// is in `next`.
    [[nodiscard]] std::uint64_t bytes_read() const noexcept;
    [[nodiscard]] std::uint64_t bytes_total() const noexcept;

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace rawi
