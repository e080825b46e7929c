// The tables of a corpus: what is written into them, and what others ask of them.
#pragma once

#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "corpus/database.hpp"
#include "corpus/linker.hpp"
#include "corpus/record.hpp"
#include "rawi/corpus.hpp"

namespace rawi::corpus {

/// Statements that add and remove; a reader has none of them.
class Writing {
public:
    explicit Writing(Database& database);

    Corpus::Added add(std::span<const PreparedArticle> articles, bool anew);
    std::size_t remove(std::span<const std::string> ids);

private:
    bool remove(std::string_view id);
    enum class Change : std::uint8_t { fresh, changed, unchanged };
    Change add(const Record& record, bool anew);
    /// Corpora that earlier versions made hold the paths from which ids were made, where this one holds their prints.
    void renew_identities();
    std::string free_id(const std::string& given);
    void insert(const Record& record, const std::string& id, std::optional<std::int64_t> number);
    void insert_claims(const Record& record, std::int64_t article);
    void take_out(std::int64_t article);

    Database& database_;
    Linker linker_;
    bool renewed_ = false;                                  ///< the identities of a corpus that an earlier version made
    std::unordered_map<std::string, std::size_t> numbers_;  ///< how many others have got an id that was given
    Statement find_id_, find_same_, insert_article_, insert_agent_, insert_claim_, insert_station_;
    Statement claims_of_, delete_article_, delete_agents_, delete_claims_, delete_stations_, delete_links_;
};

class Store {
public:
    Store(const std::filesystem::path& file, Database::Access access);

    [[nodiscard]] bool holds(const Document& article) const;
    [[nodiscard]] const Database& database() const noexcept { return database_; }
    [[nodiscard]] Writing& writing();

private:
    mutable Database database_;
    std::optional<Writing> writing_;
    // Looked up by many threads, so on a connection of its own: what is being added does not show before it is
    // committed.
    std::optional<Database> lookup_;
    mutable std::mutex mutex_;
    mutable std::optional<Statement> find_content_;
};

/// The id of an article, on one line, so that a list of ids names each of them.
[[nodiscard]] std::string listed_id(std::string_view given);

/// By what an article is known again beside its url: its id, or where an id that was made comes from. What came by
/// standard input is the same only if all of it is.
[[nodiscard]] std::string identity_of(const Metadata& about, std::int64_t content);

/// The statement that finds the article that is the same as one with (identity, url, content, id): number and content
/// hash, the same identity before the same url, and an article of the same name and content elsewhere last. Each part
/// searches an index by all that it asks for: thousands of articles may have one id, one url or one content. (The
/// indexes of corpora that earlier versions made hold less: there the same is found, but by searching on.)
inline constexpr std::string_view find_same_article =
    "SELECT number, content, id FROM ("
    "SELECT number, content, id, 0 AS rank FROM articles WHERE given_id = ?1 AND url = ?2"
    " UNION ALL "
    "SELECT number, content, id, 0 FROM articles WHERE given_id = ?1 AND url = '' AND ?2 <> ''"
    " UNION ALL "
    "SELECT number, content, id, 0 FROM articles WHERE given_id = ?1 AND url > '' AND ?2 = ''"
    " UNION ALL "
    "SELECT number, content, id, 1 FROM articles WHERE url = ?2 AND url <> '' AND content = ?3"
    " UNION ALL "
    "SELECT number, content, id, 2 FROM articles WHERE content = ?3 AND id = ?4"
    " UNION ALL "
    "SELECT number, content, id, 2 FROM articles WHERE content = ?3 AND id > ?4 || '#' AND id < ?4 || '$')"
    " ORDER BY rank, content <> ?3, number LIMIT 1";

}  // namespace rawi::corpus
