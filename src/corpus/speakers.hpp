// Those who are named as having said the words of a trace, each once.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/person_names.hpp"

namespace rawi::corpus {

/// Each name is read once, and compared only with the names that share a word with it or are the same without spaces:
/// of others `one_speaker` is never true.
class Speakers {
public:
    /// The key of the first one of whom `one_speaker` says that it is who is called so; a new one where there is none.
    const std::string& key(const std::string& name, const std::string& language);

    /// The key of the first one whose plain name has the words of a plain `description` in it, which are two or more;
    /// nullptr where there is none.
    [[nodiscard]] const std::string* described(std::string_view description) const;

    const PersonName& read(const std::string& name, const std::string& language);

private:
    struct Name {
        PersonName read;
        std::optional<std::size_t> person;  // in `persons_`; which one never changes, since new ones come behind it
    };
    struct Person {
        const PersonName* name = nullptr;  // in `names_`
        std::string key;
    };
    using Index =
        std::map<std::string, std::vector<std::size_t>, std::less<>>;  // persons in the order of their numbers

    Name& find(const std::string& name, const std::string& language);
    [[nodiscard]] std::optional<std::size_t> known(const PersonName& name) const;
    std::size_t add(const PersonName& name);

    std::map<std::pair<std::string, std::string>, Name> names_;  // by language and name
    std::vector<Person> persons_;
    Index by_word_, by_own_word_;  // of the plain name, and of the name itself
    Index by_letters_, by_own_letters_;
};

}  // namespace rawi::corpus
