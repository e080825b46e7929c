// One key for each person of a corpus, however articles call them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "corpus/database.hpp"

namespace rawi::corpus {

/// Learns all names of persons in a corpus. Names are one person's if they are the same without offices, titles and
/// initials; or if one is the other with ancestors left out, unless it might be that of several.
class PersonKeys {
public:
    explicit PersonKeys(const Database& database);

    /// The key of a person who is called so in an article of the corpus: the name itself, without ancestors where
    /// somebody leaves them out.
    [[nodiscard]] const std::string& key(const std::string& name, const std::string& language) const;

private:
    std::map<std::pair<std::string, std::string>, std::string> keys_;  // by language and name
};

}  // namespace rawi::corpus
