// SQLite as values with owners: a database, its prepared statements, a transaction. Every failure is an `Error` that
// names the file. Text never becomes part of a statement: it is bound.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace rawi::corpus {

/// Used by one thread at a time, with its statements.
class Database {
public:
    enum class Access : std::uint8_t { read, write };

    /// Opens the file; with `write` it is made if need be. A file that is no SQLite database is told by the first
    /// statement.
    Database(const std::filesystem::path& path, Access access);

    /// Runs statements that take no values.
    void run(const char* statements);

    /// Runs statements that need the file for themselves, such as a change of its journal. SQLite refuses those at once
    /// where two ask for it, since each would wait for the other; here they are tried again.
    void run_alone(const char* statements);

    [[nodiscard]] std::int64_t last_number() const noexcept;  ///< of the row that was inserted last
    [[nodiscard]] std::int64_t changes() const noexcept;      ///< rows that the last statement changed
    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] sqlite3* handle() const noexcept { return handle_.get(); }

    /// Throws what SQLite says of its last failure.
    [[noreturn]] void fail(int code) const;

private:
    struct Close {
        void operator()(sqlite3* handle) const noexcept;
    };
    void open(const std::string& uri, int flags);

    std::string name_;
    std::unique_ptr<sqlite3, Close> handle_;
};

/// A prepared statement, used again and again. Parameters and columns count from 0. Texts that are bound must live
/// until the statement has been stepped through.
class Statement {
public:
    Statement(const Database& database, std::string_view text);

    template <class... Values>
    Statement& bind(const Values&... values) {
        reset();
        int place = 0;
        (put(place++, values), ...);
        return *this;
    }

    bool step();  ///< whether there is a row
    void run();   ///< steps to the end and resets
    void reset() noexcept;

    [[nodiscard]] std::int64_t number(int column) const noexcept;
    [[nodiscard]] std::string text(int column) const;                ///< valid UTF-8, whoever wrote the file
    [[nodiscard]] std::string_view view(int column) const noexcept;  ///< as it is stored; until the next step
    [[nodiscard]] bool null(int column) const noexcept;

private:
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const noexcept;
    };
    void put(int place, std::int64_t value);
    void put(int place, double value);
    void put(int place, std::string_view value);
    void put(int place, const std::string& value) { put(place, std::string_view(value)); }
    void put(int place, const std::optional<std::int64_t>& value);

    const Database* database_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

/// Waits for other writers, then holds the right to write until `commit`; without it nothing has happened.
class Transaction {
public:
    explicit Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& database_;
    bool open_ = true;
};

/// While it lives, the connection sees the corpus as it was when this was made, whatever others write.
class Snapshot {
public:
    explicit Snapshot(const Database& database);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    const Database& database_;
};

}  // namespace rawi::corpus
