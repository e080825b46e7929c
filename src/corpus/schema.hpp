// The tables of a corpus; docs/corpus.md describes them for those who read them with other tools.
#pragma once

#include "corpus/database.hpp"

namespace rawi::corpus {

/// Makes the tables in an empty file and checks those of any other. Throws `Error` for a file that is no corpus, or one
/// of another version.
void prepare_schema(Database& database, Database::Access access);

}  // namespace rawi::corpus
