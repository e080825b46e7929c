// Many articles in one file: their analyses, their claims, and which claims repeat which.
//
//     rawi::Corpus corpus("news.rawi", rawi::Corpus::Access::write);
//     std::vector<rawi::PreparedArticle> batch;
//     for (...) batch.emplace_back(rawi::analyze(...));
//     corpus.add(batch);
//
// The file is an SQLite database; docs/corpus.md describes it. Reading and writing may go on at the same time in any
// number of processes; writers wait for each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "rawi/analysis.hpp"

namespace rawi {

namespace corpus {
struct Inside;  // what the library's own rooms see of these classes
struct Record;
class Store;
}  // namespace corpus

/// An article ready to be stored. Making one is most of the work; any number of threads may make them.
class PreparedArticle {
public:
    explicit PreparedArticle(Analysis given);

    /// About how much memory it takes until it is stored.
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    friend struct corpus::Inside;
    std::shared_ptr<const corpus::Record> record_;
};

/// An article of a corpus.
struct ArticleEntry {
    std::string id;  ///< unique in the corpus: as given, on one line, with "#2" behind it where another article has it
                     ///< already
    std::string url;
    std::string language;   ///< code of the pack that analysed it
    std::string outlet;     ///< its publisher, as the article or its metadata names it; empty if not known
    std::string outlet_id;  ///< key in the list of outlets; empty if not listed
    std::string published;  ///< as given
    std::string date;  ///< the same as ISO 8601, in UTC where it has a time of day; empty where `published` is no date
    std::string title;
    std::size_t claims = 0;
};

/// Which articles are meant: all that fit every field that is not empty.
struct ArticleFilter {
    std::string since;     ///< first day, ISO 8601; articles without a date do not fit
    std::string until;     ///< last day
    std::string language;  ///< code
    std::string outlet;    ///< key or name of the publisher
    std::string topic;     ///< words, all of which stand in the title or in one claim, in whatever form
};

/// One thread at a time, but for `holds`, which any may ask meanwhile; other threads open the corpus for themselves.
/// Several processes may read while one writes: each question sees one state. Every function throws `Error` where the
/// file cannot be read or is damaged.
class Corpus {
public:
    enum class Access : std::uint8_t { read, write };

    /// What became of articles that were added.
    struct Added {
        std::size_t fresh = 0;
        std::size_t changed = 0;    ///< an older version was replaced
        std::size_t unchanged = 0;  ///< there already
    };

    struct Size {
        std::size_t articles = 0;
        std::size_t claims = 0;
        std::size_t links = 0;  ///< pairs of claims of different articles of which one repeats the other
    };

    /// Opens a corpus; with `write`, one that does not exist is made. Throws `Error` for a file that is none.
    explicit Corpus(const std::filesystem::path& file, Access access = Access::read);
    ~Corpus();
    Corpus(Corpus&&) noexcept;
    Corpus& operator=(Corpus&&) noexcept;

    /// Whether this article is there with the same content, so that it need not be analysed. May be called while
    /// another thread adds. Two articles are the same if they have the same id and, where both have one, the same url;
    /// or the same url and the same content.
    [[nodiscard]] bool holds(const Document& article) const;

    /// Adds articles in one transaction: after a crash either all of them are there or none. Finds which claims repeat
    /// which. An article whose content changed takes the place of its older self; with `anew`, so does one whose
    /// content did not change, for another analysis of it. Throws `Error` for a corpus that was opened to be read, a
    /// full disk, and where another process has been writing for a minute.
    Added add(std::span<const PreparedArticle> articles, bool anew = false);

    /// Removes articles. Returns how many were there.
    std::size_t remove(std::span<const std::string> ids);

    /// Calls `visit` for each article that fits, by date, those without one last, then in the order in which they were
    /// added.
    void each(const ArticleFilter& filter, const std::function<void(const ArticleEntry&)>& visit) const;

    /// The analysis of an article with its text; nothing if there is none with that id. Throws `Error` where what is
    /// stored of it cannot be read.
    [[nodiscard]] std::optional<Analysis> analysis(std::string_view id) const;

    /// Whether there is an article with that id.
    [[nodiscard]] bool has(std::string_view id) const;

    [[nodiscard]] Size size() const;

private:
    friend struct corpus::Inside;
    std::unique_ptr<corpus::Store> store_;
};

}  // namespace rawi
