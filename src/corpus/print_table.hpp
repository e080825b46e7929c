// The fingerprints of all claims, as the database holds them. Most prints are those of a single claim: the first one
// that has a print stands with it, in a table that needs one look for "is it new" and for writing it down; the others
// stand in a table of their own.
#pragma once

#include <cstdint>
#include <vector>

#include "corpus/database.hpp"

namespace rawi::corpus {

/// Of the claims that have a print, the first so many are looked at. What hundreds repeat is linked to the first ones,
/// which joins it to all. It bounds the work per claim, so that a corpus grows in linear time.
inline constexpr std::size_t most_of_a_print = 40;

class PrintReader {
public:
    explicit PrintReader(const Database& database);

    /// Adds the first claims that have `print` to `holders`, in ascending order.
    void holders(std::int64_t print, std::vector<std::int64_t>& holders);

private:
    Statement first_, others_;
};

class PrintWriter {
public:
    explicit PrintWriter(const Database& database);

    /// Writes down that a claim has a print, once; gives the claims that had it before. Claims come in ascending order.
    void add(std::int64_t print, std::int64_t claim, std::vector<std::int64_t>& before);
    /// The same for another claim with that print.
    void add_other(std::int64_t print, std::int64_t claim);
    void remove(std::int64_t print, std::int64_t claim);

private:
    const Database* database_;
    PrintReader reader_;
    Statement insert_first_, insert_other_, delete_other_, delete_first_, least_other_;
};

}  // namespace rawi::corpus
