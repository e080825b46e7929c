// The table of formats: what each is called, how it is known, who reads it.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "reading/input.hpp"

namespace rawi::reading {

struct InputFormat {
    std::string_view name;  ///< for `ReadingOptions::format`
    std::string_view description;
    std::span<const std::string_view> extensions;  ///< of file names, in small letters
    /// Whether the beginning of an input (some kilobytes; valid or not) is in this format for certain; may be null.
    bool (*recognises)(std::string_view head);
    std::unique_ptr<FormatReader> (*open)(Input& input);  ///< the reader keeps a reference to `input`
};

/// Throws `Error` if no format is called `name`, naming those that there are.
const InputFormat& format_called(std::string_view name);

/// Takes compression and wide encodings off `input` and returns its beginning. Throws `Error` if there is nothing in
/// it.
std::string_view uncover(Input& input);

/// By its beginning: a database of SQLite, as corpora are.
[[nodiscard]] bool is_database(std::string_view head);

/// By its beginning: what rawi itself has written. It begins with its schema.
[[nodiscard]] bool is_saved_analysis(std::string_view head);

/// Whether a file's name, perhaps with a compression's behind it, has an extension of the format.
[[nodiscard]] bool is_named_as(std::string_view file_name, std::string_view format);

/// The reader for `input`: of the format that it demands, else of the one that its content shows, else of the one that
/// its name says. Throws `Error` if there is none, saying what the input seems to be.
[[nodiscard]] std::unique_ptr<FormatReader> open_reader(Input& input);

// One function a format, each in the file of its name.
[[nodiscard]] std::unique_ptr<FormatReader> open_plain_text(Input& input);
[[nodiscard]] std::unique_ptr<FormatReader> open_json_lines(Input& input);
[[nodiscard]] std::unique_ptr<FormatReader> open_json(Input& input);
[[nodiscard]] std::unique_ptr<FormatReader> open_html(Input& input);
[[nodiscard]] std::unique_ptr<FormatReader> open_feed(Input& input);
[[nodiscard]] std::unique_ptr<FormatReader> open_newsml(Input& input);
[[nodiscard]] std::unique_ptr<FormatReader> open_warc(Input& input);
[[nodiscard]] std::unique_ptr<FormatReader> open_csv(Input& input);
[[nodiscard]] bool looks_like_feed(std::string_view head);
[[nodiscard]] bool looks_like_newsml(std::string_view head);
[[nodiscard]] bool looks_like_warc(std::string_view head);
[[nodiscard]] bool looks_like_html(std::string_view head);
[[nodiscard]] bool looks_like_json_lines(std::string_view head);
[[nodiscard]] bool looks_like_json(std::string_view head);
/// {"group": 1, "articles": [{ ...: the first object is not an article but has some.
[[nodiscard]] bool holds_list_of_articles(std::string_view head);

}  // namespace rawi::reading
