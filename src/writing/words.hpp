// The words that pictures and reports themselves say, and the notation in which words and themes are written.
#pragma once

#include <cstddef>
#include <functional>
#include <initializer_list>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "language/embedded.hpp"

namespace rawi::writing {

/// Calls `use(line, key, value)` for each "key = value"; lines that are empty or begin with # are notes. Throws `Error`
/// with `file` and line for any other.
void each_setting(const std::string& file, std::string_view text,
                  const std::function<void(std::size_t, std::string_view, std::string_view)>& use);

/// The file of that name; nullptr if there is none.
[[nodiscard]] const language::EmbeddedFile* find_file(std::span<const language::EmbeddedFile> files,
                                                      std::string_view name) noexcept;

/// Words of one language, each under a key.
class Words {
public:
    /// Of `words/LANGUAGE.words` among the files that are built in from `folder`; in English where there is none.
    Words(std::string_view folder, std::span<const language::EmbeddedFile> files, std::string_view language);

    [[nodiscard]] const std::string& language() const noexcept { return language_; }
    [[nodiscard]] bool right_to_left() const { return (*this)["direction"] == "rtl"; }
    [[nodiscard]] const std::string& operator[](std::string_view key) const;

    /// Nothing where there is no word of that key.
    [[nodiscard]] std::optional<std::string> find(std::string_view key) const;

    /// With each {} replaced by the next of `values`.
    [[nodiscard]] std::string filled(std::string_view key, std::initializer_list<std::string_view> values) const;

private:
    std::string folder_;
    std::string language_;
    std::map<std::string, std::string, std::less<>> words_;
};

/// Those of pictures: graphs/themes/words.
[[nodiscard]] Words picture_words(std::string_view language);

/// Those of reports: src/writing/report/words.
[[nodiscard]] Words report_words(std::string_view language);

}  // namespace rawi::writing
