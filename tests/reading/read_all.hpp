// Reads inputs to the end and shows what came, an item a line, for tests to compare.
#pragma once

#include <string>
#include <vector>

#include "rawi/reading.hpp"

namespace rawi::tests {

/// "error FILE:LINE MESSAGE", "warning ...", or "article ID | TITLE | BODY | outlet=... ..." with control characters as
/// \xHH.
[[nodiscard]] inline std::string escaped(std::string_view text) {
    std::string shown;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '\n') {
            shown += "\\n";
        } else if (byte < 0x20 || byte == 0x7F) {
            constexpr std::string_view hex = "0123456789ABCDEF";
            shown.append("\\x").append(1, hex[byte >> 4U]).append(1, hex[byte & 15U]);
        } else {
            shown += c;
        }
    }
    return shown;
}

[[nodiscard]] inline std::string shown(const ArticleReader::Item& item, std::string_view folder = {}) {
    if (const auto* problem = std::get_if<Problem>(&item)) {
        std::string file = problem->file;
        if (file.starts_with(folder)) file.erase(0, folder.size());
        const std::string line = problem->line == 0 ? "" : ":" + std::to_string(problem->line);
        return escaped((problem->fatal ? "error " : "warning ") + file + line + " " + problem->message);
    }
    const auto& document = std::get<Document>(item);
    const Metadata& metadata = document.metadata();
    std::string text = "article " + metadata.id + " | " + std::string(document.text(document.title())) + " | " +
                       std::string(document.text(document.body()));
    const auto add = [&](std::string_view name, const std::string& value) {
        if (!value.empty()) text.append(" | ").append(name).append("=").append(value);
    };
    add("outlet", metadata.outlet);
    add("author", metadata.author);
    add("published", metadata.published);
    add("url", metadata.url);
    add("language", metadata.language);
    return escaped(text);
}

[[nodiscard]] inline std::vector<std::string> read_all(std::vector<std::string> inputs, ReadingOptions options = {},
                                                       std::string_view folder = {}) {
    std::vector<std::string> items;
    ArticleReader reader(std::move(inputs), std::move(options));
    while (const auto item = reader.next()) items.push_back(shown(*item, folder));
    return items;
}

}  // namespace rawi::tests
