#include "corpus/schema.hpp"

#include "rawi/error.hpp"

namespace rawi::corpus {
namespace {

constexpr std::int64_t application = 0x72617769;  // "rawi"
constexpr std::int64_t version = 5;

constexpr const char* tables = R"(
CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    given_id TEXT NOT NULL,
    url TEXT NOT NULL,
    content INTEGER NOT NULL,
    language TEXT NOT NULL,
    outlet TEXT NOT NULL,
    outlet_id TEXT NOT NULL,
    published TEXT NOT NULL,
    seconds INTEGER,
    exact INTEGER NOT NULL,
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    analysis TEXT NOT NULL
) STRICT;
CREATE INDEX articles_given_id ON articles (given_id, url);
CREATE INDEX articles_url ON articles (url, content) WHERE url <> '';
CREATE INDEX articles_content ON articles (content, id);
CREATE INDEX articles_outlet ON articles (outlet, outlet_id);
CREATE TABLE agents (
    article INTEGER NOT NULL,
    agent INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    named INTEGER NOT NULL,
    publisher INTEGER NOT NULL,
    outlet_id TEXT NOT NULL,
    PRIMARY KEY (article, agent)
) STRICT, WITHOUT ROWID;
CREATE TABLE claims (
    number INTEGER PRIMARY KEY,
    article INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    source INTEGER,
    lemma TEXT NOT NULL,
    stance TEXT NOT NULL,
    type TEXT NOT NULL,
    said TEXT NOT NULL,
    missing INTEGER NOT NULL,
    parent INTEGER,
    in_title INTEGER NOT NULL,
    words TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX claims_article ON claims (article, claim);
CREATE TABLE stations (
    claim INTEGER NOT NULL,
    place INTEGER NOT NULL,
    agent INTEGER NOT NULL,
    contact TEXT NOT NULL,
    inferred INTEGER NOT NULL,
    phrase TEXT NOT NULL,
    beside INTEGER NOT NULL,
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE prints (
    print INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL
) STRICT;
CREATE TABLE more_prints (
    print INTEGER NOT NULL,
    claim INTEGER NOT NULL,
    PRIMARY KEY (print, claim)
) STRICT, WITHOUT ROWID;
CREATE TABLE links (
    claim INTEGER NOT NULL,
    other INTEGER NOT NULL,
    similarity REAL NOT NULL,
    shared INTEGER NOT NULL,
    PRIMARY KEY (claim, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_other ON links (other);
)";

std::int64_t value_of(Database& database, std::string_view pragma) {
    Statement statement(database, pragma);
    return statement.step() ? statement.number(0) : 0;
}

bool empty(Database& database) {
    return value_of(database, "SELECT count(*) FROM sqlite_schema") == 0;
}

void make(Database& database) {
    Transaction transaction(database);
    if (!empty(database)) return;  // another writer was faster
    database.run(tables);
    database.run(("PRAGMA application_id = " + std::to_string(application) +
                  "; PRAGMA user_version = " + std::to_string(version))
                     .c_str());
    transaction.commit();
}

}  // namespace

void prepare_schema(Database& database, Database::Access access) {
    if (access == Database::Access::write) {
        if (empty(database)) {
            database.run("PRAGMA page_size = 16384");
            // Readers do not wait for writers, and a killed writer leaves nothing half done.
            database.run_alone("PRAGMA journal_mode = WAL");
            make(database);
        }
    }
    if (empty(database)) throw Error(database.name(), 0, "is empty; nothing has been indexed into it");
    if (value_of(database, "PRAGMA application_id") != application)
        throw Error(database.name(), 0, "is a database of another program, not a corpus made by rawi index");
    const std::int64_t found = value_of(database, "PRAGMA user_version");
    if (found != version) {
        throw Error(database.name(), 0,
                    "was written by " + std::string(found > version ? "a newer" : "an older") +
                        " version of rawi (its tables are version " + std::to_string(found) + ", not " +
                        std::to_string(version) + "); save it there with rawi export, or index the articles anew");
    }
    if (access == Database::Access::write)
        database.run("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 1000");
    else
        database.run("PRAGMA cache_size = -32768; PRAGMA mmap_size = 1073741824");
}

}  // namespace rawi::corpus
