#include "corpus/person_keys.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "corpus/person_names.hpp"
#include "rawi/agent.hpp"

namespace rawi::corpus {
namespace {

struct Person {
    PersonName name;
    std::string key;
    std::vector<std::size_t> fuller;  // those whose names this one may be, with fewer ancestors
};

/// All that may be left of a name when ancestors are left out, without spaces.
std::set<std::string> shorter_names(const PersonName& name) {
    constexpr std::size_t longest = 24;  // words of a name
    std::set<std::string> all;
    const std::size_t words = name.own.size() <= longest ? name.own.size() : 0;
    std::string head;
    for (std::size_t from = 0; from < words; ++from) {
        if (from > 0 && name.own[from].lineage) {
            all.insert(head);
            std::string tail;
            for (std::size_t to = words; to-- > from + 2;) all.insert(head + tail.insert(0, name.own[to].text));
        }
        head += name.own[from].text;
    }
    return all;
}

/// The persons of one language.
class Persons {
public:
    /// The number of whoever is called so; names that differ in spaces only are one (عبد الرحمن, عبدالرحمن).
    std::size_t number(PersonName name) {
        std::string key = name.shortest();
        const auto [place, is_new] = numbers_.try_emplace(squeezed(key), persons_.size());
        if (is_new) persons_.push_back({std::move(name), std::move(key), {}});
        return place->second;
    }

    /// Gives those who are one the key of the shortest name.
    void join() {
        for (std::size_t full = 0; full < persons_.size(); ++full) {
            for (const std::string& name : shorter_names(persons_[full].name)) {
                const auto brief = numbers_.find(name);
                if (brief != numbers_.end() && without_ancestors(persons_[brief->second].name, persons_[full].name))
                    persons_[brief->second].fuller.push_back(full);
            }
        }
        std::vector<std::size_t> order(persons_.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        // The shortest first, so that a key that has been handed on is handed on once more.
        std::ranges::stable_sort(order, {}, [&](std::size_t each) { return persons_[each].name.own.size(); });
        for (const std::size_t brief : order) {
            if (!one_line(persons_[brief].fuller)) continue;
            for (const std::size_t full : persons_[brief].fuller) persons_[full].key = persons_[brief].key;
        }
    }

    [[nodiscard]] const std::string& key(std::size_t number) const { return persons_[number].key; }

private:
    /// Whether each of these names is another of them with ancestors left out: then they are one person's.
    [[nodiscard]] bool one_line(const std::vector<std::size_t>& numbers) const {
        for (const std::size_t one : numbers) {
            for (const std::size_t other : numbers) {
                if (one != other && !without_ancestors(persons_[one].name, persons_[other].name) &&
                    !without_ancestors(persons_[other].name, persons_[one].name))
                    return false;
            }
        }
        return true;
    }

    std::vector<Person> persons_;
    std::map<std::string, std::size_t> numbers_;  // of each key without spaces
};

}  // namespace

PersonKeys::PersonKeys(const Database& database) {
    std::map<std::string, Persons> languages;
    std::map<std::pair<std::string, std::string>, std::size_t> numbers;
    Statement names(database,
                    "SELECT DISTINCT a.language, g.name FROM agents g JOIN articles a ON a.number = g.article WHERE "
                    "g.kind = ?1 ORDER BY 1, 2");
    names.bind(name_of(AgentKind::person));
    while (names.step()) {
        const std::string language = names.text(0);
        const std::string name = names.text(1);
        numbers[{language, name}] = languages[language].number(read_person(name, language));
    }
    for (auto& [language, persons] : languages) persons.join();
    for (const auto& [name, number] : numbers) keys_.emplace(name, languages[name.first].key(number));
}

const std::string& PersonKeys::key(const std::string& name, const std::string& language) const {
    static const std::string unknown;
    const auto place = keys_.find(std::pair(language, name));
    return place == keys_.end() ? unknown : place->second;
}

}  // namespace rawi::corpus
