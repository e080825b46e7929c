#include "corpus/database.hpp"

#include <sqlite3.h>

#include <array>
#include <chrono>

#include "rawi/error.hpp"
#include "text/encoding.hpp"

namespace rawi::corpus {
namespace {

constexpr int longest_wait = 60 * 1000;  // milliseconds for another writer's batch; a batch takes about a second

/// A path as SQLite takes it in a URI: what has a meaning there is written as %XX.
std::string uri_of(const std::filesystem::path& path, std::string_view query) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#' || byte < 0x21 || byte > 0x7E) {
            uri.append({'%', digits[byte >> 4], digits[byte & 15]});
        } else {
            uri += c;
        }
    }
    return uri.append(query);
}

bool is_there(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

/// Something shorter than the least database SQLite would take for an empty one, and write over it.
bool is_too_short(const std::filesystem::path& path) {
    constexpr std::uintmax_t least = 512;  // bytes: one page, as small as pages can be
    std::error_code ignored;
    const std::uintmax_t size = std::filesystem::file_size(path, ignored);
    return !ignored && size != 0 && size < least;
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const noexcept {
    sqlite3_close_v2(handle);
}

Database::Database(const std::filesystem::path& path, Access access) : name_(path.string()) {
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) throw Error(name_, 0, "is a directory; a corpus is one file");
    if (is_there(path) && !std::filesystem::is_regular_file(path, ignored))
        throw Error(name_, 0, "is no regular file; a corpus is one");
    if (is_too_short(path)) fail(SQLITE_NOTADB);
    if (access == Access::write) {
        open(uri_of(path, {}), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
        return;
    }
    if (!is_there(path))
        throw Error(name_, 0, "there is no such corpus; make it with rawi index " + name_ + " INPUT...");
    open(uri_of(path, {}), SQLITE_OPEN_READONLY);
    // Where nothing may be written beside the file, SQLite reads it only if told that nobody changes it.
    const int code = sqlite3_exec(handle_.get(), "SELECT 1 FROM sqlite_schema", nullptr, nullptr, nullptr) & 0xFF;
    if ((code == SQLITE_CANTOPEN || code == SQLITE_READONLY) && !is_there(name_ + "-wal")) {
        open(uri_of(path, "?immutable=1"), SQLITE_OPEN_READONLY);
    }
}

void Database::open(const std::string& uri, int flags) {
    sqlite3* opened = nullptr;
    const int code = sqlite3_open_v2(uri.c_str(), &opened, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
    handle_.reset(opened);
    if (opened == nullptr) throw Error(name_, 0, "out of memory");
    if (code != SQLITE_OK) fail(code);
    sqlite3_busy_timeout(opened, longest_wait);
    // A file from elsewhere may hold triggers and functions; they are not trusted.
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
}

void Database::fail(int code) const {
    const std::string said = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
    switch (code & 0xFF) {
        case SQLITE_NOTADB:
            throw Error(
                name_, 0,
                "is not a corpus made by rawi index; one is made of articles, and comes before them: rawi index "
                "CORPUS INPUT...");
        case SQLITE_CORRUPT:
            throw Error(name_, 0,
                        "is damaged (" + said + "); restore a copy, or index its articles anew into another file");
        case SQLITE_BUSY:
            throw Error(name_, 0, "another program has been writing to it for a minute; try again when that is done");
        case SQLITE_READONLY: throw Error(name_, 0, "cannot be written: " + said);
        case SQLITE_FULL: throw Error(name_, 0, "the disk is full; what was indexed before is safe");
        case SQLITE_CANTOPEN:
            throw Error(name_, 0, "cannot be opened; does its folder exist, and may you write there?");
        default: throw Error(name_, 0, "the corpus cannot be used: " + said);
    }
}

void Database::run(const char* statements) {
    if (const int code = sqlite3_exec(handle_.get(), statements, nullptr, nullptr, nullptr); code != SQLITE_OK)
        fail(code);
}

void Database::run_alone(const char* statements) {
    const auto begun = std::chrono::steady_clock::now();
    for (;;) {
        const int code = sqlite3_exec(handle_.get(), statements, nullptr, nullptr, nullptr);
        if (code == SQLITE_OK) return;
        const bool waited_long = std::chrono::steady_clock::now() - begun > std::chrono::milliseconds(longest_wait);
        if ((code & 0xFF) != SQLITE_BUSY || waited_long) fail(code);
        sqlite3_sleep(10);
    }
}

std::int64_t Database::last_number() const noexcept {
    return sqlite3_last_insert_rowid(handle_.get());
}

std::int64_t Database::changes() const noexcept {
    return sqlite3_changes64(handle_.get());
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const noexcept {
    sqlite3_finalize(statement);
}

Statement::Statement(const Database& database, std::string_view text) : database_(&database) {
    sqlite3_stmt* made = nullptr;
    const int code = sqlite3_prepare_v3(database.handle(), text.data(), static_cast<int>(text.size()),
                                        SQLITE_PREPARE_PERSISTENT, &made, nullptr);
    statement_.reset(made);
    if (code != SQLITE_OK) database.fail(code);
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) database_->fail(code);
    return false;
}

void Statement::run() {
    while (step()) {
    }
    reset();
}

void Statement::reset() noexcept {
    sqlite3_reset(statement_.get());
}

std::int64_t Statement::number(int column) const noexcept {
    return sqlite3_column_int64(statement_.get(), column);
}
bool Statement::null(int column) const noexcept {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::string_view Statement::view(int column) const noexcept {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return bytes == nullptr
               ? std::string_view()
               : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

std::string Statement::text(int column) const {
    const std::string_view stored = view(column);
    return text::valid_utf8(stored) ? std::string(stored) : text::decode(std::string(stored)).text;
}

void Statement::put(int place, std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), place + 1, value);
}
void Statement::put(int place, double value) {
    sqlite3_bind_double(statement_.get(), place + 1, value);
}

void Statement::put(int place, std::string_view value) {
    const char* bytes = value.data() == nullptr ? "" : value.data();
    const int code = sqlite3_bind_text64(statement_.get(), place + 1, bytes, value.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) database_->fail(code);
}

void Statement::put(int place, const std::optional<std::int64_t>& value) {
    if (value) {
        put(place, *value);
    } else {
        sqlite3_bind_null(statement_.get(), place + 1);
    }
}

Transaction::~Transaction() {
    if (open_) sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Snapshot::Snapshot(const Database& database) : database_(database) {
    // A transaction sees what was there when it first read something.
    if (const int code =
            sqlite3_exec(database_.handle(), "BEGIN; SELECT 1 FROM articles LIMIT 1", nullptr, nullptr, nullptr);
        code != SQLITE_OK) {
        sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
        database_.fail(code);
    }
}

Snapshot::~Snapshot() {
    sqlite3_exec(database_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

}  // namespace rawi::corpus
