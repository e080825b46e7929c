// Under which names the parts of an article go in JSON.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rawi::reading {

enum class Part : std::uint8_t { id, title, text, outlet, author, published, url, language };
constexpr std::size_t parts = 8;

struct JsonName {
    std::string_view name;
    Part part;
    bool html = false;
};

/// Where an object has several names of one part, the one that stands first here is taken, empty ones aside.
constexpr std::array json_names = {
    JsonName{"id", Part::id},
    JsonName{"uri", Part::id},         // ninjs
    JsonName{"stories_id", Part::id},  // Media Cloud

    JsonName{"title", Part::title},
    JsonName{"headline", Part::title},   // ninjs 1, schema.org
    JsonName{"headlines", Part::title},  // ninjs 2

    JsonName{"text", Part::text},
    JsonName{"maintext", Part::text},         // news-please
    JsonName{"articleBody", Part::text},      // schema.org
    JsonName{"raw_text", Part::text},         // trafilatura: `text` without its paragraphs
    JsonName{"body_text", Part::text},        // ninjs 1
    JsonName{"bodies", Part::text, true},     // ninjs 2
    JsonName{"body_html", Part::text, true},  // ninjs 1
    JsonName{"body", Part::text},
    JsonName{"content", Part::text},

    JsonName{"outlet", Part::outlet},
    JsonName{"sitename", Part::outlet},         // trafilatura
    JsonName{"source-hostname", Part::outlet},  // trafilatura, in its JSON
    JsonName{"media_name", Part::outlet},       // Media Cloud
    JsonName{"publisher", Part::outlet},        // schema.org
    JsonName{"infosource", Part::outlet},       // ninjs
    JsonName{"hostname", Part::outlet},         // trafilatura
    JsonName{"source_domain", Part::outlet},    // news-please
    JsonName{"site_name", Part::outlet},        // Open Graph
    JsonName{"source_name", Part::outlet},
    JsonName{"publication", Part::outlet},
    JsonName{"newspaper", Part::outlet},
    JsonName{"source", Part::outlet},  // NewsAPI: an object with a name; of trafilatura it is an address: see below

    JsonName{"author", Part::author},
    JsonName{"authors", Part::author},  // news-please: a list
    JsonName{"byline", Part::author},   // ninjs 1
    JsonName{"bylines", Part::author},

    JsonName{"published", Part::published},
    JsonName{"date", Part::published},            // trafilatura
    JsonName{"date_publish", Part::published},    // news-please
    JsonName{"publish_date", Part::published},    // Media Cloud
    JsonName{"datePublished", Part::published},   // schema.org
    JsonName{"firstcreated", Part::published},    // ninjs
    JsonName{"versioncreated", Part::published},  // ninjs
    JsonName{"publishedAt", Part::published},     // NewsAPI
    JsonName{"publication_date", Part::published},
    JsonName{"pubDate", Part::published},  // RSS
    JsonName{"timestamp", Part::published},

    JsonName{"url", Part::url},
    JsonName{"link", Part::url},  // RSS

    JsonName{"language", Part::language},
    JsonName{"lang", Part::language},
    JsonName{"inLanguage", Part::language},
};

inline constexpr std::size_t no_json_name = json_names.size();

/// Whether two names differ in nothing but capitals and what joins their words: "Published At", "published_at" and
/// "publishedAt".
[[nodiscard]] constexpr bool same_json_name(std::string_view one, std::string_view other) {
    const auto joins = [](char c) { return c == '_' || c == '-' || c == ' '; };
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    std::size_t i = 0;
    std::size_t j = 0;
    for (;;) {
        while (i < one.size() && joins(one[i])) ++i;
        while (j < other.size() && joins(other[j])) ++j;
        if (i == one.size() || j == other.size()) return i == one.size() && j == other.size();
        if (lower(one[i++]) != lower(other[j++])) return false;
    }
}

/// The place of `name` in the table, which is also its rank.
[[nodiscard]] constexpr std::size_t find_json_name(std::string_view name) {
    std::size_t place = 0;
    while (place < json_names.size() && !same_json_name(json_names[place].name, name)) ++place;
    return place;
}

/// The part that `value` is. What goes by the name `source` is the address where it looks like one.
[[nodiscard]] constexpr Part part_of(std::size_t name, std::string_view value) {
    return json_names[name].name == "source" && value.starts_with("http") ? Part::url : json_names[name].part;
}

/// For messages.
inline constexpr std::string_view names_of_text = R"("text" (or "maintext", "articleBody", "body", "content"))";

}  // namespace rawi::reading
