#include "corpus/print_table.hpp"

#include <string>

namespace rawi::corpus {

PrintReader::PrintReader(const Database& database)
    : first_(database, "SELECT claim FROM prints WHERE print = ?1"),
      others_(database, "SELECT claim FROM more_prints WHERE print = ?1 ORDER BY claim LIMIT " +
                            std::to_string(most_of_a_print - 1)) {}

void PrintReader::holders(std::int64_t print, std::vector<std::int64_t>& holders) {
    first_.bind(print);
    const bool known = first_.step();
    if (known) holders.push_back(first_.number(0));
    first_.reset();
    if (!known) return;
    others_.bind(print);
    while (others_.step()) holders.push_back(others_.number(0));
    others_.reset();
}

PrintWriter::PrintWriter(const Database& database)
    : database_(&database),
      reader_(database),
      insert_first_(database, "INSERT OR IGNORE INTO prints VALUES (?1, ?2)"),
      insert_other_(database, "INSERT INTO more_prints VALUES (?1, ?2)"),
      delete_other_(database, "DELETE FROM more_prints WHERE print = ?1 AND claim = ?2"),
      delete_first_(database, "DELETE FROM prints WHERE print = ?1 AND claim = ?2"),
      least_other_(database, "SELECT min(claim) FROM more_prints WHERE print = ?1") {}

void PrintWriter::add(std::int64_t print, std::int64_t claim, std::vector<std::int64_t>& before) {
    insert_first_.bind(print, claim);
    insert_first_.run();
    if (database_->changes() == 1) return;
    reader_.holders(print, before);
    add_other(print, claim);
}

void PrintWriter::add_other(std::int64_t print, std::int64_t claim) {
    insert_other_.bind(print, claim);
    insert_other_.run();
}

void PrintWriter::remove(std::int64_t print, std::int64_t claim) {
    delete_other_.bind(print, claim);
    delete_other_.run();
    if (database_->changes() == 1) return;
    delete_first_.bind(print, claim);
    delete_first_.run();
    if (database_->changes() == 0) return;
    // The next one takes its place.
    least_other_.bind(print);
    if (least_other_.step() && !least_other_.null(0)) {
        const std::int64_t next = least_other_.number(0);
        delete_other_.bind(print, next);
        delete_other_.run();
        insert_first_.bind(print, next);
        insert_first_.run();
    }
    least_other_.reset();
}

}  // namespace rawi::corpus
