// What the readers of the formats are given, and what they hand on.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "rawi/reading.hpp"
#include "reading/bytes.hpp"

namespace rawi::reading {

/// One stream of bytes that holds articles: a file, or what is inside of one.
struct Input {
    std::string name;  ///< for messages: as the user named it; "news.tar.gz/2019/a.html" for a member of an archive
    std::string stem;  ///< to make ids from: "a"
    InputBuffer bytes;
    unsigned depth = 0;        ///< in how many containers it lies
    std::string format;        ///< as demanded by the user; empty: to be detected
    std::size_t replaced = 0;  ///< broken places that became U+FFFD while all of it was decoded from UTF-16 or UTF-32

    Input(std::string name, std::unique_ptr<ByteSource> source, unsigned depth = 0, std::string format = {});
    Input(const Input&) = delete;  // its readers and its bytes refer to it
    Input& operator=(const Input&) = delete;
};

/// What a format says of one article, before ids and defaults are filled in. All strings are valid UTF-8.
struct Article {
    Metadata metadata;
    std::string title;
    std::string body;
    std::size_t line = 0;  ///< where it begins in its input; 0 for an article that is the whole input
    std::string made_id;   ///< if the metadata have none; empty: from the input's name (and line)
};

/// Collects articles and problems in their order and gives each article its id.
class Sink {
public:
    explicit Sink(const ReadingOptions& options);

    void article(const Input& input, Article article);
    void problem(const Input& input, std::size_t line, std::string message, bool fatal = true);
    void problem(std::string file, std::size_t line, std::string message, bool fatal = true);

    /// For readers that meet a saved analysis: whether to hand it on, and how.
    [[nodiscard]] bool takes_saved() const noexcept { return takes_saved_; }
    void saved(const Input& input, std::size_t line, std::string_view json);

    /// Keeps what a table says of an article without text, for the article that comes with the same address.
    void remember(const Input& input, Article about);

    /// To be called once after the last input: says how much of the tables was for no article.
    void finish();

    [[nodiscard]] bool empty() const noexcept { return items_.empty(); }
    [[nodiscard]] ArticleReader::Item take();
    [[nodiscard]] std::uint64_t largest_article() const noexcept { return largest_article_; }

private:
    struct Remembered {
        Metadata metadata;
        std::string title;
        bool used = false;
    };

    static constexpr std::size_t most_repeated_ids = 3;  // that are named; the others are counted
    [[nodiscard]] std::string unique_id(std::string wanted);
    void join(Article& article);

    std::deque<ArticleReader::Item> items_;
    Metadata defaults_;
    std::uint64_t largest_article_;
    bool takes_saved_;
    // Of each id only a hash is kept: some 40 bytes an article, the one thing that grows with the number of articles.
    std::unordered_map<std::size_t, std::uint32_t> seen_;
    std::size_t repeated_ids_ = 0;
    std::string repeated_in_;                                 // the last input with one that was not named
    bool repeated_in_several_ = false;                        // and others before it
    std::unordered_map<std::string, Remembered> remembered_;  // by `address_key`
    std::string table_;                                       // the input that it comes from
};

/// Reads one input in one format, piece by piece.
class FormatReader {
public:
    virtual ~FormatReader() = default;

    /// Reads the next piece, which gives `sink` some items or none; false at the end. Throws `Error` where it cannot go
    /// on.
    virtual bool step(Sink& sink) = 0;
};

/// Of file names, in small letters.
inline constexpr std::array<std::string_view, 7> compression_extensions = {".gz", ".zst", ".xz",  ".bz2",
                                                                           ".lz", ".lz4", ".lzma"};

/// "64 MiB", for messages.
[[nodiscard]] std::string size_in_words(std::uint64_t bytes);

/// What two spellings of one address have in common: no scheme, "www.", fragment or last slash, the host in small
/// letters.
[[nodiscard]] std::string address_key(std::string_view url);

/// A file's name without folder and known extensions: "news/a.jsonl.gz" gives "a".
[[nodiscard]] std::string stem_of(std::string_view name);

}  // namespace rawi::reading
