#include "corpus/person_keys.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "corpus/groups.hpp"
#include "corpus/person_names.hpp"
#include "rawi/agent.hpp"

namespace rawi::corpus {
namespace {

struct Person {
    PersonName name;
    std::string key;
    std::set<std::size_t> fuller;  // those whose names this one may be, with fewer ancestors
};

/// All that may be left of a name when ancestors, "son of" and the names behind it, are left out, without spaces: جديع
/// القحطاني of جديع بن نهار القحطاني; and where only what follows the father's name is left out (محمد بن سلمان of محمد
/// بن سلمان بن عبد العزيز), true: that is a name only if the father is still in it.
std::map<std::string, bool> shorter_names(const PersonName& name) {
    constexpr std::size_t longest = 24;  // words of a name
    std::map<std::string, bool> all;
    if (name.own.size() <= 2 || name.own.size() > longest) return all;
    std::string head = name.own.front().text;
    for (std::size_t from = 1; from < name.own.size(); ++from) {
        if (name.own[from].lineage) {
            all.try_emplace(head, true);
            std::string tail;
            for (std::size_t to = name.own.size(); to-- > from + 2;)
                all[head + tail.insert(0, name.own[to].text)] = false;
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
            for (const auto& [name, needs_father] : shorter_names(persons_[full].name)) {
                const auto brief = numbers_.find(name);
                if (brief == numbers_.end() || brief->second == full) continue;
                Person& person = persons_[brief->second];
                const bool with_father = std::ranges::any_of(person.name.own, &sources::NameWord::lineage);
                if (person.name.own.size() >= 2 && (with_father || !needs_father)) person.fuller.insert(full);
            }
        }
        Groups groups(persons_.size());
        for (std::size_t brief = 0; brief < persons_.size(); ++brief) {
            if (!one_line(persons_[brief].fuller)) continue;
            for (const std::size_t full : persons_[brief].fuller) groups.join(brief, full);
        }
        std::map<std::size_t, std::size_t> shortest;  // of each group
        for (std::size_t each = 0; each < persons_.size(); ++each) {
            std::size_t& best = shortest.try_emplace(groups.of(each), each).first->second;
            if (persons_[each].name.own.size() < persons_[best].name.own.size()) best = each;
        }
        for (std::size_t each = 0; each < persons_.size(); ++each) {
            if (const std::size_t best = shortest.at(groups.of(each)); best != each)
                persons_[each].key = persons_[best].key;
        }
    }

    [[nodiscard]] const std::string& key(std::size_t number) const { return persons_[number].key; }

private:
    /// Whether each of these names is another of them with ancestors left out: then they are one person's.
    [[nodiscard]] bool one_line(const std::set<std::size_t>& numbers) const {
        for (const std::size_t one : numbers) {
            for (const std::size_t other : numbers) {
                if (one != other && !persons_[one].fuller.contains(other) && !persons_[other].fuller.contains(one))
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
